"""When to come back, and which parameter to leave out."""

import json
import math
from datetime import UTC, datetime

import pytest

from claimwright.llm.error import Code
from claimwright.llm.statuses import error_of, refused_parameter, retry_after

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "3"}, 3),
        ({"retry-after": " 2.5 "}, 2.5),
        ({"retry-after": "0"}, 0),
        ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, math.inf),
        ({"retry-after": "1e999"}, math.inf),
        ({"retry-after": ""}, None),
        ({"retry-after": "later"}, None),
        ({"retry-after": "Sun, 22 Nov 2026 12:00:30 GMT"}, 30),
        ({"retry-after": "Sun, 22 Nov 2026 13:00:30 +0100"}, 30),
        ({"retry-after": "Sun, 22 Nov 2026 12:00:30"}, 30),
        ({"retry-after": "Sun, 22 Nov 2026 11:00:00 GMT"}, 0),
        ({"retry-after": "Sun, 99 Nov 2026 11:00:00 GMT"}, None),
        ({"retry-after": "Sun, 22 Nov 99999 11:00:00 GMT"}, None),
    ],
)
def test_the_wait_is_read(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOW) == seconds


@pytest.mark.parametrize(
    ("status", "said", "parameter"),
    [
        (400, "Unsupported parameter: 'max_tokens'", "max_tokens"),
        (422, "temperature: extra inputs are not permitted", "temperature"),
        (400, "max_tokens exceeds the maximum context length", None),
        (400, "messages must alternate", None),
        (500, "max_tokens", None),
        (401, "temperature", None),
    ],
)
def test_the_parameter_to_leave_out_is_read(status: int, said: str, parameter: str | None) -> None:
    assert refused_parameter(status, json.dumps({"error": {"message": said}}).encode()) == parameter


@pytest.mark.parametrize(
    ("status", "code"), [(100, "bad_body"), (304, "config"), (407, "network"), (499, "timeout"), (599, "server")]
)
def test_every_status_has_a_code(status: int, code: Code) -> None:
    assert error_of(status, {}, b"").code == code


def test_an_explanation_that_repeats_the_key_is_not_shown() -> None:
    body = b'{"error": {"message": "wrong key: abcdef"}}'
    assert "abcdef" not in str(error_of(401, {}, body))
    assert "abcdef" not in str(error_of(400, {}, body, key="abcdef"))
