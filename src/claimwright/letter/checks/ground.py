"""The ground: the texts that a sentence of the body may draw its words from.

Decided here: what buyer and seller wrote to each other is told by code, so its words excuse none of the body's, unless
the sentence rests on that very message.
"""

from functools import lru_cache

from claimwright.letter.brief import Kind, Statement
from claimwright.letter.checks.page import Page
from claimwright.letter.draft import Sentence
from claimwright.reading.sentences import content

_NAMES = ("order.item", "order.store", "buyer.name")
_WRITTEN = ("contacts[", "dispute.")


def texts_for(page: Page, sentence: Sentence, *, names: bool = True) -> tuple[str, ...]:
    """The names of the case, its facts and proof, and what the sentence rests on; no passage."""
    found = _texts(page.sources.statements, sentence.rests_on, names)
    return (*page.sources.names, *found) if names else found


def stems_for(page: Page, sentence: Sentence, *, names: bool = True) -> frozenset[str]:
    """The stems of these texts."""
    return _stems(texts_for(page, sentence, names=names))


def says(page: Page, sentence: Sentence, words: str, *, names: bool = True) -> bool:
    """Whether these texts hold these very words."""
    said = _plain(words)
    return any(said in _plain(text) for text in texts_for(page, sentence, names=names))


@lru_cache(maxsize=64)
def _texts(statements: tuple[Statement, ...], rests_on: tuple[str, ...], names: bool) -> tuple[str, ...]:
    facts = (one for one in statements if one.kind is not Kind.PASSAGE and (names or one.topic not in _NAMES))
    return tuple(one.text for one in facts if one.id in rests_on or not one.topic.startswith(_WRITTEN))


@lru_cache(maxsize=64)
def _stems(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(content, texts))


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())
