"""The grammar of a body, as templates and models write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwright.letter.body import cited, clause, paragraphs, sentences
from claimwright.letter.draft import Part, Sentence

READ = [
    ("Green came [F9, E1].", [("Green came (E1).", ("F9", "E1"))]),
    ("Green came[F9].", [("Green came.", ("F9",))]),
    ("Green came [F9]", [("Green came.", ("F9",))]),
    ("Why [F1]? Green came [F9; E2, E1].", [("Why?", ("F1",)), ("Green came (E1, E2).", ("F9", "E2", "E1"))]),
    ("It rests on nothing. Green came [F9].", [("It rests on nothing.", ()), ("Green came.", ("F9",))]),
    ("Green came [F9]. And so on.", [("Green came.", ("F9",)), ("And so on.", ())]),
    ("I chose [grey] and green came [F9].", [("I chose [grey] and green came.", ("F9",))]),
    ("Order [[ORDER_NUMBER]] came [F1].", [("Order [[ORDER_NUMBER]] came.", ("F1",))]),
    ("", []),
]


@pytest.mark.parametrize(("text", "found"), READ)
def test_a_bracket_is_kept_as_the_ledger_and_proof_is_printed(
    text: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(one.text, one.rests_on) for one in sentences(text)] == found


def test_an_empty_line_parts_two_paragraphs() -> None:
    assert [len(one) for one in paragraphs("A [F1]. B [F2].\n\nC [F3].\n")] == [2, 1]


def test_a_clause_loses_its_bracket_and_its_full_stop() -> None:
    found = clause("the colour is wrong [F1, F2].")
    assert (found.text, found.rests_on) == ("the colour is wrong", ("F1", "F2"))


def test_proof_is_added_to_proof() -> None:
    once = cited(Sentence("Green came.", ("F1",), Part.BODY, own_words=True), ("E2",))
    twice = cited(once, ("E1",))
    assert (twice.text, twice.rests_on) == ("Green came (E1, E2).", ("F1", "E2", "E1"))
    assert twice.own_words


def test_proof_of_a_sentence_that_ends_in_a_quotation() -> None:
    assert cited(Sentence('It reads "brown".', (), Part.BODY), ("E1",)).text == 'It reads "brown" (E1).'
    assert cited(Sentence("It says “Wait.”", (), Part.BODY), ("E1",)).text == "It says “Wait.” (E1)."


@given(st.text(max_size=400))
def test_no_text_breaks_the_reader_and_no_word_is_lost(text: str) -> None:
    found = " ".join(one.text for one in sentences(text))
    assert set("".join(text.split())) >= set("".join(found.split())) - set("(E).,0123456789")
