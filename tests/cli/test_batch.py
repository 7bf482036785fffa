"""`claimwright batch`: what stands in OUT, what is told, and how it ends."""

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
from typing import Any

import pytest
from tests.test_imports import NETWORK, loaded

from .endpoint import endpoint
from .running import EXAMPLES, ROOT, SCRIPT, case, environment, example, process, run

GOOD = "The hoodie that arrived is bright green [F9, E1]. The listing shows navy [F8, E2]."
SINGLE = [example(stem) for stem in EXAMPLES]


def lines(path: Path, *given: Any) -> str:
    path.write_text("".join(one if isinstance(one, str) else json.dumps(one) + "\n" for one in given), encoding="utf-8")
    return str(path)


def hoodies(path: Path, count: int) -> str:
    return lines(path, *(case("wrong-colour", id=f"hoodie-{number}") for number in range(count)))


def results(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_example_is_handled_as_draft_handles_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    found = run("batch", *SINGLE, "-o", str(out))
    assert (found.code, found.out) == (0, "")
    for stem in EXAMPLES[::2]:
        drafted = run("draft", "--json", "--writer", "template", example(stem)).record()
        ours = json.loads((out / f"{stem}.json").read_text(encoding="utf-8"))
        both = ours.keys() & drafted.keys()
        assert both >= {"id", "verdict", "remedy", "passages", "questions", "message", "writer", "rounds", "error"}
        assert {name: ours[name] for name in both - {"notes"}} == {name: drafted[name] for name in both - {"notes"}}
        text = out / f"{stem}.txt"
        assert text.exists() == (drafted["message"] is not None)
        assert not text.exists() or text.read_text(encoding="utf-8") == drafted["message"] + "\n"
        assert ours["refusal"] == (
            drafted["error"]["text"] if drafted["error"] and drafted["error"]["exit_code"] == 3 else None
        )
    assert {one.stat().st_mode & 0o777 for one in out.iterdir()} == {0o600}


def test_a_folder_is_handled_whole_and_a_second_run_says_that_all_is_done(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = run("batch", str(ROOT / "examples"), "-o", str(out))
    files = {one.name: one.read_bytes() for one in out.iterdir()}
    again = run("batch", str(ROOT / "examples"), "-o", str(out))
    assert first.code == again.code
    total = len(results(out / "results.jsonl"))
    assert total == len(EXAMPLES) + 12
    assert f"{total} cases." in first.err
    assert f"All {total} cases are done already." in again.err
    assert {one.name: one.read_bytes() for one in out.iterdir()} == files


def test_a_broken_line_is_a_result_and_stops_nothing(tmp_path: Path) -> None:
    given = lines(tmp_path / "c.jsonl", case("wrong-colour"), "{bad\n", {"id": "x", "facts": 5}, case("cracked-mug"))
    out = tmp_path / "out.jsonl"
    found = run("batch", given, "-o", str(out))
    assert found.code == 1
    assert [(one["id"], one["line"], (one["error"] or {}).get("exit_code")) for one in results(out)] == [
        ("wrong-colour", 1, None),
        ("2", 2, 7),
        ("x", 3, 7),
        ("cracked-mug", 4, None),
    ]
    assert f"Failed: {given}, line 2" in found.err
    assert json.loads((tmp_path / "out.jsonl.report.json").read_text())["failed"] == 2
    assert run("batch", given, "-o", str(out)).code == 1  # they failed before, and still do


def test_stdin_and_stdout_are_a_pipe(tmp_path: Path) -> None:
    given = Path(hoodies(tmp_path / "c.jsonl", 5)).read_bytes()
    out = tmp_path / "out.jsonl"
    found = process("batch", "-", "-o", "-", stdin=given)
    assert found.code == 0
    assert [one["id"] for one in found.records()] == [f"hoodie-{number}" for number in range(5)]
    assert process("batch", "-q", "-", "-o", str(out), stdin=given).code == 0
    assert out.read_text(encoding="utf-8") == found.out
    assert process("batch", "-", "-o", str(out), stdin=given).code == 0
    assert out.read_text(encoding="utf-8") == found.out


@pytest.mark.parametrize(
    ("change", "told", "again"),
    [
        ((), "All 4 cases are done already.", 0),
        (("--limit", "900"), "4 are done again because this has changed: the limit", 4),
        (
            ("--today", "2026-11-23"),
            "4 are done again because this has changed: the limit, the language, the form or the day",
            4,
        ),
        (("--fresh",), "4 cases.", 4),
    ],
)
def test_what_has_changed_is_done_again_and_said(
    change: tuple[str, ...], told: str, again: int, tmp_path: Path
) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 4), tmp_path / "out.jsonl"
    run("batch", given, "-o", str(out))
    found = run("batch", given, "-o", str(out), *change)
    assert told in " ".join(found.err.split())
    assert ("4 cases in" in found.err) == bool(again)
    assert len(results(out)) == 4


def test_a_case_that_has_changed_is_done_again_alone_and_the_order_stays(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    given = hoodies(tmp_path / "c.jsonl", 4)
    run("batch", given, "-o", str(out))
    lines(
        tmp_path / "c.jsonl",
        case("wrong-colour", id="hoodie-3"),
        case("wrong-colour", id="hoodie-1", what_happened=["The sleeve is torn off."]),
        case("wrong-colour", id="new"),
    )
    found = run("batch", given, "-o", str(out))
    assert "1 of 3 cases are done already." in found.err
    assert "1 case has changed since and is done again." in found.err
    assert "2 results of other cases stay" in found.err
    assert [one["id"] for one in results(out)] == ["hoodie-0", "hoodie-2", "hoodie-3", "hoodie-1", "new"]
    assert "sleeve" in results(out)[3]["message"]


def test_the_user_s_own_templates_count_as_changed(tmp_path: Path) -> None:
    given, out, home = hoodies(tmp_path / "c.jsonl", 2), tmp_path / "out.jsonl", tmp_path / "home"
    run("batch", given, "-o", str(out))
    own = home / "templates/messages/statement/colour.j2"
    own.parent.mkdir(parents=True)
    ours = (ROOT / "templates/messages/statement/colour.j2").read_text(encoding="utf-8")
    own.write_text(ours + "\n", encoding="utf-8")
    found = run("batch", given, "-o", str(out), "--home", str(home))
    assert "because this has changed: the guide, the templates or the prompts." in " ".join(found.err.split())


def test_a_message_that_was_edited_stays_and_one_that_is_gone_comes_back(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 2), tmp_path / "out"
    run("batch", given, "-o", str(out))
    before = (out / "hoodie-1.txt").read_text(encoding="utf-8")
    (out / "hoodie-0.txt").write_text("mine", encoding="utf-8")
    (out / "hoodie-1.txt").unlink()
    found = run("batch", given, "-o", str(out))
    assert "All 2 cases are done already." in found.err
    assert (out / "hoodie-0.txt").read_text(encoding="utf-8") == "mine"
    assert (out / "hoodie-1.txt").read_text(encoding="utf-8") == before


def test_a_file_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 2), tmp_path / "out"
    assert run("batch", lines(tmp_path / "d.jsonl", case("cracked-mug")), "-o", str(out)).code == 0
    (out / "hoodie-1.txt").write_text("a note of mine", encoding="utf-8")
    found = run("batch", given, "-o", str(out))
    assert found.code == 1
    assert "hoodie-1.txt is there already and is not of a batch" in found.err
    assert (out / "hoodie-1.txt").read_text(encoding="utf-8") == "a note of mine"
    (out / "hoodie-1.txt").unlink()
    assert run("batch", given, "-o", str(out)).code == 0


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("-o", "{0}/out"), 2, "Name what holds the cases"),
        (("{0}/nothing.json", "-o", "{0}/out"), 8, "there is no such file"),
        (("{0}/c.jsonl", "-o", "{0}/c.jsonl"), 2, "Name another OUT"),
        (("{0}", "-o", "{0}"), 2, "Name another OUT"),
        (("{0}/c.jsonl", "-o", "{0}/other.jsonl"), 2, "is not a file of results"),
        (("{0}/c.jsonl", "-o", "{0}/full"), 2, "holds other files"),
        (("{0}/c.jsonl", "-o", "{0}/note.txt"), 2, "is a file"),
        (("{0}/c.jsonl", "-o", "{0}/nowhere/out.jsonl"), 8, "there is no folder"),
        (("-", "-", "-o", "{0}/out"), 2, "can be read once"),
        (("{0}/c.jsonl", "-o", "{0}/other.jsonl", "--fresh"), 2, "is not a file of results"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is(
    args: tuple[str, ...], code: int, told: str, tmp_path: Path
) -> None:
    hoodies(tmp_path / "c.jsonl", 1)
    (tmp_path / "full").mkdir()
    for name in ("other.jsonl", "note.txt", "full/x.txt"):
        (tmp_path / name).write_text('{"facts": {}}\n', encoding="utf-8")
    before = sorted(one.name for one in tmp_path.rglob("*"))
    found = run("batch", *(one.format(tmp_path) for one in args))
    assert (found.code, found.out) == (code, "")
    assert told in found.err
    assert sorted(one.name for one in tmp_path.rglob("*")) == before


def test_two_runs_on_one_out_exclude_each_other(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    command = [SCRIPT, "batch", "-q", "-", "-o", str(out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment()) as first:
        while not (tmp_path / "out.jsonl.lock").exists():
            time.sleep(0.02)
        second = process("batch", hoodies(tmp_path / "c.jsonl", 1), "-o", str(out))
        assert second.code == 2
        assert "writes there already" in second.err
        first.communicate(json.dumps(case("cracked-mug")).encode())
    assert process("batch", hoodies(tmp_path / "c.jsonl", 1), "-o", str(out)).code == 0


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
    found = process("batch", given, "-o", str(out))
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


@pytest.mark.parametrize("ending", [".jsonl", ""])
def test_a_full_disk_is_exit_code_8_and_what_was_done_is_kept(ending: str, tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 30), tmp_path / f"out{ending}"
    limited = ["bash", "-c", 'ulimit -f 20; exec "$@"', "-", SCRIPT]
    found = process("batch", given, "-o", str(out), command=limited)
    assert found.code == 8
    assert "cannot be written (File too large). What was done is kept" in found.err
    done = len(results(out if ending else out / "results.jsonl"))
    assert 0 < done < 30
    found = process("batch", given, "-o", str(out))
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
    given = hoodies(tmp_path / "c.jsonl", 120)
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
    assert b"/120 [" in seen
    quiet = run("batch", "-q", given, "-o", str(tmp_path / "quiet.jsonl"))
    assert (quiet.code, quiet.err) == (0, "")
    told = run("batch", given, "-o", str(tmp_path / "told.jsonl")).err
    assert "\r" not in told
    assert "120 messages, open 120." in " ".join(told.split())


def test_a_model_words_them_and_the_price_is_told(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 6), tmp_path / "out.jsonl"
    with endpoint(GOOD) as model:
        args = ("batch", given, "-o", str(out), "--price-in", "100", "--price-out", "1000", "--base-url", model.url)
        found = run(*args)
        again = run(*args)
    assert (found.code, len(model.bodies)) == (0, 6)
    assert {one["writer"] for one in results(out)} == {"model"}
    assert "5,652 tokens, cost 0.79" in " ".join(found.err.split())
    assert "facts of the case go to" in found.err
    assert "All 6 cases are done already." in again.err
    assert b"Ana Ruiz" not in b"".join(model.bodies)


def test_messages_of_a_model_are_not_replaced_because_the_key_is_gone(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 3), tmp_path / "out.jsonl"
    with endpoint(GOOD) as model:
        run("batch", given, "-o", str(out), OPENAI_BASE_URL=model.url)
    assert "All 3 cases are done already." in run("batch", given, "-o", str(out)).err
    assert {one["writer"] for one in results(out)} == {"model"}
    told = run("batch", given, "-o", str(out), "--writer", "template").err
    assert "3 are done again because this has changed: the writer or the model." in " ".join(told.split())
    assert {one["writer"] for one in results(out)} == {"template"}


def test_a_wrong_key_costs_one_request_and_nothing_is_lost(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 20), tmp_path / "out"
    with endpoint(401) as model:
        found = run("batch", given, "-o", str(out), OPENAI_BASE_URL=model.url, OPENAI_API_KEY="sk-test-0123456789")
    assert (found.code, len(model.bodies)) == (6, 1)
    assert "does not accept the key" in found.err
    assert "20 of 20 cases are left." in found.err
    assert run("batch", given, "-o", str(out), "--writer", "template").code == 0


def test_spent_tokens_stop_it_and_the_next_run_goes_on(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 12), tmp_path / "out.jsonl"
    with endpoint(GOOD) as model:
        args = ("batch", given, "-o", str(out), "--base-url", model.url, "--concurrency", "2")
        found = run(*args, "--max-tokens", "6000")
        assert found.code == 1
        assert "The tokens are spent." in found.err
        done = len(model.bodies)
        assert 4 <= done <= 6
        assert run(*args).code == 0
    assert len(model.bodies) == 12


def test_what_reaches_a_network_is_loaded_only_to_ask_a_model(tmp_path: Path) -> None:
    found = loaded("batch", "-q", example("wrong-colour"), "-o", str(tmp_path / "out.jsonl"))
    assert [name for name in (*NETWORK, "pydantic", "asyncio", "tqdm", "claimwright.batch.jobs") if name in found] == []


def test_nothing_is_sent_where_nothing_may_be_said(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 2), tmp_path / "out.jsonl"
    with endpoint(GOOD) as model:
        found = run("batch", "-q", given, "-o", str(out), OPENAI_BASE_URL=model.url)
        assert (found.code, found.err, model.bodies) == (0, "", [])
        assert run("batch", "-q", given, "-o", str(out), "--writer", "model", OPENAI_BASE_URL=model.url).code == 0
    assert len(model.bodies) == 2
