"""Dates in five languages: every written form, and what is no date."""

from datetime import date

import pytest

from claimwright.reading.dates_abroad import dates

SECOND = date(2026, 10, 2)
FORMS = [
    ("es", "el 2 de octubre de 2026"),
    ("es", "el 2 de octubre del 2026"),
    ("es", "viernes, 2 de octubre"),
    ("es", "2 oct. 2026"),
    ("es", "el 2/10"),
    ("pt", "em 2 de outubro de 2026"),
    ("pt", "sexta-feira, 2 de outubro"),
    ("pt", "02/10/2026"),
    ("pt", "2 out 2026"),
    ("fr", "le 2 octobre 2026"),
    ("fr", "vendredi 2 octobre"),
    ("fr", "02.10.2026"),
    ("fr", "2 oct. 2026"),
    ("de", "am 2. Oktober 2026"),
    ("de", "Freitag, den 2. Oktober"),
    ("de", "am 2.10.2026"),
    ("de", "am 02.10."),
    ("de", "2. Okt. 2026"),
    ("ru", "2 октября 2026 г."),
    ("ru", "2-го октября 2026 года"),
    ("ru", "в пятницу, 2 октября"),
    ("ru", "02.10.2026"),
    ("ru", "2 окт. 2026"),
    ("es", "on 2 October 2026"),
]


@pytest.mark.parametrize(("language", "text"), FORMS)
def test_a_written_form_is_that_day(language: str, text: str) -> None:
    (span,) = dates(f"{text} —", language)
    assert span.fits(SECOND)
    assert not span.fits(date(2026, 2, 10))
    assert span.weekday in (None, SECOND.weekday())


@pytest.mark.parametrize(
    ("language", "text", "month"),
    [
        ("es", "en octubre", 10),
        ("pt", "em março de 2026", 3),
        ("fr", "en août", 8),
        ("de", "im Mai", 5),
        ("ru", "в декабре", 12),
    ],
)
def test_a_month_alone_is_that_month(language: str, text: str, month: int) -> None:
    (span,) = dates(text, language)
    assert [one.month for one in span.readings] == [month]
    assert [one.day for one in span.readings] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "del 2 al 5 de octubre de 2026"),
        ("es", "entre el 2 y el 5 de octubre"),
        ("pt", "de 2 a 5 de outubro"),
        ("fr", "du 2 au 5 octobre 2026"),
        ("de", "vom 2. bis 5. Oktober"),
        ("ru", "с 2 по 5 октября"),
    ],
)
def test_the_ends_of_a_range_are_two_days(language: str, text: str) -> None:
    first, last = dates(text, language)
    assert first.fits(SECOND)
    assert last.fits(date(2026, 10, 5))


@pytest.mark.parametrize(
    ("language", "text"), [("es", "1.º de mayo"), ("fr", "le 1er mai"), ("pt", "1º de maio"), ("es", "primero de mayo")]
)
def test_the_first_of_a_month(language: str, text: str) -> None:
    (span,) = dates(text, language)
    assert span.fits(date(2026, 5, 1))
    assert not span.fits(date(2026, 5, 2))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "sept jours"),
        ("pt", "um set de 3 peças, a segunda"),
        ("es", "el mar azul, talla 38"),
        ("de", "Größe 38, 2.50 m lang"),
        ("ru", "размер 38, 1.50 м"),
    ],
)
def test_what_is_no_date(language: str, text: str) -> None:
    assert dates(text, language) == ()


def test_a_day_that_no_calendar_holds_is_found_and_is_no_day() -> None:
    (span,) = dates("el 30 de febrero de 2026", "es")
    assert span.readings == frozenset()
