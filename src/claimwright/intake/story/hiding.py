"""The mask of a story: there is no case yet that says who buys, so patterns say what identifies.

Decided here: beside what is found by its shape (e-mail, telephone, cards, accounts, long numbers) a story hides the
order and tracking number, given names, who says "my name is", who signs, who speaks in a chat, stores and addresses.
A name that none of this tells is not found: the story is shown before it is sent.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from claimwright.intake.story import signs
from claimwright.intake.story.numbers import TRACKING, numbers
from claimwright.intake.story.telling import Story
from claimwright.marketplace import DEFAULT_GUIDE, Marketplace, marketplace_of
from claimwright.privacy.identity import ADDRESS, BUYER_NAME, NAME, ORDER_NUMBER, STORE, TRACKING_NUMBER
from claimwright.privacy.mask import Mask
from claimwright.privacy.secret import Secret, number, words
from claimwright.reading.accents import folded

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄА-ЯЁ]"
_WORD = rf"(?:{_CAPITAL}\.|{_CAPITAL}[\w'’-]+)"
_STREETS = r"calle|c/|avenida|avda\.?|plaza|paseo|rua|travessa|praça|largo|av\."
_RUES = "rue|avenue|boulevard|place|chemin|allée|impasse"
_NAME = rf"{_WORD}(?:[ \t]{_WORD}){{0,3}}"


def mask_of(story: Story, names: Sequence[str] = (), marketplace: Marketplace | None = None) -> Mask:
    """The mask of a story; `names` are those that the buyer gives to be hidden."""
    marketplace = marketplace or marketplace_of(DEFAULT_GUIDE)
    secrets = dict.fromkeys(one for one in _secrets(story, names, marketplace.words) if one)
    return Mask(tuple(secrets), marketplace=marketplace)


def _secrets(story: Story, names: Sequence[str], nobody: Collection[str]) -> Iterator[Secret | None]:
    for one in numbers(story):
        yield number(TRACKING_NUMBER if one.field == TRACKING else ORDER_NUMBER, one.place.text)
    for name in names:
        yield from _parts(NAME, name)
    for pattern in _introductions():
        for match in pattern.finditer(story.text):
            yield from _parts(BUYER_NAME, match["name"])
    for name in _speakers(story.text):
        yield from _parts(NAME, name)
    for match in _store().finditer(story.text):
        yield words(STORE, match[0], nobody=nobody)
        yield words(STORE, match["proper"], nobody=nobody)
    for pattern in _addresses():
        for match in pattern.finditer(story.text):
            yield words(ADDRESS, match[0].strip(" ,.;"))


def _parts(label: str, name: str) -> Iterator[Secret | None]:
    name = name.strip(" .,")
    yield words(label, name)
    if len(name.split()) > 1:
        for part in name.split():
            yield words(label, part.strip("."))


def _speakers(text: str) -> Iterator[str]:
    """Who speaks in a chat: a name before a colon on two lines or more, or after the time of a message."""
    lines = [match for match in _speaker().finditer(text) if not _side(match["name"])]
    counted = [match["name"] for match in lines]
    for match in lines:
        if match["time"] or counted.count(match["name"]) > 1:
            yield match["name"]


def _side(name: str) -> bool:
    return re.fullmatch(signs.label("sides"), folded(name)) is not None


@cache
def _speaker() -> re.Pattern[str]:
    time = r"(?:[\[(]?(?=[^\n]{0,12}\d[:.]\d\d)[\d:/., -]{4,22}(?:[AaPp][Mm])?[\])]?[ \t]*[-–]?[ \t]*)"
    return re.compile(rf"^(?P<time>{time})?<?(?P<name>{_NAME})>?(?:[ \t]\([^)\n]{{1,20}}\))?:(?!//)", re.MULTILINE)


@cache
def _introductions() -> tuple[re.Pattern[str], ...]:
    said = (
        "my name is|my name's|i am called|me llamo|mi nombre es|soy(?= [A-Z])|meu nome é|me chamo|chamo-me|je m'appelle"
        "|je m’appelle|mon nom est|mein name ist|ich heiße|ich heisse|меня зовут|моё имя|мое имя"
    )
    closing = (
        "(?:kind |best |warm )?regards|best wishes|thanks|thank you|sincerely|cheers|saludos|un saludo|atentamente"
        "|gracias|obrigad[oa]|atenciosamente|cumprimentos|cordialement|merci|bien à vous|mit freundlichen grüßen|mfg"
        "|viele grüße|liebe grüße|danke|с уважением|спасибо"
    )
    return (
        re.compile(rf"(?i:\b(?:{said}))[ \t]+(?P<name>{_NAME})"),
        re.compile(rf"^(?i:{closing})[^\n\w]{{0,3}}(?:\n[ \t]*|[ \t]+)(?P<name>{_NAME})[ \t]*\.?$", re.MULTILINE),
    )


@cache
def _store() -> re.Pattern[str]:
    ends = "(?:Official |Flagship |Global ){0,3}(?:Store|Shop|Tienda|Loja|Boutique|Магазин)"
    return re.compile(rf"\b(?P<proper>(?:(?!The |My |This |Your |Der |El |La ){_CAPITAL}[\w&'-]* ){{1,3}}){ends}\b")


@cache
def _addresses() -> tuple[re.Pattern[str], ...]:
    named = rf"{_CAPITAL}[\w'’-]+"
    few = rf"{named}(?: (?:de |del |la |da |do |dos )?{named}){{0,3}}"
    figure = r"(?:n[ºo°]\.? ?)?\d{1,5}[A-Za-zа-я]?"
    rest = r"(?:,? (?:apt|flat|piso|apto|кв|д|корп)\.? ?\d{1,5}\w?)*(?:,? \d{1,2}[ºª](?: ?[A-Z]\b)?)?"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b\d{{1,5}}[A-Za-z]? {few} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Way|Court|Square|Close)\b",
            rf"(?i:\b(?:{_STREETS})) ?(?:d[aeo]s? )?{few},? {figure}{rest}",
            rf"\b\d{{1,4}}(?: bis| ter)?,? (?:{_RUES}) (?:d[eu]s? |de la |de l')?{few}",
            rf"\b{_CAPITAL}[\w-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm) ?\d{{1,4}} ?[a-z]?\b",
            rf"(?i:\b(?:ул\.|улица|проспект|пр-т|переулок|пер\.)) ?{few},?(?: (?:д\.|дом))? ?\d{{1,4}}\w?{rest}",
            rf"\b\d{{5}} (?!EUR|USD|Euro|Rub){_CAPITAL}[a-zà-ÿ]{{3,}}\b|\b\d{{5}}-\d{{3}}\b|\b\d{{4}}-\d{{3}} {named}",
            rf"(?:\b{named},? )?\b[A-Z]{{1,2}}\d[A-Z\d]? \d[A-Z]{{2}}\b",
        )
    )
