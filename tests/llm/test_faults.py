"""Every misbehaviour of an endpoint ends in a reply or in a ModelError of the right code, and by the deadline."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from claimwright.llm.deadline import Deadline
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import ModelError
from claimwright.llm.model import Reply, Turn
from claimwright.llm.openai_sdk import RETRIES, OpenAIModel

from . import answers_of_faults, faults
from .fault_server import FaultServer
from .lag import lag

FAULTS = faults.ACTS | answers_of_faults.ACTS
KEY = "sk-secret-0123456789"
TURNS = (Turn("system", "You write for a buyer."), Turn("user", "F2: the lamp is green"))
SHORT, LONG = 1.5, 8.0
"""Seconds for what is to end at the deadline, and for what is to end before it however busy the machine is."""
LATE = 1.0
"""Seconds past its deadline that a call may take to come back, beside what the machine itself was late by."""
GREEN = "It is bright green [F2]."


def _seconds(name: str) -> float:
    return SHORT if FAULTS[name][0] == "deadline" else LONG


@dataclass
class Outcome:
    result: Reply | BaseException
    seconds: float
    requests: int
    late: float = 0.0  # how late the machine was


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    """What each behaviour came to; all run at once, for most of their time is waiting."""
    assert not faults.ACTS.keys() & answers_of_faults.ACTS.keys()
    with FaultServer({name: act for name, (_, act) in FAULTS.items()}).running() as server:
        models = {
            name: OpenAIModel(Endpoint(server.url(name), "model-1", KEY), lambda body: None, pause=0.02)
            for name in FAULTS
        }

        def run(name: str) -> Outcome:
            began = time.monotonic()
            result: Reply | BaseException
            try:
                result = models[name].complete(TURNS, Deadline.after(_seconds(name)))
            except BaseException as error:  # whatever escapes is shown by the test of its behaviour
                result = error
            return Outcome(result, time.monotonic() - began, server.count(name))

        with ThreadPoolExecutor(8) as pool, lag() as late:
            found = dict(zip(FAULTS, pool.map(run, FAULTS), strict=True))
    for outcome in found.values():
        outcome.late = late.most
    return found


def test_the_behaviours_are_many() -> None:
    assert len(FAULTS) >= 150


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_ends_as_it_should_in_time_and_is_not_tried_too_often(name: str, outcomes: dict[str, Outcome]) -> None:
    outcome, expected = outcomes[name], FAULTS[name][0].split()
    assert outcome.seconds < _seconds(name) + LATE + outcome.late
    if isinstance(outcome.result, ModelError):
        # A parameter that is refused costs a request of its own.
        spare = 2 if "max-tokens" in name else 0
        assert 1 <= outcome.requests <= 1 + RETRIES.get(outcome.result.code, 0) + spare
        assert outcome.result.code in expected, outcome.result
        assert KEY not in repr(outcome.result) + str(outcome.result)
        assert str(outcome.result).isprintable()
        assert len(str(outcome.result)) < 450
    else:
        assert isinstance(outcome.result, Reply), repr(outcome.result)
        assert expected == ["ok"], outcome.result
        assert outcome.result.text.replace("\0", "").replace("\x1b[31m", "").replace("\x1b[0m", "") == GREEN


@pytest.mark.parametrize(
    ("name", "requests"),
    [
        ("good", 1),
        ("429-then-good", 2),
        ("429-for-ever", 4),
        ("429-wait-a-year", 1),
        ("429-do-not-retry", 1),
        ("500-html", 4),
        ("401", 1),
        ("html", 2),
        ("content-empty", 2),
        ("finish-length", 1),
        ("400-both", 3),
        ("400-max-tokens-always", 2),
        ("closed-at-once", 3),
    ],
)
def test_requests_are_counted(name: str, requests: int, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[name].requests == requests


def test_a_wait_that_is_asked_for_is_kept(outcomes: dict[str, Outcome]) -> None:
    assert outcomes["429-short-wait"].seconds >= 0.1
    assert outcomes["429-wait-in-ms"].seconds >= 0.1


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("good", (11, 7)),
        ("usage-missing", (None, None)),
        ("usage-text", (None, None)),
        ("usage-negative", (None, None)),
    ],
)
def test_tokens_are_what_the_endpoint_counted(
    name: str, tokens: tuple[int | None, int | None], outcomes: dict[str, Outcome]
) -> None:
    reply = outcomes[name].result
    assert isinstance(reply, Reply)
    assert (reply.prompt_tokens, reply.completion_tokens) == tokens


@pytest.mark.parametrize("name", ["model-null", "model-number"])
def test_a_model_without_a_name_has_the_one_that_was_asked(name: str, outcomes: dict[str, Outcome]) -> None:
    reply = outcomes[name].result
    assert isinstance(reply, Reply)
    assert reply.model == "model-1"
