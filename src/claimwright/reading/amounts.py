"""Money in free text, and money written for readers.

Decided here: which currencies a sign can stand for ($ and ¥ and kr are several), and how separators are read: with two
kinds the last one is the decimal mark, and one separator before exactly three digits groups thousands, unless the
currency itself has three decimals.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from claimwright.reading.later import later
from claimwright.reading.money import MINOR_UNITS, Money

_UNIQUE = {
    "EUR": "€", "GBP": "£", "USD": "US$", "BRL": "R$", "INR": "₹", "KRW": "₩", "TRY": "₺", "ILS": "₪", "VND": "₫",
    "UAH": "₴", "KZT": "₸", "PHP": "₱", "NGN": "₦", "RUB": "₽", "THB": "฿", "GEL": "₾", "AZN": "₼", "CRC": "₡",
    "PYG": "₲", "GHS": "₵", "MNT": "₮", "LAK": "₭",
}  # fmt: skip
"""Signs that stand for one currency only; the others are written with their ISO code."""

_DOLLARS = "USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS JMD TTD BSD BBD UYU DOP BND FJD NAD"
_SIGNS = {
    **{sign: code for code, sign in _UNIQUE.items()}, "$": _DOLLARS, "¥": "JPY CNY", "￥": "JPY CNY", "元": "CNY",
    "円": "JPY", "원": "KRW", "₨": "INR PKR LKR NPR MUR", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD",
    "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "MX$": "MXN", "kr": "SEK NOK DKK ISK", "zł": "PLN",
    "kč": "CZK", "Ft": "HUF", "RM": "MYR", "Rp": "IDR", "Rs": "INR PKR LKR", "Fr": "CHF", "lei": "RON MDL",
    "лв": "BGN", "руб": "RUB", "S/": "PEN",
}  # fmt: skip
_NAMES = {
    "euro": "EUR", "pound": "GBP", "dollar": _DOLLARS, "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
    "won": "KRW", "reai": "BRL", "rupee": "INR PKR LKR NPR", "zloty": "PLN", "złoty": "PLN", "rouble": "RUB",
    "ruble": "RUB", "krona": "SEK ISK", "kronor": "SEK", "krone": "NOK DKK", "kroner": "NOK DKK", "franc": "CHF",
    "lira": "TRY", "shekel": "ILS", "dong": "VND", "hryvnia": "UAH", "peso": "MXN PHP CLP COP ARS UYU DOP",
    "forint": "HUF", "koruna": "CZK", "leu": "RON MDL", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR",
    "dólar": _DOLLARS, "dólare": _DOLLARS, "dolare": _DOLLARS, "доллар": _DOLLARS, "доллара": _DOLLARS,
    "долларов": _DOLLARS, "евро": "EUR", "рубль": "RUB", "рубля": "RUB", "рублей": "RUB", "гривна": "UAH",
    "гривны": "UAH", "гривен": "UAH", "юань": "CNY", "юаня": "CNY", "юаней": "CNY", "тенге": "KZT",
    "rand": "ZAR", "dirham": "AED MAD", "riyal": "SAR QAR", "tenge": "KZT", "buck": "USD", "quid": "GBP",
}  # fmt: skip
_WORDS = "all try top mad cup sos bam gel lak mop ang nad bob pen sek"  # English words too, in lower case
_WORDS_TOO = frozenset(_WORDS.split())


class MoneySpan(NamedTuple):
    """Money found in a text: where, how much, and the currencies it can be in."""

    start: int
    end: int
    text: str
    amount: Decimal
    currencies: frozenset[str]

    def fits(self, money: Money) -> bool:
        """Whether this can be that money."""
        return self.amount == money.amount and money.currency in self.currencies


def written(money: Money) -> str:
    """The money for readers of English: €23.40, US$12.00, JPY 2,480."""
    number = f"{money.amount:,.{MINOR_UNITS.get(money.currency, 2)}f}"
    sign = _UNIQUE.get(money.currency)
    return sign + number if sign else f"{money.currency} {number}"


def sign_of(currency: str) -> str:
    """The sign that stands for this currency alone, or nothing."""
    return _UNIQUE.get(currency, "")


def amounts(text: str) -> tuple[MoneySpan, ...]:
    """All money in the text, in order: a number with a currency sign, code or name before it, after it, or both."""
    return tuple(_found(text))


def number_in(text: str, decimals: int = 2) -> Decimal:
    """The value of one written number, its separators read for a currency with that many decimals."""
    if text.isdigit():
        return Decimal(text)
    marks = [character for character in text if not character.isdigit()]
    last = marks[-1]
    tail = len(text) - text.rindex(last) - 1
    decimal = last in ".," and (
        (len(set(marks)) > 1 and marks.count(last) == 1 and tail != 3)
        or (len(marks) == 1 and tail != 3)
        or (marks.count(last) == 1 and tail == 3 == decimals)
        or (len(marks) == 1 and text.startswith("0"))
    )
    whole, _, fraction = text.rpartition(last) if decimal else (text, "", "")
    digits = "".join(character for character in whole if character.isdigit())
    return Decimal(f"{digits}.{fraction}" if fraction else digits)


def _found(text: str) -> Iterator[MoneySpan]:
    taken = 0
    match_number, search_before, match_after, read = _number().match, _before().search, _after().match, 0
    for run in _DIGITS.finditer(text):
        start = run.start()
        if start < read or (number := match_number(text, start)) is None:
            continue
        end = read = number.end()
        if start < taken:
            continue
        before = search_before(text, max(taken, start - 12), start)
        after = match_after(text, end)
        left = _currencies(before.group(1)) if before else frozenset()
        right = _currencies(after.group(1)) if after else frozenset()
        both = left & right if left and right else frozenset()
        currencies = both or left or right
        if not currencies:
            continue
        if left and before:
            start = before.start(1)
        if right and after and (both or not left):
            end = after.end(1)
        amount = _value(number.group(), _decimals(currencies))
        taken = end
        yield MoneySpan(start, end, text[start:end], amount, currencies)


_DIGITS = later(r"\d+")


@lru_cache(maxsize=512)
def _value(text: str, decimals: int) -> Decimal:
    return number_in(text, decimals)


@lru_cache(maxsize=256)
def _decimals(currencies: frozenset[str]) -> int:
    decimals = {MINOR_UNITS.get(code, 2) for code in currencies}
    return decimals.pop() if len(decimals) == 1 else 2


@lru_cache(maxsize=512)
def _currencies(mark: str) -> frozenset[str]:
    """The currencies that a sign, a code or a name can stand for; none if it is no currency."""
    if (mark.isupper() or mark.lower() not in _WORDS_TOO) and mark.upper() in MINOR_UNITS:
        return frozenset({mark.upper()})
    if mark in _SIGNS:
        return frozenset(_SIGNS[mark].split())
    lower = mark.lower()
    if lower.endswith("$") and lower.upper() in _SIGNS:
        return frozenset(_SIGNS[lower.upper()].split())
    for us in ("us dollar", "u.s. dollar", "american dollar"):
        if lower.startswith(us):
            return frozenset({"USD"})
    return frozenset((_SIGNS.get(lower) or _NAMES.get(lower.removesuffix("s")) or _NAMES.get(lower) or "").split())


@cache
def _number() -> re.Pattern[str]:
    groups = "\\d{1,3}(?:,\\d{2,3}){0,4},\\d{3}(?!\\d)|\\d{1,3}(?:[.\u00a0\u202f\u2009 '\u2019]\\d{3}){1,5}(?!\\d)"
    return re.compile("(?<![\\d])(?<!\\d[.,])(?:(?:" + groups + "|\\d{1,15})(?:[.,]\\d{1,4}(?!\\d))?)(?![\\d])")


_MARK = "(?:[A-Za-z]{1,2})?[$€£¥￥₹₩₺₪₫₴₸₱₦₽฿₾₼₡₲₵₮₭₨元円원]"


@cache
def _before() -> re.Pattern[str]:
    words = "[A-Za-z]{3}|[Ee]uros?|kr|zł|RM|Rp|Rs|Fr|S/"
    return re.compile("(?<![^\\W\\d_])(?<![$€£])(" + _MARK + "|" + words + ")\\.?[ \t\u00a0\u202f]{0,2}$")


@cache
def _after() -> re.Pattern[str]:
    words = "(?:US|U\\.S\\.|us|American) dollars?|[^\\W\\d_]{2,8}"
    return re.compile(
        "(?:,?[-\u2013]{1,2})?[ \t\u00a0\u202f]{0,2}-?(" + _MARK + "(?!\\d)|(?:" + words + ")(?![^\\W\\d_]))"
    )
