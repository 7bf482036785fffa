"""What is left of a text when the thinking is out."""

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwright.llm.answers import reply_of, without_thinking
from claimwright.llm.error import ModelError


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Green.", "Green."),
        ("<think>a</think>Green.", "Green."),
        ("<Think>a</THINK>Green.", "Green."),
        ("Green <think>a</think>and <thought>b</thought>red.", "Green and red."),
        ("<think>a<think>b</think>c</think>Green.", "Green."),
        ("a</think>Green.", "Green."),
        ("a</think>b</think>Green.", "Green."),
        ("Green.<think>a", "Green."),
        ("<think></think>", ""),
        ("<thinker>Green.", "<thinker>Green."),
        ("I think <b>so</b>.", "I think <b>so</b>."),
    ],
)
def test_thinking_is_left_out(text: str, left: str) -> None:
    assert without_thinking(text) == left


@given(st.lists(st.sampled_from(("<think>", "</think>", "<reasoning>", "</reasoning >", "Green.", " ", "<", "/"))))
def test_no_mark_is_left_and_nothing_is_added(pieces: list[str]) -> None:
    text = "".join(pieces)
    left = without_thinking(text)
    assert "<think>" not in left or "<think>" not in pieces
    assert len(left) <= len(text)


def test_a_megabyte_of_marks_takes_no_time() -> None:
    began = time.process_time()
    without_thinking("<think>" * 140_000)
    without_thinking("</think>" * 120_000)
    without_thinking("<think" * 160_000)
    assert time.process_time() - began < 2


@given(st.binary(max_size=300))
def test_whatever_the_body_is_it_is_a_reply_or_an_error(body: bytes) -> None:
    with pytest.raises(ModelError):
        reply_of(body, "model-1")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ("choices", "message", "content", "finish_reason", "error", "code", "usage", "type", "text")
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.fixed_dictionaries({"choices": st.lists(st.fixed_dictionaries({"message": JSON}), max_size=2) | JSON}))
def test_whatever_the_json_is_it_is_a_reply_or_an_error(document: object) -> None:
    with suppress(ModelError):
        assert reply_of(json.dumps(document).encode(), "model-1").text.strip()
