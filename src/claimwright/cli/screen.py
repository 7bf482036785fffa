"""The buyer's terminal, line by line: nothing is drawn anew, so it can be read aloud, and has any width."""

import os
import sys
from contextlib import suppress
from typing import Protocol

import click

from claimwright.cli.terminal import coloured, fold
from claimwright.errors import CannotReadWrite
from claimwright.reading.characters import printable

INTERRUPTED = 130
"""The exit code of what was stopped: nothing was made yet, and nothing is lost."""


class Stopped(click.Abort):
    """The buyer has stopped for now."""


class Screen(Protocol):
    """Where the interview is held."""

    def say(self, text: str, first: str = "", rest: str = "", *, strong: bool = False) -> None:
        """Shows a text, folded, with these indents."""

    def hear(self) -> str:
        """What is typed next. Raises Stopped at the end of the input."""


class Terminal:
    """The terminal at stdin and stderr. What stdout gets is nobody's business here."""

    def __init__(self) -> None:
        """Lets a line be edited where the terminal can do that, and stdout is that terminal too."""
        self._edits = sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        if self._edits:
            with suppress(ImportError):
                import readline  # noqa: F401  (input() uses it once it is there)
        with suppress(AttributeError, ValueError):
            sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]

    def say(self, text: str, first: str = "", rest: str = "", *, strong: bool = False) -> None:
        """Shows a text, folded, with these indents."""
        shown = fold(printable(text), first, rest)
        _write((click.style(shown, bold=True) if strong and coloured(sys.stderr) else shown) + "\n")

    def hear(self) -> str:
        """What is typed next. Raises Stopped at the end of the input, CannotReadWrite if there is no reading it."""
        try:
            if self._edits:
                return input("> ")
            _write("> ")
            line = sys.stdin.readline()
        except EOFError:
            line = ""
        except OSError as error:
            raise CannotReadWrite(f"The terminal cannot be read ({error.strerror}). Open another one.") from error
        if not line:
            _write("\n")
            raise Stopped
        return line


def set_apart(*, quiet: bool) -> None:
    """A line on stderr before the message, where both go to one terminal: what was said before is no part of it."""
    if not quiet and all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr)):
        _write("\n--- your message\n\n")


def interactive() -> bool:
    """Whether somebody is there to answer: a terminal to type at, and one to read on."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def _write(text: str) -> None:
    with suppress(OSError, ValueError):
        sys.stderr.write(text)
        sys.stderr.flush()
