"""Nothing is lost, nothing comes twice, nothing is torn: whenever a batch is killed, and however often."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import environment, run

from .cases import cases, write_lines

KILLING = Path(__file__).with_name("killing.py")


def killing(**given: Any) -> Any:
    done = subprocess.run(
        [sys.executable, str(KILLING)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def batch(*args: str) -> int:
    return run("batch", "-q", *args).code


def content(out: Path) -> dict[str, bytes]:
    """Everything in OUT, by name; what a report says of the time it took is none of it."""
    if out.is_file():
        return {"": out.read_bytes()}
    return {one.name: one.read_bytes() for one in out.iterdir()}


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """Cases of all kinds: some twelve, one of them broken, one refused, one under an id that has to be changed."""
    some = cases(12)
    some[4]["id"] = "../Ä/con"
    path = write_lines(tmp_path / "cases.jsonl", some)
    path.write_text(path.read_text() + '{"id": "broken", "facts": 5}\n{bad\n', encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", [".jsonl", ""])
@pytest.mark.parametrize("kills", [8, pytest.param(25, marks=pytest.mark.slow)])
def test_kills_at_random_moments_leave_what_an_undisturbed_run_leaves(
    kills: int, ending: str, given: Path, tmp_path: Path
) -> None:
    whole = tmp_path / f"whole{ending}"
    assert batch(str(given), "-o", str(whole)) == 1
    folder = tmp_path / "outs"
    folder.mkdir()
    argv = ["batch", "-q", str(given), ending]
    found = killing(at_random={"argv": argv, "folder": str(folder), "kills": kills, "longest": 0.16, "seed": 7})
    assert found["killed"] == kills
    assert found["code"] == 1
    outs = [folder / f"{number}{ending}" for number in range(found["finished"])]
    assert [content(one) == content(whole) for one in outs] == [True] * len(outs)
    left = {one.name for one in folder.iterdir()}
    endings = ["", ".report.json", ".report.html"] if ending else [""]
    assert left == {f"{one.name}{more}" for one in outs for more in endings}


@pytest.mark.parametrize(
    ("where", "ending", "stride"),
    [
        ("amid", ".jsonl", 4),
        pytest.param("after", "", 1, marks=pytest.mark.slow),
        pytest.param("before", ".jsonl", 1, marks=pytest.mark.slow),
        pytest.param("after", ".jsonl", 1, marks=pytest.mark.slow),
        pytest.param("before", "", 1, marks=pytest.mark.slow),
        pytest.param("amid", "", 1, marks=pytest.mark.slow),
        pytest.param("amid", ".jsonl", 1, marks=pytest.mark.slow),
    ],
)
def test_a_kill_at_each_step_that_changes_a_file_leaves_what_an_undisturbed_run_leaves(
    where: str, ending: str, stride: int, given: Path, tmp_path: Path
) -> None:
    """With a stride, at some of the steps. A message in the folder that was edited before is kept."""
    earlier = tmp_path / f"earlier{ending}"
    first, second = cases(2), cases(3)
    second[1]["what_happened"] = ["The parcel was open and empty."]  # it has changed, so the results are put in order
    write_lines(given, first)
    assert batch(str(given), "-o", str(earlier)) == 0
    edited = {}
    if not ending:
        (earlier / "case-1.txt").write_text("mine", encoding="utf-8")
        edited = {"case-1.edited.txt": b"mine"}
    write_lines(given, second)
    whole = tmp_path / f"whole{ending}"
    assert batch(str(given), "-o", str(whole)) == 0
    outs = [tmp_path / f"out-{number}{ending}" for number in range(60 // stride)]
    for out in outs:
        shutil.copytree(earlier, out) if earlier.is_dir() else shutil.copy(earlier, out)
    argv = ["batch", "-q", str(given)]
    found = killing(at_each_step={"argv": argv, "outs": [*map(str, outs)], "where": where, "stride": stride})
    assert 8 // stride <= found["killed"] < len(outs)
    assert found["codes"] == [0]
    done = outs[: found["killed"]]
    assert [content(one) == content(whole) | edited for one in done] == [True] * len(done)
    assert [*tmp_path.glob("**/*.part")] == []


def test_a_second_run_of_a_finished_batch_changes_nothing(given: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(str(given), "-o", str(out))
    before = {one.name: (one.stat().st_mtime_ns, one.stat().st_ino) for one in out.iterdir()}
    batch(str(given), "-o", str(out))
    assert {one.name: (one.stat().st_mtime_ns, one.stat().st_ino) for one in out.iterdir()} == before


@pytest.mark.parametrize("ending", [".jsonl", ""])
def test_every_way_a_file_of_results_can_be_cut_off_is_mended(ending: str, tmp_path: Path) -> None:
    """As after a loss of power: all lengths of the last two lines, and pages of zeros at the end."""
    given = write_lines(tmp_path / "cases.jsonl", cases(3))
    out = tmp_path / f"out{ending}"
    batch(str(given), "-o", str(out))
    ledger = out if ending else out / "results.jsonl"
    whole = ledger.read_bytes()
    lines = whole.splitlines(keepends=True)
    lengths = [len(lines[0]) + cut for cut in (0, 1, 40, len(lines[1]) // 2, len(lines[1]) - 1, len(lines[1]) + 9)]
    for cut in (*(whole[:length] for length in lengths), lines[0] + b"\0" * 4096, lines[0] + b"\0\0\n" + lines[2]):
        ledger.write_bytes(cut)
        assert batch(str(given), "-o", str(out)) == 0
        assert ledger.read_bytes() == whole


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".jsonl", ""])
def test_kills_of_a_run_with_processes_leave_no_process_and_lose_nothing(ending: str, tmp_path: Path) -> None:
    given = write_lines(tmp_path / "cases.jsonl", cases(400))
    whole, out = tmp_path / f"whole{ending}", tmp_path / f"out{ending}"
    assert batch(str(given), "-o", str(whole), "--jobs", "2") == 0
    for seconds in (0.4, 0.9, 1.3, 1.7, 1.1, 0.8):
        command = [sys.executable, "-m", "claimwright", "batch", "-q", str(given), "-o", str(out), "--jobs", "2"]
        process = subprocess.Popen(command, env=environment())
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    assert batch(str(given), "-o", str(out), "--jobs", "2") == 0
    assert content(out) == content(whole)
    assert (whole if ending else whole / "results.jsonl").stat().st_size > 400_000
