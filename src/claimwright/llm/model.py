"""What is asked of a model and what it gives back, in forms of our own that need no import of anybody's SDK."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from claimwright.llm.deadline import Deadline

Guard = Callable[[bytes], None]
"""Is called with every body just before it leaves, and raises if the body may not; what it raises is never caught."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a conversation."""

    role: Literal["system", "user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """The text of a whole reply, why the model stopped, which model it says it is, and what it counted, if it did."""

    text: str
    finish: str
    model: str
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class Model(Protocol):
    """Anything that writes."""

    def complete(self, turns: Sequence[Turn], deadline: Deadline) -> Reply:
        """The reply to these turns. Raises ModelError, by the deadline at the latest, and what the guard raises."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a conversation that sends nothing itself wants to have sent, and which round of it this is (1, 2 …)."""

    turns: tuple[Turn, ...]
    round: int


@dataclass(frozen=True, slots=True)
class Replied:
    """What the model wrote."""

    text: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Why the model wrote nothing, in a sentence for the buyer."""

    reason: str
