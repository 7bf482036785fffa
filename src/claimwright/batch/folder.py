"""The files of a case in a folder: its result for programs, and its message for the buyer.

Decided here: both can be made again from the ledger, so they are replaced whole and not synced one by one. A file that
is not ours is never written over, and a message that somebody has edited is not made again.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from claimwright.errors import CannotReadWrite

_OURS = b'{\n  "format": 1,\n  "id": "'


class Folder:
    """A folder with up to two files a case; `suffix` is that of messages."""

    def __init__(self, path: Path, suffix: str) -> None:
        """Make it if it is not there. Raises CannotReadWrite."""
        self.path, self.suffix = path, suffix
        try:
            path.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise _cannot(path, error) from error

    def obstacle(self, name: str, message: str | None) -> str:
        """The file of somebody else's that stands where a file of this case has to, if there is one."""
        result, text = self._paths(name)
        if result.exists():
            return "" if _begins(result) == _OURS else str(result)
        if message is None or not text.exists() or _content(text) == _as_text(message):
            return ""
        return str(text)

    def put(self, name: str, line: bytes, message: str | None) -> None:
        """Writes the result, and the message or takes an earlier one away. Raises CannotReadWrite."""
        result, text = self._paths(name)
        try:
            text.unlink(missing_ok=True)  # an earlier one must never stand beside a newer result
            self._write(result, _as_result(line))
            if message is not None:
                self._write(text, _as_text(message))
        except OSError as error:
            raise _cannot(result if not result.exists() else text, error) from error

    def has(self, name: str, *, message: bool) -> bool:
        """Whether the files of a case are there."""
        result, text = self._paths(name)
        return result.exists() and (not message or text.exists())

    def mend(self, name: str, line: bytes, message: str | None) -> None:
        """Writes anew what is missing, torn or older of the files of a case. Raises CannotReadWrite."""
        result, text = self._paths(name)
        if _content(result) != _as_result(line):
            self.put(name, line, message)
        elif message is not None and _torn(_content(text), _as_text(message)):
            try:
                self._write(text, _as_text(message))
            except OSError as error:
                raise _cannot(text, error) from error

    def tidy(self) -> None:
        """Takes away what a run that was cut off was about to put in its place."""
        for part in self.path.glob(".*.part"):
            with suppress(OSError):
                part.unlink()

    def _paths(self, name: str) -> tuple[Path, Path]:
        return self.path / f"{name}.json", self.path / f"{name}{self.suffix}"

    def _write(self, path: Path, data: bytes) -> None:
        part = path.with_name(f".{path.name}.part")
        try:
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise


def _as_result(line: bytes) -> bytes:
    fields = json.loads(line)
    del fields["run"]
    return (json.dumps(fields, ensure_ascii=False, indent=2) + "\n").encode()


def _as_text(message: str) -> bytes:
    return f"{message}\n".encode()


def _begins(path: Path) -> bytes:
    with suppress(OSError), path.open("rb") as stream:
        return stream.read(len(_OURS))
    return b""


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _torn(found: bytes | None, whole: bytes) -> bool:
    """Whether a message is gone or was cut off, and not changed by somebody."""
    return found is None or (found != whole and (whole.startswith(found) or b"\0" in found))


def _cannot(path: Path, error: OSError) -> CannotReadWrite:
    return CannotReadWrite(
        f"{path}: cannot be written ({error.strerror}). What was done is kept: make room or mend it, and run it again."
    )
