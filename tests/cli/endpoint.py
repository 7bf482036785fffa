"""An OpenAI-compatible endpoint on loopback that replies as it is told and keeps what it was sent."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.loopback import LONGEST_WAIT, Answer, serving


@dataclass
class Endpoint:
    """The replies in order, the last again and again; a number is an HTTP status, None is silence."""

    replies: tuple[str | int | None, ...]
    url: str = ""
    bodies: list[bytes] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def requests(self) -> list[dict[str, Any]]:
        """What it was sent."""
        return [json.loads(body) for body in self.bodies]

    def answer(self, body: bytes, key: str | None) -> Answer:
        """Status and body of the answer to a request."""
        self.bodies.append(body)
        self.keys.append(key)
        reply = self.replies[min(len(self.bodies), len(self.replies)) - 1]
        if reply is None:
            self.over.wait(LONGEST_WAIT)
        if isinstance(reply, int):
            return reply, json.dumps({"error": {"message": f"the key {key} is wrong"}}).encode()
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": reply}}
        whole = {"id": "x", "object": "chat.completion", "created": 0, "model": "scripted-1", "choices": [choice]}
        return 200, json.dumps({**whole, "usage": {"prompt_tokens": 900, "completion_tokens": 42}}).encode()


@contextmanager
def endpoint(*replies: str | int | None) -> Iterator[Endpoint]:
    """An endpoint that runs until the end of the block."""
    this = Endpoint(replies)
    with serving(lambda asked: this.answer(asked.body, asked.key), this.over) as this.url:
        yield this
