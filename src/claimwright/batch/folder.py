"""The files of a case in a folder: its result for programs, and its message for the buyer.

Decided here: both can be made again from the ledger, so they are replaced whole and not synced one by one. A file that
is not ours is never written over. A message that somebody has edited is not made again while its case stays the same;
when a new one takes its place it stays beside it, as CASE.edited.txt. The result beside a message tells what we wrote.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from claimwright.batch.private import replacing
from claimwright.batch.result import message_of
from claimwright.errors import CannotReadWrite

_OURS = b'{\n  "format": 1,\n  "id": "'
_MEMBERS = {".txt": "message", ".md": "markdown"}
"""The endings of messages, and the member of a result that holds what was written."""

_PAGE = 4096  # bytes that a file system writes together


class Folder:
    """A folder with up to two files a case; `suffix` is that of messages."""

    def __init__(self, path: Path, suffix: str) -> None:
        """Make it if it is not there. Raises CannotReadWrite."""
        self.path, self.suffix = path, suffix
        self.edited: list[Path] = []  # where messages are kept that somebody had edited
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

    def result(self, name: str) -> Mapping[str, Any]:
        """What the result says that stands there; nothing if there is none, or it cannot be read."""
        try:
            found = json.loads(self._paths(name)[0].read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def put(self, name: str, line: bytes, message: str | None) -> None:
        """Writes the result, and the message or takes an earlier one away; one that the result holds is left there.

        Raises CannotReadWrite.
        """
        result, text = self._paths(name)
        try:
            if not json.loads(line).get("earlier"):
                self._clear(name, message)  # an earlier one must never stand beside a newer result
            self._write(result, _as_result(line))
            if message is not None:
                self._write(text, _as_text(message))
        except OSError as error:
            raise _cannot(result if not result.exists() else text, error) from error

    def has(self, name: str, *, message: bool) -> bool:
        """Whether the files of a case are there."""
        result, text = self._paths(name)
        return result.exists() and (not message or text.exists())

    def mend(self, name: str, line: bytes) -> None:
        """Writes anew what is missing, torn or older of the files of a case. Raises CannotReadWrite."""
        result, text = self._paths(name)
        found, message = _content(result), json.loads(line).get(_MEMBERS[self.suffix])
        if found is not None and found != _as_result(line):
            self.put(name, line, message)
            return
        try:
            if found is None:
                self._write(result, _as_result(line))
            if message is not None and (not os.path.lexists(text) or _torn(_content(text), _as_text(message))):
                self._write(text, _as_text(message))
        except OSError as error:
            raise _cannot(text, error) from error

    def tidy(self) -> None:
        """Takes away what a run that was cut off was about to put in its place."""
        for part in self.path.glob(".*.part"):
            with suppress(OSError):
                part.unlink()

    def _clear(self, name: str, message: str | None) -> None:
        """Takes the messages of an earlier result away, and keeps those that somebody has edited."""
        texts = [one for suffix in _MEMBERS if os.path.lexists(one := self.path / f"{name}{suffix}")]
        if not texts:
            return
        earlier = message_of(self.result(name)) or {}
        for text in texts:
            ours, found = earlier.get(_MEMBERS[text.suffix]), _content(text)
            if found is not None and found in [_as_text(one) for one in (ours, message) if isinstance(one, str)]:
                text.unlink()
            elif ours is not None or text.suffix == self.suffix:
                self._keep(text)

    def _keep(self, text: Path) -> None:
        """Moves a message to a name that is free."""
        names = (f"{text.stem}.edited{f'-{number}' if number > 1 else ''}{text.suffix}" for number in count(1))
        kept = next(one for one in map(text.with_name, names) if not os.path.lexists(one))
        text.rename(kept)
        self.edited.append(kept)

    def _paths(self, name: str) -> tuple[Path, Path]:
        return self.path / f"{name}.json", self.path / f"{name}{self.suffix}"

    def _write(self, path: Path, data: bytes) -> None:
        with replacing(path) as stream:
            stream.write(data)


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
    """Whether a message was cut off, which happens between two pages, and not changed by somebody."""
    if found is None or found == whole:
        return False
    return b"\0" in found or (whole.startswith(found) and len(found) % _PAGE == 0)


def _cannot(path: Path, error: OSError) -> CannotReadWrite:
    return CannotReadWrite(
        f"{path}: cannot be written ({error.strerror}). What was done is kept: make room or mend it, and run it again."
    )
