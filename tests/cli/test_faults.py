"""Every misbehaviour of an endpoint, through `claimwright draft`: a checked message, or the documented exit code."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.llm import answers_of_faults, faults
from tests.llm.fault_server import FaultServer

from claimwright.errors import DraftRejected, ModelUnavailable, UsageError

from .forking import Ended, Run, run_all
from .running import environment, process, run

FAULTS = {name: outcome for name, (outcome, _) in (faults.ACTS | answers_of_faults.ACTS).items()}
KEY = "sk-secret-0123456789"
CASE: dict[str, Any] = {
    "id": "paper-lamp",
    "as_of": "2026-11-22",
    "order": {
        "number": "8190000000000099",
        "item": "bright green paper lamp",
        "paid": {"amount": "20.00", "currency": "EUR"},
        "ordered_on": "2026-10-02",
        "received_on": "2026-10-28",
    },
    "facts": {"intent": "genuine", "received": "yes", "defects": ["damaged"], "protection": "running"},
    "what_happened": ["The lamp has a tear along one side."],
    "request": {"refund": "full"},
}
"""A case in whose message the one sentence of the fault server's healthy answer may stand."""

BODY = "It is bright green."
UNFIT = {"ansi", "nul"}
"""Answers that are a model's, with a text that no message may hold."""

SHORT, LONG = 1.0, 3.0
"""Seconds for what is to end at the deadline, and for what is to end before it however busy the machine is."""
AT_ONCE = 10
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")
ENDINGS = {
    "ok": 0,
    "config": UsageError.exit_code,
    "unfit": DraftRejected.exit_code,
    "failed": ModelUnavailable.exit_code,
}
AS_PROCESS = ("500-deep", "endless", "drip-body")


HINTS = {
    "401": "OPENAI_API_KEY",
    "404": "--base-url",
    "silence": "--timeout",
    "html": "--base-url",
    "429-quota": "top it up",
    "307-to-good": "--base-url",
    "400-context": "shorten",
}
"""What the buyer is told to look at."""

ALL = tuple(FAULTS)
SOME = tuple(name for place, name in enumerate(ALL) if place % 6 == 0 or name in {"good", *HINTS, *UNFIT})
"""Every way to end and every hint, and of the rest one in six."""


def _seconds(name: str) -> float:
    return SHORT if FAULTS[name] == "deadline" else LONG


def _kind(name: str) -> str:
    """What a behaviour comes to where nobody but the model may write."""
    if name in UNFIT:
        return "unfit"
    return FAULTS[name] if FAULTS[name] in ("ok", "config") else "failed"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of the case file."""
    path = tmp_path_factory.mktemp("faults") / "lamp.json"
    path.write_text(json.dumps(CASE), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def template(case: str) -> str:
    """The message without a model."""
    return run("draft", case, "--writer", "template").out


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    with FaultServer({name: act for name, (_, act) in (faults.ACTS | answers_of_faults.ACTS).items()}).running() as it:
        yield it


def _line(case: str, name: str, writer: str) -> list[str]:
    return ["draft", case, "--writer", writer, "--timeout", str(_seconds(name))]


def _outside(server: FaultServer, name: str, state: Path) -> dict[str, str]:
    return {"OPENAI_BASE_URL": server.url(name), "OPENAI_API_KEY": KEY, "XDG_STATE_HOME": str(state)}


def _ended(case: str, server: FaultServer, writer: str, state: Path, names: tuple[str, ...]) -> dict[str, Ended]:
    """How `draft` ended for each of these behaviours."""
    runs = [Run(_line(case, name, writer), _outside(server, name, state)) for name in names]
    return dict(zip(names, run_all(runs, environment(), AT_ONCE), strict=True))


def test_the_behaviours_are_many() -> None:
    kinds = [_kind(name) for name in FAULTS]
    assert len(kinds) >= 150
    assert kinds.count("failed") >= 60


def _strange(name: str, found: Ended, beside: float) -> str:
    """What no run may do, whatever it comes to; `beside` is what a run takes whose model answers at once."""
    if found.seconds >= _seconds(name) + 1 + beside:
        return f"took {found.seconds:.1f} s"
    if CONTROL.search(found.err) or CONTROL.search(found.out):
        return f"a control character: {found.out + found.err!r}"
    if "Traceback" in found.err or KEY in found.err + found.out:
        return f"a traceback or the key: {found.err}"
    return ""


def _with_a_way_out(name: str, found: Ended, template: str, worded: str) -> str:
    """What is wrong with a run in which the template may write."""
    told = " ".join(found.err.split())
    why = re.search(r"Written from the template: ([A-Z].{20,449}[.)]|the drafts of the model failed[^.]*\.)$", told)
    if found.code != 0:
        return f"exit code {found.code}: {found.err}"
    if _kind(name) == "ok":
        right = found.out == worded and "Worded by a model" in told and why is None
    else:
        right = found.out == template and why is not None and ("failed their checks" in why[1]) == (name in UNFIT)
    return "" if right else found.out + found.err


def _without(name: str, found: Ended, worded: str) -> str:
    """What is wrong with a run in which nobody but the model may write."""
    if found.code != ENDINGS[_kind(name)]:
        return f"exit code {found.code}: {found.err}"
    if found.code == 0:
        return "" if found.out == worded else found.out
    # What goes where is said first; the last line says what went wrong.
    last = found.err.splitlines()[-1]
    return "" if found.out == "" and 20 < len(last) < 450 else found.out + found.err


# One test for all behaviours, so that the long wait for them is shared out over no two workers.


@pytest.mark.parametrize("names", [SOME, pytest.param(ALL, marks=pytest.mark.slow)], ids=["some", "all"])
def test_a_buyer_gets_a_checked_message_whatever_the_endpoint_does(
    names: tuple[str, ...], case: str, server: FaultServer, template: str, tmp_path: Path
) -> None:
    ended = _ended(case, server, "auto", tmp_path, names)
    worded, beside = ended["good"].out, ended["good"].seconds
    assert beside < 3
    paragraphs = template.split("\n\n")
    assert worded.split("\n\n") == [paragraphs[0], BODY, *paragraphs[2:]]
    wrong = {
        name: _strange(name, found, beside) or _with_a_way_out(name, found, template, worded)
        for name, found in ended.items()
    }
    assert {name: what for name, what in wrong.items() if what} == {}
    for name, hint in HINTS.items():
        assert hint in " ".join(ended[name].err.split())


@pytest.mark.parametrize("names", [SOME, pytest.param(ALL, marks=pytest.mark.slow)], ids=["some", "all"])
def test_where_only_the_model_may_write_it_is_its_message_or_the_documented_exit_code(
    names: tuple[str, ...], case: str, server: FaultServer, template: str, tmp_path: Path
) -> None:
    ended = _ended(case, server, "model", tmp_path, names)
    assert {_kind(name) for name in names} == {_kind(name) for name in FAULTS}
    worded, beside = ended["good"].out, ended["good"].seconds
    assert beside < 3
    assert BODY in worded
    wrong = {name: _strange(name, found, beside) or _without(name, found, worded) for name, found in ended.items()}
    assert {name: what for name, what in wrong.items() if what} == {}
    for name, hint in HINTS.items():
        assert hint in ended[name].err.splitlines()[-1]


@pytest.mark.slow
@pytest.mark.parametrize("name", AS_PROCESS)
def test_a_process_from_start_to_end_does_the_same(
    name: str, case: str, server: FaultServer, template: str, tmp_path: Path
) -> None:
    found = process(*_line(case, name, "auto"), **_outside(server, name, tmp_path))
    assert (found.code, found.out == template) == (0, _kind(name) != "ok")
    assert "Traceback" not in found.err
    assert ("Written from the template: " in found.err) == (_kind(name) != "ok")
