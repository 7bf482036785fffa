"""`evidence`: what is said, on which stream, to a person and to a program."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageFilter
from tests.exhibits import files

from .exhibiting import evidence, item
from .running import EXAMPLES, Ran, case, example, process, run

MB = 1_000_000


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lengthy(name: str) -> Ran:
    Path(name).write_bytes(files.jpeg())
    return evidence(item("photo", "a 😀\u200b hoodie / ../" + "x" * 300 + "\n\tin green", name))


def shown(ran: Ran) -> str:
    return f"exit code {ran.code}\n--- stdout\n{ran.out}--- stderr\n{ran.err}"


WITH_PICTURES = [stem for stem in EXAMPLES if any("file" in one for one in case(stem).get("evidence", []))]


@pytest.mark.parametrize("stem", WITH_PICTURES)
def test_an_example_s_list_is_that_of_its_message(stem: str, golden: Callable[[str, str], None]) -> None:
    found = run("evidence", example(stem), "-o", "out")
    golden(f"evidence/examples/{stem}.txt", shown(found))
    listed = Path("out/attachments.txt").read_text(encoding="utf-8")
    drafted = run("draft", example(stem), "--writer", "template")
    if "the days on which the proof was taken" in drafted.err:  # left out there, to keep the message short
        listed = re.sub(r", (?:taken on|as of) .*", "", listed)
    if drafted.code == 0:
        assert f"Attached:\n{listed}" in drafted.out
    copies = [line.strip() for line in found.out.splitlines() if line.startswith("    ")]
    for copy in copies:
        assert copy == "no file named" or Path("out", copy).is_file()


def test_every_golden_list_has_its_example() -> None:
    folder = Path(__file__).parents[1] / "golden/evidence/examples"
    assert sorted(path.stem for path in folder.glob("*.txt")) == WITH_PICTURES


SECRET_PATH = str(Path(os.sep, "etc", "hostname"))


SAID: dict[str, Callable[[], Ran]] = {
    "every warning of a picture": lambda: evidence(
        item("photo", "the hoodie", "a.png", taken_on="2026-10-30"),
        item("photo", "the label", "b.jpg"),
        item("photo", "the label again", "c.jpg"),
        item("photo", "the parcel", "d.gif"),
        item("photo", "the door", "e.png"),
        item("photo", "the seam", "f.png"),
        item("photo", "the order of last year", "g.jpg"),
        item("conversation", "the chat", "h.png"),
        a_png=files.jpeg(taken="2026:10:29 10:00:00"),
        b_jpg=files.jpeg(files.drawing((700, 500)), taken="2026:10:27 10:00:00"),
        c_jpg=files.jpeg(files.drawing((700, 500)), taken="2027:01:01 10:00:00"),
        d_gif=files.moving("GIF"),
        e_png=files.png(Image.new("RGB", (120, 90))),
        f_png=files.png(files.drawing((800, 600)).filter(ImageFilter.GaussianBlur(9))),
        g_jpg=files.jpeg(files.drawing((900, 700)), taken="2025:10:29 10:00:00"),
        h_png=files.png(Image.new("RGB", (600, 9000))),
    ),
    "every warning of another file": lambda: evidence(
        item("video", "the hoodie on all sides", "a.mp4"),
        item("receipt", "the receipt", "b.pdf"),
        item("conversation", "the chat", "c.txt"),
        item("listing", "the listing"),
        args=("--max-video-mb", "1", "--max-files", "2"),
        a_mp4=files.mp4(data=b"0" * 2 * MB),
        b_pdf=files.pdf(b"/Encrypt 5 0 R"),
        c_txt=b"hello\n",
    ),
    "no file at all": lambda: evidence(
        item("listing", "the listing with the navy option"), item("tracking", "the parcel")
    ),
    "one picture and nothing to say": lambda: evidence(item("photo", "the hoodie", "a.jpg"), a_jpg=files.jpeg()),
    "a name as long as a name can be": lambda: lengthy("n" * 240 + ".jpg"),
    "every fault of a file": lambda: evidence(
        item("photo", "it", "gone.jpg"),
        item("photo", "it", "inner\\gone.jpg"),
        item("photo", "it", "."),
        item("photo", "it", "empty.jpg"),
        item("photo", "it", "noise.jpg"),
        item("photo", "it", "phone.heic"),
        item("photo", "it", "half.jpg"),
        item("video", "it", "half.mp4"),
        item("photo", "it", "bomb.png"),
        item("photo", "it", "large.png"),
        item("photo", "it", "y" * 300 + ".jpg"),
        item("photo", "it", "good.jpg"),
        empty_jpg=b"",
        noise_jpg=b"\0\1\2\3",
        phone_heic=files.boxes((b"ftyp", b"heic\0\0\0\0mif1heic")),
        half_jpg=files.jpeg()[:4000],
        half_mp4=files.mp4()[:-3],
        bomb_png=files.png_of_size(60000, 60000),
        large_png=files.png_of_size(12000, 9000),
        good_jpg=files.jpeg(),
    ),
    "a fault of the case among faults of files": lambda: evidence(
        item("photo", "it", "gone.jpg"),
        item("photo", "it", SECRET_PATH),
        item("photo", "it", "../other.jpg"),
        item("photo", "it", "a.mp4"),
        item("video", "it", "b.jpg"),
        a_mp4=files.mp4(),
        b_jpg=files.jpeg(),
    ),
    "no evidence": evidence,
    "no case": lambda: process("evidence", "-o", "out"),
    "no folder": lambda: process("evidence", example("dislike")),
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_said(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"evidence/{name.replace(' ', '-')}.txt", shown(SAID[name]()))


def test_the_help(golden: Callable[[str, str], None]) -> None:
    golden("evidence/help.txt", process("evidence", "--help").out)


KEYS = ["id", "folder", "items", "contact_sheet", "attachments", "warnings", "faults", "error"]


def test_one_object_for_a_program() -> None:
    found = evidence(
        item("photo", "the hoodie", "a.jpg"),
        item("listing", "the listing"),
        args=("--json",),
        a_jpg=files.jpeg(taken="2026:10:29 10:00:00"),
    )
    record: dict[str, Any] = found.record()
    assert (found.code, list(record)) == (0, KEYS)
    assert (record["folder"], record["contact_sheet"], record["attachments"]) == (
        "out",
        "contact-sheet.jpg",
        "attachments.txt",
    )
    first, second = record["items"]
    assert first == {
        "id": "E1",
        "kind": "photo",
        "caption": "photo of the hoodie",
        "file": "a.jpg",
        "copy": "E1-photo-hoodie.jpg",
        "content": "picture",
        "bytes": Path("out/E1-photo-hoodie.jpg").stat().st_size,
        "width": 640,
        "height": 480,
        "camera_date": "2026-10-29",
        "metadata_removed": True,
    }
    assert {name for name, value in second.items() if value is None} == set(first) - {"id", "kind", "caption"}
    assert [(one["item"], one["id"]) for one in record["warnings"]] == [("E2", "no_file_named")]
    assert (record["faults"], record["error"]) == ([], None)


def test_one_object_with_the_faults_for_a_program() -> None:
    found = evidence(item("photo", "it", "a.jpg"), item("video", "it", "a.jpg"), args=("--json",), a_jpg=files.jpeg())
    record: dict[str, Any] = found.record()
    assert (found.code, list(record)) == (7, KEYS)
    assert (record["folder"], record["items"], record["contact_sheet"], record["attachments"]) == (None, [], None, None)
    assert [(one["item"], one["id"], one["path"]) for one in record["faults"]] == [
        ("E2", "not_a_video", "$.evidence[1].kind")
    ]
    assert record["error"]["exit_code"] == 7
    assert record["error"]["text"] == found.err.rstrip("\n")
    nothing: dict[str, Any] = evidence(args=("--json",)).record()
    assert (list(nothing), nothing["error"]["exit_code"]) == (KEYS, 4)


def test_quiet_says_nothing_beside_the_list_but_a_fault() -> None:
    found = evidence(item("listing", "the listing"), args=("-q",))
    assert (found.code, found.out, found.err) == (0, "E1: the listing\n    no file named\n", "")
    assert evidence(item("photo", "it", "gone"), args=("-q", "--force")).err != ""


def test_what_a_file_or_a_case_says_steers_no_terminal() -> None:
    found = evidence(item("photo", "a hoodie", "\u200bhood\u200bie.jpg"))
    assert "\u200b" not in found.err
    assert found.code == 8


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "faults.missing is missing. Add it"),
        ("[faults]\nmissing = 3", "faults.missing is missing. Add it"),
        ('[faults]\nmissing = "{nobody}"', "faults.missing has a gap that is not known (nobody). Mend it"),
        ('[faults]\nmissing = "{"', "faults.missing has a gap that is not known (Single '{'"),
    ],
)
def test_the_words_of_a_user_s_own_that_are_broken_are_named(text: str, fault: str) -> None:
    Path("home/templates").mkdir(parents=True)
    path = Path("home/templates/evidence.toml")
    path.write_text(text)
    found = evidence(item("photo", "it", "gone"), args=("--home", "home"))
    assert (found.code, found.out) == (8, "")
    assert f"{path}: {fault}" in found.err
