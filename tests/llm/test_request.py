"""The parameters of a request: what is sent first, what is left out when it is refused, or known to be."""

import pytest

from claimwright.llm.endpoint import Endpoint
from claimwright.llm.model import Turn
from claimwright.llm.request import accepted, parameters_of, request_of, without

BOTH = {"max_tokens": 4000, "temperature": 0.3}


def test_a_request_says_what_the_endpoint_is_set_to() -> None:
    assert parameters_of(Endpoint("http://x/v1", "m")) == BOTH
    assert parameters_of(Endpoint("http://x/v1", "m", max_tokens=9, temperature=None)) == {"max_tokens": 9}


@pytest.mark.parametrize(
    ("refused", "left"),
    [
        ("max_tokens", {"max_completion_tokens": 4000, "temperature": 0.3}),
        ("temperature", {"max_tokens": 4000}),
        (None, BOTH),
        ("something else", BOTH),
    ],
)
def test_a_refused_parameter_is_renamed_or_left_out(refused: str | None, left: dict[str, object]) -> None:
    assert without(refused, BOTH) == left


@pytest.mark.parametrize("model", ["o1", "o3-mini", "gpt-5", "gpt-5-mini", "GPT-5.1", "openai/gpt-5-nano"])
def test_a_model_that_reasons_has_no_temperature(model: str) -> None:
    assert accepted(Endpoint("http://x/v1", model)) == {"max_completion_tokens": 4000}


@pytest.mark.parametrize("model", ["gpt-4o", "gpt-5-chat-latest", "olmo-2", "gpt-oss-20b", "meta-llama/Llama-3.1-8B"])
def test_any_other_model_has_all(model: str) -> None:
    assert accepted(Endpoint("http://x/v1", model)) == BOTH


def test_a_request_holds_the_turns_as_messages() -> None:
    found = request_of("m", [Turn("system", "a"), Turn("user", "b")], {"max_tokens": 1})
    messages = [{"role": "system", "content": "a"}, {"role": "user", "content": "b"}]
    assert found == {"model": "m", "messages": messages, "max_tokens": 1}
