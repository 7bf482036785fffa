"""Any chat model of LangChain, by its name: what it is asked, what it may answer, and that nobody else hears of it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimwright.llm.deadline import Deadline
from claimwright.llm.error import ModelError
from claimwright.llm.langchain import TRACING, LangChainModel
from claimwright.llm.model import Turn

from . import chat_models
from .fault_server import FaultServer, always, http
from .faults import ACTS

HERE = Path(__file__).parent
KEY = "sk-secret-0123456789"
TURNS = (
    Turn("system", "You write for a buyer."),
    Turn("user", "F2: grün"),
    Turn("assistant", "Red."),
    Turn("user", "No."),
)


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test switches in the environment is switched back."""
    for name in TRACING:
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    acts = {name: act for name, (_, act) in ACTS.items()} | {"traced": always(http({}))}
    with FaultServer(acts).running() as running:
        yield running


def _model(name: str) -> LangChainModel:
    return LangChainModel(f"{chat_models.__name__}:{name}", lambda body: None)


def _code(name: str) -> str:
    with pytest.raises(ModelError) as caught:
        _model(name).complete(TURNS, Deadline.after(5))
    assert KEY not in str(caught.value)
    return caught.value.code


def test_a_reply_has_text_reason_name_and_tokens() -> None:
    reply = _model("Green").complete(TURNS, Deadline.after(5))
    assert reply.text == "It is bright green [F2]."
    assert (reply.finish, reply.model, reply.prompt_tokens, reply.completion_tokens) == ("stop", "green-1", 5, 6)


def test_the_class_gets_messages_of_langchain() -> None:
    model = _model("Green?asked=[]")
    model.complete(TURNS, Deadline.after(5))
    made = model._model
    assert isinstance(made, chat_models.Green)
    assert [(one.type, one.content) for one in made.asked[0]] == [
        ("system", "You write for a buyer."),
        ("human", "F2: grün"),
        ("ai", "Red."),
        ("human", "No."),
    ]


def test_the_guard_sees_what_is_asked() -> None:
    seen: list[bytes] = []
    LangChainModel(f"{chat_models.__name__}:Green", seen.append).complete(TURNS, Deadline.after(5))
    assert [json.loads(body) for body in seen] == [[{"role": one.role, "content": one.text} for one in TURNS]]
    assert "grün".encode() in seen[0]


def test_what_the_guard_raises_comes_out_and_nothing_is_asked() -> None:
    def guard(body: bytes) -> None:
        raise ValueError("masked")

    model = LangChainModel(f"{chat_models.__name__}:Green?asked=[]", guard)
    with pytest.raises(ValueError, match="masked"):
        model.complete(TURNS, Deadline.after(5))
    assert isinstance(model._model, chat_models.Green)
    assert not model._model.asked


def test_values_are_json_where_they_can_be() -> None:
    made = _model("Green?answer=It%20is%20green&seconds=0.25&parts=[%22a%22]&finish=1x")._model
    assert isinstance(made, chat_models.Green)
    assert (made.answer, made.seconds, made.parts, made.finish) == ("It is green", 0.25, ["a"], "1x")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Green?finish=length", "truncated"),
        ("Green?finish=SAFETY", "filtered"),
        ("Green?answer=", "empty"),
        ("Green?answer=<think>hm", "empty"),
        ("Green?parts=[]", "empty"),
        ("Nothing", "bad_body"),
        ("Failing?raises=rate", "rate_limit"),
        ("Failing?raises=api", "server"),
        ("Failing?raises=overflow", "context"),
        ("Failing?raises=connect", "network"),
        ("Failing?raises=read", "timeout"),
        ("Failing?raises=os", "network"),
        ("Failing?raises=time", "timeout"),
        ('Failing?raises="401"', "auth"),
        ('Failing?raises="503"', "server"),
        ("Failing?raises=key", "bad_body"),
        ("Failing?raises=type", "bad_body"),
        ("Failing?raises=caused", "not_found"),
    ],
)
def test_what_fails_has_a_code(name: str, code: str) -> None:
    assert _code(name) == code


@pytest.mark.parametrize(
    ("name", "kind"), [("assertion", AssertionError), ("runtime", RuntimeError), ("exit", SystemExit)]
)
def test_a_fault_of_the_class_is_not_hidden(name: str, kind: type[BaseException]) -> None:
    with pytest.raises(kind):
        _model(f"Failing?raises={name}").complete(TURNS, Deadline.after(5))


def test_the_deadline_holds() -> None:
    model = _model("Green?seconds=3")
    began = time.monotonic()
    with pytest.raises(ModelError) as caught:
        model.complete(TURNS, Deadline.after(0.3))
    assert caught.value.code == "deadline"
    assert time.monotonic() - began < 1.3


@pytest.mark.parametrize(
    "spec",
    [
        "",
        "langchain_openai",
        ":ChatOpenAI",
        "a b:C",
        "os:system",
        "os:nothing",
        "no_such_package.here:Chat",
        "json:dumps",
        f"{chat_models.__name__}:NoModel",
        f"{chat_models.__name__}:Unmakable",
        f"{chat_models.__name__}:Green?answer",
        f"{chat_models.__name__}:Green?a-b=c",
        f"{chat_models.__name__}:Green?seconds=soon",
        f"{chat_models.__name__}:Green?api_key={KEY}",
        f"{chat_models.__name__}:Green?openai_api_key={KEY}",
        f"{chat_models.__name__}:Green?service_token={KEY}",
        "langchain_openai:ChatOpenAI?max_tokens=many",
    ],
)
def test_a_name_that_cannot_be_used_is_a_fault_of_the_settings(spec: str) -> None:
    with pytest.raises(ModelError) as caught:
        LangChainModel(spec, lambda body: None)
    assert caught.value.code == "config"
    assert caught.value.exit_code == 2
    assert KEY not in str(caught.value)


def test_the_representation_holds_no_arguments() -> None:
    assert repr(_model("Green?answer=x")) == f"LangChainModel('{chat_models.__name__}:Green')"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("401", "auth"),
        ("403", "forbidden"),
        ("404", "not_found"),
        ("400", "bad_request"),
        ("429-wait-a-year", "rate_limit"),
        ("502", "server"),
        ("reset-at-once", "network"),
        ("silence", "deadline"),
        ("drip-body", "deadline"),
        ("204", "bad_body"),
    ],
)
def test_chat_openai_fails_as_the_sdk_does(
    name: str, code: str, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", server.url(name))
    model = LangChainModel("langchain_openai:ChatOpenAI?model=model-1&max_retries=0", lambda body: None)
    began = time.monotonic()
    with pytest.raises(ModelError) as caught:
        model.complete(TURNS, Deadline.after(1.5))
    assert caught.value.code == code
    assert KEY not in str(caught.value)
    assert time.monotonic() - began < 2.5


def test_chat_openai_writes(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", server.url("good"))
    model = LangChainModel("langchain_openai:ChatOpenAI?model=model-1&temperature=0", lambda body: None)
    reply = model.complete(TURNS, Deadline.after(5))
    assert (reply.text, reply.finish, reply.prompt_tokens) == ("It is bright green [F2].", "stop", 11)
    sent = server.requests["good"][-1].json()
    assert sent["temperature"] == 0
    assert [one["content"] for one in sent["messages"]] == [turn.text for turn in TURNS]


PLAIN = "from chat_models import Green; Green().invoke('the case')"
OURS = """
from claimwright.llm.opening import open_model
from claimwright.llm.deadline import Deadline
from claimwright.llm.model import Turn
model = open_model("langchain:chat_models:Green", None, lambda body: None)
assert model.complete((Turn("user", "the case"),), Deadline.after(20)).text
"""
FLUSH = "\nfrom langchain_core.tracers.langchain import wait_for_all_tracers; wait_for_all_tracers()"


@pytest.mark.parametrize(
    ("program", "traced"),
    [
        (PLAIN, True),
        (OURS, False),
        ("import langsmith.utils as u; u.get_env_var('TRACING_V2', default='true')\n" + OURS, False),
    ],
)
def test_nothing_is_posted_to_a_tracer(program: str, traced: bool, server: FaultServer) -> None:
    """A plain call posts the case: without that the test would prove nothing."""
    before = server.count("traced")
    switched_on = dict.fromkeys(TRACING, "true") | {
        "LANGSMITH_ENDPOINT": server.url("traced"),
        "LANGCHAIN_ENDPOINT": server.url("traced"),
        "LANGSMITH_API_KEY": "ls-1",
    }
    subprocess.run(
        [sys.executable, "-c", program + FLUSH], check=True, cwd=HERE, env=dict(os.environ) | switched_on, timeout=60
    )
    assert (server.count("traced") > before) is traced
    if traced:
        assert any(b"the case" in request.body for request in server.requests["traced"])
