"""Many calls at once over one set of connections: each ends by its own deadline, and leaves nothing behind."""

import asyncio
import socket
import time

import pytest

from claimwright.llm.async_sdk import AsyncConnection
from claimwright.llm.deadline import Deadline
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import ModelError

from .fault_server import FaultServer
from .faults import ACTS
from .keeping_server import keeping, until
from .test_openai_sdk import TURNS


@pytest.fixture(params=[True, False], ids=["aiohttp", "httpx2"])
def fast(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def _unguarded(body: bytes) -> None:
    """Lets everything leave."""


def test_two_hundred_cases_wait_at_once_and_their_connections_serve_again(fast: bool) -> None:
    count = 200 if fast else 60  # the pool of httpx2 looks at every connection for every request

    async def ask() -> None:
        async with keeping(pause=0.5) as server:
            connection = AsyncConnection(Endpoint(server.url("good"), "model-1"), fast=fast)
            for _ in range(2):
                replies = await asyncio.gather(
                    *(connection.guarded(_unguarded).complete(TURNS, Deadline.after(20)) for _ in range(count))
                )
                assert {reply.text for reply in replies} == {"It is bright green [F2]."}
            assert server.most == count
            assert server.connections < count * 1.5
            await connection.close()

    asyncio.run(ask())


def test_who_is_cancelled_hears_so_and_leaves_no_connection(fast: bool) -> None:
    async def ask() -> None:
        async with keeping(pause=20) as server:
            connection = AsyncConnection(Endpoint(server.url("good"), "model-1"), fast=fast)
            calls = [
                asyncio.create_task(connection.guarded(_unguarded).complete(TURNS, Deadline.after(30)))
                for _ in range(30)
            ]
            assert await until(lambda: server.waiting == 30)
            for call in calls:
                call.cancel()
            outcomes = await asyncio.gather(*calls, return_exceptions=True)
            assert all(isinstance(one, asyncio.CancelledError) for one in outcomes), outcomes
            assert await until(lambda: server.open == 0)
            server.pause = 0.01
            assert (await connection.guarded(_unguarded).complete(TURNS, Deadline.after(5))).text
            await connection.close()

    asyncio.run(ask())


@pytest.mark.parametrize("pause", [0.0, 0.001, 0.15], ids=["before", "connecting", "reading"])
def test_who_is_cancelled_hears_so_whatever_is_under_way(pause: float, fast: bool) -> None:
    names = ("silence", "drip-head", "drip-body", "silence-after-half", "silence-after-error")

    async def ask(server: FaultServer) -> None:
        connections = [AsyncConnection(Endpoint(server.url(name), "model-1"), fast=fast) for name in names]
        calls = [
            asyncio.create_task(one.guarded(_unguarded).complete(TURNS, Deadline.after(30))) for one in connections
        ]
        await asyncio.sleep(pause)
        for call in calls:
            call.cancel()
        outcomes = await asyncio.gather(*calls, return_exceptions=True)
        assert all(isinstance(one, asyncio.CancelledError) for one in outcomes), outcomes
        for one in connections:
            await one.close()

    with FaultServer({name: ACTS[name][1] for name in names}).running() as server:
        asyncio.run(ask(server))


def test_a_deadline_around_the_call_is_the_caller_s_own(fast: bool) -> None:
    async def ask() -> None:
        async with keeping() as server:
            connection = AsyncConnection(Endpoint(server.url("silence"), "model-1"), fast=fast)
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await connection.guarded(_unguarded).complete(TURNS, Deadline.after(30))
            await connection.close()

    asyncio.run(ask())


def test_each_call_keeps_its_own_deadline(fast: bool) -> None:
    async def ask() -> list[tuple[str, float]]:
        async with keeping() as server:
            connection = AsyncConnection(Endpoint(server.url("silence"), "model-1"), fast=fast)

            async def one(seconds: float) -> tuple[str, float]:
                began = time.monotonic()
                with pytest.raises(ModelError) as caught:
                    await connection.guarded(_unguarded).complete(TURNS, Deadline.after(seconds))
                return caught.value.code, time.monotonic() - began - seconds

            late = await asyncio.gather(*(one(0.3 + number / 100) for number in range(50)))
            assert await until(lambda: server.open == 0)
            await connection.close()
            return late

    for code, late in asyncio.run(ask()):
        assert code == "deadline"
        assert late < 1


def test_an_endpoint_that_never_accepts_is_left_at_the_deadline(fast: bool) -> None:
    async def ask(address: str) -> None:
        connection = AsyncConnection(Endpoint(address, "model-1"), fast=fast)
        try:
            await connection.guarded(_unguarded).complete(TURNS, Deadline.after(1))
        finally:
            await connection.close()

    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(listener.getsockname())
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        began = time.monotonic()
        with pytest.raises(ModelError) as caught:
            asyncio.run(ask(address))
        for one in waiting:
            one.close()
    assert caught.value.code == "deadline"
    assert time.monotonic() - began < 3
