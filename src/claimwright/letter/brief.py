"""The brief: what a message may say, as numbered statements. Nothing else reaches a writer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimwright.case.casefile import Case
from claimwright.guide.rule import Purpose, Remedy, Stage
from claimwright.letter.wording import ENGLISH, Wording
from claimwright.reading.money import Money

ASK = "ASK"
"""The id of the decided request in a ledger."""


class Kind(StrEnum):
    """What a statement is."""

    FACT = "F"
    EVIDENCE = "E"
    PASSAGE = "G"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a message may say.

    `topic` is where it comes from: a path in the case file (`order.number`, `what_happened[0]`, `contacts[1]`,
    `evidence[0]`, `facts.defects.colour`) or a passage id. `text` is one sentence.
    """

    id: str
    kind: Kind
    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class Ask:
    """The decided request: how much money back, what becomes of the goods. Its ledger id is ASK."""

    remedy: Remedy  # full or partial
    amount: Money
    goods: str | None  # keep, return, or nothing said


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a writer may use, and what the checks hold a message against.

    `case` is the case as a message may tell it: what may not stand in one is left out of it. `notes` is for the buyer
    alone: what was left out or changed, and why.
    """

    purpose: Purpose
    situations: tuple[str, ...]
    statements: tuple[Statement, ...]
    ask: Ask | None  # None in messages to the seller
    extend_before: date | None  # the last day of protection, in a request to extend it
    case: Case
    notes: tuple[str, ...] = ()
    wording: Wording | None = None  # the words of the frame in another language than English
    stage: Stage = Stage.FIRST
    told_in: Purpose | None = None  # the kind of first message whose templates state the problem, if not this kind

    @property
    def language(self) -> str:
        """The code of the language that the message is written in."""
        return self.wording.language if self.wording else ENGLISH

    def ids(self, *topics: str) -> tuple[str, ...]:
        """The ids of the statements on these topics, in the brief's order; topics that the case lacks are left out."""
        return tuple(one.id for one in self.statements if one.topic in topics)

    def statement(self, id: str) -> Statement | None:
        """The statement with this id, if there is one."""
        return next((one for one in self.statements if one.id == id), None)
