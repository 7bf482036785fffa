"""A loopback endpoint that answers at once: with a body of two sentences about the example of the wrong colour."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_TOLD = (
    ("bright green", "The hoodie that arrived is bright green", "E1"),
    ("shows navy", "The listing shows navy", "E2"),
)


def body(sent: str) -> str:
    """Two sentences that pass every check, with the ids that their statements have in the request."""
    found = ((re.search(rf"(F\d+): [^\n]*{about}", sent), text, proof) for about, text, proof in _TOLD)
    return " ".join(f"{text} [{match[1]}, {proof}]." for match, text, proof in found if match)


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        message = {"role": "assistant", "content": body(asked["messages"][-1]["content"])}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        whole = {"id": "1", "object": "chat.completion", "created": 0, "model": asked["model"], "choices": [choice]}
        answer = json.dumps(whole).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def endpoint() -> Iterator[str]:
    """The address, as long as the block runs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
        server.shutdown()
