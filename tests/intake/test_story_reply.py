"""What of a model's reply is read, whatever stands around it."""

import pytest

from claimwright.intake.story.found import Claim
from claimwright.intake.story.reply import MOST_LINES, Unreadable, claims_in, quotations

ONE = 'received = yes | "It arrived"'

SAME = [
    ("alone", ONE),
    ("after a preamble", f"Sure! Here are the notes:\n\n{ONE}\n\nLet me know if you need more."),
    ("in a code fence", f"```\n{ONE}\n```"),
    ("as a list", f"- {ONE}"),
    ("as a bold list", f"* **received** = yes | {ONE.split(' | ')[1]}"),
    ("with a colon", ONE.replace(" =", ":")),
    ("twice", f"{ONE}\n{ONE}"),
    ("with control characters", ONE.replace("yes", "y\x00es")),
    ("with carriage returns", f"{ONE}\r\n"),
    ("with blanks everywhere", f"   {ONE.replace(' | ', '    |   ')}   "),
]


@pytest.mark.parametrize("text", [one[1] for one in SAME], ids=[one[0] for one in SAME])
def test_a_note_is_read_whatever_stands_around_it(text: str) -> None:
    (claim,) = claims_in(text)
    assert (claim.field, claim.value) == ("received", "yes")
    assert "It arrived" in quotations(claim.words)


UNREADABLE = [
    ("empty", ""),
    ("prose", "The parcel arrived, and the colour is wrong."),
    ("JSON", '{"received": {"value": "yes", "words": "It arrived"}}'),
    ("broken JSON", '{"received": "yes", "wor'),
    ("no words", "received = yes"),
    ("no value", 'received = | "It arrived"'),
    ("a refusal", "I'm sorry, but I can't help with that."),
    ("nothing said in a sentence", "There is nothing here."),
]


@pytest.mark.parametrize("text", [one[1] for one in UNREADABLE], ids=[one[0] for one in UNREADABLE])
def test_a_reply_without_a_note_cannot_be_read(text: str) -> None:
    with pytest.raises(Unreadable):
        claims_in(text)


@pytest.mark.parametrize("text", ["nothing", "Nothing.", "  `nothing`  ", "**nothing**", "Notes:\nnothing"])
def test_the_one_word_says_that_there_is_nothing(text: str) -> None:
    assert claims_in(text) == ()


def test_the_words_may_hold_bars_and_quotes() -> None:
    (claim,) = claims_in('defects = damaged | "it said "fragile" | it was not"')
    assert claim == Claim("defects", "damaged", '"it said "fragile" | it was not"')
    assert 'it said "fragile" | it was not' in quotations(claim.words)


@pytest.mark.parametrize("words", ['"a b"', "“a b”", "„a b“", "«a b»", "'a b'", "a b", '"a b" `'])
def test_the_marks_around_words_are_taken_off(words: str) -> None:
    assert "a b" in quotations(words)


def test_a_reply_without_end_is_read_as_far_as_a_limit() -> None:
    many = "\n".join(f'happened = said | "{n}"' for n in range(100_000))
    assert len(claims_in(many)) == MOST_LINES
    assert len(claims_in('received = yes | "' + "x" * 5_000_000)) == 1
