"""Whether an endpoint is there: one GET that holds the key and nothing else, and every way in which it can fail."""

import time

import pytest

from claimwright.llm.deadline import Deadline
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import ModelError
from claimwright.llm.reach import models_of

from .listing import listing

KEY = "sk-made-up-0123456789"
LIST = b'{"object": "list", "data": [{"id": "one", "object": "model"}, {"id": "two"}]}'


def _asked(url: str, key: str = KEY, seconds: float = 10.0) -> tuple[str, ...] | None:
    return models_of(Endpoint(url, "one", key), Deadline.after(seconds))


def test_it_names_its_models_and_was_sent_the_key_alone() -> None:
    with listing(200, LIST) as there:
        assert _asked(there.url) == ("one", "two")
        assert _asked(there.url + "/", key="") == ("one", "two")
    assert there.seen == [("GET", "/v1/models", f"Bearer {KEY}", b""), ("GET", "/v1/models", None, b"")]


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (404, b"{}"),
        (405, b""),
        (501, b""),
        (200, b"not json"),
        (200, b"[]"),
        (200, b'{"data": 3}'),
        (200, b'{"data": [3]}'),
        (200, b"[" * 100_000),
        (200, b'{"data": "' + b"x" * 5_000_000 + b'"}'),
    ],
)
def test_one_that_keeps_no_list_is_there_all_the_same(status: int, body: bytes) -> None:
    with listing(status, body) as there:
        assert _asked(there.url) is None


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (401, b'{"error": {"message": "the key sk-made-up-0123456789 is wrong"}}', "auth"),
        (403, b"{}", "forbidden"),
        (429, b"{}", "rate_limit"),
        (500, b"oh", "server"),
        (302, b"", "not_found"),
    ],
)
def test_one_that_refuses_says_why_and_never_the_key(status: int, body: bytes, code: str) -> None:
    with listing(status, body) as there, pytest.raises(ModelError) as raised:
        _asked(there.url)
    if status != 302:
        assert raised.value.code == code
    assert KEY not in str(raised.value)
    assert len(there.seen) == 1  # a redirect would carry the key elsewhere


def test_nobody_there_and_silence_are_told_in_time() -> None:
    with pytest.raises(ModelError) as raised:
        _asked("http://127.0.0.1:9/v1")
    assert raised.value.code == "network"
    began = time.monotonic()
    with listing(None, LIST) as there, pytest.raises(ModelError) as silent:
        _asked(there.url, seconds=0.5)
    assert silent.value.code in {"timeout", "deadline"}
    assert time.monotonic() - began < 5
