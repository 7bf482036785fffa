"""`draft --edit`: the buyer changes the message in an editor, and it is checked again before anybody gets it.

Decided here: what was typed is never lost. If it cannot be sent it is opened again, and whoever gives up finds it in a
file.
"""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from claimwright.cli.screen import Stopped, Terminal, interactive
from claimwright.cli.settings import Settings
from claimwright.cli.terminal import tell
from claimwright.errors import DraftRejected, UsageError
from claimwright.letter.checks import Finding
from claimwright.letter.compose import Composed
from claimwright.letter.edited import edited

_TERMINAL = Path("/dev/tty")
_AGAIN = "Open it again? Enter: yes; n: no"


def by_hand(composed: Composed, limit: int, settings: Settings) -> Composed:
    """The message as the buyer leaves it. Raises UsageError without an editor; DraftRejected if it must not be sent."""
    text = composed.checked.draft.text()
    while True:
        text = _typed(text)
        changed, found = edited(composed, text, limit)
        if changed is not None:
            for line in _told(found):
                tell(line, quiet=settings.quiet)
            return changed
        said = "\n".join(["This cannot be sent as it stands:", *_told(found)])
        if not interactive() or not _again(said):
            raise DraftRejected(f"{said}\nYour text is kept in {_kept(text)}.")


def _typed(text: str) -> str:
    try:
        with _stdout_at_terminal():
            return click.edit(text, require_save=False) or ""
    except click.ClickException as error:
        raise UsageError(f"{error.format_message().rstrip('.')}. Set EDITOR to the editor that you like.") from error


def _told(found: Sequence[Finding]) -> list[str]:
    """Each fault in a line, those that keep the message back first; what is new belongs into the case file."""
    lines = [f"- {one.span}: {one.rule}" if one.span else f"- {one.rule}" for one in found if one.hard]
    lines += [f"- Read this again: {one.span}: {one.rule}" for one in found if not one.hard and one.span]
    if any(one.hard and one.code in ("novelty", "ledger.unrelated") for one in found):
        lines.append("What your case file does not say yet, write there first (what_happened), and draft again.")
    return lines


def _again(said: str) -> bool:
    tell(said, quiet=False)
    screen = Terminal()
    screen.say(_AGAIN)
    try:
        return screen.hear().strip().lower() not in ("n", "no", "q")
    except Stopped:
        return False


def _kept(text: str) -> Path:
    handle, name = tempfile.mkstemp(prefix="claimwright-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)


@contextmanager
def _stdout_at_terminal() -> Iterator[None]:
    """Where stdout is a pipe or a file, an editor draws on the terminal all the same: the message alone goes there."""
    if sys.stdout.isatty():
        yield
        return
    sys.stdout.flush()
    ours = os.dup(1)
    place = os.devnull
    with suppress(OSError), _TERMINAL.open("wb"):
        place = str(_TERMINAL)
    terminal = os.open(place, os.O_WRONLY)
    try:
        os.dup2(terminal, 1)
        yield
    finally:
        os.dup2(ours, 1)
        os.close(ours)
        os.close(terminal)
