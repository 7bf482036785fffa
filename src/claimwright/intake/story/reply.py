"""A model's reply, read line by line: `field = value | "words of the story"`.

Decided here: whatever else stands in the reply is passed over, so that a preamble, a code fence or thinking aloud does
no harm; a reply without one such line, and without the word that says there is none, cannot be read.
"""

import re

from claimwright.intake.story.found import Claim
from claimwright.reading.characters import printable

NOTHING = "nothing"
"""What a model writes if the story states none of it."""

MOST_LINES = 120
_LONGEST = 60_000
_LINE = re.compile(
    r"^[\s>*`\-•]*(?P<field>[a-z_]+(?:\.[a-z_]+)?)[`*]*\s*[=:]\s*(?P<value>[^|\s][^|\n]{0,299}+)\|\s*(?P<words>\S.*)"
)
_PAIRS = {'"': '"', "“": "”", "„": "“”", "«": "»", "'": "'", "‘": "’", "`": "`", "»": "«"}


class Unreadable(ValueError):
    """The reply holds no line that can be read."""


def claims_in(text: str) -> tuple[Claim, ...]:
    """What a reply says, each line once, in order. Raises Unreadable."""
    lines = printable(text[:_LONGEST]).splitlines()
    found = [match for line in lines if (match := _LINE.match(line))]
    claims = dict.fromkeys(
        Claim(one["field"], one["value"].strip().strip("`*\"' "), one["words"].rstrip()) for one in found
    )
    if not claims and not any(line.strip(" .`*\"'").lower() == NOTHING for line in lines):
        raise Unreadable
    return tuple(claims)[:MOST_LINES]


def quotations(words: str) -> tuple[str, ...]:
    """The words as they may stand in the story: without the marks around them, else with them."""
    inside = words.strip().rstrip("`* ")
    if len(inside) > 1 and inside[-1] in _PAIRS.get(inside[0], ""):
        return inside[1:-1], inside[1:-1].replace('\\"', '"'), inside
    return (inside,)
