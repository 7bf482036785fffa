"""`check` of many cases: a folder, an array, and a line of JSON for a case that cannot be read too."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.test_imports import loaded

from .hoodies import lines
from .running import KEYS, case, example, run

GOOD = {"facts": {"intent": "bad_faith"}}
UNREAD = [*KEYS, "file", "line", "error"]


def test_every_line_has_its_record_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    monkeypatch.chdir(tmp_path)
    given = (GOOD, '{"id": "mine", "facts": 5}\n', "{bad\n", "\n", {"id": "q", "guide": "none"}, GOOD)
    lines(tmp_path / "c.jsonl", *given)
    found = run("check", "--json", "c.jsonl")
    records = found.records()
    assert found.code == 7
    assert [one["id"] for one in records] == ["1", "mine", "3", "q", "6"]
    assert [list(one) for one in records] == [KEYS, UNREAD, UNREAD, UNREAD, KEYS]
    assert [one.get("line") for one in records] == [None, 2, 3, 5, None]
    assert [one["error"]["text"] for one in records[1:4]] == found.err.splitlines()
    golden("cli/check-unread.jsonl", "".join(f"{line}\n" for line in found.out.splitlines()[1:3]))
    again = run("check", "--json", "-", stdin=(tmp_path / "c.jsonl").read_bytes()).records()
    assert [one["id"] for one in again] == [one["id"] for one in records]
    assert {one.get("file") for one in again} == {None, "stdin"}


def test_a_file_that_is_gone_has_a_record_too() -> None:
    (found,) = run("check", "--json", "gone.json").records()
    assert (found["id"], found["file"], found["line"], found["error"]["exit_code"]) == ("gone", "gone.json", None, 8)


def test_a_folder_stands_for_the_files_in_it_and_below(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "b.json").write_text(json.dumps(GOOD))
    (tmp_path / "note.txt").write_text("not a case")
    (tmp_path / "c.json").write_text(json.dumps([GOOD, GOOD | {"id": "named"}, GOOD]))
    lines(tmp_path / "a.jsonl", GOOD, GOOD)
    lines(tmp_path / "below/d.json", GOOD, GOOD)
    found = run("check", "--json", str(tmp_path))
    assert (found.code, found.err) == (0, "")
    assert [one["id"] for one in found.records()] == ["1", "2", "b", "1", "named", "1.3", "1", "2"]
    assert run("check", str(tmp_path)).out.count("Why\n") == 8


@pytest.mark.parametrize("by", ["file", "stdin"])
@pytest.mark.parametrize("indent", [None, 1])
def test_an_array_stands_for_its_elements(by: str, indent: int | None, tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text(
        "\n" + json.dumps([case("wrong-colour"), {"facts": {"colr": 1}}, 5, GOOD | {"id": "z"}], indent=indent)
    )
    found = run("check", "--json", str(path)) if by == "file" else run("check", "--json", "-", stdin=path.read_bytes())
    assert found.code == 7
    assert [one["verdict"] is None for one in found.records()] == [False, True, True, False]
    assert "element 2, line " in found.err
    assert "$.facts.colr" in found.err


def test_the_reader_of_batches_is_loaded_only_where_it_is_needed() -> None:
    assert "claimwright.batch" not in loaded("check", "--json", example("wrong-colour"))
