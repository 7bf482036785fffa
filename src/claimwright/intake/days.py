"""Days as people write them: 28.10., 28 Oct, 28 octobre, yesterday, last Friday, the 28th.

Decided here: a day without its year is the last one that has been, or the one nearest at hand where it may be to come;
with points between its figures the day of the month stands first; two figures behind a day and its month are a year of
this century; a day that can be read two ways is asked about.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from claimwright.intake.question import Kind, Option, Question, Reading, Refused, Unclear, Understood
from claimwright.intake.wording import Wording
from claimwright.reading.characters import visible
from claimwright.reading.dates import WEEKDAYS, calendar_day, written
from claimwright.reading.dates_anywhere import dates_anywhere
from claimwright.reading.later import later

_NEAR = {"today": 0, "yesterday": -1, "day before yesterday": -2, "tomorrow": 1, "day after tomorrow": 2}
_NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AGO = later(rf"(\d{{1,3}}|{'|'.join(_NUMBERS)}) (day|week)s? ago")
_AHEAD = later(rf"in (\d{{1,3}}|{'|'.join(_NUMBERS)}) (day|week)s?")
_LEFT = later(rf"(?:still )?(\d{{1,3}}|{'|'.join(_NUMBERS)}) (day|week)s?(?: (?:are )?(?:left|remaining|to go|more))?")
_SHORT = later(r"(?:on )?(\d{1,2})([./-])(\d{1,2})[./-]?")
_NTH = later(r"(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th|\.)?")
_POINTS = later(r"(?<!\d)(\d{1,2})\. ?(?=[^\W\d_])")
_SPACED = later(r"(?<=\d)([./-]) (?=\d)")  # 28. 10. 2026
_SHORT_YEAR = later(
    r"(\D{0,30}\d{1,2}\D{0,12}[^\W\d_]{3,}\.?(?:[ ./-]|,? (?:del? )?)|\D{0,20}[^\W\d_]{3,}\.? \d{1,2}\D{0,2},? )"
    r"['’]?(\d\d)"
)
_YEAR_FIRST = later(r"(\d\d)-(\d\d)-(\d\d)")
_DOTTED = later(r"\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}")
_BACK = 180  # days: a day to come that is given without its year may have been this lately


def read_day(said: str, question: Question, today: date, wording: Wording) -> Reading:
    """The day that an answer names."""
    text = typed = _SPACED.sub(r"\1", _POINTS.sub(r"\1 ", visible(said)).strip(" ,!"))
    if short := _SHORT_YEAR.fullmatch(text):
        text = f"{short[1]}20{short[2]}"
    past = question.kind is Kind.PAST
    spans = dates_anywhere(text)
    if len(spans) > 1:
        return Refused(wording.say("refused", "two_days"))
    found = sorted(set(_days(text, today, past)))
    if not found:
        unread = "day" if past else "day_ahead"
        return Refused(wording.say("refused", "no_day" if spans or _SHORT.fullmatch(text) else unread))
    weekday = spans[0].weekday if spans else None
    if weekday is not None and not any(day.weekday() == weekday for day in found):
        return Refused(wording.say("refused", "weekday", day=written(found[0]), weekday=WEEKDAYS[found[0].weekday()]))
    fitting = [day for day in found if (not past or day <= today) and weekday in {None, day.weekday()}]
    if not fitting:
        return Refused(wording.say("refused", "future", day=written(found[0])))
    if len(fitting) > 1:
        return Unclear(wording.say("which"), tuple(Option(day.isoformat(), told(day)) for day in fitting))
    day = fitting[0]
    return Understood(day.isoformat(), "" if typed in {day.isoformat(), written(day)} else told(day))


def told(day: date) -> str:
    """A day with its weekday, so that a slip is seen."""
    return f"{WEEKDAYS[day.weekday()]}, {written(day)}"


def _days(text: str, today: date, past: bool) -> Iterator[date]:
    lower = text.lower().rstrip(".")
    near = lower.removeprefix("the ")
    if near in _NEAR:
        yield today + timedelta(_NEAR[near])
    elif match := _AGO.fullmatch(lower) or _AHEAD.fullmatch(lower) or (None if past else _LEFT.fullmatch(lower)):
        count = int(match[1]) if match[1].isdigit() else max(1, _NUMBERS.index(match[1]))
        days = count * (7 if match[2] == "week" else 1)
        yield today + timedelta(-days if lower.endswith("ago") else days)
    elif name := _weekday(lower):
        back = (today.weekday() - (WEEKDAYS.index(name))) % 7
        yield today - timedelta(back or 7 * lower.startswith("last")) if past else today + timedelta(-back % 7)
    elif match := _SHORT.fullmatch(text):
        first, second = int(match[1]), int(match[3])
        for month, day in ((second, first),) if match[2] == "." else ((second, first), (first, second)):
            yield from _in_a_year(month, day, today, past)
    elif match := _NTH.fullmatch(lower):
        yield from _in_a_month(int(match[1]), today, past)
    else:
        yield from _spelt(text, today, past)


def _spelt(text: str, today: date, past: bool) -> Iterator[date]:
    for span in dates_anywhere(text):
        readings = {reading for reading in span.readings if reading.day is not None}
        if (figures := _YEAR_FIRST.fullmatch(span.text)) and abs(2000 + int(figures[1]) - today.year) <= 1:
            day_of = calendar_day(2000 + int(figures[1]), int(figures[2]), int(figures[3]))
            readings |= {day_of} if day_of else set()
        if len(readings) > 1 and _DOTTED.search(span.text):
            first = int(re.split(r"\D", span.text.strip())[0])
            readings = {reading for reading in readings if reading.day == first}
        for year, month, day in readings:
            assert day is not None
            if year is None:
                yield from _in_a_year(month, day, today, past)
            else:
                yield from _real(year, month, day)


def _weekday(text: str) -> str | None:
    """The weekday that is named alone, or as last or next."""
    word = re.sub(r"^(?:on |last |next |this )+", "", text)
    if len(word) < 3:
        return None
    return next((name for name in WEEKDAYS if name.lower().startswith(word)), None)


def _in_a_year(month: int, day: int, today: date, past: bool) -> Iterator[date]:
    """The day of a month in the year that is meant."""
    years = (today.year, today.year - 1) if past else (today.year - 1, today.year, today.year + 1)
    some = [one for year in years for one in _real(year, month, day)]
    if past:
        yield from [one for one in some if one <= today][:1] or some[:1]
    else:
        yield from [one for one in some if one >= today - timedelta(_BACK)][:1]


def _in_a_month(day: int, today: date, past: bool) -> Iterator[date]:
    months = [(today.year, today.month)]
    months.append((today.year - (today.month == 1), (today.month - 2) % 12 + 1) if past else _following(today))
    some = [one for year, month in months for one in _real(year, month, day)]
    yield from [one for one in some if (one <= today if past else one >= today)][:1]


def _following(today: date) -> tuple[int, int]:
    return today.year + today.month // 12, today.month % 12 + 1


def _real(*day: int) -> Iterator[date]:
    with suppress(ValueError):
        yield date(*day)
