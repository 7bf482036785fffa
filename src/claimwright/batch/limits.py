"""How fast a batch may ask: requests and tokens a minute, how many at once, and what the endpoint asks to wait.

Decided here: requests are spread evenly over the minute. One request goes alone until a first one succeeds, so that a
wrong key costs one. An endpoint that asks for fewer gets half as many at once, and one more for every round of
successes; what it asks one case to wait, all wait.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

MINUTE = 60.0


class Limits:
    """Shared by all cases of a run. `rpm` and `tpm` are a minute's requests and tokens, None for any number."""

    def __init__(
        self,
        concurrency: int,
        rpm: float | None = None,
        tpm: float | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        slowed: Callable[[int], None] = lambda now: None,
    ) -> None:
        self.allowed = 1.0  # requests at once, for the time being
        self.asking = 0
        self._most = concurrency
        self._proven = False
        self._pace = [MINUTE / one if one else 0.0 for one in (rpm, tpm)]
        self._next = [0.0, 0.0]  # when the next request, the next token may go
        self._resume = 0.0
        self._cut = 0.0
        self._clock, self._sleep = clock, sleep
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._closed = False
        self._slowed: Callable[[int], None] | None = slowed

    @asynccontextmanager
    async def turn(self, tokens: int) -> AsyncIterator[None]:
        """Waits until a request of about so many tokens may be sent; holds its place until it is answered."""
        while self.asking >= int(self.allowed):
            place = asyncio.get_running_loop().create_future()
            self._waiting.append(place)
            try:
                await place
            except asyncio.CancelledError:
                self._wake()
                raise
        self.asking += 1
        try:
            await self._moment(tokens)
            if self._closed:
                await asyncio.get_running_loop().create_future()  # until it is cancelled
            yield
        finally:
            self.asking -= 1
            self._wake()

    def succeeded(self, tokens: int, estimated: int) -> None:
        """A request was answered, with so many tokens."""
        self.allowed = float(self._most) if not self._proven else min(self._most, self.allowed + 1 / self.allowed)
        self._proven = True
        self._next[1] += (tokens - estimated) * self._pace[1]
        self._wake()

    def slow_down(self, pause: float, *, throttled: bool = False) -> None:
        """The endpoint wants fewer requests, and none for so many seconds; when it first says so, that is told."""
        now = self._clock()
        self._resume = max(self._resume, now + pause)
        if now >= self._cut:  # the requests that were under way together count as one
            self.allowed = max(1.0, self.allowed / 2)
            self._cut = now + max(pause, 1.0)
        if throttled and self._slowed is not None:
            self._slowed(int(self.allowed))
            self._slowed = None

    def close(self) -> None:
        """Nothing more is to be sent."""
        self._closed = True

    async def _moment(self, tokens: int) -> None:
        """Waits for the moment of one request; it is taken at once, so that the next one comes after it."""
        now = self._clock()
        moment = max(now, self._resume, *self._next)
        self._next = [
            max(now, after) + self._pace[kind] * count
            for kind, (after, count) in enumerate(zip(self._next, (1, tokens), strict=True))
        ]
        while (left := max(moment, self._resume) - self._clock()) > 0:
            await self._sleep(left)

    def _wake(self) -> None:
        free = int(self.allowed) - self.asking
        while free > 0 and self._waiting:
            place = self._waiting.popleft()
            if not place.done():
                place.set_result(None)
                free -= 1
