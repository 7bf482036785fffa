"""An answer is heard until it is clear: what agrees, what does not, and what Enter means."""

import pytest
from tests.intake.interviewing import HOODIE, told

from claimwright.intake.interview import Answered

from .scripted import held

ORDERED = Answered("order.ordered_on", "2026-10-03")


@pytest.mark.parametrize("agreed", ["", "y", "yes", "Yes.", "ok", "right", "correct"])
def test_what_was_said_back_is_agreed_to_in_words_too(agreed: str) -> None:
    _, _, kept = held("3 Oct", agreed, interview=told(*HOODIE[:6]))
    assert kept == [ORDERED]


@pytest.mark.parametrize("agreed", ["", "y", "yes", "right"])
def test_the_read_back_is_agreed_to_in_words_too(agreed: str) -> None:
    _, done, _ = held(agreed, interview=told(*HOODIE))
    assert done is not None


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        pytest.param(("AB-1", "y"), "AB-1", id="it is really it"),
        pytest.param(("AB-1", "", "", "y"), "AB-1", id="Enter alone does not agree"),
        pytest.param(("AB-1", "8190000000000001"), "8190000000000001", id="the number instead"),
        pytest.param(("AB-1", "n", "8190000000000001"), "8190000000000001", id="denied"),
    ],
)
def test_a_number_that_looks_like_none_takes_more_than_enter(lines: tuple[str, ...], number: str) -> None:
    _, _, kept = held(*lines, interview=told(*HOODIE[:4]))
    assert kept == [Answered("order.number", number)]
