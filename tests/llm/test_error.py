"""Every reason has a plain sentence, an exit code, and no key in it."""

import pickle
from typing import get_args

import pytest

from claimwright.errors import ModelUnavailable
from claimwright.llm.error import Code, ModelError, quoted

CODES = get_args(Code)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_sentence_for_the_buyer(code: Code) -> None:
    error = ModelError(code)
    text = str(error)
    assert text[0].isupper()
    assert text.endswith(".")
    assert text.isprintable()
    assert code == "config" or any(word in text for word in ("--", "OPENAI_API_KEY", "shorten", "let the template"))
    assert isinstance(error, ModelUnavailable)
    assert error.exit_code == (2 if code == "config" else 6)


def test_the_sentences_differ() -> None:
    assert len({str(ModelError(code)) for code in CODES}) == len(CODES) == 18


def test_an_error_passes_between_processes() -> None:
    error = pickle.loads(pickle.dumps(ModelError("quota", "status 402")))
    assert (error.code, error.detail, str(error)) == ("quota", "status 402", str(ModelError("quota", "status 402")))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("no such model", "no such model"),
        ("line\none\ttwo", "line one two"),
        ("\x1b[31mred\x1b[0m \u202eevil\u200b", "[31mred[0m evil"),
        ("Bearer abc.def is wrong", "[key] is wrong"),
        ("Incorrect API key provided: sk-proj-abcd****wxyz.", "Incorrect API key provided: [key]"),
        ("my-own-key fails", "[key] fails"),
        ("half \ud83d", "half ?"),
        ("x" * 500, "x" * 199 + "…"),
    ],
)
def test_what_an_endpoint_said_is_one_safe_line_without_keys(said: str, shown: str) -> None:
    assert quoted(said, "my-own-key") == shown
