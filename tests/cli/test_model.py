"""`claimwright draft` with a model: what is sent, what is told, what stands on stdout, and what happens without one."""

import os
import pty
import re
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from tests.loopback import LONGEST_WAIT

from .endpoint import Endpoint, endpoint
from .running import SCRIPT, Ran, environment, example, process, run

CASE = example("wrong-colour")
TEMPLATE = run("draft", CASE).out
GOOD = "The hoodie that arrived is bright green [F9, E1]. The listing shows navy [F8, E2]."
SUPERLATIVE = "The hoodie that arrived is extremely green [F9, E1]. The listing shows navy [F8, E2]."
LATE = "The hoodie arrived on 29 October 2026 [F6, F9, E1]."
THREAT = "I will call the police [F9, E1]."
WORDED = "The hoodie that arrived is bright green (E1). The listing shows navy (E2)."
KEY = "sk-test-0123456789abcdef"
DEAD = "http://127.0.0.1:9/v1"
TOLD = "facts of the case go to"


@pytest.fixture
def state(tmp_path: Path) -> dict[str, Any]:
    """Where it is remembered which hosts were told of."""
    return {"XDG_STATE_HOME": str(tmp_path / "state")}


def _draft(model: Endpoint, state: dict[str, Any], *args: str, case: str = CASE, **env: str) -> Ran:
    return run("draft", case, *args, OPENAI_BASE_URL=model.url, **state, **env)


def test_a_model_whose_address_is_set_words_the_message(state: dict[str, Any]) -> None:
    with endpoint(GOOD) as model:
        found = process("draft", CASE, OPENAI_BASE_URL=model.url, **state)
    assert found.code == 0
    ours, theirs = TEMPLATE.split("\n\n"), found.out.split("\n\n")
    assert theirs == [ours[0], WORDED, *ours[2:]]
    assert re.search(r"^Round 1: scripted-1 wrote, \d+\.\d s so far, 942 tokens\.$", found.err, re.MULTILINE)
    assert "Worded by a model, in round 1." in found.err
    assert [one["role"] for one in model.requests[0]["messages"]] == ["system", "user"]


def test_a_draft_with_a_fault_is_repaired_before_anyone_sees_it(state: dict[str, Any]) -> None:
    with endpoint(LATE, GOOD) as model:
        found = _draft(model, state)
    assert (found.code, len(model.bodies)) == (0, 2)
    assert WORDED in found.out
    assert "29 October 2026 [" not in found.err
    assert "Allowed: 28 October 2026" in model.requests[1]["messages"][3]["content"]


def test_where_no_model_answers_the_template_writes_and_says_why(state: dict[str, Any]) -> None:
    found = run("draft", CASE, OPENAI_BASE_URL=DEAD, **state)
    assert (found.code, found.out) == (0, TEMPLATE)
    assert "Written from the template: The endpoint cannot be reached" in " ".join(found.err.split())


def test_a_key_that_is_not_accepted_leaves_the_template_and_is_never_shown(state: dict[str, Any]) -> None:
    with endpoint(401) as model:
        found = _draft(model, state, "--show-sent", OPENAI_API_KEY=KEY)
        refused = _draft(model, state, "--writer", "model", "--json", "--debug", OPENAI_API_KEY=KEY)
    assert (found.code, found.out) == (0, TEMPLATE)
    assert "does not accept the key" in found.err
    assert refused.code == 6
    assert set(model.keys) == {f"Bearer {KEY}"}
    for shown in (found.out, found.err, refused.out, refused.err):
        assert KEY not in shown


def test_a_model_that_must_write_and_cannot_is_exit_code_6(state: dict[str, Any]) -> None:
    found = run("draft", CASE, "--writer", "model", "--base-url", DEAD, **state)
    assert (found.code, found.out) == (6, "")
    assert "cannot be reached" in found.err


@pytest.mark.parametrize("draft", [LATE, THREAT, "Certainly! Here is your letter."])
def test_a_model_that_must_write_and_writes_nothing_usable_is_exit_code_5(state: dict[str, Any], draft: str) -> None:
    with endpoint(draft) as model:
        found = _draft(model, state, "--writer", "model")
        left = _draft(model, state)
    assert (found.code, found.out) == (5, "")
    assert "The model's draft failed its checks:\n- " in found.err
    assert (left.code, left.out) == (0, TEMPLATE)
    assert "Written from the template: the drafts of the model failed their checks." in left.err
    assert len(model.bodies) == 4


@pytest.mark.parametrize("args", [("--writer", "template"), ("--dry-run",), ("--dry-run", "--writer", "model")])
def test_nothing_is_sent_by_the_template_or_a_dry_run(state: dict[str, Any], args: tuple[str, ...]) -> None:
    with endpoint(GOOD) as model:
        found = _draft(model, state, *args, OPENAI_API_KEY=KEY)
    assert (found.code, model.bodies) == (0, [])
    assert TOLD not in found.err
    assert not Path(state["XDG_STATE_HOME"]).exists()


def test_without_key_and_address_the_template_writes_and_nothing_is_said_of_a_model(state: dict[str, Any]) -> None:
    found = run("draft", CASE, **state)
    assert (found.out, "model" in found.err) == (TEMPLATE, False)


def test_a_dry_run_prints_the_messages_that_are_then_sent(state: dict[str, Any]) -> None:
    with endpoint(GOOD) as model:
        planned = _draft(model, state, "--dry-run").out
        _draft(model, state)
    sent = "\n\n".join(f"--- {one['role']}\n{one['content'].strip()}" for one in model.requests[0]["messages"])
    assert planned == sent + "\n"


def test_show_sent_shows_the_exact_bodies(state: dict[str, Any]) -> None:
    with endpoint(LATE, GOOD) as model:
        found = _draft(model, state, "--show-sent")
        quiet = _draft(model, state, "--show-sent", "--quiet")
    assert len(model.bodies) == 3
    for body in model.bodies[:2]:
        assert f"Sent to {model.url}:\n{body.decode()}\n" in found.err
    assert (quiet.code, quiet.err) == (0, "")


@pytest.mark.parametrize("stem", ["address-buyer", "bad-faith", "contradiction", "facts-only", "moving-time-left"])
def test_a_case_that_calls_for_no_message_never_reaches_a_model(state: dict[str, Any], stem: str) -> None:
    with endpoint(GOOD) as model:
        for args in ((), ("--writer", "model"), ("--dry-run",), ("--json",)):
            found = _draft(model, state, *args, case=example(stem))
            assert found.code in {3, 4}
    assert (model.bodies, TOLD in found.err) == ([], False)


def test_a_limit_that_is_too_small_is_told_and_nothing_is_sent(state: dict[str, Any]) -> None:
    with endpoint(GOOD) as model:
        found = _draft(model, state, "--limit", "100")
    assert (found.code, found.out, model.bodies, TOLD in found.err) == (4, "", [], False)


def test_json_holds_the_writer_and_the_findings_of_each_round(state: dict[str, Any]) -> None:
    with endpoint(LATE, SUPERLATIVE, GOOD) as model:
        written: dict[str, Any] = _draft(model, state, "--json").record()
    assert (written["writer"], written["error"]) == ("model", None)
    assert [len(one) > 0 for one in written["rounds"]] == [True, True, False]
    assert "date.role" in written["rounds"][0]
    assert WORDED in written["message"]
    with endpoint(THREAT) as model:
        left: dict[str, Any] = _draft(model, state, "--json").record()
        none: dict[str, Any] = _draft(model, state, "--json", "--writer", "model").record()
    assert (left["writer"], len(left["rounds"])) == ("template", 2)
    assert any("Written from the template" in note for note in left["notes"])
    assert (none["message"], none["error"]["exit_code"]) == (None, 5)


def test_what_is_sent_where_is_told_once_a_host(state: dict[str, Any]) -> None:
    with endpoint(GOOD) as one, endpoint(GOOD) as other:
        told = [TOLD in _draft(model, state).err for model in (one, one, other, one, other)]
    assert told == [True, False, True, False, False]


def test_a_quiet_run_sends_nothing_to_a_host_that_was_not_told_of(state: dict[str, Any]) -> None:
    with endpoint(GOOD) as model:
        quiet = _draft(model, state, "--quiet")
        assert (quiet.code, quiet.out, quiet.err, model.requests) == (0, TEMPLATE, "", [])
        assert "with --quiet you cannot be told" in str(_draft(model, state, "--quiet", "--json").record()["notes"])
        assert TOLD in _draft(model, state).err
        assert WORDED in _draft(model, state, "--quiet").out


def test_a_state_folder_that_cannot_be_written_keeps_no_message_back(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with endpoint(GOOD) as model:
        found = _draft(model, {"XDG_STATE_HOME": str(tmp_path / "state")})
    assert (found.code, WORDED in found.out) == (0, True)


def _asked(model: Endpoint, state: dict[str, Any], answer: bytes, *args: str) -> Ran:
    """Runs with stdin on a terminal, where this is typed."""
    ours, theirs = pty.openpty()
    os.write(ours, answer)
    try:
        ran = subprocess.run(
            [SCRIPT, "draft", CASE, *args],
            stdin=theirs,
            capture_output=True,
            env=environment(OPENAI_BASE_URL=model.url, **state),
            check=False,
            timeout=30,
        )
    finally:
        os.close(theirs)
        os.close(ours)
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def test_on_a_terminal_it_is_asked_and_no_means_that_nothing_is_sent(state: dict[str, Any]) -> None:
    with endpoint(GOOD) as model:
        found = _asked(model, state, b"n\n")
        assert (found.code, found.out, model.bodies) == (0, TEMPLATE, [])
        assert "Send it? Enter or y: yes · n: no · ?: what is sent · q: stop" in found.err
        assert "Written from the template: You chose to send nothing." in found.err
        must = _asked(model, state, b"n\n", "--writer", "model")
    assert (must.code, must.out, model.bodies) == (6, "", [])
    assert "Send it?" in must.err, "a no is not remembered"


def test_on_a_terminal_q_stops_and_question_mark_shows_what_a_dry_run_shows(state: dict[str, Any]) -> None:
    with endpoint(GOOD) as model:
        found = _asked(model, state, b"?\nq\n")
        planned = _draft(model, state, "--dry-run").out
    assert (found.code, found.out, model.bodies) == (130, "", [])
    assert f"This would be sent to {model.url}:\n\n{planned}" in found.err
    assert f"Nothing was sent.\n`claimwright draft {CASE}` asks again." in found.err


def test_on_a_terminal_yes_is_asked_for_once(state: dict[str, Any]) -> None:
    with endpoint(GOOD) as model:
        first, second = _asked(model, state, b"y\n"), _draft(model, state)
    assert first.out == second.out
    assert WORDED in first.out
    assert ("Send it?" in first.err, TOLD in first.err, TOLD in second.err) == (True, True, False)


STALLED = example("stalled-ignored")
TRACKING = re.compile(r'"tracking_number": "([^"]+)"')


def test_the_mask_hides_and_no_mask_does_not_and_says_so(state: dict[str, Any]) -> None:
    tracking = TRACKING.search(Path(STALLED).read_text(encoding="utf-8"))
    assert tracking
    with endpoint("No.") as masked, endpoint("No.") as open_:
        hidden, told = _draft(masked, state, case=STALLED), _draft(open_, state, "--no-mask", case=STALLED)
    assert tracking[1].encode() not in masked.bodies[0]
    assert b"[[TRACKING_NUMBER]]" in masked.bodies[0]
    assert tracking[1].encode() in open_.bodies[0]
    assert "stay here" in hidden.err
    assert "stay here" not in told.err


def test_a_silent_model_is_left_at_the_time_out(state: dict[str, Any]) -> None:
    with endpoint(None) as model:
        began = time.monotonic()
        found = _draft(model, state, "--timeout", "1")
        took = time.monotonic() - began
    assert (found.code, found.out) == (0, TEMPLATE)
    assert "did not answer in time" in found.err
    # The endpoint is silent for longer, and without the option the model has 60 seconds: a machine that is busy with
    # other things may take nearly as long. How close to its end a deadline is kept is measured in tests/llm.
    assert 1 <= took < LONGEST_WAIT - 5


def test_one_time_out_covers_all_rounds(state: dict[str, Any]) -> None:
    with endpoint(SUPERLATIVE, None) as model:
        found = _draft(model, state, "--timeout", "2")
    assert (found.code, len(model.bodies)) == (0, 2)
    assert "extremely green" in found.out


@pytest.mark.parametrize(
    "address", ["ftp://x/v1", "http://user:secret@127.0.0.1:9/v1", "no address", "http://127.0.0.1:9/v1?key=secret"]
)
def test_an_address_that_cannot_be_one_is_told_before_anything_is_asked(state: dict[str, Any], address: str) -> None:
    left = run("draft", CASE, OPENAI_BASE_URL=address, **state)
    assert (left.code, left.out) == (0, TEMPLATE)
    must = run("draft", CASE, "--writer", "model", OPENAI_BASE_URL=address, **state)
    assert (must.code, must.out) == (2, "")
    for found in (left, must):
        assert "--base-url" in found.err
        assert TOLD not in found.err
        assert "secret" not in found.err
    assert not Path(state["XDG_STATE_HOME"]).exists()


def test_an_address_or_key_of_blanks_is_none(state: dict[str, Any]) -> None:
    found = run("draft", CASE, OPENAI_BASE_URL=" ", OPENAI_API_KEY="\n", **state)
    assert (found.code, found.out, TOLD in found.err) == (0, TEMPLATE, False)


def test_the_name_of_the_model_is_the_option_then_the_environment(state: dict[str, Any]) -> None:
    with endpoint(GOOD) as model:
        _draft(model, state)
        _draft(model, state, CLAIMWRIGHT_MODEL="from-outside")
        _draft(model, state, "--model", "chosen", CLAIMWRIGHT_MODEL="from-outside")
    assert [one["model"] for one in model.requests][1:] == ["from-outside", "chosen"]


def test_what_a_model_writes_cannot_steer_the_terminal(state: dict[str, Any]) -> None:
    with endpoint("The hoodie \x1b]0;owned\x07is \x1b[2Jgreen [F9, E1].") as model:
        for args in ((), ("--writer", "model"), ("--show-sent",), ("--json",)):
            found = _draft(model, state, *args)
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", found.out + found.err)
