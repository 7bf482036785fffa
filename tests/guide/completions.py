"""What a partial case comes to, by brute force: every complete case that it could still be, each decided on its own."""

from collections.abc import Iterable
from functools import cache

from claimwright.case.facts import FIELDS, VALUES, Facts
from claimwright.guide.assessment import Assessment
from claimwright.guide.engine import assess
from claimwright.guide.rule import Purpose, Remedy, Verdict

from .whole_space import complete_cases, the_guide

Decision = tuple[Verdict, Remedy]
Wording = tuple[Verdict, Remedy, Purpose, tuple[str, ...]]

_BIT = {name: 1 << place for place, name in enumerate((field, value) for field in FIELDS for value in VALUES[field])}


def decision(one: Assessment) -> Decision:
    """What is decided."""
    return one.verdict, one.remedy


def wording(one: Assessment) -> Wording:
    """What is decided, and what the message is about."""
    return one.verdict, one.remedy, one.purpose, one.situations


def wordings(facts: Facts) -> frozenset[Wording]:
    """What each complete case that these facts could still be comes to."""
    mask = sum(_BIT[field, value] for field in FIELDS if field != "defects" for value in facts.possible(field))
    by_defects = _decided_cases()
    some = tuple(by_defects) if facts.defects is None else (None, facts.defects)
    if "yes" not in facts.received:
        some = (None,)
    return frozenset(said for defects in some for needs, said in by_defects[defects] if needs & ~mask == 0)


@cache
def _decided_cases() -> dict[frozenset[str] | None, list[tuple[int, Wording]]]:
    """Every complete case by its defects: its known facts as bits, and what it comes to."""
    by_defects: dict[frozenset[str] | None, list[tuple[int, Wording]]] = {}
    guide = the_guide()
    for facts in complete_cases():
        by_defects.setdefault(facts.defects, []).append((_bits(facts), wording(assess(facts, guide))))
    return by_defects


def _bits(facts: Facts) -> int:
    known = (field for field in FIELDS if field != "defects" and facts.known(field))
    return sum(_BIT[field, value] for field in known for value in facts.possible(field))


def decisions(said: Iterable[Wording]) -> frozenset[Decision]:
    """What is decided, leaving out what the message is about."""
    return frozenset((verdict, remedy) for verdict, remedy, _, _ in said)
