"""The days that a story names, in six languages, and what each can mean on the day it is told.

Decided here: 02/10/2026 is day first where the story's language writes so, or where another date of the story can be
read in no other way; a day without a year is the one of the months around today; "yesterday" counts from today, or
from the day that stands before the message.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from claimwright.intake.story.telling import Story
from claimwright.reading.accents import folded
from claimwright.reading.dates import Day
from claimwright.reading.dates_anywhere import dates_anywhere

_BACK, _AHEAD = 240, 120  # an order lives for months, not for years


class Told(NamedTuple):
    """A day as the story names it: where, the words, the days it can mean, and whether it was counted from today."""

    start: int
    end: int
    words: str
    meanings: frozenset[date]
    relative: bool = False

    @property
    def sure(self) -> date | None:
        """The one day that is meant, if it is one and the story names it outright."""
        return next(iter(self.meanings)) if len(self.meanings) == 1 and not self.relative else None


def days(story: Story, today: date, *, day_first: bool) -> tuple[Told, ...]:
    """Every day that the story names, in order and without overlap; `day_first` is how its language writes dates."""
    named = [*_whole(story.text), *_numeric(story.text)]
    first = day_first or _shown_day_first(named)
    found = [Told(start, end, words, _meant(sorts, words, today, first)) for start, end, words, sorts in named]
    found += _relative(story.text, today, found)
    kept: list[Told] = []
    for one in sorted(found, key=lambda told: (told.start, -told.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


_Named = tuple[int, int, str, frozenset[Day]]


def _whole(text: str) -> Iterator[_Named]:
    for span in dates_anywhere(text):
        days = frozenset(day for day in span.readings if day.day is not None)
        if days:
            yield span.start, span.end, span.text, days


def _numeric(text: str) -> Iterator[_Named]:
    for match in _short().finditer(folded(text)):
        first, second = int(match["a"] or match["c"]), int(match["b"] or match["e"])
        orders = {(first, second)} if match["a"] else {(first, second), (second, first)}
        read = frozenset(day for one, month in orders if _dated(day := Day(None, month, one), 2024))
        start = match.start("a") if match["a"] else match.start("c")
        if read:
            yield start, match.end(), text[start : match.end()], read


def _shown_day_first(named: list[_Named]) -> bool:
    shown = set()
    for _, _, words, sorts in named:
        figures = re.match(r"(\d\d?)[/-](\d\d?)\b", words)
        if figures and len(sorts) == 1 and figures[1] != figures[2]:
            shown.add(next(iter(sorts)).day == int(figures[1]))
    return shown == {True}


def _meant(sorts: frozenset[Day], words: str, today: date, day_first: bool) -> frozenset[date]:
    if len(sorts) > 1 and (day_first or "." in words) and (figures := re.search(r"\d\d?", words)):
        sorts = frozenset(day for day in sorts if day.day == int(figures[0])) or sorts
    return frozenset(meaning for day in sorts for meaning in _on(day, today))


def _on(day: Day, today: date) -> Iterator[date]:
    years = [day.year] if day.year else [today.year - 1, today.year, today.year + 1]
    for year in years:
        meant = _dated(day, year)
        if meant and (day.year or -_BACK <= (meant - today).days <= _AHEAD):
            yield meant


def _dated(day: Day, year: int) -> date | None:
    try:
        return date(day.year or year, day.month, day.day or 1)
    except ValueError:
        return None


def _relative(text: str, today: date, named: Sequence[Told]) -> Iterator[Told]:
    """Days counted from today; in a message that begins with its own day, from that."""
    plain = folded(text)
    for pattern, back in _counted():
        for match in pattern.finditer(plain):
            days_back = back(match)
            if days_back is not None:
                line = text.rfind("\n", 0, match.start()) + 1
                stamps = [one for one in named if line <= one.start <= line + 3 and one.sure]
                from_day = (stamps[0].sure if stamps else None) or today
                meant = from_day - timedelta(days=days_back)
                yield Told(*match.span(), text[match.start() : match.end()], frozenset({meant}), True)


@cache
def _short() -> re.Pattern[str]:
    dotted = r"(?<![\w.,/-])(?P<a>\d\d?)\.(?P<b>\d\d?)\.(?![\d])"
    slashed = r"(?:(?<=\bel )|(?<=\bdia )|(?<=\ble )|(?<=\bdu )|(?<=\bem )|(?<=\bam )|(?<=\bvom )|(?<=\bdel ))"
    return re.compile(rf"{dotted}|{slashed}(?P<c>\d\d?)/(?P<e>\d\d?)(?![\d/])")


_WORDS_FOR = (
    (1, "a one un una uno um uma une ein eine einem einer один одну"),
    (2, "two dos dois duas deux zwei два две"),
    (3, "three tres trois drei три"),
    (4, "four cuatro quatro quatre vier четыре"),
    (5, "five cinco cinq funf пять"),
    (6, "six seis sechs шесть"),
    (10, "ten diez dez dix zehn десять"),
)
_NUMBERS = {folded(word): number for number, words in _WORDS_FOR for word in words.split()}
_COUNT = r"(?P<n>\d{1,3}|[^\W\d_]{1,8})"


@cache
def _counted() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], int | None]], ...]:
    day = r"(?P<d>days?|dias?|jours?|tagen?|дн(?:я|ей)|день)"
    week = r"(?P<w>weeks?|semanas?|semaines?|wochen?|недел[яиюь])"

    def count(match: re.Match[str]) -> int | None:
        number = int(match["n"]) if match["n"].isdigit() else _NUMBERS.get(match["n"])
        return None if number is None else number * (1 if match["d"] else 7)

    before = rf"\b(?:hace|ha|il y a|vor)\s{_COUNT}\s(?:{day}|{week})\b"
    after = rf"\b{_COUNT}\s(?:{day}|{week})\s(?:ago|atras|назад)\b"
    two = r"\b(?:the day before yesterday|anteayer|antes de ayer|anteontem|avant-hier|vorgestern|позавчера)\b"
    one = r"\b(?:yesterday|ayer|ontem|hier(?=\s(?:soir|matin|j')|[.,!])|gestern|вчера)\b"
    none = r"\b(?:today|hoy|hoje|aujourd'hui|heute|сегодня)\b"
    return (
        (re.compile(before), count),
        (re.compile(after), count),
        (re.compile(two), lambda _: 2),
        (re.compile(one), lambda _: 1),
        (re.compile(none), lambda _: 0),
    )
