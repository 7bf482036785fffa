"""What is scored: one message beside the case it was written for, read anew from its text alone.

Nothing here knows how a message is made: amounts, dates, numbers, sentences and the list of proof are found by patterns
of their own, so that the score does not only say that the writer agrees with itself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SIGNS = {"€": "EUR", "US$": "USD", "R$": "BRL", "₩": "KRW", "£": "GBP", "₹": "INR", "¥": "JPY", "zł": "PLN", "$": "USD"}
_SIGN = "|".join(re.escape(one) for one in sorted(SIGNS, key=len, reverse=True))
_NUMBER = r"\d+(?:[.,\u00a0\u202f]\d+| \d{3}(?!\d))*"
_MONEY = re.compile(
    rf"(?:(?P<before>{_SIGN}|\b[A-Z]{{3}}\b)\s?)?(?P<number>{_NUMBER})(?:\s?(?P<after>{_SIGN}|[A-Z]{{3}}\b))?"
)
_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b")
_SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[A-Z“\"])")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_STOP_WORDS = """
    a an the and or but of to in on at by for with from as is are was were be been it its this that these those i my
    me we our you your he she they them their not no so than then there here which who what when have has had did do
    does will would can could seller parcel order item page
"""
_STOP = frozenset(_STOP_WORDS.split())
_THOUSANDTHS = frozenset(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"))
_ENGLISH = frozenset(("the", "and", "i", "my", "is", "was", "it", "of", "for", "with", "not", "has", "have"))

Money = tuple[Decimal, str]


@dataclass(frozen=True)
class Subject:
    """A message, the case as its JSON says it, and what the guide allows: full, partial, choice or none."""

    name: str
    text: str
    case: Mapping[str, Any]
    purpose: str  # statement, seller, extension
    allowed: str
    today: date
    writer: str = "template"
    limit: int = 1000

    @property
    def order(self) -> Mapping[str, Any]:
        """The order as the case file has it."""
        order: Mapping[str, Any] = self.case.get("order") or {}
        return order

    @property
    def facts(self) -> Mapping[str, Any]:
        """The facts as the case file has them."""
        facts: Mapping[str, Any] = self.case.get("facts") or {}
        return facts

    @property
    def proof(self) -> list[Mapping[str, Any]]:
        """The evidence as the case file has it."""
        return list(self.case.get("evidence") or ())

    @property
    def contacts(self) -> list[Mapping[str, Any]]:
        """What was written, oldest first."""
        return sorted(self.case.get("contacts") or (), key=lambda one: str(one["on"]))

    @cached_property
    def told(self) -> str:
        """Everything that the case holds, as one text."""
        return "\n".join(strings(self.case))

    @cached_property
    def paragraphs(self) -> list[str]:
        """The paragraphs without greeting, list of proof and closing."""
        parts = [one.strip() for one in re.split(r"\n\s*\n", self.text.strip())]
        kept = [one for one in parts if not re.search(r"^E\d+: ", one, re.MULTILINE)]
        return [one for one in kept if len(one.split()) > 6 or re.search(r"\(E\d", one) or "refund" in one]

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences of these paragraphs."""
        return [one.strip() for part in self.paragraphs for one in _SENTENCE.split(part) if one.strip()]

    @cached_property
    def english(self) -> bool:
        """Whether the words can be read by patterns of English ones."""
        words = re.findall(r"\w+", " ".join(self.paragraphs).lower())
        return sum(one in _ENGLISH for one in words) >= len(words) / 12

    @cached_property
    def listed(self) -> list[tuple[int, str]]:
        """The list of proof as it stands: number and caption."""
        return [(int(id), caption) for id, caption in re.findall(r"^E(\d+): (.*)$", self.text, re.MULTILINE)]

    @cached_property
    def cited(self) -> set[int]:
        """The numbers of proof that stand in brackets in the text."""
        found = re.findall(r"\((E\d+(?:, E\d+)*)\)", re.sub(r"^E\d+: .*$", "", self.text, flags=re.MULTILINE))
        return {int(one[1:]) for ids in found for one in ids.split(", ")}

    @property
    def paid(self) -> Money | None:
        """What was paid."""
        return sum_of(self.order.get("paid"))

    @property
    def due(self) -> Money | None:
        """What may be asked back: the part that the buyer wishes, else what was paid."""
        wish = self.case.get("request") or {}
        return sum_of(wish.get("amount")) if wish.get("refund") == "partial" or self.allowed == "partial" else self.paid


def sum_of(given: Mapping[str, str] | None) -> Money | None:
    """An amount of the case file."""
    return (Decimal(given["amount"]), given["currency"]) if given else None


def strings(value: object) -> Iterator[str]:
    """Every text and number in a JSON value."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from strings(one)
    elif value is not None:
        yield str(value)


def monies(text: str) -> list[Money]:
    """The amounts with a currency, in order."""
    found = []
    for match in _MONEY.finditer(text):
        mark = match["before"] or match["after"]
        if mark:
            code = SIGNS.get(mark, mark)
            found.append((_value(match["number"], code), code))
    return found


def _value(number: str, code: str) -> Decimal:
    """The value of a number: the last separator is the decimal mark, unless it groups thousands."""
    number = re.sub(r"[ \u00a0\u202f]", "", number)
    marks = [one for one in number if one in ".,"]
    if not marks:
        return Decimal(number)
    whole, _, end = number.rpartition(marks[-1])
    groups = len(end) == 3 and len(set(marks)) == 1 and (marks[-1] == "," or code not in _THOUSANDTHS)
    whole = re.sub(r"[.,]", "", whole)
    return Decimal(whole + end) if groups else Decimal(f"{whole}.{end}")


def days(text: str) -> list[tuple[int, int, int | None]]:
    """The days named in a text of English: day, month, and the year if it stands there."""
    found = [
        (int(day), MONTHS.index(month) + 1, int(year) if year else None) for day, month, year in _DAY.findall(text)
    ]
    iso = [(int(d), int(m), int(y)) for y, m, d in re.findall(r"\b(\d{4})-(\d\d)-(\d\d)\b", text)]
    # "4 and 10 November", "3 to 11 November"
    first = re.findall(rf"\b(\d{{1,2}}) (?:and|to|until|or) \d{{1,2}} ({'|'.join(MONTHS)})", text)
    return [*found, *iso, *((int(day), MONTHS.index(month) + 1, None) for day, month in first)]


def named(text: str, day: str, *, english: bool) -> bool:
    """Whether a text names this ISO day."""
    year, month, number = (int(one) for one in day.split("-"))
    if english:
        return any(one[:2] == (number, month) and one[2] in (None, year) for one in days(text))
    return day in text or bool(re.search(rf"\b0?{number}\b.{{1,24}}\b{year}\b|\b{year}\D{{1,16}}\b0?{number}\b", text))


def stems(text: str) -> set[str]:
    """The words that carry meaning, without their endings."""
    found = {one for one in _WORD.findall(text.lower().replace("’", "'")) if one not in _STOP and len(one) > 2}
    return {re.sub(r"(?:'s|ing|ed|es|s|d)$", "", one)[:7] for one in found}
