"""The folder of copies: all or nothing, its owner's alone, and what is not ours stays as it is."""

import os
import stat
from pathlib import Path

import pytest

from claimwright.errors import CannotReadWrite, UsageError
from claimwright.exhibits.folder import LIST, growing, refuse_unfit


def fill(path: Path, *, force: bool = False, **texts: str) -> None:
    with growing(path, force=force) as folder:
        for name, text in texts.items():
            folder.add(name, [text.encode()])
        folder.complete = True


def held(path: Path) -> dict[str, str]:
    """Every file of a folder but our list."""
    return {one.name: one.read_text() for one in sorted(path.iterdir()) if one.name != LIST}


def test_a_new_folder_holds_what_was_added_for_its_owner_alone(tmp_path: Path) -> None:
    with growing(tmp_path / "out", force=False) as folder:
        assert not (tmp_path / "out").exists()
        assert folder.add("E1.txt", [b"one ", b"two"]) == 7
        folder.complete = True
    assert held(tmp_path / "out") == {"E1.txt": "one two"}
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in (tmp_path / "out").iterdir()} == {0o600}


def test_an_empty_folder_stays_the_folder_it_was(tmp_path: Path) -> None:
    before = tmp_path.stat()
    fill(tmp_path, a="1")
    assert tmp_path.stat().st_ino == before.st_ino
    assert stat.S_IMODE(tmp_path.stat().st_mode) == stat.S_IMODE(before.st_mode)
    assert held(tmp_path) == {"a": "1"}


def test_a_link_to_a_folder_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    fill(tmp_path / "link", a="1")
    assert (tmp_path / "link").is_symlink()
    assert held(tmp_path / "real") == {"a": "1"}


@pytest.mark.parametrize("new", [True, False])
@pytest.mark.parametrize("how", ["not complete", "an error", "an interruption"])
def test_what_is_not_finished_leaves_nothing(tmp_path: Path, new: bool, how: str) -> None:
    path = tmp_path / "out"
    if not new:
        path.mkdir()
    stop = {"an error": RuntimeError, "an interruption": KeyboardInterrupt}.get(how)

    def begin() -> None:
        with growing(path, force=False) as folder:
            folder.add("a", [b"1"])
            if stop:
                raise stop

    if stop:
        with pytest.raises(stop):
            begin()
    else:
        begin()
    assert list(tmp_path.iterdir()) == ([] if new else [path])
    assert new or list(path.iterdir()) == []


@pytest.mark.parametrize("force", [False, True])
def test_what_is_no_folder_is_refused(tmp_path: Path, force: bool) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "nowhere").symlink_to("gone")
    for name in ("file", "nowhere"):
        with pytest.raises(UsageError, match="is no folder"), growing(tmp_path / name, force=force):
            pass
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(
        UsageError, match=r"is not empty\. Choose a new folder, or replace the copies in it with --force"
    ):
        fill(tmp_path, a="1")
    assert held(tmp_path) == {"mine.txt": "mine"}


def test_force_replaces_our_files_and_leaves_the_others(tmp_path: Path) -> None:
    fill(tmp_path, a="old a", b="old b")
    (tmp_path / "mine.txt").write_text("mine")
    fill(tmp_path, force=True, a="new a", c="new c")
    assert held(tmp_path) == {"a": "new a", "c": "new c", "mine.txt": "mine"}
    fill(tmp_path, force=True, c="newer c")
    assert held(tmp_path) == {"c": "newer c", "mine.txt": "mine"}


def _change(path: Path) -> None:
    (path / "a").write_text("changed by its owner")


def _link(path: Path) -> None:
    (path / "a").rename(path / "elsewhere")
    (path / "a").symlink_to("elsewhere")


def _no_list(path: Path) -> None:
    (path / LIST).unlink()


def _odd_list(path: Path) -> None:
    (path / LIST).write_text("[]")


@pytest.mark.parametrize("meddle", [_change, _link, _no_list, _odd_list], ids=lambda one: one.__name__[1:])
def test_force_never_writes_over_a_file_that_may_not_be_ours(tmp_path: Path, meddle: type) -> None:
    fill(tmp_path, a="old")
    meddle(tmp_path)
    before = held(tmp_path)
    with pytest.raises(UsageError, match=r"not ours or were changed: .*a\b.*Move them away"):
        fill(tmp_path, force=True, a="new")
    assert held(tmp_path) == before


def test_a_list_that_names_files_elsewhere_removes_none_of_them(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("mine")
    path = tmp_path / "out"
    fill(path, a="1")
    text = (path / LIST).read_text()
    (tmp_path / "victim").write_text("1")
    (path / LIST).write_text(text.replace('"a"', '"../victim"'))
    (path / "a").unlink()
    fill(path, force=True, b="2")
    assert (tmp_path / "victim").read_text() == "1"


@pytest.mark.parametrize("step", range(1, 7))
def test_a_step_that_fails_puts_everything_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    fill(tmp_path, a="old a", b="old b")
    before, rename, steps = held(tmp_path), Path.rename, 0

    def failing(self: Path, target: Path) -> Path:
        nonlocal steps
        steps += 1
        if steps == step:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(CannotReadWrite, match="No space left on device"):
        fill(tmp_path, force=True, a="new a", c="new c")
    assert held(tmp_path) == before
    assert (tmp_path / LIST).is_file()


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotReadWrite, match=r"cannot be written \(No space left on device\)"):
        fill(tmp_path / "out", a="1")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_appears_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "out"

    def late() -> None:
        with growing(path, force=False) as folder:
            path.mkdir()
            (path / "theirs").write_text("theirs")
            folder.complete = True

    with pytest.raises(UsageError, match="has appeared meanwhile"):
        late()
    assert held(path) == {"theirs": "theirs"}
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_appears_meanwhile_is_left_alone(tmp_path: Path) -> None:
    def late() -> None:
        with growing(tmp_path, force=False) as folder:
            (tmp_path / "theirs").write_text("theirs")
            folder.complete = True

    with pytest.raises(UsageError, match="is no longer empty"):
        late()
    assert held(tmp_path) == {"theirs": "theirs"}


def test_a_folder_in_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotReadWrite, match=r"gone/out: cannot be written \(No such file or directory\)"):
        fill(tmp_path / "gone/out", a="1")


def test_a_folder_that_may_not_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(_: Path) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", forbidden)
    with pytest.raises(CannotReadWrite, match="Permission denied"):
        refuse_unfit(tmp_path, force=False)


def test_no_name_is_written_twice(tmp_path: Path) -> None:
    def twice() -> None:
        with growing(tmp_path / "out", force=False) as folder:
            folder.add("a", [b"1"])
            folder.add("a", [b"2"])

    with pytest.raises(CannotReadWrite, match="File exists"):
        twice()
    assert list(tmp_path.iterdir()) == []
