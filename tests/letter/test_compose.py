"""Fitting to a limit: what goes first, what never goes, and what is said when nothing more can go."""

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwright.errors import FactsMissing
from claimwright.letter.compose import compose
from claimwright.letter.draft import Part
from claimwright.letter.fitted import cuts
from claimwright.letter.message import render
from claimwright.letter.writers.template import write
from claimwright.reading.sentences import content

from .drafting import RESOURCES, brief, case, composed, drafted_examples, example, text

EXAMPLES = drafted_examples()


def smallest(stem: str) -> int:
    """The limit that the error names."""
    with pytest.raises(FactsMissing) as error:
        composed(example(stem), 10)
    found = re.search(r"--limit (\d+)", str(error.value))
    assert found
    assert error.value.exit_code == 4
    return int(found[1])


@pytest.mark.parametrize("stem", EXAMPLES)
def test_the_limit_that_the_error_names_is_enough_and_one_less_is_not(stem: str) -> None:
    limit = smallest(stem)
    assert len(text(example(stem), limit)) <= limit
    with pytest.raises(FactsMissing):
        composed(example(stem), limit - 1)


@pytest.mark.parametrize("stem", EXAMPLES)
def test_what_may_not_be_cut_stays_at_the_smallest_limit(stem: str) -> None:
    this = brief(example(stem))
    found = compose(this, RESOURCES, smallest(stem))
    message = render(found.checked)
    order = this.case.order
    assert order.number
    assert order.number in message
    assert order.item
    assert order.item in message
    words = write(this, RESOURCES)
    own = content(" ".join(one.text for one in found.checked.draft.sentences() if one.own_words))
    for one in words.problem:
        said = content(one.text)
        assert one.text.rstrip(".") in message or len(said & own) >= 0.75 * len(said)
    if this.ask:
        assert "I ask for a " in message
        assert words.reasons[0].text in message
    for number, item in enumerate(this.case.evidence, 1):
        assert f"E{number}: " in message
        assert item.shows.rstrip(".")[1:] in message
        assert re.search(rf"\([^)]*\bE{number}\b[^)]*\)", message)
    assert any(one.own_words for one in found.checked.draft.sentences())


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(EXAMPLES), st.integers(min_value=300, max_value=1200))
def test_no_message_is_longer_than_its_limit(stem: str, limit: int) -> None:
    with suppress(FactsMissing):
        assert len(text(example(stem), limit)) <= limit


def test_what_was_cut_is_told_and_nothing_is_cut_without_need() -> None:
    whole = composed(example("wrong-colour"), 1000)
    assert whole.notes == ()
    length = len(render(whole.checked))
    found = composed(example("wrong-colour"), length - 1)
    assert found.notes == (f"Left out to fit {length - 1} characters: the courtesy at the end.",)
    assert "Kind regards" not in render(found.checked)
    assert "Ana Ruiz" in render(found.checked)


def test_a_cut_that_a_later_one_makes_needless_is_taken_back() -> None:
    this = brief(example("wrong-colour"))
    for limit in range(smallest("wrong-colour"), 800):
        found = compose(this, RESOURCES, limit)
        message = render(found.checked)
        if "courtesy" not in " ".join(found.notes):
            assert "Kind regards" in message
            return
    pytest.fail("the courtesy never came back")


def test_cuts_begin_with_courtesy_and_end_with_what_the_buyer_can_prove() -> None:
    this = brief(example("wrong-colour"))
    names = list(cuts(this))
    assert names[0] == "courtesy"
    assert names.index("older contacts") < names.index("contacts") < names.index("ordered_on")
    assert names.index("what_happened[2]") < names.index("contacts")
    assert names[-2:] == ["situation", "what_happened[0]"]
    assert "what_happened[1]" not in names  # the photo stands beside it


def test_a_conversation_whose_record_is_cut_is_still_cited() -> None:
    found = composed(example("stalled-ignored"), smallest("stalled-ignored"))
    sentences = found.checked.draft.sentences()
    assert not [one for one in sentences if one.part is Part.CONTACT]
    assert "I have also written to the seller (E2)." in [one.text for one in sentences if one.part is Part.PROOF]


def test_the_problem_may_go_where_the_buyer_states_it() -> None:
    said = ["The item was already damaged when it arrived, with a crack in the lid.", "It is two days old."]
    photo = {"kind": "photo", "shows": "the crack in the lid"}
    this = case(
        {"received": "yes", "defects": ["damaged"]}, request={"refund": "full"}, evidence=[photo], what_happened=said
    )
    with pytest.raises(FactsMissing) as error:
        composed(this, 10)
    found = re.search(r"--limit (\d+)", str(error.value))
    assert found
    message = text(this, int(found[1]))
    assert "with a crack in the lid (E1)." in message
    assert "The item arrived damaged." not in message
    assert "The item arrived damaged." in text(this)


def test_more_words_than_a_tired_reader_likes_lose_the_days_on_which_proof_was_taken() -> None:
    found = composed(example("different-item"))
    assert "taken on" not in render(found.checked)
    assert found.notes == ("Left out to keep to 180 words: the days on which the proof was taken.",)
