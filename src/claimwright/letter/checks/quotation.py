"""Quotations: what stands between quotation marks stands so in the case."""

from collections.abc import Iterator

from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page


def quotation(page: Page) -> Iterator[Finding]:
    """Quotations that the case does not hold word for word."""
    for match in page.quotations:
        words = page.text[match.start() + 1 : match.end() - 1].strip().rstrip(".,;:!?…")
        if words and not page.sources.says_words(words):
            yield hard("quotation", page.text[match.start() : match.end()], "The case does not hold these words.")
