"""What a file is, told by its first bytes and never by its name, and which of these can be evidence.

Decided here: JPEG, PNG, WebP and GIF pictures, MP4, MOV and WebM videos, PDF and plain text are taken. HEIC and other
files that are known but that a form or Pillow cannot read are refused by their name, with what to save them as.
"""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath
from typing import BinaryIO

from claimwright.reading.characters import unsafe

PIECE = 1 << 20
"""The bytes that are read at a time, so that memory stays flat."""


class Family(Enum):
    """What is done with a file: a picture is drawn anew, the others are copied as they are."""

    PICTURE = "picture"
    VIDEO = "video"
    PDF = "pdf"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Content:
    """A kind of file that can be evidence: its name in a sentence, and the endings of its name, ours first."""

    name: str
    family: Family
    suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """A kind of file that is known and cannot be taken, and what it is to be saved as."""

    name: str
    instead: str


JPEG = Content("a JPEG picture", Family.PICTURE, (".jpg", ".jpeg", ".jpe", ".jfif"))
PNG = Content("a PNG picture", Family.PICTURE, (".png", ".apng"))
WEBP = Content("a WebP picture", Family.PICTURE, (".webp",))
GIF = Content("a GIF picture", Family.PICTURE, (".gif",))
MP4 = Content("an MP4 video", Family.VIDEO, (".mp4", ".m4v", ".3gp"))
MOV = Content("a MOV video", Family.VIDEO, (".mov", ".qt"))
WEBM = Content("a WebM video", Family.VIDEO, (".webm",))
PDF = Content("a PDF", Family.PDF, (".pdf",))
TEXT = Content("plain text", Family.TEXT, (".txt",))

_BY_SUFFIX = {suffix: one for one in (JPEG, PNG, WEBP, GIF, MP4, MOV, WEBM, PDF) for suffix in one.suffixes}
_FIRST = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\0", Foreign("a TIFF picture or a raw photo", "JPEG")),
    (b"MM\0*", Foreign("a TIFF picture or a raw photo", "JPEG")),
    (b"BM", Foreign("a BMP picture", "PNG")),
    (b"\xff\x0a", Foreign("a JPEG XL picture", "JPEG")),
    (b"\0\0\0\x0cJXL ", Foreign("a JPEG XL picture", "JPEG")),
    (b"\0\0\0\x0cjP  ", Foreign("a JPEG 2000 picture", "JPEG")),
    (b"8BPS", Foreign("a Photoshop file", "JPEG")),
    (b"FLV\x01", Foreign("a Flash video", "MP4")),
    (b"0&\xb2u\x8ef\xcf\x11", Foreign("a Windows Media file", "MP4")),
    (b"\0\0\x01\xba", Foreign("an MPEG video", "MP4")),
    (b"PK\x03\x04", Foreign("a ZIP archive or an Office file", "PDF")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign("an old Office file", "PDF")),
    (b"{\\rtf", Foreign("a rich text document", "PDF")),
)
_HEIC = frozenset((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"))
_AVIF = frozenset((b"avif", b"avis"))
_OLD_MOV = frozenset((b"moov", b"mdat", b"wide", b"pnot"))
_HEAD = 4096


def content_of(stream: BinaryIO) -> Content | Foreign | None:
    """What the file is, or None if nobody can tell; the stream is left at its beginning."""
    stream.seek(0)
    head = stream.read(_HEAD)
    stream.seek(0)
    for start, found in _FIRST:
        if head.startswith(start) and (start != b"BM" or b"\0" in head[:32]):
            return found
    if head[:4] == b"RIFF":
        return WEBP if head[8:12] == b"WEBP" else Foreign("an AVI video or a sound", "MP4")
    if head[4:8] == b"ftyp":
        return _branded(head)
    if head[4:8] in _OLD_MOV:
        return MOV
    if head[:4] == b"\x1aE\xdf\xa3":
        return WEBM if b"webm" in head[:64] else Foreign("a Matroska video", "MP4")
    if b"%PDF-" in head[:1024]:
        return PDF
    return TEXT if _is_text(stream) else None


def other_suffix(file: str, content: Content) -> str | None:
    """The ending of a file's name if it is that of another kind of content, else None."""
    suffix = PurePath(file).suffix.lower()
    named = _BY_SUFFIX.get(suffix)
    alike = named is content or (named and named.family is content.family is Family.VIDEO)
    return None if named is None or alike else suffix


def _branded(head: bytes) -> Content | Foreign:
    size = int.from_bytes(head[:4], "big")
    brand, brands = head[8:12], {head[at : at + 4] for at in range(16, min(size, len(head)), 4)}
    if brand in _AVIF or (brand in _HEIC and brands & _AVIF):
        return Foreign("an AVIF picture", "JPEG")
    if brand in _HEIC:
        return Foreign("a HEIC picture", "JPEG")
    if brand in {b"M4A ", b"M4B "}:
        return Foreign("a sound", "MP4")
    if brand == b"crx ":
        return Foreign("a raw photo", "JPEG")
    return MOV if brand == b"qt  " else MP4


def _is_text(stream: BinaryIO) -> bool:
    start = stream.read(2)
    stream.seek(0)
    decoder = getincrementaldecoder("utf-16" if start in (BOM_UTF16_LE, BOM_UTF16_BE) else "utf-8")()
    try:
        while piece := stream.read(PIECE):
            if unsafe(decoder.decode(piece).replace("\f", "").replace("\v", "")):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    finally:
        stream.seek(0)
    return True
