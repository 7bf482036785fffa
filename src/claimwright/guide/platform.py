"""Facts from outside the guide: each dated, with its source and how far to trust it. They inform, and never decide."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from claimwright.case.facts import VALUES, Facts
from claimwright.guide.rule import Stage, Verdict

KINDS = frozenset({"time", "form-reason", "photo", "warning", "step", "money", "closing"})
CONFIDENCES = frozenset({"A", "B", "C"})
"""A: the platform's own pages. B: their mirrors, or independent sources that agree. C: one guide."""

CLOCKS = frozenset({"answer", "decision", "extension"})
"""Days that run: those of the seller to answer an opening, those until the platform decides, those before the end of
the protection in which more time is asked for."""

_TEXTS = frozenset({"id", "kind", "text", "source", "date", "confidence"})
_ALLOWED: Mapping[str, frozenset[str]] = {
    **{field: frozenset(values) for field, values in VALUES.items() if field != "defects"},
    "any_defect": frozenset(VALUES["defects"]),
    "verdict": frozenset(Verdict),
}


@dataclass(frozen=True, slots=True)
class OutsideFact:
    """One statement about the platform that the guide does not make. An empty condition sets no limit.

    `stages` names the later messages of a dispute before which it is told. `clock` gives days a name, if the statement
    is of days.
    """

    id: str
    kind: str
    text: str
    source: str
    date: str
    confidence: str
    when: Mapping[str, frozenset[str]]
    any_defect: frozenset[str] = frozenset()
    verdicts: frozenset[Verdict] = frozenset()
    stages: frozenset[Stage] = frozenset()
    clock: Mapping[str, int] = field(default_factory=dict)

    def applies(self, facts: Facts, verdict: Verdict) -> bool:
        """Whether what is known makes it certain that the statement bears on this case."""
        return (not self.verdicts or verdict in self.verdicts) and self.fits(facts)

    def before(self, stage: Stage, facts: Facts) -> bool:
        """Whether it is told before this message of a dispute on these facts, whatever the verdict is."""
        return stage in self.stages and self.fits(facts)

    def fits(self, facts: Facts) -> bool:
        """Whether its conditions on the facts are certain to hold."""
        if self.any_defect and not (facts.applies("defects") and facts.defects and facts.defects & self.any_defect):
            return False
        return all(facts.applies(field) and facts.only(field, *values) for field, values in self.when.items())


@cache
def load_platform(text: str) -> tuple[OutsideFact, ...]:
    """The facts of a platform.toml, in its order; raises ValueError on anything that does not belong there."""
    tables = tomllib.loads(text)
    if set(tables) != {"fact"} or not isinstance(tables["fact"], list):
        raise ValueError(f"[[fact]] is all that may stand here, not {', '.join(sorted(tables)) or 'nothing'}")
    facts = tuple(_fact(number, table) for number, table in enumerate(tables["fact"], start=1))
    seen: set[str] = set()
    for fact in facts:
        if fact.id in seen:
            raise ValueError(f"{fact.id}: the id is used twice")
        seen.add(fact.id)
    return facts


def _fact(number: int, table: dict[str, Any]) -> OutsideFact:
    name = f"fact {number} ({table.get('id', 'no id')})"
    if unknown := set(table) - _TEXTS - {"when", "stages", "clock"}:
        raise ValueError(f"{name}: unknown key {', '.join(sorted(unknown))}")
    if lacking := sorted(key for key in _TEXTS if not isinstance(table.get(key), str) or not table[key].strip()):
        raise ValueError(f"{name}: {', '.join(lacking)} must be a text")
    if table["kind"] not in KINDS:
        raise ValueError(f"{name}: unknown kind {table['kind']}")
    if table["confidence"] not in CONFIDENCES:
        raise ValueError(f"{name}: unknown confidence {table['confidence']}")
    when = _conditions(name, table.get("when", {}))
    return OutsideFact(
        **{key: table[key] for key in _TEXTS},
        any_defect=when.pop("any_defect", frozenset()),
        verdicts=frozenset(map(Verdict, when.pop("verdict", frozenset()))),
        when=when,
        stages=_stages(name, table.get("stages", [])),
        clock=_clock(name, table.get("clock", {})),
    )


def _stages(name: str, stages: object) -> frozenset[Stage]:
    later = [one.value for one in Stage if one is not Stage.FIRST]
    if not isinstance(stages, list) or not all(one in later for one in stages):
        raise ValueError(f"{name}: stages must be a list of {', '.join(later)}")
    return frozenset(map(Stage, stages))


def _clock(name: str, clock: object) -> dict[str, int]:
    if not isinstance(clock, dict) or not clock.keys() <= CLOCKS:
        raise ValueError(f"{name}: clock must be a table with {', '.join(sorted(CLOCKS))}")
    if not all(type(days) is int and 0 < days < 1000 for days in clock.values()):
        raise ValueError(f"{name}: a clock counts whole days")
    return clock


def _conditions(name: str, when: object) -> dict[str, frozenset[str]]:
    if not isinstance(when, dict):
        raise ValueError(f"{name}: when must be a table")
    conditions: dict[str, frozenset[str]] = {}
    for key, values in when.items():
        if key not in _ALLOWED:
            raise ValueError(f"{name}: unknown condition {key}")
        if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
            raise ValueError(f"{name}: {key} must be a list of values")
        if unknown := set(values) - _ALLOWED[key]:
            raise ValueError(f"{name}: {key} cannot be {', '.join(sorted(unknown))}")
        conditions[key] = frozenset(values)
    return conditions
