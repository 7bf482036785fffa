"""Handles cases with a model, many at once: asyncio drives the exchanges, and one thread does everything else.

Decided here: when the run is to stop, no case is begun any more and those under way have five seconds. Cases for which
the model failed are held back while it fails for one after another: if it goes on like that the run ends, and they are
left for the next one; if not, they are results like any other.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimwright.batch.asking import Connection
from claimwright.batch.desk import Desk, fault_of
from claimwright.batch.entries import Entry
from claimwright.batch.limits import Limits
from claimwright.batch.result import Asked, Done, done
from claimwright.batch.talking import Hopeless, Talk
from claimwright.batch.terms import Terms
from claimwright.errors import ModelUnavailable
from claimwright.guide.decided import Decided
from claimwright.letter.compose import Composed
from claimwright.letter.exchange import exchange
from claimwright.privacy.mask import Mask

GRACE = 5.0
_TICK = 0.1
_IN_A_ROW = 20
_BEFORE_ANY = 3
"""Cases in a row for which the model fails: so many end a run, beside those that are under way; so few at its start."""


@dataclass(frozen=True, slots=True)
class Asking:
    """How a model is asked: where, how many cases at once, for how long each, and for how many tokens in all."""

    connection: Connection
    concurrency: int
    seconds: float
    rpm: float | None = None
    tpm: float | None = None
    most_tokens: int | None = None
    masked: bool = True
    fallback: bool = True
    pause: float = 1.0


class ModelRun:
    """One run. `put` takes each finished case; `full` tells that it takes no more for the moment.

    `slowed` is told once, when the endpoint first asks for fewer requests, how many go at once from then on.
    """

    def __init__(
        self,
        terms: Terms,
        settings: str,
        asking: Asking,
        put: Callable[[Done], None],
        *,
        stopped: Callable[[], bool],
        full: Callable[[], bool] = lambda: False,
        slowed: Callable[[int], None] = lambda now: None,
    ) -> None:
        """Raises CannotReadWrite or UsageError if words or guide are not there."""
        self.tokens = 0
        self.spent = False  # whether the tokens ended the run
        self._desk, self._terms, self._settings, self._asking = Desk(terms), terms, settings, asking
        self._put, self._stopped, self._full = put, stopped, full
        self._limits = Limits(asking.concurrency, asking.rpm, asking.tpm, slowed=slowed)
        self._held: list[Done] = []
        self._proven = False
        self._asked, self._under_way = 0, 0
        self._ended: BaseException | None = None

    def handle(self, entries: Iterator[Entry]) -> None:
        """Handles the cases. Raises ModelError or ModelUnavailable if asking is of no use, and what `put` raises."""
        asyncio.run(self._handle(entries))
        if self._ended is not None:
            raise self._ended
        self._let_go()

    async def _handle(self, entries: Iterator[Entry]) -> None:
        tasks = [asyncio.create_task(self._cases(entries)) for _ in range(self._asking.concurrency)]
        pending = set(tasks)
        while pending and not self._over():
            _, pending = await asyncio.wait(pending, timeout=_TICK)
        if pending:
            _, pending = await asyncio.wait(pending, timeout=0 if self._ended else GRACE)
        for task in pending:
            task.cancel()
        for outcome in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(outcome, Exception):
                self._ended = self._ended or outcome
        await self._asking.connection.close()

    async def _cases(self, entries: Iterator[Entry]) -> None:
        """Takes one case after another, as long as there are any."""
        try:
            while not self._over():
                if self._full():
                    await asyncio.sleep(_TICK / 5)
                    continue
                entry = next(entries, None)
                if entry is None:
                    return
                await self._case(entry)
                await asyncio.sleep(0)
        except Hopeless as hopeless:
            self._end(hopeless.error)
        except Exception as error:  # the ledger cannot be written, or the cases cannot be read
            self._end(error)

    async def _case(self, entry: Entry) -> None:
        decided: Decided | None = None
        try:
            decided = self._desk.decide(entry)
            brief = self._desk.brief(decided)
        except Exception as error:  # one case never ends the others
            self._put(done(entry, decided, fault_of(error), self._terms, settings=self._settings))
            return
        mask = Mask.of(brief.case) if self._asking.masked else Mask.none()
        fallback, language = self._asking.fallback, self._terms.language
        drafts = exchange(
            brief, self._desk.resources, mask, limit=self._terms.limit, fallback=fallback, language=language
        )
        model = self._asking.connection.guarded(mask.guard)
        self._under_way += 1
        try:
            talked = await Talk(drafts, model, self._limits, self._asking.seconds, self._asking.pause).run()
        finally:
            self._under_way -= 1
        outcome = talked.outcome if isinstance(talked.outcome, Composed) else fault_of(talked.outcome)
        self._count(talked.asked)
        finished = done(entry, decided, outcome, self._terms, settings=self._settings, asked=talked.asked)
        if talked.failed:
            self._hold(finished, talked.failed)
        else:
            self._succeeded(finished, talked.asked)

    def _succeeded(self, finished: Done, asked: Asked) -> None:
        if asked.model is not None:
            self._proven = True
            self._let_go()
        self._put(finished)

    def _hold(self, finished: Done, why: str) -> None:
        self._held.append(finished)
        if len(self._held) >= (_IN_A_ROW + self._asking.concurrency if self._proven else _BEFORE_ANY):
            self._end(ModelUnavailable(f"The model failed for {len(self._held)} cases in a row. {why}"))

    def _end(self, error: Exception) -> None:
        """Ends the run: nothing more is sent, and this is why."""
        self._ended = self._ended or error
        self._limits.close()

    def _let_go(self) -> None:
        held, self._held = self._held, []
        for one in held:
            self._put(one)

    def _count(self, asked: Asked) -> None:
        self.tokens += asked.prompt + asked.completion
        self._asked += asked.model is not None

    def _over(self) -> bool:
        return self._ended is not None or self._stopped() or self._exhausted()

    def _exhausted(self) -> bool:
        """Whether the cases under way may well take the tokens that are left."""
        most = self._asking.most_tokens
        if most is None:
            return False
        each = self.tokens / self._asked if self._asked else 0.0
        if self.tokens + each * (self._under_way + 1) > most:
            self.spent = True
        return self.spent
