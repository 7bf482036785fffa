"""`claimwright batch`: what its end counts, and what it says of limits, languages and failures."""

import json
from pathlib import Path

import pytest

from .endpoint import endpoint
from .hoodies import hoodies, lines, results
from .running import case, run
from .test_batch_told import GOOD, SOME, Golden, said


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # so that no folder's name breaks a line
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.parametrize("count", [1, 2])
def test_the_first_line_of_the_end_counts_what_became_of_every_case(count: int, tmp_path: Path, golden: Golden) -> None:
    other = {"refused": case("resolved"), "clash": case("contradiction")}
    given = [one | {"id": f"{name}-{n}"} for name, one in other.items() for n in range(count)]
    lines(tmp_path / "c.jsonl", case("wrong-colour"), *given, *["{bad\n"] * count)
    found = run("batch", "c.jsonl", "-o", "out.jsonl")
    assert found.code == 1
    golden(f"batch/sums-{count}.txt", said(found.err))
    report = json.loads((tmp_path / "out.jsonl.report.json").read_text(encoding="utf-8"))
    assert (report["messages"], report["errors"], report["unfit"]) == (1, {"3": count, "4": count, "7": count}, 0)


def test_a_limit_that_is_too_small_is_named_with_one_that_is_not(tmp_path: Path, golden: Golden) -> None:
    lines(tmp_path / "c.jsonl", *map(case, SOME))
    found = run("batch", "c.jsonl", "-o", "out", "--limit", "50")
    assert found.code == 0
    golden("batch/limit.txt", said(found.err))
    report = json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))
    assert report["unfit"] == report["errors"]["4"] > 1
    page = " ".join((tmp_path / "out/report.html").read_text(encoding="utf-8").split())
    assert f"<b>{report['unfit']}</b> <span>do not fit the limit</span>" in page
    assert "<b>0</b> <span>lack facts or contradict themselves</span>" in page
    needed = found.err.partition("--limit ")[2].split()[0]
    fits = " ".join(run("batch", "c.jsonl", "-o", "out", "--limit", needed).err.split())
    assert "not fit" not in fits
    assert f"the limit (50, now {needed})" in fits
    assert json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))["unfit"] == 0


def test_messages_that_are_not_in_the_language_asked_for_are_counted(tmp_path: Path, golden: Golden) -> None:
    lines(tmp_path / "c.jsonl", *map(case, SOME))
    found = run("batch", "c.jsonl", "-o", "out.jsonl", "--language", "es")
    golden("batch/language.txt", said(found.err))
    english = sum(one["language"] == "en" for one in results(tmp_path / "out.jsonl"))
    assert f"{english} are in English" in found.err
    with endpoint("No proof at all.") as model:
        args = ("--language", "fr", "--base-url", model.url)
        found = run("batch", "c.jsonl", "-o", "out.jsonl", *args)
    assert "in English: the model did not put a buyer's words into French." in " ".join(found.err.split())


def test_a_run_that_finds_all_done_says_what_had_failed(tmp_path: Path, golden: Golden) -> None:
    lines(tmp_path / "one.jsonl", {"id": "x", "facts": 5})
    lines(tmp_path / "two.jsonl", case("wrong-colour"), {"id": "x", "facts": 5})
    lines(tmp_path / "many.jsonl", *({"id": f"x{n}", "facts": 5} for n in range(8)))
    told = ""
    for name in ("one", "two", "many"):
        args = ("batch", f"{name}.jsonl", "-o", f"{name}-out.jsonl")
        assert run(*args).code == 1
        again, quiet = run(*args), run(*args, "-q")
        assert (again.code, quiet.code) == (1, 1)
        told += again.err
        assert f"{name}.jsonl, line " in quiet.err
    golden("batch/failed-before.txt", said(told))


def test_where_no_case_is_found_it_says_where_cases_are_looked_for(tmp_path: Path, golden: Golden) -> None:
    (tmp_path / "empty").mkdir()
    found = run("batch", "empty", "-o", "out")
    assert found.code == 0
    golden("batch/no-case.txt", found.err)


@pytest.mark.parametrize(("name", "code"), [("res.csv", 2), ("res.json", 2), ("out-2026.11", 0), ("there.csv", 0)])
def test_a_name_of_another_kind_of_file_is_no_folder(name: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "there.csv").mkdir()
    hoodies(tmp_path / "c.jsonl", 1)
    found = run("batch", "c.jsonl", "-o", name)
    assert found.code == code
    assert ("looks like a file" in found.err) == (code == 2)
    assert (tmp_path / name).exists() == (code == 0)


def test_an_endpoint_that_asks_for_fewer_requests_is_named_once(tmp_path: Path) -> None:
    hoodies(tmp_path / "c.jsonl", 3)
    with endpoint(429, 429, GOOD) as model:
        found = run("batch", "c.jsonl", "-o", "out.jsonl", "--base-url", model.url)
    assert found.code == 0
    told = " ".join(found.err.split())
    assert told.count("The endpoint asks for fewer requests (429): going on more slowly, now 1 at once.") == 1


def test_an_interruption_before_the_first_case_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hoodies(tmp_path / "c.jsonl", 3)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("claimwright.cli.batch.writer_of", interrupted)
    found = run("batch", "c.jsonl", "-o", "out.jsonl")
    assert (found.code, found.err) == (130, "Interrupted. Run it again to go on.\n")
    assert "not kept" in run("batch", "c.jsonl", "-o", "-").err


def test_an_interruption_while_the_cases_are_counted_does_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hoodies(tmp_path / "c.jsonl", 3)
    monkeypatch.setattr("claimwright.cli.batch._Stop.__call__", lambda _: True)
    found = run("batch", "c.jsonl", "-o", "out.jsonl")
    assert (found.code, found.err) == (130, "Interrupted. Cases are left. Run it again to go on.\n")
    assert not (tmp_path / "out.jsonl").exists()
