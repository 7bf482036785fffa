"""Lets several processes handle the cases of a job, and brings what they found in the order of the cases.

Decided here: a process that dies ends the run. Nothing is lost by that: an export counts only when it is whole, and an
import goes on where it was.
"""

import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context

from claimwright.batch.entries import Entry
from claimwright.batch.jobs.clerk import Clerk, Known, Request, Waiting
from claimwright.batch.result import Done
from claimwright.errors import ClaimwrightError

Task = tuple[Entry, Sequence[Known]]
Found = Done | Request | Waiting

WORTH_IT = 96
"""Cases for which other processes are started."""

_AT_ONCE = 16
_AHEAD = 4
_DIED = "A process ended without a word; it may need more memory than there is. Run it again, with --jobs 1."

_mine: list[Clerk] = []  # the clerk of this process, where it is a worker


def handled(clerk: Clerk, tasks: Iterable[Task], jobs: int) -> Iterator[tuple[Entry, Found]]:
    """What the clerk, or `jobs` others on the same terms, found for each case. Raises ClaimwrightError if one dies."""
    rest = iter(tasks)
    first = list(islice(rest, WORTH_IT if jobs > 1 else 0))
    if jobs == 1 or len(first) < WORTH_IT:
        for entry, known in chain(first, rest):
            yield entry, clerk.handle(entry, known)
        return
    terms = (clerk.head, clerk.terms, clerk.settings, clerk.parameters, clerk.patience)
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=terms)
    pending: deque[tuple[list[Task], Future[list[Found]]]] = deque()
    every = chain(first, rest)
    try:
        while chunk := list(islice(every, _AT_ONCE)):
            with _uninterrupted():
                pending.append((chunk, pool.submit(_work, chunk)))
            if len(pending) >= _AHEAD * jobs:
                yield from _next(pending)
        while pending:
            yield from _next(pending)
    except BrokenProcessPool as error:
        raise ClaimwrightError(_DIED) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _next(pending: "deque[tuple[list[Task], Future[list[Found]]]]") -> Iterator[tuple[Entry, Found]]:
    chunk, found = pending.popleft()
    yield from zip((entry for entry, _ in chunk), found.result(), strict=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Lets an interruption wait: a process that is started meanwhile never hears of it, and dies no loud death."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(*terms: object) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it decides what an interruption means
    _mine[:] = [Clerk(*terms)]  # type: ignore[arg-type]


def _work(tasks: Sequence[Task]) -> list[Found]:
    return [_mine[0].handle(entry, known) for entry, known in tasks]
