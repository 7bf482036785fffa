"""Dates in free text: every form, every reading, and what is no date."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwright.reading.dates import Day, dates, written

FORMS = [
    ("2 October 2026", {(2026, 10, 2)}),
    ("October 2, 2026", {(2026, 10, 2)}),
    ("2 Oct", {(None, 10, 2)}),
    ("2nd of October", {(None, 10, 2)}),
    ("Oct. 2nd, 2026", {(2026, 10, 2)}),
    ("2-Oct-2026", {(2026, 10, 2)}),
    ("2026-10-02", {(2026, 10, 2)}),
    ("2026/10/2", {(2026, 10, 2)}),
    ("02/10/2026", {(2026, 10, 2), (2026, 2, 10)}),
    ("28/10/2026", {(2026, 10, 28)}),
    ("2.10.2026", {(2026, 10, 2), (2026, 2, 10)}),
    ("02.10.26", {(2026, 10, 2), (2026, 2, 10)}),
    ("2 Oct '26", {(2026, 10, 2)}),
    ("Friday the 2nd of October", {(None, 10, 2)}),
    ("Friday, 2 October 2026", {(2026, 10, 2)}),
    ("October 2026", {(2026, 10, None)}),
    ("30 February 2026", set()),
]


@pytest.mark.parametrize(("text", "readings"), FORMS, ids=[text for text, _ in FORMS])
def test_every_written_form(text: str, readings: set[tuple[int | None, int, int | None]]) -> None:
    (span,) = dates(f"It came on {text}, I think")
    assert span.text == text
    assert span.readings == {Day(*reading) for reading in readings}


def test_both_ends_of_a_range_are_dates() -> None:
    for text in ("28 to 31 October 2026", "28–31 October 2026", "October 28-31, 2026"):
        assert [span.readings for span in dates(text)] == [{Day(2026, 10, 28)}, {Day(2026, 10, 31)}]


def test_a_weekday_is_read_alone_and_beside_a_date() -> None:
    (alone,) = dates("It came on Friday.")
    assert (alone.weekday, alone.readings) == (4, frozenset())
    (beside,) = dates("It came on Friday, 2 October 2026.")
    assert (beside.weekday, beside.fits(date(2026, 10, 2))) == (4, True)


@pytest.mark.parametrize("text", ["size 42-44", "1.234.567", "12 marches", "ratio 3/4", "8190000000000001", "I may go"])
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == ()


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31)))
def test_what_is_written_is_found_again(day: date) -> None:
    (span,) = dates(f"It came on {written(day)}.")
    assert span.readings == {Day(day.year, day.month, day.day)}


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1/", "2 October ", "Oct ", "Monday, ", "2026-", "31 to ", "Jan 1 ", "1/2/2026 ", "may"]
)
def test_long_texts_are_read_in_time(piece: str) -> None:
    started = time.process_time()
    dates(piece * (100_000 // len(piece)))
    assert time.process_time() - started < 1
