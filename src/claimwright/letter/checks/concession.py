"""Concessions: no sentence gives away what the case asks for, or takes on blame that the case does not hold."""

from collections.abc import Iterator

from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.phrases import Phrases

_GIVES_UP = Phrases("""
i|we will|shall|am|would|want|wish|hereby|have .. withdraw*|cancel*|drop*|close* .. dispute|claim|case|request
i|we will|shall|am|would|want|wish|hereby|have .. waive*|give|abandon* .. dispute|claim|case|request
i|we hereby? withdraw|cancel|drop|close|waive|abandon
withdraw*|cancel*|close|drop the|my|this dispute|claim|case|request|complaint
please cancel|close|withdraw|drop|ignore the|my|this dispute|claim|case|request
i|we am|are|would|will|can|do|be .. accept*|agree* .. offer|coupon|proposal|voucher|solution|decision
i|we accept|agree .. offer|coupon|proposal|voucher|decision|seller
i|we no longer want|need|ask|request|require|wish
i'd|i'll|would be? satisfied|happy|content|fine with
i'll accept|take .. offer|coupon|proposal
no refund is|will|needed|required|necessary
refund is not|no longer needed|required|necessary
i am|i'm|i .. satisfied|happy|content with
seller|issue|problem|matter|case has|have|is|was been? resolved|solved|settled|closed
any amount is|would|will
whatever you|the seller|aliexpress decide*|offer*|think*
less is|would|will also? be? fine|ok|enough|acceptable
even a|an smaller|partial|coupon
seller|store is right|correct|not
i agree with the seller|store
seller|store did nothing
i understand the seller
""")
_DENIED_STILL = frozenset(("not", "cannot", "never"))
_BLAME = Phrases("""
my own? fault|mistake|error|oversight
i made|make a|an mistake|error
i was|am wrong|careless|at|to blame|mistaken
i ordered|chose|selected|picked the wrong
i should have read|checked|measured|asked|been
i misread|misunderstood|forgot|overlooked
i dropped|broke|damaged|washed|spilled
i was not|away at|when
i wasn't at|there|home
my address was
as described
as|is|exactly|just as advertised|pictured
nothing is|wrong wrong|with
works fine|perfectly|well
item|product|it|hoodie is fine|ok|good|great|perfect
fault of mine
partly|partially my|responsible
""")


def concession(page: Page) -> Iterator[Finding]:
    """Withdrawals, acceptances, and faults of the buyer that the case does not hold."""
    for hit in page.hits(_GIVES_UP, negated=False):
        around = {word.text for word in page.words[hit.match.first : hit.match.after]}
        if not around & _DENIED_STILL and not any(word.endswith("n't") for word in around):
            yield hard("concession", hit.text, "This gives away what is asked for.")
    if page.brief is None:
        return
    for hit in page.hits(_BLAME, negated=False):
        if not hit.sentence.own_words and not page.sources.says_words(hit.text) and not page.sources.says(_BLAME):
            yield hard("concession.blame", hit.text, "The case does not say so.")
