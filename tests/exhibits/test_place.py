"""Files are opened inside the case's folder, and elsewhere only where that was allowed; no link leads out."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from claimwright.exhibits import place
from claimwright.exhibits.place import Places
from claimwright.exhibits.remark import Unfit


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A case's folder with a file, a folder with another, and a file beside it that is none of its business."""
    case = tmp_path / "case"
    (case / "inner").mkdir(parents=True)
    (case / "a.jpg").write_bytes(b"a")
    (case / "inner/b.jpg").write_bytes(b"b")
    (tmp_path / "other").mkdir()
    (tmp_path / "other/secret.txt").write_bytes(b"secret")
    return case


def read(places: Places, file: str) -> bytes:
    with places.opened(file) as stream:
        return stream.read()


def fault(places: Places, file: str) -> str:
    with pytest.raises(Unfit) as found, places.opened(file):
        pass
    return found.value.id


@pytest.mark.parametrize(
    ("file", "data"), [("a.jpg", b"a"), ("./a.jpg", b"a"), ("inner/b.jpg", b"b"), ("inner//b.jpg", b"b")]
)
def test_what_lies_in_the_folder_is_opened(home: Path, file: str, data: bytes) -> None:
    assert read(Places(home), file) == data


@pytest.mark.parametrize(
    "file",
    ["../other/secret.txt", "inner/../../other/secret.txt", "inner/../a.jpg", "C:\\a.jpg", "..\\a.jpg", "\\\\host\\a"],
)
def test_what_is_named_as_outside_is_refused(home: Path, file: str) -> None:
    assert fault(Places(home), file) == "outside"


def test_an_absolute_name_is_refused_even_if_it_leads_into_the_folder(home: Path) -> None:
    assert fault(Places(home), str(home / "a.jpg")) == "outside"


def test_what_was_allowed_is_opened(home: Path) -> None:
    secret = home.parent / "other/secret.txt"
    for allowed in (secret, secret.parent, home.parent):
        assert read(Places(home, (allowed,)), str(secret)) == b"secret"
        assert read(Places(home, (allowed,)), "../other/secret.txt") == b"secret"
    assert fault(Places(home, (home,)), str(secret)) == "outside"
    assert fault(Places(home, (home / "a.jpg",)), "../other/secret.txt") == "outside"


def test_whether_a_file_exists_outside_is_not_told(home: Path) -> None:
    assert fault(Places(home), "../other/nothing.txt") == "outside"


def test_links_are_followed_inside_and_not_out(home: Path) -> None:
    (home / "inside").symlink_to("inner/b.jpg")
    (home / "out").symlink_to(home.parent / "other/secret.txt")
    (home / "folder").symlink_to(home.parent / "other")
    (home / "deep").symlink_to("folder")
    assert read(Places(home), "inside") == b"b"
    for file in ("out", "folder/secret.txt", "deep/secret.txt"):
        assert fault(Places(home), file) == "link"
        assert read(Places(home, (home.parent / "other",)), file) == b"secret"


def test_a_case_folder_that_is_a_link_is_the_folder_it_leads_to(home: Path) -> None:
    link = home.parent / "link"
    link.symlink_to(home)
    assert read(Places(link), "inner/b.jpg") == b"b"


@pytest.mark.parametrize("swapped", ["a.jpg", "inner"])
def test_a_link_that_is_put_there_meanwhile_is_not_followed(
    home: Path, monkeypatch: pytest.MonkeyPatch, swapped: str
) -> None:
    resolve: Callable[..., Path] = Path.resolve
    other = home.parent / "other"
    (other / "b.jpg").write_bytes(b"secret")

    def slow(self: Path, strict: bool = False) -> Path:
        found = resolve(self, strict)
        if strict:  # the file has been found where it should be; now somebody is quick
            (home / swapped).rename(home / "away")
            (home / swapped).symlink_to(other / "secret.txt" if swapped == "a.jpg" else other)
        return found

    monkeypatch.setattr(Path, "resolve", slow)
    assert fault(Places(home), "a.jpg" if swapped == "a.jpg" else "inner/b.jpg") in {"unreadable", "missing"}


def test_what_is_no_file_is_refused_without_waiting(home: Path) -> None:
    os.mkfifo(home / "pipe")
    (home / "null").symlink_to(os.devnull)
    assert fault(Places(home), "pipe") == "no_file"
    assert fault(Places(home), "inner") == "no_file"
    assert fault(Places(home), ".") == "no_file"
    assert fault(Places(home, (Path(os.devnull),)), "null") == "no_file"


@pytest.mark.parametrize(
    ("file", "id"),
    [
        ("gone.jpg", "missing"),
        ("gone/a.jpg", "missing"),
        ("a.jpg/b.jpg", "missing"),
        ("inner\\b.jpg", "backslash"),
        ("x" * 300 + ".jpg", "unreadable"),
        ("circle", "unreadable"),
    ],
)
def test_why_a_file_cannot_be_opened(home: Path, file: str, id: str) -> None:
    (home / "circle").symlink_to("circle")
    assert fault(Places(home), file) == id


def test_a_file_that_may_not_be_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "a.jpg").chmod(0)
    if os.geteuid() == 0:  # for whom nothing is forbidden

        def forbidden(*_: object, **__: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(place, "_open_below", forbidden)
    assert fault(Places(home), "a.jpg") == "forbidden"


def test_a_system_without_folders_to_open_below_opens_by_name(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "supports_dir_fd", frozenset())
    assert read(Places(home), "inner/b.jpg") == b"b"
    assert fault(Places(home), "../other/secret.txt") == "outside"


def test_opening_changes_nothing(home: Path) -> None:
    before = (home / "a.jpg").stat()
    assert read(Places(home), "a.jpg") == b"a"
    after = (home / "a.jpg").stat()
    assert (after.st_mtime_ns, after.st_size, stat.S_IMODE(after.st_mode)) == (
        before.st_mtime_ns,
        before.st_size,
        stat.S_IMODE(before.st_mode),
    )
