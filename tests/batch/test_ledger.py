"""The file of results: found again, put in order, never torn, never somebody else's."""

import os
from pathlib import Path

import pytest

from claimwright.batch import ledger as ledger_module
from claimwright.batch.ledger import Ledger
from claimwright.batch.record import State, sealed
from claimwright.errors import CannotReadWrite, UsageError


def line(key: int, case: int = 0, text: str = "x", settings: str = "0" * 32) -> bytes:
    return sealed({"id": str(key), "text": text}, key=key, case=case, settings=settings, state=State.DONE)


def ledger(path: Path, *lines: bytes) -> Ledger:
    found = Ledger(path)
    for one in lines:
        found.append(one)
    return found


def test_what_was_added_is_found_by_another_run(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    ledger(path, line(1, 5), line(2, 6, settings="a" * 32)).close()
    found = Ledger(path)
    assert [found.find(key) for key in (1, 2, 3)] == [(5, "0" * 32, State.DONE), (6, "a" * 32, State.DONE), None]
    assert found.line(2) == line(2, 6, settings="a" * 32)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_later_result_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    found = ledger(path, line(1, text="old"), line(2), line(1, text="new"))
    assert [*found.lines()] == [line(2), line(1, text="new")]
    found.settle([1, 2])
    found.close()
    assert path.read_bytes() == line(1, text="new") + line(2)
    assert [*Ledger(path).lines()] == [line(1, text="new"), line(2)]


@pytest.mark.parametrize(
    ("order", "expected"),
    [([1, 2, 3], [1, 2, 3]), ([3, 1, 2], [3, 1, 2]), ([3, 1], [2, 3, 1]), ([1, 3, 9], [1, 2, 3]), (None, [1, 2, 3])],
)
def test_results_are_put_in_order_and_those_of_other_cases_stay(
    order: list[int] | None, expected: list[int], tmp_path: Path
) -> None:
    path = tmp_path / "r.jsonl"
    found = ledger(path, line(1), line(2), line(3))
    inode = path.stat().st_ino
    found.settle(order)
    assert path.read_bytes() == b"".join(map(line, expected))
    assert (path.stat().st_ino == inode) == (expected == [1, 2, 3])
    found.append(line(4))  # it goes on in the new file
    found.close()
    assert path.read_bytes() == b"".join(map(line, [*expected, 4]))


def test_a_torn_end_and_a_damaged_middle_are_no_results(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    damaged = line(2)[:20] + b"\0\0" + line(2)[22:]
    path.write_bytes(line(1) + damaged + line(3) + line(4)[:-5])
    found = Ledger(path)
    assert (len(found), found.damaged) == (2, 2)
    found.append(line(5))
    found.settle(None)
    found.close()
    assert path.read_bytes() == line(1) + line(3) + line(5)


@pytest.mark.parametrize("text", ['{"id": "a", "facts": {}}\n', "{}", "hello", '[{"format": 1}]', "\n\nx\n"])
def test_a_file_of_somebody_else_is_refused_and_left_as_it_is(text: str, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    for before in (b"", line(1)):
        path.write_bytes(before + text.encode())
        with pytest.raises(UsageError, match="ame another OUT"):
            Ledger(path)
        assert path.read_bytes() == before + text.encode()


@pytest.mark.parametrize("written", [0, 1, 100])
def test_a_full_disk_leaves_what_was_written_and_nothing_torn(
    written: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.jsonl"
    found = ledger(path, line(1))

    def full(stream: object, data: bytes) -> None:
        os.write(found._stream.fileno(), data[:written])  # type: ignore[union-attr]
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(ledger_module, "_write", full)
        with pytest.raises(CannotReadWrite, match=r"No space left.*What was done is kept"):
            found.append(line(2))
    found.append(line(3))
    found.close()
    assert path.read_bytes() == line(1) + line(3)


def test_what_is_added_is_synced_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    found = ledger(tmp_path / "r.jsonl", *map(line, range(600)))
    assert len(synced) == 2
    found.close()
    assert len(synced) == 3
