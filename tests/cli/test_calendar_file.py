"""`check --ics`: a calendar file of the buyer's own days, or nothing if there is none."""

import sys
from pathlib import Path

import pytest
from tests.calendar.parsing import read

from .running import ROOT, example, process, ran, run

CASES = [example(stem) for stem in ("wrong-colour", "moving-time-left", "dispute-proposal", "bad-faith")]


def test_the_pages_are_printed_and_the_calendar_is_written(tmp_path: Path) -> None:
    path = tmp_path / "days.ics"
    found = run("check", *CASES, "--ics", str(path))
    assert (found.code, found.out) == (0, run("check", *CASES).out)
    assert found.err.split() == f"Written to {path}.".split()
    assert path.stat().st_mode & 0o777 == 0o600
    summaries = [one.properties["SUMMARY"] for one in read(path.read_bytes()).within]
    assert summaries == [
        "Protection ends: cotton hoodie, size M, navy",
        "Look at the case again: camping lantern, folding",
        "Protection ends: camping lantern, folding",
        "Protection ends: desk lamp with clamp, red, 40 cm arm",
    ]


def test_on_stdout_there_is_the_calendar_and_nothing_else() -> None:
    found = process("check", *CASES, "--ics", "-")
    assert (found.code, found.err) == (0, "")
    assert len(read(found.out.encode()).within) == 4


def test_a_calendar_is_the_same_at_every_run_of_a_day() -> None:
    found = [process("check", *CASES, "--ics", "-", PYTHONHASHSEED=seed) for seed in "12"]
    assert found[0] == found[1]
    assert found[0].out


def test_lines_of_many_cases_make_one_calendar() -> None:
    found = run("check", str(ROOT / "examples/batch.jsonl"), "--ics", "-")
    assert found.code == 0
    uids = [one.properties["UID"] for one in read(found.out.encode()).within]
    assert len(uids) == len(set(uids)) > 5


def test_an_existing_file_is_written_over_only_with_force(tmp_path: Path) -> None:
    path = tmp_path / "days.ics"
    path.write_text("mine")
    found = run("check", CASES[0], "--ics", str(path))
    assert (found.code, found.out, path.read_text()) == (2, "", "mine")
    assert "--force" in found.err
    assert run("check", CASES[0], "--ics", str(path), "--force").code == 0
    assert read(path.read_bytes()).within


def test_without_a_day_ahead_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "days.ics"
    found = run("check", example("bad-faith"), "--ics", str(path))
    assert found.code == 0
    assert "There is no day ahead to note" in found.err
    assert not path.exists()
    assert run("check", "--quiet", example("bad-faith"), "--ics", "-").out == ""


def test_a_file_that_cannot_be_read_is_told_and_the_others_have_their_days(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"facts": 1}')
    found = run("check", str(bad), CASES[0], "--ics", "-")
    assert found.code == 7
    assert len(read(found.out.encode()).within) == 1


def test_a_calendar_and_records_do_not_go_together() -> None:
    found = run("check", "--json", CASES[0], "--ics", "-")
    assert (found.code, found.out) == (2, "")


@pytest.mark.parametrize("target", ["no/such/folder/days.ics"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, target: str) -> None:
    found = run("check", CASES[0], "--ics", str(tmp_path / target))
    assert found.code == 8
    assert "cannot be written" in found.err


def test_without_the_option_no_calendar_is_loaded() -> None:
    code = "import sys, claimwright.cli.check; print([m for m in sys.modules if m.startswith('claimwright.calendar')])"
    assert process("-c", code, command=(sys.executable,)).out == "[]\n"


def test_the_words_can_be_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "templates/calendar.toml"
    path.parent.mkdir()
    path.write_text((ROOT / "templates/calendar.toml").read_text().replace("Protection ends", "Last day"))
    found = run("--home", str(tmp_path), "check", CASES[0], "--ics", "-")
    assert "Last day: cotton hoodie" in read(found.out.encode()).within[0].properties["SUMMARY"]
    assert "Last day" not in ran("check", CASES[0], "--ics", "-").out
