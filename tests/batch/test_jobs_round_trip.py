"""The same cases by files and live: a round trip through a provider ends in the results of the direct path."""

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import ROOT, example, run

from .jobbing import EXAMPLES, Lines, bring, cases, engine, export, lines, requests, results, told, write
from .jobs_server import KEY, Provider, provider

EVERY_FOURTH = sorted(map(str, (ROOT / "examples").glob("*.json")))[::4]
SOME = [
    example(stem)
    for stem in ("wrong-colour", "cracked-mug", "dislike", "stalled", "expired-food", "size-chart", "no-tracking")
]


def _direct(server: Provider, out: Path, *paths: str, **env: str) -> None:
    ran = run("batch", *paths, "-o", str(out), "--concurrency", "4", OPENAI_BASE_URL=server.url, **env)
    assert ran.code == 0, ran.err


def _by_files(server: Provider, job: Path, out: Path, *paths: str, **env: str) -> list[str]:
    """Goes round until everything is finished; what `collect` said."""
    assert export(job, *paths, url=server.url, **env).code == 0
    said = []
    for _ in range(12):
        ran = run("jobs", "submit", str(job), OPENAI_BASE_URL=server.url, **env)
        assert ran.code == 0, ran.err
        said.append(run("jobs", "collect", str(job), OPENAI_BASE_URL=server.url, **env).err)
        if list((job / "answers").glob("*.jsonl")):
            ran = run("jobs", "import", "--from", str(job), "-o", str(out), **env)
            if ran.code == 0:
                return said
    raise AssertionError(f"not finished: {ran.err}")


@pytest.fixture(scope="module")
def direct(tmp_path_factory: pytest.TempPathFactory) -> Lines:
    """The results of some cases, asked live."""
    folder = tmp_path_factory.mktemp("direct")
    with provider() as server:
        _direct(server, folder / "out.jsonl", *SOME, XDG_STATE_HOME=str(folder), OPENAI_API_KEY=KEY)
    return results(folder / "out.jsonl")


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(tmp_path / "state"), "OPENAI_API_KEY": KEY}


@pytest.mark.parametrize(
    ("some", "least"),
    [
        pytest.param(EVERY_FOURTH, 2, id="every fourth example"),
        pytest.param([EXAMPLES], 5, id="all examples", marks=pytest.mark.slow),
    ],
)
def test_cases_of_all_kinds_end_in_the_results_of_the_direct_path(
    some: list[str], least: int, tmp_path: Path, env: dict[str, str]
) -> None:
    direct, out, job = tmp_path / "direct.jsonl", tmp_path / "out.jsonl", tmp_path / "job"
    with provider() as server:
        _direct(server, direct, *some, **env)
        live = len(server.live)
        _by_files(server, job, out, *some, **env)
        assert len(server.live) == live
    assert results(out) == results(direct)
    assert server.keys == {f"Bearer {KEY}"}
    assert {1, 2, 3} <= {len(one["rounds"]) for one in results(out) if one["writer"] == "model"}
    writers = Counter(one["writer"] for one in results(out))
    assert min(writers["model"], writers["template"], writers[None]) >= least
    assert _bodies(live=server.live) == _bodies(files=[one["body"] for one in lines(*job.glob("requests-*.jsonl"))])


def _bodies(live: Lines = (), files: Lines = ()) -> set[str]:  # type: ignore[assignment]
    """What was asked. Live, a parameter that a model is known to refuse is sent once, and then not."""
    known = ("model", "messages")
    return {repr({name: one[name] for name in known}) for one in (*live, *files)}


_UNANSWERED = "had no answer; import puts them into a new file"


@pytest.mark.parametrize(
    ("fate", "said"),
    [
        pytest.param("expired", "expired", id="expired"),
        pytest.param("cancelled", _UNANSWERED, id="cancelled", marks=pytest.mark.slow),
        pytest.param("gone", _UNANSWERED, id="gone"),
        pytest.param("silent", "completed, the provider holds no file of it", id="silent", marks=pytest.mark.slow),
        pytest.param(
            "room",
            "Enqueued token limit reached for gpt-5-mini. Limit: 90,000 enqueued tokens.",
            id="room",
            marks=pytest.mark.slow,
        ),
        pytest.param("invalid", "turned it away: Line 1 is invalid.", id="invalid"),
    ],
)
def test_whatever_becomes_of_a_batch_the_results_are_those_of_the_direct_path(
    fate: str, said: str, direct: Lines, tmp_path: Path, env: dict[str, str]
) -> None:
    with provider(fate, "complete") as server:
        told = _by_files(server, tmp_path / "job", tmp_path / "out.jsonl", *SOME, **env)
    assert said in " ".join(told[0].split())
    assert results(tmp_path / "out.jsonl") == direct


def test_a_folder_of_results_is_that_of_the_direct_path_too(tmp_path: Path, env: dict[str, str]) -> None:
    with provider() as server:
        _direct(server, tmp_path / "direct", *SOME, **env)
        _by_files(server, tmp_path / "job", tmp_path / "out", *SOME, **env)
    ours, theirs = (
        {path.name: _content(path) for path in (tmp_path / out).iterdir() if not path.name.startswith("report.")}
        for out in ("out", "direct")
    )
    assert ours == theirs
    assert len(ours) > 2 * len(SOME)
    assert (tmp_path / "out/report.json").is_file()


def test_a_batch_goes_on_from_what_was_imported(tmp_path: Path, env: dict[str, str]) -> None:
    with provider() as server:
        _by_files(server, tmp_path / "job", tmp_path / "out.jsonl", *SOME, **env)
        ran = run("batch", *SOME, "-o", str(tmp_path / "out.jsonl"), OPENAI_BASE_URL=server.url, **env)
        assert f"All {len(SOME)} cases are done already." in ran.err
        assert server.live == []


def _content(path: Path) -> Any:
    if path.suffix == ".txt":
        return path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [told(one) for one in lines(path)]
    return told(json.loads(path.read_bytes()))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with cases, exported by one process; its words are a copy that nobody changes meanwhile."""
    folder = tmp_path_factory.mktemp("exported")
    for name in ("prompts", "templates"):
        shutil.copytree(ROOT / name, folder / "home" / name)
    path = cases(folder / "cases.jsonl", *(Path(one).stem for one in EVERY_FOURTH))
    assert export(folder / "1", path, "--home", str(folder / "home"), "--jobs", "1").code == 0
    return folder


@pytest.mark.slow
def test_several_processes_export_the_same(exported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimwright.batch.jobs.clerks.WORTH_IT", 10)
    home = str(exported / "home")
    assert export(exported / "2", str(exported / "cases.jsonl"), "--home", home, "--jobs", "2").code == 0
    for name in ("requests-1.jsonl", "results.jsonl"):
        assert (exported / "2" / name).read_bytes() == (exported / "1" / name).read_bytes()


def test_several_processes_import_the_same(exported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimwright.batch.jobs.clerks.WORTH_IT", 10)
    answers = write(exported / "answers", engine(lines(*requests(exported / "1"))))
    for jobs in ("1", "2"):
        job = shutil.copytree(exported / "1", exported / f"imported-{jobs}")
        bring(job, exported / f"{jobs}.jsonl", answers, "--jobs", jobs)
    ours, theirs = (exported / f"imported-{jobs}" / "requests-2.jsonl" for jobs in ("1", "2"))
    assert ours.read_bytes() == theirs.read_bytes()
    assert (exported / "2.jsonl").read_bytes() == (exported / "1.jsonl").read_bytes()
    assert len(results(exported / "1.jsonl")) >= 5
