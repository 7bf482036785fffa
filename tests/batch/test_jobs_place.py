"""Where the files of a job stand: what is there already is never written over, and is named with what belongs to it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claimwright.batch.jobs.log import Log
from claimwright.batch.jobs.place import Place

from .jobbing import bring, cases, engine, export, lines, write
from .scripted_model import well

Golden = Callable[[str, str], None]


@pytest.mark.parametrize(
    ("gone", "came", "name"),
    [
        pytest.param(False, "", "both", id="nothing is gone"),
        pytest.param(True, "", "requests-gone", id="the requests are gone"),
        pytest.param(True, "sent", "requests-gone-sent", id="the requests, after they were sent"),
        pytest.param(True, "answered", "requests-gone-answered", id="the requests, after answers had come"),
    ],
)
def test_an_export_that_was_deleted_in_part_names_what_is_left_and_what_to_do(
    gone: bool, came: str, name: str, tmp_path: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    job, path = Path("requests.jsonl"), cases(Path("cases.jsonl"), "wrong-colour")
    assert export(job, path).code == 0
    if came == "sent":
        Log(Place(job).batches).started(job.name, "batch_1")
    elif came:
        bring(job, Path("out.jsonl"), write(Path("answers"), engine(lines(job), well)))
    if gone:
        job.unlink()
    ran = export(job, path)
    assert ran.code == 2
    golden(f"batch/export-{name}.txt", ran.err)
    shutil.rmtree("requests.jsonl.job")
    job.unlink(missing_ok=True)
    assert export(job, path).code == 0
