"""What is sent to an OpenAI-compatible endpoint, to whom, and what is never said."""

import json
import logging
import socket
import time
import traceback
from collections.abc import Iterator
from typing import Any

import pytest

from claimwright.llm.deadline import Deadline
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import ModelError
from claimwright.llm.model import Turn
from claimwright.llm.openai_sdk import OpenAIModel

from .fault_server import FaultServer, always, completion, failure, http
from .faults import ACTS

KEY = "sk-secret-0123456789"
TURNS = (
    Turn("system", "You write for a buyer."),
    Turn("user", "F2: the lamp is gr\N{LATIN SMALL LETTER U WITH DIAERESIS}n"),
    Turn("assistant", "It is red [F2]."),
    Turn("user", "“red” is not in the facts."),
)
ECHO = http(failure(f"The key {KEY} and Bearer {KEY} are wrong, sk-proj-abcdefghij too."), "400 Bad Request")


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    acts = {name: act for name, (_, act) in ACTS.items()} | {"echo": always(ECHO), "kept": ACTS["400-max-tokens"][1]}
    with FaultServer(acts).running() as running:
        yield running


def _model(server: FaultServer, name: str, key: str = KEY, **settings: Any) -> OpenAIModel:
    guard = settings.pop("guard", lambda body: None)
    return OpenAIModel(Endpoint(server.url(name), "model-1", key, **settings), guard, pause=0.02)


def _soon() -> Deadline:
    return Deadline.after(5)


def test_the_request_holds_model_messages_and_limits(server: FaultServer) -> None:
    _model(server, "good", max_tokens=900, temperature=0.5).complete(TURNS, _soon())
    assert server.requests["good"][-1].json() == {
        "model": "model-1",
        "messages": [{"role": turn.role, "content": turn.text} for turn in TURNS],
        "max_tokens": 900,
        "temperature": 0.5,
    }


def test_a_temperature_of_none_is_not_sent(server: FaultServer) -> None:
    _model(server, "good", temperature=None).complete(TURNS, _soon())
    assert "temperature" not in server.requests["good"][-1].json()


def test_the_headers_hold_the_key_and_ask_for_no_compression(server: FaultServer) -> None:
    _model(server, "good").complete(TURNS, _soon())
    headers = server.requests["good"][-1].headers
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["accept-encoding"] == "identity"


def test_without_a_key_none_is_sent_whatever_the_environment_holds(
    server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-other")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "Authorization: Bearer sk-custom")
    _model(server, "good", key="").complete(TURNS, _soon())
    assert "authorization" not in server.requests["good"][-1].headers


def test_a_key_of_the_environment_does_not_replace_the_one_that_is_given(
    server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "authorization: Bearer sk-custom")
    _model(server, "good").complete(TURNS, _soon())
    assert server.requests["good"][-1].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:9", "socks5://127.0.0.1:9", "nonsense://x"])
def test_loopback_is_not_asked_through_a_proxy(
    proxy: str, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy)
    assert _model(server, "good").complete(TURNS, _soon()).text


@pytest.mark.parametrize("proxy", ["nonsense://x", "http://[::bad"])
def test_a_proxy_that_cannot_be_used_is_a_fault_of_the_settings(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    with pytest.raises(ModelError) as caught:
        OpenAIModel(Endpoint("https://llm.test/v1", "model-1", KEY), lambda body: None)
    assert caught.value.code == "config"


def test_the_guard_sees_the_bytes_that_leave(server: FaultServer) -> None:
    seen: list[bytes] = []
    model = _model(server, "429-for-ever", guard=seen.append)
    with pytest.raises(ModelError):
        model.complete(TURNS, _soon())
    assert seen == [request.body for request in server.requests["429-for-ever"]]
    assert len(seen) == 4
    assert "grün".encode() in seen[0]


@pytest.mark.parametrize(
    "raised",
    [AssertionError("masked"), ValueError("v"), OSError("o"), UnicodeError("u"), TimeoutError(), SystemExit(3)],
)
def test_what_the_guard_raises_comes_out_and_nothing_leaves(raised: BaseException, server: FaultServer) -> None:
    def guard(body: bytes) -> None:
        raise raised

    before = server.count("good")
    with pytest.raises(type(raised)) as caught:
        _model(server, "good", guard=guard).complete(TURNS, _soon())
    assert caught.value is raised
    assert server.count("good") == before


def test_a_parameter_once_refused_is_not_sent_again(server: FaultServer) -> None:
    model = _model(server, "kept")
    model.complete(TURNS, _soon())
    model.complete(TURNS, _soon())
    sent = [request.json() for request in server.requests["kept"]]
    assert ["max_tokens" in one for one in sent] == [True, False, False]
    assert [one.get("max_completion_tokens") for one in sent] == [None, 4000, 4000]


def test_nobody_listening_is_said_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    began = time.monotonic()
    with pytest.raises(ModelError, match=r"127\.0\.0\.1: .*refused") as caught:
        OpenAIModel(Endpoint(f"http://127.0.0.1:{port}/v1", "model-1"), lambda body: None).complete(TURNS, _soon())
    assert caught.value.code == "network"
    assert time.monotonic() - began < 1


def test_an_endpoint_that_never_accepts_is_left_at_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(listener.getsockname())
        began = time.monotonic()
        model = OpenAIModel(Endpoint(f"http://127.0.0.1:{listener.getsockname()[1]}", "model-1"), lambda body: None)
        with pytest.raises(ModelError) as caught:
            model.complete(TURNS, Deadline.after(1))
        for one in waiting:
            one.close()
    assert caught.value.code == "deadline"
    assert time.monotonic() - began < 2


def test_no_time_left_means_no_reply(server: FaultServer) -> None:
    with pytest.raises(ModelError) as caught:
        _model(server, "silence").complete(TURNS, Deadline.after(0))
    assert caught.value.code == "deadline"


def test_half_a_character_is_not_sent(server: FaultServer) -> None:
    before = server.count("good")
    with pytest.raises(ModelError) as caught:
        _model(server, "good").complete((Turn("user", "gre\ud83den"),), _soon())
    assert caught.value.code == "bad_request"
    assert server.count("good") == before


@pytest.mark.parametrize("name", ["echo", "401", "429-for-ever", "reset-at-once", "good", "gzip-bad", "301-elsewhere"])
def test_neither_key_nor_case_is_logged_or_shown(
    name: str, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    model = _model(server, name)
    shown = repr(model) + repr(vars(model)["_endpoint"])
    try:
        model.complete(TURNS, _soon())
    except ModelError as error:
        shown += "".join(traceback.format_exception(error)) + repr(error) + json.dumps(error.__reduce__()[1])
    assert caplog.records
    shown += caplog.text
    assert KEY not in shown
    assert "sk-proj" not in shown
    assert "the lamp" not in shown
    assert "You write for a buyer" not in shown


def test_the_deadline_covers_the_waits_between_attempts(server: FaultServer) -> None:
    model = OpenAIModel(Endpoint(server.url("500-html"), "model-1", KEY), lambda body: None, pause=60)
    began = time.monotonic()
    with pytest.raises(ModelError) as caught:
        model.complete(TURNS, Deadline.after(1))
    assert caught.value.code == "server"
    assert time.monotonic() - began < 1


def test_a_reply_that_is_big_but_no_bigger_than_allowed_is_read() -> None:
    text = "green " * 160_000
    with FaultServer({"big": always(http(completion(text)))}).running() as running:
        assert _model(running, "big").complete(TURNS, _soon()).text == text.strip()
