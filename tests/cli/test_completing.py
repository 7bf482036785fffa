"""What a message after the first lacks: asked for on a terminal and kept in the file, else named as lines to add."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from .running import case, example, run
from .talking import talk

DAY = "2026-11-22"


def kept(folder: Path, **parts: Any) -> Path:
    path = folder / "case.json"
    path.write_text(json.dumps(case("wrong-colour", **parts)), encoding="utf-8")
    return path


def test_an_offer_is_asked_for_shown_and_kept_and_then_declined(tmp_path: Path) -> None:
    path = kept(tmp_path, id="mine")
    with talk(tmp_path, "draft", "case.json", "--stage", "decline", piped="message.txt", TERM="dumb") as here:
        assert "What does the seller propose?" in here.types("a camel", "partial")
        here.types("y", "30 EUR")
        assert "You paid €23.40. Write a sum that is not more." in here.types("3 EUR")
        here.types("", "")
        line = '"dispute": {"proposal": {"refund": "partial", "amount": {"amount": "3.00", "currency": "EUR"}}}'
        assert line in here.asked()
        here.child.sendline("")
        code, text = here.ends()
    assert code == 0, here.shown
    assert "It stands in case.json now." in text
    held = json.loads(path.read_text(encoding="utf-8"))
    assert held == {**case("wrong-colour", id="mine"), "dispute": json.loads(f"{{{line}}}")["dispute"]}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    message = (tmp_path / "message.txt").read_text(encoding="utf-8")
    assert "It covers €3.00 of the €23.40 paid." in message
    assert run("draft", str(path), "--stage", "decline").out == message


def test_days_that_do_not_go_together_are_asked_for_again(tmp_path: Path) -> None:
    path = kept(tmp_path)
    with talk(tmp_path, "draft", "case.json", "--stage", "mediation", piped="message.txt", TERM="dumb") as here:
        here.types("5 November 2026", "30 October 2026")
        again = here.asked()
        assert "refusal was given on 30 October 2026, before the dispute was opened" in " ".join(again.split())
        assert "On which day did you open the dispute?" in again
        here.child.sendline("3 November 2026")
        here.types("?", "5 November 2026", "y")
        assert here.ends()[0] == 0, here.shown
    assert json.loads(path.read_text())["dispute"] == {"opened_on": "2026-11-03", "refused_on": "2026-11-05"}


def test_the_sellers_message_is_asked_for(tmp_path: Path) -> None:
    path = kept(tmp_path, contacts=[], dispute={"opened_on": "2026-11-03"})
    with talk(tmp_path, "draft", "case.json", "--stage", "cancel", piped="message.txt", TERM="dumb") as here:
        here.types("20 November 2026", "Please cancel the dispute.", "")
        assert here.ends()[0] == 0, here.shown
    added = {"on": "2026-11-20", "from": "seller", "text": "Please cancel the dispute."}
    assert json.loads(path.read_text())["contacts"] == [added]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        pytest.param(("3", "", "n"), 3, id="no refund is offered, and it is not kept"),
        pytest.param(("3", "", "q"), 130, id="stopped at the end"),
        pytest.param(("q",), 130, id="stopped at once"),
        pytest.param(("d",), 4, id="not known"),
        pytest.param(("2", "d"), 4, id="the sum is not known"),
    ],
)
def test_nothing_is_written_without_agreement(tmp_path: Path, lines: tuple[str, ...], code: int) -> None:
    path = kept(tmp_path)
    before = path.read_bytes()
    with talk(tmp_path, "draft", "case.json", "--stage", "decline", piped="message.txt", TERM="dumb") as here:
        here.types(*lines)
        ended, text = here.ends()
    assert ended == (4 if code == 3 else code), text
    assert path.read_bytes() == before
    assert (tmp_path / "message.txt").read_text() == ""


@pytest.mark.parametrize(
    ("stem", "stage", "head", "given"),
    [
        pytest.param(
            "wrong-colour", "decline", "Add this to the case file",
            {"dispute": {"proposal": {
                "refund": "partial", "amount": {"amount": "3.00", "currency": "EUR"}, "on": DAY,
            }}}, id="no offer",
        ),
        pytest.param(
            "stalled-no-solution", "cancel", "Add this", {"dispute": {"opened_on": DAY}}, id="no dispute",
        ),
        pytest.param(
            "dispute-proposal", "mediation", "Put this in the place of what the case file has",
            {"dispute": {**case("dispute-proposal")["dispute"], "refused_on": DAY}}, id="beside what it has",
        ),
        pytest.param(
            "moving-ending", "wait", "Add this", {"contacts": [{"on": DAY, "from": "seller", "text": "…"}]},
            id="no message of the seller",
        ),
    ],
)  # fmt: skip
def test_in_a_pipe_the_lines_to_add_are_named_and_can_be_pasted(
    tmp_path: Path, stem: str, stage: str, head: str, given: dict[str, Any]
) -> None:
    found = run("draft", example(stem), "--stage", stage)
    assert (found.code, found.out) == (4, "")
    assert head in " ".join(found.err.split())
    named = json.loads("{" + found.err.splitlines()[-1] + "}")
    assert named == given
    path = tmp_path / "case.json"
    path.write_text(json.dumps({**case(stem), **named}), encoding="utf-8")
    assert run("draft", str(path), "--stage", stage).code == 0
    assert run("draft", example(stem), "--stage", stage, "-q").err == ""


def test_what_cannot_be_added_is_only_named() -> None:
    found = run("draft", example("dispute-proposal"), "--stage", "counter")
    assert "request.amount: How much of the PLN 64.90 paid" in " ".join(found.err.split())
    assert "Add this" not in found.err
