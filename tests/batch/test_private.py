"""Files that are there whole or not at all."""

from pathlib import Path

import pytest

from claimwright.batch.private import opened, replacing, sync_folder, synced


@pytest.mark.parametrize("sync", [True, False])
def test_a_file_takes_the_place_of_another_at_the_end_and_is_its_owner_s_alone(sync: bool, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"before")
    with replacing(path, sync=sync) as stream:
        stream.write(b"after")
        assert path.read_bytes() == b"before"
        assert [one.name for one in tmp_path.iterdir() if one != path] == [".a.part"]
    assert path.read_bytes() == b"after"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize("error", [OSError, ValueError, KeyboardInterrupt])
def test_what_fails_leaves_what_was_there_and_nothing_else(error: type[BaseException], tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"before")

    def fail() -> None:
        with replacing(path, part="{}.part") as stream:
            stream.write(b"after")
            raise error

    with pytest.raises(error):
        fail()
    assert path.read_bytes() == b"before"
    assert [*tmp_path.iterdir()] == [path]


def test_a_file_that_is_opened_is_emptied_and_closed_when_it_is_synced(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"before")
    stream = opened(path)
    assert path.read_bytes() == b""
    stream.write(b"after")
    synced(stream)
    sync_folder(tmp_path)
    assert (stream.closed, path.read_bytes()) == (True, b"after")
