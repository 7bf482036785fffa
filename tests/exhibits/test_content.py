"""What a file is, by its bytes; and how its name may disagree."""

from io import BytesIO

import pytest

from claimwright.exhibits.content import (
    GIF,
    JPEG,
    MOV,
    MP4,
    PDF,
    PIECE,
    PNG,
    TEXT,
    WEBM,
    WEBP,
    Content,
    Foreign,
    content_of,
    other_suffix,
)

from .files import boxes, gif, jpeg, mp4, pdf, png, webm, webp


@pytest.mark.parametrize(
    ("data", "content"),
    [
        pytest.param(jpeg(), JPEG, id="a JPEG"),
        pytest.param(png(), PNG, id="a PNG"),
        pytest.param(webp(), WEBP, id="a WebP"),
        pytest.param(gif(), GIF, id="a GIF"),
        pytest.param(mp4(), MP4, id="an MP4"),
        pytest.param(mp4(b"3gp5"), MP4, id="a video of an old phone"),
        pytest.param(mp4(b"qt  "), MOV, id="a MOV"),
        pytest.param(boxes((b"moov", b""), (b"mdat", b"")), MOV, id="a MOV from before brands"),
        pytest.param(webm(), WEBM, id="a WebM"),
        pytest.param(pdf(), PDF, id="a PDF"),
        pytest.param(b"\xef\xbb\xbf\n" + pdf(), PDF, id="a PDF after a few other bytes"),
        pytest.param(b"Hello\r\n\tthere\f", TEXT, id="a text"),
        pytest.param("Привет, 你好 👋\n".encode(), TEXT, id="a text in other scripts"),
        pytest.param("\ufeffhola, señor".encode("utf-16-le"), TEXT, id="a text as an old editor saves it"),
        pytest.param(b"BMW: the blue one\n", TEXT, id="a text that begins like a bitmap"),
        pytest.param("é".encode() * PIECE, TEXT, id="a long text, whose letters lie across pieces"),
        pytest.param(b"a" + "é".encode() * PIECE, TEXT, id="a long text, with a letter cut at the end of a piece"),
    ],
)
def test_what_a_file_is_is_told_by_its_bytes(data: bytes, content: Content) -> None:
    stream = BytesIO(data)
    assert content_of(stream) is content
    assert stream.tell() == 0


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (boxes((b"ftyp", b"heic\0\0\0\0mif1heic")), "a HEIC picture"),
        (boxes((b"ftyp", b"mif1\0\0\0\0mif1heic")), "a HEIC picture"),
        (boxes((b"ftyp", b"mif1\0\0\0\0mif1avif")), "an AVIF picture"),
        (boxes((b"ftyp", b"avif\0\0\0\0avifmif1")), "an AVIF picture"),
        (boxes((b"ftyp", b"M4A \0\0\0\0M4A ")), "a sound"),
        (boxes((b"ftyp", b"crx \0\0\0\0crx ")), "a raw photo"),
        (b"II*\0rest", "a TIFF picture or a raw photo"),
        (b"BM6\0\0\0\0\0\0\0", "a BMP picture"),
        (b"RIFF\0\0\0\0AVI LIST", "an AVI video or a sound"),
        (b"\x1aE\xdf\xa3\x8bB\x82\x88matroska", "a Matroska video"),
        (b"PK\x03\x04word/document.xml", "a ZIP archive or an Office file"),
        (b"{\\rtf1 hello}", "a rich text document"),
    ],
)
def test_what_is_known_and_cannot_be_taken_has_a_name_and_a_way_out(data: bytes, name: str) -> None:
    found = content_of(BytesIO(data))
    assert isinstance(found, Foreign)
    assert found.name == name
    assert found.instead in {"JPEG", "PNG", "MP4", "PDF"}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"MZ\x90\0\x03\0\0\0", id="a program"),
        pytest.param(b"hello\x1b[31mred", id="a text that steers a terminal"),
        pytest.param(b"caf\xe9", id="a text in an old encoding"),
        pytest.param(b"a" * PIECE + b"\xc3", id="a text that ends within a letter"),
        pytest.param("left \u202e right".encode(), id="a text that turns its direction"),
    ],
)
def test_what_nobody_can_tell_is_nothing(data: bytes) -> None:
    assert content_of(BytesIO(data)) is None


@pytest.mark.parametrize(
    ("file", "content", "suffix"),
    [
        ("a.jpg", JPEG, None),
        ("a.JPEG", JPEG, None),
        ("pictures/a.jpg", PNG, ".jpg"),
        ("a.PNG", JPEG, ".png"),
        ("a.pdf", TEXT, ".pdf"),
        ("a", PNG, None),
        ("a.tmp", PNG, None),
        ("a.mov", MP4, None),
        ("a.eml", TEXT, None),
    ],
)
def test_a_name_may_be_that_of_another_content(file: str, content: Content, suffix: str | None) -> None:
    assert other_suffix(file, content) == suffix
