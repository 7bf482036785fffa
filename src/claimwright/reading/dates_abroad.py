"""Dates in Spanish, Portuguese, French, German and Russian text, read as `dates` reads English ones.

Decided here: figures are read day first (02/10/2026 is 2 October); a month that is named alone is that month of any
year.
"""

import re
from functools import cache

from claimwright.reading.dates import DateSpan, Day, calendar_day
from claimwright.reading.dates import dates as english

_MONTHS = {
    "es": "ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|may(?:o)?|jun(?:io)?|jul(?:io)?|ago(?:sto)?"
    "|sep(?:t)?(?:iembre)?|setiembre|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?",
    "pt": "jan(?:eiro)?|fev(?:ereiro)?|mar(?:ço)?|abr(?:il)?|mai(?:o)?|jun(?:ho)?|jul(?:ho)?|ago(?:sto)?"
    "|set(?:embro)?|out(?:ubro)?|nov(?:embro)?|dez(?:embro)?",
    "fr": "janv(?:ier)?|févr?(?:ier)?|fevrier|mars|avr(?:il)?|mai|juin|juil(?:l?et)?|août|aout|sept(?:embre)?"
    "|oct(?:obre)?|nov(?:embre)?|déc(?:embre)?|decembre",
    "de": "jan(?:uar)?|jän(?:ner)?|feb(?:ruar)?|märz|mär|mrz|maerz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?"
    "|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?",
    "ru": "янв(?:ар[а-яё]{1,3})?|фев(?:р(?:ал[а-яё]{1,3})?)?|март[а-яё]{0,2}|мар|апр(?:ел[а-яё]{1,3})?|ма[йяюе]|маем"
    "|июн[а-яё]{0,3}|июл[а-яё]{0,3}|авг(?:уст[а-яё]{0,2})?|сент?(?:ябр[а-яё]{1,3})?|окт(?:ябр[а-яё]{1,3})?"
    "|нояб?(?:р[а-яё]{1,3})?|дек(?:абр[а-яё]{1,3})?",
}
"""Every written form of the months; the short ones count beside a figure only."""

_SHORT_NAMES = "mayo maio mai mars août aout juin juni juli märz март май мая мае"
_WHOLE = frozenset(_SHORT_NAMES.split())
"""Whole names that are as short as others cut short: "sept" is seven in French."""

_BEGINNINGS = {
    "es": "ene feb mar abr may jun jul ago se oct nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "fr": "jan fé|fe mar av mai juin juil ao sep oct nov dé|de",
    "de": "jan|jän feb mä|mrz|mae ap mai jun jul aug sep okt nov dez",
    "ru": "янв фев мар апр ма июн июл авг сен окт ноя дек",
}
_WEEKDAYS = {
    "es": "lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo",
    "pt": "segunda-feira terça-feira|terca-feira quarta-feira quinta-feira sexta-feira sábado|sabado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "ru": "понедельник[а-яё]* вторник[а-яё]* сред[уыеа] четверг[а-яё]* пятниц[а-яё]* суббот[а-яё]* воскресень[а-яё]*",
}
_OF = r"(?:(?:de[l]?|do|of)[ \u00a0])?"
_GAP = r"[ \u00a0\u202f]{1,3}"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_NTH = r"(?:\.[ºª°]|[ºª°.]|er\b|-?(?:го|е|ое)\b)?"
_FIRST = {"es": "primero", "pt": "primeiro", "fr": "premier", "de": "ersten?", "ru": "перво(?:го|е)"}
_YEAR = r"(?:(?:,?[ \u00a0\u202f]{1,3}|[-/.])(?:de[l]?[ \u00a0])?(?P<%s>(?:19|20)\d\d)(?!\d))?"
_TO = r"[ \u00a0]?(?:[-\u2013\u2014/]|,|(?:al?|ao|e|y|et|und|bis|au|и|по|до|to|and)\b)[ \u00a0]?"
_TO += r"(?:(?:el|le|den|dem|o|em)[ \u00a0])?"
_AFTER = r"(?<![\w.,/-])"


def dates(text: str, language: str) -> tuple[DateSpan, ...]:
    """Every date in a text of this language, in order; English ones that stand in it are read as well."""
    if language not in _MONTHS:
        return english(text)
    found: list[DateSpan] = []
    for match in _pattern(language).finditer(text):
        found += _read(match, language)
    rest = text
    for one in found:
        rest = rest[: one.start] + " " * (one.end - one.start) + rest[one.end :]
    return tuple(sorted((*found, *english(rest)), key=lambda one: one.start))


def _read(match: re.Match[str], language: str) -> list[DateSpan]:
    groups = {name: value for name, value in match.groupdict().items() if value}
    weekday = _weekday(groups["wd"], language) if "wd" in groups else None
    year = next((int(groups[key]) for key in ("dm_y", "num_y", "my_y") if key in groups), None)
    if "alone" in groups:
        return [DateSpan(match.start(), match.end(), match.group(), frozenset(), _weekday(groups["alone"], language))]
    if "num_d" in groups:
        year = year if year is None or year > 99 else 2000 + year
        return [
            _span(
                match.start(),
                match.end(),
                match,
                calendar_day(year, int(groups["num_m"]), int(groups["num_d"])),
                weekday,
            )
        ]
    if "bare_d" in groups:
        number = int(groups.get("bare_m") or groups["dot_m"])
        return [
            _span(match.start("bare_d"), match.end(), match, calendar_day(None, number, int(groups["bare_d"])), weekday)
        ]
    name = (groups.get("dm_m") or groups["my_m"]).rstrip(".")
    month = _month(name, language)
    if "dm_m" not in groups:
        if year is None and len(name) <= 4 and name.lower() not in _WHOLE:
            return []
        return [_span(match.start(), match.end(), match, Day(year, month, None), weekday)]
    last = int(groups["dm_2"]) if "dm_2" in groups else 1
    if "dm_1" not in groups:
        return [_span(match.start(), match.end(), match, calendar_day(year, month, last), weekday)]
    split = match.start("dm_2")
    return [
        _span(match.start(), split, match, calendar_day(year, month, int(groups["dm_1"])), weekday),
        _span(split, match.end(), match, calendar_day(year, month, last), None),
    ]


def _span(start: int, end: int, match: re.Match[str], reading: Day | None, weekday: int | None) -> DateSpan:
    readings = frozenset() if reading is None else frozenset({reading})
    return DateSpan(start, end, match.string[start:end].rstrip(), readings, weekday)


def _month(name: str, language: str) -> int:
    lower = name.lower()
    for number, beginnings in enumerate(_BEGINNINGS[language].split(), 1):
        if lower.startswith(tuple(beginnings.split("|"))):
            return number
    raise AssertionError(name)  # the pattern finds no other names


def _weekday(name: str, language: str) -> int | None:
    names = enumerate(_WEEKDAYS[language].split())
    return next((n for n, one in names if re.fullmatch(f"(?:{one})", name, re.IGNORECASE)), None)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    month, weekday = rf"(?:{_MONTHS[language]})\b\.?", "|".join(_WEEKDAYS[language].split())
    named = rf"(?:\b(?P<wd>{weekday})(?!\w)(?:,?{_GAP}(?:(?:el|le|den|dem|dia|día|o)\b{_GAP})?))?"
    first = _FIRST[language]
    day_first = (
        rf"{_AFTER}(?:(?P<dm_1>{_DAY}){_NTH}(?:{_GAP}{_OF})?{_TO})?(?:(?P<dm_2>{_DAY}){_NTH}|(?:{first}))"
        rf"(?:{_GAP}{_OF}|[-/.])(?P<dm_m>{month})" + _YEAR % "dm_y"
    )
    figures = (
        rf"{_AFTER}(?P<num_d>\d\d?)(?P<sep>[-/.])(?P<num_m>\d\d?)(?P=sep)"
        r"(?P<num_y>(?:19|20)\d\d(?!\d)|\d\d(?!\d|[.,/-]\d))"
    )
    bare = (
        r"\b(?:el|día|le|du|au|am|vom|zum|bis|seit|em|dia|от|до)[ ](?P<bare_d>\d\d?)"
        r"(?:/(?P<bare_m>\d\d?)|\.(?P<dot_m>0[1-9]|1[0-2])\.?)(?!\.?\d|/)"
    )
    month_year = rf"\b(?P<my_m>{month})(?:,?{_GAP}(?:de[l]?{_GAP})?(?P<my_y>(?:19|20)\d\d)(?!\d))?"
    return re.compile(
        rf"{named}(?:{day_first}|{figures}|{bare}|{month_year})|\b(?P<alone>{weekday})(?!\w)", re.IGNORECASE
    )
