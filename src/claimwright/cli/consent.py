"""Says once, before a case first goes to a model, what is sent where; asks on a terminal."""

import os
import sys
from pathlib import Path

import click

from claimwright.cli.terminal import tell

_HIDDEN = "Names, order and tracking numbers, addresses and your messages with the seller stay here. "
_OPEN = "With --no-mask, nothing in these is hidden. "


def may_send(host: str, *, masked: bool, quiet: bool) -> bool:
    """Whether the case may go there. Told once a host, and asked on a terminal; where nothing may be said, not yet."""
    memory = _memory()
    if host in _told(memory):
        return True
    if quiet:
        return False
    tell(
        f"To word the message, facts of the case go to {host}: what happened, dates, sums, what your proof shows. "
        + (_HIDDEN if masked else _OPEN)
        + "`claimwright draft --dry-run` shows what would be sent; with `--writer template` nothing is.",
        quiet=False,
    )
    if sys.stdin is not None and sys.stdin.isatty() and not click.confirm("Send it?", True, err=True):
        return False
    _remember(memory, host)
    return True


def _memory() -> Path:
    from platformdirs import user_state_path

    return user_state_path("claimwright") / "told"


def _told(memory: Path) -> list[str]:
    try:
        return memory.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        return []


def _remember(memory: Path, host: str) -> None:
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(memory, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w", encoding="utf-8") as stream:
            stream.write(host + "\n")
    except OSError:
        return  # it is said again next time
