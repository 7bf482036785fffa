"""Echo: words of the seller that were kept from the model, said as if they were the buyer's.

Decided here: six words in a row are an echo, and three if one of them gives an order or tells what a writer is to say.
What stands between quotation marks is no echo, nor is what the buyer says as well.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.leak import case_runs, runs
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.said import Said
from claimwright.reading.sentences import stem, words

RUN = 6
ORDER = 3
"""Words in a row, and words in a row with a word of an order among them."""

_ORDERS = """
    ignore disregard forget override overrule bypass obey instruct instruction instructions prompt system assistant ai
    model chatbot bot rule rules guideline guidelines command directive developer mode pretend role repeat reveal print
    output translate buyer customer user claimant withdraw withdraws withdrawn accept accepts agree agrees cancel close
    closed drop waive waives settle settled resolve resolved satisfied happy content perfect excellent praise recommend
    apologise apologize sorry thank mistake fault lied lying dishonest star stars review
"""


def echo(page: Page, said: Sequence[Said], withheld: Sequence[str]) -> Iterator[Finding]:
    """Six words in a row of a withheld text, or three of an order."""
    kept = [_kept(text) for text in withheld]
    contacts = enumerate(page.sources.case.contacts)
    theirs = [f"contacts[{at}]" for at, one in contacts if one.sender == "seller"]
    for one in said if kept else ():
        for length in (RUN, ORDER):
            found = [run for run in runs(words(one.text), length) if any(run in those for those in kept)]
            ours = case_runs(page.brief, length, theirs) if found else frozenset()
            if run := next((run for run in found if run not in ours), None):
                yield hard("echo", " ".join(run), "These are words of the seller, which the buyer does not say.")
                break


@lru_cache(maxsize=32)
def _kept(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of a text that are an echo: all long ones, and short ones with a word of an order."""
    told = words(text)
    short = (run for run in runs(told, ORDER) if not _order().isdisjoint(map(stem, run)))
    return frozenset((*runs(told, RUN), *short))


@cache
def _order() -> frozenset[str]:
    return frozenset(map(stem, _ORDERS.split()))
