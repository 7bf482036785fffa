"""What several pictures are made of: colours, digits, a label, a tape measure, a box."""

from PIL import ImageDraw

SIZE = (480, 360)

TABLE = (222, 205, 180)
PAPER = (250, 249, 245)
INK = (50, 52, 58)
GREY = (158, 162, 168)
CARD = (196, 154, 104)
CARD_DARK = (160, 120, 76)
GREEN = (58, 172, 82)
RED = (196, 56, 50)
BLUE = (66, 118, 196)
STEEL = (178, 186, 194)
YELLOW = (242, 200, 60)
WHITE = (255, 255, 255)

Colour = tuple[int, int, int]
Pen = ImageDraw.ImageDraw

# The strokes of a digit, drawn or not: top, upper left, upper right, middle, lower left, lower right, bottom.
STROKES = {
    "0": (1, 1, 1, 0, 1, 1, 1),
    "1": (0, 0, 1, 0, 0, 1, 0),
    "2": (1, 0, 1, 1, 1, 0, 1),
    "3": (1, 0, 1, 1, 0, 1, 1),
    "4": (0, 1, 1, 1, 0, 1, 0),
    "5": (1, 1, 0, 1, 0, 1, 1),
    "6": (1, 1, 0, 1, 1, 1, 1),
    "7": (1, 0, 1, 0, 0, 1, 0),
    "8": (1, 1, 1, 1, 1, 1, 1),
    "9": (1, 1, 1, 1, 0, 1, 1),
}


def digits(pen: Pen, x: int, y: int, text: str, *, size: int = 12, ink: Colour = INK) -> None:
    """Write digits with strokes of our own, so that no font is needed; a space leaves a gap."""
    for character in text:
        if character == " ":
            x += size // 2
            continue
        lines = (
            (x, y, x + size, y),
            (x, y, x, y + size),
            (x + size, y, x + size, y + size),
            (x, y + size, x + size, y + size),
            (x, y + size, x, y + 2 * size),
            (x + size, y + size, x + size, y + 2 * size),
            (x, y + 2 * size, x + size, y + 2 * size),
        )
        for line, drawn in zip(lines, STROKES[character], strict=True):
            if drawn:
                pen.line(line, fill=ink, width=3)
        x += size + 8


def label(pen: Pen, x: int, y: int, width: int, height: int) -> None:
    """A shipping label: lines of an address and a bar code."""
    pen.rectangle((x, y, x + width, y + height), fill=PAPER, outline=INK, width=2)
    for row in range(3):
        pen.line((x + 10, y + 14 + row * 12, x + width - 20 - row * 14, y + 14 + row * 12), fill=GREY, width=4)
    for bar in range(0, width - 24, 5):
        thick = 3 if bar % 3 else 1
        pen.line((x + 12 + bar, y + height - 32, x + 12 + bar, y + height - 10), fill=INK, width=thick)


def tape(pen: Pen, x: int, y: int, length: int, *, down: bool = False) -> None:
    """A tape measure with a long mark every fifth."""
    end = (x + 22, y + length) if down else (x + length, y + 22)
    pen.rectangle((x, y, *end), fill=YELLOW, outline=INK, width=2)
    for count, step in enumerate(range(0, length, 9)):
        mark = 14 if count % 5 == 0 else 7
        pen.line((x, y + step, x + mark, y + step) if down else (x + step, y, x + step, y + mark), fill=INK, width=2)


def box(pen: Pen, x: int, y: int, width: int, height: int) -> None:
    """A closed cardboard box with a strip of tape."""
    pen.rectangle((x, y, x + width, y + height), fill=CARD, outline=INK, width=3)
    pen.rectangle((x + width // 2 - 14, y, x + width // 2 + 14, y + height), fill=CARD_DARK)
