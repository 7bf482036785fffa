"""The kinds of field in a case file: a line, a text, a number, a day, a choice, a sum of money.

Each is a validator that returns the value, or refuses it with plain sentences: what is wrong and what to write instead.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from claimwright.case.faults import did_you_mean, listed, quoted, refusal
from claimwright.marketplace import DEFAULT_GUIDE
from claimwright.reading.characters import blank, unsafe
from claimwright.reading.money import Money, amount_fault, currency_fault


@dataclass(frozen=True, slots=True)
class Reader:
    """How a field is read: a function that returns the value, or raises what `refusal` gives.

    A text that fits the pattern `plain` is what it would return, so that pydantic-core need not call it; where the
    field is no text, `swiftly` of that text is.
    """

    read: Callable[[Any], Any]
    plain: str = ""
    swiftly: Callable[[str], Any] | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """The key of a field in the case file, where Python cannot have it as a name."""

    key: str


MOST_CHARACTERS = 2000
"""The longest text that a field may hold."""

MOST_ITEMS = 100
"""The longest list that a field may hold."""

NUMBER = r"[A-Za-z0-9._/#-]{1,64}"
"""The pattern of order and tracking numbers."""

GUIDE = r"[a-z][a-z0-9_]{0,63}"
"""The pattern of a guide's name."""

DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""The pattern of a day; whether the calendar has it is another question."""

_NO_GUIDE = f'not the name of a guide. Write small letters, digits and _, such as "{DEFAULT_GUIDE}".'
_is_number = re.compile(NUMBER).fullmatch
_is_guide = re.compile(GUIDE).fullmatch
_is_day = re.compile(DAY).fullmatch


def _text_fault(value: object, *, one_line: bool) -> str | None:
    if not isinstance(value, str):
        return f"{quoted(value)} cannot stand here. Write a text in quotes."
    if len(value) > MOST_CHARACTERS:
        return f"the text has {len(value):,} characters; at most {MOST_CHARACTERS:,} are read. Shorten or split it."
    found = unsafe(value, one_line=one_line)
    if found is not None:
        return f"the text holds the character {found}. Remove it."
    if blank(value):
        return "the text is empty. Write something, or leave the field out."
    return None


def _line(value: object) -> str:
    fault = _text_fault(value, one_line=True)
    if fault is not None:
        raise refusal(((), fault))
    return str(value)


def _text(value: object) -> str:
    fault = _text_fault(value, one_line=False)
    if fault is not None:
        raise refusal(((), fault))
    return str(value)


def _number(value: object) -> str:
    if isinstance(value, str) and _is_number(value):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        raise refusal(((), f'a number without quotes. Put it in quotes: "{value}".'))
    fault = _text_fault(value, one_line=True)
    raise refusal(((), fault or "use letters, digits and . _ / # - only, at most 64 of them, without spaces."))


def _guide(value: object) -> str:
    if isinstance(value, str) and _is_guide(value):
        return value
    fault = _text_fault(value, one_line=True)
    raise refusal(((), fault or _NO_GUIDE))


def _day(value: object) -> date:
    try:
        day = date.fromisoformat(value)  # type: ignore[arg-type]
        # Only year-month-day has hyphens there; weeks and days without hyphens are dates to Python too.
        if value[4] == value[7] == "-":  # type: ignore[index]
            return day
    except (TypeError, ValueError):
        pass
    if isinstance(value, str) and _is_day(value):
        raise refusal(((), f'the calendar has no day "{value}". Correct the date.'))
    raise refusal(((), f'{quoted(value)} is not a date. Write year-month-day in quotes, as in "2026-10-28".'))


def choice(*values: str) -> Callable[[object], str]:
    """The validator that gives back one of these values, or refuses anything else with the closest of them."""
    known = {value: value for value in values}

    def choose(value: object) -> str:
        try:
            return known[value]  # type: ignore[index]
        except (KeyError, TypeError):
            raise refusal(((), choice_fault(value, values))) from None

    return choose


def choice_fault(value: object, values: tuple[str, ...]) -> str:
    """Why a value is none of those known, with the closest of them and the whole list."""
    closest = did_you_mean(value, values) if isinstance(value, str) else ""
    if isinstance(value, bool) and {"yes", "no"} <= set(values):
        closest = f' Did you mean "{"yes" if value else "no"}", in quotes?'
    return f"{quoted(value)} is not known here.{closest} Write {listed(values)}."


def read_sum(value: object) -> Money:
    """The money of an object with `amount` and `currency`, more than zero."""
    try:
        money = Money.parse(**value)  # type: ignore[arg-type]
        if money.amount:
            return money
    except (TypeError, ValueError):
        pass
    if not isinstance(value, dict):
        shape = '{"amount": "23.40", "currency": "EUR"}'
        raise refusal(((), f"{quoted(value)} is no sum of money. Write it as {shape}."))
    raise refusal(*_money_faults(value))


def _money_faults(value: dict[str, object]) -> list[tuple[tuple[str, ...], str]]:
    faults: list[tuple[tuple[str, ...], str]] = [
        ((key,), unknown_key(key, ("amount", "currency"))) for key in value if key not in ("amount", "currency")
    ]
    amount, currency = value.get("amount"), value.get("currency")
    if amount is None:
        faults.append((("amount",), 'missing. Write the amount in quotes, as in "23.40".'))
    elif (fault := amount_fault(amount, currency)) is not None:
        faults.append((("amount",), fault))
    elif not str(amount).strip("0."):
        faults.append((("amount",), "the amount is zero. Write more than zero, or leave the money out."))
    if currency is None:
        faults.append((("currency",), 'missing. Write the three-letter code, such as "EUR".'))
    elif (fault := currency_fault(currency)) is not None:
        faults.append((("currency",), fault))
    return faults


def unknown_key(key: str, known: tuple[str, ...]) -> str:
    """What is said of a key that the file may not have here."""
    return f"unknown key.{did_you_mean(key, known) or ' Remove it. Known here: ' + listed(known, 'and') + '.'}"


_PLAIN = rf"^[!-~][ -~]{{0,{MOST_CHARACTERS - 1}}}$"

Line = Annotated[str, Reader(_line, _PLAIN)]
Text = Annotated[str, Reader(_text, _PLAIN)]
Number = Annotated[str, Reader(_number, rf"^{NUMBER}$")]
Guide = Annotated[str, Reader(_guide)]
Day = Annotated[date, Reader(_day, rf"^{DAY}$", lru_cache(4096)(date.fromisoformat))]
Sum = Annotated[Money, Reader(read_sum)]
