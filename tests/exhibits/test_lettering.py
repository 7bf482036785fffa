"""Captions are drawn with letters that are there: no box, and no line that is too long."""

import pytest
from PIL import ImageFont

from claimwright.exhibits import lettering
from claimwright.exhibits.lettering import lettered


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with no font but Pillow's own."""
    monkeypatch.setattr(lettering, "_installed", lambda _: [])


def lines(text: str, width: int = 400, most: int = 3) -> tuple[str, ...] | None:
    found = lettered(text, 20, width, most)
    return found.lines if found else None


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("the green hoodie", ("the green hoodie",)),
        ("el número de la dirección", ("el numero de la direccion",)),
        ("the “navy” one – here", ('the "navy" one - here',)),
        ("a 😀 hoodie", ("a hoodie",)),
        ("зелёная толстовка", None),
        ("photo: 绿色连帽衫", None),
        ("😀", None),
    ],
)
@pytest.mark.usefixtures("bare")
def test_without_a_font_accents_go_and_other_scripts_are_given_up(text: str, drawn: tuple[str, ...] | None) -> None:
    assert lines(text) == drawn


def test_a_font_of_the_machine_is_taken_if_it_has_the_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    own, other = lettering.own_font(20), lettering.own_font(20)
    monkeypatch.setattr(lettering, "_installed", lambda _: [own, other])
    monkeypatch.setattr(lettering, "_has", lambda font, text: font is other or text.isascii())
    found = lettered("зелёная", 20, 400, 3)
    assert found is not None
    assert (found.font, found.lines) == (other, ("зелёная",))


def test_fonts_that_are_not_there_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lettering, "_FONTS", ("There is no such font.ttf",))
    assert lettering._installed.__wrapped__(20) == []


def test_lines_fit_and_what_is_more_is_cut() -> None:
    text = "the green hoodie next to the parcel label " * 9
    found = lettered(text, 20, 300, 3)
    assert found is not None
    assert isinstance(found.font, ImageFont.FreeTypeFont)
    assert len(found.lines) == 3
    assert found.lines[-1].endswith("...")
    assert all(found.font.getlength(line) <= 300 for line in found.lines)
    assert text.startswith(" ".join(found.lines).removesuffix("..."))


def test_a_word_that_is_longer_than_a_line_is_broken() -> None:
    found = lines("x" * 100, 300, 9)
    assert found is not None
    assert len(found) > 1
    assert "".join(found) == "x" * 100
