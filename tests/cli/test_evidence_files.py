"""What `evidence` reads and writes: from where, with which exit code, and what is never touched."""

import json
import os
from pathlib import Path

import pytest
from tests.exhibits import files

from .exhibiting import evidence, item
from .running import run


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ([item("photo", "it", "gone.jpg")], 8),
        ([item("photo", "it", "../gone.jpg")], 7),
        ([item("photo", "it", "gone.jpg"), item("photo", "it", "../gone.jpg")], 7),
        ([], 4),
        ([item("listing", "it")], 0),
    ],
)
def test_the_exit_code_and_nothing_written_unless_it_is_0(items: list[dict[str, str]], code: int) -> None:
    found = evidence(*items)
    assert found.code == code
    assert Path("out").exists() is (code == 0)
    assert (found.out == "") is (code != 0)
    assert sorted(one.name for one in Path().iterdir()) == ["case.json"] + ["out"] * (code == 0)


def test_a_folder_that_is_not_empty_is_refused_before_anything_is_read() -> None:
    Path("out").mkdir()
    Path("out/mine.txt").write_text("mine")
    found = run("evidence", "gone.json", "-o", "out")
    assert (found.code, found.out) == (2, "")
    assert "out is not empty." in found.err


def test_force_replaces_the_copies_and_nothing_else() -> None:
    assert evidence(item("photo", "the front", "a.jpg"), a_jpg=files.jpeg()).code == 0
    Path("out/mine.txt").write_text("mine")
    assert evidence(item("photo", "the back", "a.jpg"), args=("--force",)).code == 0
    assert sorted(one.name for one in Path("out").iterdir() if not one.name.startswith(".")) == [
        "E1-photo-back.jpg",
        "attachments.txt",
        "contact-sheet.jpg",
        "mine.txt",
    ]


def test_a_fault_leaves_the_copies_of_before() -> None:
    assert evidence(item("photo", "the front", "a.jpg"), a_jpg=files.jpeg()).code == 0
    before = sorted(Path("out").iterdir())
    assert evidence(item("photo", "the back", "a.jpg"), args=("--force",), a_jpg=b"").code == 8
    assert sorted(Path("out").iterdir()) == before


def test_a_file_elsewhere_is_used_only_if_it_is_allowed(tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other") / "a.jpg"
    other.write_bytes(files.jpeg())
    named = item("photo", "it", str(other))
    assert evidence(named).code == 7
    for allowed in (other, other.parent):
        assert evidence(named, args=("--allow", str(allowed), "--force")).code == 0
    assert evidence(named, args=("--allow", "gone", "--force")).code == 2


def test_for_stdin_the_files_lie_in_the_working_folder() -> None:
    Path("a.jpg").write_bytes(files.jpeg())
    text = json.dumps({"evidence": [item("photo", "the hoodie", "a.jpg")]})
    found = run("evidence", "-", "-o", "out", stdin=text)
    assert (found.code, Path("out/E1-photo-hoodie.jpg").is_file()) == (0, True)
    found = run("evidence", "-", "-o", "out2", stdin=text.replace("a.jpg", "gone.jpg"))
    assert found.err.startswith("stdin, $.evidence[0].file: gone.jpg is not there.")


def test_for_a_case_in_another_folder_the_files_lie_beside_it() -> None:
    Path("inner").mkdir()
    Path("inner/a.jpg").write_bytes(files.jpeg())
    Path("inner/case.json").write_text(json.dumps({"evidence": [item("photo", "the hoodie", "a.jpg")]}))
    assert run("evidence", "inner/case.json", "-o", "out").code == 0


def test_an_interruption_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    found = evidence(item("photo", "it", "a.jpg"), a_jpg=files.jpeg())
    assert (found.code, found.out) == (130, "")
    assert sorted(one.name for one in Path().iterdir()) == ["a.jpg", "case.json"]
