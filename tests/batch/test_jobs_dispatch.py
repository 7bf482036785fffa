"""Files are sent once whatever happens on the way, and everything that an ended batch has brought is fetched."""

import json
import subprocess
from pathlib import Path

import pytest
from tests.cli.running import SCRIPT, Ran, environment, run

from claimwright.batch.jobs.log import Log

from .jobbing import cases, export, lines, requests
from .jobs_server import KEY, TOO_MUCH, Provider, provider

STEMS = ("wrong-colour", "cracked-mug", "dislike", "size-chart")


def _job(server: Provider, tmp_path: Path, *args: str) -> Path:
    path = cases(tmp_path / "cases.jsonl", *STEMS)
    export(tmp_path / "job", path, "--max-requests", "2", *args, url=server.url)
    return tmp_path / "job"


def _env(server: Provider, tmp_path: Path) -> dict[str, str]:
    return {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY, "XDG_STATE_HOME": str(tmp_path / "state")}


def _flat(text: str) -> str:
    return " ".join(text.split())


def _jobs(command: str, job: Path, server: Provider, *args: str) -> Ran:
    return run("jobs", command, str(job), *args, **_env(server, job.parent))


def test_each_file_is_sent_once_however_often_it_is_asked_for(tmp_path: Path) -> None:
    with provider("running") as server:
        job = _job(server, tmp_path)
        for _ in range(3):
            assert _jobs("submit", job, server).code == 0
        assert (server.count("POST /v1/files"), server.count("POST /v1/batches")) == (2, 2)
        assert [server.files[f"file-{n + 1}"] for n in range(2)] == [path.read_bytes() for path in requests(job)]


def test_no_more_batches_are_under_way_than_are_wanted(tmp_path: Path) -> None:
    with provider("running", "complete") as server:
        job = _job(server, tmp_path)
        for _ in range(2):
            ran = _jobs("submit", job, server, "--at-once", "1")
            assert (ran.code, len(server.batches)) == (1, 1)
            assert "requests-2.jsonl: 2 requests, not sent yet." in _flat(ran.err)
        assert _jobs("collect", job, server).code == 1
        server.batches["batch_1"]["status"] = "cancelled"
        assert _jobs("collect", job, server).code == 0
        ran = _jobs("submit", job, server, "--at-once", "1")
        assert (ran.code, len(server.batches)) == (0, 2)


def test_a_file_that_was_uploaded_before_a_kill_is_not_uploaded_again(tmp_path: Path) -> None:
    with provider("running") as server:
        job = _job(server, tmp_path)
        server.files["file-1"] = requests(job)[0].read_bytes()
        Log(job / "batches.jsonl").uploaded("requests-1.jsonl", "file-1")
        assert _jobs("submit", job, server).code == 0
        assert (server.count("POST /v1/files"), server.count("POST /v1/batches")) == (1, 2)


@pytest.mark.parametrize(
    "whole",
    [pytest.param(True, id="whole journal", marks=pytest.mark.slow), pytest.param(False, id="its last line torn")],
)
def test_a_batch_whose_creation_was_killed_is_found_and_not_started_again(whole: bool, tmp_path: Path) -> None:
    with provider("running") as server:
        job = _job(server, tmp_path)
        server.refusals = ["hangs"]
        env = environment(**_env(server, tmp_path))
        with subprocess.Popen([SCRIPT, "jobs", "submit", str(job)], env=env, stderr=subprocess.DEVNULL) as process:
            assert server.hanging.wait(20)
            process.kill()
        server.over.set()
        if not whole:
            with (job / "batches.jsonl").open("ab") as stream:
                stream.write(b'{"file": "requests-1.jsonl", "step": "star')
        assert _jobs("submit", job, server).code == 0
        assert (server.count("POST /v1/files"), server.count("POST /v1/batches")) == (2, 2)
        assert sorted(server.batches) == ["batch_1", "batch_2"]


def test_a_batch_whose_creation_nobody_confirmed_is_found(tmp_path: Path) -> None:
    with provider("running") as server:
        job = _job(server, tmp_path)
        server.refusals = ["lost"]
        lost = _jobs("submit", job, server)
        assert (lost.code, "The endpoint cannot be reached" in lost.err) == (6, True)
        assert _jobs("submit", job, server).code == 0
        assert len(server.batches) == 2


def test_a_batch_that_was_not_started_though_it_was_to_be_is_started(tmp_path: Path) -> None:
    with provider("running") as server:
        job = _job(server, tmp_path)
        server.refusals = [500]
        assert _jobs("submit", job, server).code == 6
        assert _jobs("submit", job, server).code == 0
        assert len(server.batches) == 2


def test_too_many_requests_are_waited_for_and_then_said(tmp_path: Path) -> None:
    with provider("running") as server:
        job = _job(server, tmp_path)
        server.refusals = [429, 429]
        assert _jobs("submit", job, server).code == 0
    with provider("running") as server:
        (tmp_path / "other").mkdir()
        job = _job(server, tmp_path / "other")
        server.refusals = [429] * 20
        ran = _jobs("submit", job, server)
        assert (ran.code, "The endpoint asks for fewer requests" in ran.err) == (6, True)
        assert "requests-1.jsonl: 2 requests, uploaded, not started" in _jobs("status", job, server).out


def test_a_wrong_key_is_said_before_anything_is_uploaded_twice(tmp_path: Path) -> None:
    with provider() as server:
        job = _job(server, tmp_path)
        server.refusals = [401]
        ran = _jobs("submit", job, server)
        assert (ran.code, "does not accept the key" in " ".join(ran.err.split())) == (6, True)
        assert KEY not in ran.err


def test_a_file_that_was_turned_away_is_said_and_sent_again(tmp_path: Path) -> None:
    with provider("room", "running") as server:
        job = _job(server, tmp_path)
        _jobs("submit", job, server)
        ran = _jobs("collect", job, server)
        said = " ".join(ran.err.split())
        assert ran.code == 1
        assert f"requests-1.jsonl: the provider turned it away: {TOO_MUCH}" in said
        assert "Submit it again when an earlier batch has ended." in said
        assert "requests-1.jsonl: 2 requests, turned away: Enqueued" in _jobs("status", job, server).out
        again = _jobs("submit", job, server)
        assert f"It was turned away before: {TOO_MUCH}" in " ".join(again.err.split())
        assert len(server.batches) == 3


def test_what_is_not_finished_is_told_and_nothing_is_fetched(tmp_path: Path) -> None:
    with provider("complete", "running") as server:
        job = _job(server, tmp_path)
        _jobs("submit", job, server)
        first, second = _jobs("collect", job, server), _jobs("collect", job, server)
        assert (first.code, second.code) == (1, 1)
        assert "requests-2.jsonl: in_progress, 0 of 2 answered." in second.err
        assert "requests-1" not in second.err
        assert {path.name.split(".")[0] for path in (job / "answers").iterdir()} == {"requests-1"}


@pytest.mark.parametrize("fate", ["complete", "expired", "cancelled", "gone", "silent"])
def test_every_request_of_an_ended_batch_has_a_line(fate: str, tmp_path: Path) -> None:
    with provider(fate) as server:
        job = _job(server, tmp_path)
        _jobs("submit", job, server)
        assert _jobs("collect", job, server).code == 0
        assert _jobs("collect", job, server).err.strip() == "There is nothing new to fetch."
    asked = {one["custom_id"] for one in lines(*requests(job))}
    assert {one["custom_id"] for one in lines(*(job / "answers").glob("*.jsonl"))} == asked
    assert not [*(job / "answers").glob(".*")]


def test_status_speaks_to_programs_too(tmp_path: Path) -> None:
    with provider("complete", "running") as server:
        job = _job(server, tmp_path)
        before = _jobs("status", job, server, "--json").records()
        _jobs("submit", job, server)
        _jobs("collect", job, server)
        after = _jobs("status", job, server, "--json").records()
    assert [one["status"] for one in before] == ["not sent", "not sent"]
    assert [one["status"] for one in after] == ["completed, fetched", "in_progress"]
    assert [one["batch"] for one in after] == ["batch_1", "batch_2"]


def test_the_key_goes_nowhere_but_where_the_requests_were_exported_for(tmp_path: Path) -> None:
    with provider() as ours, provider() as other:
        job = _job(ours, tmp_path)
        ran = _jobs("submit", job, other)
        assert ran.code == 2
        assert f"exported for {ours.url}" in " ".join(ran.err.split())
        assert (other.asked, other.keys) == ([], set())
        assert _jobs("submit", job, other, "--base-url", other.url).code == 0
        assert (ours.asked, len(other.batches)) == ([], 2)


def test_where_there_are_no_batches_it_is_said(tmp_path: Path) -> None:
    with provider() as server:
        job = _job(server, tmp_path, "--base-url", server.url.replace("/v1", "/other"))
        env = {**_env(server, tmp_path), "OPENAI_BASE_URL": server.url.replace("/v1", "/other")}
        ran = run("jobs", "submit", str(job), **env)
    assert (ran.code, "does not know this model or address" in " ".join(ran.err.split())) == (6, True)


def test_a_journal_that_cannot_be_trusted_stops_everything(tmp_path: Path) -> None:
    with provider() as server:
        job = _job(server, tmp_path)
        (job / "batches.jsonl").write_text(json.dumps({"file": "x", "step": "danced", "said": ""}) + "\n", "utf-8")
        ran = _jobs("submit", job, server)
        assert (ran.code, "a line of it is damaged" in " ".join(ran.err.split())) == (8, True)
        assert server.asked == []
