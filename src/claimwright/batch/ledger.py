"""The file of results: lines are added as cases are finished, and each is its own journal.

Decided here: what has been written is synced in groups; a line that is torn or damaged is not a result, and its case is
done again; a file that this tool has not written is never touched; results of cases that are not in this batch stay.
The lines are brought into their order once, at the end, in a new file that takes the place of the old one.
"""

import os
import time
from array import array
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

from claimwright.batch.index import Index
from claimwright.batch.private import replacing, sync_folder
from claimwright.batch.record import Record, State, begins_like_ours, record_of
from claimwright.errors import CannotReadWrite, UsageError

_GROUP, _SECONDS = 256, 1.0
_BUFFER = 1 << 20


class Kept(NamedTuple):
    """What the ledger holds of a case."""

    case: int
    settings: str
    state: State


class Ledger:
    """The results in a file, found by the key of their case."""

    def __init__(self, path: Path) -> None:
        """Read what is there. Raises UsageError if the file is not ours, CannotReadWrite if it cannot be read."""
        self.path = path
        self.damaged = 0
        self.end = 0  # behind the last whole line
        self._keys = Index()
        self._begins, self._lengths = array("Q"), array("I")
        self._cases, self._states, self._sums = array("Q"), array("B"), array("I")
        self._settings, self._names = array("H"), list[str]()
        self._stale = False
        self._unsynced, self._since = 0, 0.0
        self._stream: BinaryIO | None = None
        self._torn = b""
        if path.exists():
            with _told(path, "read"), path.open("rb", buffering=_BUFFER) as stream:
                self._read(stream)

    def __len__(self) -> int:
        """The number of cases with a result."""
        return len(self._keys)

    def find(self, key: int) -> Kept | None:
        """What is kept of a case."""
        row = self._keys.find(key)
        if row < 0:
            return None
        return Kept(self._cases[row], self._names[self._settings[row]], State(self._states[row]))

    def line(self, key: int) -> bytes:
        """The line of a case that has a result."""
        row = self._keys.find(key)
        with _told(self.path, "read"), self.path.open("rb") as stream:
            stream.seek(self._begins[row])
            return stream.read(self._lengths[row])

    def lines(self) -> Iterator[bytes]:
        """The line of every case, in the order in which they stand in the file. Raises CannotReadWrite."""
        if not len(self):
            return
        with _told(self.path, "read"), self.path.open("rb", buffering=_BUFFER) as stream:
            every = range(len(self))
            for row in every if self._ascending(every) else sorted(every, key=self._begins.__getitem__):
                if stream.tell() != self._begins[row]:
                    stream.seek(self._begins[row])
                yield stream.read(self._lengths[row])

    def append(self, line: bytes) -> None:
        """Adds the result of a case, in the place of an earlier one. Raises CannotReadWrite; nothing is torn then."""
        record = record_of(line)
        assert record is not None, "a line is sealed before it is written"
        stream = self._opened()
        try:
            _write(stream, line)
        except OSError as error:
            with suppress(OSError):
                stream.truncate(self.end)
                stream.seek(self.end)
            raise _cannot(self.path, error) from error
        self._note(record, len(line))
        self._since = self._since if self._unsynced else time.monotonic()
        self._unsynced += 1
        if self._unsynced >= _GROUP or time.monotonic() - self._since >= _SECONDS:
            self.sync()

    def sync(self) -> None:
        """What has been added outlasts the loss of power from here on."""
        if self._stream is not None and self._unsynced:
            with _told(self.path, "written"):
                os.fsync(self._stream.fileno())
            self._unsynced = 0

    def settle(self, order: Iterable[int] | None) -> None:
        """Leaves one line a case, in the order of these keys if there is one; those of other cases stay before them."""
        rows = None if order is None else array("I", (row for key in order if (row := self._keys.find(key)) >= 0))
        if self._stale or (rows is not None and not self._ascending(rows)):
            self._rewrite(rows)
        self.sync()

    def close(self) -> None:
        """Syncs, and lets go of the file."""
        self.sync()
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def sum(self) -> str:
        """A checksum of all results in their places, the same for the same file."""
        return f"{crc32(self._sums.tobytes(), crc32(self._begins.tobytes())):08x}-{self.end:x}"

    def _read(self, stream: BinaryIO) -> None:
        whole, place = 0, 0
        bad: list[tuple[int, int]] = []
        for line in stream:
            record = record_of(line)
            if record is None:
                bad.append((place, len(line)))
            else:
                self.end = place
                self._note(record, len(line))
                whole += 1
            place += len(line)
        if bad and bad[-1][0] + bad[-1][1] == place and place > self.end:
            stream.seek(self.end)
            self._torn = stream.read(_BUFFER)
        self.damaged = len(bad)
        self._stale = self._stale or any(begin < self.end for begin, _ in bad)
        if bad and not whole and not begins_like_ours(self._torn):
            raise UsageError(f"{self.path} is not a file of results. Name another OUT; nothing has been changed.")
        for begin, length in bad:
            stream.seek(begin)
            if not begins_like_ours(stream.read(min(length, 64))):
                raise UsageError(
                    f"{self.path} holds lines that are no results of a batch. Move them away, or name another OUT."
                )

    def _note(self, record: Record, length: int) -> None:
        count = len(self._keys)
        row = self._keys.add(record.key)
        if record.settings not in self._names:
            self._names.append(record.settings)
        settings = self._names.index(record.settings)
        if row == count:
            for column in (self._begins, self._lengths, self._cases, self._states, self._sums, self._settings):
                column.append(0)
        else:
            self._stale = True
        self._begins[row], self._lengths[row], self._sums[row] = self.end, length, record.sum
        self._cases[row], self._states[row], self._settings[row] = record.case, record.state, settings
        self.end += length

    def _opened(self) -> BinaryIO:
        if self._stream is None:
            with _told(self.path, "written"):
                handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
                stream = self._stream = os.fdopen(handle, "r+b", buffering=0)
                stream.truncate(self.end)
                stream.seek(self.end)
        return self._stream

    def _ascending(self, rows: Iterable[int]) -> bool:
        begins, last = self._begins, -1
        for row in rows:
            if begins[row] < last:
                return False
            last = begins[row]
        return True

    def _rewrite(self, rows: "array[int] | None") -> None:
        """Writes the lines anew beside the file, and puts that in its place."""
        listed = bytearray(len(self._keys))
        for row in rows or ():
            listed[row] = 1
        others = sorted((row for row, is_listed in enumerate(listed) if not is_listed), key=self._begins.__getitem__)
        self.close()
        with _told(self.path, "written"):
            with self.path.open("rb", buffering=_BUFFER) as old, replacing(self.path, part="{}.part", sync=True) as new:
                end = self._copied(chain(others, rows or ()), old, new)
            sync_folder(self.path.parent)
        self.end = end
        self._stale = False

    def _copied(self, rows: Iterable[int], old: BinaryIO, new: BinaryIO) -> int:
        """Copies the lines of these rows, and notes where they stand now. The number of bytes."""
        end = 0
        for row in rows:
            old.seek(self._begins[row])
            new.write(old.read(self._lengths[row]))
            self._begins[row] = end
            end += self._lengths[row]
        return end


def _write(stream: BinaryIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) :]


class _told:  # noqa: N801 (reads as a clause)
    """Turns an OSError into the error of ours that says what could not be done with the file."""

    def __init__(self, path: Path, done: str) -> None:
        self._path, self._done = path, done

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            raise _cannot(self._path, error, self._done) from error


def _cannot(path: Path, error: OSError, done: str = "written") -> CannotReadWrite:
    return CannotReadWrite(
        f"{path}: cannot be {done} ({error.strerror}). What was done is kept: make room or mend it, and run it again."
    )
