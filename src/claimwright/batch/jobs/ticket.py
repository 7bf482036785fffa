"""The name of a request in a batch file (custom_id), by which its answer is known again.

Decided here: it says which case, which request in full (a seal over model and messages), which round and which attempt.
An answer therefore fits one request only: if the case, the words or the draft before it have changed, it fits nothing.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimwright.batch import index
from claimwright.llm.model import Turn

MOST_ATTEMPTS = 5
"""How often the same request is put into a file before its case goes on without an answer."""

_FORM = re.compile(r"case-([0-9a-f]{16})-([0-9a-f]{16})-r([1-9])-t([1-9])")


@dataclass(frozen=True, slots=True)
class Ticket:
    """One request; as a text it is the custom_id, 44 characters of [a-z0-9-]."""

    key: int
    seal: int
    round: int
    attempt: int

    def __str__(self) -> str:
        """The custom_id."""
        return f"case-{self.key:016x}-{self.seal:016x}-r{self.round}-t{self.attempt}"


def ticket_of(text: object) -> Ticket | None:
    """The ticket with this custom_id, or None if it is no custom_id of ours."""
    found = _FORM.fullmatch(text) if isinstance(text, str) else None
    return Ticket(int(found[1], 16), int(found[2], 16), int(found[3]), int(found[4])) if found else None


def key_of(id: str) -> int:
    """The key of a case with this id, which is its own among the cases that can have a message."""
    return index.key_of(id.encode("utf-8", "surrogatepass"))


def seal_of(model: str, turns: Sequence[Turn]) -> int:
    """The seal of a request: the same for the same words to the same model."""
    return index.key_of(json.dumps([model, *((turn.role, turn.text) for turn in turns)]).encode())
