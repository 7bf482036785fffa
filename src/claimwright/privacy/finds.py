"""What identifies in free text, though the case has no field for it: contact and payment data, long numbers.

Decided here: dates and sums are not touched; lists of sizes (36 37 38 39 40) are no telephone number; any run of 8
figures, and any code of 10 signs with 5 figures, is taken for a number that leads to a person.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from claimwright.privacy.identity import EMAIL, PHONE, is_front_page
from claimwright.privacy.view import BARRIER
from claimwright.reading.amounts import amounts
from claimwright.reading.dates import dates
from claimwright.reading.identifiers import Sort, identifiers, is_card, is_iban, phones, plain_number

URL, HANDLE, IBAN, CARD, NUMBER = "URL", "HANDLE", "IBAN", "CARD", "NUMBER"
_LABELS = {Sort.EMAIL: EMAIL, Sort.URL: URL, Sort.HANDLE: HANDLE, Sort.IBAN: IBAN}

NUMBERS = frozenset({PHONE, IBAN, CARD, NUMBER})
"""The labels of finds that are numbers."""

SHAPES = NUMBERS | {EMAIL, URL, HANDLE}
"""The labels of everything that is found by its shape."""


class Find(NamedTuple):
    """Where something identifying stands, and the label of its slot."""

    start: int
    end: int
    label: str


def finds(text: str, hosts: Collection[str]) -> tuple[Find, ...]:
    """Everything identifying that can be told by its shape; parts can overlap. Front pages of `hosts` are left."""
    plain = _plain(text)
    found = [
        Find(one.start, one.end, _LABELS[one.sort])
        for one in identifiers(plain)
        if one.sort in _LABELS and not is_front_page(one.text, hosts)
    ]
    found += [Find(*match.span(), URL) for match in _DOMAIN.finditer(plain) if not is_front_page(match.group(), hosts)]
    plain = blanked(plain, found)
    found += _ibans(plain)
    plain = blanked(plain, [Find(*span, "") for span in readable(plain)])
    for numbers in (_foreign, _long_numbers, _runs, _phones):
        found += numbers(plain)
        plain = blanked(plain, found)
    return tuple(found)


def readable(text: str) -> tuple[tuple[int, int], ...]:
    """The dates and sums of a text, which stay as they are."""
    days = tuple((day.start, day.end) for day in dates(text))
    sums = amounts(blanked(text, [Find(*day, "") for day in days]))
    return (*days, *((money.start, money.end) for money in sums if money.end - money.start < 24))


def _plain(text: str) -> str:
    """The text in compatibility form, each character still in its place."""
    if text.isascii():
        return text
    return "".join(
        plain if len(plain := unicodedata.normalize("NFKC", one)) == 1 and plain.isprintable() else one for one in text
    )


def blanked(text: str, found: Iterable[Find]) -> str:
    """The text with a barrier in every place where something was found."""
    signs = list(text)
    for one in found:
        signs[one.start : one.end] = BARRIER * (one.end - one.start)
    return "".join(signs)


def _ibans(text: str) -> Iterator[Find]:
    for match in _IBAN.finditer(text):
        for end in range(match.end(), match.start() + 14, -1):
            if (end == len(text) or not text[end].isalnum()) and is_iban(text[match.start() : end].rstrip()):
                yield Find(match.start(), match.start() + len(text[match.start() : end].rstrip()), IBAN)
                break


def _long_numbers(text: str) -> Iterator[Find]:
    for match in _GROUPED.finditer(text):
        digits = plain_number(match.group())
        if is_card(digits):
            yield Find(*match.span(), CARD)
        elif len(digits) >= 12 and all(len(group) > 2 for group in re.split("[ -]", match.group())):
            yield Find(*match.span(), NUMBER)
    for match in _CODE.finditer(text):
        if sum(one.isdigit() for one in match.group()) >= 5:
            yield Find(*match.span(), NUMBER)
    for one in identifiers(text):
        if one.sort is Sort.TRACKING:
            yield Find(one.start, one.end, NUMBER)


def _runs(text: str) -> Iterator[Find]:
    for match in _RUN.finditer(text):
        yield Find(*match.span(), CARD if is_card(match.group()) else NUMBER)


def _foreign(text: str) -> Iterator[Find]:
    return (Find(one.start, one.end, PHONE) for one in phones(text) if one.text.startswith("+"))


def _phones(text: str) -> Iterator[Find]:
    return (Find(one.start, one.end, PHONE) for one in phones(text) if not _sizes(one.text))


def _sizes(text: str) -> bool:
    groups = re.findall(r"\d+", text)
    return not text.startswith(("+", "0", "(")) and all(len(group) <= 2 for group in groups)


_DOMAIN = re.compile(
    r"(?<![\w.@-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,5}"
    r"(?:ai|ar|au|ca|cc|ch|cl|cz|dev|dk|edu|fi|gg|gr|hu|il|ly|mx|nl|pt|ro|se|tr|tv|ua|vn)"
    r"(?![\w-])(?:/[^\s<>\"]{0,500})?"
)
_IBAN = re.compile(r"(?<![^\W_])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,32}")
_GROUPED = re.compile(r"(?<![\w])\d(?:[ -]?\d){11,29}(?!\d)")
_RUN = re.compile(r"\d{8,40}")
_CODE = re.compile(r"(?<![^\W_])[A-Z0-9]{10,40}(?![^\W_])")
