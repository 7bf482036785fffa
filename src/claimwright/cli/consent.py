"""Says once, before a case first goes to a model, what is sent where; asks on a terminal.

Decided here: whoever stops at the question has sent nothing, and is asked again the next time.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from claimwright.cli.screen import Stopped, Terminal
from claimwright.cli.terminal import show, tell

NOTHING_SENT = "Nothing was sent."
_HIDDEN = "Names, order and tracking numbers, addresses and your messages with the seller stay here. "
_OPEN = "With --no-mask, nothing in these is hidden. "
_ASK = "Send it? Enter or y: yes · n: no · ?: what is sent · q: stop"


def may_send(host: str, *, masked: bool, quiet: bool, sent: Callable[[], str] | None = None) -> bool:
    """Whether the case may go there. Told once a host, and asked on a terminal; where nothing may be said, not yet.

    `sent` gives what would be sent, for who asks. Raises Stopped.
    """
    memory = _memory()
    if host in _told(memory):
        return True
    if quiet:
        return False
    what = (
        f"To word the message, facts of the case go to {host}: what happened, dates, sums, what your proof shows. "
        + (_HIDDEN if masked else _OPEN)
        + "`claimwright draft --dry-run` shows what would be sent; with `--writer template` nothing is."
    )
    tell(what, quiet=False)

    def explain() -> None:
        if sent is None:
            tell(what, quiet=False)
        else:
            show(f"This would be sent to {host}:\n\n{sent()}", quiet=False)

    if sys.stdin is not None and sys.stdin.isatty() and not agreed(_ASK, explain, default=True):
        return False
    _remember(memory, host)
    return True


def agreed(question: str, explain: Callable[[], None], *, default: bool | None, stopped: str = NOTHING_SENT) -> bool:
    """Yes or no, typed on the terminal; Enter alone is `default`, if there is one. Raises Stopped, saying `stopped`."""
    screen = Terminal()
    while True:
        screen.say(question)
        try:
            said = screen.hear().strip().lower()
        except Stopped:
            said = "q"
        if said in {"q", "quit"}:
            screen.say(stopped)
            raise Stopped
        if said in {"?", "why"}:
            explain()
        elif said in {"y", "yes", "n", "no"}:
            return said.startswith("y")
        elif not said and default is not None:
            return default


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
