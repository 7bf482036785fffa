"""Whether a video or a PDF is all there, as far as its own lengths tell; nothing of it is played or shown."""

import os
from typing import BinaryIO

from claimwright.exhibits.content import PDF, WEBM, Content, Family

MOST_BOXES = 100_000
"""No more boxes of a video are looked at: so many are a trap for whoever counts them."""

_SEGMENT = b"\x18S\x80g"
_TAIL = 1 << 16


def whole(stream: BinaryIO, content: Content) -> bool:
    """Whether the file does not break off before its end; the stream is left at its beginning."""
    length = stream.seek(0, os.SEEK_END)
    try:
        if content is PDF:
            return b"%%EOF" in _tail(stream, length)
        if content is WEBM:
            return _whole_webm(stream, length)
        return content.family is not Family.VIDEO or _whole_boxes(stream, length)
    finally:
        stream.seek(0)


def locked(stream: BinaryIO, content: Content) -> bool:
    """Whether a PDF is encrypted, so that its reader may need a password; the stream is left at its beginning."""
    if content is not PDF:
        return False
    found = b"/Encrypt" in _tail(stream, stream.seek(0, os.SEEK_END))
    stream.seek(0)
    return found


def _tail(stream: BinaryIO, length: int) -> bytes:
    stream.seek(max(0, length - _TAIL))
    return stream.read(_TAIL)


def _whole_boxes(stream: BinaryIO, length: int) -> bool:
    """The boxes of an MP4 or MOV: each says how long it is, and one of them is the index to all frames."""
    at, names = 0, set()
    for _ in range(MOST_BOXES):
        if at == length:
            break
        stream.seek(at)
        head = stream.read(16)
        size, name = int.from_bytes(head[:4], "big"), head[4:8]
        if size == 1:
            size = int.from_bytes(head[8:16], "big")
        elif size == 0:  # the last box, to the end of the file
            size = length - at
        if size < 8 or at + size > length:
            return False
        names.add(name)
        at += size
    return b"moov" in names and not names.isdisjoint((b"mdat", b"moof"))


def _whole_webm(stream: BinaryIO, length: int) -> bool:
    stream.seek(4)
    header, _ = _number(stream)
    if header is None:
        return False
    stream.seek(header, os.SEEK_CUR)
    if stream.read(4) != _SEGMENT:
        return False
    size, unknown = _number(stream)
    return unknown or (size is not None and 0 < size <= length - stream.tell())


def _number(stream: BinaryIO) -> tuple[int | None, bool]:
    """A number of WebM, whose first byte tells its length, and whether it stands for a length not known."""
    first = stream.read(1)
    if not first or not first[0]:
        return None, False
    more = 8 - first[0].bit_length()
    rest = stream.read(more)
    if len(rest) < more:
        return None, False
    bits = 7 * (more + 1)
    value = int.from_bytes(first + rest, "big") & ((1 << bits) - 1)
    return value, value == (1 << bits) - 1
