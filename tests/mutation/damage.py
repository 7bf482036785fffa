"""What a damage is: one change to an honest reply, or to a whole message, that a reader must never see."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from claimwright.case.casefile import Case
from claimwright.letter.brief import Brief


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence of a reply, without its stop, and the ids that stand behind it."""

    text: str
    ids: tuple[str, ...]
    stop: str = "."

    def __str__(self) -> str:
        """The sentence as a model writes it."""
        return f"{self.text} [{', '.join(self.ids)}]{self.stop}" if self.ids else f"{self.text}{self.stop}"


@dataclass(frozen=True, slots=True)
class Honest:
    """A reply that nothing is wrong with, the case that it is for, and chance, the same in every run."""

    name: str
    case: Case
    brief: Brief
    sentences: tuple[Spoken, ...]
    chance: Random

    def at_random(self) -> int:
        """The place of some sentence."""
        return self.chance.randrange(len(self.sentences))


Reply = tuple[Spoken, ...]
Change = Callable[[Honest], str | None]
"""Gives the damaged reply; None where the case or the reply offers nothing to damage so."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A kind of damage, by name."""

    name: str
    change: Change


def written(sentences: Reply) -> str:
    """The reply as text."""
    return " ".join(map(str, sentences))


def added(text: str) -> Change:
    """A sentence more, behind some other and with that one's ids."""

    def change(honest: Honest) -> str:
        place = honest.at_random()
        more = Spoken(text.rstrip("."), honest.sentences[place].ids)
        return written((*honest.sentences[: place + 1], more, *honest.sentences[place + 1 :]))

    return change


def edited(edit: Callable[[str, Honest], str | None]) -> Change:
    """One sentence in other words: the first, from a random one on, that can be edited so."""

    def change(honest: Honest) -> str | None:
        start = honest.at_random()
        for step in range(len(honest.sentences)):
            place = (start + step) % len(honest.sentences)
            one = honest.sentences[place]
            new = edit(one.text, honest)
            if new is not None and new != one.text:
                other = Spoken(new, one.ids, one.stop)
                return written((*honest.sentences[:place], other, *honest.sentences[place + 1 :]))
        return None

    return change


def rested(other: Callable[[Spoken, Honest], tuple[str, ...] | None]) -> Change:
    """One sentence that rests on other ids."""

    def change(honest: Honest) -> str | None:
        start = honest.at_random()
        for step in range(len(honest.sentences)):
            place = (start + step) % len(honest.sentences)
            one = honest.sentences[place]
            ids = other(one, honest)
            if ids is not None and ids != one.ids:
                new = Spoken(one.text, ids, one.stop)
                return written((*honest.sentences[:place], new, *honest.sentences[place + 1 :]))
        return None

    return change


def where(holds: Callable[[Case], bool], change: Change) -> Change:
    """The change, where something holds of the case."""
    return lambda honest: change(honest) if holds(honest.case) else None


def whole(rewrite: Callable[[str, Honest], str | None]) -> Change:
    """The whole reply in another form."""
    return lambda honest: rewrite(written(honest.sentences), honest)
