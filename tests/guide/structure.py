"""Whether a row could still hold in a case that is not known in full; read off the row without the engine."""

from claimwright.case.facts import Facts
from claimwright.guide.rule import Rule


def could_match(row: Rule, facts: Facts) -> bool:
    """Whether a row holds in some completion of a case."""
    possible = all(facts.possible(field) & allowed for field, allowed in row.when.items())
    return possible and (not row.asks_defects() or facts.defects is None or row.fits(facts.defects))
