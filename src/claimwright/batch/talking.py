"""Drives one exchange with a model: sends what it wants, brings what came back, tries again what may pass.

Decided here: a case has so many seconds with the model, and waiting for its turn is not among them. What is wrong with
the key, the address or the account would be wrong for every case, so it ends the run.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import uniform

from claimwright.batch.asking import AsyncModel
from claimwright.batch.limits import Limits
from claimwright.batch.result import Asked
from claimwright.letter.compose import Composed
from claimwright.letter.exchange import Exchange
from claimwright.llm.deadline import Deadline
from claimwright.llm.error import Code, ModelError
from claimwright.llm.model import Failed, Replied, Reply, Turn
from claimwright.privacy.mask import Leak

HOPELESS: frozenset[Code] = frozenset(("auth", "forbidden", "not_found", "quota", "config"))
"""What no other case would be spared."""

_TRIES: Mapping[Code, int] = {"rate_limit": 8, "server": 3, "network": 2, "timeout": 2, "bad_body": 1, "empty": 1}
_BUSY: frozenset[Code] = frozenset(("rate_limit", "server"))
LONGEST_PAUSE = 600.0
"""Seconds: an endpoint that asks for more is asked again by another run."""

_FIRST_PAUSE, _MOST_PAUSE = 0.5, 30.0
_LETTERS_A_TOKEN = 4
_REPLY_TOKENS = 300


class Hopeless(Exception):
    """Asking is of no use for any case; the error says why."""

    def __init__(self, error: ModelError) -> None:
        super().__init__(str(error))
        self.error = error


@dataclass(frozen=True, slots=True)
class Talked:
    """How an exchange ended: the message or why there is none, and what it took."""

    outcome: Composed | Exception
    asked: Asked
    failed: str  # why the model failed for this case, whoever wrote the message in the end; or nothing


class Talk:
    """The exchange of one case with its model."""

    def __init__(self, exchange: Exchange, model: AsyncModel, limits: Limits, seconds: float, pause: float) -> None:
        """`seconds` is for all requests together; `pause` makes all waiting between two tries longer or shorter."""
        self._exchange, self._model, self._limits = exchange, model, limits
        self._left, self._pause = seconds, pause
        self._spent = 0.0
        self._prompt = self._completion = 0
        self._name: str | None = None
        self._failed = ""

    async def run(self) -> Talked:
        """Everything up to the message. Raises Hopeless."""
        outcome: Composed | Exception
        try:
            wanted = next(self._exchange)
            while True:
                wanted = self._exchange.send(await self._answer(wanted.turns))
        except StopIteration as done:
            outcome = done.value
        except Hopeless:
            raise
        except Exception as error:
            outcome = error
        return Talked(outcome, Asked(self._prompt, self._completion, self._spent, self._name), self._failed)

    async def _answer(self, turns: Sequence[Turn]) -> Replied | Failed:
        try:
            reply = await self._reply(turns)
        except ModelError as error:
            if error.code in HOPELESS:
                raise Hopeless(error) from error
            self._failed = str(error)
            return Failed(str(error))
        except Leak as error:
            return Failed(str(error))
        return Replied(reply.text)

    async def _reply(self, turns: Sequence[Turn]) -> Reply:
        estimated = sum(len(turn.text) for turn in turns) // _LETTERS_A_TOKEN + _REPLY_TOKENS
        failures = 0
        while True:
            try:
                async with self._limits.turn(estimated):
                    reply = await self._attempt(turns)
                tokens = (reply.prompt_tokens or 0) + (reply.completion_tokens or 0)
                self._limits.succeeded(tokens or estimated, estimated)
            except ModelError as error:
                failures += 1
                pause = self._pause_after(error, failures)
                if error.retry_after is not None or error.code in _BUSY:
                    self._limits.slow_down(pause, throttled=error.code == "rate_limit")
                else:
                    await asyncio.sleep(pause)
            else:
                self._prompt += reply.prompt_tokens or 0
                self._completion += reply.completion_tokens or 0
                self._name = reply.model
                return reply

    async def _attempt(self, turns: Sequence[Turn]) -> Reply:
        began = time.monotonic()
        try:
            return await self._model.complete(turns, Deadline.after(self._left))
        finally:
            took = time.monotonic() - began
            self._spent += took
            self._left = max(0.0, self._left - took)

    def _pause_after(self, error: ModelError, failures: int) -> float:
        """The seconds to wait before another try. Raises the error if there is none, Hopeless after too long a wait."""
        asked = error.retry_after
        if asked is not None and asked > LONGEST_PAUSE:
            raise Hopeless(ModelError(error.code, f"it asks to wait {asked:,.0f} seconds"))
        if not error.again or self._left <= 0 or failures > _TRIES.get(error.code, 0):
            raise error
        pause = min(_FIRST_PAUSE * 2 ** (failures - 1), _MOST_PAUSE) if asked is None else asked
        return pause * self._pause * uniform(1.0, 1.1)
