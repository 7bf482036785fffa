"""Which cases there are, under which ids, names and hashes."""

import io
import json
import sys
from pathlib import Path

import pytest

from claimwright.batch.documents import documents
from claimwright.batch.entries import Entry, entries
from claimwright.batch.sources import sources_of
from claimwright.case.document import LARGEST
from claimwright.errors import CannotReadWrite, UsageError


def found(*paths: Path | str, out: Path | None = None, named: bool = True) -> list[Entry]:
    files = sources_of([str(one) for one in paths], out).files()
    return list(entries((one for file in files for one in documents(file)), named=named))


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("one.json", '{"facts": {}}', [("one", None)]),
        ("one.json", '{\n "facts": {}}\n', [("one", None)]),
        ("two.json", '{"id": "a"}\n{"id": "b"}\n', [("a", 1), ("b", 2)]),
        ("array.json", '[{"id": "a"},\n {"facts": {}}]', [("a", 1), ("2", 2)]),
        ("array.json", '\n\n  [{"id": "a"}]', [("a", 3)]),
        ("a.json", "[{}, {}, {}, {},\n{}, {}]", [("1", 1), ("1.2", 1), ("1.3", 1), ("1.4", 1), ("2", 2), ("2.2", 2)]),
        ("a.json", '[{"id": "1"}, {}, {"id": "x"}, {}]', [("1", 1), ("1.2", 1), ("x", 1), ("1.4", 1)]),
        ("lines.jsonl", '{"id": "a"}\n\n{bad\n{"facts": {}}\n', [("a", 1), ("3", 3), ("4", 4)]),
        ("lines.NDJSON", '{"id": "a"}', [("a", 1)]),
        ("one.jsonl", '{"facts": {}}', [("1", 1)]),
        ("empty.jsonl", "\n\n", []),
        ("empty.json", "", [("empty", None)]),
        ("array.json", "[]", []),
        ("escaped.jsonl", '{"facts": {}, "id": "\\u00fc"}\n{"id": "a\\"b"}', [("ü", 1), ('a"b', 2)]),
        ("number.jsonl", '{"id": 5}\n{"id": " "}\n{"id": null}', [("1", 1), ("2", 2), ("3", 3)]),
        ("broken.jsonl", '{"id": "known", broken', [("known", 1)]),
        ("utf16.jsonl", '{"id": "a"}\n{"id": "b"}\n'.encode("utf-16"), [("utf16", None)]),
    ],
)
def test_what_a_file_holds(
    name: str, text: str | bytes, expected: list[tuple[str, int | None]], tmp_path: Path
) -> None:
    assert [(one.id, one.document.line) for one in found(write(tmp_path / name, text))] == expected


def test_a_repeated_id_is_an_error_of_the_later_case_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": "x"}\n{"id": "y"}\n{"id": "x", "facts": {}}\n{"id": "x"}\n')
    some = found(path)
    assert [one.document.exit_code for one in some] == [0, 0, 7, 7]
    assert "line 3: the id “x” is that of case 1 of this batch already" in some[2].document.fault
    assert len({one.key for one in some}) == len({one.name for one in some}) == 4


def test_an_id_repeated_on_one_line_leaves_every_case_its_own_key_and_name(tmp_path: Path) -> None:
    some = found(write(tmp_path / "a.json", '[{"id": "x"}, {"id": "x"}, {"id": "x"}]'))
    assert [one.document.exit_code for one in some] == [0, 7, 7]
    assert len({one.key for one in some}) == len({one.name for one in some}) == 3


def test_cases_without_ids_are_told_apart_over_several_files(tmp_path: Path) -> None:
    for place in ("a/x.json", "b/x.json"):
        write(tmp_path / place, "{}")
    for place in ("c/1.jsonl", "c/2.jsonl"):
        write(tmp_path / place, "{}\n{}\n")
    some = found(tmp_path)
    assert [one.id for one in some] == ["x", str(tmp_path / "b/x.json"), "1", "2", "2-1", "2-2"]
    assert not any(one.document.fault for one in some)


def test_ids_that_differ_in_capitals_alone_have_different_names(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": "CASE"}\n{"id": "case"}\n{"id": "Case"}\n')
    some = found(path)
    assert some[0].name == "CASE"
    assert len({one.name.lower() for one in some}) == 3
    assert not any(one.document.fault for one in some)


def test_an_id_repeated_after_its_twin_in_capitals_is_an_error_too(tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", '{"id": "A"}\n{"id": "a"}\n{"id": "a"}\n')
    one, two, three = found(path)
    assert not one.document.fault
    assert not two.document.fault
    assert "case 2 of this batch" in (three.document.fault or "")
    assert len({one.key, two.key, three.key}) == len({one.name, two.name, three.name}) == 3


def test_the_hashes_say_which_case_it_is_and_whether_it_has_changed(tmp_path: Path) -> None:
    one, two = write(tmp_path / "1.jsonl", '{"id": "a"}\n'), write(tmp_path / "2.jsonl", '\n{"id": "a", "facts": {}}\n')
    first, again, second = found(one)[0], found(one)[0], found(two)[0]
    assert (first.key, first.case) == (again.key, again.case)
    assert first.key == second.key
    assert first.case != second.case


def test_a_folder_is_read_by_name_without_what_is_hidden_or_ours(tmp_path: Path) -> None:
    for place in (
        "b.json",
        "a/2.jsonl",
        "a/1.json",
        "A.txt",
        ".hidden.json",
        ".git/x.json",
        "out/r.json",
        "out.x/y.json",
    ):
        write(tmp_path / place, json.dumps({"id": place}))
    assert [one.id for one in found(tmp_path, out=tmp_path / "out")] == ["b.json", "a/1.json", "a/2.jsonl"]
    assert [one.id for one in found(tmp_path / "*.json", tmp_path / "b.json", tmp_path)][:1] == ["b.json"]
    assert sum(one.id == "b.json" for one in found(tmp_path / "*.json", tmp_path / "b.json", tmp_path)) == 1


def test_a_pattern_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for place in ("x/3.json", "x/y/1.json", "x/2.json"):
        write(tmp_path / place, "{}")
    assert [one.id for one in found(tmp_path / "**/*.json")] == ["2", "3", "1"]


def test_a_name_that_leads_nowhere_stops_everything(tmp_path: Path) -> None:
    for name in ("nothing.json", "*.nothing"):
        with pytest.raises(CannotReadWrite, match="no such file"):
            sources_of([str(tmp_path / name)], None)


def test_results_are_never_written_over_cases(tmp_path: Path) -> None:
    path = write(tmp_path / "cases.jsonl", "{}")
    for given, out in ((path, path), (tmp_path, tmp_path), (path, tmp_path / "." / "cases.jsonl")):
        with pytest.raises(UsageError, match="Name another OUT"):
            sources_of([str(given)], out)


def test_a_line_that_is_too_long_is_one_case_and_not_more_than_that(tmp_path: Path) -> None:
    long = '{"id": "long", "facts": "' + "x" * (2 * LARGEST) + '"}'
    for name, text in (("a.jsonl", f'{long}\n{{"id": "b"}}\n'), ("a.json", f'[{long},\n{{"id": "b"}}]')):
        some = found(write(tmp_path / name, text))
        assert [one.id for one in some] == ["long", "b"]
        assert LARGEST < len(some[0].document.data) <= LARGEST + 2


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('{"id": "a"}\n{"id": "b"}\n', ["a", "b"]),
        ('[{"id": "a"},{}]', ["a", "1"]),
        ('{\n"facts": {}}', ["stdin"]),
        ("{}", ["1"]),
    ],
)
def test_stdin_is_what_it_begins_like(text: str, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    sources = sources_of(["-"], None)
    assert not sources.again()
    assert [one.id for one in entries((one for file in sources.files() for one in documents(file)), named=False)] == ids


def test_a_file_that_cannot_be_read_is_one_case_with_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.json").mkdir()
    (tmp_path / "b.json").symlink_to(tmp_path / "gone.json")
    write(tmp_path / "c.json", json.dumps({"id": "c"}))
    some = found(tmp_path)
    assert [(one.id, one.document.exit_code) for one in some] == [("b", 8), ("c", 0)]
