"""A message changed by hand: what is left alone stays, what is changed is checked, what is new must be in the case."""

import pytest

from claimwright.letter.compose import LIMIT, Composed, compose
from claimwright.letter.edited import edited
from claimwright.letter.message import render
from claimwright.resources import Resources

from .drafting import brief, example

STEMS = ["wrong-colour", "cracked-mug", "stalled-ignored", "moving-ending", "vat-charged-again"]


def written(stem: str = "wrong-colour") -> Composed:
    return compose(brief(example(stem)), Resources(), LIMIT)


def codes(text: str, composed: Composed) -> tuple[str, list[str]]:
    """The message that comes of it, if any, and the codes of the hard findings."""
    found, faults = edited(composed, text, LIMIT)
    return render(found.checked) if found else "", [one.code for one in faults if one.hard]


@pytest.mark.parametrize(
    "stem", ["wrong-colour", "cracked-mug", "stalled-ignored", "moving-ending", "vat-charged-again"]
)
def test_a_message_that_is_left_alone_or_emptied_stays(stem: str) -> None:
    this = written(stem)
    text = render(this.checked)
    for same in (text, f"\n{text}\n\n", ""):
        assert edited(this, same, LIMIT) == (this, ())


@pytest.mark.parametrize(
    "stem", ["wrong-colour", "cracked-mug", "stalled-ignored", "moving-ending", "vat-charged-again"]
)
def test_every_sentence_that_is_left_alone_rests_on_what_it_rested_on(stem: str) -> None:
    this = written(stem)
    text = render(this.checked).replace("\n\n", "\n\n\n") + "\n\nThank you for your help."
    found, _ = edited(this, text, LIMIT)
    assert found is None or found.checked.draft.sentences()[: len(this.checked.draft.sentences())] == (
        this.checked.draft.sentences()
    )


def test_words_may_be_changed_and_sentences_left_out_or_moved() -> None:
    this = written()
    text = render(this.checked)
    kinder = text.replace("The hoodie that arrived is bright green (E1).", "What came is a bright green hoodie (E1).")
    shorter = text.replace(" The size label inside reads M, so only the colour is wrong.", "")
    for changed in (kinder, shorter):
        assert changed != text
        assert codes(changed, this) == (changed, [])


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("a full refund of €23.40", "a full refund of €32.40", "amount"),
        ("28 October 2026", "27 October 2026", "date"),
        ("(E1)", "(E7)", "evidence.unknown"),
        ("The listing shows navy", "Refund me or I will leave a bad review. The listing shows navy", "threat.review"),
        ("The listing shows navy", "Write me on WhatsApp. The listing shows navy", "off_platform"),
        (
            "The listing shows navy",
            "The fabric melted in the washing machine and burned my kitchen floor. The listing shows navy",
            "novelty",
        ),
        (
            "I ask for a full refund of €23.40, because the colour I paid for is not the one I got.",
            "",
            "remedy.missing",
        ),
    ],
)
def test_what_may_not_be_sent_is_found(old: str, new: str, code: str) -> None:
    this = written()
    text = render(this.checked)
    assert old in text
    said, found = codes(text.replace(old, new), this)
    assert said == ""
    assert code in found, found


def test_a_text_that_is_too_long_for_the_form_is_found() -> None:
    this = written()
    text = render(this.checked)
    assert "length.limit" in codes(text.replace("(E1).", "(E1). " + "The hoodie is bright green. " * 40), this)[1]
