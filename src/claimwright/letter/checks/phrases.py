"""Phrases: patterns of words, found in the words of a text and never across the end of a sentence.

A line is one pattern. Words stand as they are; `a|b` is either, `word*` any word that begins so, `word?` may be left
out, and `..` stands for up to four other words. The first word must not be optional. Case, commas and quotes do not
matter. The name of the marketplace is read as `platform`, in every language.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, overload

from claimwright.reading.characters import small
from claimwright.reading.later import later
from claimwright.reading.lazy import lazy
from claimwright.reading.sentences import STOP_WORDS

_WORD = later(r"[^\W_]+(?:[.,]\d{1,6}){0,6}(?:'[^\W_]{1,5})?|[.!?;:…]{1,3}(?=[\s\"”»)]|$)|\n|%")
PLATFORM = "platform"
_SHORT, _LONG = 3, 5  # letters of a word that find its patterns
_LONG_PIECE = 40  # what stands between two blanks and is longer is no word that comes again: it is not kept
_EVERYWHERE = "seller store parcel package item order delivery shop buyer customer message messages sent asked photo"
_COMMON = STOP_WORDS | frozenset(_EVERYWHERE.split())  # found in most messages, so that they rule out no pattern


class Word(NamedTuple):
    """A word in lower case, or the mark that ends a sentence, and where it stands."""

    text: str
    start: int
    end: int


class Match(NamedTuple):
    """Where a phrase stands, as indexes of words: the first, and the one after the last."""

    first: int
    after: int


class _Element:
    __slots__ = ("exact", "gap", "optional", "prefixes")

    def __init__(self, exact: frozenset[str], prefixes: tuple[str, ...], optional: bool, gap: bool) -> None:
        self.exact, self.prefixes, self.optional, self.gap = exact, prefixes, optional, gap

    def fits(self, word: str) -> bool:
        return word in self.exact or (bool(self.prefixes) and word.startswith(self.prefixes))


class _Pattern:
    __slots__ = ("elements", "first", "needs")

    def __init__(
        self, elements: tuple[_Element, ...], first: frozenset[str], needs: tuple[frozenset[str], ...]
    ) -> None:
        self.elements = elements
        self.first = first  # beginnings of the first word
        self.needs = needs  # marks of words: without one of each, the pattern stands nowhere


class Words:
    """Words in order. Most texts hold no phrase, so where each word stands is found out only when it is asked for."""

    def __init__(
        self,
        texts: Sequence[str],
        lower: str = "",
        words: Sequence[Word] | None = None,
        spelled: Sequence[str] | None = None,
    ) -> None:
        self.texts = texts
        self._lower = lower
        self._spelled = texts if spelled is None else spelled
        if words is not None:
            self.__dict__["_words"] = tuple(words)

    @lazy
    def _words(self) -> tuple[Word, ...]:
        found, lower, end = list[Word](), self._lower, 0
        for text, spelled in zip(self.texts, self._spelled, strict=True):
            if text[0].isalnum():  # no letter or figure stands outside the words, so the next place is the right one
                start = lower.find(spelled, end)
                end = start + len(spelled)
            elif match := _WORD.search(lower, end):
                start, end = match.span()
            found.append(Word(text, start, end))
        return tuple(found)

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The words, each once, a name of the marketplace beside what it is read as."""
        return frozenset(self.texts).union(self._spelled)

    @lazy
    def marks(self) -> frozenset[str]:
        """The words and their beginnings, which have a star."""
        every = self.vocabulary
        return every.union([f"{word[:_SHORT]}*" for word in every], [f"{word[:_LONG]}*" for word in every])

    @lazy
    def places(self) -> dict[str, list[int]]:
        """The places of the words that begin with these letters."""
        found: dict[str, list[int]] = {}
        for at, text in enumerate(self.texts):
            found.setdefault(text[:_SHORT], []).append(at)
        return found

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.texts)

    def __iter__(self) -> Iterator[Word]:
        """The words in order."""
        return iter(self._words)

    @overload
    def __getitem__(self, at: int) -> Word: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Word, ...]: ...

    def __getitem__(self, at: int | slice) -> Word | tuple[Word, ...]:
        """A word, or several."""
        return self._words[at]


def words_of(text: str, marketplace: frozenset[str] = frozenset()) -> Words:
    """The words of a text with their places; apostrophes are made straight. `marketplace` holds its names."""
    lower = small(text).replace("’", "'")
    texts: list[str] = []
    for line in lower.split("\n"):
        pieces = line.split()
        read = _words_in if max(map(len, pieces), default=0) < _LONG_PIECE else _WORD.findall
        texts.extend(chain.from_iterable(map(read, pieces)))
        texts.append("\n")
    texts.pop()
    if marketplace.isdisjoint(texts):
        return Words(texts, lower)
    return Words([PLATFORM if one in marketplace else one for one in texts], lower, spelled=texts)


@lru_cache(maxsize=4096)
def _words_in(piece: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(piece))


class Phrases:
    """A list of patterns, read when it is first used."""

    def __init__(self, lines: str) -> None:
        """Keep the patterns, one a line."""
        self._lines = lines

    @lazy
    def _index(self) -> dict[str, list[_Pattern]]:
        """The patterns by the marks of their rarest word."""
        index: dict[str, list[_Pattern]] = {}
        for line in filter(None, self._lines.splitlines()):
            pattern = _pattern(line.split())
            for mark in pattern.needs[0]:
                index.setdefault(mark, []).append(pattern)
        return index

    @lazy
    def _marks(self) -> frozenset[str]:
        return frozenset(self._index)

    def find(self, words: Words | Sequence[Word]) -> Iterable[Match]:
        """Every place where a pattern stands, one at each first word."""
        words = words if isinstance(words, Words) else Words([word.text for word in words], words=words)
        marks = words.marks
        if self._marks.isdisjoint(marks):
            return ()
        found: dict[int, int] = {}
        tried = set[int]()
        for mark in self._marks & marks:
            for pattern in self._index[mark]:
                if id(pattern) in tried:
                    continue
                tried.add(id(pattern))
                if any(need.isdisjoint(marks) for need in pattern.needs):
                    continue
                for key in pattern.first:
                    for at in words.places.get(key, ()):
                        after = _after(pattern.elements, 0, words.texts, at)
                        if after:
                            found[at] = max(after, found.get(at, 0))
        return [Match(at, after) for at, after in sorted(found.items())]

    def within(self, words: Words | Sequence[Word]) -> bool:
        """Whether some pattern stands in these words."""
        return bool(self.find(words))


def _pattern(tokens: Sequence[str]) -> _Pattern:
    elements = tuple(map(_element, tokens))
    needs = [_marks(element) for element in elements if not element.optional and not element.gap]
    needs.sort(key=lambda marks: (len(marks & _COMMON), len(marks)))
    first = frozenset(word[:_SHORT] for word in (*elements[0].exact, *elements[0].prefixes))
    return _Pattern(elements, first, tuple(needs))


def _marks(element: _Element) -> frozenset[str]:
    return element.exact | {f"{prefix[: _LONG if len(prefix) >= _LONG else _SHORT]}*" for prefix in element.prefixes}


def _element(token: str) -> _Element:
    if token == "..":
        return _Element(frozenset(), (), False, True)
    optional = token.endswith("?")
    choices = token.removesuffix("?").split("|")
    prefixes = tuple(choice[:-1] for choice in choices if choice.endswith("*"))
    return _Element(frozenset(choice for choice in choices if not choice.endswith("*")), prefixes, optional, False)


def _after(pattern: tuple[_Element, ...], element: int, texts: Sequence[str], at: int) -> int:
    """The index after the match of the rest of a pattern, or 0."""
    if element == len(pattern):
        return at
    this = pattern[element]
    if this.gap:
        for skip in range(5):
            if at + skip >= len(texts):
                return 0
            after = _after(pattern, element + 1, texts, at + skip)
            if after or not texts[at + skip][0].isalnum():
                return after
        return 0
    if at < len(texts) and this.fits(texts[at]):
        after = _after(pattern, element + 1, texts, at + 1)
        if after:
            return after
    return _after(pattern, element + 1, texts, at) if this.optional else 0
