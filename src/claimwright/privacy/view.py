"""A text as it is compared: letters and figures alone, folded, each with its place in the text.

Decided here: two spellings are one if they differ in Unicode form (full-width, composed, ligature), accents, invisible
characters or the signs between letters. Case is kept beside, for values that are compared with it.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

BARRIER = "\x1c"
"""A blank that no case file may hold, across which nothing is found."""


class View(NamedTuple):
    """The letters and figures of a text; `places[i]` is where the i-th stands in `text`."""

    text: str
    letters: str
    lower: str
    places: Sequence[int]


@lru_cache(maxsize=128)
def view(text: str) -> View:
    """The text for comparison."""
    if text.isascii() and BARRIER not in text:
        places = tuple([place for place, character in enumerate(text) if character.isalnum()])
        letters = "".join([text[place] for place in places])
        return View(text, letters, letters.lower(), places)
    letters_too, lower = list[str](), list[str]()
    where = list[int]()
    for place, character in enumerate(text):
        for kept, low in _folded(character):
            letters_too.append(kept)
            lower.append(low)
            where.append(place)
    return View(text, "".join(letters_too), "".join(lower), tuple(where))


@lru_cache(maxsize=8192)
def _folded(character: str) -> tuple[tuple[str, str], ...]:
    if character == BARRIER:
        return ((BARRIER, BARRIER),)
    folded = []
    for one in unicodedata.normalize("NFKD", character):
        if one.isalnum():
            low = unicodedata.normalize("NFKD", one.casefold())
            folded += [(one if len(low) == 1 else each, each) for each in low if each.isalnum()]
    return tuple(folded)


def attached(character: str) -> bool:
    """Whether a character only changes the one before it, or is not seen."""
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}


_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x2E80, 0xD7FF), (0xF900, 0xFAFF))


def unspaced(character: str) -> bool:
    """Whether the character is of a script in which a word has no blanks around it, or particles stuck to it."""
    code = ord(character)
    return any(first <= code <= last for first, last in _UNSPACED) or code >= 0x20000
