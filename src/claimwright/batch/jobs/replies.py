"""What has come back for the requests of a job, each answer a line in a file that is only added to.

Decided here: a reply is never replaced, a failure is by a reply; so a file may be taken twice, in any order and in
pieces. A line that was cut off is not an answer: the file it came from can be taken again.
"""

import json
import os
import re
from array import array
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from claimwright.batch.jobs.answer import Answer, is_request, returned
from claimwright.batch.jobs.manifest import Manifest
from claimwright.batch.jobs.ticket import Ticket, ticket_of
from claimwright.errors import CannotReadWrite, UsageError

_NONE = -1
_MOST_NAMED = 5
_ROW = re.compile(rb'\{"request": "([a-z0-9-]+)", "reply": (true|false), "refused": "(\w*)", ')
_LONGEST = 4_000_000
"""Bytes of a line that are read: no answer to a message is as long as that."""


@dataclass
class Taken:
    """What stood in the files that came back."""

    lines: int = 0
    replies: int = 0
    failures: Counter[str] = field(default_factory=Counter)  # by what was said
    again: int = 0  # lines for a request whose answer is there already
    unknown: int = 0
    damaged: int = 0
    named: list[str] = field(default_factory=list)  # some of the unknown and damaged, with their places

    def name(self, what: str) -> None:
        """Remember one of these, if there are not too many."""
        if len(self.named) < _MOST_NAMED:
            self.named.append(what)


class Replies:
    """The answers to the requests of a manifest, found by the number of the request."""

    def __init__(self, path: Path, manifest: Manifest) -> None:
        """Read what came before. Raises CannotReadWrite."""
        self.path = path
        self.refused: set[str] = set()
        self._manifest = manifest
        self._places = array("q", [_NONE]) * manifest.requests()
        self._are_replies = bytearray(manifest.requests())
        self._end = 0
        try:
            self._stream: BinaryIO = os.fdopen(
                os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600), "r+b"
            )
            self._read()
        except OSError as error:
            raise _cannot(path, "read", error) from error

    def __enter__(self) -> Self:
        """Open until the end of the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Lets go of the file."""
        self._stream.close()

    def find(self, number: int) -> tuple[int, Answer] | None:
        """The answer to a request, and its place among all answers."""
        place = self._places[number]
        if place == _NONE:
            return None
        self._stream.seek(place)
        fields = json.loads(self._stream.readline())
        return place, Answer(**{name: fields[name] for name in Answer.__slots__})

    def answered(self, number: int) -> bool:
        """Whether anything came back for a request."""
        return self._places[number] != _NONE

    @staticmethod
    def refuse_requests(file: Path) -> None:
        """Raises UsageError if a file holds what was to be sent and not what came back, CannotReadWrite."""
        try:
            with file.open("rb", buffering=1 << 20) as stream:
                first = next((line for _, line in _lines(stream)), b"")
        except OSError as error:
            raise _cannot(file, "read", error) from error
        with suppress(ValueError, RecursionError):
            document = json.loads(first)
            if isinstance(document, dict) and is_request(document):
                raise UsageError(
                    f"{file}: these are requests, not answers. Name the file that your engine wrote, or what "
                    "`claimwright jobs collect` fetched. Nothing was taken."
                )

    def take(self, file: Path, taken: Taken) -> None:
        """Takes what a file that came back says; it lasts from then on. Raises CannotReadWrite."""
        try:
            with file.open("rb", buffering=1 << 20) as stream:
                for number, line in _lines(stream):
                    self._take(line, f"{file}, line {number}", taken)
        except OSError as error:
            raise _cannot(file, "read", error) from error
        try:
            self._stream.flush()
            os.fsync(self._stream.fileno())
        except OSError as error:
            raise _cannot(self.path, "written", error) from error

    def _take(self, line: bytes, place: str, taken: Taken) -> None:
        taken.lines += 1
        try:
            found = returned(line, self._manifest.head.model)
        except (ValueError, RecursionError):
            taken.damaged += 1
            taken.name(f"{place}: cut off or damaged")
            return
        ticket = ticket_of(found.custom_id)
        number = self._manifest.number(ticket) if ticket else _NONE
        if ticket is None or number == _NONE:
            taken.unknown += 1
            taken.name(f"{place}: no request has the custom_id {str(found.custom_id)[:64]!r}")
        elif self._are_replies[number] or (self.answered(number) and found.answer.text is None):
            taken.again += 1
        else:
            if found.answer.text is None:
                taken.failures[found.answer.said] += 1
            else:
                taken.replies += 1
            self._put(ticket, number, found.answer)

    def _put(self, ticket: Ticket, number: int, answer: Answer) -> None:
        head = {"request": str(ticket), "reply": answer.text is not None, "refused": answer.refused}
        line = json.dumps({**head, **asdict(answer)}).encode() + b"\n"
        try:
            self._stream.seek(self._end)
            self._stream.write(line)
        except OSError as error:
            with suppress(OSError):
                self._stream.truncate(self._end)
            raise _cannot(self.path, "written", error) from error
        self._note(number, answer.text is not None, answer.refused, len(line))

    def _read(self) -> None:
        for line in self._stream:
            if not line.endswith(b"\n"):
                break
            found = _ROW.match(line)
            ticket = ticket_of(found[1].decode()) if found else None
            number = self._manifest.number(ticket) if ticket else _NONE
            if found is None or number == _NONE:
                self._end += len(line)
            else:
                self._note(number, found[2] == b"true", found[3].decode(), len(line))
        self._stream.truncate(self._end)

    def _note(self, number: int, is_reply: bool, refused: str, length: int) -> None:
        if not self._are_replies[number]:
            self._places[number] = self._end
            self._are_replies[number] = is_reply
        if refused:
            self.refused.add(refused)
        self._end += length


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Lines with words and their numbers; of one that is far too long, its beginning."""
    number, goes_on = 0, False
    while piece := stream.readline(_LONGEST):
        number += not goes_on
        if not goes_on and piece.strip():
            yield number, piece
        goes_on = not piece.endswith(b"\n")


def _cannot(path: Path, done: str, error: OSError) -> CannotReadWrite:
    return CannotReadWrite(f"{path}: cannot be {done} ({error.strerror}). What was taken is kept: run it again.")
