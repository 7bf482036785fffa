"""The words of the interview: the user's own file first, and a plain error where something is missing from it."""

from pathlib import Path

import pytest

from claimwright.errors import CannotReadWrite
from claimwright.guide.words import Words
from claimwright.intake.wording import Wording
from claimwright.resources import Resources

from .interviewing import wording


def own(folder: Path, name: str, text: str) -> Wording:
    """The words, one file of which is the user's own."""
    path = folder / "templates" / "questions" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    resources = Resources(folder)
    return Wording(resources, Words(resources))


def test_the_users_words_are_used(tmp_path: Path) -> None:
    assert own(tmp_path, "interview.toml", 'first = "No further back."').say("first") == "No further back."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "first is missing. Add it, or delete the file to use ours.", id="nothing"),
        pytest.param('first = " "', "first is missing", id="blank"),
        pytest.param("first = 1", "first is missing", id="no text"),
        pytest.param('first = "{name}"', "first has a gap that is not known", id="a gap of their own"),
        pytest.param('first = "{"', "first has a gap that is not known", id="half a gap"),
        pytest.param('first = "{0}"', "first has a gap that is not known", id="a gap by number"),
        pytest.param('before = "{answer.__class__}"', "before has a gap that is not known", id="a way in"),
        pytest.param('before = "{answer:>99999999}"', "before has a gap that is not known", id="a gap without end"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CannotReadWrite) as refused:
        own(tmp_path, "interview.toml", text).say("before" if "before" in text else "first", answer="a mug")
    assert said in str(refused.value)
    assert "interview.toml" in str(refused.value)


def test_a_second_item_is_asked_for_in_its_own_words_where_there_are_any() -> None:
    assert wording().of("contacts.from", "more") == "And then: who wrote next? Press Enter if that is all."
    assert wording().of("contacts.on", "more") == wording().of("contacts.on", "ask")


def test_a_copy_of_the_words_without_synonyms_has_none(tmp_path: Path) -> None:
    assert "full refund" in wording().synonyms("request.refund", "full")
    assert own(tmp_path / "a", "interview.toml", 'first = "x"').synonyms("request.refund", "full") == ()
    assert own(tmp_path / "b", "interview.toml", 'synonyms = "x"').synonyms("request.refund", "full") == ()
