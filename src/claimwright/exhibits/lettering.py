"""Words drawn into a picture: a font that has their letters, lines that fit, and never a box for a missing letter.

Decided here: Pillow's own font has the letters of English only; for others a font of the machine is looked for. Where
there is none, accents are left off, and a text that still cannot be drawn is given up.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from PIL import ImageFont

_FONTS = (
    "DejaVuSans.ttf",
    "NotoSans-Regular.ttf",
    "LiberationSans-Regular.ttf",
    "Arial Unicode.ttf",
    "arial.ttf",
    "segoeui.ttf",
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKsc-Regular.otf",
    "wqy-microhei.ttc",
    "msyh.ttc",
    "PingFang.ttc",
    "AppleSDGothicNeo.ttc",
    "malgun.ttf",
)
_ABSENT = "\uffff"


@dataclass(frozen=True, slots=True)
class Lettered:
    """Lines of text, and a font that has every letter of them."""

    font: ImageFont.FreeTypeFont
    lines: tuple[str, ...]


def lettered(text: str, size: int, width: int, most_lines: int) -> Lettered | None:
    """The text in lines that fit the width in pixels, cut with an ellipsis; None if no font has its letters."""
    found = _font_for(text, size)
    if found is None:
        return None
    font, text = found
    lines = _lines(text.split(), font, width)
    if len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], _cut(lines[most_lines - 1], font, width)]
    return Lettered(font, tuple(lines))


def own_font(size: int) -> ImageFont.FreeTypeFont:
    """Pillow's own font, which every machine has."""
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font


def _font_for(text: str, size: int) -> tuple[ImageFont.FreeTypeFont, str] | None:
    fonts = [own_font(size), *([] if text.isascii() else _installed(size))]
    for said in (text, _without_pictograms(text)):
        for font in fonts:
            if said and _has(font, said):
                return font, said
    folded = _folded(text)
    if sum(map(str.isalnum, folded)) < sum(map(str.isalnum, text)) or not folded:
        return None
    return fonts[0], folded


@cache
def _installed(size: int) -> list[ImageFont.FreeTypeFont]:
    found = []
    for name in _FONTS:
        try:
            found.append(ImageFont.truetype(name, size))
        except (OSError, ValueError):
            continue
    return found


def _has(font: ImageFont.FreeTypeFont, text: str) -> bool:
    absent = _drawn(font, _ABSENT)
    return all(one.isspace() or one.isascii() or _drawn(font, one) != absent for one in set(text))


def _drawn(font: ImageFont.FreeTypeFont, letter: str) -> tuple[float, bytes]:
    return font.getlength(letter), bytes(font.getmask(letter))


def _without_pictograms(text: str) -> str:
    return " ".join("".join(one for one in text if unicodedata.category(one) not in {"So", "Sk", "Cn"}).split())


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate({0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: "-"}))
    return " ".join("".join(one for one in plain if one.isascii()).split())


def _lines(words: Iterable[str], font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".lstrip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:  # a word that is longer than a line, or a script without spaces
            if lines[-1] and font.getlength(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    return lines


def _cut(line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    while line and font.getlength(f"{line}...") > width:
        line = line[:-1]
    return f"{line.rstrip()}..."
