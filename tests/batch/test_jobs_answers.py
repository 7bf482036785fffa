"""Answers that are cut off, damaged, failed or not ours: each is named, and keeps no other back."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .answering import STEMS, answers, flat
from .jobbing import bring, cases, export, finished, lines, requests, results, write
from .scripted_model import completion, well


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five cases, exported once."""
    folder = tmp_path_factory.mktemp("exported")
    assert export(folder / "job", cases(folder / "cases.jsonl", *STEMS)).code == 0
    return folder / "job"


@pytest.fixture
def job(exported: Path, tmp_path: Path) -> Path:
    """A copy of the job for one test to spoil."""
    return Path(shutil.copytree(exported, tmp_path / "job"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def test_a_last_line_that_was_cut_off_is_asked_for_when_the_whole_file_comes(
    job: Path, out: Path, tmp_path: Path
) -> None:
    whole = write(tmp_path / "whole", answers(job)).read_bytes()
    (tmp_path / "torn").write_bytes(whole[:-40])
    torn = bring(job, out, tmp_path / "torn")
    assert torn.code == 1
    assert "1 cut off or damaged, ignored" in torn.err
    assert "line 5: cut off or damaged" in flat(torn.err)
    assert "1 case still waits for an answer." in flat(torn.err)
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
    found = answers(job)
    found[1]["custom_id"] = tampered(found[1]["custom_id"])
    ran = bring(job, out, write(tmp_path / "answers", found))
    assert ran.code == 1
    assert "1 with an unknown custom_id, ignored" in flat(ran.err)
    assert "line 2: no request has the custom_id" in flat(ran.err)
    assert "\x1b" not in ran.err
    assert [one["id"] for one in results(out)] == [STEMS[0], *STEMS[2:]]


def test_a_reply_under_the_name_of_another_case_does_not_pass_its_checks(job: Path, out: Path, tmp_path: Path) -> None:
    found = answers(job)
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
    whole = write(tmp_path / "answers", answers(job)).read_bytes()
    (tmp_path / "answers").write_bytes(line + whole)
    ran = bring(job, out, tmp_path / "answers")
    assert (ran.code, len(results(out))) == (0, 5)
    assert "1 cut off or damaged, ignored" in flat(ran.err)


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
    found = answers(job)
    failed = found[0]["custom_id"]
    found[0] = {"id": "b", "custom_id": failed, **given}
    ran = bring(job, out, write(tmp_path / "answers", found))
    assert "1 failed" in ran.err
    assert (ran.code, len(results(out))) == ((1, 4) if asked_again else (0, 5))
    if asked_again:
        (again,) = lines(requests(job)[1])
        assert again["custom_id"] == failed.replace("-t1", "-t2")
        assert again["body"] == lines(requests(job)[0])[0]["body"]
        assert bring(job, out, write(tmp_path / "more", answers(job))).code == 0
    first = results(out)[0]
    assert (first["writer"], first["fallback"]) == (("model", False) if asked_again else ("template", True))


def test_engines_that_leave_out_the_status_or_the_wrapping_are_understood(job: Path, out: Path, tmp_path: Path) -> None:
    found = answers(job)
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
    good = answers(job)
    bad = [{"custom_id": one["custom_id"], "error": {"message": "bad request"}} for one in good]
    assert bring(job, out, write(tmp_path / "answers", [*bad, *good, *bad])).code == 0
    assert [one["writer"] for one in results(out)] == ["model"] * 5
    assert len(requests(job)) == 1
