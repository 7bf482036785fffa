"""A result as one line that is its own journal: what it is the result of, and a checksum that a torn line fails."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any
from zlib import crc32

FORMAT = 1
BEGINNING = b'{"format": 1, "id": "'


class State(IntEnum):
    """What a later run does with a result."""

    AGAIN = 0  # it failed for a reason that may pass: the case is done again
    DONE = 1
    WRITTEN = 2  # done, and there is a message
    FAILED = 3  # done, and nothing came of it; trying again would not help


@dataclass(frozen=True, slots=True)
class Record:
    """What a result is the result of: which case, what the case said, under which settings (32 hexadecimal digits)."""

    key: int
    case: int
    settings: str
    state: State
    sum: int


_END = re.compile(
    rb', "run": \{"key": "([0-9a-f]{16})", "case": "([0-9a-f]{16})", "settings": "([0-9a-f]{32})", '
    rb'"state": ([0-3]), "sum": "([0-9a-f]{8})"\}\}\n'
)
_END_LENGTH = len(', "run": {"key": "", "case": "", "settings": "", "state": 0, "sum": ""}}\n') + 16 + 16 + 32 + 8
_AFTER_SUM = len('"}}\n') + 8 + len(', "sum": "')


def sealed(fields: Mapping[str, Any], *, key: int, case: int, settings: str, state: State) -> bytes:
    """The line of a result, its line end included."""
    text = json.dumps({"format": FORMAT, **fields}, ensure_ascii=False)
    run = f', "run": {{"key": "{key:016x}", "case": "{case:016x}", "settings": "{settings}", "state": {state:d}'
    body = f"{text[:-1]}{run}".encode("utf-8", "backslashreplace")
    return b'%b, "sum": "%08x"}}\n' % (body, crc32(body))


def record_of(line: bytes) -> Record | None:
    """What a line is the record of, or None if it is not a whole line of ours."""
    end = _END.fullmatch(line, max(0, len(line) - _END_LENGTH))
    if end is None or not line.startswith(BEGINNING):
        return None
    checksum = int(end[5], 16)
    if crc32(memoryview(line)[:-_AFTER_SUM]) != checksum:
        return None
    return Record(int(end[1], 16), int(end[2], 16), end[3].decode(), State(int(end[4])), checksum)


def begins_like_ours(data: bytes) -> bool:
    """Whether this may be what is left of a line of ours, blank pages of the file system among it."""
    return data.startswith(BEGINNING) or BEGINNING.startswith(data) or b"\0" in data
