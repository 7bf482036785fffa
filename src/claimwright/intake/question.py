"""A question of the interview: what is asked for, how, and which answers can be chosen."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

Value = Any
"""An answer as JSON holds it: a text, a list of texts, an object with amount and currency, or None for not known."""


class Kind(Enum):
    """What an answer is."""

    CHOICE = auto()
    SEVERAL = auto()  # one or more of the options
    LINE = auto()
    NUMBER = auto()  # of an order or a parcel
    SUM = auto()
    PAST = auto()  # a day that has been
    DAY = auto()  # any day, rather one to come
    SENTENCES = auto()
    FILE = auto()


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that can be chosen; `heading` is that of its group, `words` are what may be typed instead."""

    value: Value
    label: str
    heading: str = ""
    words: tuple[str, ...] = ()
    alone: bool = False  # cannot be chosen together with others


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked next.

    `id` is the path in the case file, or `menu`. The answer "I don't know" is always there: its value is None.
    """

    id: str
    kind: Kind
    text: str
    help: str
    options: tuple[Option, ...] = ()
    unknown: str = ""  # how "I don't know" stands among the options; nothing where another option says it
    needed: bool = False  # whether a message cannot do without the answer
    skips: bool = False  # whether no answer at all leaves it out
    deciding: bool = False  # whether the verdict hangs on it
    currency: str = ""  # that of a sum which names none


@dataclass(frozen=True, slots=True)
class Understood:
    """What an answer was understood as; `echo` says it back where the buyer should look at it again.

    `doubt` asks back instead, where it does not look like what was asked for: that takes more than Enter to agree to.
    """

    value: Value
    echo: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Several readings of an answer: which one is asked with these options."""

    text: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Half:
    """An answer that lacks a part: what to ask for, and what to put it behind."""

    text: str
    before: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an answer cannot be taken, and what to write instead."""

    text: str


Reading = Understood | Unclear | Half | Refused
