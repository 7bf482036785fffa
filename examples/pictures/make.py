"""Draw the pictures that the example cases attach: plain shapes, no text, no metadata, the same bytes at every run.

Run it from the checkout (`python -m examples.pictures.make`, needs Pillow); it writes beside itself, or into the folder
that is named.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from examples.pictures import goods, papers
from examples.pictures.shapes import SIZE, TABLE, Pen
from PIL import Image, ImageDraw

PICTURES: dict[str, Callable[[Pen], None]] = {
    "hoodie.jpg": goods.hoodie,
    "shirt-tape.jpg": goods.sleeve_tape,
    "bottle-magnet.jpg": goods.bottle_magnet,
    "two-mugs.jpg": goods.two_mugs,
    "mug-crack.jpg": goods.mug_crack,
    "chess.png": goods.chess,
    "tea-date.png": goods.tea_date,
    "phone-case.jpg": goods.phone_case,
    "curtain.png": goods.curtain,
    "headphones.jpg": goods.headphones,
    "lamp.jpg": goods.lamp,
    "clock-dent.jpg": goods.clock_dent,
    "parcel.jpg": papers.parcel,
    "wrong-label.png": papers.wrong_label,
    "tracking-stalled.png": papers.tracking_stalled,
    "tracking-returned.png": papers.tracking_returned,
    "tracking-delivered.png": papers.tracking_delivered,
    "chat.png": papers.chat,
    "chat-unanswered.png": papers.chat_unanswered,
    "chat-then-silence.png": papers.chat_then_silence,
    "customs-letter.png": papers.customs_letter,
    "receipt.png": papers.receipt,
    "card-notice.png": papers.card_notice,
}


def main(folder: Path) -> None:
    """Draw every picture anew."""
    for name, draw in PICTURES.items():
        image = Image.new("RGB", SIZE, TABLE)
        draw(ImageDraw.Draw(image))
        if name.endswith(".png"):
            image.quantize(32, dither=Image.Dither.NONE).save(folder / name, optimize=True)
        else:
            image.save(folder / name, quality=70, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
