"""Many cases over one set of connections: what is sent, to whom, and what is never said."""

import asyncio
import json
import logging
import socket
import sys
import time
import traceback
from collections.abc import Iterator
from typing import Any, TypeVar

import pytest

from claimwright.llm.async_sdk import AsyncConnection, aiohttp_usable
from claimwright.llm.deadline import Deadline
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import ModelError
from claimwright.llm.model import Guard, Reply, Turn
from claimwright.llm.openai_sdk import OpenAIModel

from .fault_server import FaultServer, always, completion, http
from .faults import ACTS
from .keeping_server import keeping
from .test_openai_sdk import ECHO, KEY, TURNS

T = TypeVar("T")


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    acts = {name: act for name, (_, act) in ACTS.items()} | {"echo": always(ECHO), "kept": ACTS["400-max-tokens"][1]}
    acts |= {"both": ACTS["400-both"][1], "": ACTS["good"][1]}
    with FaultServer(acts).running() as running:
        yield running


@pytest.fixture(params=[True, False], ids=["aiohttp", "httpx2"])
def fast(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def _unguarded(body: bytes) -> None:
    """Lets everything leave."""


def _soon() -> Deadline:
    return Deadline.after(5)


def _asked(
    endpoint: Endpoint,
    fast: bool | None,
    guard: Guard = _unguarded,
    turns: tuple[Turn, ...] = TURNS,
    deadline: Deadline | None = None,
) -> Reply:
    """The reply to one call over a connection of its own."""

    async def ask() -> Reply:
        connection = AsyncConnection(endpoint, fast=fast)
        try:
            return await connection.guarded(guard).complete(turns, deadline or _soon())
        finally:
            await connection.close()

    return asyncio.run(ask())


def _refused(endpoint: Endpoint, fast: bool, **how: Any) -> ModelError:
    with pytest.raises(ModelError) as caught:
        _asked(endpoint, fast, **how)
    return caught.value


def test_what_is_sent_is_to_the_byte_what_a_single_case_sends(server: FaultServer, fast: bool) -> None:
    endpoint = Endpoint(server.url("good"), "model-1", KEY, max_tokens=900, temperature=0.5)
    OpenAIModel(endpoint, _unguarded).complete(TURNS, _soon())
    _asked(endpoint, fast)
    single, ours = server.requests["good"][-2:]
    assert ours.body == single.body
    for name in ("host", "authorization", "accept-encoding", "content-type", "accept", "x-stainless-package-version"):
        assert ours.headers[name] == single.headers[name]
    assert ours.headers["authorization"] == f"Bearer {KEY}"
    assert ours.headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("key", ["", KEY])
def test_no_key_is_sent_but_the_one_that_is_given(
    key: str, server: FaultServer, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-other")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "authorization: Bearer sk-custom")
    _asked(Endpoint(server.url("good"), "model-1", key), fast)
    assert server.requests["good"][-1].headers.get("authorization", "") == (f"Bearer {key}" if key else "")


def test_organisation_and_project_of_the_environment_are_named_as_in_a_single_case(
    server: FaultServer, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-1")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project-1")
    _asked(Endpoint(server.url("good"), "model-1", KEY), fast)
    headers = server.requests["good"][-1].headers
    assert (headers["openai-organization"], headers["openai-project"]) == ("org-1", "project-1")


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:9", "socks5://127.0.0.1:9", "nonsense://x"])
def test_loopback_is_not_asked_through_a_proxy(
    proxy: str, server: FaultServer, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy)
    assert _asked(Endpoint(server.url("good"), "model-1", KEY), fast).text


def test_any_other_host_is_asked_through_the_proxy_that_is_set(
    server: FaultServer, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
    assert _asked(Endpoint("http://llm.test/v1", "model-1", KEY), fast).text
    assert server.requests[""][-1].headers["host"] == "llm.test"


@pytest.mark.parametrize("proxy", ["nonsense://x", "http://[::bad", "socks5://127.0.0.1:9"])
def test_a_proxy_that_cannot_be_used_is_a_fault_of_the_settings(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    with pytest.raises(ModelError) as caught:
        AsyncConnection(Endpoint("https://llm.test/v1", "model-1", KEY))
    assert caught.value.code == "config"


def test_without_the_extra_the_other_transport_does_it(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert aiohttp_usable()
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    assert not aiohttp_usable()
    assert _asked(Endpoint(server.url("good"), "model-1", KEY), None).text
    assert _refused(Endpoint(server.url("closed-at-once"), "model-1", KEY), False).code == "network"


def test_the_guard_sees_the_bytes_that_leave(server: FaultServer, fast: bool) -> None:
    seen: list[bytes] = []
    before = server.count("both")
    _asked(Endpoint(server.url("both"), "model-1", KEY), fast, guard=seen.append)
    assert seen == [request.body for request in server.requests["both"][before:]]
    assert len(seen) == 3
    assert "grün".encode() in seen[0]


@pytest.mark.parametrize(
    "raised", [AssertionError("masked"), ValueError("v"), OSError("o"), TimeoutError(), KeyError()]
)
def test_what_the_guard_raises_comes_out_and_nothing_leaves(raised: Exception, server: FaultServer, fast: bool) -> None:
    def guard(body: bytes) -> None:
        raise raised

    before = server.count("good")
    with pytest.raises(type(raised)) as caught:
        _asked(Endpoint(server.url("good"), "model-1", KEY), fast, guard=guard)
    assert caught.value is raised
    assert server.count("good") == before


def test_each_case_has_a_guard_of_its_own(fast: bool) -> None:
    async def ask() -> None:
        async with keeping() as server:
            connection = AsyncConnection(Endpoint(server.url("good"), "model-1"), fast=fast)
            seen: dict[int, list[bytes]] = {number: [] for number in range(40)}
            await asyncio.gather(
                *(
                    connection.guarded(bodies.append).complete((Turn("user", f"case {number}."),), _soon())
                    for number, bodies in seen.items()
                )
            )
            await connection.close()
        assert all(len(bodies) == 1 and f"case {number}.".encode() in bodies[0] for number, bodies in seen.items())

    asyncio.run(ask())


def test_a_parameter_once_refused_is_not_sent_again_for_any_case(server: FaultServer, fast: bool) -> None:
    async def ask() -> None:
        connection = AsyncConnection(Endpoint(server.url("kept"), "model-1"), fast=fast)
        await connection.guarded(_unguarded).complete(TURNS, _soon())
        await connection.guarded(_unguarded).complete(TURNS, _soon())
        await connection.close()

    before = server.count("kept")
    asyncio.run(ask())
    sent = [request.json() for request in server.requests["kept"][before:]]
    assert ["max_tokens" in one for one in sent] == [True, False, False]
    assert [one.get("max_completion_tokens") for one in sent] == [None, 4000, 4000]


def test_parameters_that_many_cases_find_refused_at_once_stay_out(server: FaultServer, fast: bool) -> None:
    async def ask() -> None:
        connection = AsyncConnection(Endpoint(server.url("both"), "model-1"), fast=fast)
        await asyncio.gather(*(connection.guarded(_unguarded).complete(TURNS, _soon()) for _ in range(12)))
        count = server.count("both")
        await connection.guarded(_unguarded).complete(TURNS, _soon())
        await connection.close()
        assert server.count("both") == count + 1

    asyncio.run(ask())
    last = server.requests["both"][-1].json()
    assert last.keys() == {"model", "messages", "max_completion_tokens"}


def test_nobody_listening_is_said_at_once_and_is_not_worth_another_try(fast: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    began = time.monotonic()
    error = _refused(Endpoint(f"http://127.0.0.1:{port}/v1", "model-1"), fast)
    assert (error.code, error.again) == ("network", False)
    assert time.monotonic() - began < 2


def test_no_time_left_means_that_nothing_is_sent(server: FaultServer, fast: bool) -> None:
    seen: list[bytes] = []
    error = _refused(Endpoint(server.url("good"), "model-1"), fast, guard=seen.append, deadline=Deadline.after(0))
    assert error.code == "deadline"
    assert seen == []


def test_half_a_character_is_not_sent(server: FaultServer, fast: bool) -> None:
    before = server.count("good")
    error = _refused(Endpoint(server.url("good"), "model-1"), fast, turns=(Turn("user", "gre\ud83den"),))
    assert error.code == "bad_request"
    assert server.count("good") == before


def test_an_unprotected_answer_to_a_protected_call_is_no_reply(fast: bool) -> None:
    def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(http("no", "400 Bad Request"))
        writer.close()

    async def ask() -> ModelError:
        async with await asyncio.start_server(answer, "127.0.0.1", 0) as plain:
            port = plain.sockets[0].getsockname()[1]
            connection = AsyncConnection(Endpoint(f"https://127.0.0.1:{port}/v1", "model-1"), fast=fast)
            with pytest.raises(ModelError) as caught:
                await connection.guarded(_unguarded).complete(TURNS, _soon())
            await connection.close()
            return caught.value

    error = asyncio.run(ask())
    assert (error.code, error.again) == ("network", False)


@pytest.mark.parametrize("name", ["echo", "401", "429-for-ever", "reset-at-once", "good", "gzip-bad", "not-http"])
def test_neither_key_nor_case_is_logged_or_shown(
    name: str, server: FaultServer, fast: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    endpoint = Endpoint(server.url(name), "model-1", KEY)
    shown = repr(AsyncConnection(endpoint, fast=fast))
    try:
        _asked(endpoint, fast)
    except ModelError as error:
        shown += "".join(traceback.format_exception(error)) + repr(error) + json.dumps(error.__reduce__()[1])
    assert caplog.records
    shown += caplog.text
    for secret in (KEY, "sk-proj", "the lamp", "You write for a buyer"):
        assert secret not in shown


def test_a_reply_that_is_big_but_no_bigger_than_allowed_is_read(fast: bool) -> None:
    text = "green " * 160_000
    with FaultServer({"big": always(http(completion(text)))}).running() as running:
        assert _asked(Endpoint(running.url("big"), "model-1"), fast).text == text.strip()
