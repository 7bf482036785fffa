"""Real pipes and files: a reader that goes, a full disk, an encoding that is too small, input that is too large."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from .running import ROOT, SCRIPT, Ran, environment, example, process

CASE = example("wrong-colour")
MESSAGE = (ROOT / "tests/golden/messages/wrong-colour.txt").read_text(encoding="utf-8")
FACTS = b'{"facts": {"intent": "bad_faith"}}\n'
TOO_LARGE = 50_000_000


def _shell(script: str) -> Ran:
    """Runs a line of shell in which $0 is the command."""
    return process(command=("sh", "-c", script, SCRIPT))


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_message_alone_goes_down_a_pipe_and_is_the_same_in_every_process(seed: str) -> None:
    found = process("draft", CASE, PYTHONHASHSEED=seed)
    assert (found.code, found.out) == (0, MESSAGE)
    assert "\x1b" not in found.err


def test_a_key_that_happens_to_be_set_changes_nothing_for_the_template() -> None:
    endpoint: dict[str, Any] = {"OPENAI_API_KEY": "sk-none", "OPENAI_BASE_URL": "http://127.0.0.1:9"}
    assert process("draft", "--writer", "template", CASE, **endpoint) == process("draft", CASE)


@pytest.mark.parametrize("args", ["guide", "schema", "guide --diagram", f"check '{CASE}'", f"draft -q '{CASE}'"])
def test_a_reader_that_goes_ends_the_run_quietly(args: str) -> None:
    found = _shell(f'{{ "$0" {args}; echo "$?" >&2; }} | :')
    assert found.err == "0\n"


def test_a_reader_that_goes_ends_a_long_run_early() -> None:
    with subprocess.Popen(
        [SCRIPT, "check", "--json", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as ran:
        assert ran.stdin
        assert ran.stdout
        assert ran.stderr
        ran.stdout.close()
        with pytest.raises(BrokenPipeError):
            ran.stdin.write(FACTS * 1_000_000)
        assert ran.wait(20) == 0
        assert ran.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("args", ["check", "check --json", "draft -q"])
def test_a_full_disk_is_told(args: str) -> None:
    found = _shell(f"\"$0\" {args} '{CASE}' > /dev/full")
    assert (found.code, found.err) == (8, "The output cannot be written (No space left on device).\n")


def test_an_encoding_that_lacks_a_character_is_told() -> None:
    found = process("draft", "-q", CASE, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (found.code, found.out) == (8, "")
    assert found.err == "The output cannot be written in ascii. Set PYTHONIOENCODING=utf-8, or use -o FILE.\n"


@pytest.mark.parametrize("command", ["check", "draft"])
def test_a_stdin_that_is_closed_is_told(command: str) -> None:
    found = _shell(f'"$0" {command} - <&-')
    assert (found.code, found.out, found.err) == (8, "", "stdin: there is none. Name a case file instead of -.\n")


def test_control_c_ends_with_130() -> None:
    with subprocess.Popen(
        [SCRIPT, "check", "--json", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as ran:
        assert ran.stdin
        assert ran.stdout
        assert ran.stderr
        ran.stdin.write(FACTS * 500)  # more than the pipe at stdout takes
        ran.stdin.flush()
        ran.stdout.read(1)
        ran.send_signal(signal.SIGINT)
        ran.stdout.read()
        assert ran.wait(20) == 130
        assert ran.stderr.read().strip() == b"Interrupted."


@pytest.mark.parametrize("args", [("check",), ("check", "--json"), ("draft",)])
def test_a_file_too_large_to_be_a_case_is_told_at_once(tmp_path: Path, args: tuple[str, ...]) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as stream:
        stream.truncate(TOO_LARGE)
    began = time.monotonic()
    found = process(*args, str(path))
    assert time.monotonic() - began < 5
    assert found.code == 7
    assert found.err.startswith(f"{path}: this is more than 5 MB")
    assert len(found.out) < 800
    assert len(found.err) < 400


@pytest.mark.parametrize("by", ["file", "stdin"])
def test_a_line_too_large_to_be_a_case_keeps_none_of_the_others_from_being_read(tmp_path: Path, by: str) -> None:
    path = tmp_path / "cases.jsonl"
    large = b'{"id": "' + b"x" * TOO_LARGE + b'"}\n'
    path.write_bytes(FACTS + large + FACTS)
    given = (str(path), b"") if by == "file" else ("-", path.read_bytes())
    found = process("check", "--json", given[0], stdin=given[1])
    assert (found.code, [one["id"] for one in found.records()]) == (7, ["1", "2", "3"])
    assert f"{path if by == 'file' else 'stdin'}" in found.err
    assert len(found.err) < 400


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_a_file_name_that_is_no_text_becomes_an_id_that_is(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/a\xffb.json"
    try:
        Path(os.fsdecode(path)).write_bytes(FACTS)
    except OSError:
        pytest.skip("this file system has only names that are text")
    ran = subprocess.run([SCRIPT, "check", "--json", path], capture_output=True, env=environment(), check=True)
    assert json.loads(ran.stdout)["id"] == "ab"
