"""What has been sent to the provider, step by step, each on the disk before the next one is taken.

Decided here: a step is written down before it could happen twice. Whoever finds that a batch was about to be started,
and not whether it was, has to ask the provider first.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from claimwright.errors import CannotReadWrite


@dataclass
class Sent:
    """How far a file of requests has come."""

    uploaded: str = ""  # the provider's id of the file
    starting: bool = False
    batch: str = ""
    ended: str = ""  # the status with which the batch ended, when what it brought is here
    refused: str = ""  # why the provider turned the whole file away, the last time


class Log:
    """The steps for every file of requests."""

    def __init__(self, path: Path) -> None:
        """Read what was done. Raises CannotReadWrite."""
        self._path, self._files = path, dict[str, Sent]()
        whole = 0
        try:
            for line in path.read_bytes().splitlines(keepends=True) if path.exists() else ():
                if not line.endswith(b"\n"):
                    break
                self._note(**json.loads(line))
                whole += len(line)
            if path.exists():
                os.truncate(path, whole)
        except OSError as error:
            raise CannotReadWrite(f"{path}: cannot be read ({error.strerror}).") from error
        except (ValueError, TypeError, RecursionError):
            raise CannotReadWrite(
                f"{path}: a line of it is damaged, so nobody knows what was sent. Mend or remove that line."
            ) from None

    def of(self, file: str) -> Sent:
        """How far this file has come."""
        return self._files.get(file, Sent())

    def under_way(self) -> int:
        """How many batches were started whose outcome is not here."""
        return sum(sent.batch != "" and not sent.ended for sent in self._files.values())

    def uploaded(self, file: str, id: str) -> None:
        """The provider has the file."""
        self._write(file, "uploaded", id)

    def starting(self, file: str) -> None:
        """Its batch is about to be started."""
        self._write(file, "starting", "")

    def started(self, file: str, id: str) -> None:
        """Its batch was started."""
        self._write(file, "started", id)

    def ended(self, file: str, status: str) -> None:
        """Its batch has ended, and what it brought is here."""
        self._write(file, "ended", status)

    def refused(self, file: str, why: str) -> None:
        """The provider has turned the whole file away: it may be sent again."""
        self._write(file, "refused", why)

    def _write(self, file: str, step: str, said: str) -> None:
        line = json.dumps({"file": file, "step": step, "said": said}).encode() + b"\n"
        try:
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
            try:
                os.write(handle, line)
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise CannotReadWrite(
                f"{self._path}: cannot be written ({error.strerror}). Nothing more is sent before it can be."
            ) from error
        self._note(file, step, said)

    def _note(self, file: str, step: str, said: str) -> None:
        sent = self._files.setdefault(file, Sent())
        if step == "uploaded":
            self._files[file] = Sent(uploaded=said, refused=sent.refused)
        elif step == "starting":
            sent.starting = True
        elif step == "started":
            sent.batch = said
        elif step == "ended":
            sent.ended = said
        elif step == "refused":
            self._files[file] = Sent(refused=said)
        else:
            raise ValueError(step)
