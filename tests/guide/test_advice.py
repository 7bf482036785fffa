"""What the buyer is told: the guide's advice names its passages, ours names none and is marked as ours."""

import pytest

from claimwright.guide.aliexpress.rules import advice
from claimwright.guide.rule import Advice, Rule, Source

from .whole_space import the_guide

GUIDE = the_guide()
ALL = {one.id: one for one in vars(advice).values() if isinstance(one, Advice)}
ADVISING = {row.id: row for row in GUIDE.advice}


def test_every_advice_has_an_id_of_its_own_and_is_said_by_a_row() -> None:
    said = [one for row in GUIDE.rules for one in (*row.warnings, *row.steps)]
    assert len(ALL) == sum(isinstance(one, Advice) for one in vars(advice).values())
    assert {one.id for one in said} == set(ALL)
    assert all(one is ALL[one.id] for one in said)


@pytest.mark.parametrize("one", ALL.values(), ids=ALL)
def test_what_is_said_in_the_name_of_the_guide_names_its_passages_and_what_is_ours_none(one: Advice) -> None:
    named = {one.restates, *one.rests_on} - {""}
    assert named <= set(GUIDE.passages)
    assert bool(named) == (one.source is Source.GUIDE)


@pytest.mark.parametrize("row", ADVISING.values(), ids=ADVISING)
def test_a_row_that_only_advises_is_the_guides_exactly_if_it_says_something_of_the_guides(row: Rule) -> None:
    sources = {one.source for one in (*row.warnings, *row.steps)}
    assert (row.source is Source.GUIDE) == (Source.GUIDE in sources)


def test_a_step_restates_no_passage_for_only_warnings_give_way_to_one() -> None:
    assert [one.id for row in GUIDE.rules for one in row.steps if one.restates] == []


def test_nobody_can_take_the_platform_for_the_sellers_shop() -> None:
    assert [one.id for one in ALL.values() if "shop" in one.text.lower() or "store" in one.text.lower()] == []
