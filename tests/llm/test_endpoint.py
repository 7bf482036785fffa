"""An endpoint is checked when it is made, and never shows its key."""

import pickle
from dataclasses import replace

import pytest

from claimwright.llm.endpoint import OPENAI, Endpoint
from claimwright.llm.error import ModelError


@pytest.mark.parametrize(
    "url",
    [
        OPENAI,
        "http://localhost:11434/v1",
        "http://127.0.0.1:8080",
        "http://[::1]:8080/v1",
        "https://gateway.example.org/team/openai/v1/",
        "HTTPS://API.EXAMPLE.ORG/v1",
        "http://llama_cpp:8000/v1",
        "http://xn--mnchen-3ya.example/v1",
    ],
)
def test_an_address_is_accepted(url: str) -> None:
    assert Endpoint(f" {url}\n", " model-1 ", "\tsk-1\r\n") == Endpoint(url, "model-1", "sk-1")


@pytest.mark.parametrize(
    "url",
    [
        "",
        " ",
        "localhost:11434/v1",
        "api.openai.com/v1",
        "ftp://api.openai.com/v1",
        "file:///etc/passwd",
        "http://",
        "http:///v1",
        "http://:80/v1",
        "http://host:port/v1",
        "http://host:99999/v1",
        "http://host:0/v1",
        "http://[::1/v1",
        "http://[bad]/v1",
        "http://me:pass@host/v1",
        "http://me@host/v1",
        "http://host\\@other/v1",
        "http://ho st/v1",
        "http://ho\tst/v1",
        "http://ho\nst/v1",
        "http://host/v1\x00",
        "http://hôst/v1",
        "http://host/v1?key=sk-1",
        "http://host/v1#x",
        "http://host/v1?",
        "http://-host/v1",
        "http://ho,st/v1",
        "http://ho%73t/v1",
        "“https://api.openai.com/v1”",
        "'https://api.openai.com/v1'",
    ],
)
def test_an_address_is_refused(url: str) -> None:
    with pytest.raises(ModelError) as caught:
        Endpoint(url, "model-1", "sk-secret-1")
    assert caught.value.code == "config"
    assert "sk-secret" not in str(caught.value)
    assert "pass" not in str(caught.value).replace("password", "")


@pytest.mark.parametrize("key", ["sk 1", "sk\n1", "sk\x001", "sk–1", "schlüssel", "sk\x7f1"])
def test_a_key_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(ModelError) as caught:
        Endpoint(OPENAI, "model-1", key)
    assert caught.value.code == "config"
    assert key not in str(caught.value)


@pytest.mark.parametrize("model", ["", "  ", "a\nb", "a\x1bb", "m" * 201])
def test_a_name_is_refused(model: str) -> None:
    with pytest.raises(ModelError, match="--model"):
        Endpoint(OPENAI, model)


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(ModelError, match="max_tokens"):
        Endpoint(OPENAI, "model-1", max_tokens=0)


def test_the_key_is_not_in_the_representation() -> None:
    endpoint = Endpoint(OPENAI, "model-1", "sk-secret-1")
    assert "sk-secret" not in f"{endpoint!r} {endpoint} {replace(endpoint, model='model-2')!r}"
    assert pickle.loads(pickle.dumps(endpoint)) == endpoint


@pytest.mark.parametrize(
    ("url", "loopback"),
    [
        ("http://localhost:1/v1", True),
        ("http://LOCALHOST./v1", True),
        ("http://ollama.localhost/v1", True),
        ("http://127.8.9.1/v1", True),
        ("http://[::1]/v1", True),
        ("http://192.168.1.2/v1", False),
        ("http://localhost.example.org/v1", False),
        (OPENAI, False),
    ],
)
def test_loopback_is_known(url: str, loopback: bool) -> None:
    assert Endpoint(url, "model-1").loopback is loopback
