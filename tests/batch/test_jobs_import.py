"""What comes back may be in pieces, twice, in any order, damaged or not ours: nothing is lost, nothing done twice."""

import json
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.cli.running import ROOT, SCRIPT, environment

from .jobbing import Lines, bring, cases, engine, export, finished, lines, requests, results, write
from .scripted_model import completion, draft, scripted, well

STEMS = ("wrong-colour", "cracked-mug", "expired-food", "size-chart", "dislike")


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """Five cases, exported."""
    assert export(tmp_path / "job", cases(tmp_path / "cases.jsonl", *STEMS)).code in (0, 1)
    return tmp_path / "job"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def _unproved(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    return completion(draft(body["messages"][1]["content"], proved=False), body)


def _answers(job: Path, model: Any = well) -> Lines:
    return engine(lines(requests(job)[-1]), model)


def _flat(text: str) -> str:
    return " ".join(text.split())


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
    file = write(
        tmp_path / "answers", _answers(job, lambda body: well(body) if "mug" in str(body) else _unproved(body))
    )
    first = bring(job, out, file)
    state = {path: path.read_bytes() for path in (*job.rglob("*"), out) if path.is_file()}
    second = bring(job, out, file, file)
    assert (first.code, second.code) == (1, 1)
    assert {path: path.read_bytes() for path in (*job.rglob("*"), out) if path.is_file()} == state
    assert len(requests(job)) == 2
    assert "5 lines: 5 new answers." in first.err
    assert "10 lines: 0 new answers; 10 taken before or given twice." in second.err


def test_a_last_line_that_was_cut_off_is_asked_for_when_the_whole_file_comes(
    job: Path, out: Path, tmp_path: Path
) -> None:
    whole = write(tmp_path / "whole", _answers(job)).read_bytes()
    (tmp_path / "torn").write_bytes(whole[:-40])
    torn = bring(job, out, tmp_path / "torn")
    assert torn.code == 1
    assert "1 cut off or damaged, ignored" in torn.err
    assert "line 5: cut off or damaged" in _flat(torn.err)
    assert "1 case still waits for an answer." in _flat(torn.err)
    assert len(results(out)) == 4
    assert bring(job, out, tmp_path / "whole").code == 0
    assert [one["id"] for one in results(out)] == [*STEMS]
    assert len(requests(job)) == 1


def _digit(place: int) -> Callable[[str], object]:
    return lambda id: id[:place] + ("0" if id[place] != "0" else "1") + id[place + 1 :]


@pytest.mark.parametrize(
    "tampered",
    [
        pytest.param(_digit(6), id="another case"),
        pytest.param(_digit(30), id="another request"),
        pytest.param(lambda id: id.replace("-r1-", "-r2-"), id="another round"),
        pytest.param(lambda id: id.replace("-t1", "-t2"), id="another attempt"),
        pytest.param(lambda id: id.upper(), id="capitals"),
        pytest.param(lambda id: f"{id} ", id="a blank"),
        pytest.param(lambda id: "request-1", id="somebody else's"),
        pytest.param(lambda id: "\x1b[2J\x07" + "x" * 100_000, id="control characters"),
        pytest.param(lambda id: None, id="none"),
        pytest.param(lambda id: 17, id="a number"),
        pytest.param(lambda id: {"a": [id]}, id="an object"),
    ],
)
def test_an_unknown_custom_id_is_named_and_ignored(
    tampered: Callable[[str], object], job: Path, out: Path, tmp_path: Path
) -> None:
    found = _answers(job)
    found[1]["custom_id"] = tampered(found[1]["custom_id"])
    ran = bring(job, out, write(tmp_path / "answers", found))
    assert ran.code == 1
    assert "1 with an unknown custom_id, ignored" in _flat(ran.err)
    assert "line 2: no request has the custom_id" in _flat(ran.err)
    assert "\x1b" not in ran.err
    assert [one["id"] for one in results(out)] == [STEMS[0], *STEMS[2:]]


def test_a_reply_under_the_name_of_another_case_does_not_pass_its_checks(job: Path, out: Path, tmp_path: Path) -> None:
    found = _answers(job)
    found[0]["custom_id"], found[1]["custom_id"] = found[1]["custom_id"], found[0]["custom_id"]
    bring(job, out, write(tmp_path / "answers", found))
    assert [one["id"] for one in results(out)] == [*STEMS[2:]]
    assert len(lines(requests(job)[1])) == 2


_BROKEN: list[tuple[str, bytes]] = [
    ("no JSON", b"<html>busy</html>\n"),
    ("a list", b"[1, 2]\n"),
    ("a deep list", b"[" * 100_000 + b"\n"),
    ("bytes that are no text", b"\xff\xfe\x00\n"),
    ("a line of eight megabytes", b'{"custom_id": "' + b"x" * 8_000_000 + b'"}\n'),
]


@pytest.mark.parametrize(("name", "line"), _BROKEN, ids=[name for name, _ in _BROKEN])
def test_a_line_that_is_damaged_keeps_no_other_back(
    name: str, line: bytes, job: Path, out: Path, tmp_path: Path
) -> None:
    whole = write(tmp_path / "answers", _answers(job)).read_bytes()
    (tmp_path / "answers").write_bytes(line + whole)
    ran = bring(job, out, tmp_path / "answers")
    assert (ran.code, len(results(out))) == (0, 5)
    assert "1 cut off or damaged, ignored" in _flat(ran.err)


def _response(status: int | None, body: object) -> dict[str, Any]:
    return {"response": {"request_id": "r", "body": body} | ({} if status is None else {"status_code": status})}


_SAID = {"error": {"message": "the server is on fire"}}


@pytest.mark.parametrize(
    ("given", "asked_again"),
    [
        pytest.param(_response(500, _SAID), True, id="a fault of the server"),
        pytest.param(_response(429, _SAID), True, id="too many requests"),
        pytest.param(_response(401, _SAID), True, id="a wrong key, which says nothing about the case"),
        pytest.param({"response": None, "error": {"code": "batch_expired", "message": "late"}}, True, id="expired"),
        pytest.param({"response": None, "error": {"code": "batch_cancelled"}}, True, id="cancelled"),
        pytest.param({"response": None, "error": {"message": "boom", "code": 500}}, True, id="an error object"),
        pytest.param({"response": None, "error": None}, True, id="neither response nor error"),
        pytest.param({}, True, id="nothing but the custom_id"),
        pytest.param({"response": {"status_code": "x", "body": {}}}, True, id="a status that is no number"),
        pytest.param(_response(200, {"choices": []}), True, id="no choices"),
        pytest.param(_response(200, "<html>"), True, id="a page"),
        pytest.param(
            {"response": {"status_code": 400, "body": None}, "error": {"message": "the context length is 8"}},
            False,
            id="vLLM: a request that is too long",
        ),
        pytest.param(_response(400, {"error": {"message": "bad"}}), False, id="a bad request"),
        pytest.param(_response(200, completion("half", {"messages": []}, "length")[1]), False, id="broken off"),
    ],
)
def test_a_failed_request_is_asked_again_if_that_may_help_and_else_the_template_writes(
    given: dict[str, Any], asked_again: bool, job: Path, out: Path, tmp_path: Path
) -> None:
    found = _answers(job)
    failed = found[0]["custom_id"]
    found[0] = {"id": "b", "custom_id": failed, **given}
    ran = bring(job, out, write(tmp_path / "answers", found))
    assert "1 failed" in ran.err
    assert (ran.code, len(results(out))) == ((1, 4) if asked_again else (0, 5))
    if asked_again:
        (again,) = lines(requests(job)[1])
        assert again["custom_id"] == failed.replace("-t1", "-t2")
        assert again["body"] == lines(requests(job)[0])[0]["body"]
        assert bring(job, out, write(tmp_path / "more", _answers(job))).code == 0
    first = results(out)[0]
    assert (first["writer"], first["fallback"]) == (("model", False) if asked_again else ("template", True))


def test_engines_that_leave_out_the_status_or_the_wrapping_are_understood(job: Path, out: Path, tmp_path: Path) -> None:
    found = _answers(job)
    del found[0]["response"]["status_code"], found[0]["error"], found[0]["id"]
    found[1]["response"] = found[1]["response"]["body"]
    assert bring(job, out, write(tmp_path / "answers", found)).code == 0
    assert [one["writer"] for one in results(out)] == ["model"] * 5


def test_a_parameter_that_the_engine_refuses_is_left_out_of_the_next_file(tmp_path: Path, out: Path) -> None:
    job = tmp_path / "job"
    export(job, cases(tmp_path / "cases.jsonl", *STEMS), "--model", "some-model")

    def choosy(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        for name in ("max_tokens", "temperature"):
            if name in body:
                return 400, {"error": {"message": f"Unsupported parameter: '{name}' is not supported."}}
        return well(body)

    assert [sorted(one["body"])[0] for one in lines(requests(job)[0])] == ["max_tokens"] * 5
    finished(job, out, choosy)
    assert [one["writer"] for one in results(out)] == ["model"] * 5
    assert sorted(lines(requests(job)[-1])[0]["body"]) == ["max_completion_tokens", "messages", "model"]


def test_what_fails_again_and_again_is_written_from_the_template(job: Path, out: Path) -> None:
    finished(job, out, lambda body: (503, {"error": {"message": "busy"}}))
    assert [one["writer"] for one in results(out)] == ["template"] * 5
    assert len(requests(job)) == 5
    assert "status 503: busy" in results(out)[0]["notes"][-1]


def test_a_success_takes_the_place_of_a_failure_and_never_the_other_way_round(
    job: Path, out: Path, tmp_path: Path
) -> None:
    good = _answers(job)
    bad = [{"custom_id": one["custom_id"], "error": {"message": "bad request"}} for one in good]
    assert bring(job, out, write(tmp_path / "answers", [*bad, *good, *bad])).code == 0
    assert [one["writer"] for one in results(out)] == ["model"] * 5
    assert len(requests(job)) == 1


def test_finish_writes_the_rest_from_the_template(job: Path, out: Path, tmp_path: Path) -> None:
    bring(job, out, write(tmp_path / "answers", _answers(job, _unproved)[:2]))
    ran = bring(job, out, "--finish")
    assert ran.code == 0
    assert [one["writer"] for one in results(out)] == ["template"] * 5
    assert results(out)[4]["notes"][-1] == "Written from the template: No answer came back from the batch."
    before = out.read_bytes()
    assert bring(job, out, write(tmp_path / "late", _answers(job))).code == 0
    assert out.read_bytes() == before


def test_again_asks_once_more_and_takes_whichever_answer_comes(job: Path, out: Path, tmp_path: Path) -> None:
    first = _answers(job)
    ran = bring(job, out, "--again")
    assert "5 requests to send" in ran.err
    second = _answers(job)
    assert [one["custom_id"] for one in second] == [one["custom_id"].replace("-t1", "-t2") for one in first]
    assert bring(job, out, write(tmp_path / "answers", [*second[:2], *first[2:]])).code == 0
    assert [one["writer"] for one in results(out)] == ["model"] * 5


def test_a_case_that_has_changed_is_named_and_asked_anew(job: Path, out: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "answers", _answers(job))
    given = lines(tmp_path / "cases.jsonl")
    given[0]["what_happened"] = ["The listing shows navy.", "The hoodie that arrived is yellow."]
    given[1]["order"]["number"] = "8190000000009999"
    write(tmp_path / "cases.jsonl", given)
    ran = bring(job, out, file)
    assert "2 cases have changed since the export (hoodie-colour, cracked-mug)" in _flat(ran.err) or (
        "2 cases have changed since the export (wrong-colour, cracked-mug)" in _flat(ran.err)
    )
    assert len(results(out)) == 4
    assert "8190000000009999" in results(out)[0]["message"]
    (again,) = lines(requests(job)[1])
    assert "yellow" in again["body"]["messages"][1]["content"]
    assert bring(job, out, write(tmp_path / "more", _answers(job))).code == 0
    assert "yellow" in results(out)[0]["message"]


def test_other_prompts_are_named_and_the_answers_to_them_asked_for_anew(tmp_path: Path, out: Path) -> None:
    home, job = tmp_path / "home", tmp_path / "job"
    (home / "prompts").mkdir(parents=True)
    export(job, cases(tmp_path / "cases.jsonl", *STEMS), "--home", str(home))
    file = write(tmp_path / "answers", _answers(job))
    ours = (ROOT / "prompts/repair.j2").read_text(encoding="utf-8")
    (home / "prompts/repair.j2").write_text(ours + "\nBe brief.\n", encoding="utf-8")
    assert "This has changed since the export: the prompts." in _flat(bring(job, out, file).err)
    assert [one["writer"] for one in results(out)] == ["model"] * 5  # no repair was asked for: the answers still fit
    out.unlink()
    ours = (ROOT / "prompts/case.j2").read_text(encoding="utf-8")
    (home / "prompts/case.j2").write_text(ours + "\nBe brief.\n", encoding="utf-8")
    assert "5 requests to send" in bring(job, out, file).err
    assert all(one["body"]["messages"][1]["content"].endswith("Be brief.") for one in lines(requests(job)[1]))


def test_cases_that_are_new_or_gone_are_told(job: Path, out: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "answers", _answers(job))
    given = lines(tmp_path / "cases.jsonl")
    write(tmp_path / "cases.jsonl", [*given[1:], {**given[1], "id": "another"}])
    ran = bring(job, out, file)
    assert "1 case has come since the export." in _flat(ran.err)
    assert "1 case of the export cannot be found any more." in _flat(ran.err)
    assert len(lines(requests(job)[1])) == 1


def test_without_the_template_a_rejected_draft_is_an_error(tmp_path: Path, out: Path) -> None:
    job = tmp_path / "job"
    export(job, cases(tmp_path / "cases.jsonl", "wrong-colour"), "--writer", "model")
    finished(job, out, lambda body: completion("I will call the police [F1].", body))
    (one,) = results(out)
    assert (one["message"], one["error"]["exit_code"]) == (None, 5)


@pytest.mark.parametrize("kills", [2, pytest.param(25, marks=pytest.mark.slow)])
def test_a_run_that_is_killed_at_any_moment_loses_nothing(kills: int, tmp_path: Path) -> None:
    stems = sorted(path.stem for path in (ROOT / "examples").glob("*.json"))[::4]
    path, out = cases(tmp_path / "cases.jsonl", *stems), tmp_path / "out.jsonl"
    job, other = tmp_path / "job", tmp_path / "other"
    assert {export(one, path).code for one in (job, other)} == {0}
    file = write(tmp_path / "answers", _answers(job, scripted))
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

    answers = write(tmp_path / "answers", _answers(job))
    before = (tmp_path / "cases.jsonl").read_bytes()
    ran = run("jobs", "import", *(one.format(answers=answers, job=job, tmp=tmp_path) for one in args))
    assert ran.code == code
    assert said in _flat(ran.err)
    assert (tmp_path / "cases.jsonl").read_bytes() == before


def test_an_answer_in_json_that_a_journal_cannot_hold_twice_is_kept_whole(job: Path, out: Path, tmp_path: Path) -> None:
    bring(job, out, write(tmp_path / "answers", _answers(job)))
    kept = (job / "replies.jsonl").read_bytes()
    (job / "replies.jsonl").write_bytes(kept[:-30])
    out.unlink()
    assert bring(job, out, write(tmp_path / "answers", _answers(job))).code == 0
    assert json.loads((job / "replies.jsonl").read_bytes().splitlines()[-1])["text"]
