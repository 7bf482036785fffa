"""The clipboard: this machine's own, or over SSH that of the terminal in front of the buyer (OSC 52)."""

import base64
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimwright.errors import CannotReadWrite

_TERMINAL = Path("/dev/tty")


def copy(text: str) -> str:
    """Puts the text on the clipboard and says which. Raises CannotReadWrite if there is none."""
    import pyperclip

    remote = bool(os.environ.get("SSH_TTY") or os.environ.get("SSH_CONNECTION"))
    if remote and _through_terminal(text):
        return "Copied to the clipboard of your terminal."
    try:
        with _stdout_apart():
            pyperclip.copy(text)
    except pyperclip.PyperclipException as error:
        if not remote and _through_terminal(text):
            return "Copied to the clipboard of your terminal, if it allows that."
        raise CannotReadWrite(
            "There is no clipboard here. Install xclip or wl-clipboard, or use -o FILE and copy from there."
        ) from error
    return "Copied to the clipboard."


@contextmanager
def _stdout_apart() -> Iterator[None]:
    """Keeps our stdout from xclip, which stays in the background: whoever reads us would wait for its end."""
    ours = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(ours, 1)
        os.close(ours)
        os.close(nowhere)


def osc52(text: str) -> bytes:
    """The bytes that ask a terminal to put the text on its clipboard; wrapped so that tmux passes them on."""
    sequence = b"\x1b]52;c;" + base64.b64encode(text.encode()) + b"\x07"
    if os.environ.get("TMUX"):
        return b"\x1bPtmux;" + sequence.replace(b"\x1b", b"\x1b\x1b") + b"\x1b\\"
    return sequence


def _through_terminal(text: str) -> bool:
    try:
        with _TERMINAL.open("wb", buffering=0) as terminal:
            terminal.write(osc52(text))
    except OSError:
        return False
    return True
