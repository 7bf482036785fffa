"""Statements: what keeps a sentence of the buyer's out of a message, beyond what no message may hold.

Decided here: proof is numbered and cited by code, so ids and brackets of ours in the buyer's words claim what is not
there; a sentence all in capitals, or that tells a feeling and nothing else, is for the buyer to write again; a sum or
an order number that is at odds with the order is never printed beside it.
"""

import re
from collections.abc import Iterator

from claimwright.letter.checks.command import commands
from claimwright.letter.checks.evidence import KIND_WORDS
from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.identity import known
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.phrases import Phrases
from claimwright.reading.amounts import MoneySpan, written
from claimwright.reading.identifiers import Sort, is_card
from claimwright.reading.later import later
from claimwright.reading.sentences import STOP_WORDS, content, words

_PROOF = "photo*|picture*|video*|image*|screenshot*|proof|evidence|file*|document*|receipt*|invoice*|attachment*"
_ATTACHED = Phrases(f"""
i|we attach|enclose .. {_PROOF}
i|we am|are|have|also|hereby|will? attached|attaching|enclosed|enclosing|attach|enclose .. {_PROOF}
i'm|i've|i'll|we've attached|attaching|enclosed|enclosing|attach .. {_PROOF}
attached|enclosed {_PROOF}
attached|enclosed are|is|you|please|find .. {_PROOF}
find|see .. attached|enclosed
{_PROOF} are|is|was|were? attached|enclosed|below|above|included
see .. {_PROOF}
i|we have|am|are? also? upload*|submit*|provid* .. {_PROOF}
i|we am|are? also? send|sending|add|adding|include|including .. {_PROOF}
in|on the|this|these|my|our {_PROOF} you
""")
_ADDRESSEES = "seller store shop them him her courier carrier listing"
_WRITTEN_TO = frozenset(_ADDRESSEES.split())
_OURS = later(
    r"\(E\d{1,2}(?:(?:,| and|,? ?&|;)? ?E\d{1,2}){0,10}\)|\[ ?(?:ASK|[EFG]\d{1,3})(?:[ ,;&]{1,3}[EFG]\d{1,3}){0,10} ?\]"
)
_PLACE = later(
    r"\[(?:please )?(?:(?:see|attach|insert|add|here)\b[^\[\]\n]{0,60}|(?:photo|picture|image|video|screenshot|proof"
    r"|evidence|attachment)s?(?: \d{1,2})?)\]",
    re.IGNORECASE,
)
_NAMED = later(
    r"(?i:attached|attachments?|enclosed|see|proof|evidence|exhibit):? {0,2}E(\d{1,2})\b"
    r"|\bE(\d{1,2}) (?:show|prove|confirm)s?\b"
)
_MARK = later(r"E(\d{1,2})\b")
_LIGHTING = "socket sockets bulb bulbs lamp lamps lampholder fitting thread screw holder"
_SOCKETS = frozenset(_LIGHTING.split())  # E14 and E27 are their sizes
_FELT = content("""
    angry anger upset sad unhappy happy satisfied disappointed disappointing disappointment frustrated frustrating
    frustration furious annoyed annoying mad shocked horrified outraged fed sick tired tears cry crying hate worried
    stress stressed terrible awful horrible bad worst unacceptable
""")
_FILLING = content("""
    i'm i've feel feeling feelings really extremely totally absolutely completely quite customer buyer experience
    situation service seller store shop platform order purchase life ever never always
    happened thing wrong pleased
""")
_FOR_IT = Phrases("for it|this|that|them|everything")
_FOR_ORDER = Phrases("for the|my|this|that|these whole|entire? order|item|product|goods")
_OF_ANOTHER = """
    tax taxes vat duty duties customs shipping delivery postage fee fees charge charges courier carrier return returning
    repair deposit extra more additionally again another each per listed
"""
_ELSE = frozenset(_OF_ANOTHER.split())


def statement(page: Page) -> Iterator[Finding]:
    """Ids of ours, attachments that are not there, heat without a fact, figures at odds with the order."""
    if page.brief is not None:
        return
    for layer, outside in zip(page.placed(page.unnamed), page.placed(page.outside), strict=True):
        yield from commands(layer[1], outside[1])
    yield from _marks(page)
    yield from _attached(page)
    yield from _heat(page)
    yield from _paid(page)
    yield from _orders(page)


def _marks(page: Page) -> Iterator[Finding]:
    text = page.unnamed
    if "E" not in text and "[" not in text:
        return
    count = len(page.sources.case.evidence)
    for match in (*_OURS.finditer(text), *_PLACE.finditer(text)):
        start, end = page.bounds(match.start())
        numbers = [int(one.group(1)) for one in _MARK.finditer(match.group())]
        if numbers and min(numbers) > count and not _SOCKETS.isdisjoint(words(page.text[start:end])):
            continue
        rule = f"Leave {match.group()} out; proof is numbered and cited for you."
        yield hard("evidence.marked", match.group(), rule)
    for match in _NAMED.finditer(text):
        number = int(match.group(1) or match.group(2))
        if not 0 < number <= count:
            yield hard("evidence.unknown", match.group(), f"There is no E{number}.")


def _attached(page: Page) -> Iterator[Finding]:
    held = {item.kind for item in page.sources.case.evidence}
    for hit in page.hits(_ATTACHED, negated=False):
        around = page.sentence_words(hit.match.first)
        texts = [word.text for word in around]
        first = hit.text.lower().split()[0]
        if page.denied(hit.match.first) or (first in {"i", "we", "i've"} and not _WRITTEN_TO.isdisjoint(texts)):
            continue
        at = next(n for n, word in enumerate(around) if word.start == hit.start)
        if first == "see" and at and texts[at - 1] not in {"please", "and", "also"}:
            continue  # "I could see in the picture": what the buyer saw
        if not held:
            yield hard("evidence.claimed", hit.text, "The case holds no evidence; list it, or leave this out.")
            continue
        named = {word.removesuffix("s") for word in texts} & KIND_WORDS.keys()
        for word in sorted(named):
            if not KIND_WORDS[word] & held:
                yield hard("evidence.kind", hit.text, f"The case holds no {word}; list it, or leave this out.")


def _heat(page: Page) -> Iterator[Finding]:
    disliked = page.sources.case.facts.defects == frozenset({"dislike"})
    for sentence, text in page.placed(page.outside):
        letters = sum(map(str.isalpha, text))
        if letters >= 12 and text == text.upper() != text.lower() and len(words(text)) >= 4:
            yield hard("shouting.all", sentence.text, "It is all in capitals. Write it in small letters, calmly.")
        if disliked:
            continue
        said = content(text) - page.sources.marketplace_stems
        if said and said & _FELT and said <= _FELT | _FILLING:
            yield hard(
                "chatter.feeling", sentence.text, "It tells a feeling and no fact. Say what is wrong with the order."
            )


def _paid(page: Page) -> Iterator[Finding]:
    paid = page.sources.case.order.paid
    if paid is None or "paid" not in page.vocabulary:
        return
    for span in page.money:
        if not span.fits(paid) and _is_price(page, span):
            rule = f"The case says that {written(paid)} was paid. Correct the one or the other."
            yield hard("contradiction.paid", span.text, rule, written(paid))


def _is_price(page: Page, span: MoneySpan) -> bool:
    """Whether the sum is what the buyer paid for the order, in the words just before and after it."""
    at = next((n for n, word in enumerate(page.words) if word.end > span.start), None)
    if at is None:
        return False
    around = page.sentence_words(at)
    before = [word for word in around if word.start < span.start][-7:]
    paid = next((n for n in range(len(before) - 1, -1, -1) if before[n].text == "paid"), None)
    if paid is None or not {"i", "we"} & {word.text for word in before[max(0, paid - 3) : paid]}:
        return False
    if not _ELSE.isdisjoint(word.text for word in around):
        return False
    after = [word for word in around if word.start >= span.end][:4]
    near = [*before[paid + 1 :], *after]
    facts, item = page.sources.case.facts, page.sources.item_words - STOP_WORDS
    if _FOR_ORDER.within(near) or any(
        one.text == "for" and {word.text for word in near[n + 1 : n + 4]} & item for n, one in enumerate(near)
    ):
        return True
    taxed = facts.only("whereabouts", "customs") or "vat_twice" in (facts.defects or ())
    return not taxed and _FOR_IT.within(near)


def _orders(page: Page) -> Iterator[Finding]:
    number = page.sources.case.order.number
    for one in page.identifiers:
        if one.sort is not Sort.DIGITS or is_card(one.value) or not number or known(page, one):
            continue
        start, _ = page.bounds(one.start)
        before = words(page.unnamed[start : one.start])[-4:]
        if "order" in before:
            yield hard("order_number", one.text, "This is not the number of the order.", number)
