"""`claimwright batch`: every word that it says on stderr, as a person reads it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from .endpoint import endpoint
from .hoodies import hoodies, lines, results
from .running import case, run

GOOD = "The hoodie that arrived is bright green [F9, E1]. The listing shows navy [F8, E2]."
SOME = ("wrong-colour", "cracked-mug", "dislike", "stalled", "no-tracking")
Golden = Callable[[str, str], None]


def said(text: str) -> str:
    """What was said, without what differs from run to run."""
    text = re.sub(r"http://127\.0\.0\.1:\d+/v1", "http://127.0.0.1/v1", text)
    return re.sub(r"in [0-9.]+ s:", "in 1.0 s:", text)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # so that no folder's name breaks a line
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_the_end_counts_the_verdicts_in_words(tmp_path: Path, golden: Golden) -> None:
    lines(tmp_path / "c.jsonl", *map(case, SOME), case("wrong-colour", id="again"), {"id": "x", "facts": 5})
    found = run("batch", "c.jsonl", "-o", "out.jsonl")
    assert found.code == 1
    golden("batch/end.txt", said(found.err))
    assert "_" not in found.err


def test_an_edited_message_is_kept_and_named(tmp_path: Path, golden: Golden) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 2), tmp_path / "out"
    run("batch", given, "-o", str(out))
    (out / "hoodie-0.txt").write_text("mine", encoding="utf-8")
    found = run("batch", "c.jsonl", "-o", "out", "--limit", "900")
    assert found.code == 0
    golden("batch/edited.txt", said(found.err))
    assert (out / "hoodie-0.edited.txt").read_text(encoding="utf-8") == "mine"
    assert "hoodie" in (out / "hoodie-0.txt").read_text(encoding="utf-8")
    assert "hand" not in run("batch", given, "-o", str(out), "--limit", "900").err


def test_many_edited_messages_are_counted(tmp_path: Path, golden: Golden) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 7), tmp_path / "out"
    run("batch", given, "-o", str(out), "-f", "markdown")
    for number in range(7):
        (out / f"hoodie-{number}.md").write_text(f"mine {number}", encoding="utf-8")
    found = run("batch", "c.jsonl", "-o", "out", "--fresh", "-f", "markdown")
    golden("batch/edited-many.txt", said(found.err))
    assert [(out / f"hoodie-{n}.edited.md").read_text(encoding="utf-8") for n in range(7)] == [
        f"mine {n}" for n in range(7)
    ]


def test_spent_tokens_say_how_many_cases_are_left_and_how_to_go_on(tmp_path: Path, golden: Golden) -> None:
    hoodies(tmp_path / "c.jsonl", 12)
    with endpoint(GOOD) as model:
        args = ("--base-url", model.url, "--concurrency", "1", "--max-tokens", "6000")
        found = run("batch", "c.jsonl", "-o", "out.jsonl", *args)
        to_stdout = run("batch", "c.jsonl", "-o", "-", *args)
        golden("batch/tokens.txt", said(found.err))
        golden("batch/tokens-stdout.txt", said(to_stdout.err))
        assert (found.code, to_stdout.code) == (1, 1)
        done = len(results(tmp_path / "out.jsonl"))
        assert f"{12 - done} of 12 cases are left" in found.err
        again = run("batch", "c.jsonl", "-o", "out.jsonl", *args)
        assert f"{done} of 12 cases are done already." in again.err
    assert len(results(tmp_path / "out.jsonl")) == min(12, 2 * done)


def test_a_model_that_is_there_no_more_ends_the_run_and_the_template_is_offered(tmp_path: Path, golden: Golden) -> None:
    hoodies(tmp_path / "c.jsonl", 12)
    with endpoint(GOOD, GOOD, 401) as model:
        found = run("batch", "c.jsonl", "-o", "out.jsonl", "--base-url", model.url, "--concurrency", "1")
    assert found.code == 6
    golden("batch/model-gone.txt", said(found.err))


def test_a_model_that_fails_for_every_case_writes_nothing_and_neither_does_the_template_unasked(
    tmp_path: Path, golden: Golden
) -> None:
    hoodies(tmp_path / "c.jsonl", 12)
    with endpoint(400) as model:
        found = run("batch", "c.jsonl", "-o", "out.jsonl", "--base-url", model.url, "--concurrency", "1")
    assert (found.code, len(model.bodies)) == (6, 3)
    golden("batch/model-never.txt", said(found.err))
    assert not (tmp_path / "out.jsonl").exists()
    assert run("batch", "c.jsonl", "-o", "out.jsonl", "--writer", "template").code == 0
    assert {one["writer"] for one in results(tmp_path / "out.jsonl")} == {"template"}


def test_the_help_says_what_becomes_of_a_batch_without_its_model(golden: Golden) -> None:
    golden("batch/help.txt", run("batch", "--help").out)


def test_a_fault_in_an_array_names_the_element_and_the_place_in_it(tmp_path: Path, golden: Golden) -> None:
    good, bad = case("wrong-colour", id="good"), case("wrong-colour", id="bad", order={"paid": "much"})
    array = [good, bad, 5, {"facts": {"colr": 1}}, good]
    (tmp_path / "one-line.json").write_text(json.dumps(array), encoding="utf-8")
    (tmp_path / "lines.json").write_text(json.dumps([bad, bad], indent=1), encoding="utf-8")
    (tmp_path / "cut.json").write_text(json.dumps(array)[:-1], encoding="utf-8")
    told = ""
    for name in ("one-line.json", "lines.json", "cut.json"):
        found = run("batch", name, "-o", f"{name}l")
        assert found.code == 1
        told += "".join(f"{line}\n" for line in found.err.splitlines() if line.startswith("Failed"))
    golden("batch/elements.txt", told)
    by_id = {one["id"]: one["error"]["text"] for one in results(tmp_path / "one-line.jsonl") if one["error"]}
    assert by_id["bad"].startswith("one-line.json, element 2, line 1, $.order.paid: ")
