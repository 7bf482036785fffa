"""Sentences and their content: where one ends, and the stems that carry its meaning.

Decided here: which words carry nothing (the stop words), and a crude stemming that is the same for claim and proof.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from claimwright.reading.later import later

_STOP = """
    a about above after again against all also although am an and any are as at be because been before being below
    between both but by can cannot could did do does doing done down during each either even few for from further
    get got had has have having he her here hers him his how i if in into is it its itself just let made make may me
    might more most much must my neither no nor not now of off on once one only or other our ours out over own per
    please same she should since so some such than that the their theirs them then there these they this those
    though through to too under until up upon us very was we were what when where which while who whom whose why
    will with within without would yet you your yours
"""
STOP_WORDS = frozenset(_STOP.split())
"""Words that carry no meaning of their own."""

_WORD = later(r"[^\W_]+(?:['’][^\W_]{1,4})?")
_END = later(r"[.!?…]{1,3}[\"”’»)\]]{0,3}(?=[ \t\u00a0]|$)|\n", re.MULTILINE)
_ABBREVIATIONS = "mr mrs ms dr st no nr approx vs etc e.g i.e eg ie ca incl max min art ref tel pcs"
_SHORT = frozenset(_ABBREVIATIONS.split())
_LONG_PIECE = 40  # what stands between two blanks and is longer is no word that comes again: it is not kept


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, without the blanks around them; an abbreviation does not end one."""
    found, start = [], 0
    for match in _END.finditer(text):
        after = text[match.end() : match.end() + 2].strip()
        before = text[max(start, match.start() - 8) : match.start()].rsplit(None, 1)
        short = bool(before) and before[-1].lower().lstrip("(") in _SHORT
        if match.group() != "\n" and ((short and match.group() == ".") or (after and after[0].islower())):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return tuple(one for one in found if one)


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, figures included, with straight apostrophes."""
    pieces = text.lower().replace("’", "'").split()
    read = _words_in if max(map(len, pieces), default=0) < _LONG_PIECE else _WORD.findall
    return tuple(chain.from_iterable(map(read, pieces)))


@lru_cache(maxsize=4096)
def _words_in(piece: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(piece))


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word cut to what its forms share: arrived, arrives and arriving are one."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("edly", ""),
        ("ed", ""),
        ("ly", ""),
        ("es", ""),
        ("s", ""),
    ):
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= 3
            and not (ending == "s" and word.endswith(("ss", "us", "is")))
        ):
            word = word[: -len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    word = word.replace("colour", "color").replace("grey", "gray")
    if word.endswith("ie"):
        return word[:-2] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


@lru_cache(maxsize=64)
def content(text: str) -> frozenset[str]:
    """The stems of the words in a text that carry meaning; figures count, evidence marks (E1) do not."""
    pieces = text.lower().replace("’", "'").split()
    if max(map(len, pieces), default=0) < _LONG_PIECE:
        return frozenset(chain.from_iterable(map(_content_in, pieces)))
    return frozenset(_stems(chain.from_iterable(map(_WORD.findall, pieces))))


@lru_cache(maxsize=4096)
def _content_in(piece: str) -> tuple[str, ...]:
    return tuple(_stems(_WORD.findall(piece)))


def _stems(found: Iterable[str]) -> set[str]:
    return {stem(word) for word in {*found} - STOP_WORDS if word[0] != "e" or not word[1:].isdigit()}
