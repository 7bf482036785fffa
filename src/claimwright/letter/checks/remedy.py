"""The remedy: a claim asks for exactly what was decided, and a message to the seller demands no money.

Decided here: what the seller offered or asked for, and what the contact part tells, are no requests of this message;
nor is a sum that others ask of the buyer. A wish counts only where "I" or "we" is the nearest one who can wish.
"""

from collections.abc import Iterator, Sequence

from claimwright.guide.rule import Remedy
from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Hit, Page
from claimwright.letter.checks.phrases import Phrases, Word
from claimwright.letter.draft import Part
from claimwright.reading.amounts import written
from claimwright.reading.characters import visible

_REFUND = Phrases("""
refund*
reimburs*
money back
my money
repay*
pay me? back
return my|the money
""")
_WISHES = Phrases("""
ask|want|demand|request|expect|require|deserve|claim|insist|need|seek
am|are asking|requesting|claiming|demanding|seeking|entitled
would like
""")
_PLEAS = Phrases("""
please .. refund|send|give|pay|return|reimburse|compensate|replace
refund|reimburse|compensate|pay|give|send|replace me|us
owe* me|us
must|should .. refund|reimburse|compensate|replace
""")
_US = frozenset(("i", "we", "i'd", "i'm", "i'll", "we'd"))
_THEY_WHO_ASK = """
    they he she customs courier carrier post office seller store shop who which notice letter authority authorities
    because since as platform company
"""
_THEM = frozenset(_THEY_WHO_ASK.split())
_FULL = Phrases("""
full|complete|total|entire|whole refund|reimbursement
refund*|reimburs*|return*|back|ask|want|demand|claim .. full|complete|total|entire|whole price|amount|payment|sum|money
full|complete|total|entire|whole price|amount|payment|sum|money .. back|returned|refunded|reimbursed
refund* .. in full|fully|completely|entirely
fully|completely refund*|reimburs*
full* refund*
all of? my|the money
everything back
100 % refund*|of|back
money back in full
every cent|penny
""")
_PART = Phrases("""
partial* refund*|reimburs*|compensat*
part|half of the|my? refund|price|money|payment|amount
refund* .. part|half of
""")
_EXTRA = Phrases("""
compensat*
damages for
punitive
interest on|at|from
with interest
voucher*
coupon*
store credit*
bonus*
discount*
free gift|item|product|order|replacement
replacement*
replace it|the|this
reship*
resend*
new one|item|unit
exchange it|for
goodwill
apolog*
shipping|postage|return costs|fees|cost|fee
on top of
in addition to
plus shipping|costs|postage
for my|the trouble|time|inconvenience|stress
""")
_RETURN = Phrases("""
i|we will|can|would|shall|am .. return|returning|send|ship .. it|item|goods|parcel|product|back
i|we will|can|would|shall|am .. return|returning|send|ship
willing|happy|ready|prepared|glad to return|send|ship
return the item|goods|parcel|product at|for
against|upon|after the? return of
""")
_KEEP = Phrases("""
i|we will|can|would|shall|am|want|wish .. keep|keeping it|the|item|goods
keep it|the item|goods
keeping it|the
""")


def remedy(page: Page) -> Iterator[Finding]:
    """A request that is missing, wrong, or more than was decided."""
    if page.brief is not None and page.ask is not None:
        yield from _missing(page)
    yield from requests(page)


def requests(page: Page) -> Iterator[Finding]:
    """Whatever is asked for beyond the decided request; also told of one statement alone."""
    ask = page.ask
    if ask is None:
        yield from _demanded(page)
    else:
        if ask.remedy is Remedy.PARTIAL:
            for hit in _asked(page, _FULL):
                yield hard("remedy.wrong", hit.text, "Only part of the money is asked for.", written(ask.amount))
        else:
            for hit in _asked(page, _PART):
                yield hard("remedy.wrong", hit.text, "The whole price is asked for.", written(ask.amount))
        yield from _wrong_sums(page)
        yield from _goods(page)
    for hit in _asked(page, _EXTRA):
        if _is_request(page, hit):
            yield hard("remedy.extra", hit.text, "The message asks for more than was decided.")


def _asked(page: Page, phrases: Phrases) -> Iterator[Hit]:
    """Phrases in the parts that can ask; the item's name may hold the very words: "Full refund hoodie"."""
    name = visible(page.sources.case.buyer.name or "")
    for hit in page.hits(phrases, of_item=True):
        part, words = hit.sentence.part, page.words.texts[hit.match.first : hit.match.after]
        named = part is Part.OPENING and page.sources.item_words.issuperset(words)
        if not named and part not in {Part.CONTACT, Part.ATTACHMENT} and hit.sentence.text != name:
            yield hit


def _is_request(page: Page, hit: Hit) -> bool:
    """Whether a sentence asks for something: all of the request part does."""
    return hit.sentence.part is Part.REQUEST or _buyer_asks(page.sentence_words(hit.match.first))


def _buyer_asks(words: Sequence[Word]) -> bool:
    """Whether the buyer is the one who asks in these words."""
    return any(_by_us(words, match.first) for match in _WISHES.find(words)) or any(
        words[match.first].text == "please" or _by_us(words, match.first) is not True for match in _PLEAS.find(words)
    )


def _by_us(words: Sequence[Word], at: int) -> bool | None:
    """Whether the nearest one named before a verb is the buyer; None if nobody is named."""
    for word in reversed(words[:at]):
        if word.text in _US or word.text in _THEM:
            return word.text in _US
    return None


def _missing(page: Page) -> Iterator[Finding]:
    ask = page.ask
    assert ask is not None
    refunds = {id(hit.sentence) for hit in _asked(page, _REFUND)}
    for span in page.money:
        if id(page.at(span.start)) in refunds and span.fits(ask.amount):
            named = {id(hit.sentence) for hit in _asked(page, _PART if ask.remedy is Remedy.PARTIAL else _FULL)}
            if id(page.at(span.start)) in named:
                return
    kind = "a full refund" if ask.remedy is Remedy.FULL else "a partial refund"
    rule = "The message must ask for the kind of refund with its sum and currency, in one sentence."
    yield hard("remedy.missing", "", rule, f"{kind} of {written(ask.amount)}")


def _demanded(page: Page) -> Iterator[Finding]:
    for hit in _asked(page, _REFUND):
        before = page.sentence_words(hit.match.first)
        if page.denied(hit.match.first, 8):
            continue
        if _buyer_asks([word for word in before if word.start <= hit.start + len(hit.text)]):
            yield hard("remedy.demanded", hit.text, "This message asks for no money.")


def _wrong_sums(page: Page) -> Iterator[Finding]:
    ask, paid = page.ask, page.sources.case.order.paid
    assert ask is not None
    allowed = written(ask.amount)
    for span in page.money:
        sentence = page.at(span.start)
        if span.fits(ask.amount) or sentence.part in {Part.CONTACT, Part.ATTACHMENT, Part.OPENING}:
            continue
        at = next((n for n, word in enumerate(page.words) if word.end > span.start), None)
        if at is None or page.says_seller(at):
            continue
        if _follows_refund(page, at) or (not (paid and span.fits(paid)) and _asks_before(page, at, span.start)):
            yield hard("remedy.wrong", span.text, "This is not the sum that is asked for.", allowed)


def _follows_refund(page: Page, at: int) -> bool:
    """Whether the sum is what is to be refunded: "refund of", "refund me", "back"."""
    near = page.words[max(0, at - 3) : at]
    if any(not word.text[0].isalnum() for word in near):
        near = near[1 + max(n for n, word in enumerate(near) if not word.text[0].isalnum()) :]
    texts = [word.text for word in near]
    if {"refunded", "reimbursed"}.intersection(texts):  # done by others, unless it is "I want to be refunded"
        return _asks_before(page, at, page.words[at].start)
    return any(text.startswith(("refund", "reimburs")) for text in texts) and not {"paid", "from", "out"} & set(texts)


def _asks_before(page: Page, at: int, place: int) -> bool:
    """Whether the buyer asks in the last words before a sum, and nobody else stands between."""
    words = [word for word in page.sentence_words(at) if word.start < place][-8:]
    last = max((n for n, word in enumerate(words) if word.text in _THEM), default=-1)
    return _buyer_asks(words[last + 1 :] if last >= 0 and not _PLEAS.within(words[last:]) else words)


def _goods(page: Page) -> Iterator[Finding]:
    ask = page.ask
    assert ask is not None
    if ask.goods != "return":
        for hit in page.hits(_RETURN, negated=False):
            if hit.sentence.part is not Part.CONTACT and not page.sources.says(_RETURN):
                yield hard("remedy.goods", hit.text, "Nothing was decided about sending the goods back.")
    if ask.goods != "keep":
        for hit in page.hits(_KEEP, negated=False):
            if hit.sentence.part is not Part.CONTACT and not page.sources.says(_KEEP):
                yield hard("remedy.goods", hit.text, "Nothing was decided about keeping the goods.")
