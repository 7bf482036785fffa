"""How a batch asks a model: one attempt at a time, many at once, over connections that all cases share.

Decided here: nothing is tried again inside, because Retry-After, back-off and limits concern all cases together. Models
of LangChain block, so each of their calls runs in a thread.
"""

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from claimwright.llm.deadline import Deadline
from claimwright.llm.endpoint import LANGCHAIN, Endpoint
from claimwright.llm.model import Guard, Model, Reply, Turn
from claimwright.llm.opening import open_model


class AsyncModel(Protocol):
    """What writes for one case."""

    async def complete(self, turns: Sequence[Turn], deadline: Deadline) -> Reply:
        """The reply to these turns, from one attempt. Raises ModelError and what the case's guard raises."""
        ...


class Connection(Protocol):
    """What all cases of a run share."""

    def guarded(self, guard: Guard) -> AsyncModel:
        """The model for a case, whose guard reads every body just before it leaves."""
        ...

    async def close(self) -> None:
        """Lets go of what is open."""
        ...


def opened(spec: str, endpoint: Endpoint | None) -> Connection:
    """The connection to the model that is named. Raises ModelError (config) when it is first used, or here."""
    if endpoint is None or spec.startswith(LANGCHAIN):
        return _InThreads(lambda guard: open_model(spec, endpoint, guard))
    from claimwright.llm.async_sdk import AsyncConnection

    return AsyncConnection(replace(endpoint, model=spec) if spec.strip() else endpoint)


@dataclass
class _Seat:
    """A client, and the guard of the case that it writes for at the moment."""

    guard: Guard
    model: Model | None = None


@dataclass
class _InThreads:
    open: Callable[[Guard], Model]
    free: list[_Seat] = field(default_factory=list)

    def guarded(self, guard: Guard) -> AsyncModel:
        return _Guarded(self, guard)

    async def close(self) -> None:
        self.free.clear()

    def complete(self, guard: Guard, turns: Sequence[Turn], deadline: Deadline) -> Reply:
        """In a thread: takes a seat, asks, and gives it back, whether anybody still waits or not."""
        try:
            seat = self.free.pop()
        except IndexError:
            seat = _Seat(guard)
        seat.guard = guard
        if seat.model is None:
            seat.model = self.open(lambda body, seat=seat: seat.guard(body))  # type: ignore[misc]
        try:
            return seat.model.complete(turns, deadline)
        finally:
            if not deadline.passed():  # what has been left behind at the deadline may still be sending
                self.free.append(seat)


@dataclass(frozen=True)
class _Guarded:
    connection: _InThreads
    guard: Guard

    async def complete(self, turns: Sequence[Turn], deadline: Deadline) -> Reply:
        loop = asyncio.get_running_loop()
        reply: asyncio.Future[Reply] = loop.create_future()

        def tell(outcome: Reply | BaseException) -> None:
            if reply.done():
                return
            if isinstance(outcome, BaseException):
                reply.set_exception(outcome)
            else:
                reply.set_result(outcome)

        def ask() -> None:
            outcome: Reply | BaseException
            try:
                outcome = self.connection.complete(self.guard, turns, deadline)
            except BaseException as error:
                outcome = error
            try:
                loop.call_soon_threadsafe(tell, outcome)
            except RuntimeError:
                return  # the run is over

        threading.Thread(target=ask, name="claimwright-batch-model", daemon=True).start()
        return await reply
