"""Which fact to ask for next: the one that leaves the fewest questions on average, computed from the rows.

Decided here: how often each answer is expected (most complaints are honest, all else is equally likely), and that
nothing is asked that can no longer lead to a verdict, because the buyer does not know what it hangs on.
"""

from dataclasses import dataclass
from functools import lru_cache

from claimwright.case.facts import VALUES, Facts
from claimwright.guide.engine import questions
from claimwright.guide.guide import Guide

PRIOR = {"intent": {"genuine": 0.94, "bad_faith": 0.03, "resolved": 0.03}}
"""How often each answer is expected; where nothing is said, each equally often."""

Value = str | frozenset[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """The fact to ask for next, if any; how many questions are to come, on average and at most; and whether any
    answers to them decide the case.
    """

    field: str | None
    average: float
    most: int
    decides: bool


@lru_cache(maxsize=16384)
def plan(facts: Facts, guide: Guide, left_open: frozenset[str] = frozenset()) -> Plan:
    """The shortest way from these facts to a verdict, the facts that the buyer does not know left aside."""
    asked = questions(facts, guide)
    best = Plan(None, 0.0, 0, not asked)
    for field in (one.field for one in asked if one.field not in left_open):
        ways = [(share, plan(facts.given(field, value), guide, left_open)) for value, share in answers(facts, field)]
        if not any(way.decides for _, way in ways):
            continue
        average = 1 + sum(share * way.average for share, way in ways)
        if best.field is None or average < best.average - 1e-9:
            best = Plan(field, average, 1 + max(way.most for _, way in ways), True)
    return best


def answers(facts: Facts, field: str) -> list[tuple[Value, float]]:
    """Every answer to a question with its share; for `defects`, each defect alone and none."""
    values: list[Value] = [value for value in VALUES[field] if field == "defects" or value in facts.possible(field)]
    if field == "defects":
        values = [frozenset(), *(frozenset({str(value)}) for value in values)]
    shares = [PRIOR.get(field, {}).get(value, 1.0) if isinstance(value, str) else 1.0 for value in values]
    return [(value, share / sum(shares)) for value, share in zip(values, shares, strict=True)]
