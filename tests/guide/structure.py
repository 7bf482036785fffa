"""What must hold between rows and passages, and between rows: read from the data, with cases to match it against."""

from collections.abc import Iterable, Iterator

from claimwright.case.facts import Facts
from claimwright.guide.guide import Guide
from claimwright.guide.rule import Rule


def matches(row: Rule, facts: Facts) -> bool:
    """Whether a row holds in a case for certain; read off the row without the engine."""
    certain = all(facts.possible(field) <= allowed for field, allowed in row.when.items())
    return certain and _defects_fit(row, facts.defects, unknown=False)


def could_match(row: Rule, facts: Facts) -> bool:
    """Whether a row holds in some completion of a case."""
    possible = all(facts.possible(field) & allowed for field, allowed in row.when.items())
    return possible and _defects_fit(row, facts.defects, unknown=True)


def _defects_fit(row: Rule, defects: frozenset[str] | None, unknown: bool) -> bool:
    if not (row.any_defect or row.no_defect):
        return True
    if defects is None:
        return unknown
    return (not row.any_defect or bool(row.any_defect & defects)) and not row.no_defect & defects


def passages_without_row_or_reason(guide: Guide) -> Iterator[str]:
    """Every passage has a row that cites it or a stated reason why none does, and not both."""
    cited = {id for row in guide.rules for id in row.cites}
    for passage in guide.passages.values():
        if (passage.id in cited) == bool(passage.no_rule):
            yield f"{passage.id}: cited, though a reason is stated" if passage.no_rule else f"{passage.id}: not cited"


def rows_that_do_nothing(guide: Guide, rows: Iterable[Rule], cases: Iterable[Facts]) -> Iterator[str]:
    """Every row decides a case or advises in one; every precedence is between two rows that meet."""
    cases = tuple(cases)
    for row in rows:
        met = [facts for facts in cases if matches(row, facts)]
        if row.verdict is None:
            if not met:
                yield f"{row.id} advises in no case"
            continue
        stronger = [other for other in guide.decisions if row.id in other.over]
        if all(any(matches(other, facts) for other in stronger) for facts in met):
            yield f"{row.id} decides no case"
        for weaker in guide.decisions:
            if weaker.id in row.over and not any(matches(weaker, facts) for facts in met):
                yield f"{row.id} precedes {weaker.id}, and they never meet"
