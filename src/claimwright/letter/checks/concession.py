"""Concessions: no sentence gives away what the case asks for, or takes on blame that the case does not hold."""

from collections.abc import Iterator
from itertools import pairwise

from claimwright.letter.checks.answer import accepts
from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.ground import says, texts_for
from claimwright.letter.checks.page import Hit, Page
from claimwright.letter.checks.phrases import Phrases, words_of
from claimwright.letter.checks.stance import stance
from claimwright.letter.draft import Part

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
i am|i'm|i .. satisfied|happy|content with
seller|issue|problem|matter|case has|have|is|was been? resolved|solved|settled|closed
any amount is|would|will
whatever you|the seller|platform decide*|offer*|think*
less is|would|will also? be? fine|ok|enough|acceptable
even a|an smaller|partial|coupon
seller|store is right|correct|not
i agree with the seller|store
seller|store did nothing
i understand the seller
i|we hereby|now|will|shall|also? end|retract|revoke|forgo this|the|my|our|any|every|all
i|we hereby|now|will|shall|also? forego|renounce|relinquish|concede this|the|my|our|any|every|all
i|we .. take|taking back my|our|the|this complaint|claim|dispute|request|words|report
i|we wish|want|would|will|like to? like? to? end|finish|stop this|the|my dispute|claim|case|complaint|matter
i|we .. release|releasing|free|discharge the seller|store|shop|them|you from
let the|my|this claim|dispute|case|request|complaint|matter .. lapse|rest|go|drop|expire|end
consider|regard|treat .. claim|dispute|case|request|complaint|matter|order .. void|closed|settled
consider|regard|treat .. claim|dispute|case|request|complaint|matter|order .. done|solved|cancelled|finished
claim|dispute|case|request is|was|as|be .. void|moot|over|closed|done|settled|finished|archived
complaint|matter|file|this is|was|as|be .. void|moot|over|closed|done|settled|finished|archived
case|dispute|claim|request|complaint was|is|been opened|sent|made|filed by accident|mistake|error
keep it as it is
i|we can|could|will|am .. live with
i|we can|could|will|would .. wait longer|further|patiently|more|until|some|a
would|will|could|is|are|be .. enough|sufficient|acceptable|satisfactory
would|will do as|for|too|also
will|would suffice
suffices
settles|covers|closes|ends|solves the|my|this matter|damage|loss|issue|case|claim|dispute|problem
i|we bear|cover|pay the|for|all cost|costs|postage|return|shipping
ready|willing|happy|prepared to bear|cover|pay|accept|wait|settle|agree|compromise
seller|store|shop did|has|have done? all|everything
seller|store|shop did|has|have done? nothing wrong
seller|store|shop .. correctly|properly|rightly|fairly
seller|store|shop and i|we have|had? settled|agreed|closed|solved|resolved|arranged
i|we and? the? seller|store|shop have? settled|agreed|closed|solved|resolved|arranged
we have? closed|settled|solved|resolved this|it|the|that|amicably
in line with the|its|their listing|policy|description|page|rules
ask|asking for a|some|only|just? store? credit|coupon|voucher|discount
""")
_NOT_NEEDED = Phrases("""
no refund is|will|needed|required|necessary
refund is not|no longer needed|required|necessary
no refund|claim|reply|money|return .. is|are .. needed|required|necessary|asked
no compensation|action|answer|dispute|solution|more .. is|are .. needed|required|necessary|asked
nothing more|else|further at|from|of? is|was|needs|has|remains .. asked|needed|required|wanted|claimed|done
nothing is|was asked|wanted|claimed|requested for
refund|claim|dispute|money|reply|compensation is|are not .. needed|required|necessary|called|due|wanted|justified
i|we need|want|ask|expect|claim|demand|request|require for? no|nothing money|refund|more|compensation|further|else
i|we .. ask|asks|need|want for? nothing
ask|asking|want|wanting for? nothing|no more|further|else|money
no hurry|rush|urgency
does|do|did not bother|disturb|trouble|matter
doesn't|don't|didn't bother|disturb|trouble|matter
claim|dispute|request|refund|case|this|it .. can|could|may|might wait
not|never asking|claiming|requesting|demanding|seeking anything|money|refund|more
""")
_FRACTION = Phrases("""
half|third|quarter|fifth|tenth|fraction|percent|% of the|my|its price|money|amount|sum|payment|cost|value
""")
_BUYER_FINE = Phrases("""
buyer|customer|client|i is|am|was|would|will .. fine|satisfied|happy|ok|okay|content|pleased with
buyer|customer|client .. accepts|agrees|withdraws|cancels|closes|waives|drops|admits
""")
_CAME = Phrases("""
reached|reaches|reach me|us|my
handed|delivered to me|us
i|we have|had|now|finally|since|also? received|got|collected|hold .. parcel|order|item|it|goods
arrived|came yesterday|today|here|well|safely|home|intact|now|after
has|have now|finally|since|meanwhile arrived|come|reached
is|are here|back? with|in me|us|my
""")
_RECEIPT_DENIED = 8
_AND = frozenset(("and", "so", "but", "then"))
_US = frozenset(("i", "we", "i'd", "i'll", "just", "please"))
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
partly|partially|shared my|responsible|responsibility
i|we share the|some|part responsibility|blame|fault
is|was|are|were|be down|due|owing to me|us|myself
was|were|been|got cracked|broken|damaged|torn|stained|lost|scratched|spoiled|opened|worn|used|washed by me|us|myself
because|on account of me
when|after|while i|we rinsed|washed|dropped|cleaned|used|wore|fell|tried|opened|tore|pulled|pushed|cut
i|we mixed|confused|muddled .. up|option|options|size|sizes|colour|colours|address
came|comes|come about when i|we
my|our screen|monitor|display|doing|carelessness|negligence
i|we did not|never read|check|measure|look|ask
i|we didn't read|check|measure|look|ask
i|we overlook*
looks|look|looked alike|like|similar|close .. navy|ordered|listing|me
""")


def concession(page: Page) -> Iterator[Finding]:
    """Withdrawals, acceptances, and faults of the buyer that the case does not hold."""
    for hit in page.hits(_GIVES_UP, reported=True, of_item=True):
        first = hit.match.first
        if page.told_by_seller(hit.sentence) or accepts(page, hit.sentence):
            continue
        if (page.says_seller(first) or page.denied(first)) and not _ours_again(page, first):
            continue
        around = {word.text for word in page.words[hit.match.first : hit.match.after]}
        if not around & _DENIED_STILL and not any(word.endswith("n't") for word in around):
            yield hard("concession", hit.text, "This gives away what is asked for.")
    for hit in page.hits(_NOT_NEEDED, of_item=True):
        if not page.told_by_seller(hit.sentence):
            yield hard("concession", hit.text, "This gives away what is asked for.")
    if page.brief is None:
        return
    for hit in (*page.hits(_FRACTION), *page.hits(_BUYER_FINE, of_item=True)):
        if not hit.sentence.own_words and hit.sentence.part in {Part.BODY, Part.ATTACHMENT}:
            yield hard("concession", hit.text, "The request is stated by code, and nothing beside it.")
    if page.sources.case.facts.only("received", "no"):
        for hit in page.hits(_CAME):
            ours = hit.sentence.part is Part.BODY and not hit.sentence.own_words
            if (
                ours
                and not page.denied(hit.match.first, _RECEIPT_DENIED)
                and not says(page, hit.sentence, hit.text, names=False)
            ):
                yield hard("concession.received", hit.text, "The case says that the order was not received.")
    yield from stance(page)
    for hit in page.hits(_BLAME, negated=False):
        if not hit.sentence.own_words and not _takes_it(page, hit):
            yield hard("concession.blame", hit.text, "The case does not say so.")


def _ours_again(page: Page, first: int) -> bool:
    """Whether the buyer speaks again after words of the seller's: "they offered a coupon and I …", "so just …"."""
    before = page.words.texts[max(0, first - 12) : first + 1]
    return any(
        one in _AND and (after in _US or at + 2 == len(before)) for at, (one, after) in enumerate(pairwise(before))
    )


def _takes_it(page: Page, hit: Hit) -> bool:
    """Whether the case itself takes the blame: in the body, in facts and proof, and not in what was written."""
    if hit.sentence.part is not Part.BODY:
        return page.sources.says_words(hit.text) or page.sources.says(_BLAME)
    return any(_BLAME.within(words_of(text)) for text in texts_for(page, hit.sentence))
