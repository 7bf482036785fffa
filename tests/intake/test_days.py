"""Days as people write them: short, in words, without a year, and those that can be two."""

import pytest

from claimwright.intake.answers import read
from claimwright.intake.asked import about_message
from claimwright.intake.question import Reading, Understood

from .interviewing import TODAY, outcome, wording


def about(id: str, said: str) -> Reading:
    return read(about_message(id, wording()), said, TODAY, wording())


PAST, ANY = "order.ordered_on", "order.protection_ends_on"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("2026-10-28", "2026-10-28"),
        ("28 October 2026", "2026-10-28"),
        ("28.10.2026", "2026-10-28"),
        ("28.10.26", "2026-10-28"),
        ("28.10.", "2026-10-28"),
        ("28.10", "2026-10-28"),
        ("28/10", "2026-10-28"),
        ("10/28/2026", "2026-10-28"),
        ("2.10.2026", "2026-10-02"),
        ("28 Oct", "2026-10-28"),
        ("28. Oct", "2026-10-28"),
        ("28. 10. 2026", "2026-10-28"),
        ("28. 10. 26", "2026-10-28"),
        ("28 Oct 25", "2025-10-28"),
        ("Oct 28 25", "2025-10-28"),
        ("Oct 28, '25", "2025-10-28"),
        ("October 28", "2026-10-28"),
        ("28 October 26", "2026-10-28"),
        ("2 de octubre de 2026", "2026-10-02"),
        ("2 de octubre de 25", "2025-10-02"),
        ("el 2 octubre", "2026-10-02"),
        ("2 de Outubro de 2026", "2026-10-02"),
        ("2 out. 2026", "2026-10-02"),
        ("2 octobre 2026", "2026-10-02"),
        ("vendredi 2 octobre", "2026-10-02"),
        ("1er août 2026", "2026-08-01"),
        ("premier aout", "2026-08-01"),
        ("2. Oktober 2026", "2026-10-02"),
        ("am 3. März", "2026-03-03"),
        ("2.Okt.26", "2026-10-02"),
        ("2 октября 2026", "2026-10-02"),
        ("2-го октября 2026 г.", "2026-10-02"),
        ("2 октября 25", "2025-10-02"),
        ("31 avril 2026", "The calendar has no such day. Write it like 28 October 2026."),
        ("28 décembre 2026", "28 December 2026 is still to come. Write the day on which it was."),
        ("2 octobre ou 3 octobre", "Those are several days. Write one."),
        ("octubre", "That is no day I can read. Write it like 28 October 2026, 28.10. or yesterday."),
        ("3.10.26", "2026-10-03"),
        ("26-10-28", "2026-10-28"),
        ("3/10/26", ["Tuesday, 10 March 2026", "Saturday, 3 October 2026"]),
        ("26-10-03", ["Sunday, 26 October 2003", "Saturday, 3 October 2026"]),
        ("12-10-26", "2026-10-12"),
        ("28th of October", "2026-10-28"),
        ("Oct 28, 2026", "2026-10-28"),
        ("it was on 28 October", "2026-10-28"),
        ("Wednesday, 28 October 2026", "2026-10-28"),
        ("today", "2026-11-22"),
        ("Yesterday", "2026-11-21"),
        ("the day before yesterday", "2026-11-20"),
        ("3 days ago", "2026-11-19"),
        ("two weeks ago", "2026-11-08"),
        ("last friday", "2026-11-20"),
        ("Sunday", "2026-11-22"),
        ("last Sunday", "2026-11-15"),
        ("on monday", "2026-11-16"),
        ("the 20th", "2026-11-20"),
        ("30", "2026-10-30"),
        ("24 December", "2025-12-24"),
        ("29 Feb", "The calendar has no such day. Write it like 28 October 2026."),
        ("10/02/2026", ["Tuesday, 10 February 2026", "Friday, 2 October 2026"]),
        ("2/10", ["Tuesday, 10 February 2026", "Friday, 2 October 2026"]),
        ("12/02/2026", "2026-02-12"),
        ("28 December 2026", "28 December 2026 is still to come. Write the day on which it was."),
        ("tomorrow", "23 November 2026 is still to come. Write the day on which it was."),
        ("Friday, 28 October 2026", "28 October 2026 is a Wednesday. Which day do you mean?"),
        ("30 February", "The calendar has no such day. Write it like 28 October 2026."),
        ("45.13.", "The calendar has no such day. Write it like 28 October 2026."),
        ("2 to 5 October 2026", "Those are several days. Write one."),
        ("October 2026", "The calendar has no such day. Write it like 28 October 2026."),
        ("soon", "That is no day I can read. Write it like 28 October 2026, 28.10. or yesterday."),
        ("99", "That is no day I can read. Write it like 28 October 2026, 28.10. or yesterday."),
    ],
)
def test_days_that_have_been(said: str, value: object) -> None:
    assert outcome(about(PAST, said)) == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("30.11.", "2026-11-30"),
        ("30 Nov", "2026-11-30"),
        ("3 janvier", "2027-01-03"),
        ("30 de noviembre", "2026-11-30"),
        ("30.11.26", "2026-11-30"),
        ("3 January", "2027-01-03"),
        ("1 October", "2026-10-01"),
        ("in 5 days", "2026-11-27"),
        ("in a week", "2026-11-29"),
        ("12 days left", "2026-12-04"),
        ("12 days", "2026-12-04"),
        ("still two weeks to go", "2026-12-06"),
        ("soon", "That is no day I can read. Write it like 5 December 2026, 5.12. or in 12 days."),
        ("tomorrow", "2026-11-23"),
        ("friday", "2026-11-27"),
        ("next Friday", "2026-11-27"),
        ("the 3rd", "2026-12-03"),
        ("the 25th", "2026-11-25"),
        ("2026-11-30", "2026-11-30"),
    ],
)
def test_days_that_may_be_to_come(said: str, value: str) -> None:
    assert outcome(about(ANY, said)) == value


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        pytest.param("28.10.", "Wednesday, 28 October 2026", id="short"),
        pytest.param("yesterday", "Saturday, 21 November 2026", id="a word"),
        pytest.param("28 octobre 2026", "Wednesday, 28 October 2026", id="in another language"),
        pytest.param("28 October 26", "Wednesday, 28 October 2026", id="with a short year"),
        pytest.param("2026-10-28", "", id="as the case file writes it"),
        pytest.param("28 October 2026", "", id="in full"),
    ],
)
def test_a_day_is_said_back_unless_it_was_written_in_full(said: str, echo: str) -> None:
    found = about(PAST, said)
    assert isinstance(found, Understood)
    assert found.echo == echo
