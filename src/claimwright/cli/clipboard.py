"""The clipboard: this machine's own, or over SSH that of the terminal in front of the buyer (OSC 52, or tmux).

Decided here: the command that puts a text on the clipboard is run by ourselves, for pyperclip, which serves where no
command does, does not look whether one failed.
"""

import base64
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from claimwright.errors import CannotReadWrite

_TERMINAL = Path("/dev/tty")
_KERNEL = Path("/proc/version")
_PLATFORM = sys.platform
_SECONDS = 10.0
_POWERSHELL = (
    "[Console]::InputEncoding = [Text.UTF8Encoding]::new($false); Set-Clipboard -Value ([Console]::In.ReadToEnd())"
)


@dataclass(frozen=True, slots=True)
class _Command:
    """A program that puts on the clipboard what it reads, in this encoding."""

    words: tuple[str, ...]
    encoding: str = "utf-8"


_PBCOPY = _Command(("pbcopy",))
_WL_COPY = _Command(("wl-copy", "--type", "text/plain;charset=utf-8"))
_XCLIP = _Command(("xclip", "-selection", "clipboard"))
_XSEL = _Command(("xsel", "--clipboard", "--input"))
_CLIP = _Command(("clip.exe",), "utf-16-le")
_TMUX = _Command(("tmux", "load-buffer", "-w", "-"))
_SET_CLIPBOARD = _Command(("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", _POWERSHELL))


def copy(text: str) -> str:
    """Puts the text on the clipboard and says which. Raises CannotReadWrite if there is none, or it does not work."""
    remote = bool(os.environ.get("SSH_TTY") or os.environ.get("SSH_CONNECTION"))
    if remote and (told := _beyond(text)):
        return told
    failed = []
    for command in commands():
        if why := _failure(command, text):
            failed.append(f"{command.words[0]}: {why}")
        else:
            return "Copied to the clipboard."
    if not failed and _by_pyperclip(text):
        return "Copied to the clipboard."
    if not remote and (told := _beyond(text)):
        return told
    if failed:
        raise CannotReadWrite(f"The clipboard did not take it ({'; '.join(failed)}). Use -o FILE and copy from there.")
    raise CannotReadWrite(
        "There is no clipboard here. Install xclip or wl-clipboard, or use -o FILE and copy from there."
    )


def commands() -> tuple[_Command, ...]:
    """The commands that are here and may reach the clipboard that the buyer pastes from, the likeliest first."""
    if _PLATFORM == "darwin":
        asked: tuple[_Command, ...] = (_PBCOPY,)
    elif _PLATFORM == "win32":
        asked = ()  # pyperclip speaks to Windows itself
    elif _under_windows():
        asked = (_CLIP, _SET_CLIPBOARD)
    else:
        asked = (_WL_COPY,) if os.environ.get("WAYLAND_DISPLAY") else ()
        asked += (_XCLIP, _XSEL) if os.environ.get("DISPLAY") else ()
    return tuple(one for one in asked if which(one.words[0]))


def _under_windows() -> bool:
    try:
        return "microsoft" in _KERNEL.read_text(encoding="utf-8", errors="replace").lower()
    except OSError:
        return False


def _failure(command: _Command, text: str) -> str:
    """Why the command did not take the text, in its own words; nothing if it did.

    It may leave a process behind that keeps the text; a pipe to that would be open for as long.
    """
    with tempfile.TemporaryFile() as said:
        try:
            done = subprocess.run(
                command.words,
                input=text.encode(command.encoding),
                stdout=subprocess.DEVNULL,
                stderr=said,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"no answer within {_SECONDS:g} seconds"
        except OSError as error:
            return str(error.strerror)
        if done.returncode == 0:
            return ""
        said.seek(0)
        words = " ".join(said.read(2000).decode(errors="replace").split())
        return words[:200].rstrip(".") or f"exit code {done.returncode}"


def _by_pyperclip(text: str) -> bool:
    """Where no command is: Windows itself, Klipper, Qt."""
    import pyperclip

    try:
        with _stdout_apart():
            pyperclip.copy(text)
    except pyperclip.PyperclipException:
        return False
    return True


@contextmanager
def _stdout_apart() -> Iterator[None]:
    """Keeps our stdout from a program that stays in the background: whoever reads us would wait for its end."""
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


def _beyond(text: str) -> str:
    """Hands the text to tmux or the terminal, which may have a clipboard, and says so; nothing if neither is there."""
    if os.environ.get("TMUX") and which("tmux") and not _failure(_TMUX, text):
        return "Copied to tmux (prefix ] pastes it), which hands it on to your terminal's clipboard if that allows it."
    if _through_terminal(text):
        return (
            "Sent to your terminal for its clipboard; whether it was taken cannot be seen from here. "
            "If pasting brings nothing, use -o FILE and copy from there."
        )
    return ""


def _through_terminal(text: str) -> bool:
    try:
        with _TERMINAL.open("wb", buffering=0) as terminal:
            terminal.write(osc52(text))
    except OSError:
        return False
    return True
