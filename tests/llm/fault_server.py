"""A loopback endpoint that misbehaves on demand: the first part of the path names the behaviour.

It speaks HTTP by hand, because most of what it sends no HTTP library would send.
"""

import json
import socket
import struct
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Request:
    headers: dict[str, str]
    body: bytes

    def json(self) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(self.body)
        return document


@dataclass
class Exchange:
    """One connection: the request that came, the how-manieth of its behaviour it is, and what can be done with it."""

    connection: socket.socket
    request: Request
    number: int
    over: threading.Event

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def drip(self, data: bytes, pause: float = 0.05) -> None:
        for i in range(len(data)):
            self.send(data[i : i + 1])
            if self.over.wait(pause):
                return

    def silence(self) -> None:
        self.over.wait(20)

    def reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


Act = Callable[[Exchange], None]


@dataclass
class FaultServer:
    """The behaviours by name, and every request that each of them got."""

    acts: Mapping[str, Act]
    requests: defaultdict[str, list[Request]] = field(default_factory=lambda: defaultdict(list))
    over: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/{name}/v1"

    def count(self, name: str) -> int:
        return len(self.requests[name])

    @contextmanager
    def running(self) -> Iterator["FaultServer"]:
        with socket.create_server(("127.0.0.1", 0), backlog=256) as listener:
            self.port = listener.getsockname()[1]
            accepting = threading.Thread(target=self._accept, args=(listener,), daemon=True)
            accepting.start()
            try:
                yield self
            finally:
                self.over.set()
                listener.shutdown(socket.SHUT_RDWR)
                accepting.join(5)

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while not self.over.is_set():
                connection, _ = listener.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(20)
            name, request = _read(connection)
            self.requests[name].append(request)
            act = self.acts[name]
            act(Exchange(connection, request, len(self.requests[name]), self.over))


def _read(connection: socket.socket) -> tuple[str, Request]:
    received = b""
    while b"\r\n\r\n" not in received:
        received += _some(connection)
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", "0")):
        body += _some(connection)
    return first.split(" ")[1].split("/")[1], Request(headers, body)


def _some(connection: socket.socket) -> bytes:
    data = connection.recv(65_536)
    if not data:
        raise ConnectionError
    return data


def http(
    body: bytes | str | dict[str, Any] | list[Any] = b"",
    status: str = "200 OK",
    headers: Mapping[str, str] | None = None,
    length: int | None = None,
) -> bytes:
    """A whole answer; `length` says another length than the body has."""
    if not isinstance(body, bytes):
        body = (body if isinstance(body, str) else json.dumps(body)).encode()
    fields = {
        "content-type": "application/json",
        "content-length": str(len(body) if length is None else length),
        "connection": "close",
    } | dict(headers or {})
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body


def completion(content: object = "It is bright green [F2].", finish: object = "stop", **more: Any) -> dict[str, Any]:
    """The answer of a healthy endpoint."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "model-1",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": content},
                "finish_reason": finish,
                "logprobs": None,
            }
        ],
        "usage": {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18},
    } | more


def message(**fields: object) -> dict[str, Any]:
    """The answer with these fields of its message."""
    document = completion()
    document["choices"][0]["message"].update(fields)
    return document


def failure(text: str, **fields: object) -> dict[str, Any]:
    """An error body."""
    return {"error": {"message": text, "type": "invalid_request_error", "param": None, "code": None} | fields}


def always(data: bytes) -> Act:
    """Sends the same to everyone."""
    return lambda exchange: exchange.send(data)


def once(first: Act, then: Act | None = None) -> Act:
    """Does one thing to the first request, and another (a good answer) to the others."""
    after = then or always(http(completion()))
    return lambda exchange: (first if exchange.number == 1 else after)(exchange)


def chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    """An answer in chunks."""
    head = (
        b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n"
    )
    return head + b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + end


def endless(exchange: Exchange, head: bytes, piece: bytes) -> None:
    """Sends the head and then the piece for as long as anybody listens."""
    exchange.send(head)
    until = time.monotonic() + 10
    while time.monotonic() < until and not exchange.over.is_set():
        exchange.send(piece)
