"""Draws a session as it runs: what commands really print, as an SVG picture. `make readme` writes docs/session.svg.

Decided here: the text is text, to be read out and copied; what is for the buyer alone is grey, and what goes into the
message is black. A line is broken between words, as a narrow window shows it.
"""

import sys
import textwrap
from collections.abc import Iterator
from html import escape
from pathlib import Path

from docs.shown import output

SESSION = (
    ("claimwright draft examples/cracked-mug.json --writer template", 0),
    ("claimwright draft examples/address-buyer.json", 3),
)
"""The commands, and the code that each ends with."""
COLUMNS = 92
WIDTH, HEIGHT, MARGIN = 8.4, 20, 20
"""Of a character, of a line and round all of it, in pixels."""

_HEAD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-labelledby="title">
<title id="title">{title}</title>
<style>
text {{ font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre }}
.asked {{ fill: #1a1a1a; font-weight: bold }}
.told {{ fill: #5c6670 }}
.product {{ fill: #1a1a1a }}
</style>
<rect width="100%" height="100%" rx="8" fill="#fbfaf7" stroke="#d8d4cb"/>
"""


def lines() -> Iterator[tuple[str, str]]:
    """What stands on each line, after what it is: asked, told or product. Raises RuntimeError if a command fails."""
    for number, (command, code) in enumerate(SESSION):
        if number:
            yield "told", ""
        yield "asked", f"$ {command}"
        told, product = output(command, code)
        for kind, text in (("told", told), ("product", product)):
            for line in text.rstrip().split("\n") if text else ():
                for broken in textwrap.wrap(line, COLUMNS, break_on_hyphens=False) or [""]:
                    yield kind, broken


def picture() -> str:
    """The picture, as SVG."""
    drawn = list(lines())
    head = _HEAD.format(
        width=2 * MARGIN + COLUMNS * WIDTH,
        height=2 * MARGIN + len(drawn) * HEIGHT,
        title="A damaged mug: the verdict and the message. A wrong address: why there is none.",
    )
    return head + "".join(_line(place, kind, text) for place, (kind, text) in enumerate(drawn)) + "</svg>\n"


def _line(place: int, kind: str, text: str) -> str:
    if not text:
        return ""
    baseline = MARGIN + place * HEIGHT + 15
    long = f'textLength="{len(text) * WIDTH:.1f}" lengthAdjust="spacingAndGlyphs"'
    return f'<text class="{kind}" x="{MARGIN}" y="{baseline}" {long}>{escape(text)}</text>\n'


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(picture(), encoding="utf-8", newline="\n")
