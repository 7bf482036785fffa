"""How one message between buyer and seller, and one item of proof, is told in a clause.

A note of the buyer's ("I asked for a refund.", "Offered a coupon.") is merged into the sentence; anything else was said
in these words, and is quoted.
"""

import re

from claimwright.case.evidence import Contact, Evidence
from claimwright.letter.stops import QUOTES, before_proof, calm, ended, opened
from claimwright.reading.characters import visible
from claimwright.reading.dates import written
from claimwright.reading.later import later

LONGEST_QUOTATION = 300
KINDS = {
    "photo": "photo",
    "video": "video",
    "listing": "listing",
    "order_page": "order page",
    "tracking": "tracking page",
    "conversation": "conversation with the seller",
    "measurement": "measurement",
    "receipt": "receipt",
    "official_document": "official document",
    "other": "further proof",
}
WORDLESS = ("I wrote to the seller.", "Answered.", "Wrote to me.")
"""What stands for the words of a message that may not be told."""

_IRREGULAR = """
    said told wrote sent gave did was were had made came went took got let kept put left paid found chose held meant
    sold spoke thought knew saw began brought could would
"""
_PAST = frozenset(_IRREGULAR.split())
_ADJECTIVES = """
    need indeed speed feed seed red bed shed limited united damaged used unused opened returned delivered received
    estimated expected required attached related
"""
_NOT_PAST = frozenset(_ADJECTIVES.split())
_WRITING = """
    asked wrote sent told said requested contacted messaged emailed phoned called reported complained replied answered
    responded refused declined rejected repeated reminded explained described showed informed notified demanded proposed
    suggested thanked agreed offered forwarded provided gave shared confirmed inquired enquired insisted mentioned urged
"""
_WRITES = frozenset(_WRITING.split())
"""What a message of the buyer can be a note of; anything else in the past tense may be what the message said."""
_SELLER = later(r"(?:the seller|seller|the shop|the store|they|he|she)\s+(?=(?P<verb>[a-z']+))", re.IGNORECASE)
_BUYER = later(
    r"(?P<who>I(?:['’](?:ve|d)| have| had)?\s+)?(?P<when>(?:again|also|then|already|politely|first|later)\s+)?"
    r"(?P<verb>[a-z]+)(?=[\s.,:;!?…]|$)",
    re.IGNORECASE,
)
_MORE = later(r"(?<=[.!?…])\s+(?=\S)")
_YOU = later(r"\byou(?:rs?)?\b", re.IGNORECASE)
_SAID_I = later(r"(?:said|told|wrote|replied|answered|claimed|stated|insisted)\b(?:(?! that I\b).)*?\bI(?:['’]\w+)?\b")
_NOTHING = later(r"no (?:answer|reply|response)\b", re.IGNORECASE)
_YOURS = (
    (re.compile(r"\bthe (?:seller|shop|store)(?:'s|’s)", re.IGNORECASE), "your"),
    (re.compile(r"\b(for|to|from|by|with|asked|told|of|at) the (?:seller|shop|store)\b", re.IGNORECASE), r"\1 you"),
)


def told(contact: Contact, to_seller: bool) -> tuple[str, str]:
    """The sentence on one contact, in two pieces: what stands before a citation of proof, and what stands after it."""
    day = f"On {written(contact.on)}"
    text = visible(contact.text)
    clause = _buyers(text, to_seller) if contact.sender == "buyer" else _sellers(text, to_seller)
    if clause is None:
        who = "I" if contact.sender == "buyer" else "you" if to_seller else "the seller"
        to = " to you" if to_seller and contact.sender == "buyer" else ""
        words, whole = _quotation(text)
        return f"{day} {who} wrote{to}{'' if whole else ', among other things'}", ended(f": “{words}”")
    if to_seller:
        clause = to_you(clause)
    clause = ended(calm(clause))
    if clause[-1] in QUOTES:
        return f"{day} {clause}", ""
    clause, stop = before_proof(clause)
    return f"{day} {clause}", stop


def note(contact: Contact, to_seller: bool = False) -> bool:
    """Whether a message is told in a clause of the sentence, and not quoted."""
    text = visible(contact.text)
    return (_buyers if contact.sender == "buyer" else _sellers)(text, to_seller) is not None


def to_you(text: str) -> str:
    """The buyer's words as they are said to the seller's face."""
    for pattern, you in _YOURS:
        text = pattern.sub(you, text)
    return text


def _buyers(text: str, to_seller: bool) -> str | None:
    """The note in the past tense that begins with I, if the text is one and is clear as such."""
    if _YOU.search(text) and not to_seller:
        return None
    notes: list[str] = []
    for one in _MORE.split(text):
        found = _BUYER.match(one)
        if found is None or found["verb"].lower() not in _WRITES or (notes and not found["who"]):
            return None
        notes.append(one if found["who"] else f"I {one[0].lower()}{one[1:]}")
    return " ".join(notes)


def _sellers(text: str, to_seller: bool) -> str | None:
    if _NOTHING.match(text):
        return f"{'you' if to_seller else 'the seller'} gave {text[0].lower()}{text[1:]}"
    named = _SELLER.match(text)
    rest = text[named.end() :] if named else text
    verb, _, after = rest.partition(" ")
    if not _past(verb) or _SAID_I.match(rest[0].lower() + rest[1:]):
        return None
    verb = verb.lower()
    if to_seller and verb == "was":
        verb = "were"
    return f"{'you' if to_seller else 'the seller'} {verb} {after}".rstrip()


def _past(word: str) -> bool:
    plain = word.lower().rstrip(".,;:!?")
    negated = plain.removesuffix("n't").removesuffix("n’t")
    return negated in _PAST or (plain.endswith("ed") and len(plain) > 3 and plain not in _NOT_PAST)


def _quotation(text: str) -> tuple[str, bool]:
    """The words to quote, verbatim, and whether they are all of them. Marks inside become single ones."""
    return shortened(text.replace("“", "‘").replace("”", "’").replace('"', "'"))


def shortened(text: str) -> tuple[str, bool]:
    """The words of a message that are told, and whether they are all of them."""
    if len(text) <= LONGEST_QUOTATION:
        return text, True
    start = text[:LONGEST_QUOTATION]
    stop = max(start.rfind(mark) for mark in (". ", "! ", "? "))
    return (start[: stop + 1] if stop > 0 else start.rsplit(" ", 1)[0]), False


_NAMES = {
    "photo": ("photo", re.compile(r"\b(?:photo|picture|image)", re.IGNORECASE)),
    "video": ("video", re.compile(r"\b(?:video|film|recording)", re.IGNORECASE)),
    "listing": ("listing", re.compile(r"\b(?:listing|description|product page|item page|size chart)", re.IGNORECASE)),
    "order_page": ("order page", re.compile(r"\border (?:page|details)", re.IGNORECASE)),
    "tracking": ("tracking", re.compile(r"\btrack", re.IGNORECASE)),
    "conversation": (
        "conversation",
        re.compile(r"\b(?:conversation|chat|messages?|mails?|letter)\b", re.IGNORECASE),
    ),
    "measurement": ("measurement", re.compile(r"\b(?:measur|tape|ruler|scales?\b)", re.IGNORECASE)),
    "receipt": ("receipt", re.compile(r"\b(?:receipts?|invoice|bill|payments?)\b", re.IGNORECASE)),
    "official_document": (
        "official document",
        re.compile(r"\b(?:document|letter|notice|certificate|form|decision|statement)", re.IGNORECASE),
    ),
}
TAKEN = frozenset({"photo", "video", "measurement"})
_PICTURED = re.compile(r"(?:an?|the|my|both|one|two|three|four|\d+)\s", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|shows?|does|do)\b", re.IGNORECASE)


def described(item: Evidence, with_date: bool = True) -> str:
    """An item of proof as the list names it: its kind, unless the buyer's words name it, what it shows, and the day."""
    shows = opened(calm(visible(item.shows)))[0]
    text = shows
    if item.kind in _NAMES and not _NAMES[item.kind][1].search(shows):
        name = _NAMES[item.kind][0]
        pictured = item.kind in {"photo", "video"} and _PICTURED.match(shows) and not _CLAUSE.search(shows)
        text = f"{name} of {_lower_article(shows)}" if pictured else f"{name}: {shows}"
    if not with_date or not item.taken_on:
        return text
    return f"{text}, {'taken on' if item.kind in TAKEN else 'as of'} {written(item.taken_on)}"


def _lower_article(text: str) -> str:
    return text[0].lower() + text[1:]
