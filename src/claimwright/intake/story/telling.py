"""A story as it is read: cleaned, its sentences and clauses with their places, and whether given words stand in it.

Decided here: words stand in a story if they do so letter by letter, but for white space and Unicode composition; a
sentence ends at its mark or at the end of a line, a clause also at a comma, a dash or a conjunction.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from claimwright.reading.characters import printable
from claimwright.reading.later import later

LONGEST = 20_000
"""The most characters of a story that are read."""
MOST_NAMED = 200
"""The most days that are read in it, and the most sums, and the most numbers."""

_SENTENCE = later(r"(?<![^\d.,]\d\.)(?<![^\d.,]\d\d\.)(?<=[.!?…])[\"”»)\]]{0,2}\s+|(?<!\s)\s*\n\s*")
_CLAUSE = later(
    r"(?<!\d),\s|,\s(?!(?:19|20)\d\d)|;\s|\s[-–—]{1,2}\s|[()]"
    r"|\s(?=(?:but|and|so|then|because|pero|porque|y|mas|mais|porém|parce|car|et|e"
    r"|aber|und|sondern|но|а|и(?! не)|потому)\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a story and where it stands."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Story:
    """What a buyer tells. `text` is in composed form, its lines ended alike, without what nobody sees."""

    text: str

    @classmethod
    def told(cls, raw: str) -> "Story":
        """The story of a text as it was found."""
        plain = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"))
        return cls(printable(plain).strip())

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        """Its sentences, in order."""
        return tuple(_parts(Passage(0, len(self.text), self.text), _SENTENCE))

    @cached_property
    def clauses(self) -> tuple[Passage, ...]:
        """Its clauses, in order."""
        return tuple(clause for one in self.sentences for clause in self.clauses_in(one))

    def clauses_in(self, sentence: Passage) -> tuple[Passage, ...]:
        """The clauses of one of its sentences, in order."""
        return tuple(_parts(sentence, _CLAUSE))

    def places(self, words: str) -> tuple[Passage, ...]:
        """Where the words stand, letter by letter but for white space; none if they are blank."""
        pieces = unicodedata.normalize("NFC", words).split()
        if not pieces:
            return ()
        pattern = r"\s+".join(map(re.escape, pieces))
        return tuple(Passage(*found.span(), found[0]) for found in re.finditer(pattern, self.text))

    def around(self, place: Passage) -> tuple[Passage, ...]:
        """The sentences that the passage touches."""
        return tuple(one for one in self.sentences if one.start < place.end and place.start < one.end)

    def clause_at(self, place: int) -> Passage:
        """The clause in which a place lies; of a place between two, the one before it."""
        return next(one for one in reversed(self.clauses) if one.start <= place)

    def line_at(self, place: int) -> Passage:
        """The line in which a place lies."""
        start = self.text.rfind("\n", 0, place) + 1
        end = self.text.find("\n", place)
        end = len(self.text) if end < 0 else end
        return Passage(start, end, self.text[start:end])

    def sentence_at(self, place: int) -> Passage:
        """The sentence in which a place lies."""
        return next(one for one in reversed(self.sentences) if one.start <= place)


def _parts(whole: Passage, end: re.Pattern[str]) -> Iterator[Passage]:
    start = 0
    for match in (*end.finditer(whole.text), None):
        stop, following = match.span() if match else (len(whole.text), 0)
        text = whole.text[start:stop]
        if text.strip():
            yield Passage(whole.start + start, whole.start + stop, text)
        start = following
