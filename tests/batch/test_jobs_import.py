"""What comes back may be in pieces, twice, in any order, late or never: nothing is lost, nothing done twice."""

import json
import signal
import subprocess
import time
from pathlib import Path
from random import Random

import pytest
from tests.cli.running import ROOT, SCRIPT, environment

from .answering import STEMS, answers, flat, unproved
from .jobbing import bring, cases, engine, export, finished, lines, requests, results, write
from .scripted_model import completion, scripted, well


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """Five cases, exported."""
    assert export(tmp_path / "job", cases(tmp_path / "cases.jsonl", *STEMS)).code in (0, 1)
    return tmp_path / "job"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def test_lines_in_any_order_twice_and_in_pieces_end_in_the_same(tmp_path: Path, out: Path) -> None:
    path = cases(tmp_path / "cases.jsonl", *STEMS)
    for name in ("job", "mixed"):
        assert export(tmp_path / name, path).code == 0
    finished(tmp_path / "job", out)
    mixed, other = tmp_path / "mixed", tmp_path / "mixed.jsonl"
    for number in range(1, 10):
        if number > len(requests(mixed)):
            break
        found = engine(lines(requests(mixed)[number - 1]), scripted)
        found = [*found, *found[:2]]
        Random(number).shuffle(found)
        half = len(found) // 2
        pieces = [write(tmp_path / f"{number}-{i}", some) for i, some in enumerate((found[:half], found[half:]))]
        bring(mixed, other, *pieces)
    assert other.read_bytes() == out.read_bytes()
    assert {one["writer"] for one in results(out)} >= {"model"}


def test_what_is_imported_twice_changes_nothing(job: Path, out: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "answers", answers(job, lambda body: well(body) if "mug" in str(body) else unproved(body)))
    first = bring(job, out, file)
    state = {path: path.read_bytes() for path in (*job.rglob("*"), out) if path.is_file()}
    second = bring(job, out, file, file)
    assert (first.code, second.code) == (1, 1)
    assert {path: path.read_bytes() for path in (*job.rglob("*"), out) if path.is_file()} == state
    assert len(requests(job)) == 2
    assert "5 lines: 5 new answers." in first.err
    assert "10 lines: 0 new answers; 10 taken before or given twice." in second.err


def test_finish_writes_the_rest_from_the_template(job: Path, out: Path, tmp_path: Path) -> None:
    bring(job, out, write(tmp_path / "answers", answers(job, unproved)[:2]))
    ran = bring(job, out, "--finish")
    assert ran.code == 0
    assert [one["writer"] for one in results(out)] == ["template"] * 5
    assert results(out)[4]["notes"][-1] == "Written from the template: No answer came back from the batch."
    before = out.read_bytes()
    assert bring(job, out, write(tmp_path / "late", answers(job))).code == 0
    assert out.read_bytes() == before


def test_a_message_that_was_edited_since_the_last_import_is_kept_and_named(job: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert bring(job, out, write(tmp_path / "answers", answers(job))).code == 0
    (out / "wrong-colour.txt").write_text("mine", encoding="utf-8")
    assert "by hand" not in bring(job, out, "--finish").err
    assert (out / "wrong-colour.txt").read_text(encoding="utf-8") == "mine"
    given = lines(tmp_path / "cases.jsonl")
    given[0]["what_happened"] = ["The listing shows navy.", "The hoodie that arrived is yellow."]
    write(tmp_path / "cases.jsonl", given)
    told = flat(bring(job, out, "--finish").err)
    assert f"1 message had been edited by hand. It was written anew; the edited one is kept: {out}" in told
    assert (out / "wrong-colour.edited.txt").read_text(encoding="utf-8") == "mine"
    assert "yellow" in (out / "wrong-colour.txt").read_text(encoding="utf-8")


def test_again_asks_once_more_and_takes_whichever_answer_comes(job: Path, out: Path, tmp_path: Path) -> None:
    first = answers(job)
    ran = bring(job, out, "--again")
    assert "5 requests to send" in ran.err
    second = answers(job)
    assert [one["custom_id"] for one in second] == [one["custom_id"].replace("-t1", "-t2") for one in first]
    assert bring(job, out, write(tmp_path / "answers", [*second[:2], *first[2:]])).code == 0
    assert [one["writer"] for one in results(out)] == ["model"] * 5


def test_a_case_that_has_changed_is_named_and_asked_anew(job: Path, out: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "answers", answers(job))
    given = lines(tmp_path / "cases.jsonl")
    given[0]["what_happened"] = ["The listing shows navy.", "The hoodie that arrived is yellow."]
    given[1]["order"]["number"] = "8190000000009999"
    write(tmp_path / "cases.jsonl", given)
    ran = bring(job, out, file)
    assert "2 cases have changed since the export (hoodie-colour, cracked-mug)" in flat(ran.err) or (
        "2 cases have changed since the export (wrong-colour, cracked-mug)" in flat(ran.err)
    )
    assert len(results(out)) == 4
    assert "8190000000009999" in results(out)[0]["message"]
    (again,) = lines(requests(job)[1])
    assert "yellow" in again["body"]["messages"][1]["content"]
    assert bring(job, out, write(tmp_path / "more", answers(job))).code == 0
    assert "yellow" in results(out)[0]["message"]


def test_other_prompts_are_named_and_the_answers_to_them_asked_for_anew(tmp_path: Path, out: Path) -> None:
    home, job = tmp_path / "home", tmp_path / "job"
    (home / "prompts").mkdir(parents=True)
    export(job, cases(tmp_path / "cases.jsonl", *STEMS), "--home", str(home))
    file = write(tmp_path / "answers", answers(job))
    ours = (ROOT / "prompts/repair.j2").read_text(encoding="utf-8")
    (home / "prompts/repair.j2").write_text(ours + "\nBe brief.\n", encoding="utf-8")
    assert "This has changed since the export: the prompts." in flat(bring(job, out, file).err)
    assert [one["writer"] for one in results(out)] == ["model"] * 5  # no repair was asked for: the answers still fit
    out.unlink()
    ours = (ROOT / "prompts/case.j2").read_text(encoding="utf-8")
    (home / "prompts/case.j2").write_text(ours + "\nBe brief.\n", encoding="utf-8")
    assert "5 requests to send" in bring(job, out, file).err
    assert all(one["body"]["messages"][1]["content"].endswith("Be brief.") for one in lines(requests(job)[1]))


def test_cases_that_are_new_or_gone_are_told(job: Path, out: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "answers", answers(job))
    given = lines(tmp_path / "cases.jsonl")
    write(tmp_path / "cases.jsonl", [*given[1:], {**given[1], "id": "another"}])
    ran = bring(job, out, file)
    assert "1 case has come since the export." in flat(ran.err)
    assert "1 case of the export cannot be found any more." in flat(ran.err)
    assert len(lines(requests(job)[1])) == 1


def test_without_the_template_a_rejected_draft_is_an_error(tmp_path: Path, out: Path) -> None:
    job = tmp_path / "job"
    export(job, cases(tmp_path / "cases.jsonl", "wrong-colour"), "--writer", "model")
    finished(job, out, lambda body: completion("I will call the police [F1].", body))
    (one,) = results(out)
    assert (one["message"], one["error"]["exit_code"]) == (None, 5)


@pytest.mark.parametrize(("kills", "every"), [(1, 8), pytest.param(25, 4, marks=pytest.mark.slow)])
def test_a_run_that_is_killed_at_any_moment_loses_nothing(kills: int, every: int, tmp_path: Path) -> None:
    stems = sorted(path.stem for path in (ROOT / "examples").glob("*.json"))[::every]
    path, out = cases(tmp_path / "cases.jsonl", *stems), tmp_path / "out.jsonl"
    job, other = tmp_path / "job", tmp_path / "other"
    assert {export(one, path).code for one in (job, other)} == {0}
    file = write(tmp_path / "answers", answers(job, scripted))
    began = time.monotonic()
    command = [SCRIPT, "jobs", "import", str(file), "--from"]
    reference = tmp_path / "reference.jsonl"
    arguments = [*command, str(other), "-o", str(reference)]
    assert subprocess.run(arguments, env=environment(), capture_output=True, check=False, timeout=60).returncode == 1
    whole = time.monotonic() - began
    random = Random(kills)
    for _ in range(kills):
        arguments = [*command, str(job), "-o", str(out)]
        with subprocess.Popen(arguments, env=environment(), stderr=subprocess.DEVNULL) as process:
            time.sleep(whole * random.uniform(0.3, 1.0))
            process.kill()
        assert process.returncode in (-signal.SIGKILL, 1)
    assert bring(job, out, file).code == 1
    assert results(out) == results(reference) != []
    issued = [one["custom_id"] for path in requests(job) for one in lines(path)]
    assert sorted(issued) == sorted({one["custom_id"] for path in requests(other) for one in lines(path)})
    assert not [*job.glob("*.part")]


def test_the_files_of_a_job_can_be_named_in_any_way(tmp_path: Path, out: Path) -> None:
    job = tmp_path / "requests.jsonl"
    export(job, cases(tmp_path / "cases.jsonl", "wrong-colour"))
    file = write(tmp_path / "answers", engine(lines(job), well))
    folder = tmp_path / "requests.jsonl.job"
    for named in (job, folder, folder / "manifest.jsonl"):
        assert bring(named, out, file).code == 0


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("{answers}", "--from", "{tmp}", "-o", "{tmp}/out.jsonl"), 8, "there is no export"),
        (("{tmp}/none", "--from", "{job}", "-o", "{tmp}/out.jsonl"), 8, "none: cannot be read"),
        (("--from", "{job}", "-o", "{tmp}/out.jsonl"), 2, "Name the files that came back"),
        (("{answers}", "--from", "{job}", "-o", "{job}"), 2, "holds the requests"),
        (("{answers}", "--from", "{job}", "-o", "{tmp}/cases.jsonl"), 2, "would be written there"),
        (("{answers}", "--again", "--finish", "--from", "{job}", "-o", "{tmp}/out.jsonl"), 2, "choose one"),
    ],
)
def test_what_cannot_be_imported_is_said(
    args: tuple[str, ...], code: int, said: str, job: Path, tmp_path: Path
) -> None:
    from tests.cli.running import run

    file = write(tmp_path / "answers", answers(job))
    before = (tmp_path / "cases.jsonl").read_bytes()
    ran = run("jobs", "import", *(one.format(answers=file, job=job, tmp=tmp_path) for one in args))
    assert ran.code == code
    assert said in flat(ran.err)
    assert (tmp_path / "cases.jsonl").read_bytes() == before


def test_an_answer_in_json_that_a_journal_cannot_hold_twice_is_kept_whole(job: Path, out: Path, tmp_path: Path) -> None:
    bring(job, out, write(tmp_path / "answers", answers(job)))
    kept = (job / "replies.jsonl").read_bytes()
    (job / "replies.jsonl").write_bytes(kept[:-30])
    out.unlink()
    assert bring(job, out, write(tmp_path / "answers", answers(job))).code == 0
    assert json.loads((job / "replies.jsonl").read_bytes().splitlines()[-1])["text"]
