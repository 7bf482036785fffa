"""An OpenAI-compatible endpoint on loopback that replies as it is told and keeps what it was sent."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


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

    def answer(self, body: bytes, key: str | None) -> tuple[int, bytes]:
        """Status and body of the answer to a request."""
        self.bodies.append(body)
        self.keys.append(key)
        reply = self.replies[min(len(self.bodies), len(self.replies)) - 1]
        if reply is None:
            self.over.wait(20)
        if isinstance(reply, int):
            return reply, json.dumps({"error": {"message": f"the key {key} is wrong"}}).encode()
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": reply}}
        whole = {"id": "x", "object": "chat.completion", "created": 0, "model": "scripted-1", "choices": [choice]}
        return 200, json.dumps({**whole, "usage": {"prompt_tokens": 900, "completion_tokens": 42}}).encode()


@contextmanager
def endpoint(*replies: str | int | None) -> Iterator[Endpoint]:
    """An endpoint that runs until the end of the block."""
    this = Endpoint(replies)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, answer = this.answer(body, self.headers["Authorization"])
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)
            except OSError:
                self.close_connection = True  # nobody waits for it any more

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    this.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield this
    finally:
        this.over.set()
        server.shutdown()
        thread.join(5)
        server.server_close()
