"""Hears an answer until it is clear: the keys, what is said back, what can be read in several ways."""

from collections.abc import Callable
from typing import Protocol

from claimwright.cli.posing import Poser
from claimwright.cli.screen import Screen, Stopped
from claimwright.intake.answers import choose
from claimwright.intake.question import Half, Reading, Refused, Unclear, Understood
from claimwright.intake.wording import Wording

AGREED = frozenset(("", "y", "yes", "yes.", "ok", "right", "correct"))
"""What agrees to what was said back; Enter does."""


class Again(Exception):
    """The question is to be shown again."""


class Back(Exception):
    """The question before is to be opened again."""


class Reads(Protocol):
    """What reads the answers to the question that is asked now."""

    @property
    def wording(self) -> Wording:
        """The words around it."""

    def read(self, said: str) -> Reading:
        """What an answer means."""


class Listener:
    """Listens on one screen."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._poser = Poser(screen)

    def hear(self, why: Callable[[], None]) -> str:
        """What is typed; the keys for why, back and stop are dealt with, and that for not knowing comes as `d`.

        Raises Back and Stopped.
        """
        while True:
            said = self._screen.hear().strip()
            key = said.lower()
            if key in {"q", "quit"}:
                raise Stopped
            if key in {"b", "back"}:
                raise Back
            if key not in {"?", "why"}:
                return "d" if key == "d" else said
            why()

    def understood(self, asked: Reads, said: str) -> Understood | None:
        """What an answer means once that is clear and agreed; None if it cannot be taken. Raises Again."""
        say, found = asked.wording.say, asked.read(said)
        while True:
            if isinstance(found, Refused):
                self._screen.say(found.text)
                return None
            if isinstance(found, Understood):
                if not found.echo and not found.doubt:
                    return found
                self._screen.say(found.doubt or say("understood", answer=found.echo))
                said = self._inner()
                if said.lower() in AGREED - ({""} if found.doubt else set()):
                    return found
                if said.lower() in {"n", "no"}:
                    raise Again
                found = asked.read(said) if said else found
            elif isinstance(found, Half):
                self._screen.say(found.text)
                if said := self._inner():
                    found = asked.read(f"{found.before} {said}")
            else:
                found = self._chosen(asked, found) or found

    def _chosen(self, asked: Reads, unclear: Unclear) -> Understood | None:
        self._screen.say(unclear.text)
        self._poser.options(unclear.options)
        found = choose(unclear.options, self._inner(), asked.wording)
        if isinstance(found, Refused):
            self._screen.say(found.text)
        return Understood(found.value) if isinstance(found, Understood) and found.value is not None else None

    def _inner(self) -> str:
        """What is typed to make an answer clear; to go back is to go back to the question itself."""
        said = self._screen.hear().strip()
        if said.lower() in {"q", "quit"}:
            raise Stopped
        if said.lower() in {"b", "back", "d", "?", "why"}:
            raise Again
        return said
