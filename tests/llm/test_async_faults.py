"""Every misbehaviour of an endpoint ends in a reply or in a ModelError of the right code, by one attempt, in time."""

import asyncio
import time
from dataclasses import dataclass

import pytest

from claimwright.llm.async_sdk import AsyncConnection
from claimwright.llm.deadline import Deadline
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import Code, ModelError
from claimwright.llm.model import Reply

from .fault_server import FaultServer
from .lag import lag
from .test_faults import FAULTS, GREEN, KEY, LATE, TURNS, _seconds

AT_FIRST: dict[str, Code] = {
    "429-then-good": "rate_limit",
    "429-short-wait": "rate_limit",
    "429-wait-in-ms": "rate_limit",
    "429-date-past": "rate_limit",
    "429-wait-negative": "rate_limit",
    "429-wait-nan": "rate_limit",
    "429-wait-words": "rate_limit",
    "500-then-good": "server",
    "503-then-good": "server",
    "408-then-good": "timeout",
    "truncated-then-good": "bad_body",
    "reset-then-good": "network",
    "empty-then-good": "empty",
    "html-then-good": "bad_body",
    "error-200-then-good": "server",
}
"""What a first attempt comes to where only a second one goes well."""
STRICTER: dict[str, Code] = {"length-too-short": "network"}
"""What aiohttp takes for a broken connection, and httpx2 for a body that ends early."""


@dataclass
class Outcome:
    result: Reply | BaseException
    seconds: float
    requests: int
    second: Reply | BaseException | None
    late: float = 0.0  # how late the machine was


@pytest.fixture(scope="module", params=[True, False], ids=["aiohttp", "httpx2"])
def fast(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(scope="module")
def outcomes(fast: bool) -> dict[str, Outcome]:
    """What each behaviour came to over this transport; many run at once, for most of their time is waiting."""
    with FaultServer({name: act for name, (_, act) in FAULTS.items()}).running() as server:
        return asyncio.run(_all(server, fast))


async def _all(server: FaultServer, fast: bool) -> dict[str, Outcome]:
    few = asyncio.Semaphore(16)

    async def run(name: str) -> Outcome:
        async with few:
            connection = AsyncConnection(Endpoint(server.url(name), "model-1", KEY), fast=fast)
            began = time.monotonic()
            result = await _attempt(connection, _seconds(name))
            seconds, requests = time.monotonic() - began, server.count(name)
            second = await _attempt(connection, _seconds(name)) if name in AT_FIRST else None
            await connection.close()
            return Outcome(result, seconds, requests, second)

    with lag() as late:
        found = dict(zip(FAULTS, await asyncio.gather(*map(run, FAULTS)), strict=True))
    for outcome in found.values():
        outcome.late = late.most
    return found


async def _attempt(connection: AsyncConnection, seconds: float) -> Reply | BaseException:
    try:
        return await connection.guarded(lambda body: None).complete(TURNS, Deadline.after(seconds))
    except BaseException as error:  # whatever escapes is shown by the test of its behaviour
        return error


def _is_good(result: object) -> bool:
    return isinstance(result, Reply) and (
        result.text.replace("\0", "").replace("\x1b[31m", "").replace("\x1b[0m", "") == GREEN
    )


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_ends_as_it_should_in_one_attempt_and_in_time(
    name: str, fast: bool, outcomes: dict[str, Outcome]
) -> None:
    outcome, expected = outcomes[name], FAULTS[name][0].split()
    if name in AT_FIRST:
        expected = [AT_FIRST[name]]
    elif fast and name in STRICTER:
        expected = [STRICTER[name]]
    assert outcome.seconds < _seconds(name) + LATE + outcome.late
    # A parameter that is refused costs a request of its own.
    assert 1 <= outcome.requests <= (3 if name.startswith(("400", "422")) else 1)
    if isinstance(outcome.result, ModelError):
        assert outcome.result.code in expected, outcome.result
        assert KEY not in repr(outcome.result) + str(outcome.result)
        assert str(outcome.result).isprintable()
        assert len(str(outcome.result)) < 450
        assert "chatcmpl-1" not in str(outcome.result), "an answer that was not understood is not repeated"
    else:
        assert _is_good(outcome.result), repr(outcome.result)
        assert "ok" in expected, outcome.result


@pytest.mark.parametrize("name", AT_FIRST)
def test_a_second_attempt_over_the_same_connections_goes_well(name: str, outcomes: dict[str, Outcome]) -> None:
    assert FAULTS[name][0] == "ok"
    assert _is_good(outcomes[name].second), repr(outcomes[name].second)


@pytest.mark.parametrize(
    ("name", "requests"),
    [("good", 1), ("429-for-ever", 1), ("500-html", 1), ("400-max-tokens", 2), ("400-both", 3), ("closed-at-once", 1)],
)
def test_requests_are_counted(name: str, requests: int, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[name].requests == requests


@pytest.mark.parametrize(
    ("name", "wait", "again"),
    [
        ("429-short-wait", 0.1, True),
        ("429-wait-in-ms", 0.1, True),
        ("429-date-past", 0.0, True),
        ("503-then-good", 0.0, True),
        ("429-wait-a-year", 31_536_000.0, True),
        ("429-wait-infinite", float("inf"), True),
        ("429-wait-words", None, True),
        ("429-for-ever", None, True),
        ("429-do-not-retry", None, False),
    ],
)
def test_what_the_endpoint_asks_to_wait_is_handed_on(
    name: str, wait: float | None, again: bool, outcomes: dict[str, Outcome]
) -> None:
    error = outcomes[name].result
    assert isinstance(error, ModelError)
    assert (error.retry_after, error.again) == (wait, again)


def test_the_tokens_and_the_model_are_what_the_endpoint_said(outcomes: dict[str, Outcome]) -> None:
    reply = outcomes["good"].result
    assert isinstance(reply, Reply)
    assert (reply.model, reply.prompt_tokens, reply.completion_tokens) == ("model-1", 11, 7)
