"""Photographs of things: what was bought, as it arrived."""

from math import cos, pi, sin

from examples.pictures.shapes import (
    BLUE,
    CARD,
    CARD_DARK,
    GREEN,
    GREY,
    INK,
    PAPER,
    RED,
    STEEL,
    TABLE,
    WHITE,
    Colour,
    Pen,
    box,
    digits,
    label,
    tape,
)


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
