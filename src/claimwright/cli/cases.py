"""Reading case files from where the buyer names them: paths, JSON Lines, stdin."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from claimwright.case.casefile import Case, read_case
from claimwright.case.document import BOM, LARGEST, parse
from claimwright.errors import CannotReadWrite, CaseInvalid, ClaimwrightError
from claimwright.reading.characters import visible

Found = Case | ClaimwrightError
"""A case, or the error that kept it from being read."""


def one_case(path: str) -> Case:
    """The one case of a file, or of stdin if the path is `-`. Raises CaseInvalid or CannotReadWrite."""
    try:
        source, data = ("stdin", _rest(_stdin())) if path == "-" else (path, _bytes(path))
    except OSError as error:
        raise _cannot(path, error) from error
    return _named(read_case(data, source), path, 0)


def all_cases(paths: Iterable[str]) -> Iterator[Found]:
    """Every case of every file, in order. A `.jsonl` file holds one a line; so does stdin if it begins like one."""
    for path in paths:
        try:
            yield from _cases(path)
        except ClaimwrightError as error:
            yield error
        except OSError as error:
            yield _cannot(path, error)


def _cases(path: str) -> Iterator[Found]:
    if path == "-":
        stream = _stdin()
        first = [*islice(_by_line(stream), 3)]
        if any(_is_whole(line) for line in first):
            yield from _lines(chain(first, _by_line(stream)), "stdin", path)
        else:
            yield _named(read_case(b"".join(first) + _rest(stream), "stdin"), path, 0)
    elif path.lower().endswith((".jsonl", ".ndjson")):
        with _open(path) as stream:
            yield from _lines(_by_line(stream), path, path)
    else:
        yield one_case(path)


def _lines(lines: Iterable[bytes], source: str, path: str) -> Iterator[Found]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            case = _named(read_case(line, source, start_line=number), path, number)
        except CaseInvalid as error:
            yield error
        else:
            yield case


def _is_whole(line: bytes) -> bool:
    """Whether a line is a case by itself. Lines of one case that is spread over several are not."""
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        parse(line)
    except ValueError:
        return False
    return True


def _by_line(stream: BinaryIO) -> Iterator[bytes]:
    """Lines, each read up to the size that a case may have; the rest of a longer one is passed over."""
    while line := stream.readline(LARGEST + 2):
        yield line.removeprefix(BOM)
        while not line.endswith(b"\n") and len(line) == LARGEST + 2:
            line = stream.readline(LARGEST + 2)


def _named(case: Case, path: str, number: int) -> Case:
    """A case without an id is called after its line, else after its file."""
    if case.id is not None:
        return case
    return replace(case, id=str(number) if number else "stdin" if path == "-" else visible(Path(path).stem))


def _stdin() -> BinaryIO:
    if sys.stdin is None:  # a program that closes it before it runs this one
        raise CannotReadWrite("stdin: there is none. Name a case file instead of -.")
    return sys.stdin.buffer


def _rest(stream: BinaryIO) -> bytes:
    return stream.read(LARGEST + 1)


def _open(path: str) -> BinaryIO:
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise _cannot(path, error) from error


def _bytes(path: str) -> bytes:
    with _open(path) as stream:
        return _rest(stream)


def _cannot(path: str, error: OSError) -> CannotReadWrite:
    name = "stdin" if path == "-" else path
    return CannotReadWrite(f"{name}: cannot be read ({error.strerror}). Check the name and your rights.")
