"""Reading case files from where the buyer names them: paths, folders, arrays, JSON Lines, stdin."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from claimwright.case.casefile import Case, read_case
from claimwright.case.document import BOM, LARGEST
from claimwright.case.lines import LINES, given_id, is_whole, lines
from claimwright.errors import CannotReadWrite, CaseInvalid, ClaimwrightError
from claimwright.reading.characters import visible

if TYPE_CHECKING:
    from claimwright.batch.documents import Document

STDIN = "-"

Read = tuple[Case, str, int | None]
"""A case, the file it stands in, and its line where a line or an element of an array is one."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A case that cannot be read: what it is called, where it stands, and why."""

    id: str
    file: str
    line: int | None
    error: ClaimwrightError


def one_case(path: str) -> Case:
    """The one case of a file, or of stdin if the path is `-`. Raises CaseInvalid or CannotReadWrite."""
    try:
        source, data = ("stdin", _rest(_stdin())) if path == STDIN else (path, _bytes(path))
    except OSError as error:
        raise _cannot(path, error) from error
    case = read_case(data, source)
    return case if case.id is not None else replace(case, id=_called(source))


def all_cases(paths: Iterable[str]) -> Iterator[Read | Unread]:
    """Every case of every file, in order. A `.jsonl` file holds one a line; so does stdin if it begins like one.

    A folder stands for the files in it and below, and an array for its elements, as for `claimwright batch`.
    """
    for path in paths:
        try:
            yield from _cases(path)
        except ClaimwrightError as error:
            yield _unread(path, error)
        except OSError as error:
            yield _unread(path, _cannot(path, error))


def _cases(path: str) -> Iterator[Read | Unread]:
    if path == STDIN:
        yield from _of_stdin()
    elif path.lower().endswith(LINES) and not Path(path).is_dir():
        with _open(path) as stream:
            yield from _lines(lines(stream), path)
    elif Path(path).is_dir():
        yield from _of_folder(path)
    else:
        data = _bytes(path)
        if _are_several(data):
            from claimwright.batch.documents import documents

            yield from _of_documents(documents(path))
        else:
            yield _read(data, path, None)


def _of_stdin() -> Iterator[Read | Unread]:
    stream = _stdin()
    every, first = lines(stream), list[bytes]()
    while not (first and first[-1].strip()) and (line := next(every, b"")):
        first.append(line)
    if first and first[-1].lstrip().startswith(b"["):
        from claimwright.batch.documents import documents_in

        yield from _of_documents(documents_in(stream, "stdin", None, first))
        return
    first += islice(every, 2)
    if any(is_whole(line) for line in first):
        yield from _lines(chain(first, every), "stdin")
    else:
        yield _read(b"".join(first) + _rest(stream), "stdin", None)


def _of_folder(path: str) -> Iterator[Read | Unread]:
    from claimwright.batch.sources import sources_of

    found = False
    for found_file in sources_of([path], None).files():
        found = True
        yield from all_cases([found_file])
    if not found:
        raise CannotReadWrite(f"{path}: no file in it or below ends in .json, .jsonl or .ndjson.")


def _of_documents(some: "Iterable[Document]") -> Iterator[Read | Unread]:
    for one in some:
        if one.fault:
            kind = CaseInvalid if one.exit_code == CaseInvalid.exit_code else CannotReadWrite
            yield Unread(one.place or _called(one.file), one.file, one.line, kind(one.fault))
        else:
            yield _read(one.data, one.file, one.line, one.source, one.place)


def _lines(some: Iterable[bytes], file: str) -> Iterator[Read | Unread]:
    for number, line in enumerate(some, start=1):
        if line.strip():
            yield _read(line, file, number)


def _read(data: bytes, file: str, line: int | None, source: str = "", place: str = "") -> Read | Unread:
    try:
        case = read_case(data, source or file, start_line=line or 1)
    except CaseInvalid as error:
        return Unread(given_id(data) or place or str(line or _called(file)), file, line, error)
    return (case if case.id is not None else replace(case, id=place or str(line or _called(file)))), file, line


def _are_several(data: bytes) -> bool:
    """Whether a file holds an array of cases, or one a line."""
    text = data.removeprefix(BOM).lstrip()
    first, _, rest = text.partition(b"\n")
    return text.startswith(b"[") or (rest.strip() != b"" and is_whole(first))


def _unread(path: str, error: ClaimwrightError) -> Unread:
    file = "stdin" if path == STDIN else path
    return Unread(_called(file), file, None, error)


def _called(file: str) -> str:
    """What a case without an id and a line is called: after its file."""
    return visible(Path(file).stem)


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
    name = "stdin" if path == STDIN else path
    return CannotReadWrite(f"{name}: cannot be read ({error.strerror}). Check the name and your rights.")
