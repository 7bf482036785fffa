"""Chatter: what a model says around a message is no part of it, and the buyer speaks in the first person."""

from collections.abc import Iterator

from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.phrases import Phrases

_CHATTER = Phrases("""
as an ai|assistant|language|a
language model
ai assistant|model|generated
here is|are your|the|a .. message|letter|draft|statement|version|text|dispute
here's your|the|a .. message|letter|draft|statement|version|text
i have|i've drafted|rewritten|revised|polished|written the|your|a
certainly
of course here|i
sure here|i
hope this|it helps
let me know if|whether
feel free to
happy to help
if you need|want|would any|me|more|further|to|like
note that this
i cannot|can't|won't help|assist|comply|fulfil*
system prompt
ignore previous|all|the previous|above|instructions
previous instructions
the brief
the facts|statements provided|given|above
knowledge cutoff
word count
subject line
subject re
revised version|message
final version|message|draft
end of message
""")
_PERSPECTIVE = Phrases("""
the buyer|customer has|is|was|claims|states|says|received|ordered|asks|requests|wants
the buyer|customer bought|paid|did|reports|wrote|contacted|would
my client*
our customer|client|user
on behalf of
the|this user has|is|claims|wants|asks
buyer's behalf
he|she ordered|received|bought|paid|asks|requests|wants
your order has|was|is
we apologise|apologize
we regret
dear customer|buyer
""")


def chatter(page: Page) -> Iterator[Finding]:
    """Words of a model to its user, and a buyer spoken of as someone else."""
    for hit in page.hits(_CHATTER, reported=True):
        if not page.told_by_seller(hit.sentence) and not page.sources.says_words(hit.text):
            yield hard("chatter", hit.text, "This is no part of a message.")
    for hit in page.hits(_PERSPECTIVE):
        if not page.sources.says_words(hit.text):
            yield hard("perspective", hit.text, "The buyer speaks here: write it in the first person.")
