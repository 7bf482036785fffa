"""The contact sheet: every picture small, with its number and its caption, on one picture to look over."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from claimwright.exhibits.lettering import lettered, own_font

WIDTH, HEIGHT = 420, 320
"""The most pixels of a small picture."""

_GAP = 28
_NUMBER, _WORDS, _LINE, _LINES = 30, 20, 26, 3
_INK, _FRAME, _CARD = (25, 27, 31), (150, 154, 160), (236, 238, 241)


@dataclass(frozen=True, slots=True)
class Cell:
    """One item on the sheet: what is drawn small, or what its file is if that cannot be drawn."""

    number: int
    caption: str
    kind: str
    image: Image.Image | None
    content: str


def small(image: Image.Image) -> Image.Image:
    """A copy that fits a cell."""
    copy = image.convert("RGB")
    copy.thumbnail((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    return copy


def sheet(cells: Sequence[Cell]) -> tuple[bytes, list[int]]:
    """The sheet as a JPEG, and the numbers of the items whose captions no font here has the letters for."""
    columns = min(len(cells), 2 if len(cells) == 4 else 3 if len(cells) <= 9 else 4)
    rows = -(-len(cells) // columns)
    step_x, step_y = WIDTH + _GAP, HEIGHT + _NUMBER + 12 + _LINES * _LINE + _GAP
    image = Image.new("RGB", (columns * step_x + _GAP, rows * step_y + _GAP), "white")
    pen = ImageDraw.Draw(image)
    unlettered = []
    for place, cell in enumerate(cells):
        at = _GAP + place % columns * step_x, _GAP + place // columns * step_y
        _draw_picture(image, pen, at, cell)
        if not _draw_words(pen, (at[0], at[1] + HEIGHT + 8), cell):
            unlettered.append(cell.number)
    stream = BytesIO()
    image.save(stream, "JPEG", quality=88, optimize=True)
    return stream.getvalue(), unlettered


def _draw_picture(sheet: Image.Image, pen: ImageDraw.ImageDraw, at: tuple[int, int], cell: Cell) -> None:
    if cell.image is None:
        pen.rectangle((*at, at[0] + WIDTH - 1, at[1] + HEIGHT - 1), fill=_CARD, outline=_FRAME)
        middle = at[0] + WIDTH // 2, at[1] + HEIGHT // 2
        pen.text(middle, cell.content, fill=_INK, font=own_font(_NUMBER), anchor="mm")
        return
    left, top = at[0] + (WIDTH - cell.image.width) // 2, at[1] + (HEIGHT - cell.image.height) // 2
    sheet.paste(cell.image, (left, top))
    frame = (left - 1, top - 1, left + cell.image.width, top + cell.image.height)
    pen.rectangle(frame, outline=_FRAME)


def _draw_words(pen: ImageDraw.ImageDraw, at: tuple[int, int], cell: Cell) -> bool:
    pen.text(at, f"E{cell.number}", fill=_INK, font=own_font(_NUMBER))
    words = lettered(cell.caption, _WORDS, WIDTH, _LINES)
    shown = words or lettered(cell.kind, _WORDS, WIDTH, 1)
    if shown:
        for row, line in enumerate(shown.lines):
            pen.text((at[0], at[1] + _NUMBER + 6 + row * _LINE), line, fill=_INK, font=shown.font)
    return words is not None
