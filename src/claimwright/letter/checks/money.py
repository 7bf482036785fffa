"""Sums: every sum of the message stands in the case, in the same currency."""

from collections.abc import Iterator

from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page
from claimwright.reading.amounts import written


def money(page: Page) -> Iterator[Finding]:
    """Sums that the case does not hold, and sums whose currency is another one there."""
    known, told = page.sources.money, page.sources.written_money
    for span in page.money:
        if any(span.fits(sum_) for sum_ in known):
            continue
        if any(span.amount == other.amount and span.currencies & other.currencies for other in told):
            continue
        allowed = sorted({written(sum_) for sum_ in known} | {other.text for other in told})
        same = [sum_ for sum_ in known if sum_.amount == span.amount]
        if same or any(other.amount == span.amount for other in told):
            yield hard("currency", span.text, "The case has this sum in another currency.", *map(written, same))
        else:
            yield hard("amount", span.text, "This sum is not in the case.", *allowed)
