"""Identity: order, parcel and names as the case has them; nothing that leads away from the platform."""

import re
from collections.abc import Iterator
from functools import cache

from claimwright.guide.rule import Purpose
from claimwright.letter.checks.finding import Finding, hard, soft
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.phrases import Phrases
from claimwright.letter.draft import Part
from claimwright.reading.dates import MONTHS, WEEKDAYS
from claimwright.reading.identifiers import Identifier, Sort, identifiers, is_card, plain_number
from claimwright.reading.later import later
from claimwright.reading.sentences import words

_CONTACT = frozenset({Sort.EMAIL, Sort.URL, Sort.HANDLE, Sort.PHONE})
_OUTSIDE = Phrases("""
whatsapp
telegram
wechat
instagram
facebook
messenger
viber
signal app
skype
discord
paypal
zelle
venmo
cash app
revolut
bitcoin
crypto*
western union
moneygram
bank transfer
wire transfer
gift card*
qr code
outside platform|the platform?
off the? platform
""")
_CALLS = Phrases("""
contact|call|text|write|reach|email|message|phone us|me .. at|on|by|via|through|under whatsapp|telegram|wechat|phone
contact|call|text|write|reach|email|message|phone us|me .. at|on|by|via|through|under e|email|mail|skype|viber
contact|call|text|write|reach|email|message|phone us|me .. at|on|by|via|through|under facebook|instagram|messenger
pay|send|transfer|refund .. by|via|through|using|with|to paypal|western|bank|zelle|venmo|wise|revolut|bitcoin|crypto
my whatsapp|telegram|wechat|paypal|phone|number|email|iban|account is|number|id|address
""")
_PLACE = later(
    r"\b[A-Za-z][\w-]{1,40}\.[A-Za-z]{2,20}/\w|\b[\w-]{2,40} dot [a-z]{2,20} slash\b|\bhxxps?\b"
    r"|\b[\w-]{2,40} ?[(\[]dot[)\]] ?[a-z]{2,20}\b",
    re.IGNORECASE,
)
"""Addresses on the web by their shape, whatever their ending, and spelled out."""
_SHOPS = frozenset({"store", "shop", "mall"})
_KNOWN = "I English VAT EU UK US PDF ID OK Order Attached"
_WELL_KNOWN = frozenset((*MONTHS, *WEEKDAYS, *_KNOWN.split()))
_GREETED = "seller team sir madam customer service support store reviewer all the"
_TEAM = frozenset(_GREETED.split())
_GOODBYES = frozenset({"thank you", "kind regards", "best regards", "regards", "thanks", "hello"})


def identity(page: Page) -> Iterator[Finding]:
    """Numbers of the order and the parcel, contact and payment data, places outside the platform, names."""
    yield from contact_data(page)
    yield from _numbers(page)
    yield from _names(page)


def contact_data(page: Page) -> Iterator[Finding]:
    """Addresses, account names, telephone and account numbers, and requests to go on elsewhere."""
    for one in (*page.identifiers, *page.phones):
        if one.sort is Sort.PHONE and one.value in _ours(page):
            continue
        if one.sort in _CONTACT:
            yield hard("contact_data", page.text[one.start : one.end], f"No {one.sort} belongs in the message.")
        elif (one.sort is Sort.IBAN or (one.sort is Sort.DIGITS and is_card(one.value))) and not known(page, one):
            yield hard(
                "payment_data", page.text[one.start : one.end], "No account or card number belongs in the message."
            )
    for match in _PLACE.finditer(page.outside):
        yield hard("contact_data", match.group(), "No link belongs in the message.")
    told = set()
    for hit in page.hits(_CALLS, negated=False):
        told.add(hit.start)
        yield hard("off_platform", hit.text, "Everything is settled on the platform.")
    for hit in page.hits(_OUTSIDE):
        if hit.start not in told and not page.sources.says_words(hit.text) and page.brief is not None:
            yield hard("off_platform", hit.text, "The case does not speak of this.")


def _ours(page: Page) -> frozenset[str]:
    order = page.sources.case.order
    return frozenset(plain_number(number) for number in (order.number, order.tracking_number) if number)


def known(page: Page, one: Identifier) -> bool:
    """Whether this is the number of the order or the parcel, or stands in the case's own texts."""
    return one.value in _ours(page) or any(
        one.value == other.value
        for text in page.sources.texts
        for other in identifiers(text)
        if one.value in plain_number(text)
    )


def _numbers(page: Page) -> Iterator[Finding]:
    order = page.sources.case.order
    for one in page.identifiers:
        if one.sort is Sort.DIGITS and not known(page, one) and not is_card(one.value):
            yield hard("order_number", one.text, "This is not the number of the order.", *filter(None, (order.number,)))
        if one.sort is Sort.TRACKING and not known(page, one):
            yield hard(
                "tracking_number", one.text, "This is not the tracking number.", *filter(None, (order.tracking_number,))
            )
    if page.brief is None or not order.number or order.number in page.text:
        return
    if plain_number(order.number) not in plain_number(page.text):
        rule = "The message does not name the order."
        make = hard if page.purpose is Purpose.STATEMENT else soft
        yield make("order_number.missing", "", rule, order.number)


def _names(page: Page) -> Iterator[Finding]:
    buyer, store = page.sources.case.buyer.name, page.sources.case.order.store
    ours = {word for name in (buyer, store) if name for word in words(name)} | page.sources.marketplace
    for match in _greeting().finditer(page.unnamed):
        named = words(match.group(1))
        if any(word not in ours and word not in _TEAM for word in named):
            yield hard("name", match.group().strip(), "This name is not in the case.", *filter(None, (buyer, store)))
    for match in _store().finditer(page.unnamed) if not _SHOPS.isdisjoint(page.vocabulary) else ():
        if not page.sources.says_words(match.group()):
            yield hard("name", match.group(), "This is not the store's name.", *filter(None, (store,)))
    for sentence in page.sentences:
        name = sentence.text.strip(" .,")
        well_known = name in _WELL_KNOWN or name.lower() in page.sources.marketplace
        signed = sentence.part is Part.CLOSING and _signature().fullmatch(sentence.text.strip())
        if not signed or well_known or sentence.text.strip() == buyer:
            continue
        if " ".join(words(sentence.text)) not in _GOODBYES:
            yield hard("name", sentence.text, "This is not the buyer's name.", *filter(None, (buyer,)))
    familiar = page.sources.vocabulary | page.sources.marketplace
    for match in _capital().finditer(page.outside):
        word = match.group()
        if word not in _WELL_KNOWN and word.lower() not in familiar and not word[0].isdigit():
            yield soft("name.unknown", word, "This name is not in the case.")


@cache
def _greeting() -> re.Pattern[str]:
    return re.compile(
        r"[DHIMRSdhmrs](?<!\w.)(?:(?<=[Dd])ear|(?<=[Hh])(?:i|ello)|(?<=M)(?:r|rs|s)\.?|(?<=[Mm])y name is"
        r"|(?<=I) am called|(?<=[Ss])(?:incerely|igned),?|(?<=[Rr])egards,?)"
        r"[ \n]{1,2}([A-Z][\w'’-]{1,30}(?:[ ][A-Z][\w'’-]{1,30}){0,4})"
    )


@cache
def _store() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z][\w&'’-]{0,30}(?: [A-Z][\w&'’-]{0,30}){0,3} (?:Official )?(?:Store|Shop|Mall)\b")


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_a-z][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){0,3}[.,]?")


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"[A-Z](?<=[a-z,] .)[A-Za-z]{2,30}\b")
