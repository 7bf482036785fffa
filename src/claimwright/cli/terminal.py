"""What a person sees: stderr for the person, stdout for the result; colour only where it is wanted."""

import os
import shutil
import sys
import textwrap
from contextlib import suppress
from typing import TextIO

import click

from claimwright.reading.characters import printable
from claimwright.reading.later import later

_COMMAND = later(r"`[^`\n]+`")
_GLUE = "\ue000"  # stands for a blank that no line breaks at; what is shown never holds it


def complain(text: str) -> None:
    """One error on stderr, in plain lines."""
    _aside(printable(text))


def tell(text: str, *, quiet: bool) -> None:
    """Something for the person, on stderr; nothing if they asked for quiet."""
    if not quiet:
        _aside(fold(printable(text)))


def show(text: str, *, quiet: bool) -> None:
    """The same, its lines as they are."""
    if not quiet:
        _aside(printable(text))


def page(text: str) -> None:
    """A page for a person, on stdout; a character that stdout cannot show is a question mark there."""
    encoding = sys.stdout.encoding or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding))


def without_gaps() -> None:
    """A character that stderr cannot show is a question mark there, and not a number in hexadecimal."""
    with suppress(AttributeError, ValueError, OSError):
        sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]


def _aside(text: str) -> None:
    # What is said beside the message must not keep the message back: stderr may be closed, or its disk full.
    with suppress(OSError, ValueError):
        click.echo(text, err=True)


def coloured(stream: TextIO | None = None) -> bool:
    """Whether colour may be used on a stream (stdout): on a terminal, unless NO_COLOR is set."""
    stream = stream or sys.stdout
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def width() -> int:
    """The columns that text is folded to: the terminal's, at most 88, at least 40."""
    return max(40, min(88, shutil.get_terminal_size((88, 24)).columns))


def fold(text: str, first: str = "", rest: str = "") -> str:
    """Text folded to the width line by line, with these indents.

    A long word stays whole, so that links work, and so does a `command`, so that it can be copied.
    """
    lines = [
        textwrap.fill(
            _COMMAND.sub(lambda command: command[0].replace(" ", _GLUE), line),
            width(),
            initial_indent=first if number == 0 else rest,
            subsequent_indent=rest + "  " * line.startswith("- "),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, line in enumerate(text.splitlines() or [""])
    ]
    return "\n".join(lines).replace(_GLUE, " ")
