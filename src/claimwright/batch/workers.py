"""Spreads cases over worker processes, a few at a time, and brings the results in the order of the cases.

Decided here: a worker that dies takes no case with it. What it was given is tried once more, one by one, by a new one;
a case that kills that too is a result with an error.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from itertools import chain, islice
from typing import Any

from claimwright.batch.entries import Entry
from claimwright.batch.result import Done, done
from claimwright.batch.template_writer import TemplateWriter
from claimwright.batch.terms import Terms
from claimwright.errors import ClaimwrightError

AT_ONCE = 16
"""Cases that a worker is given together: enough to hide the way, few enough to be finished at once on Ctrl-C."""

_WORTH_IT = 96
_AHEAD = 4
_GRACE = 5.0
_DIED = "The process that handled this case ended without a word; it may need more memory than there is."
_GONE = (EOFError, OSError, pickle.UnpicklingError)

Chunk = list[Entry]


def by_template(
    entries: Iterable[Entry],
    terms: Terms,
    settings: str,
    jobs: int,
    *,
    ordered: bool,
    stopped: Callable[[], bool],
) -> Generator[Done]:
    """Every case as it is finished, on `jobs` processes; no more are begun once it is to be stopped.

    Few cases are handled in this process: to start others takes longer.
    """
    writer = TemplateWriter(terms, settings)  # what it cannot load, no other process can
    rest = iter(entries)
    first = list(islice(rest, _WORTH_IT if jobs > 1 else 0))
    if jobs == 1 or len(first) < _WORTH_IT:
        for entry in chain(first, rest):
            if stopped():
                return
            yield writer.handle(entry)
        return
    yield from _Crew(terms, settings, jobs, stopped).handle(chain(first, rest), ordered=ordered)


class _Crew:
    def __init__(self, terms: Terms, settings: str, jobs: int, stopped: Callable[[], bool]) -> None:
        self._start, self._jobs, self._stopped = (terms, settings), jobs, stopped
        self._mine = threading.local()  # each thread speaks with one process
        self._workers: list[_Worker] = []

    def handle(self, entries: Iterator[Entry], *, ordered: bool) -> Iterator[Done]:
        threads = ThreadPoolExecutor(self._jobs, "claimwright-batch")
        pending: deque[Future[list[Done]]] = deque()
        try:
            for chunk in iter(lambda: list(islice(entries, AT_ONCE)), []):
                if self._stopped():
                    break
                pending.append(threads.submit(self._handled, chunk))
                if len(pending) >= _AHEAD * self._jobs:
                    yield from _next(pending, ordered=ordered)
            if not self._stopped():
                while pending:
                    yield from _next(pending, ordered=ordered)
                    if self._stopped():
                        break
            yield from _last(pending)
        finally:
            for worker in self._workers:
                worker.end()
            threads.shutdown(wait=False, cancel_futures=True)

    def _handled(self, chunk: Chunk) -> list[Done]:
        try:
            return self._worker().handled(chunk)
        except _GONE:
            self._mine.worker = None
        return [one for entry in chunk for one in self._alone(entry)]

    def _alone(self, entry: Entry) -> list[Done]:
        try:
            return self._worker().handled([entry])
        except _GONE:
            self._mine.worker = None
            terms, settings = self._start
            return [done(entry, None, ClaimwrightError(_DIED), terms, settings=settings)]

    def _worker(self) -> "_Worker":
        worker: _Worker | None = getattr(self._mine, "worker", None)
        if worker is None:
            try:
                worker = self._mine.worker = _Worker(self._start)
            except OSError as error:
                raise ClaimwrightError(f"No process can be started ({error.strerror}). Use --jobs 1.") from error
            self._workers.append(worker)
        return worker


class _Worker:
    """One process, and the way to it. Raises one of _GONE if it is there no more."""

    def __init__(self, start: tuple[Any, ...]) -> None:
        # A session of its own, so that Ctrl-C reaches this process alone; pipes that no other worker inherits.
        self._process = subprocess.Popen(
            (sys.executable, "-P", "-m", "claimwright.batch.worker"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._send(start)

    def handled(self, chunk: Chunk) -> list[Done]:
        self._send(chunk)
        assert self._process.stdout is not None
        found: list[Done] = pickle.load(self._process.stdout)
        return found

    def end(self) -> None:
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    def _send(self, value: object) -> None:
        assert self._process.stdin is not None
        pickle.dump(value, self._process.stdin, pickle.HIGHEST_PROTOCOL)
        self._process.stdin.flush()


def _next(pending: "deque[Future[list[Done]]]", *, ordered: bool) -> Sequence[Done]:
    """The results of the cases that were begun first, or, if no order is asked for, were finished first."""
    if ordered:
        return pending.popleft().result()
    wait(pending, return_when=FIRST_COMPLETED)
    found = next(one for one in pending if one.done())
    pending.remove(found)
    return found.result()


def _last(pending: "deque[Future[list[Done]]]") -> Iterator[Done]:
    """What had been begun and is finished within the time of grace; what had not been begun is left."""
    begun = [one for one in pending if not one.cancel()]
    finished, _ = wait(begun, timeout=_GRACE)
    for one in begun:
        if one in finished:
            yield from one.result()
