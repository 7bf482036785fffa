"""A server on loopback, for as long as a block runs; what it answers is for the endpoint that it stands for to say."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ANY_PORT = ("127.0.0.1", 0)
LONGEST_WAIT = 20.0
"""Seconds that an endpoint is silent for at the most, should nobody end it."""


@dataclass(frozen=True)
class Asked:
    """One request, whole; `key` is what Authorization says, `kind` the type of the body."""

    method: str
    path: str
    key: str | None
    kind: str
    body: bytes


Answer = tuple[int, bytes]
"""The status, and the body."""


@contextmanager
def serving(
    answer: Callable[[Asked], Answer | None], over: threading.Event, headers: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The address of the server. No answer cuts the connection; `over` is set when the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"] or 0))
            kind = self.headers["Content-Type"] or ""
            given = answer(Asked(self.command, self.path, self.headers["Authorization"], kind, body))
            self.close_connection = given is None
            if given is not None:
                try:
                    self._write(*given)
                except OSError:
                    self.close_connection = True  # nobody waits for it any more

        def _write(self, status: int, body: bytes) -> None:
            self.send_response(status)
            given = {"Content-Type": "application/json", "Content-Length": str(len(body)), **(headers or {})}
            for name, value in given.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = _serve  # noqa: N815 (the names that http.server looks for)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(ANY_PORT, Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        over.set()
        server.shutdown()
        thread.join(5)
        server.server_close()
