"""Explains a verdict: why, why not another, and what would change it. All of it is read from the rows."""

from dataclasses import dataclass

from claimwright.case.facts import FIELDS, VALUES, Facts
from claimwright.guide.engine import outcomes_of
from claimwright.guide.guide import Guide
from claimwright.guide.rule import Rule, Verdict

MAY_STILL_HAPPEN = ("protection", "seller")
"""Facts that time changes, and their values in the order of time. Another answer elsewhere would be another story."""


@dataclass(frozen=True, slots=True)
class Failing:
    """A condition of a row that does not hold, or is not known to hold: the values that it needs."""

    field: str
    needs: tuple[str, ...]
    none_of: bool = False


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A row of another verdict, and the conditions that keep it from deciding this case."""

    rule: Rule
    failing: tuple[Failing, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One fact, the value that it would need to have, and the verdict then."""

    field: str
    value: str
    verdict: Verdict


def why(facts: Facts, guide: Guide) -> tuple[Rule, ...]:
    """The rows that decide, in the order of the guide: those of every completion."""
    matched = {row.id for one in outcomes_of(facts, guide) for row in one.rows}
    return tuple(row for row in guide.decisions if row.id in matched)


def why_not(verdict: Verdict, facts: Facts, guide: Guide) -> tuple[NearMiss, ...]:
    """The rows with this verdict that fail in the fewest conditions; none if the verdict is still possible."""
    if any(one.verdict is verdict for one in outcomes_of(facts, guide)):
        return ()
    matched = why(facts, guide)
    rows = [row for row in guide.decisions if row.verdict is verdict]
    misses = [NearMiss(row, _failing(row, facts) or _giving_way(row, matched, facts)) for row in rows]
    # A row that would give way to another once its own conditions held is no near miss.
    leading = [one for one in misses if verdict in _verdicts(_granted(facts, one.failing), guide)]
    fewest = min((len(one.failing) for one in leading), default=0)
    return tuple(one for one in leading if len(one.failing) == fewest)


def changes(facts: Facts, guide: Guide, fields: tuple[str, ...] = FIELDS) -> tuple[Change, ...]:
    """Every change of one known fact that flips a settled verdict; for `defects`, one defect added or taken away."""
    verdicts = {one.verdict for one in outcomes_of(facts, guide)}
    if len(verdicts) != 1:
        return ()
    found = []
    for field in fields:
        if not facts.known(field) or not facts.applies(field):
            continue
        for value in VALUES[field]:
            then = {one.verdict for one in outcomes_of(_changed(facts, field, value), guide)}
            if len(then) == 1 and then != verdicts:
                found.append(Change(field, value, then.pop()))
    return tuple(found)


def _changed(facts: Facts, field: str, value: str) -> Facts:
    if field == "defects":
        return facts.given(field, (facts.defects or frozenset()) ^ {value})
    return facts.given(field, value)


def _failing(row: Rule, facts: Facts) -> tuple[Failing, ...]:
    failing = [
        Failing(field, tuple(value for value in VALUES[field] if value in allowed))
        for field, allowed in row.when.items()
        if not facts.possible(field) <= allowed
    ]
    known = facts.defects if facts.defects is not None else frozenset()
    if row.any_defect and not row.any_defect & known:
        failing.append(Failing("defects", tuple(d for d in VALUES["defects"] if d in row.any_defect)))
    if facts.defects is None and row.no_defect and not row.any_defect:
        failing.append(Failing("defects", tuple(d for d in VALUES["defects"] if d in row.no_defect), True))
    elif row.no_defect & known:
        failing.append(Failing("defects", tuple(d for d in VALUES["defects"] if d in row.no_defect & known), True))
    return tuple(failing)


def _granted(facts: Facts, failing: tuple[Failing, ...]) -> Facts:
    """The facts as they would be if the failing conditions held."""
    for one in failing:
        if one.field != "defects":
            facts = facts.given(one.field, frozenset(one.needs))
        elif one.none_of:
            facts = facts.given("defects", (facts.defects or frozenset()) - set(one.needs))
        else:
            facts = facts.given("defects", (facts.defects or frozenset()) | {one.needs[0]})
    return facts


def _verdicts(facts: Facts, guide: Guide) -> set[Verdict]:
    return {one.verdict for one in outcomes_of(facts, guide)}


def _giving_way(row: Rule, matched: tuple[Rule, ...], facts: Facts) -> tuple[Failing, ...]:
    """What keeps the rows from matching that take the place of one whose own conditions hold: one condition of each."""
    failing = []
    for other in matched:
        if row.id not in other.over:
            continue
        outside = (
            Failing(field, tuple(v for v in VALUES[field] if v not in allowed and row.allows(field, v)))
            for field, allowed in other.when.items()
        )
        defects = other.any_defect & (facts.defects or frozenset())
        none = Failing("defects", tuple(d for d in VALUES["defects"] if d in defects), none_of=True)
        failing.append(next((one for one in outside if one.needs), none))
    return tuple(failing)
