"""The evidence of a case, straight through: copies, warnings, and every fault at once."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from claimwright.case.casefile import Case
from claimwright.case.evidence import Evidence
from claimwright.case.order import Order
from claimwright.exhibits import copies as module
from claimwright.exhibits.copies import Copies
from claimwright.exhibits.exhibit import Limits
from claimwright.exhibits.folder import LIST, growing
from claimwright.exhibits.place import Places

from . import files

TODAY = date(2026, 11, 22)
LIMITS = Limits()


def make(folder: Path, *items: Evidence, limits: Limits = LIMITS, order: Order | None = None) -> Copies:
    """The copies of these items, in the folder `out`."""
    case = Case(evidence=items, order=order or Order())
    with growing(folder / "out", force=True) as grown:
        copies = Copies(case, [f"{one.kind} of {one.shows}" for one in items], limits, TODAY, grown)
        copies.make(Places(folder))
        grown.complete = not copies.faults
    return copies


def said(copies: Copies) -> list[tuple[int, str]]:
    return [(one.number, one.id) for one in copies.remarks]


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in (folder / "out").iterdir() if one.name != LIST)


def put(folder: Path, **contents: bytes) -> None:
    for name, data in contents.items():
        (folder / name).write_bytes(data)


def test_every_item_is_copied_in_its_order_and_listed(tmp_path: Path) -> None:
    put(tmp_path, a=files.jpeg(), b=files.mp4(), c=files.pdf(), d=b"hello\n", e=files.png())
    copies = make(
        tmp_path,
        Evidence("photo", "a hoodie", "a"),
        Evidence("video", "a hoodie that turns", "b"),
        Evidence("listing", "the listing"),
        Evidence("receipt", "the receipt", "c"),
        Evidence("conversation", "the chat", "d"),
        Evidence("order_page", "the order", "e"),
        limits=Limits(files=9),
    )
    assert [one.copy for one in copies.exhibits] == [
        "E1-photo-hoodie.jpg",
        "E2-video-hoodie-turns.mp4",
        None,
        "E4-receipt.pdf",
        "E5-conversation-chat.txt",
        "E6-order-page.png",
    ]
    assert names(tmp_path) == sorted(
        [one.copy for one in copies.exhibits if one.copy] + ["attachments.txt", "contact-sheet.jpg"]
    )
    assert [one.clean for one in copies.exhibits] == [True, False, False, False, False, True]
    assert said(copies) == [(2, "kept_as_it_is"), (3, "no_file_named"), (4, "kept_as_it_is")]
    assert (tmp_path / "out/attachments.txt").read_text() == (
        "E1: photo of a hoodie\nE2: video of a hoodie that turns\nE3: listing of the listing\n"
        "E4: receipt of the receipt\nE5: conversation of the chat\nE6: order_page of the order\n"
    )


def test_what_is_not_drawn_anew_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    put(tmp_path, b=files.mp4(), c=files.pdf(), d=b"hello\r\n\n", w=files.webm())
    make(
        tmp_path,
        Evidence("video", "it", "b"),
        Evidence("receipt", "it", "c"),
        Evidence("other", "it", "d"),
        Evidence("video", "it", "w"),
    )
    for copy, original in (
        ("E1-video.mp4", "b"),
        ("E2-receipt.pdf", "c"),
        ("E3-other.txt", "d"),
        ("E4-video.webm", "w"),
    ):
        assert (tmp_path / "out" / copy).read_bytes() == (tmp_path / original).read_bytes()


def test_the_originals_are_as_they_were(tmp_path: Path) -> None:
    put(tmp_path, a=files.jpeg(orientation=6), b=files.mp4())
    (tmp_path / "a").chmod(0o444)
    before = {name: ((tmp_path / name).read_bytes(), (tmp_path / name).stat().st_mtime_ns) for name in "ab"}
    make(tmp_path, Evidence("photo", "it", "a"), Evidence("video", "it", "b"))
    assert before == {name: ((tmp_path / name).read_bytes(), (tmp_path / name).stat().st_mtime_ns) for name in "ab"}
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o444
    (tmp_path / "out/E1-photo.jpg").write_bytes(b"")
    assert (tmp_path / "a").read_bytes()  # no link between the two


@pytest.mark.parametrize(
    ("kind", "data", "id"),
    [
        ("photo", b"", "empty"),
        ("photo", b"\0\1\2", "unknown"),
        ("photo", files.boxes((b"ftyp", b"heic\0\0\0\0mif1")), "foreign"),
        ("photo", files.mp4(), "not_a_picture"),
        ("photo", files.pdf(), "not_a_picture"),
        ("photo", b"just words", "not_a_picture"),
        ("video", files.jpeg(), "not_a_video"),
        ("video", files.moving("GIF"), "not_a_video"),
        ("video", files.mp4()[:-1], "broken"),
        ("receipt", files.pdf()[:20], "broken"),
        ("photo", files.jpeg()[:3000], "broken"),
        ("photo", files.png_of_size(50000, 50000), "too_many_pixels"),
    ],
)
def test_a_fault_of_a_file_keeps_everything_back(tmp_path: Path, kind: str, data: bytes, id: str) -> None:
    put(tmp_path, a=data, b=files.png())
    copies = make(tmp_path, Evidence("photo", "it", "b"), Evidence(kind, "it", "a"))
    assert said(copies) == [(2, id)]
    assert copies.sheet is None
    assert not (tmp_path / "out").exists()


def test_every_fault_is_found_at_once(tmp_path: Path) -> None:
    put(tmp_path, a=b"", c=files.mp4())
    copies = make(
        tmp_path,
        Evidence("photo", "it", "a"),
        Evidence("photo", "it", "gone"),
        Evidence("photo", "it", "/etc/hostname"),
        Evidence("photo", "it", "c"),
        Evidence("photo", "it"),
    )
    assert [(one.number, one.id) for one in copies.faults] == [
        (1, "empty"),
        (2, "missing"),
        (3, "outside"),
        (4, "not_a_picture"),
    ]


@pytest.mark.parametrize(
    ("item", "data", "ids"),
    [
        (Evidence("photo", "it", "a"), files.jpeg(taken="2026:10:01 10:00:00"), ["before_order"]),
        (Evidence("photo", "it", "a"), files.png(taken="2026:10:05 10:00:00"), ["before_delivery"]),
        (Evidence("photo", "it", "a", date(2026, 10, 29)), files.jpeg(taken="2026:10:30 10:00:00"), ["other_day"]),
        (Evidence("photo", "it", "a.png"), files.jpeg(), ["other_suffix"]),
        (Evidence("photo", "it", "a"), files.moving("GIF"), ["moving"]),
        (Evidence("photo", "it", "a"), files.png(Image.new("RGB", (1, 1))), ["small"]),
        (Evidence("photo", "it", "a"), files.png(files.drawing().filter(ImageFilter.GaussianBlur(9))), ["blurred"]),
        (Evidence("listing", "it", "a"), files.png(files.drawing().filter(ImageFilter.GaussianBlur(9))), []),
        (Evidence("conversation", "it", "a"), files.png(Image.new("RGB", (600, 9000))), ["narrow"]),
        (Evidence("receipt", "it", "a"), files.pdf(b"/Encrypt 5 0 R"), ["locked", "kept_as_it_is"]),
    ],
)
def test_what_is_odd_is_told_and_copied_all_the_same(
    tmp_path: Path, item: Evidence, data: bytes, ids: list[str]
) -> None:
    (tmp_path / str(item.file)).write_bytes(data)
    order = Order(ordered_on=date(2026, 10, 2), received_on=date(2026, 10, 28))
    copies = make(tmp_path, item, order=order)
    assert said(copies) == [(1, id) for id in ids]
    assert copies.exhibits[0].copy in names(tmp_path)


@pytest.mark.parametrize(
    ("kind", "data", "limits", "size"),
    [
        ("video", files.mp4(data=b"0" * 2_100_000), Limits(video_bytes=2_000_000), {"size": "2.1", "most": "2"}),
        ("receipt", files.pdf(b" " * 1_500_000), Limits(bytes=1_000_000), {"size": "1.5", "most": "1"}),
    ],
)
def test_a_file_over_the_limit_is_told(
    tmp_path: Path, kind: str, data: bytes, limits: Limits, size: dict[str, str]
) -> None:
    put(tmp_path, a=data)
    copies = make(tmp_path, Evidence(kind, "it", "a"), limits=limits)
    assert next((one.id, one.values) for one in copies.remarks) == ("too_large", size)


def test_a_picture_is_brought_within_the_limits_and_the_sheet_shows_it(tmp_path: Path) -> None:
    put(tmp_path, a=files.png(Image.effect_noise((1600, 1200), 90).convert("RGB")))
    copies = make(tmp_path, Evidence("photo", "it", "a"), limits=Limits(bytes=200_000, side=1000))
    found = copies.exhibits[0]
    assert found.copy == "E1-photo.jpg"
    assert (tmp_path / "out/E1-photo.jpg").stat().st_size == found.length <= 200_000
    assert found.size is not None
    assert max(found.size) <= 1000
    assert said(copies) == []


def test_a_picture_that_cannot_be_brought_within_the_limits_is_told(tmp_path: Path) -> None:
    put(tmp_path, a=files.png(Image.effect_noise((1600, 1200), 90)))
    copies = make(tmp_path, Evidence("listing", "it", "a"), limits=Limits(bytes=5_000))
    assert (1, "too_large") in said(copies)


def test_the_same_twice_is_told_whatever_its_name_and_hidden_data(tmp_path: Path) -> None:
    put(tmp_path, a=files.jpeg(), b=files.jpeg(taken="2026:10:30 10:00:00"), c=files.pdf(), d=files.png())
    copies = make(
        tmp_path,
        Evidence("photo", "the front", "a"),
        Evidence("photo", "the back", "b"),
        Evidence("receipt", "it", "c"),
        Evidence("receipt", "it again", "c"),
        Evidence("photo", "another", "d"),
        limits=Limits(files=9),
    )
    twice = [(one.number, one.values) for one in copies.remarks if one.id == "twice"]
    assert twice == [(2, {"first": "E1"}), (4, {"first": "E3"})]
    assert len(names(tmp_path)) == 7


def test_too_many_files_are_told_last(tmp_path: Path) -> None:
    put(tmp_path, a=files.png(), c=files.pdf())
    copies = make(
        tmp_path,
        Evidence("photo", "it", "a"),
        Evidence("receipt", "it", "c"),
        Evidence("other", "it"),
        limits=Limits(files=1),
    )
    assert said(copies) == [(2, "kept_as_it_is"), (3, "no_file_named"), (0, "too_many")]
    assert copies.remarks[-1].values == {"files": "2", "most": "1"}


def test_items_without_files_make_a_list_and_no_sheet(tmp_path: Path) -> None:
    copies = make(tmp_path, Evidence("listing", "it"))
    assert (copies.sheet, names(tmp_path)) == (None, ["attachments.txt"])


BIG = """
import sys
from datetime import date
from pathlib import Path
from claimwright.case.casefile import Case
from claimwright.case.evidence import Evidence
from claimwright.exhibits.copies import Copies
from claimwright.exhibits.exhibit import Limits
from claimwright.exhibits.folder import growing
from claimwright.exhibits.place import Places
import resource
folder = Path(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with growing(folder / "out", force=False) as grown:
    copies = Copies(Case(evidence=(Evidence("video", "it", "a.mp4"),)), ["it"], Limits(), date(2026, 1, 1), grown)
    copies.make(Places(folder))
    grown.complete = True
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def test_a_large_video_is_copied_in_little_memory(tmp_path: Path) -> None:
    length = 150_000_000
    with (tmp_path / "a.mp4").open("wb") as stream:
        stream.write(files.boxes((b"ftyp", b"isom"), (b"moov", b"")) + (length + 8).to_bytes(4, "big") + b"mdat")
        stream.truncate(stream.tell() + length)
    done = subprocess.run(
        [sys.executable, "-c", BIG, str(tmp_path)], capture_output=True, check=True, text=True, timeout=60
    )
    assert (tmp_path / "out/E1-video.mp4").stat().st_size == (tmp_path / "a.mp4").stat().st_size
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(done.stdout) * unit < 30_000_000


def test_a_file_that_cannot_be_read_to_its_end_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, a=files.mp4())

    def torn(_: object, __: object) -> bool:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(module, "whole", torn)
    copies = make(tmp_path, Evidence("video", "it", "a"))
    assert [(one.id, one.values) for one in copies.remarks] == [("unreadable", {"why": "Input/output error"})]
