"""What a known day implies: offered and never set; a reading of a day that cannot be meant is not offered."""

from dataclasses import replace
from datetime import date

import pytest

from claimwright.case.casefile import Case
from claimwright.intake.interview import Interview, Start
from claimwright.intake.question import Reading, Understood

from .interviewing import COLOUR, HOODIE, begun, outcome, told


def of_story(ends: date | None) -> Interview:
    case = Case()
    start = Start(replace(case, order=replace(case.order, protection_ends_on=ends)))
    return told("1", "1", interview=begun(start))


@pytest.mark.parametrize(
    ("ends", "offered"),
    [
        pytest.param(date(2026, 12, 5), "time is left", id="ahead"),
        pytest.param(date(2026, 11, 22), "time is left", id="today"),
        pytest.param(date(2026, 11, 21), None, id="past: whether it was extended is asked"),
        pytest.param(None, None, id="not told"),
    ],
)
def test_the_end_that_a_story_names_offers_how_the_protection_stands(ends: date | None, offered: str | None) -> None:
    here = of_story(ends)
    assert here.question is not None
    assert here.question.id == "facts.protection"
    assert here.offer("facts.protection") == offered
    assert len(here.facts.possible("protection")) > 1, "it is never set unasked"


def test_honesty_is_never_offered() -> None:
    assert begun(Start(offers={"facts.intent": "genuine"})).offer("facts.intent") is None


@pytest.mark.parametrize(
    ("said", "value", "echo"),
    [
        ("5 December", "running", "time is left"),
        ("in 12 days", "running", "time is left"),
        ("12 days left", "running", "time is left"),
        ("1 October", "running", "time is left"),
        ("20 November", "expired", "it has ended"),
    ],
)
def test_a_day_that_is_typed_where_its_meaning_is_asked_is_said_back(said: str, value: str, echo: str) -> None:
    found = told("1", "1").read(said.replace("1 October", "1 October 2027"))
    assert found == Understood(value, echo)


def arrived(said: str) -> Reading:
    return told(*HOODIE[:7]).read(said)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        pytest.param("3/10/26", "2026-10-03", id="10 March was before the order of 2 October"),
        pytest.param("4/5/26", ["Monday, 4 May 2026", "Sunday, 5 April 2026"], id="none fits: all are left"),
    ],
)
def test_a_reading_that_goes_against_what_is_known_is_left_out(said: str, value: object) -> None:
    found = outcome(arrived(said))
    assert sorted(found) == sorted(value) if isinstance(value, list) else found == value


def test_a_day_that_was_told_from_two_is_said_back() -> None:
    found = arrived("3/10/26")
    assert isinstance(found, Understood)
    assert found.echo == "Saturday, 3 October 2026"


def test_before_anything_is_known_both_are_asked_about() -> None:
    found = outcome(told(*HOODIE[:6]).read("3/10/26"))
    assert len(found) == 2


def test_a_message_was_not_written_before_the_order() -> None:
    here = told(*COLOUR, *HOODIE[3:13])
    assert here.question is not None
    assert here.question.id == "contacts[0].on"
    assert outcome(here.read("3/10/26")) == "2026-10-03"
