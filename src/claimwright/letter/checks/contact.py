"""Contact with the seller: said to have happened only if a dated message stands in the case."""

from collections.abc import Iterator
from datetime import date

from claimwright.guide.rule import Purpose
from claimwright.letter.brief import Kind, Statement
from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Hit, Page
from claimwright.letter.checks.phrases import Phrases
from claimwright.letter.draft import Part
from claimwright.reading.sentences import content

_WROTE = Phrases("""
i|we have|had? already|also|then|again|first? wrote|written|contacted|messaged|emailed .. seller|store|them
i|we have|had? already|also|then|again|first? complained|reached .. seller|store|them
i|we have|had? already|also|then|again|first? asked|told|informed|notified|warned the|this|your? seller|store|them
i|we have|had? tried to|contacting .. seller|store|them
my .. message*|email*|letter*|request* to the|this seller|store
after .. contacting|writing|messaging .. seller|store
despite .. message*|email*|request*|attempt*|contact*
""")
_WROTE_YOU = Phrases("""
i|we have|had? already|also|then|again|first? wrote|written|contacted|messaged|emailed|asked|told|informed to? you
my .. message*|email*|letter* to you
""")
_ANSWERED = Phrases("""
seller|store|shop has|have|had|then|also|only|even? replied|answered|responded|offered|refused|promised|agreed|admitted
seller|store|shop has|have|had|then|also|only|even? said|told|claimed|confirmed|apologised|apologized|proposed|suggested
seller's|store's reply|answer|response|offer|refusal|promise
""")
_SELLER_SAID = Phrases("""
seller|store|shop has|have|had|then|also|only|even|now? replied|answered|responded|offered|refused|promised|agreed
seller|store|shop has|have|had|then|also|only|even|now? said|told|claimed|confirmed|proposed|suggested|asked|wrote
seller|store|shop has|have|had|then|also|only|even|now? admitted|wants|wanted|asks|says|claims|insists|insisted
""")
_RETOLD = content("""
    seller store shop reply answer respond offer refuse promise agree say said tell told claim confirm propose suggest
    ask write wrote admit want insist apologise
""")
"""The stems that tell only that something was said."""
_SILENT = Phrases("""
never .. answer*|repl*|respond*|react*|wrote
no|any|without|a answer|reply|response|reaction from the|this|them? seller?|store?
without .. answer|reply|response
didn't|hasn't|doesn't|haven't|don't even|ever? answer*|repl*|respond*|react*
didn't|hasn't|doesn't|haven't .. an|any answer*|reply|response|reaction
not yet|even|once|ever|been? answer|answered|answering|reply|replied|replying|respond|responded|responding|react
not give|given|get|got|had|have|receive|received|send|sent|offered me? an|any|a? answer|reply|response|reaction
ignore*|ignoring
unanswered
silent|silence
nothing .. heard
heard|hear nothing
stopped answering|replying|responding
refus* to answer|reply|respond
nobody|none ever|has? answered|replied|responded|reacted|wrote
no one ever|has? answered|replied|responded|reacted|wrote
""")
_NOT_THE_SELLER = "courier carrier post customs neighbour neighbor driver dhl office hotline"
_OTHERS = frozenset(_NOT_THE_SELLER.split())
_TIMES = Phrases("""
twice
thrice
two|three|four|five|six|seven|ten|several|many|multiple|numerous|countless times|messages|emails|attempts
2|3|4|5|6|7|8|9|10 times|messages|emails|attempts
repeatedly
again and again
multiple|several|many|numerous messages|emails|attempts|requests
""")
_CHANNELS = {
    "email": Phrases("by|via|through|an|per e|email|mail|emails\nemailed"),
    "phone": Phrases("by|via|over|on the? phone|telephone\ncalled|phoned|rang the|this|your? seller|store|them|you"),
    "chat": Phrases("in|by|via|through|on the? platform? chat"),
}


def contact(page: Page) -> Iterator[Finding]:
    """Claims of messages, answers, silence, counts and channels that the case does not bear out."""
    ours, theirs = _dates(page, "buyer"), _dates(page, "seller")
    if not ours and page.brief is not None:
        for hit in (*page.hits(_WROTE, negated=False), *_to_you(page)):
            if not _stated(page, hit, _WROTE, _WROTE_YOU):
                yield hard("contact.absent", hit.text, "The case holds no message of yours to the seller.")
    dispute = page.sources.case.dispute
    if not theirs and not (dispute and (dispute.proposal or dispute.refused_on)) and page.brief is not None:
        for hit in page.hits(_ANSWERED, reported=True, negated=False):
            known = page.sources.case.facts.only(
                "seller", "no_solution"
            )  # an answer there was; what it said is not known
            if not (known and hit.text.lower().split()[-1].startswith(("answer", "repl", "respon"))) and not _stated(
                page, hit, _ANSWERED
            ):
                yield hard("contact.absent", hit.text, "The case holds no answer of the seller.")
    yield from _invented(page)
    yield from silence(page)
    if page.brief is not None:
        yield from _times(page, len(ours))
        yield from _channel(page)


def _invented(page: Page) -> Iterator[Finding]:
    """What the seller is said to have said, though no statement tells of it; one new word may be another wording."""
    if page.brief is None:
        return
    stated: frozenset[str] | None = None
    for hit in page.hits(_SELLER_SAID, reported=True, negated=False):
        if hit.sentence.part is not Part.BODY or hit.sentence.own_words:
            continue
        if stated is None:
            stated = frozenset().union(*(content(one.text) for one in page.brief.statements if _of_record(one)))
        said = content(" ".join(word.text for word in page.sentence_words(hit.match.first))) - _RETOLD
        new = said - stated
        if len(new) > 1 and 2 * len(new) > len(said):
            yield hard("contact.invented", hit.text, "No message of the case says so.")


def _of_record(one: Statement) -> bool:
    return one.topic.startswith(("what_happened", "contacts", "dispute", "facts.")) or one.kind is Kind.EVIDENCE


def silence(page: Page) -> Iterator[Finding]:
    """Silence of the seller, where none is shown: no dated message, or an answer after the last one."""
    ours, theirs = _dates(page, "buyer"), _dates(page, "seller")
    if ours and not any(answer >= ours[-1] for answer in theirs):
        return
    for hit in page.hits(_SILENT, reported=True):
        around = {word.text for word in page.sentence_words(hit.match.first)}
        about_seller = bool(around & {"seller", "store", "shop", "they", "you", "them"}) or not around & _OTHERS
        if not about_seller or page.told_by_seller(hit.sentence):
            continue
        allowed = () if ours else ("leave it out",)
        rule = (
            "The seller answered after your last message." if ours else "The case holds no dated message to the seller."
        )
        yield hard("contact.silence", hit.text, rule, *allowed)


def _dates(page: Page, sender: str) -> list[date]:
    return sorted(contact.on for contact in page.sources.case.contacts if contact.sender == sender)


def _to_you(page: Page) -> Iterator[Hit]:
    if page.purpose in {Purpose.SELLER, Purpose.EXTENSION}:
        yield from page.hits(_WROTE_YOU, negated=False)


def _stated(page: Page, hit: Hit, *phrases: Phrases) -> bool:
    """Whether the buyer's own statements, which the sentence rests on, say it."""
    return hit.sentence.own_words or any(page.sources.says(one) for one in phrases)


def _times(page: Page, count: int) -> Iterator[Finding]:
    for hit in page.hits(_TIMES):
        around = page.sentence_words(hit.match.first)
        near = {word.text for word in around}
        if hit.sentence.part is Part.ATTACHMENT or page.sources.says_words(hit.text):
            continue
        told = near & {
            "wrote",
            "contacted",
            "asked",
            "messaged",
            "emailed",
            "written",
            "messages",
            "emails",
            "told",
            "attempts",
        }
        if not told or "seller" not in near | ({"seller"} if "you" in near else set()):
            continue
        word = hit.text.lower().split()[0]
        wanted = {"twice": {2}, "two": {2}, "2": {2}, "three": {3}, "thrice": {3}, "3": {3}}.get(
            word, set(range(3, 1000))
        )
        if word in {"four", "five", "six", "seven", "ten", "4", "5", "6", "7", "8", "9", "10"}:
            names = {"four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
            wanted = {names.get(word, 0) or int(word)}
        if count not in wanted:
            yield hard("contact.count", hit.text, "The case holds another number of messages.", str(count))


def _channel(page: Page) -> Iterator[Finding]:
    contacts = page.sources.case.contacts
    known = {contact.channel for contact in contacts if contact.channel}
    known |= {"chat"} if any(item.kind == "conversation" for item in page.sources.case.evidence) or contacts else set()
    for channel, phrases in _CHANNELS.items():
        if channel in known:
            continue
        for hit in page.hits(phrases, reported=True):
            if not page.sources.says_words(hit.text):
                yield hard("contact.channel", hit.text, "The case names another channel, or none.", *sorted(known))
