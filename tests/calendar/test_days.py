"""The days that a buyer should not miss: the case's own, and those that a fact of the platform counts."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.letter.drafting import GUIDE, RESOURCES, case, example

from claimwright.calendar.days import WORDS, Deadline, deadlines
from claimwright.case.casefile import Case
from claimwright.errors import CannotReadWrite
from claimwright.guide.engine import assess
from claimwright.guide.guide import Guide
from claimwright.resources import Sentences

WORDING = RESOURCES.sentences(WORDS)
RECEIVED = {"received": "yes", "defects": ["damaged"]}
MOVING = {"received": "no", "whereabouts": "moving", "seller": "not_contacted"}
ENDS = {"protection_ends_on": "2026-11-30"}


def days(case: Case, today: str = "2026-11-22", guide: Guide = GUIDE) -> tuple[Deadline, ...]:
    assessment = assess(case.facts, guide, frozenset(one.kind for one in case.evidence))
    return deadlines(case, guide, assessment, date.fromisoformat(today), WORDING)


def told(case: Case, today: str = "2026-11-22", guide: Guide = GUIDE) -> list[tuple[str, str]]:
    return [(str(one.on), one.summary.partition(":")[0]) for one in days(case, today, guide)]


def test_the_end_of_the_protection_is_the_buyers_own_date() -> None:
    (found,) = days(case(RECEIVED, order=ENDS))
    assert (found.on, found.summary) == (date(2026, 11, 30), "Protection ends: lamp")
    assert found.text.startswith("Order 8190000000000099: the last day of the purchase protection")
    assert found.reminders == (5, 1)
    assert "Not from the guide" not in found.text


@pytest.mark.parametrize(
    ("facts", "parts", "today", "expected"),
    [
        pytest.param(RECEIVED, {}, "2026-11-22", [], id="no date in the case"),
        pytest.param(RECEIVED, {"order": ENDS}, "2026-11-30", [("2026-11-30", "Protection ends")], id="the last day"),
        pytest.param(RECEIVED, {"order": ENDS}, "2026-12-01", [], id="after the last day"),
        pytest.param(
            MOVING,
            {"order": {"protection_ends_on": "2026-12-20"}},
            "2026-11-22",
            [("2026-12-10", "Look at the case again"), ("2026-12-20", "Protection ends")],
            id="a case in which to wait",
        ),
        pytest.param(
            MOVING,
            {"order": {"protection_ends_on": "2026-12-20"}},
            "2026-12-11",
            [("2026-12-20", "Protection ends")],
            id="the day to look again is past",
        ),
        pytest.param(
            RECEIVED,
            {"dispute": {"opened_on": "2026-11-20"}},
            "2026-11-22",
            [("2026-11-25", "Seller's answer due"), ("2026-11-27", "Platform steps in")],
            id="a dispute that was opened",
        ),
        pytest.param(
            RECEIVED,
            {"dispute": {"opened_on": "2026-11-20", "proposal": {"refund": "none"}}},
            "2026-11-22",
            [("2026-11-27", "Platform steps in")],
            id="the seller has proposed something",
        ),
        pytest.param(
            RECEIVED,
            {"dispute": {"opened_on": "2026-11-20", "refused_on": "2026-11-21"}},
            "2026-11-22",
            [("2026-11-27", "Platform steps in")],
            id="the seller has refused",
        ),
        pytest.param(
            RECEIVED, {"dispute": {"refused_on": "2026-11-21"}}, "2026-11-22", [], id="nobody knows when it was opened"
        ),
        pytest.param(RECEIVED, {"dispute": {"opened_on": "2026-10-01"}}, "2026-11-22", [], id="a dispute of long ago"),
    ],
)
def test_the_days_of_a_case(
    facts: dict[str, Any], parts: dict[str, Any], today: str, expected: list[tuple[str, str]]
) -> None:
    assert told(case(facts, **parts), today) == expected


@pytest.mark.parametrize("stem", ["bad-faith", "nothing-wrong", "resolved", "address-buyer"])
def test_a_case_that_calls_for_no_dispute_has_no_days(stem: str) -> None:
    this = example(stem)
    assert days(replace(this, order=replace(this.order, protection_ends_on=date(2026, 12, 20)))) == ()


def test_what_is_counted_names_the_fact_that_it_rests_on() -> None:
    counted = days(case(RECEIVED, dispute={"opened_on": "2026-11-20"}))
    assert counted
    for one in counted:
        fact = next(fact for fact in GUIDE.platform if fact.text in one.text)
        said = f"[{fact.source}; {fact.date}; confidence {fact.confidence}]"
        assert one.text.endswith(f"\nNot from the guide: {fact.text} {said}")
        assert set(fact.clock) & {"answer", "decision"}


def test_without_a_fact_that_counts_there_is_no_such_day() -> None:
    silent = replace(GUIDE, platform=tuple(one for one in GUIDE.platform if not one.clock))
    assert told(case(RECEIVED, order=ENDS, dispute={"opened_on": "2026-11-20"}), guide=silent) == [
        ("2026-11-30", "Protection ends")
    ]


def test_a_day_keeps_its_identity_when_its_date_moves_and_shares_it_with_no_other() -> None:
    before = case(MOVING, order={"protection_ends_on": "2026-12-20"})
    after = case(MOVING, order={"protection_ends_on": "2026-12-30"})
    assert [one.uid for one in days(before)] == [one.uid for one in days(after)]
    other = case(MOVING, order={"protection_ends_on": "2026-12-20", "number": "8190000000000098"})
    every = [one.uid for one in (*days(before), *days(other), *days(replace(before, id="second")))]
    assert len(set(every)) == len(every) == 6


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_break_nothing(day: str) -> None:
    this = case(MOVING, order={"protection_ends_on": day}, dispute={"opened_on": day})
    assert [one.on for one in days(this, day)] == sorted(one.on for one in days(this, day))


def test_an_item_without_a_name_is_called_by_its_number() -> None:
    assert days(case(RECEIVED, order={**ENDS, "item": None}))[0].summary == "Protection ends: 8190000000000099"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({}, "protection.text is missing"),
        ({"protection": {"text": "x", "summary": "{it}"}}, "protection.summary has a gap that is not known"),
    ],
)
def test_words_that_are_missing_are_told(words: dict[str, Any], said: str) -> None:
    this = case(RECEIVED, order=ENDS)
    assessment = assess(this.facts, GUIDE, frozenset())
    with pytest.raises(CannotReadWrite, match=said):
        deadlines(
            replace(this, order=replace(this.order, number=None)),
            GUIDE,
            assessment,
            date(2026, 11, 22),
            Sentences(WORDS, words),
        )
