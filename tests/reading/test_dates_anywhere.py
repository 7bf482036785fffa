"""Dates whose month is named in one of six languages, in a text of unknown language."""

from datetime import date

import pytest

from claimwright.reading.dates_anywhere import dates_anywhere

SECOND = date(2026, 10, 2)


@pytest.mark.parametrize(
    "text",
    [
        "2 October 2026",
        "2 de octubre de 2026",
        "2 de octubre del 2026",
        "2º de outubro de 2026",
        "2 out 2026",
        "2 octobre 2026",
        "2 OCTOBRE",
        "2. Oktober 2026",
        "2. Okt.",
        "2 октября 2026 г.",
        "2-го октября",
        "2026-10-02",
    ],
)
def test_a_day_beside_its_month_is_found_with_its_place(text: str) -> None:
    (span,) = dates_anywhere(f"({text})")
    assert span.fits(SECOND)
    assert not span.fits(date(2026, 2, 10))
    assert f"({text})"[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("primero de octubre de 2026", 1),
        ("le 1er octobre 2026", 1),
        ("am ersten Oktober 2026", 1),
        ("первого октября 2026", 1),
    ],
)
def test_the_first_of_a_month_has_a_word_of_its_own(text: str, first: int) -> None:
    assert [one.day for span in dates_anywhere(text) for one in span.readings] == [first]


def test_a_day_that_no_calendar_holds_is_found_without_a_reading() -> None:
    assert [span.readings for span in dates_anywhere("31 avril, 30. Februar")] == [frozenset(), frozenset()]


def test_no_date_is_found_twice() -> None:
    assert len(dates_anywhere("2 October 2026, 3 de octubre, 4 Oct, 5 окт. 2026")) == 4


@pytest.mark.parametrize("text", ["2 out of 5", "3 set aside", "octubre", "5 marzipans", "1.2 mars", "12 de 2026"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates_anywhere(text) == ()
