"""The requests that are exported: the format, the limits of a file, what is hidden, and what has its result at once."""

import json
import re
import signal
import stat
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.running import ROOT, SCRIPT, case, environment, run

from claimwright.llm.deadline import Deadline
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.model import Turn
from claimwright.llm.openai_sdk import OpenAIModel

from .jobbing import EXAMPLES, bring, cases, engine, export, lines, requests, results, write
from .jobs_server import KEY, provider
from .scripted_model import scripted, well

LINE = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A line of an input file of the OpenAI Batch API, as vLLM run-batch reads it too",
    "type": "object",
    "additionalProperties": False,
    "required": ["custom_id", "method", "url", "body"],
    "properties": {
        "custom_id": {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"},
        "method": {"const": "POST"},
        "url": {"const": "/v1/chat/completions"},
        "body": {
            "type": "object",
            "additionalProperties": False,
            "required": ["model", "messages"],
            "properties": {
                "model": {"type": "string", "minLength": 1},
                "messages": {
                    "type": "array",
                    "minItems": 2,
                    "items": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["role", "content"],
                        "properties": {
                            "role": {"enum": ["system", "user", "assistant"]},
                            "content": {"type": "string", "minLength": 1},
                        },
                    },
                },
                "max_tokens": {"type": "integer", "minimum": 1},
                "max_completion_tokens": {"type": "integer", "minimum": 1},
                "temperature": {"type": "number", "minimum": 0, "maximum": 2},
            },
        },
    },
}


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All examples, exported with a key in the environment."""
    job = tmp_path_factory.mktemp("exported") / "job"
    ran = export(job, EXAMPLES, "--model", "some-model", OPENAI_API_KEY=KEY)
    assert (ran.code, ran.out) == (0, "")
    return job


def test_every_line_is_one_that_batch_engines_take(examples: Path) -> None:
    found = lines(*requests(examples))
    validator = Draft202012Validator(LINE)
    assert [error.message for one in found for error in validator.iter_errors(one)] == []
    assert len(found) == len({one["custom_id"] for one in found}) >= 40
    assert {one["body"]["model"] for one in found} == {"some-model"}


def test_lines_are_plain_ascii_so_that_every_reader_splits_them_alike(examples: Path) -> None:
    (path,) = requests(examples)
    data = path.read_bytes()
    assert data.isascii()
    assert data.endswith(b"\n")
    assert len(data.decode().splitlines()) == data.count(b"\n")


def test_every_case_is_a_request_or_a_result(examples: Path) -> None:
    rows = lines(examples / "manifest.jsonl")[1:]
    asked = {one["id"] for one in rows if one["request"]}
    decided = {one["id"] for one in results(examples / "results.jsonl")}
    assert len(asked | decided) == len(rows) == len([*(ROOT / "examples").glob("*.json")])
    assert asked & decided == set()
    assert {one["message"] for one in results(examples / "results.jsonl")} == {None}


def test_nothing_that_identifies_is_in_a_request_and_no_key_anywhere(examples: Path) -> None:
    sent = b"".join(path.read_bytes() for path in requests(examples)).decode()
    kept = b"".join(path.read_bytes() for path in examples.rglob("*") if path.is_file()).decode()
    for path in (ROOT / "examples").glob("*.json"):
        order, buyer = case(path.stem).get("order", {}), case(path.stem).get("buyer", {})
        for secret in (order.get("number"), order.get("tracking_number"), buyer.get("name")):
            assert not secret or secret not in sent
    assert KEY not in kept
    assert "[[TRACKING_NUMBER]]" in sent


def test_files_are_for_their_owner_alone(examples: Path) -> None:
    modes = {stat.S_IMODE(path.stat().st_mode) for path in examples.iterdir() if path.is_file()}
    assert (modes, stat.S_IMODE(examples.stat().st_mode)) == ({0o600}, 0o700)


def test_a_body_is_the_one_that_a_live_request_has(tmp_path: Path) -> None:
    export(tmp_path / "job", cases(tmp_path / "cases.jsonl", "wrong-colour"), "--model", "some-model")
    (one,) = lines(*requests(tmp_path / "job"))
    with provider() as server:
        model = OpenAIModel(Endpoint(server.url, "some-model"), lambda body: None)
        turns = [Turn(turn["role"], turn["content"]) for turn in one["body"]["messages"]]
        model.complete(turns, Deadline.after(20))
    assert server.live == [one["body"]]


@pytest.mark.parametrize(
    ("model", "parameters"),
    [
        ("gpt-4o-mini", {"max_tokens", "temperature"}),
        ("llama-3.1-8b", {"max_tokens", "temperature"}),
        ("gpt-5-mini", {"max_completion_tokens"}),
        ("o3", {"max_completion_tokens"}),
        ("openai/o4-mini", {"max_completion_tokens"}),
    ],
)
def test_a_parameter_that_a_model_is_known_to_refuse_is_left_out(
    model: str, parameters: set[str], tmp_path: Path
) -> None:
    export(tmp_path / "job", cases(tmp_path / "cases.jsonl", "wrong-colour"), "--model", model)
    (one,) = lines(*requests(tmp_path / "job"))
    assert {*one["body"]} == {"model", "messages"} | parameters


@pytest.mark.parametrize(
    ("args", "sizes"),
    [
        (("--max-requests", "2"), [2, 2, 1]),
        (("--max-requests", "5"), [5]),
        (("--max-mb", "0.01"), [2, 2, 1]),
    ],
)
def test_a_file_keeps_within_its_limits(args: tuple[str, ...], sizes: list[int], tmp_path: Path) -> None:
    stems = ("wrong-colour", "cracked-mug", "expired-food", "size-chart", "dislike")
    path, job = cases(tmp_path / "cases.jsonl", *stems), tmp_path / "job"
    export(job, path, *args)
    assert [len(lines(one)) for one in requests(job)] == sizes
    assert args[0] == "--max-requests" or all(one.stat().st_size <= 10_000 for one in requests(job))


def test_one_file_goes_on_beside_it_when_it_is_full(tmp_path: Path) -> None:
    path = cases(tmp_path / "cases.jsonl", "wrong-colour", "cracked-mug", "dislike")
    export(tmp_path / "requests.jsonl", path, "--max-requests", "2")
    assert [len(lines(tmp_path / name)) for name in ("requests.jsonl", "requests-2.jsonl")] == [2, 1]
    assert (tmp_path / "requests.jsonl.job/manifest.jsonl").is_file()


@pytest.mark.parametrize(
    "id", ["../../etc/passwd", "a/b\\c", "é" * 300, "🙂", "x\u2028y", "CON", "a b  c", '"}{', "-", "case-1-r1-t1"]
)
def test_any_id_makes_a_safe_custom_id(id: str, tmp_path: Path) -> None:
    export(tmp_path / "job", cases(tmp_path / "cases.jsonl", "wrong-colour", id=id))
    (one,) = lines(*requests(tmp_path / "job"))
    assert re.fullmatch("[A-Za-z0-9_-]{1,64}", one["custom_id"])
    assert lines(tmp_path / "job/manifest.jsonl")[1]["id"] == id


def test_what_cannot_be_asked_has_its_result_at_once(tmp_path: Path) -> None:
    given: list[Any] = [
        case("wrong-colour"),
        case("wrong-colour"),  # the same id again
        {**case("wrong-colour"), "id": "wrong", "order": 3},
        {**case("wrong-colour"), "id": "refused", "facts": {**case("wrong-colour")["facts"], "intent": "bad_faith"}},
        {**case("wrong-colour"), "id": "unknown", "facts": {}},
    ]
    path = write(tmp_path / "cases.jsonl", given)
    path.write_text(path.read_text(encoding="utf-8") + '{"id": "torn", \n', encoding="utf-8")
    ran = export(tmp_path / "job", str(path))
    found = {(one["id"], one["error"]["exit_code"]) for one in results(tmp_path / "job/results.jsonl")}
    assert found == {(case("wrong-colour")["id"], 7), ("wrong", 7), ("torn", 7), ("refused", 3), ("unknown", 4)}
    assert (ran.code, len(lines(*requests(tmp_path / "job")))) == (1, 1)
    assert "5 cases need no model" in ran.err
    assert "results.jsonl; 3 failed." in " ".join(ran.err.split())


@pytest.mark.parametrize("name", ["job", "requests.jsonl"])
def test_a_folder_is_not_read_for_the_requests_that_are_written_into_it(name: str, tmp_path: Path) -> None:
    cases(tmp_path / "cases.jsonl", "wrong-colour", "cracked-mug", "dislike")
    assert export(tmp_path / name, str(tmp_path), "--max-requests", "1").code == 0
    files = requests(tmp_path / name) if name == "job" else [*tmp_path.glob("requests*.jsonl")]
    answers = write(tmp_path / "answers", engine(lines(*files), well))
    assert bring(tmp_path / name, tmp_path / "out.jsonl", answers).code == 0
    ran = bring(tmp_path / name, tmp_path / "out.jsonl", answers)
    assert "come since the export" not in ran.err
    assert [one["writer"] for one in results(tmp_path / "out.jsonl")] == ["model"] * 3


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("-", "-o", "{tmp}/job"), 2, "put them into a file"),
        (("{tmp}/none.json", "-o", "{tmp}/job"), 8, "there is no such file"),
        (("{cases}", "-o", "{tmp}/there"), 2, "holds other files"),
        (("{cases}", "-o", "{cases}"), 2, "exists. Name another file"),
        (("{cases}", "-o", "{tmp}/there/file"), 2, "is a file"),
        (("{cases}", "-o", "{tmp}/job", "--model", "langchain:a:B"), 2, "not a class"),
        (("{cases}", "-o", "{tmp}/job", "--base-url", "ftp://x"), 2, "--base-url starts with http"),
        (("{cases}", "-o", "{tmp}/job", "--max-requests", "50001"), 2, "50001"),
    ],
)
def test_what_cannot_be_exported_is_said_and_nothing_is_written(
    args: tuple[str, ...], code: int, said: str, tmp_path: Path
) -> None:
    path = cases(tmp_path / "cases.jsonl", "wrong-colour")
    (tmp_path / "there").mkdir()
    (tmp_path / "there/file").write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    ran = run("jobs", "export", *(one.format(tmp=tmp_path, cases=path) for one in args))
    assert ran.code == code, ran.err
    assert said in " ".join(ran.err.split())
    assert sorted(tmp_path.rglob("*")) == before


def test_an_export_is_never_written_over(tmp_path: Path) -> None:
    path = cases(tmp_path / "cases.jsonl", "wrong-colour")
    for name in ("job", "requests.jsonl"):
        export(tmp_path / name, path)
        ran = export(tmp_path / name, path)
        assert (ran.code, "holds an export already" in " ".join(ran.err.split())) == (2, True)


@pytest.mark.parametrize("name", ["results.jsonl", "requests-1.jsonl", "manifest-2.jsonl", "notes.txt"])
def test_what_somebody_else_has_put_there_is_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / "job").mkdir()
    (tmp_path / "job" / name).write_text("mine", encoding="utf-8")
    ran = export(tmp_path / "job", cases(tmp_path / "cases.jsonl", "wrong-colour"))
    assert (ran.code, (tmp_path / "job" / name).read_text(encoding="utf-8")) == (2, "mine")


def test_an_export_that_was_killed_begins_anew(tmp_path: Path) -> None:
    job = tmp_path / "job"
    command = [SCRIPT, "jobs", "export", EXAMPLES, "-o", str(job), "--max-requests", "5"]
    with subprocess.Popen(command, env=environment(), stderr=subprocess.DEVNULL) as process:
        while not [*job.glob("*.part")]:
            time.sleep(0.02)
        time.sleep(0.2)
        process.send_signal(signal.SIGKILL)
    assert not (job / "manifest.jsonl").exists()
    assert "there is no export" in run("jobs", "status", str(job)).err
    assert run(*command[1:]).code == 0
    assert not [*job.glob("*.part")]
    assert len(lines(*requests(job))) >= 40


def test_two_exports_of_the_same_cases_are_the_same(examples: Path, tmp_path: Path) -> None:
    export(tmp_path / "job", EXAMPLES, "--model", "some-model")
    assert [path.read_bytes() for path in requests(tmp_path / "job")] == [
        path.read_bytes() for path in requests(examples)
    ]


def test_with_no_mask_everything_is_sent_and_said(tmp_path: Path) -> None:
    export(tmp_path / "job", cases(tmp_path / "cases.jsonl", "stalled"), "--no-mask")
    text = json.dumps(lines(*requests(tmp_path / "job")))
    assert case("stalled")["order"]["tracking_number"] in text
    assert scripted(lines(*requests(tmp_path / "job"))[0]["body"])
