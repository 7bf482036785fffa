"""Reads the cases of a file one by one: one case, an array of cases, or one case a line.

Decided here: .jsonl and .ndjson are lines; any other file, and stdin, is what it begins like. What is larger than a
case may be is cut off behind the limit, so that its reader refuses it and the memory that is held has a bound.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from claimwright.batch.elements import elements
from claimwright.batch.sources import STDIN
from claimwright.case.document import LARGEST
from claimwright.case.lines import LINES, is_whole, lines
from claimwright.errors import CannotReadWrite, CaseInvalid

_CHUNK = 1 << 20
_LOOKED_AT = 3  # lines with words that tell what a file is
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one case, the file and the line where they begin (None: the whole file), or why there are none."""

    file: str
    line: int | None
    data: bytes
    fault: str = ""
    exit_code: int = 0
    nth: int = 1  # of the cases that begin on its line
    element: int = 0  # its number in the array that the file holds, from 1; 0 if it holds none

    @property
    def source(self) -> str:
        """The file, and the element of it, as a message names them."""
        return f"{self.file}, element {self.element}" if self.element else self.file

    @property
    def place(self) -> str:
        """Its line, with its number there from the second case of an array that begins on the same line."""
        return f"{self.line}.{self.nth}" if self.nth > 1 else str(self.line or "")


def documents(file: str) -> Iterator[Document]:
    """Every case of a file, or of stdin. What cannot be read is a document with a fault."""
    if file == STDIN:
        if sys.stdin is None:
            raise CannotReadWrite("stdin: there is none. Name a case file instead of -.")
        yield from documents_in(sys.stdin.buffer, "stdin", None)
        return
    try:
        with Path(file).open("rb", buffering=_CHUNK) as stream:
            yield from documents_in(stream, file, file.lower().endswith(LINES))
    except OSError as error:
        fault = f"{file}: cannot be read ({error.strerror}). Check the name and your rights."
        yield Document(file, None, b"", fault, CannotReadWrite.exit_code)


def documents_in(stream: BinaryIO, file: str, by_line: bool | None, begun: Sequence[bytes] = ()) -> Iterator[Document]:
    """Every case of a stream, of which the lines that have `begun` were read.

    `by_line` is whether it is known to be lines, None for stdin, where even a single line is one of many.
    """
    every, first = lines(stream), [*begun]
    while not (first and first[-1].strip()) and (line := next(every, b"")):
        first.append(line)
    if b"".join(first).startswith(_UTF_16):
        yield Document(file, None, first[0])
    elif not by_line and first and first[-1].lstrip().startswith(b"["):
        rest = iter(lambda: stream.read(_CHUNK), b"")
        last = nth = 0
        for number, one in enumerate(elements(chain(first, rest), LARGEST), 1):
            last, nth = one.line, nth + 1 if one.line == last else 1
            fault = f"{file}, line {last}: {one.fault}" if one.fault else ""
            yield Document(
                file, last, one.data, fault, CaseInvalid.exit_code if fault else 0, nth, 0 if fault else number
            )
    else:
        first += islice(every, _LOOKED_AT - 1)
        if by_line or _are_lines(first, alone=by_line is None):
            for number, line in enumerate(chain(first, every), 1):
                if line.strip():
                    yield Document(file, number, line)
        else:
            start = b"".join(first)
            yield Document(file, None, start + stream.read(max(0, LARGEST + 1 - len(start))))


def _are_lines(first: Iterable[bytes], *, alone: bool) -> bool:
    """Whether a line is a case by itself and not the only one. Lines of one case spread over several are not."""
    some = [line for line in first if line.strip()]
    return (alone or len(some) > 1) and any(map(is_whole, some))
