"""The guide's passages: read strictly, complete, and each in words of its own."""

from pathlib import Path

import pytest

from claimwright.guide import aliexpress
from claimwright.guide.passage import Passage, load_passages

TEXT = (Path(aliexpress.__path__[0]) / "passages.md").read_text(encoding="utf-8")
PASSAGES = load_passages(TEXT)

SMALL = """# A guide

Words before the first section.

## Arrived

### G1 · Damaged
*at 2.1*
A first line
and a second.

### G3 · Nothing to decide
*at 2.2-2.3, 4*
It says little.
*no rule: it decides nothing*
"""


def test_an_entry_holds_its_section_place_title_text_and_reason() -> None:
    assert load_passages(SMALL) == {
        "G1": Passage("G1", "Arrived", "2.1", "Damaged", "A first line and a second."),
        "G3": Passage("G3", "Arrived", "2.2-2.3, 4", "Nothing to decide", "It says little.", "it decides nothing"),
    }


def test_every_statement_of_the_guide_is_there_but_the_two_mere_pointers() -> None:
    assert set(PASSAGES) == {f"G{number}" for number in range(1, 62)} - {"G13", "G53"}


def test_sections_stand_in_the_order_of_the_guide() -> None:
    assert list(dict.fromkeys(passage.section for passage in PASSAGES.values())) == [
        "Introduction",
        "What a dispute is",
        "When to open one",
        "Order received",
        "Order not received",
        "Problems on the way",
        "How to open one",
    ]


def test_passages_stand_in_the_order_of_the_guide() -> None:
    lines = [int(passage.at.split(".")[0].split(",")[0]) for passage in PASSAGES.values()]
    assert lines == sorted(lines)


@pytest.mark.parametrize("passage", PASSAGES.values(), ids=PASSAGES)
def test_every_passage_says_something_short_and_whole(passage: Passage) -> None:
    assert passage.title
    assert len(passage.title) <= 60
    assert passage.text.endswith(".")
    assert len(passage.text.split()) <= 50


def test_titles_are_unique() -> None:
    assert len({passage.title for passage in PASSAGES.values()}) == len(PASSAGES)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("# A guide", "A guide", "line 1: a title", id="no title"),
        pytest.param("## Arrived", "Arrived", "line 7: G1 stands in no section", id="an entry in no section"),
        pytest.param("### G3", "### G1", "line 12: G1 stands here twice", id="an id twice"),
        pytest.param("### G3", "## Arrived\n### G3", "line 12: the section Arrived stands", id="a section twice"),
        pytest.param("## Arrived\n", "## Arrived\nStray.\n", "line 6: an entry", id="a stray line in a section"),
        pytest.param("G1 · Damaged", "G1 - Damaged", "line 7: neither", id="a heading of another shape"),
        pytest.param("### G1", "#### G1", "line 7: neither", id="a heading too deep"),
        pytest.param("### G1", "### G01", "line 7: neither", id="an id with a leading zero"),
        pytest.param("*at 2.1*\n", "", "line 8: G1 must begin with its place", id="no place"),
        pytest.param("*at 2.1*", "*at two*", "line 8: G1 must begin with its place", id="a place in words"),
        pytest.param("It says little.\n", "", "line 12: G3 has no text", id="no text"),
        pytest.param("*no rule:", "*rule:", "line 15: G3 can have", id="an unknown mark"),
        pytest.param("and a second.", "*no rule: x*\nmore", "line 10: G1 can have", id="a reason before the end"),
        pytest.param(SMALL, "# A guide\n", "line 1: no entry", id="no entries"),
        pytest.param(SMALL, "", "line 1: a title", id="nothing at all"),
    ],
)
def test_anything_unexpected_is_named_with_its_line(old: str, new: str, message: str) -> None:
    assert old in SMALL
    with pytest.raises(ValueError, match=message):
        load_passages(SMALL.replace(old, new))
