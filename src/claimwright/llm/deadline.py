"""One wall-clock deadline for everything a reply takes: connecting, waiting, reading, trying again.

Decided here: foreign code runs in a daemon thread and is left behind when time is up, because neither a name look-up
nor a server that sends a byte a second can be interrupted by a time-out of the HTTP client.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from typing import NoReturn, TypeVar

from claimwright.llm.error import ModelError

T = TypeVar("T")
_LONGEST = 86_400.0


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment of the monotonic clock."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """The deadline so many seconds from now, a day at most."""
        return cls(time.monotonic() + min(max(seconds, 0.0), _LONGEST))

    def left(self) -> float:
        """The seconds that are left, 0.0 when it has passed."""
        return max(0.0, self.at - time.monotonic())

    def passed(self) -> bool:
        """Whether time is up."""
        return self.left() == 0.0


def within(deadline: Deadline, call: Callable[[], T]) -> T:
    """What the call gives back or raises; ModelError (deadline) if it has not ended by then."""
    outcome: SimpleQueue[Callable[[], T]] = SimpleQueue()

    def run() -> None:
        try:
            result = call()
        except BaseException as error:  # carried over, and raised in the caller
            outcome.put(partial(_raise, error))
        else:
            outcome.put(lambda: result)

    threading.Thread(target=run, name="claimwright-model", daemon=True).start()
    try:
        ended = outcome.get(timeout=deadline.left())
    except Empty:
        raise ModelError("deadline") from None
    return ended()


def _raise(error: BaseException) -> NoReturn:
    raise error
