"""Facts from outside the guide: each dated, with its source and how far to trust it. They inform, and never decide."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimwright.case.facts import VALUES, Facts
from claimwright.guide.rule import Verdict

KINDS = frozenset({"time", "form-reason", "photo", "warning", "step", "money"})
CONFIDENCES = frozenset({"A", "B", "C"})
"""A: the platform's own pages. B: their mirrors, or independent sources that agree. C: one guide."""

_TEXTS = frozenset({"id", "kind", "text", "source", "date", "confidence"})
_ALLOWED: Mapping[str, frozenset[str]] = {
    **{field: frozenset(values) for field, values in VALUES.items() if field != "defects"},
    "any_defect": frozenset(VALUES["defects"]),
    "verdict": frozenset(Verdict),
}


@dataclass(frozen=True, slots=True)
class OutsideFact:
    """One statement about the platform that the guide does not make. An empty condition sets no limit."""

    id: str
    kind: str
    text: str
    source: str
    date: str
    confidence: str
    when: Mapping[str, frozenset[str]]
    any_defect: frozenset[str] = frozenset()
    verdicts: frozenset[Verdict] = frozenset()

    def applies(self, facts: Facts, verdict: Verdict) -> bool:
        """Whether what is known makes it certain that the statement bears on this case."""
        if self.verdicts and verdict not in self.verdicts:
            return False
        if self.any_defect and not (facts.applies("defects") and facts.defects and facts.defects & self.any_defect):
            return False
        return all(facts.applies(field) and facts.only(field, *values) for field, values in self.when.items())


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
    if unknown := set(table) - _TEXTS - {"when"}:
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
    )


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
