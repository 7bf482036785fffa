"""Parcels, labels, pages and papers: what shows the way of an order, and what was written about it."""

from collections.abc import Sequence

from examples.pictures.shapes import (
    BLUE,
    CARD,
    GREEN,
    GREY,
    INK,
    PAPER,
    RED,
    SIZE,
    WHITE,
    YELLOW,
    Colour,
    Pen,
    box,
    digits,
    label,
)


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
