"""Numbers: every other figure of the message stands in the brief."""

import re
from collections.abc import Iterator

from claimwright.letter.checks.finding import Finding, hard, soft
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.sources import NUMBER, plain
from claimwright.reading.later import later

_SIGNS = later(r"[²³¹¼-¾⅐-ↈ①-⓿%‰]")
_COUNTED = later(r"\d{1,9}(?: ?(?:days?|weeks?|months?|years?|hours?)|-(?:day|week|month|year|hour))\b")
_UP_TO_TWELVE = "two three four five six seven eight nine ten eleven twelve"
_WORDS = {word: str(n) for n, word in enumerate(_UP_TO_TWELVE.split(), 2)}
_WORDS |= {"twenty": "20", "fifty": "50", "hundred": "100", "thousand": "1000", "dozen": "12", "half": "50"}
_WORDS |= {"third": "3", "quarter": "4", "twice": "2", "thrice": "3", "double": "2", "majority": ""}
_NUMBER_WORDS = frozenset(_WORDS)


def numbers(page: Page) -> Iterator[Finding]:
    """Figures, signs of number and number words that stand nowhere in the brief."""
    known = page.sources.numbers
    rest = _COUNTED.sub(lambda match: " " * len(match.group()), page.rest)
    for match in NUMBER.finditer(rest):
        if plain(match.group()) not in known and not _parts_known(match.group(), known):
            yield hard("number", match.group(), "This number is not in the case.")
    for match in _SIGNS.finditer(rest):
        if match.group() not in page.sources.joined and match.group() not in "".join(page.sources.own):
            yield hard("number", match.group(), "This number or sign is not in the case.")
    for word in sorted(page.vocabulary & _NUMBER_WORDS):
        if word == "twice" and page.sources.vocabulary & {"second", "again"}:
            continue
        if word not in page.sources.vocabulary and (not _WORDS[word] or _WORDS[word] not in known):
            yield soft("number.word", word, "This number word is not in the case.")


def _parts_known(number: str, known: frozenset[str]) -> bool:
    """Whether a list of figures without blanks (38,40,42) holds only known ones."""
    parts = re.split(r"[,.'’]", number)
    return len(parts) > 2 and all(part and plain(part) in known for part in parts)
