"""Draw the pictures that the example cases attach: plain shapes, no text, no metadata, the same bytes at every run.

Run it from anywhere (`python examples/pictures/make.py`, needs Pillow); it writes beside itself.
"""

from collections.abc import Callable, Sequence
from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).resolve().parent
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


def garment(pen: Pen, x: int, y: int, colour: Colour) -> None:
    """A body with two sleeves, 200 wide and 210 high."""
    pen.polygon(((x + 50, y), (x, y + 120), (x + 32, y + 134), (x + 66, y + 60)), fill=colour, outline=INK)
    pen.polygon(((x + 150, y), (x + 200, y + 120), (x + 168, y + 134), (x + 134, y + 60)), fill=colour, outline=INK)
    pen.polygon(((x + 50, y), (x + 150, y), (x + 146, y + 210), (x + 54, y + 210)), fill=colour, outline=INK)


def mug(pen: Pen, x: int, y: int, *, cracked: bool = False) -> None:
    """A mug, 110 wide without its handle, whole or cracked from the rim."""
    pen.arc((x + 86, y + 35, x + 146, y + 105), -90, 90, fill=INK, width=12)
    pen.rounded_rectangle((x, y, x + 110, y + 140), 14, fill=WHITE, outline=INK, width=3)
    pen.rectangle((x + 3, y + 50, x + 107, y + 74), fill=RED)
    if cracked:
        line = ((x + 60, y), (x + 48, y + 30), (x + 66, y + 56), (x + 44, y + 86), (x + 58, y + 118))
        pen.line(line, fill=INK, width=4)
        pen.line((line[2], (x + 88, y + 72)), fill=INK, width=3)
        pen.polygon(((x + 46, y - 2), (x + 76, y - 2), (x + 60, y + 16)), fill=TABLE, outline=INK)


def box(pen: Pen, x: int, y: int, width: int, height: int) -> None:
    """A closed cardboard box with a strip of tape."""
    pen.rectangle((x, y, x + width, y + height), fill=CARD, outline=INK, width=3)
    pen.rectangle((x + width // 2 - 14, y, x + width // 2 + 14, y + height), fill=CARD_DARK)


def hoodie(pen: Pen) -> None:
    """A green hoodie beside a parcel label."""
    pen.ellipse((110, 36, 210, 116), fill=GREEN, outline=INK, width=2)
    garment(pen, 60, 80, GREEN)
    pen.ellipse((130, 60, 190, 112), fill=(34, 116, 54))
    pen.rectangle((122, 210, 198, 262), outline=(34, 116, 54), width=4)
    for x in (148, 172):
        pen.line((x, 108, x, 150), fill=WHITE, width=3)
    label(pen, 306, 120, 140, 110)


def sleeve_tape(pen: Pen) -> None:
    """A blue shirt laid flat with a tape measure down its length."""
    garment(pen, 90, 70, BLUE)
    pen.polygon(((160, 70), (220, 70), (190, 104)), fill=WHITE, outline=INK)
    tape(pen, 320, 62, 226, down=True)
    pen.line((196, 70, 320, 70), fill=GREY, width=2)
    pen.line((196, 280, 320, 280), fill=GREY, width=2)


def bottle_magnet(pen: Pen) -> None:
    """A steel bottle with a horseshoe magnet on its side."""
    pen.rectangle((160, 34, 220, 70), fill=INK)
    pen.rounded_rectangle((136, 66, 244, 326), 24, fill=STEEL, outline=INK, width=3)
    pen.line((160, 96, 160, 296), fill=WHITE, width=8)
    pen.arc((250, 140, 370, 240), -90, 90, fill=RED, width=30)
    for top in (140, 210):
        pen.rectangle((274, top, 314, top + 30), fill=RED)
        pen.rectangle((246, top, 276, top + 30), fill=GREY, outline=INK)


def two_mugs(pen: Pen) -> None:
    """Two mugs in a row, the right one cracked."""
    mug(pen, 60, 120)
    mug(pen, 262, 120, cracked=True)


def mug_crack(pen: Pen) -> None:
    """A cracked mug with a shard in front of it."""
    mug(pen, 170, 80, cracked=True)
    pen.polygon(((120, 270), (168, 256), (150, 300)), fill=WHITE, outline=INK)


def chess(pen: Pen) -> None:
    """The chess pieces laid out by row on the board; two places are empty and ringed."""
    pen.rectangle((60, 30, 420, 330), fill=(236, 216, 176), outline=INK, width=4)
    for row in range(4):
        for column in range(8):
            x, y = 68 + column * 44, 38 + row * 72
            if (row + column) % 2:
                pen.rectangle((x, y, x + 42, y + 70), fill=(176, 132, 88))
            if (row, column) in ((0, 4), (2, 6)):
                pen.ellipse((x + 4, y + 14, x + 38, y + 56), outline=RED, width=4)
                continue
            colour = INK if row < 2 else WHITE
            pen.polygon(((x + 21, y + 26), (x + 8, y + 62), (x + 34, y + 62)), fill=colour, outline=GREY)
            pen.ellipse((x + 12, y + 10, x + 30, y + 30), fill=colour, outline=GREY)


def tea_date(pen: Pen) -> None:
    """The bottom of a green tea tin with a stamped date: 2026 09 30."""
    pen.rounded_rectangle((90, 40, 390, 320), 40, fill=(70, 120, 70), outline=INK, width=4)
    pen.rounded_rectangle((116, 140, 364, 226), 8, fill=PAPER, outline=INK, width=2)
    digits(pen, 136, 168, "2026 09 30", size=14)
    pen.ellipse((214, 58, 266, 122), fill=(130, 190, 90))
    pen.line((240, 60, 240, 122), fill=(50, 90, 50), width=3)


def phone_case(pen: Pen) -> None:
    """A phone case in an opened parcel."""
    pen.rectangle((70, 70, 410, 320), fill=CARD_DARK, outline=INK, width=4)
    pen.polygon(((70, 70), (30, 20), (210, 40), (240, 70)), fill=CARD, outline=INK)
    pen.polygon(((410, 70), (450, 20), (270, 40), (240, 70)), fill=CARD, outline=INK)
    pen.rounded_rectangle((180, 100, 300, 300), 22, fill=(232, 120, 160), outline=INK, width=3)
    pen.rounded_rectangle((194, 114, 236, 166), 10, fill=CARD_DARK, outline=INK, width=2)


def curtain(pen: Pen) -> None:
    """One brown curtain on a rail; the other half of the rail is bare."""
    pen.rectangle((30, 40, 450, 52), fill=INK)
    for x in range(60, 226, 28):
        pen.rectangle((x, 60, x + 26, 320), fill=(140, 92, 58), outline=(100, 64, 40), width=2)
        pen.ellipse((x + 6, 36, x + 20, 58), outline=GREY, width=3)
    pen.rectangle((262, 84, 440, 300), fill=(196, 220, 236), outline=GREY, width=4)
    pen.line((351, 84, 351, 300), fill=GREY, width=4)


def headphones(pen: Pen) -> None:
    """Headphones with one ear cushion off."""
    pen.arc((120, 40, 360, 320), 180, 360, fill=INK, width=20)
    pen.rounded_rectangle((96, 160, 158, 270), 20, fill=INK)
    pen.rounded_rectangle((322, 160, 384, 270), 20, fill=GREY, outline=INK, width=3)
    pen.ellipse((392, 262, 462, 332), outline=INK, width=16)


def lamp(pen: Pen) -> None:
    """A desk lamp that stays dark, plugged in at the wall."""
    pen.ellipse((120, 290, 260, 326), fill=INK)
    pen.line((190, 300, 150, 180, 240, 90), fill=STEEL, width=12)
    pen.polygon(((214, 78), (250, 52), (338, 112), (262, 156)), fill=RED, outline=INK)
    pen.ellipse((278, 118, 322, 162), fill=GREY, outline=INK, width=2)
    pen.line((250, 312, 330, 322, 380, 270), fill=INK, width=5)
    pen.rectangle((370, 210, 430, 270), fill=WHITE, outline=INK, width=3)
    for x in (388, 408):
        pen.ellipse((x - 4, 232, x + 6, 242), fill=INK)


def clock_dent(pen: Pen) -> None:
    """A wall clock with a broken glass on its dented box."""
    box(pen, 40, 230, 400, 110)
    pen.polygon(((340, 230), (440, 230), (440, 300)), fill=CARD_DARK, outline=INK)
    pen.ellipse((120, 20, 330, 230), fill=WHITE, outline=INK, width=8)
    for hour in range(12):
        angle = hour * pi / 6
        x, y = round(225 + 84 * cos(angle)), round(125 + 84 * sin(angle))
        pen.ellipse((x - 4, y - 4, x + 4, y + 4), fill=INK)
    pen.line((225, 125, 225, 66), fill=INK, width=6)
    pen.line((225, 125, 270, 140), fill=INK, width=6)
    pen.line((150, 60, 190, 100, 180, 150, 240, 190), fill=GREY, width=3)
    pen.line((190, 100, 260, 90, 300, 60), fill=GREY, width=3)


def parcel(pen: Pen) -> None:
    """A closed parcel with its label."""
    box(pen, 70, 70, 340, 240)
    label(pen, 110, 120, 150, 110)


def wrong_label(pen: Pen) -> None:
    """A parcel label whose house number is ringed."""
    pen.rectangle((0, 0, *SIZE), fill=CARD)
    label(pen, 90, 60, 300, 220)
    digits(pen, 296, 132, "71", size=18, ink=RED)
    pen.ellipse((274, 114, 372, 186), outline=RED, width=4)


def track(pen: Pen, done: int, last: Colour) -> list[int]:
    """A tracking page: five stations, the first ones reached; gives the heights of the stations."""
    pen.rectangle((90, 16, 390, 344), fill=WHITE, outline=GREY, width=3)
    pen.rectangle((90, 16, 390, 52), fill=(238, 120, 60))
    heights = [86 + step * 56 for step in range(5)]
    pen.line((130, heights[0], 130, heights[-1]), fill=GREY, width=4)
    for step, y in enumerate(heights):
        reached = step < done
        colour = (last if step == done - 1 else GREEN) if reached else (226, 228, 232)
        pen.ellipse((118, y - 12, 142, y + 12), fill=colour, outline=GREY, width=2)
        pen.line((166, y - 6, 340 - step * 12, y - 6), fill=INK if reached else (226, 228, 232), width=5)
        pen.line((166, y + 10, 270, y + 10), fill=GREY if reached else (236, 238, 240), width=4)
    return heights


def tracking_stalled(pen: Pen) -> None:
    """A tracking page that stops at the third station."""
    track(pen, 3, YELLOW)


def tracking_returned(pen: Pen) -> None:
    """A tracking page whose last step turns back."""
    heights = track(pen, 4, RED)
    pen.arc((330, heights[0], 378, heights[3]), -90, 90, fill=RED, width=6)
    pen.polygon(((352, heights[0] - 10), (352, heights[0] + 16), (334, heights[0] + 3)), fill=RED)


def tracking_delivered(pen: Pen) -> None:
    """A tracking page with every station reached and a tick."""
    heights = track(pen, 5, GREEN)
    pen.line((340, heights[4] - 4, 352, heights[4] + 10, 376, heights[4] - 22), fill=GREEN, width=7)


def chat_window(pen: Pen, turns: Sequence[tuple[str, int]]) -> None:
    """A chat: the buyer's bubbles on the right, the seller's on the left."""
    pen.rectangle((90, 16, 390, 344), fill=(240, 242, 245), outline=GREY, width=3)
    pen.rectangle((90, 16, 390, 48), fill=(70, 78, 92))
    for row, (side, width) in enumerate(turns):
        x = 372 - width if side == "buyer" else 108
        y = 62 + row * 70
        pen.rounded_rectangle((x, y, x + width, y + 54), 14, fill=(190, 226, 180) if side == "buyer" else WHITE)
        for line in range(2):
            pen.line((x + 14, y + 18 + line * 16, x + width - 20 - line * 30, y + 18 + line * 16), fill=GREY, width=5)


def chat(pen: Pen) -> None:
    """A chat in which the seller has the last word."""
    chat_window(pen, (("buyer", 200), ("seller", 170)))


def chat_unanswered(pen: Pen) -> None:
    """A chat in which only the buyer writes."""
    chat_window(pen, (("buyer", 210), ("buyer", 170)))


def chat_then_silence(pen: Pen) -> None:
    """A chat in which the seller answers once and the buyer writes last."""
    chat_window(pen, (("buyer", 190), ("seller", 150), ("buyer", 210)))


def customs_letter(pen: Pen) -> None:
    """An official letter with a round stamp."""
    pen.rectangle((120, 14, 360, 346), fill=PAPER, outline=GREY, width=3)
    pen.rectangle((140, 32, 180, 72), fill=BLUE)
    for row in range(9):
        pen.line((140, 100 + row * 18, 338 - (row % 3) * 24, 100 + row * 18), fill=GREY, width=4)
    pen.ellipse((258, 256, 332, 330), outline=RED, width=5)
    pen.ellipse((272, 270, 318, 316), outline=RED, width=3)


def receipt(pen: Pen) -> None:
    """A payment receipt with a total line and a torn edge."""
    pen.rectangle((160, 10, 320, 330), fill=PAPER, outline=GREY, width=2)
    for x in range(160, 320, 20):
        pen.polygon(((x, 330), (x + 10, 344), (x + 20, 330)), fill=PAPER, outline=GREY)
    for row in range(8):
        y = 40 + row * 24
        pen.line((176, y, 250 - (row % 2) * 18, y), fill=GREY, width=4)
        pen.line((284, y, 306, y), fill=GREY, width=4)
    pen.line((172, 246, 308, 246), fill=INK, width=3)
    pen.line((176, 270, 230, 270), fill=INK, width=7)
    pen.line((270, 270, 306, 270), fill=INK, width=7)


def card_notice(pen: Pen) -> None:
    """A courier's card on a door: nobody was met."""
    pen.rectangle((0, 0, *SIZE), fill=(120, 88, 62))
    for x in (120, 240, 360):
        pen.line((x, 0, x, 360), fill=(96, 70, 48), width=4)
    pen.rectangle((130, 80, 350, 260), fill=YELLOW, outline=INK, width=3)
    box(pen, 156, 104, 64, 54)
    for row in range(4):
        pen.line((156, 182 + row * 18, 318 - row * 20, 182 + row * 18), fill=INK, width=4)


PICTURES: dict[str, Callable[[Pen], None]] = {
    "hoodie.jpg": hoodie,
    "shirt-tape.jpg": sleeve_tape,
    "bottle-magnet.jpg": bottle_magnet,
    "two-mugs.jpg": two_mugs,
    "mug-crack.jpg": mug_crack,
    "chess.png": chess,
    "tea-date.png": tea_date,
    "phone-case.jpg": phone_case,
    "curtain.png": curtain,
    "headphones.jpg": headphones,
    "lamp.jpg": lamp,
    "clock-dent.jpg": clock_dent,
    "parcel.jpg": parcel,
    "wrong-label.png": wrong_label,
    "tracking-stalled.png": tracking_stalled,
    "tracking-returned.png": tracking_returned,
    "tracking-delivered.png": tracking_delivered,
    "chat.png": chat,
    "chat-unanswered.png": chat_unanswered,
    "chat-then-silence.png": chat_then_silence,
    "customs-letter.png": customs_letter,
    "receipt.png": receipt,
    "card-notice.png": card_notice,
}


def main() -> None:
    """Draw every picture anew."""
    for name, draw in PICTURES.items():
        image = Image.new("RGB", SIZE, TABLE)
        draw(ImageDraw.Draw(image))
        if name.endswith(".png"):
            image.quantize(32, dither=Image.Dither.NONE).save(HERE / name, optimize=True)
        else:
            image.save(HERE / name, quality=70, optimize=True)


if __name__ == "__main__":
    main()
