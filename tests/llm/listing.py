"""An endpoint on loopback that answers a request for its list of models as it is told, and keeps what it was sent."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


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

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(status, body)

        def do_POST(self) -> None:
            self._answer(200, written)

        def _answer(self, code: int | None, text: bytes) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"] or 0))
            this.seen.append((self.command, self.path, self.headers["Authorization"], sent))
            if code is None:
                this.over.wait(20)
                code = 200
            try:
                self.send_response(code)
                self.send_header("Content-Type", "application/json")
                self.send_header("Location", "http://127.0.0.1:9/elsewhere")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)
            except OSError:
                self.close_connection = True

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
