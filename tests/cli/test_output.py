"""`-o`: the file is written whole or not at all, for its owner alone, and never over another."""

import os
import stat
from pathlib import Path

import pytest

from claimwright.cli import output
from claimwright.errors import CannotReadWrite, UsageError

from .running import ROOT, example, run

MESSAGE = (ROOT / "tests/golden/messages/dislike.txt").read_text(encoding="utf-8")
CASE = example("dislike")


def test_the_file_gets_the_message_and_stdout_nothing(tmp_path: Path) -> None:
    path = tmp_path / "message.txt"
    found = run("draft", CASE, "-o", str(path))
    assert (found.code, found.out, path.read_text(encoding="utf-8")) == (0, "", MESSAGE)
    assert f"Written to {path}." in found.err.replace("\n", " ")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kind", ["a file", "a symlink to a file", "a symlink to nothing"])
def test_what_exists_is_never_written_over_without_being_told_to(tmp_path: Path, kind: str) -> None:
    path, target = tmp_path / "message.txt", tmp_path / "other.txt"
    if kind != "a symlink to nothing":
        (path if kind == "a file" else target).write_text("mine")
    if kind != "a file":
        path.symlink_to(target)
    before = sorted(tmp_path.iterdir())
    found = run("draft", CASE, "-o", str(path))
    assert (found.code, found.out) == (2, "")
    assert "exists. Choose another name, or write over it with --force." in found.err
    assert sorted(tmp_path.iterdir()) == before
    assert not target.exists() or target.read_text() == "mine"


def test_force_leaves_a_symlink_and_writes_over_what_it_leads_to(tmp_path: Path) -> None:
    path, target = tmp_path / "message.txt", tmp_path / "other.txt"
    target.write_text("theirs")
    path.symlink_to(target)
    assert run("draft", CASE, "-o", str(path), "--force").code == 0
    assert path.readlink() == target
    assert target.read_text(encoding="utf-8") == MESSAGE
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_force_writes_into_a_device_and_leaves_it_one() -> None:
    assert run("draft", CASE, "-o", os.devnull, "--force").code == 0
    assert not Path(os.devnull).is_file()


def test_an_existing_file_is_refused_before_the_case_is_read(tmp_path: Path) -> None:
    path = tmp_path / "message.txt"
    path.touch()
    assert run("draft", str(tmp_path / "gone.json"), "-o", str(path)).code == 2


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert run("draft", CASE, "-o", str(tmp_path)).code == 2


def test_a_missing_folder_is_named_and_nothing_printed(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "message.txt"
    found = run("draft", CASE, "-o", str(path))
    assert (found.code, found.out) == (8, "")
    assert f"{path}: cannot be written (No such file or directory)." in found.err


@pytest.mark.parametrize("stem", ["resolved", "seller-unknown"])
def test_no_file_where_there_is_no_message(tmp_path: Path, stem: str) -> None:
    path = tmp_path / "message.txt"
    assert run("draft", example(stem), "-o", str(path)).code in {3, 4}
    assert not path.exists()
    assert run("draft", example(stem), "--json", "-o", str(path)).code in {3, 4}
    assert path.read_text(encoding="utf-8") == run("draft", example(stem), "--json").out


@pytest.mark.parametrize("force", [False, True])
def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool) -> None:
    path = tmp_path / "message.txt"
    if force:
        path.write_text("mine")
    before = list(tmp_path.iterdir())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotReadWrite, match="No space left on device"):
        output.write_file(path, "text", force=force)
    assert list(tmp_path.iterdir()) == before
    assert not force or path.read_text() == "mine"


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_appears_meanwhile_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    path = tmp_path / "message.txt"
    if not links:

        def unsupported(*_: object) -> None:
            raise PermissionError(1, "Operation not permitted")

        monkeypatch.setattr(Path, "hardlink_to", unsupported)
    monkeypatch.setattr(os, "fsync", lambda _: path.write_text("theirs"))
    with pytest.raises(UsageError, match="exists"):
        output.write_file(path, "text", force=False)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("message.txt", "theirs")]


def test_a_file_system_without_links_gets_the_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", unsupported)
    output.write_file(tmp_path / "message.txt", "text\n", force=False)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("message.txt", "text\n")]
