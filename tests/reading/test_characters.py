"""Unsafe characters are named, invisible ones left out, and what a terminal gets cannot steer it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwright.reading.characters import blank, printable, small, unsafe, visible


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("a\x1b[31m", "U+001B (a control character)", id="escape"),
        pytest.param("a\x00", "U+0000 (a control character)", id="NUL"),
        pytest.param("a\x7f", "U+007F (a control character)", id="delete"),
        pytest.param("a\x85", "U+0085 (a control character)", id="C1 control"),
        pytest.param("\u202eabc", "U+202E (it turns the direction of the text)", id="bidi override"),
        pytest.param("\u2066abc", "U+2066 (it turns the direction of the text)", id="bidi isolate"),
        pytest.param("a\U000e0041", "U+E0041 (an invisible tag)", id="tag character"),
        pytest.param("\ue000", "U+E000 (it has no agreed meaning)", id="private use"),
        pytest.param("\U0010fffd", "U+10FFFD (it has no agreed meaning)", id="private use of the last plane"),
        pytest.param("\ud800", "U+D800 (half of a character)", id="lone surrogate"),
        pytest.param("\ufdd0", "U+FDD0 (not a character)", id="noncharacter"),
        pytest.param("\U0001ffff", "U+1FFFF (not a character)", id="noncharacter of plane 1"),
    ],
)
def test_an_unsafe_character_is_named(text: str, named: str) -> None:
    assert unsafe(text) == named
    assert unsafe(text, one_line=True) == named


@pytest.mark.parametrize(
    "text", ["", "plain", "naïve café", "日本語", "👨‍👩‍👧 ❤️", "a\u200bb", "co\u00adop", "שלום\u200f", "a\u2028b"]
)
def test_ordinary_and_invisible_characters_are_accepted(text: str) -> None:
    assert unsafe(text) is None
    assert unsafe(text, one_line=True) is None


def test_lines_and_tabs_are_unsafe_in_one_line_only() -> None:
    assert unsafe("a\n\tb\r\n") is None
    assert unsafe("a\nb", one_line=True) == "U+000A (a line break)"
    assert unsafe("a\tb", one_line=True) == "U+0009 (a tab)"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("  two \n\t words ", "two words"),
        ("re\u200bfund", "refund"),
        ("re\u00adfund\ufeff", "refund"),
        ("a \u200b b", "a b"),
        ("a\u00a0b\u3000c", "a b c"),
        ("x\U000e0041y\ufe0f", "xy"),
        ("a\x1bb", "ab"),
        ("\u200e\u200f", ""),
    ],
)
def test_visible_is_what_a_reader_sees(text: str, seen: str) -> None:
    assert visible(text) == seen
    assert blank(text) is (seen == "")


def test_printable_keeps_lines_and_drops_what_steers_a_terminal() -> None:
    assert printable("a\x1b[2J\r\nb\tc\u202e\x9b") == "a[2J\nb\tc"


@given(st.text(alphabet=st.characters()))
def test_visible_and_printable_are_stable_and_safe(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert printable(printable(text)) == printable(text)
    assert unsafe(printable(text)) is None
    assert unsafe(visible(text), one_line=True) is None
    printable(text).encode()


def test_small_letters_stand_where_the_capitals_stood() -> None:
    assert small("An İ Stands") == "an İ stands"
    assert small("ÉTÉ") == "été"
