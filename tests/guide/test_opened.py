"""A case whose dispute is open: the verdict stays, and nobody is told to open it again."""

import pytest

from claimwright.case.facts import Facts
from claimwright.guide.engine import assess
from claimwright.guide.opened import ALREADY_OPEN, once_open
from claimwright.guide.rule import Advice, Verdict

from .whole_space import the_guide

GUIDE = the_guide()
ALL = {one.id: one for row in GUIDE.rules for one in (*row.warnings, *row.steps)}
TELLS_TO_OPEN = {
    "open-at-once",
    "no-need-to-write",
    "open-if-refused",
    "last-day",
    "before-it-ends",
    "open-if-ignored",
    "come-back",
    "do-not-hesitate",
}
SPEAKS_OF_DISPUTES = {"penalty", "why-wait", "address-is-yours"}
"""Advice that is as true once a dispute is open."""


def test_what_tells_to_open_a_dispute_is_marked_in_the_guide() -> None:
    assert {id for id, one in ALL.items() if one.until_opened} == TELLS_TO_OPEN
    named = {id for id, one in ALL.items() if "dispute" in one.text.lower()}
    assert named - TELLS_TO_OPEN == SPEAKS_OF_DISPUTES


@pytest.mark.parametrize(
    ("facts", "verdict", "gone"),
    [
        pytest.param(
            {"received": "yes", "defects": frozenset({"damaged"}), "protection": "running"},
            Verdict.OPEN,
            {"open-at-once", "no-need-to-write", "do-not-hesitate"},
            id="a dispute is called for",
        ),
        pytest.param(
            {"received": "no", "protection": "expired", "whereabouts": "stalled", "seller": "not_contacted"},
            Verdict.CONTACT_SELLER_FIRST,
            {"open-if-ignored"},
            id="the seller comes first",
        ),
        pytest.param(
            {"received": "no", "protection": "ending", "whereabouts": "moving", "seller": "not_contacted"},
            Verdict.WAIT_FOR_EXTENSION,
            {"open-if-refused", "last-day"},
            id="more time comes first",
        ),
    ],
)
def test_the_same_verdict_with_advice_that_fits(facts: dict[str, str], verdict: Verdict, gone: set[str]) -> None:
    known = Facts().given("intent", "genuine")
    for field, value in facts.items():
        known = known.given(field, value)
    before = assess(known, GUIDE)
    after = once_open(before)
    assert (before.verdict, after.verdict, after.passages) == (verdict, verdict, before.passages)
    assert {*_ids(before.next_steps)} - {*_ids(after.next_steps)} == gone
    assert after.warnings == (*before.warnings, ALREADY_OPEN)


def _ids(some: tuple[Advice, ...]) -> list[str]:
    return [one.id for one in some]
