"""One stop at the end of a sentence, whatever the words end with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwright.letter.body import cited
from claimwright.letter.draft import Part, Sentence
from claimwright.letter.stops import calm, ended, opened

ENDED = [
    ("green", "green."),
    ("green.", "green."),
    ("green..", "green."),
    ("green...", "green..."),
    ("green…", "green…"),
    ("green….", "green…"),
    ("green!", "green!"),
    ("green!!!", "green."),
    ("green?!", "green?"),
    ("green .", "green."),
    ("green,", "green."),
    ("是绿色的。", "是绿色的。"),
    ("是绿色的。.", "是绿色的。"),
    ("أين هو؟", "أين هو؟"),
    ("हरा है।", "हरा है।"),
    ('asked "Where is it?"', 'asked "Where is it?"'),
    ('says "navy"', 'says "navy".'),
]
CITED = [
    ("green...", "green (E1)."),
    ("green!!!", "green (E1)."),
    ("green!", "green (E1)."),
    ("green …", "green (E1)."),
    ("green  .", "green (E1)."),
    ("Where is it?", "Where is it (E1)?"),
    ("是绿色的。", "是绿色的 (E1)。"),
    ('asked "Where is it?"', 'asked "Where is it?" (E1).'),
]


@pytest.mark.parametrize(("words", "sentence"), ENDED)
def test_a_sentence_has_one_stop(words: str, sentence: str) -> None:
    assert ended(words) == sentence


@pytest.mark.parametrize(("words", "sentence"), CITED)
def test_proof_stands_before_the_one_stop(words: str, sentence: str) -> None:
    assert cited(Sentence(words, (), Part.BODY), ("E1",)).text == sentence


def test_a_row_of_exclamation_marks_is_a_full_stop() -> None:
    assert calm("It broke!!! I want it mended! ! 坏了！！") == "It broke. I want it mended. 坏了。"


@given(st.text(max_size=60))
def test_only_stops_and_blanks_are_ever_taken(text: str) -> None:
    words, stop = opened(text)
    assert text.strip().startswith(words) or text.startswith(words)
    assert len(stop) <= 3
