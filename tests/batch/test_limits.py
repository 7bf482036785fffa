"""How fast a batch may ask, by a clock that only sleeping moves."""

import asyncio
from collections.abc import Coroutine
from itertools import pairwise
from typing import Any

import pytest

from claimwright.batch.limits import Limits


class Clock:
    """Time that passes when all sleep."""

    def __init__(self) -> None:
        self.now = 100.0
        self.most = 0
        self.sleeping: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        until = self.now + seconds
        self.sleeping.append(until)
        while self.now < until:
            for _ in range(8):
                await asyncio.sleep(0)  # whoever can go on does
            if until == min(self.sleeping):
                self.now = max(self.now, until)
        self.sleeping.remove(until)


def limits(clock: Clock, concurrency: int = 8, **given: Any) -> Limits:
    return Limits(concurrency, clock=clock, sleep=clock.sleep, **given)


async def asked(limits: Limits, clock: Clock, seconds: float = 0.0, tokens: int = 100, *, well: bool = True) -> float:
    """When a request was sent."""
    async with limits.turn(tokens):
        sent = clock.now
        clock.most = max(clock.most, limits.asking)
        await clock.sleep(seconds)
    if well:
        limits.succeeded(tokens, tokens)
    return sent


def together(*some: Coroutine[Any, Any, float]) -> list[float]:
    async def all_of_them() -> list[float]:
        return list(await asyncio.gather(*some))

    return sorted(asyncio.run(all_of_them()))


def test_one_request_goes_alone_until_a_first_one_succeeds() -> None:
    clock = Clock()
    one = limits(clock)
    sent = together(*(asked(one, clock, 1.0) for _ in range(9)))
    assert sent[1] - sent[0] >= 1.0
    assert sent[8] - sent[1] < 0.5
    assert clock.most == 8


def test_never_more_at_once_than_allowed() -> None:
    clock = Clock()
    one = limits(clock, concurrency=3)
    together(*(asked(one, clock, 0.2) for _ in range(20)))
    assert clock.most == 3
    assert one.asking == 0


@pytest.mark.parametrize(
    ("given", "gap"), [({"rpm": 60.0}, 1.0), ({"tpm": 6_000.0}, 1.0), ({"rpm": 30.0, "tpm": 6e6}, 2.0)]
)
def test_requests_are_spread_over_the_minute(given: dict[str, Any], gap: float) -> None:
    clock = Clock()
    one = limits(clock, **given)
    sent = together(*(asked(one, clock) for _ in range(10)))
    gaps = [after - before for before, after in pairwise(sent)]
    assert min(gaps) >= gap - 0.06
    assert sent[-1] - sent[0] <= 9 * gap + 0.6


def test_tokens_that_were_estimated_too_low_are_made_up_for() -> None:
    clock = Clock()
    one = limits(clock, tpm=6_000)

    async def heavy() -> float:
        async with one.turn(100):
            pass
        one.succeeded(600, 100)
        return await asked(one, clock)

    assert together(heavy())[0] >= 105.9


def test_what_one_is_asked_to_wait_all_wait() -> None:
    clock = Clock()
    one = limits(clock)

    async def told() -> float:
        await asked(one, clock)
        one.slow_down(7.0)
        return min(await asyncio.gather(*(asked(one, clock) for _ in range(5))))

    assert together(told())[0] >= 107.0


def test_an_endpoint_that_wants_fewer_gets_half_and_slowly_more_again() -> None:
    clock = Clock()
    one = limits(clock, concurrency=16)

    async def story() -> float:
        await asked(one, clock)
        assert one.allowed == 16
        one.slow_down(0.5)
        one.slow_down(0.5)  # of the same burst
        assert one.allowed == 8
        clock.now += 2
        one.slow_down(0.5)
        assert one.allowed == 4
        for _ in range(5):
            await asked(one, clock)
        assert 5 <= one.allowed < 6
        for _ in range(10):
            clock.now += 60
            one.slow_down(0.0)
        return one.allowed

    assert together(story()) == [1.0]


def test_the_first_time_that_it_wants_fewer_is_told_once() -> None:
    clock, told = Clock(), list[int]()
    one = limits(clock, concurrency=16, slowed=told.append)

    async def story() -> float:
        await asked(one, clock)
        one.slow_down(0.5)  # a fault of its own is no wish
        assert told == []
        clock.now += 2
        for _ in range(3):
            one.slow_down(0.5, throttled=True)
            clock.now += 2
        return one.allowed

    together(story())
    assert told == [4]


def test_one_that_is_cancelled_while_it_waits_takes_no_place() -> None:
    clock = Clock()
    one = limits(clock, concurrency=1)

    async def story() -> float:
        first = asyncio.create_task(asked(one, clock, 1.0))
        await asyncio.sleep(0)
        second = asyncio.create_task(asked(one, clock, 1.0))
        await asyncio.sleep(0)
        third = asyncio.create_task(asked(one, clock, 1.0))
        await asyncio.sleep(0)
        second.cancel()
        await first
        return await asyncio.wait_for(third, 5)

    assert together(story())[0] >= 101.0


def test_nothing_is_sent_after_the_end() -> None:
    clock = Clock()
    one = limits(clock)

    async def story() -> float:
        one.close()
        task = asyncio.create_task(asked(one, clock))
        done, _ = await asyncio.wait([task], timeout=0.05)
        task.cancel()
        return len(done)

    assert together(story()) == [0]
