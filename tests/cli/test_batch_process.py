"""`claimwright batch` as a process: pipes, signals, a full disk, a terminal, two at once, and what it loads."""

import fcntl
import json
import os
import pty
import signal
import struct
import subprocess
import termios
import time
from pathlib import Path

import pytest
from tests.test_imports import NETWORK, loaded

from .hoodies import hoodies, results
from .running import SCRIPT, case, environment, example, process, run


def test_stdin_and_stdout_are_a_pipe(tmp_path: Path) -> None:
    given = Path(hoodies(tmp_path / "c.jsonl", 5)).read_bytes()
    out = tmp_path / "out.jsonl"
    found = process("batch", "-", "-o", "-", stdin=given)
    assert found.code == 0
    assert [one["id"] for one in found.records()] == [f"hoodie-{number}" for number in range(5)]
    assert run("batch", "-q", "-", "-o", str(out), stdin=given).code == 0
    assert out.read_text(encoding="utf-8") == found.out
    assert run("batch", "-", "-o", str(out), stdin=given).code == 0
    assert out.read_text(encoding="utf-8") == found.out


def test_two_runs_on_one_out_exclude_each_other(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    command = [SCRIPT, "batch", "-q", "-", "-o", str(out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment()) as first:
        while not (tmp_path / "out.jsonl.lock").exists():
            time.sleep(0.02)
        second = run("batch", hoodies(tmp_path / "c.jsonl", 1), "-o", str(out))
        assert second.code == 2
        assert "writes there already" in second.err
        first.communicate(json.dumps(case("cracked-mug")).encode())
    assert run("batch", hoodies(tmp_path / "c.jsonl", 1), "-o", str(out)).code == 0


def test_ctrl_c_finishes_what_is_under_way_and_the_next_run_does_the_rest(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 200), tmp_path / "out.jsonl"
    with subprocess.Popen([SCRIPT, "batch", given, "-o", str(out)], stderr=subprocess.PIPE, env=environment()) as first:
        while not out.exists() or not out.stat().st_size:
            time.sleep(0.02)
        began = time.monotonic()
        first.send_signal(signal.SIGINT)
        _, told = first.communicate(timeout=30)
        assert time.monotonic() - began < 6
    assert first.returncode == 130
    done = len(results(out))
    assert 0 < done < 200
    assert f"{200 - done} of 200 cases are left. Run it again to go on." in told.decode()
    found = run("batch", given, "-o", str(out), "--jobs", "1")
    assert f"{done} of 200 cases are done already." in found.err
    assert [one["id"] for one in results(out)] == [f"hoodie-{number}" for number in range(200)]


def test_ctrl_c_ends_a_run_that_waits_for_stdin(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    command = [SCRIPT, "batch", "-q", "-", "-o", str(out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment(), stderr=subprocess.PIPE) as first:
        while not (tmp_path / "out.jsonl.lock").exists():
            time.sleep(0.02)
        time.sleep(0.3)
        for _ in range(2):
            first.send_signal(signal.SIGINT)
            time.sleep(0.2)
        assert first.wait(10) == 130
    assert not (tmp_path / "out.jsonl.lock").exists()


@pytest.mark.parametrize("ending", [".jsonl", pytest.param("", marks=pytest.mark.slow)])
def test_a_full_disk_is_exit_code_8_and_what_was_done_is_kept(ending: str, tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 30), tmp_path / f"out{ending}"
    limited = ["bash", "-c", 'ulimit -f 20; exec "$@"', "-", SCRIPT]
    found = process("batch", given, "-o", str(out), command=limited)
    assert found.code == 8
    assert "cannot be written (File too large). What was done is kept" in found.err
    done = len(results(out if ending else out / "results.jsonl"))
    assert 0 < done < 30
    found = run("batch", given, "-o", str(out))
    assert found.code == 0
    assert f"{done} of 30 cases are done already." in found.err
    assert len(results(out if ending else out / "results.jsonl")) == 30


def test_a_reader_who_stops_ends_the_run_without_a_word(tmp_path: Path) -> None:
    given = hoodies(tmp_path / "c.jsonl", 200)
    with subprocess.Popen(
        f"{SCRIPT} batch -q {given} -o - --jobs 1 | head -c 10; exit ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as ran:
        out, err = ran.communicate(timeout=60)
    assert (ran.returncode, out, err) == (0, b'{"format":', b"")


def test_on_a_terminal_there_is_a_bar_and_elsewhere_there_are_lines_and_with_quiet_nothing(tmp_path: Path) -> None:
    given = hoodies(tmp_path / "c.jsonl", 10)
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    with subprocess.Popen(
        [SCRIPT, "batch", given, "-o", str(tmp_path / "out.jsonl"), "--jobs", "1"], stderr=theirs, env=environment()
    ) as ran:
        os.close(theirs)
        seen = b""
        while True:
            try:
                seen += os.read(ours, 65536)
            except OSError:
                break
    os.close(ours)
    assert ran.returncode == 0
    assert b"/10 [" in seen
    quiet = run("batch", "-q", given, "-o", str(tmp_path / "quiet.jsonl"))
    assert (quiet.code, quiet.err) == (0, "")
    told = run("batch", given, "-o", str(tmp_path / "told.jsonl")).err
    assert "\r" not in told
    assert "10 messages. - Open a dispute: 10 " in " ".join(told.split())


def test_what_reaches_a_network_is_loaded_only_to_ask_a_model(tmp_path: Path) -> None:
    found = loaded("batch", "-q", example("wrong-colour"), "-o", str(tmp_path / "out.jsonl"))
    assert [name for name in (*NETWORK, "pydantic", "asyncio", "tqdm", "claimwright.batch.jobs") if name in found] == []
