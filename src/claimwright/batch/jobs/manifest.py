"""The manifest: every case of a job with its place and hash, and every request that was put into a file for it.

It is written in parts that are never changed: one by the export and one by each repair. In memory a request takes some
70 bytes.
"""

import json
import re
from array import array
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from claimwright.batch.entries import Entry
from claimwright.batch.index import Index
from claimwright.batch.jobs.head import Head, head_of
from claimwright.batch.jobs.place import Place
from claimwright.batch.jobs.ticket import Ticket, key_of, ticket_of
from claimwright.errors import CannotReadWrite

_NONE = -1
_ROW = re.compile(
    rb'\{"key": "([0-9a-f]{16})", "case": "([0-9a-f]{16})", '
    rb'"request": (?:null|"case-([0-9a-f]{16})-([0-9a-f]{16})-r([1-9])-t([1-9])"), '
    rb'"in": (null|"(?:[^"\\]|\\.)*"), .*\}\n',
    re.DOTALL,
)
"""A row as `row_of` writes it: to read it as JSON takes three times as long, and there may be a million."""


def row_of(entry: Entry, ticket: Ticket | None, file: str | None) -> bytes:
    """The line of a case, and of the request that stands for it in this file, if one does."""
    document = entry.document
    hashes = {"key": f"{key_of(entry.id):016x}", "case": f"{entry.case:016x}"}
    request = {"request": None if ticket is None else str(ticket), "in": file}
    place = {"id": entry.id, "file": document.file, "line": document.line}
    return json.dumps({**hashes, **request, **place}).encode() + b"\n"


class Manifest:
    """What was exported for a job so far."""

    head: Head

    def __init__(self, place: Place) -> None:
        """Read it. Raises CannotReadWrite if it is not there, or not whole."""
        self.parts = 0
        self.files: dict[str, int] = {}  # of requests, with the number of requests in each
        self._keys = Index()
        self._cases, self._last = array("Q"), array("q")
        self._in, self._file = b"", ""
        self._tickets, self._earlier = array("Q"), array("q")  # key, seal, round and attempt of each; the one before
        while (path := place.manifest(self.parts + 1)).exists():
            self._read(path)
            self.parts += 1
        if not self.parts:
            raise CannotReadWrite(f"{place.manifest(1)}: there is no manifest. Export the cases first.")

    def __len__(self) -> int:
        """The number of cases."""
        return len(self._keys)

    def case(self, key: int) -> int | None:
        """The hash that a case had when its latest request was written."""
        row = self._keys.find(key)
        return None if row < 0 else self._cases[row]

    def of(self, key: int) -> list[tuple[int, Ticket]]:
        """Every request for a case with its number, in the order in which they were written."""
        row = self._keys.find(key)
        found, number = [], _NONE if row < 0 else self._last[row]
        while number != _NONE:
            found.append((number, self._ticket(number)))
            number = self._earlier[number]
        return found[::-1]

    def number(self, ticket: Ticket) -> int:
        """The number of a request, or -1 if there never was such a request."""
        row = self._keys.find(ticket.key)
        wanted = array("Q", (ticket.key, ticket.seal, ticket.round, ticket.attempt))
        number = _NONE if row < 0 else self._last[row]
        while number != _NONE and self._tickets[4 * number : 4 * number + 4] != wanted:
            number = self._earlier[number]
        return number

    def requests(self) -> int:
        """How many requests were written."""
        return len(self._earlier)

    def _ticket(self, number: int) -> Ticket:
        return Ticket(*self._tickets[4 * number : 4 * number + 4])

    def _read(self, path: Path) -> None:
        try:
            with path.open("rb", buffering=1 << 20) as stream:
                first = stream.readline()
                if self.parts == 0:
                    self.head = head_of(first, path)
                for line in stream:
                    self._note(line)
        except OSError as error:
            raise CannotReadWrite(f"{path}: cannot be read ({error.strerror}).") from error
        except (ValueError, KeyError, TypeError):
            raise CannotReadWrite(f"{path}: a line of it is damaged. Export the cases anew.") from None

    def _note(self, line: bytes) -> None:
        found = _ROW.fullmatch(line)
        if found is None:
            raise ValueError
        count = len(self._keys)
        row = self._keys.add(int(found[1], 16))
        if row == count:
            self._cases.append(0)
            self._last.append(_NONE)
        self._cases[row] = int(found[2], 16)
        if found[3] is None:
            return
        self._tickets.extend((int(found[3], 16), int(found[4], 16), int(found[5]), int(found[6])))
        self._earlier.append(self._last[row])
        self._last[row] = len(self._earlier) - 1
        if found[7] != self._in:
            self._in, self._file = found[7], json.loads(found[7])
            if Path(self._file).name != self._file:  # what is named here is sent: nothing outside the job
                raise ValueError
        self.files[self._file] = self.files.get(self._file, 0) + 1


def tickets_in(path: Path) -> Iterator[Ticket]:
    """The requests that the lines of a file are about, whether it was sent or came back."""
    with path.open("rb") as stream:
        for line in stream:
            with suppress(ValueError, KeyError, TypeError, RecursionError):
                if ticket := ticket_of(json.loads(line)["custom_id"]):
                    yield ticket
