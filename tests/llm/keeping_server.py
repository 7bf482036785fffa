"""A loopback endpoint that keeps its connections and counts them: it answers, or says nothing to paths of /silence."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from .fault_server import completion

_BODY = json.dumps(completion()).encode()
_ANSWER = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(_BODY) + _BODY


@dataclass
class KeepingServer:
    """How many connections came, how many are open, and how many requests wait for an answer, now and at most."""

    port: int = 0
    pause: float = 0.0
    connections: int = 0
    open: int = 0
    waiting: int = 0
    most: int = 0

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/{name}/v1"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.open += 1
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
                length = next(line for line in head.split("\r\n") if line.startswith("content-length:"))
                await reader.readexactly(int(length.partition(":")[2]))
                self.waiting += 1
                self.most = max(self.most, self.waiting)
                try:
                    if await _gone(reader, 30.0 if " /silence/" in head else self.pause):
                        return
                finally:
                    self.waiting -= 1
                writer.write(_ANSWER)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self.open -= 1
            writer.close()


@asynccontextmanager
async def keeping(pause: float = 0.0) -> AsyncIterator[KeepingServer]:
    """The server, as long as the block runs; each answer takes so many seconds. No connection is to outlive it."""
    keeper = KeepingServer(pause=pause)
    server = await asyncio.start_server(keeper.serve, "127.0.0.1", 0, backlog=512)
    keeper.port = server.sockets[0].getsockname()[1]
    async with server:
        yield keeper
        assert await until(lambda: keeper.open == 0), f"{keeper.open} connections are left open"


async def _gone(reader: asyncio.StreamReader, pause: float) -> bool:
    """Whether the other side goes within so many seconds."""
    try:
        return not await asyncio.wait_for(reader.read(1), pause)
    except TimeoutError:
        return False


async def until(reached: Callable[[], bool], seconds: float = 2.0) -> bool:
    """Whether a condition, asked again and again, holds within so many seconds."""
    for _ in range(int(seconds / 0.01)):
        if reached():
            return True
        await asyncio.sleep(0.01)
    return reached()
