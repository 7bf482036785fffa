"""What the guide says of one case."""

from dataclasses import dataclass

from claimwright.guide.rule import Advice, Purpose, Remedy, Source, Verdict, Wanted, asks_extension


@dataclass(frozen=True, slots=True)
class Question:
    """A fact that still decides: how to ask for it, and the verdicts its answer separates."""

    field: str
    text: str
    separates: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A verdict with all that stands behind it.

    `rules` and `passages` are those common to all completions of the facts, else their union. `possible` holds the
    verdicts that are still possible. `situations` names what happened, in the order of the rows: the message templates.
    """

    verdict: Verdict
    remedy: Remedy
    source: Source
    remedy_source: Source
    rules: tuple[str, ...]
    passages: tuple[str, ...]
    questions: tuple[Question, ...]
    possible: tuple[Verdict, ...]
    evidence_wanted: tuple[Wanted, ...]
    evidence_missing: tuple[Wanted, ...]
    warnings: tuple[Advice, ...]
    next_steps: tuple[Advice, ...]
    situations: tuple[str, ...]
    purpose: Purpose

    @property
    def asks_extension(self) -> bool:
        """Whether more time is to be asked for, and not only waited for."""
        return asks_extension(self.verdict, self.purpose)


class Claim(Assessment):
    """Open a dispute: the statement can be drafted."""

    __slots__ = ()


class AskSeller(Assessment):
    """Write to the seller first: the message to the seller can be drafted."""

    __slots__ = ()


class AskExtension(Assessment):
    """The protection is ending: the request to extend it can be drafted."""

    __slots__ = ()


class Wait(Assessment):
    """Nothing to ask yet: no message, but a day to look again."""

    __slots__ = ()


class Refusal(Assessment):
    """Do not open a dispute: no message, but the reason."""

    __slots__ = ()


class Undecided(Assessment):
    """Something that decides is not known: no message, but questions."""

    __slots__ = ()


Draftable = Claim | AskSeller | AskExtension
