"""The end of a job: nothing is sent that nobody needs, requests are not taken for answers, and `--finish` is named."""

import json
from pathlib import Path

import pytest
from tests.cli.running import run

from .answering import STEMS, answers, flat
from .jobbing import NOWHERE, bring, cases, export, lines, requests, results, write


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """Five cases, exported."""
    assert export(tmp_path / "job", cases(tmp_path / "cases.jsonl", *STEMS)).code == 0
    return tmp_path / "job"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_once_all_cases_are_done_nothing_is_sent_any_more(job: Path, out: Path) -> None:
    before = run("jobs", "status", str(job), OPENAI_BASE_URL=NOWHERE)
    assert before.out == "requests-1.jsonl: 5 requests, not sent\n"
    assert bring(job, out, "--finish").code == 0
    said = f"All cases of this job are done, and nothing is to be sent. The results are in {out}."
    status = run("jobs", "status", str(job), OPENAI_BASE_URL=NOWHERE)
    assert (status.code, status.out) == (0, "requests-1.jsonl: 5 requests, not needed\n")
    assert flat(status.err) == said
    assert run("jobs", "status", "--json", str(job), OPENAI_BASE_URL=NOWHERE).record()["status"] == "not needed"
    submit = run("jobs", "submit", str(job), OPENAI_BASE_URL=NOWHERE)
    assert (submit.code, flat(submit.err)) == (0, said)
    assert not (job / "batches.jsonl").exists()


@pytest.mark.parametrize("why", ["a case has changed", "the results are gone"])
def test_what_is_needed_again_is_sent_again(why: str, job: Path, out: Path, tmp_path: Path) -> None:
    assert bring(job, out, write(tmp_path / "answers", answers(job))).code == 0
    if why == "the results are gone":
        out.unlink()
    else:
        given = lines(tmp_path / "cases.jsonl")
        given[0]["what_happened"] = ["The listing shows navy.", "The hoodie that arrived is yellow."]
        write(tmp_path / "cases.jsonl", given)
        assert bring(job, out, tmp_path / "answers").code == 1
    found = run("jobs", "status", str(job), OPENAI_BASE_URL=NOWHERE)
    assert "not sent" in found.out
    assert "All cases" not in found.err


@pytest.mark.parametrize("blank", ["", "\n"])
def test_requests_are_not_taken_for_answers(blank: str, job: Path, out: Path, tmp_path: Path) -> None:
    (file,) = requests(job)
    file.write_text(blank + file.read_text(encoding="utf-8"), encoding="utf-8")
    good = write(tmp_path / "answers", answers(job))
    before = content(tmp_path)
    for files in ([file], [good, file]):
        found = bring(job, out, *files)
        assert found.code == 2
        assert f"{file}: these are requests, not answers." in flat(found.err)
        assert content(tmp_path) == before


def test_a_request_among_answers_is_no_failed_answer(job: Path, out: Path, tmp_path: Path) -> None:
    found = answers(job)
    mixed = write(tmp_path / "answers", [*found[:4], *lines(*requests(job))])
    told = flat(bring(job, out, mixed).err)
    assert "9 lines: 4 new answers; 5 cut off or damaged, ignored." in told
    assert len(results(out)) == 4


def test_the_way_out_that_is_named_is_one_that_jobs_has(job: Path, out: Path, tmp_path: Path) -> None:
    refused = {"status_code": 401, "body": {"error": {"message": "no"}}}
    failed = [{**one, "response": refused} for one in answers(job)]
    told = flat(bring(job, out, write(tmp_path / "answers", failed)).err)
    assert "set OPENAI_API_KEY to a valid one, or let the template write. (status 401" in told
    assert "--writer" not in told
    submit = flat(run("jobs", "submit", "-q", str(job), OPENAI_BASE_URL=NOWHERE).err)
    assert "or write them with `claimwright jobs import --finish`" in submit
    assert "--writer" not in submit


def test_a_broken_template_stops_export_and_import_before_anything_is_written(tmp_path: Path, out: Path) -> None:
    home, job = tmp_path / "home", tmp_path / "job"
    path, given = home / "prompts/repair.j2", cases(tmp_path / "cases.jsonl", *STEMS)
    path.parent.mkdir(parents=True)
    path.write_text("{% if %}", encoding="utf-8")
    found = export(job, given, "--home", str(home))
    assert (found.code, job.exists()) == (8, False)
    path.unlink()
    assert export(job, given, "--home", str(home)).code == 0
    path.write_text("{% if %}", encoding="utf-8")
    file, before = write(tmp_path / "answers", answers(job)), content(job)
    found = bring(job, out, file)
    assert (found.code, out.exists()) == (8, False)
    assert f"{path}, line 1: " in found.err
    assert content(job) == before
    assert json.loads(file.read_text(encoding="utf-8").splitlines()[0])["custom_id"]
