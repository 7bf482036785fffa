"""An endpoint on loopback that answers a request for its list of models as it is told, and keeps what it was sent."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.loopback import LONGEST_WAIT, Answer, Asked, serving


@dataclass
class Listing:
    """Where it is, and of each request the method, the path, the key and the body."""

    url: str = ""
    seen: list[tuple[str, str, str | None, bytes]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


@contextmanager
def listing(status: int | None, body: bytes, written: bytes = b"") -> Iterator[Listing]:
    """Answers GET with this, POST with what is written; a status of None is silence."""
    this = Listing()

    def answer(asked: Asked) -> Answer:
        this.seen.append((asked.method, asked.path, asked.key, asked.body))
        code, text = (status, body) if asked.method == "GET" else (200, written)
        if code is None:
            this.over.wait(LONGEST_WAIT)
        return code or 200, text

    with serving(answer, this.over, {"Location": "http://127.0.0.1:9/elsewhere"}) as this.url:
        yield this
