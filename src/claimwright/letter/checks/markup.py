"""Markup: the form takes plain words, so signs of markdown or HTML would be read as they stand."""

import re
from collections.abc import Iterator
from functools import cache

from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page
from claimwright.reading.later import later

_SIGNS = later(r"[*_#+•`~|\]<>&]|---|===")


def markup(page: Page) -> Iterator[Finding]:
    """Bold signs, headings, bullets, code, tables, links and tags."""
    if _SIGNS.search(page.unnamed) is None:
        return
    for match in _pattern().finditer(page.unnamed):
        yield hard("markup", page.text[match.start() : match.end()], "This is markup. The form takes plain words.")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"\*\*|(?<![^\W_])__(?=[^\W_])|^[ ]{0,3}#{1,6} |^[ ]{0,3}[*+•][ ]|(?<![\w*])\*[^\s*][^*\n]{0,80}\*(?![\w*])|`"
        r"|~~|\|[ ]?:?-{2,}|^\|.{0,200}\|$|\]\(|</?[A-Za-z][A-Za-z0-9]{0,10}(?: [^<>\n]{0,80})?/?>"
        r"|&(?:amp|lt|gt|nbsp|quot|#\d{1,5});|^(?:-{3,}|={3,}|\*{3,})$|^> ",
        re.MULTILINE,
    )
