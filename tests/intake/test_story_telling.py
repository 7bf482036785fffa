"""How a story is taken apart, and when words stand in it."""

import pytest

from claimwright.intake.story.telling import Story

STANDS = [
    ("letter by letter", "The mug is broken.", "mug is broken", True),
    ("across a line break", "The mug\nis broken.", "mug is broken", True),
    ("with more blanks", "The  mug is broken.", "The mug   is broken", True),
    ("composed otherwise", "Le colis est arrive\u0301.", "arriv\u00e9", True),
    ("in other case", "The mug is broken.", "the mug", False),
    ("with a word left out", "The mug is not broken.", "The mug is broken", False),
    ("with dots for a gap", "The blue mug is broken.", "The … mug", False),
    ("with other apostrophes", "It doesn’t work.", "It doesn't work.", False),
    ("nothing", "The mug is broken.", "  ", False),
    ("as a pattern", "The mug is broken.", "mug .. broken", False),
]


@pytest.mark.parametrize(("text", "words", "stands"), [one[1:] for one in STANDS], ids=[one[0] for one in STANDS])
def test_words_stand_in_a_story_letter_by_letter(text: str, words: str, stands: bool) -> None:
    assert bool(Story.told(text).places(words)) is stands


def test_words_that_stand_twice_have_two_places() -> None:
    assert [one.start for one in Story.told("no no").places("no")] == [0, 3]


def test_sentences_end_at_marks_and_lines_but_not_in_dates() -> None:
    story = Story.told("Am 28. Oktober kam es. Paid 23.40. Order no 12345.\nMe: hi\n\nOk")
    texts = [one.text for one in story.sentences]
    assert texts == ["Am 28. Oktober kam es.", "Paid 23.40.", "Order no 12345.", "Me: hi", "Ok"]


def test_clauses_end_at_commas_and_conjunctions_but_not_in_numbers() -> None:
    story = Story.told("It came, but broken; paid 1,200.50 EUR on October 2, 2026 and waited")
    assert [one.text for one in story.clauses] == [
        "It came",
        "but broken",
        "paid 1,200.50 EUR on October 2, 2026",
        "and waited",
    ]


def test_every_part_stands_where_it_says() -> None:
    story = Story.told("Одна, две. Three - four (five)\nsix")
    for one in (*story.sentences, *story.clauses, story.line_at(3)):
        assert story.text[one.start : one.end] == one.text


def test_what_nobody_sees_is_left_out() -> None:
    assert Story.told("\ufeffA\x1b[31m\r\nB\u202e").text == "A[31m\nB"
