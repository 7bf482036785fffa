"""`claimwright jobs`: what it says at each step, what it loads, what it asks before anything is sent."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.batch.jobbing import bring, cases, engine, export, lines, requests, write
from tests.batch.jobs_server import KEY, provider
from tests.batch.scripted_model import well
from tests.test_imports import loaded

from .running import SCRIPT, case, environment, example, run

COMMANDS = ["export", "submit", "status", "collect", "import"]


def _said(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_plain_words(name: str) -> None:
    found = run("jobs", name, "--help")
    assert (found.code, found.err) == (0, "")
    assert "--today DATE" in found.out
    assert max(len(line) for line in found.out.splitlines()) <= 88


def test_the_help_shows_the_way_there_and_back() -> None:
    found = run("jobs", "--help").out
    places = [found.index(f"claimwright jobs {name}") for name in ("export", "submit", "collect", "import")]
    assert places == sorted(places)
    assert [name for name in COMMANDS if f"  {name} " not in found] == []


def test_each_step_says_what_it_did_and_what_comes_next(tmp_path: Path) -> None:
    job, out = tmp_path / "job", tmp_path / "out.jsonl"
    with provider(model=well) as server:
        env = {"OPENAI_BASE_URL": server.url, "XDG_STATE_HOME": str(tmp_path / "state"), "OPENAI_API_KEY": KEY}
        path = cases(tmp_path / "cases.jsonl", "wrong-colour", "cracked-mug")
        exported = run("jobs", "export", path, "-o", str(job), **env)
        submitted = run("jobs", "submit", str(job), **env)
        collected = run("jobs", "collect", str(job), "--wait", **env)
        brought = run("jobs", "import", "--from", str(job), "-o", str(out), **env)
    assert [one.out for one in (exported, submitted, collected, brought)] == [""] * 4
    assert f"2 requests to gpt-5-mini, 0.0 MB: {job}/requests-1.jsonl. Nothing was sent." in _said(exported.err)
    assert f"Next: claimwright jobs submit {job}" in _said(exported.err)
    assert "facts of the case go to" in _said(submitted.err)
    assert "requests-1.jsonl: 2 requests sent, batch batch_1." in _said(submitted.err)
    assert f"Fetch the answers with: claimwright jobs collect {job}" in _said(submitted.err)
    assert "requests-1.jsonl: completed" in _said(collected.err)
    assert f"Next: claimwright jobs import --from {job} -o OUT" in _said(collected.err)
    assert "4 lines: 2 new answers; 2 taken before or given twice." in _said(brought.err)
    assert f"2 cases finished. The results are in {out}." in _said(brought.err)


def test_quiet_says_nothing(tmp_path: Path) -> None:
    job, out = tmp_path / "job", tmp_path / "out.jsonl"
    with provider() as server:
        env = {"OPENAI_BASE_URL": server.url, "XDG_STATE_HOME": str(tmp_path / "state")}
        path = cases(tmp_path / "cases.jsonl", "wrong-colour")
        steps = [
            ("export", path, "-o", str(job)),
            ("submit", str(job)),
            ("collect", str(job)),
            ("import", "--from", str(job), "-o", str(out)),
        ]
        found = [run("jobs", *step, "-q", **env) for step in steps]
    assert [(one.out, one.err) for one in found] == [("", "")] * 4


def test_on_a_terminal_it_is_asked_before_anything_is_sent(tmp_path: Path) -> None:
    with provider() as server:
        job = tmp_path / "job"
        export(job, example("wrong-colour"), url=server.url)
        env = environment(OPENAI_BASE_URL=server.url, XDG_STATE_HOME=str(tmp_path / "state"), OPENAI_API_KEY=KEY)
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [SCRIPT, "jobs", "submit", str(job)], env=env, stdin=theirs, stderr=subprocess.PIPE
        ) as process:
            os.write(ours, b"n\n")
            assert process.stderr is not None
            said = process.stderr.read().decode()
        os.close(ours)
        os.close(theirs)
    assert process.returncode == 6
    assert "You chose to send nothing." in said
    assert server.asked == []


@pytest.mark.parametrize("name", ["submit", "status", "collect"])
def test_a_place_without_an_export_is_said(name: str, tmp_path: Path) -> None:
    found = run("jobs", name, str(tmp_path))
    assert found.code == 8
    assert "there is no export. Name the folder or file that `jobs export` wrote." in _said(found.err)


def test_a_manifest_of_another_version_is_said(tmp_path: Path) -> None:
    (tmp_path / "manifest.jsonl").write_text('{"format": 99}\n', encoding="utf-8")
    found = run("jobs", "status", str(tmp_path))
    assert (found.code, "this is no manifest, or one of another version" in _said(found.err)) == (8, True)


def test_what_is_set_in_the_settings_file_counts(tmp_path: Path) -> None:
    home, job = tmp_path / "home", tmp_path / "job"
    home.mkdir()
    (home / "config.toml").write_text('model = "set-model"\nwriter = "model"\nlimit = 900\n', encoding="utf-8")
    found = run("jobs", "export", example("wrong-colour"), "-o", str(job), "--home", str(home))
    assert (found.code, "1 request to set-model" in found.err) == (0, True)
    head = lines(job / "manifest.jsonl")[0]
    assert (head["fallback"], head["terms"]["limit"], head["max_bytes"]) == (False, 900, 95_000_000)


def test_two_imports_into_one_place_exclude_each_other(tmp_path: Path) -> None:
    job = tmp_path / "job"
    export(job, example("wrong-colour"))
    answers = write(tmp_path / "answers", engine(lines(*requests(job))))
    holding = (
        "import sys; from pathlib import Path; from claimwright.batch.lock import held\n"
        f"with held(Path({str(job / '.lock')!r})):\n print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        found = bring(job, tmp_path / "out.jsonl", answers)
        process.communicate("")
    assert (found.code, "Another run" in found.err) == (2, True)


def test_deciding_and_importing_load_no_sdk(tmp_path: Path) -> None:
    job, path = tmp_path / "job", cases(tmp_path / "cases.jsonl", "wrong-colour")
    assert not {"openai", "httpx2", "langchain_core", "jinja2"} & loaded("jobs", "--help")
    assert not {"openai", "httpx2"} & loaded("jobs", "export", path, "-o", str(job), "-q")
    answers = write(tmp_path / "answers", engine(lines(*requests(job)), lambda body: (400, {"error": "bad"})))
    found = loaded("jobs", "import", str(answers), "--from", str(job), "-o", str(tmp_path / "out.jsonl"), "-q")
    assert not {"openai", "httpx2", "langchain_core"} & found
    assert json.loads((tmp_path / "out.jsonl").read_bytes())["writer"] == "template"


@pytest.mark.parametrize("seconds", [0.6, pytest.param(1.2, marks=pytest.mark.slow)])
def test_ctrl_c_says_one_word(seconds: float, tmp_path: Path) -> None:
    job, path = tmp_path / "job", tmp_path / "cases.jsonl"
    write(path, [case("wrong-colour", id=f"case {number}") for number in range(3000)])
    command = [SCRIPT, "jobs", "export", str(path), "-o", str(job), "--jobs", "2"]
    with subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, start_new_session=True) as process:
        while not job.exists():
            time.sleep(0.02)
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=60)[1].decode()
    assert (process.returncode, said.strip()) == (130, "Interrupted.")
    assert [*job.iterdir()] == []
    assert export(job, example("wrong-colour")).code == 0
