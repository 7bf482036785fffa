"""Dates whose month is named in one of six languages, read without knowing which: 2 de octubre, 2. Oktober, 2 Oct.

Decided here: accents and capitals do not count; the short names `out` and `set`, which are English words, are months
only before a year. What is to be read in one known language is read by `dates_abroad`.
"""

import re
from collections.abc import Iterator
from functools import cache

from claimwright.reading.accents import folded
from claimwright.reading.dates import DateSpan, calendar_day, dates

_BEFORE_A_YEAR = r"(?=\.?,?\s(?:de\s)?(?:19|20)\d\d\b)"
_MONTHS = (
    "enero|janeiro|janvier|januar|janner|января|январь|янв|ene|janv",
    "febrero|fevereiro|fevrier|februar|февраля|февраль|февр|фев|febr|fev|fevr",
    "marzo|marco|mars|marz|maerz|mrz|марта|март",
    "abril|avril|april|апреля|апрель|апр|abr|avr",
    "mayo|maio|mai|мая|май",
    "junio|junho|juin|juni|июня|июнь",
    "julio|julho|juillet|juli|июля|июль|juil",
    "agosto|aout|august|августа|август|авг",
    f"septiembre|setiembre|setembro|septembre|september|сентября|сентябрь|сен|сент|sept|set{_BEFORE_A_YEAR}",
    f"octubre|outubro|octobre|oktober|октября|октябрь|окт|okt|oct|out{_BEFORE_A_YEAR}",
    "noviembre|novembro|novembre|november|ноября|ноябрь|ноя|нояб|nov",
    "diciembre|dezembro|decembre|dezember|декабря|декабрь|дек|dez|dic|dec",
)
_FIRST = "primero|primeiro|premier|erste[nr]?|первого|первое"


def dates_anywhere(text: str) -> tuple[DateSpan, ...]:
    """Every date that `dates` reads, and every day beside a month named in another language, without overlap."""
    found = list(dates(text))
    for span in _abroad(text):
        if all(span.end <= one.start or one.end <= span.start for one in found):
            found.append(span)
    return tuple(sorted(found, key=lambda one: one.start))


def _abroad(text: str) -> Iterator[DateSpan]:
    for match in _pattern().finditer(folded(text)):
        month = next(number for number in range(1, 13) if match[f"m{number}"])
        day = calendar_day(int(match["y"]) if match["y"] else None, month, int(match["d"] or 1))
        words = text[match.start() : match.end()]
        yield DateSpan(match.start(), match.end(), words, frozenset() if day is None else frozenset({day}))


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(f"(?P<m{number}>{folded(names)})" for number, names in enumerate(_MONTHS, 1))
    numbered = r"(?P<d>3[01]|[12]\d|0?[1-9])(?:\.|[ºª°]|o\b|er\b|-?го|-?е)?"
    day = rf"(?<![\w.,/-])(?:{numbered}|(?:{folded(_FIRST)})\b)"
    return re.compile(rf"{day}\s{{0,2}}(?:\sde\s|d')?(?:{months})\b\.?(?:,?\s(?:del?\s)?(?P<y>(?:19|20)\d\d)\b)?")
