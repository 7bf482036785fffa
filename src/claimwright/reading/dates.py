"""Dates in free text: every written form, as the set of days that it can mean.

Decided here: a date that can be read two ways (02/10/2026) has both readings; a date that no calendar holds (30
February) is still found, with no reading; a year of two digits is of this century.
"""

import re
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from claimwright.reading.characters import small
from claimwright.reading.later import later

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A calendar day as written: the year, or the day of the month, may be left out."""

    year: int | None
    month: int
    day: int | None

    def fits(self, other: date) -> bool:
        """Whether this can be that date."""
        return (
            self.month == other.month
            and (self.year is None or self.year == other.year)
            and (self.day is None or self.day == other.day)
        )


class DateSpan(NamedTuple):
    """A date found in a text: where, what it can mean, and the weekday named with it (0 is Monday)."""

    start: int
    end: int
    text: str
    readings: frozenset[Day]
    weekday: int | None = None

    def fits(self, other: date) -> bool:
        """Whether some reading is that date; a weekday alone fits every date on that weekday."""
        if not self.readings:
            return self.weekday is not None and other.weekday() == self.weekday
        return any(reading.fits(other) for reading in self.readings)


def written(day: date) -> str:
    """The date for readers of English: 2 October 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def dates(text: str) -> tuple[DateSpan, ...]:
    """Every date in the text, in order and without overlap; the two ends of a range are two dates."""
    found: list[DateSpan] = []
    taken = 0
    match_date = _pattern().match
    for start in _beginnings(text):
        match = match_date(text, start) if start >= taken and _BEGINS.match(text, start) else None
        if match is None:
            continue
        spans = _read(match)
        found.extend(spans)
        if spans:
            taken = spans[-1].end
    return tuple(found)


def _read(match: re.Match[str]) -> list[DateSpan]:
    groups = {name: value for name, value in match.groupdict().items() if value}
    weekday = _weekday(groups.get("wd") or groups.get("wd_only"))
    year = _year(groups)
    if "iso_d" in groups:
        return [_span(match, {calendar_day(year, int(groups["iso_m"]), int(groups["iso_d"]))}, weekday)]
    if "num_a" in groups or "num_c" in groups:
        first, second = (int(groups[key]) for key in (("num_a", "num_b") if "num_a" in groups else ("num_c", "num_d")))
        return [_span(match, {calendar_day(year, second, first), calendar_day(year, first, second)}, weekday)]
    month = next((groups[key] for key in ("dm_m", "md_m", "my_m", "am_m") if key in groups), None)
    if month is None:
        end = match.end("wd_only")
        return [DateSpan(match.start(), end, match.group("wd_only"), frozenset(), weekday)]
    number = _month(month)
    days = [(match.start(key), int(groups[key])) for key in ("dm_1", "dm_2", "md_1", "md_2") if key in groups]
    if len(days) < 2:
        return [_span(match, {calendar_day(year, number, days[0][1] if days else None)}, weekday)]
    split = days[1][0]  # a range: the second date begins at its own number
    text = match.group()
    cut = split - match.start()
    return [
        DateSpan(match.start(), split, text[:cut].rstrip(), _only({calendar_day(year, number, days[0][1])}), weekday),
        DateSpan(split, match.end(), text[cut:], _only({calendar_day(year, number, days[1][1])})),
    ]


def _span(match: re.Match[str], readings: set[Day | None], weekday: int | None) -> DateSpan:
    return DateSpan(match.start(), match.end(), match.group(), _only(readings), weekday)


def _only(readings: set[Day | None]) -> frozenset[Day]:
    return frozenset(reading for reading in readings if reading is not None)


@lru_cache(maxsize=512)
def calendar_day(year: int | None, month: int, day: int | None) -> Day | None:
    """The day, or None if no calendar holds it."""
    if not 1 <= month <= 12:
        return None
    if day is not None:
        if not 1 <= day <= _DAYS_IN[month - 1]:
            return None
        if year is not None:
            try:
                date(year, month, day)
            except ValueError:
                return None
    return Day(year, month, day)


def _year(groups: dict[str, str]) -> int | None:
    for key in ("iso_y", "num_y", "dm_y", "md_y", "my_y"):
        if key in groups:
            year = int(groups[key].lstrip("'’"))
            return year if year > 99 else 2000 + year
    return None


def _month(name: str) -> int:
    return _BEGINNINGS.index(name[:3].casefold()) + 1


def _weekday(name: str | None) -> int | None:
    return None if name is None else _BEGINNINGS.index(name[:3].casefold()) - len(MONTHS)


_BEGINNINGS = tuple(name[:3].lower() for name in (*MONTHS, *WEEKDAYS))
_BEGINS = later(r"\b(?:\d|[A-Za-z]{3})")
_DIGITS = later(r"\d+")


def _beginnings(text: str) -> list[int]:
    """Where a date may begin: at a number or at the first letters of a month or a weekday."""
    found = [run.start() for run in _DIGITS.finditer(text)]
    lower = small(text)
    for name in _BEGINNINGS:
        at = lower.find(name)
        while at >= 0:
            found.append(at)
            at = lower.find(name, at + 3)
    found.sort()
    return found


_GAP = "[ \t\u00a0\u202f]{1,3}"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_TO = "(?:" + _GAP + "(?:to|until|till|through|and|or)" + _GAP + "|[ \t\u00a0]?[-\u2013\u2014/][ \t\u00a0]?)"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)


def _nth(name: str) -> str:
    return "(?P<" + name + ">" + _DAY + r")(?:st|nd|rd|th)?(?![\d])"


def _with_year(name: str) -> str:
    return "(?:(?:,?" + _GAP + "|[-/])(?P<" + name + ">" + _YEAR + "|['\u2019]\\d\\d(?!\\d)))?"


@cache
def _pattern() -> re.Pattern[str]:
    weekday = r"(?:\b(?P<wd>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?:,?" + _GAP + "(?:the" + _GAP + ")?)?)"
    iso = "(?P<iso_y>" + _YEAR + r")(?P<sep>[-/.])(?P<iso_m>1[0-2]|0?[1-9])(?P=sep)(?P<iso_d>" + _DAY + r")(?!\d)"
    short = r"(?P<num_a>\d\d?)(?P<dot>[-/.])(?P<num_b>\d\d?)(?P=dot)(?P<num_y>" + _YEAR + r"|\d\d(?!\d|[.,/-]\d))"
    bare = r"(?:(?<=\bon )|(?<=\bby )|(?<=since ))(?P<num_c>\d\d?)/(?P<num_d>\d\d?)(?![\d/])"
    day_first = (
        "(?:" + _nth("dm_1") + _TO + ")?" + _nth("dm_2") + "(?:" + _GAP + "(?:of" + _GAP + ")?|[-/.])"
        "(?P<dm_m>" + _MONTH + ")" + _with_year("dm_y")
    )  # fmt: skip
    month_first = "(?P<md_m>" + _MONTH + ")" + _GAP + "(?:the" + _GAP + ")?" + _nth("md_1")
    month_first += "(?:" + _TO + _nth("md_2") + "(?!" + _GAP + _MONTH + "))?" + _with_year("md_y")
    month_year = "(?P<my_m>" + _MONTH + "),?" + _GAP + "(?:of" + _GAP + ")?(?P<my_y>" + _YEAR + ")"
    month = r"(?:(?<=\bin )|(?<=since )|(?<=\bof )|(?<=until ))(?P<am_m>" + _MONTH + ")"
    by_number = r"(?<![\w.,/-])(?:" + "|".join((iso, short, bare, day_first)) + ")"
    by_month = r"\b(?:" + "|".join((month_first, month_year, month)) + ")"
    return re.compile(
        weekday + "?(?:" + by_number + "|" + by_month + ")|" + weekday.replace("wd", "wd_only"), re.IGNORECASE
    )
