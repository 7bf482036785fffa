"""Every fact can be asked for, and every answer given and stated."""

from pathlib import Path

import pytest

from claimwright.case.facts import FIELDS, VALUES
from claimwright.errors import CannotReadWrite
from claimwright.guide.words import Words
from claimwright.resources import Resources

RESOURCES = Resources()
WORDS = Words(RESOURCES)
ANSWERS = [(field, value) for field in FIELDS for value in VALUES[field]]
WINNING = ("win", "best", "recommended", "strong", "weak", "succeed", "justified", "dispute", "refund")


@pytest.mark.parametrize("field", FIELDS)
def test_every_fact_is_asked_for_with_a_question_and_a_way_to_find_out(field: str) -> None:
    assert "?" in WORDS.ask(field)
    assert WORDS.help(field).endswith(".")


@pytest.mark.parametrize(("field", "value"), ANSWERS)
def test_every_answer_has_a_label_and_one_sentence(field: str, value: str) -> None:
    assert not WORDS.label(field, value).endswith(".")
    statement = WORDS.statement(field, value)
    assert statement[0].isupper()
    assert statement.count(".") == 1
    assert statement.endswith(".")


def test_there_are_words_for_the_vocabulary_and_for_nothing_else() -> None:
    words = RESOURCES.toml("templates/facts.toml")
    assert {field: tuple(entry["values"]) for field, entry in words.items()} == dict(VALUES)
    assert {key for entry in words.values() for key in entry} == {"ask", "help", "values"}
    assert {key for entry in words.values() for value in entry["values"].values() for key in value} == {
        "label",
        "statement",
    }


@pytest.mark.parametrize("field", FIELDS)
def test_no_two_answers_read_alike(field: str) -> None:
    assert len({WORDS.label(field, value) for value in VALUES[field]}) == len(VALUES[field])
    assert len({WORDS.statement(field, value) for value in VALUES[field]}) == len(VALUES[field])


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_says_which_answer_wins(field: str) -> None:
    shown = " ".join([WORDS.ask(field), WORDS.help(field), *(WORDS.label(field, value) for value in VALUES[field])])
    assert not [word for word in shown.lower().split() if word.strip(".,:;?").startswith(WINNING)]


def test_words_that_the_buyers_own_copy_lacks_are_named(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "facts.toml").write_text('[received]\nask = "Has it come?"\n', encoding="utf-8")
    words = Words(Resources(tmp_path))
    assert words.ask("received") == "Has it come?"
    with pytest.raises(CannotReadWrite, match=r"received\.values\.yes\.label is missing"):
        words.label("received", "yes")
