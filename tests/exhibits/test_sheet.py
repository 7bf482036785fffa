"""The contact sheet shows every item at its place, with its number and words."""

from io import BytesIO

import pytest
from PIL import Image

from claimwright.exhibits import lettering
from claimwright.exhibits.sheet import HEIGHT, WIDTH, Cell, sheet, small

from .files import drawing

COLOURS = [(200, 40, 40), (40, 160, 60), (40, 60, 200), (200, 160, 40), (120, 40, 160)]


def cells(count: int) -> list[Cell]:
    return [
        Cell(
            i + 1,
            f"photo of item {i + 1}",
            "photo",
            Image.new("RGB", (WIDTH, HEIGHT), COLOURS[i % 5]),
            "a JPEG picture",
        )
        for i in range(count)
    ]


def drawn(given: list[Cell]) -> Image.Image:
    image = Image.open(BytesIO(sheet(given)[0]))
    image.load()
    return image


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (2, 2), (3, 3), (4, 2), (5, 3), (9, 3), (10, 4), (100, 4)])
def test_every_item_has_its_place(count: int, columns: int) -> None:
    image = drawn(cells(count))
    across, down = image.width // columns, image.height // -(-count // columns)
    for i in range(count):
        found = image.getpixel((i % columns * across + across // 2, i // columns * down + HEIGHT // 2))
        assert isinstance(found, tuple)
        assert all(abs(a - b) < 12 for a, b in zip(found, COLOURS[i % 5], strict=True))


def test_words_are_drawn_under_the_picture_and_a_card_where_there_is_none() -> None:
    with_words = drawn([Cell(1, "the receipt", "receipt", None, "PDF")])
    others = drawn([Cell(2, "the invoice", "receipt", None, "TEXT")])
    assert with_words.size == others.size
    for box in ((28, 28, WIDTH, HEIGHT), (28, HEIGHT + 30, WIDTH, with_words.height - 20)):
        one, other = with_words.crop(box), others.crop(box)
        assert min(one.convert("L").tobytes()) < 60  # ink
        assert one.tobytes() != other.tobytes()


def test_who_has_no_letters_is_named_and_has_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lettering, "_installed", lambda _: [])
    given = [Cell(1, "the chat", "conversation", None, "TEXT"), Cell(2, "чат", "conversation", None, "TEXT")]
    data, unlettered = sheet(given)
    assert unlettered == [2]
    named = sheet([given[0], Cell(2, "conversation", "conversation", None, "TEXT")])[0]
    assert data == named


def test_a_small_picture_keeps_its_shape_and_a_smaller_one_its_size() -> None:
    assert small(drawing((1600, 400))).size == (WIDTH, WIDTH // 4)
    assert small(drawing((100, 50))).size == (100, 50)


def test_the_sheet_holds_pixels_only() -> None:
    image = drawn(cells(2))
    assert dict(image.getexif()) == {}
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
