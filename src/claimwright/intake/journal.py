"""The journal: every answer is written down at once, so that an interview can be taken up again wherever it stopped.

One line of JSON a step, the first one what the interview began with. A line that was cut off while it was written is
dropped. Two interviews at the same time have a journal each.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimwright.case.casefile import dump_case, read_case
from claimwright.errors import CaseInvalid
from claimwright.intake.interview import Answered, Event, Opened, Start, WentBack

_VERSION = 1
_MOST = 20  # journals side by side: so many interviews have been left unfinished, or go on at the same time


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What a journal holds: the guide, what the interview began with, and every step since."""

    guide: str
    start: Start
    events: tuple[Event, ...]
    written: float  # seconds since 1970


class Journal:
    """The file of one interview, readable by its owner only and held by one process."""

    def __init__(self, path: Path) -> None:
        """Opens the file or makes it. Raises OSError; BlockingIOError if another process holds it."""
        self.path = path
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            _hold(self._handle)
        except OSError:
            os.close(self._handle)
            raise

    def unfinished(self) -> Unfinished | None:
        """What an interview left behind; None if nothing that can be taken up."""
        size = os.fstat(self._handle).st_size
        data = os.pread(self._handle, size, 0) if hasattr(os, "pread") else self.path.read_bytes()
        whole = data[: data.rfind(b"\n") + 1]
        if len(whole) < len(data):
            os.ftruncate(self._handle, len(whole))
        try:
            head, *steps = [json.loads(line) for line in whole.splitlines()]
            if head["version"] != _VERSION:
                return None
            start = Start(
                _case(head["case"]),
                dict(head["origins"]),
                tuple(head["suggested"]),
                _hints(head),
                dict(head.get("offers", {})),
                tuple(map(str, head.get("sentences", ()))),
            )
            if not steps and start == Start():
                return None
            return Unfinished(head["guide"], start, tuple(map(_event, steps)), os.fstat(self._handle).st_mtime)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, CaseInvalid):
            return None

    def begin(self, guide: str, start: Start) -> None:
        """Throws away what was there, and writes down what the interview begins with."""
        os.ftruncate(self._handle, 0)
        case = json.loads(dump_case(start.case))
        self._write(
            {
                "version": _VERSION,
                "guide": guide,
                "case": case,
                "origins": dict(start.origins),
                "suggested": list(start.suggested),
                "hints": dict(start.hints),
                "offers": dict(start.offers),
                "sentences": list(start.sentences),
            }
        )

    def add(self, event: Event) -> None:
        """Writes down one step; it is on the disk when this returns."""
        if isinstance(event, Answered):
            self._write({"id": event.id, "value": event.value})
        elif isinstance(event, Opened):
            self._write({"open": list(event.ids)})
        else:
            self._write({"back": True})

    def close(self) -> None:
        """Lets go of the file, and leaves it there."""
        with suppress(OSError):
            os.close(self._handle)

    def remove(self) -> None:
        """Deletes the file: the interview is done, or was never begun."""
        if sys.platform == "win32":
            self.close()
            self.path.unlink(missing_ok=True)
        else:
            self.path.unlink(missing_ok=True)
            self.close()

    def _write(self, line: dict[str, Any]) -> None:
        data = json.dumps(line, ensure_ascii=False).encode() + b"\n"
        while data:
            data = data[os.write(self._handle, data) :]
        os.fsync(self._handle)


def journals(folder: Path) -> Iterator[Journal]:
    """The journals that no other process holds, those that exist first; the last is a new one. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    paths = [folder / f"interview-{number}.jsonl" for number in range(1, _MOST + 1)]
    for path in sorted(paths, key=lambda one: not one.exists()):
        try:
            journal = Journal(path)
        except BlockingIOError:
            continue
        yield journal
    raise OSError(f"{folder} holds too many interviews")


def _hold(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(*error.args) from error
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _case(value: object) -> Any:
    return read_case(json.dumps(value).encode(), "the journal")


def _hints(head: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {id: tuple(lines) for id, lines in head.get("hints", {}).items()}


def _event(line: dict[str, Any]) -> Event:
    if "open" in line:
        return Opened(tuple(line["open"]))
    return WentBack() if "back" in line else Answered(line["id"], line["value"])
