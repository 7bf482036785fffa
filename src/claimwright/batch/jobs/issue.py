"""Writes requests into files within a provider's limits, and the part of the manifest that says what they are.

Decided here: everything is written beside its name first. The files of requests get their names, then the manifest: a
request of which no manifest knows was never written, and whoever is cut off before that begins again.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from claimwright.batch.entries import Entry
from claimwright.batch.jobs.head import Head, line_of
from claimwright.batch.jobs.manifest import row_of
from claimwright.batch.jobs.place import Place
from claimwright.batch.jobs.ticket import Ticket
from claimwright.batch.private import opened, sync_folder, synced
from claimwright.errors import CannotReadWrite

_URL = "/v1/chat/completions"


def request_line(ticket: Ticket, body: Mapping[str, Any]) -> bytes:
    """A request as batch engines take it; plain ASCII, for some of them end a line at other characters too."""
    return json.dumps({"custom_id": str(ticket), "method": "POST", "url": _URL, "body": body}).encode() + b"\n"


class Issue:
    """One export or repair: `part` is its number in the manifest, `first` the number of its first file."""

    def __init__(self, place: Place, head: Head, part: int, first: int) -> None:
        self.files: list[Path] = []
        self.requests = 0
        self._place, self._head, self._next = place, head, first
        self._parts: list[Path] = []
        self._stream: BinaryIO | None = None
        self._count = self._size = 0
        self._path = place.manifest(part)
        try:
            self._rows = opened(_part(self._path))
            self._rows.write(line_of(head))
        except OSError as error:
            raise self._cannot(error) from error

    def __enter__(self) -> Self:
        """Nothing counts before `commit`."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Lets go of what was not committed."""
        for stream in (self._stream, self._rows):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        for path in (*self._parts, _part(self._path)):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def add(self, entry: Entry, ticket: Ticket | None = None, line: bytes = b"") -> None:
        """Adds a case, and the request for it if there is one. Raises CannotReadWrite."""
        try:
            if ticket is None:
                self._rows.write(row_of(entry, None, None))
                return
            head = self._head
            if self._stream is None or self._count >= head.max_requests or self._size + len(line) > head.max_bytes:
                self._begin()
            assert self._stream is not None
            self._stream.write(line)
            self._rows.write(row_of(entry, ticket, self.files[-1].name))
        except OSError as error:
            raise self._cannot(error) from error
        self._count += 1
        self._size += len(line)
        self.requests += 1

    def commit(self, *, rows: bool = True) -> None:
        """Gives everything its name. Without a request there is nothing to name but the first manifest's `rows`."""
        if not self.files and not rows:
            return
        try:
            self._end()
            synced(self._rows)
            for part, path in zip(self._parts, self.files, strict=True):
                part.replace(path)
            _part(self._path).replace(self._path)
            sync_folder(self._path.parent)
        except OSError as error:
            raise self._cannot(error) from error

    def _begin(self) -> None:
        self._end()
        path = self._place.requests(self._next)
        self._next += 1
        self._stream = opened(_part(path))
        self._parts.append(_part(path))
        self.files.append(path)
        self._count = self._size = 0

    def _end(self) -> None:
        if self._stream is not None:
            synced(self._stream)
            self._stream = None

    def _cannot(self, error: OSError) -> CannotReadWrite:
        return CannotReadWrite(
            f"{self._path.parent}: cannot be written ({error.strerror}). Make room or choose another place."
        )


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")
