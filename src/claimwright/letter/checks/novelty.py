"""Novelty: how much of a sentence stands nowhere in the case.

Decided here: which words any complaint may use, and which say the same as one that the case uses. What could be an
invented event (kept, weighed, the packaging, a witness) is in neither list. Figures, months and days of the week are
left to the checks on them. Words of the guide's passages excuse nothing.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimwright.letter.brief import Kind
from claimwright.letter.checks.finding import Finding, hard, soft
from claimwright.letter.checks.ground import stems_for, texts_for
from claimwright.letter.checks.page import CITED, Page
from claimwright.letter.checks.said import Said
from claimwright.letter.checks.wording import everyday, light, same, telling
from claimwright.letter.checks.world import added
from claimwright.letter.tongue import english
from claimwright.reading.sentences import STOP_WORDS, content, stem, words

MOST = 5
"""So many new words are a new story."""
FEW = 2
SHARE = 0.75
"""A sentence of which this much is new has little to do with the case, however short it is."""
NOTICED = 3

_PLAIN = 4
_LONG = 6
"""Letters that two forms of a word share."""

_WEIGHTY = content(
    "dispute claim case complaint refund money pay paid cost fee return ship close settle waive blame mistake"
    " week month"
)
"""What decides a case: a sentence with one of these has to be borne by what it rests on."""


def novelty(page: Page, said: Sequence[Said]) -> Iterator[Finding]:
    """Sentences with many words that the case does not use, or with few others."""
    for one in said:
        make = soft if _translated(page, one) else hard
        known = _known(stems_for(page, one.sentence), page.sources.marketplace_stems)
        reported = added(one.unnamed, known.tells, texts_for(page, one.sentence), page.sources.marketplace)
        if story := (*reported, *_strange(one, known)):
            yield make("novelty", one.sentence.text, f"The case says nothing of this: {', '.join(story)}.")
            continue
        new = {word for word in _told(one) if not known.holds(word)}
        if len(new) < FEW:
            continue
        named = _named(one.text, new)
        if len(new) >= MOST or len(new) >= SHARE * sum(word not in light() for word in _told(one)):
            yield make("novelty", one.sentence.text, f"The case says nothing of this: {named}.")
        elif len(new) >= NOTICED:
            yield soft("novelty", one.sentence.text, f"The case does not use these words: {named}.")


def _told(said: Said) -> list[str]:
    return [word for word in content(said.unnamed) if not word[0].isdigit()]


def _strange(said: Said, known: "_Known") -> tuple[str, ...]:
    """The words that are no others for the case's, in a sentence of which less than half is the case's."""
    bearing = [word for word in _told(said) if word not in light()]
    strange = {word for word in bearing if not known.holds(word) and word not in telling()}
    if not strange or 2 * sum(map(known.tells, bearing)) >= len(bearing):
        return ()
    return (_named(said.text, strange),)


def bearing(page: Page, said: Sequence[Said]) -> Iterator[Finding]:
    """Sentences that share no word with the facts and the proof on which they are said to rest.

    One of nothing but common words, or of the case's, may still say the same in others: it asks for a repair.
    """
    case = _known(page.sources.stems, page.sources.marketplace_stems)
    for one in said:
        resting = [text for text in page.sources.statements if text.id in one.sentence.rests_on]
        ground = " ".join(text.text for text in resting if text.kind is not Kind.PASSAGE)
        told = _told(one)
        known = _known(content(ground))
        if not ground or not told or any(map(known.tells, told)):
            continue
        common = _WEIGHTY.isdisjoint(told) and all(word in telling() or case.holds(word) for word in told)
        make = soft if common or _translated(page, one) else hard
        yield make("ledger.unrelated", one.sentence.text, "The sentence shares no word with what it rests on.", ground)


def borne(sentence: str, ground: str, marketplace: frozenset[str] = frozenset()) -> bool:
    """Whether half of the words of content in a sentence are those of what it rests on, and the rest tell no more."""
    known = _known(content(ground))
    bearing = [word for word in content(CITED.sub("", sentence)) if word not in light()]
    rest = {word for word in bearing if not known.tells(word)}
    held = len(bearing) - len(rest)
    usual = everyday() | telling() | marketplace
    return held > 0 and (2 * held > len(bearing) or (2 * held == len(bearing) and rest <= usual))


def ordinary(word: str, case: frozenset[str]) -> bool:
    """Whether a word is one of any complaint, or of the case."""
    return word in STOP_WORDS or word[0].isdigit() or stem(word) in everyday() or stem(word) in case


class _Known:
    """The stems that are no news: the case's, those of any complaint, and what says the same as one of the case's."""

    def __init__(self, case: frozenset[str], marketplace: frozenset[str]) -> None:
        self._case = case
        self._everyday = everyday() | marketplace
        self._beginnings = frozenset(one[:n] for one in case for n in range(_PLAIN, _LONG + 1) if len(one) >= n)

    def holds(self, stem: str) -> bool:
        """Whether a stem is known, if only by its beginning: measurement where the case has measured."""
        return (
            stem in self._case
            or stem in self._everyday
            or stem[:_LONG] in self._beginnings
            or (len(stem) > _PLAIN and (stem[:_PLAIN] in self._case or stem[: _PLAIN + 1] in self._case))
            or not self._case.isdisjoint(same().get(stem, ()))
        )

    def tells(self, stem: str) -> bool:
        """Whether the case itself holds a stem, or what says the same; that any complaint may use it does not count."""
        return (
            stem in self._case
            or stem[:_LONG] in self._beginnings
            or (len(stem) > _PLAIN and stem[: _PLAIN + 1] in self._case)
            or not self._case.isdisjoint(same().get(stem, ()))
        )


def _translated(page: Page, said: Said) -> bool:
    """Whether a sentence rests on a fact in another language, whose words it cannot share."""
    resting = [one for one in page.sources.statements if one.id in said.sentence.rests_on]
    return any(one.kind is Kind.FACT and not english(one.text) for one in resting)


@lru_cache(maxsize=64)
def _known(case: frozenset[str], marketplace: frozenset[str] = frozenset()) -> _Known:
    return _Known(case, marketplace)


def _named(text: str, new: set[str]) -> str:
    return ", ".join(dict.fromkeys(word for word in words(text) if stem(word) in new))
