"""Identifiers in free text: order and tracking numbers, and the data that lead away from the platform.

Decided here: what counts as a number of an order (12 to 20 digits), of a parcel (a carrier's letters and digits), and
as contact or payment data. Every pattern is bounded, so no text takes more than linear time.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from claimwright.reading.later import later


class Sort(StrEnum):
    """What an identifier is."""

    EMAIL = "e-mail address"
    URL = "web address"
    HANDLE = "account name"
    IBAN = "bank account"
    TRACKING = "tracking number"
    DIGITS = "long number"
    PHONE = "telephone number"


class Identifier(NamedTuple):
    """An identifier found in a text: where, what it is, and its value without blanks and hyphens."""

    start: int
    end: int
    text: str
    sort: Sort
    value: str


def identifiers(text: str, parcel: str | None = None) -> tuple[Identifier, ...]:
    """Every identifier but telephone numbers, in order and without overlap.

    `parcel` is a tracking number that is known: it is found with blanks and hyphens between its signs too.
    """
    found = [*_spelt(text, plain_number(parcel))] if parcel else []
    text = _without(text, found) if found else text
    lower = text.lower()
    for sort, sign, pattern in _patterns():
        if sign not in lower or (sign == "." and not _DOTTED.search(lower)):
            continue
        before = len(found)
        for match in pattern.finditer(text):
            if sort is Sort.IBAN and not is_iban(match.group()):
                continue
            if sort is Sort.TRACKING and len([*filter(str.isdigit, match.group())]) < 7:
                continue
            found.append(_identifier(match, sort))
        if len(found) > before:
            text = _without(text, found[before:])
    return tuple(sorted(found, key=lambda one: one.start))


def _spelt(text: str, number: str) -> Iterator[Identifier]:
    if _SHORTEST_SPELT <= len(number) <= _LONGEST_SPELT:
        for match in re.finditer(_spelling(number), text, re.IGNORECASE):
            if match.group().upper() != number:
                yield _identifier(match, Sort.TRACKING)


@lru_cache(maxsize=256)
def _spelling(number: str) -> str:
    return rf"(?<![^\W_]){_BETWEEN.join(number)}(?![^\W_])"


def _without(text: str, found: Sequence[Identifier]) -> str:
    """The text with what was found made blank, so that no other pattern finds it again."""
    pieces, end = [], 0
    for one in found:
        pieces += [text[end : one.start], " " * (one.end - one.start)]
        end = one.end
    return "".join((*pieces, text[end:]))


def phones(text: str) -> Iterator[Identifier]:
    """Every number that looks like a telephone number; blank out dates, money and other identifiers first."""
    for match in _phone().finditer(text):
        digits = len([*filter(str.isdigit, match.group())])
        if 9 <= digits <= 15 or (match.group().startswith("+") and digits >= 7):
            yield _identifier(match, Sort.PHONE)


def is_card(digits: str) -> bool:
    """Whether the digits can be the number of a payment card (its length, first digit and check digit)."""
    if not (13 <= len(digits) <= 19 and digits.isascii() and digits.isdigit() and digits[0] in "23456"):
        return False
    doubled = [int(digit) * (1 + n % 2) for n, digit in enumerate(reversed(digits))]
    return sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10 == 0


def is_iban(text: str) -> bool:
    """Whether the text is the number of a bank account (its country has such numbers, its check digits are right)."""
    plain = plain_number(text)
    if not 15 <= len(plain) <= 34 or not plain.isascii() or not plain[2:4].isdigit():
        return False
    if plain[:2] not in _IBAN_COUNTRIES or not 2 <= int(plain[2:4]) <= 98:
        return False
    return int("".join(str(int(character, 36)) for character in plain[4:] + plain[:4])) % 97 == 1


def plain_number(text: str) -> str:
    """An identifier without blanks, hyphens and dots, in capitals: two ways to write one number are equal."""
    return "".join(filter(str.isalnum, text)).upper()


def _identifier(match: re.Match[str], sort: Sort) -> Identifier:
    number = sort in {Sort.IBAN, Sort.TRACKING, Sort.DIGITS, Sort.PHONE}
    return Identifier(
        match.start(),
        match.end(),
        match.group(),
        sort,
        plain_number(match.group()) if number else match.group().lower(),
    )


_REGISTRY = """
    AD AE AL AT AZ BA BE BG BH BI BR BY CH CR CY CZ DE DJ DK DO EE EG ES FI FK FO FR GB GE GI GL GR GT HN HR HU IE IL IQ
    IS IT JO KW KZ LB LC LI LT LU LV LY MC MD ME MK MN MR MT MU NI NL NO OM PK PL PS PT QA RO RS RU SA SC SD SE SI SK SM
    SO ST SV TL TN TR UA VA VG XK YE
"""
_IBAN_COUNTRIES = frozenset(_REGISTRY.split())

# A pattern whose first character is given before what must not stand in front of it is found much faster.
_SHORTEST_SPELT, _LONGEST_SPELT = 8, 64
_BETWEEN = "[ \u00a0\u202f-]{0,2}"
_DOTTED = later(r"\.[a-z]")


@cache
def _patterns() -> tuple[tuple[Sort, str, re.Pattern[str]], ...]:
    plain = (
        "com|net|org|info|shop|store|biz|app|xyz|top|vip|club|online|site|link|live|ru|cn|de|fr|es|uk|eu|pl|br|kr|jp|io"
    )
    ends = "(?:" + plain + ")"
    host = "(?<![\\w.-])[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\\.[a-z0-9-]{1,62}){0,4}"
    letters = "(?:[A-Z] ?\\d{9} ?[A-Z]{2}|[A-Z]{0,5}\\d{8,22}[A-Z]{0,4})"
    tracking = "(?<![1])" + letters + "|(?<=1)Z[A-Z0-9]{16}"
    return (
        (Sort.EMAIL, "@", re.compile("(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}")),
        (
            Sort.EMAIL, "dot",
            re.compile(
                "(?i)\\b[\\w.-]{1,64}[ ]?(?:\\(at\\)|\\[at\\]| at )[ ]?[\\w-]{1,63}[ ]?"
                "(?:\\(dot\\)|\\[dot\\]| dot )[ ]?[a-z]{2,10}\\b"
            ),
        ),
        (Sort.URL, "://", re.compile("(?i)(?<![a-z])(?:https?|ftp|hxxps?)://[^\\s<>\"]{1,500}")),
        (Sort.URL, "www.", re.compile("(?i)\\bwww\\.[^\\s<>\"]{1,500}")),
        (Sort.URL, ".", re.compile(host + "\\." + ends + "\\b(?:/[^\\s<>\"]{0,500})?(?![\\w-])")),
        (Sort.URL, ".", re.compile("(?<![\\w.-])[A-Za-z][A-Za-z0-9-]{0,40}\\.[a-z]{2,6}/[\\w-]{1,100}")),
        (Sort.URL, "dot", re.compile("(?i)\\b[\\w-]{2,63} ?[\\[(]?\\bdot\\b[\\])]? ?(?:com|net|org|ru|cn|shop)\\b")),
        (Sort.HANDLE, "@", re.compile("(?<![\\w@])@[A-Za-z_][\\w.]{1,40}")),
        (Sort.IBAN, "", re.compile("[A-Z](?<!\\w.)[A-Z]\\d{2} ?(?:[A-Z0-9]{4} ?){2,7}[A-Z0-9]{1,4}(?!\\w)")),
        (Sort.TRACKING, "", re.compile("[A-Z1](?<!\\w.)(?:" + tracking + ")(?!\\w)")),
        (Sort.DIGITS, "", re.compile("\\d(?<!\\w.)(?:\\d{11,29}|\\d{3}(?:[ -]\\d{4}){2,4}(?:[ -]\\d{1,4})?)(?![\\w])")),
    )  # fmt: skip


@cache
def _phone() -> re.Pattern[str]:
    return re.compile("[+(\\d](?<![\\w.,].)(?:(?<=\\+) ?\\d|(?<=\\()\\d|(?<=\\d))[\\d ().\u00a0/-]{5,20}\\d(?![\\w])")
