"""The calendar file: what RFC 5545 asks for, whatever the words are."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwright.calendar.days import Deadline
from claimwright.calendar.ics import calendar
from claimwright.reading.characters import printable

from .parsing import read

TODAY = date(2026, 11, 22)
UID = "0" * 32 + "@claimwright"


def day(summary: str = "Protection ends", text: str = "A day.", *reminders: int, uid: str = UID) -> Deadline:
    return Deadline(uid, date(2026, 11, 30), summary, text, reminders)


def file(*days: Deadline) -> bytes:
    return calendar(days, TODAY).encode()


def test_a_day_is_a_whole_day_with_its_reminders() -> None:
    (event,) = read(file(day("Protection ends", "The last day.", 5, 1, 0))).within
    assert event.properties["DTSTART"] == "20261130"
    assert event.properties["DTSTAMP"] == "20261122T000000Z"
    assert event.properties["TRANSP"] == "TRANSPARENT"
    assert [alarm.properties["TRIGGER"] for alarm in event.within] == ["-P4DT15H", "-PT15H", "PT9H"]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("desk lamp; red, 40 cm", id="marks that separate"),
        pytest.param("a back\\slash, and \\n no new line", id="backslashes"),
        pytest.param("two\nlines", id="a new line"),
        pytest.param("END:VCALENDAR\nBEGIN:VEVENT", id="lines of a calendar"),
        pytest.param("ключ " * 60, id="letters of two octets"),
        pytest.param("🎸" * 60, id="signs of four octets"),
        pytest.param("x" * 75, id="a line of about the length"),
        pytest.param("x" * 1000, id="a word without an end"),
    ],
)
def test_words_come_back_as_they_were(words: str) -> None:
    (event,) = read(file(day(words, words, 1))).within
    assert event.properties["SUMMARY"] == event.properties["DESCRIPTION"] == words
    assert event.within[0].properties["DESCRIPTION"] == words


@pytest.mark.parametrize("length", range(55, 80))
def test_lines_of_every_length_about_the_fold_come_back(length: int) -> None:
    words = "é" * (length // 2) + "x" * (length % 2)
    assert read(file(day(words))).within[0].properties["SUMMARY"] == words


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=200), st.text(max_size=400))
def test_whatever_the_words_the_file_can_be_read(summary: str, text: str) -> None:
    if any(0xD800 <= ord(sign) <= 0xDFFF for sign in summary + text):
        return
    (event,) = read(file(day(summary, text, 5))).within
    assert event.properties["SUMMARY"] == _lines(summary)
    assert event.properties["DESCRIPTION"] == _lines(text)


def _lines(words: str) -> str:
    return "\n".join(printable(line) for line in words.split("\n"))


def test_the_same_day_stands_there_once_and_the_last_one_counts() -> None:
    (event,) = read(file(day("first"), day("second"))).within
    assert event.properties["SUMMARY"] == "second"
    assert len(read(file(day(), day(uid="1" * 32 + "@claimwright"))).within) == 2


def test_without_a_day_there_is_no_calendar() -> None:
    assert calendar([], TODAY) == ""


def test_the_parser_of_these_tests_refuses_what_is_wrong() -> None:
    good = file(day("a, b", "c", 5))
    wrong = [
        good.replace(b"\r\n", b"\n"),
        good.replace(b"a\\, b", b"a, b"),
        good.replace(b"a\\, b", b"a" * 80),
        good.replace(b"UID:", b"UUID:"),
        good.replace(b";VALUE=DATE", b""),
        good.replace(b"END:VALARM\r\n", b""),
        good.replace(b"-P4DT15H", b"5 days"),
        good + b"BEGIN:VCALENDAR\r\n",
    ]
    for data in wrong:
        with pytest.raises(AssertionError):
            read(data)
