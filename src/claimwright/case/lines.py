"""Cases that stand one a line: where a line ends, which are cases by themselves, what id one gives itself.

Decided here: of a line that is larger than a case may be only the beginning is held, so that its reader refuses it and
the memory that is taken has a bound.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from claimwright.case.document import BOM, LARGEST, parse
from claimwright.reading.characters import blank

LINES = (".jsonl", ".ndjson")
"""The endings of files that hold one case a line."""

_LONGEST = 2000
_ID_FIRST = re.compile(rb'\s*\{\s*"id"\s*:\s*"([^"\\\x00-\x1f]{1,2000})"\s*[,}]')


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines, each read up to the size that a case may have; the rest of a longer one is passed over."""
    while line := stream.readline(LARGEST + 2):
        yield line.removeprefix(BOM)
        while not line.endswith(b"\n") and len(line) == LARGEST + 2:
            line = stream.readline(LARGEST + 2)


def is_whole(line: bytes) -> bool:
    """Whether a line is a case by itself. Lines of one case that is spread over several are not."""
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        parse(line)
    except ValueError:
        return False
    return True


def given_id(data: bytes) -> str | None:
    """The id that a case states, also if the case is broken further on."""
    found = _ID_FIRST.match(data)
    try:
        value = found[1].decode() if found else _stated(parse(data))
    except ValueError:
        return None
    return value if isinstance(value, str) and len(value) <= _LONGEST and not blank(value) else None


def _stated(value: object) -> object:
    return value.get("id") if isinstance(value, dict) else None
