"""Characters that hide, move or disguise text: nothing unseen stands in a message."""

from collections.abc import Iterator

from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page
from claimwright.reading.characters import INVISIBLE, UNSAFE
from claimwright.reading.later import later

_UNSAFE = later(f"[{UNSAFE}\t\r\u2028\u2029]")
_INVISIBLE = later(f"[{INVISIBLE}]")
_LOOKALIKE = later(
    "[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]"
)


def characters(page: Page) -> Iterator[Finding]:
    """Control characters, characters that are not seen, and letters that pass for others."""
    groups = [(_UNSAFE, page.text, "unsafe", "A character stands here that can hide or turn round text.")]
    if not page.text.isascii():
        groups += [
            (_INVISIBLE, page.text, "invisible", "A character stands here that is not seen."),
            (_LOOKALIKE, page.unnamed, "lookalike", "Letters of two scripts, or letters drawn to look like others."),
        ]
    for pattern, text, code, rule in groups:
        match = pattern.search(text)
        if match:
            around = text[max(0, match.start() - 12) : match.end() + 12]
            yield hard(f"characters.{code}", around, rule)
