"""Videos and PDFs that break off are found out by their own lengths."""

import struct
from io import BytesIO

import pytest

from claimwright.exhibits import wholeness
from claimwright.exhibits.content import JPEG, MOV, MP4, PDF, TEXT, WEBM, Content
from claimwright.exhibits.wholeness import locked, whole

from .files import boxes, mp4, pdf, webm

LONG = struct.pack(">I", 1) + b"mdat" + struct.pack(">Q", 20) + b"four"
OPEN = struct.pack(">I", 0) + b"mdat" + b"to the end"


@pytest.mark.parametrize(
    ("data", "content"),
    [
        pytest.param(mp4(), MP4, id="an MP4"),
        pytest.param(boxes((b"moov", b""), (b"moof", b""), (b"mdat", b"")), MOV, id="a MOV in fragments"),
        pytest.param(boxes((b"moov", b"")) + LONG, MP4, id="a box with a long length"),
        pytest.param(boxes((b"moov", b"")) + OPEN, MP4, id="a last box without a length"),
        pytest.param(webm(), WEBM, id="a WebM"),
        pytest.param(webm(b"\xff"), WEBM, id="a WebM whose length is not known"),
        pytest.param(webm(b"\x01" + b"\xff" * 7), WEBM, id="the same in eight bytes"),
        pytest.param(pdf(), PDF, id="a PDF"),
        pytest.param(pdf() + b"\0" * 2000, PDF, id="a PDF with something after its end"),
        pytest.param(b"any", JPEG, id="a picture, which is decoded instead"),
        pytest.param(b"any", TEXT, id="a text"),
    ],
)
def test_what_is_whole(data: bytes, content: Content) -> None:
    stream = BytesIO(data)
    assert whole(stream, content)
    assert stream.tell() == 0


@pytest.mark.parametrize(
    ("data", "content"),
    [
        pytest.param(mp4()[:-1], MP4, id="the last byte of a video is gone"),
        pytest.param(mp4()[:-9], MP4, id="the last box is gone but for its length"),
        pytest.param(boxes((b"ftyp", b"isom"), (b"mdat", b"")), MP4, id="no index"),
        pytest.param(boxes((b"ftyp", b"isom"), (b"moov", b"")), MP4, id="no frames"),
        pytest.param(boxes((b"moov", b""), (b"mdat", b"")) + b"\0\0\0\4more", MP4, id="a box shorter than its head"),
        pytest.param((boxes((b"moov", b"")) + LONG)[:-1], MP4, id="a box with a long length breaks off"),
        pytest.param(webm()[:-1], WEBM, id="the last byte of a WebM is gone"),
        pytest.param(webm()[:20], WEBM, id="a WebM without a segment"),
        pytest.param(b"\x1aE\xdf\xa3", WEBM, id="four bytes of a WebM"),
        pytest.param(b"\x1aE\xdf\xa3\0webm", WEBM, id="a length that is none"),
        pytest.param(b"\x1aE\xdf\xa3\x40", WEBM, id="a length that breaks off"),
        pytest.param(pdf()[:-7], PDF, id="the end of a PDF is gone"),
    ],
)
def test_what_breaks_off(data: bytes, content: Content) -> None:
    assert not whole(BytesIO(data), content)


def test_a_video_of_very_many_boxes_is_not_counted_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wholeness, "MOST_BOXES", 3)
    assert whole(BytesIO(mp4() + b"never looked at"), MP4)


@pytest.mark.parametrize(
    ("data", "content", "is_locked"),
    [(pdf(b"/Encrypt 5 0 R"), PDF, True), (pdf(), PDF, False), (b"/Encrypt", TEXT, False)],
)
def test_a_locked_pdf(data: bytes, content: Content, is_locked: bool) -> None:
    stream = BytesIO(data)
    assert locked(stream, content) is is_locked
    assert stream.tell() == 0
