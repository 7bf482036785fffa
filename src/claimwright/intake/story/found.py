"""What has been read from a story: each value with the words it rests on, and how sure it is.

Decided here: what is certain may stand in the case file without a question; what is not is only shown beside the
question that settles it.
"""

from dataclasses import dataclass
from datetime import date

from claimwright.case.casefile import Case
from claimwright.reading.money import Money

Value = str | date | Money


@dataclass(frozen=True, slots=True)
class Claim:
    """What a reply says: a field, its value as written, and the words of the story that are said to bear it."""

    field: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """A value that the story supports: the path of its field in the case file, the value, the words it rests on.

    For `contacts` the value is the day of a message, and `sender` wrote it.
    """

    field: str
    value: Value
    words: str
    sender: str = ""

    def __str__(self) -> str:
        """The value as a buyer would write it."""
        return f"{self.sender} {self.value}".strip()


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a reply said and the story does not bear, with the reason in plain words."""

    claim: Claim
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a story gives: a case that holds what is certain and nothing else, and what is to be asked."""

    case: Case
    certain: tuple[Found, ...]
    suggested: tuple[Found, ...]
    dropped: tuple[Dropped, ...] = ()
    reader: str = "patterns"
    rounds: int = 0
    note: str = ""
