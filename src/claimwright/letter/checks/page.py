"""The page: one message as the checks see it, each layer taken out before the next is read.

Decided here: names of the item, the store and the buyer, quotations, identifiers, dates and sums are blanked, in this
order, so that no figure of one is taken for another. A name is blanked where it stands as whole words.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimwright.guide.rule import Purpose
from claimwright.letter.brief import Ask, Brief
from claimwright.letter.checks.finding import Finding
from claimwright.letter.checks.phrases import Match, Phrases, Word, Words, words_of
from claimwright.letter.checks.sources import Sources
from claimwright.letter.draft import Draft, Part, Sentence
from claimwright.letter.wording import ENGLISH
from claimwright.reading.amounts import MoneySpan, amounts
from claimwright.reading.characters import small
from claimwright.reading.dates import DateSpan, dates
from claimwright.reading.identifiers import Identifier, identifiers, phones
from claimwright.reading.later import later
from claimwright.reading.lazy import lazy

_QUOTED = later('“[^“”\n]{1,800}”|„[^„“”\n]{1,800}[“”]|«[^«»\n]{1,800}»|"(?<!\\d")[^"\n]{1,800}"')
CITED = later(r"\(E\d{1,3}(?:(?:,| and|,? ?&)? ?E\d{1,3}){0,30}\)")
MARK = later(r"E(?<!\wE)(\d{1,3})\b")

_NOT = "not never no without nor neither cannot nothing nobody none hardly unable fail fails failed"
_NEGATIONS = frozenset(_NOT.split())
_SAYS = """
    says said claims claimed states stated wrote writes replied answered told asked asks offered offers proposed
    insists insisted suggested suggests promised refused refuses demanded wanted wants
"""
_REPORTS = frozenset(_SAYS.split())
_THEY = frozenset(("seller", "store", "shop", "they", "he", "she"))


class Hit(NamedTuple):
    """A phrase found on the page."""

    text: str
    start: int
    match: Match
    sentence: Sentence


class Page:
    """A draft, the brief's sources, and the layers of its text."""

    def __init__(
        self, draft: Draft, sources: Sources, purpose: Purpose, limit: int | None = None, brief: Brief | None = None
    ) -> None:
        """Keep what is given; there is no brief where statements of the buyer are looked at."""
        self.draft = draft
        self.sources = sources
        self.purpose = purpose
        self.limit = limit
        self.brief = brief
        self.ask: Ask | None = sources.ask

    @property
    def language(self) -> str:
        """The code of the language that the message is in."""
        return self.brief.language if self.brief else ENGLISH

    @lazy
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in reading order."""
        return self.draft.sentences()

    @lazy
    def text(self) -> str:
        """The message as it will be read."""
        return self.draft.text()

    @lazy
    def lower(self) -> str:
        """The message in small letters, each letter at its place."""
        return small(self.text)

    @lazy
    def _starts(self) -> tuple[int, ...]:
        starts, at = [], 0
        for paragraph in self.draft.paragraphs:
            for sentence in paragraph:
                starts.append(at)
                at += len(sentence.text) + 1
            at += 1  # a blank or a line's end between sentences, two of the latter between paragraphs
        return tuple(starts)

    def at(self, place: int) -> Sentence:
        """The sentence that holds a place of the text."""
        return self.sentences[max(0, bisect_right(self._starts, place) - 1)]

    def bounds(self, place: int) -> tuple[int, int]:
        """Where the sentence that holds a place begins and ends."""
        n = max(0, bisect_right(self._starts, place) - 1)
        return self._starts[n], self._starts[n] + len(self.sentences[n].text)

    def placed(self, text: str) -> Iterator[tuple[Sentence, str]]:
        """Each sentence, with its piece of a layer of the text."""
        for start, sentence in zip(self._starts, self.sentences, strict=True):
            yield sentence, text[start : start + len(sentence.text)]

    @lazy
    def unnamed(self) -> str:
        """The text without the names that the case gives."""
        text, spans = self.text, list[tuple[int, int]]()
        for name in self.sources.telling_names:
            at = self.lower.find(name)
            while at >= 0:
                end = at + len(name)
                inside = name[0].isalnum() and text[at - 1 : at].isalnum()
                if not inside and not (name[-1].isalnum() and text[end : end + 1].isalnum()):
                    spans.append((at, end))
                at = self.lower.find(name, end)
        return blank(text, spans)

    @lazy
    def quotations(self) -> tuple[re.Match[str], ...]:
        """The passages between quotation marks."""
        return tuple(_QUOTED.finditer(self.unnamed))

    @lazy
    def outside(self) -> str:
        """The text without names and quotations."""
        return blank(self.unnamed, [match.span() for match in self.quotations])

    @lazy
    def words(self) -> Words:
        """The words outside names and quotations, a mark between two sentences."""
        text = self.outside
        if self.language != ENGLISH:
            text = text.replace("’", " ").replace("'", " ")  # the French elide: j'accepte
        ends = (0, *self._starts[1:], len(text) + 1)
        return words_of("\n".join(text[start : end - 1] for start, end in pairwise(ends)), self.sources.marketplace)

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The words outside names and quotations."""
        return self.words.vocabulary

    @lazy
    def identifiers(self) -> tuple[Identifier, ...]:
        """Identifiers other than telephone numbers, names not looked into."""
        return identifiers(self.unnamed, self.sources.case.order.tracking_number)

    @lazy
    def _undated(self) -> tuple[str, tuple[DateSpan, ...]]:
        text = blank(CITED.sub(_spaces, self.unnamed), [(one.start, one.end) for one in self.identifiers])
        found = dates(text) if self.language == ENGLISH else _dates_abroad(text, self.language)
        return blank(text, [(one.start, one.end) for one in found]), found

    @lazy
    def _unpriced(self) -> tuple[str, tuple[MoneySpan, ...]]:
        text = self._undated[0]
        found = amounts(text)
        return blank(text, [(one.start, one.end) for one in found]), found

    @property
    def dates(self) -> tuple[DateSpan, ...]:
        """The dates of the message."""
        return self._undated[1]

    @property
    def money(self) -> tuple[MoneySpan, ...]:
        """The sums of the message."""
        return self._unpriced[1]

    @lazy
    def phones(self) -> tuple[Identifier, ...]:
        """The telephone numbers of the message."""
        return tuple(phones(self._unpriced[0]))

    @lazy
    def rest(self) -> str:
        """The text without names, identifiers, dates, sums and marks of evidence."""
        text = blank(self._unpriced[0], [(one.start, one.end) for one in self.phones])
        return MARK.sub(_spaces, text)

    def hits(
        self, phrases: Phrases, *, reported: bool = False, negated: bool = True, of_item: bool = False
    ) -> Iterator[Hit]:
        """Phrases outside names and quotations.

        Left out: words of the item's name, unless `of_item`; what only tells what the seller said, unless `reported`;
        what is denied just before it, unless `negated`.
        """
        for match in phrases.find(self.words):
            words = self.words[match.first : match.after]
            if not of_item and all(word.text in self.sources.item_words for word in words):
                continue
            sentence = self.at(words[0].start)
            if not reported and (self.told_by_seller(sentence) or self.says_seller(match.first)):
                continue
            if not negated and self.denied(match.first):
                continue
            yield Hit(self.text[words[0].start : words[-1].end], words[0].start, match, sentence)

    def told_by_seller(self, sentence: Sentence) -> bool:
        """Whether a sentence of the contact part tells what the seller wrote or offered."""
        if sentence.part is not Part.CONTACT or self.brief is None:
            return False
        topics = [one.topic for id in sentence.rests_on if (one := self.brief.statement(id))]
        contacts = self.sources.case.contacts
        return any(topic.startswith("dispute") for topic in topics) or any(
            f"contacts[{n}]" in topics for n, contact in enumerate(contacts) if contact.sender == "seller"
        )

    def says_seller(self, first: int) -> bool:
        """Whether the words before this one, in its sentence, tell that the seller says or does what follows."""
        they = _THEY | {"you"} if self.purpose in {Purpose.SELLER, Purpose.EXTENSION} else _THEY
        for at in range(first - 1, -1, -1):
            word = self.words[at].text
            if not word[0].isalnum():
                return False
            if word in _REPORTS and any(before.text in they for before in self.words[max(0, at - 4) : at]):
                return True
        return False

    def denied(self, first: int, reach: int = 4) -> bool:
        """Whether a negation stands just before a word."""
        for at in range(first - 1, max(-1, first - 1 - reach), -1):
            word = self.words[at].text
            if not word[0].isalnum():
                return False
            if word in _NEGATIONS or word.endswith("n't"):
                return True
        return False

    def sentence_words(self, at: int) -> tuple[Word, ...]:
        """The words of the sentence around a word."""
        first, after = at, at
        while first > 0 and self.words[first - 1].text[0].isalnum():
            first -= 1
        while after < len(self.words) and self.words[after].text[0].isalnum():
            after += 1
        return self.words[first:after]


def _dates_abroad(text: str, language: str) -> tuple[DateSpan, ...]:
    from claimwright.reading.dates_abroad import dates as abroad

    return abroad(text, language)


Family = Callable[[Page], Iterator[Finding]]
"""One family of checks: the findings of a page."""


def blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with these places made blank; its length stays."""
    if not spans:
        return text
    pieces, done = [], 0
    for start, end in sorted(spans):
        if end > done:
            pieces += [text[done : max(start, done)], " " * (end - max(start, done))]
            done = end
    return "".join((*pieces, text[done:]))


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match.group())
