"""The phrases that the checks look for in a message in another language than English, one module a language.

Decided here: a list holds the plainest ways to say a thing. Only the body is looked at: the frame is code's.
"""

from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from claimwright.letter.checks.phrases import Phrases
from claimwright.letter.wording import LANGUAGES

_LISTS = """
    threat review abuse law accused gives_up blame begging wishes refund full part extra chatter perspective outside
    leak wrote answered silent added personal attached arrived ordered
"""
FAMILIES = tuple(_LISTS.split())
"""The lists that every language has."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a language's module holds: the lists of phrases, and single words with what they stand for."""

    phrases: dict[str, Phrases]
    negations: frozenset[str]
    kinds: dict[str, str] = field(default_factory=dict)  # word: the English word for the kind of proof
    numbers: dict[str, int] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)  # beginning of a word: day, week, month, year, hour
    relative: str = ""  # days named by their distance, as a regular expression


@cache
def lexicon(language: str) -> Lexicon:
    """The phrases of a language; KeyError if it has none."""
    module = import_module(f"{__name__}.{LANGUAGES[language].lower()}")
    lines: dict[str, str] = module.LINES
    return Lexicon(
        {name: Phrases(lines[name].lower()) for name in FAMILIES},
        frozenset(module.NEGATIONS.split()),
        _pairs(module.KINDS),
        {word: int(number) for word, number in _pairs(module.NUMBERS).items()},
        _pairs(module.UNITS),
        module.RELATIVE,
    )


def _pairs(text: str) -> dict[str, str]:
    return {word: value for pair in text.split() for word, _, value in [pair.partition("=")]}
