"""A deadline holds whatever the call does."""

import threading
import time

import pytest

from claimwright.llm.deadline import Deadline, within
from claimwright.llm.error import ModelError


def test_what_the_call_gives_back_is_given_back() -> None:
    assert within(Deadline.after(5), lambda: "green") == "green"
    assert within(Deadline.after(5), lambda: None) is None


@pytest.mark.parametrize("raised", [ValueError("x"), KeyboardInterrupt(), SystemExit(2), ModelError("quota")])
def test_what_the_call_raises_is_raised(raised: BaseException) -> None:
    def call() -> None:
        raise raised

    with pytest.raises(type(raised)) as caught:
        within(Deadline.after(5), call)
    assert caught.value is raised


def test_a_call_that_does_not_end_is_left_behind() -> None:
    ended = threading.Event()
    began = time.monotonic()
    with pytest.raises(ModelError) as caught:
        within(Deadline.after(0.2), lambda: ended.wait(10))
    assert caught.value.code == "deadline"
    assert 0.2 <= time.monotonic() - began < 1.2
    assert all(one.daemon for one in threading.enumerate() if one.name == "claimwright-model")
    ended.set()


@pytest.mark.parametrize(("seconds", "left"), [(-5, 0), (0, 0), (float("inf"), 86_400), (1e300, 86_400)])
def test_a_deadline_is_between_now_and_tomorrow(seconds: float, left: float) -> None:
    deadline = Deadline.after(seconds)
    assert left - 1 <= deadline.left() <= left
    assert deadline.passed() is (left == 0)
