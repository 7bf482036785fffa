"""One run of a batch: finds out what is missing in OUT, does that, and leaves OUT in order.

Decided here: resuming is nothing special. Every run takes over what is there and still holds, and does the rest; a case
is done again if it has changed, if the terms have, or if it failed for a reason that may pass.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from claimwright.batch.documents import documents
from claimwright.batch.entries import Entry, entries
from claimwright.batch.lock import held
from claimwright.batch.ownfiles import refuse_broken
from claimwright.batch.record import State
from claimwright.batch.report_html import write_reports
from claimwright.batch.result import Done
from claimwright.batch.shelf import Files, Lines, Shelf, Stream, is_lines, ledger_path, lock_path, prepare, set_aside
from claimwright.batch.sources import Sources, sources_of
from claimwright.batch.tally import MOST_FAULTS, Tally
from claimwright.batch.terms import Change, Terms, changes, fingerprint, still_holds
from claimwright.batch.workers import by_template
from claimwright.errors import CannotReadWrite, ClaimwrightError

if TYPE_CHECKING:
    from claimwright.batch.model_run import Asking


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done; `out` is None for a stream, `asking` is None for the template."""

    paths: tuple[str, ...]
    out: Path | None
    stream: BinaryIO | None
    terms: Terms
    jobs: int
    asking: "Asking | None" = None
    unordered: bool = False
    fresh: bool = False


@dataclass
class Plan:
    """What a run finds when it begins; `total` is None where the cases can be read only once."""

    total: int | None = None
    done: int = 0
    failed: int = 0  # of those that are done
    changed: int = 0  # cases that say something else than before
    again: int = 0  # cases that failed for a reason that may pass, or whose files are gone
    terms: Counter[Change] = field(default_factory=Counter)  # cases for which this has changed
    others: int = 0  # results of cases that are not in this batch
    damaged: int = 0
    stay: int = 0  # messages of a run with a model that stay although the template writes now
    faults: list[str] = field(default_factory=list)  # which were the first of those that failed, and why
    aside: Path | None = None  # where the results are that were set aside

    @property
    def missing(self) -> int | None:
        """How many cases are to be done."""
        return None if self.total is None else self.total - self.done


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended. `short` says why cases are left: interrupted, tokens, or nothing if none are."""

    plan: Plan
    tally: Tally
    short: str
    error: ClaimwrightError | None
    edited: Sequence[Path] = ()  # messages that somebody had edited, where they are kept

    @property
    def failed(self) -> int:
        """The cases that failed, in this run or an earlier one."""
        return self.plan.failed + self.tally.failed


class Watch(Protocol):
    """Is told how it goes."""

    def begins(self, plan: Plan) -> None:
        """What was found."""
        ...

    def moves(self, tally: Tally) -> None:
        """Another case is finished."""
        ...

    def slows(self, now: int) -> None:
        """The endpoint has asked for fewer requests, for the first time; so many go at once from now on."""
        ...


def run(job: Job, watch: Watch, stopped: Callable[[], bool]) -> Ran:
    """Does what is missing, until it is to be stopped.

    Raises UsageError if OUT cannot be used or another run has it, CannotReadWrite if something cannot be read or
    written. What was done until then is kept.
    """
    refuse_broken(job.terms.home)
    sources, aside = sources_of(job.paths, job.out), None
    settings = fingerprint(job.terms)
    with ExitStack() as open:
        shelf: Shelf
        if job.out is None:
            assert job.stream is not None
            shelf = Stream(job.stream, ordered=not job.unordered)
        else:
            prepare(job.out)
            cut_off = open.enter_context(held(lock_path(job.out)))
            if job.fresh:
                aside = set_aside(ledger_path(job.out), job.terms.today)
            shelf = _kept(job.out, job.terms, settings, cut_off)
        open.callback(shelf.close)
        plan = Plan(aside=aside)
        return _Run(job, sources, shelf, settings=settings, plan=plan, watch=watch, stopped=stopped).run()


def _kept(out: Path, terms: Terms, settings: str, cut_off: bool) -> Lines:
    return Lines(out) if is_lines(out) else Files(out, terms, settings, cut_off=cut_off)


class _Run:
    def __init__(
        self,
        job: Job,
        sources: Sources,
        shelf: Shelf,
        *,
        settings: str,
        plan: Plan,
        watch: Watch,
        stopped: Callable[[], bool],
    ) -> None:
        self._job, self._sources, self._settings, self._shelf = job, sources, settings, shelf
        self._watch, self._stopped = watch, stopped
        self._tally, self._plan = Tally(), plan
        self._order = array("Q")
        self._all_begun, self._begun = False, 0

    def run(self) -> Ran:
        if isinstance(self._shelf, Lines):
            self._plan.damaged = self._shelf.ledger.damaged
            self._plan.others = len(self._shelf.ledger)
        if self._sources.again() and not self._look():
            return self._ran("interrupted", None)
        self._watch.begins(self._plan)
        error, tokens = None, False
        if self._plan.missing != 0:
            try:
                tokens = self._do()
            except ClaimwrightError as raised:
                error = raised
        if self._stopped() and not self._all_done():
            return self._ran("interrupted", error)
        if not isinstance(error, CannotReadWrite):
            self._shelf.settle(None if self._job.unordered else self._order)
            if isinstance(self._shelf, Lines) and self._job.out and len(self._shelf.ledger):
                write_reports(self._job.out, self._shelf.ledger, self._job.terms)
        return self._ran("tokens" if tokens else "", error)

    def _ran(self, short: str, error: ClaimwrightError | None) -> Ran:
        return Ran(self._plan, self._tally, short, error, self._shelf.edited())

    def _all_done(self) -> bool:
        return self._plan.missing == 0 or (self._all_begun and self._tally.handled == self._begun)

    def _look(self) -> bool:
        """Counts the cases, and those that are done; whether it came to the end."""
        plan, total = self._plan, 0
        for entry in self._entries():
            if self._stopped():
                return False
            total += 1
            self._order.append(entry.key)
            self._is_done(entry, plan)
        plan.total = total
        return True

    def _do(self) -> bool:
        """Handles what is missing; whether the tokens ended it."""
        job = self._job
        with closing(self._missing()) as missing:
            if job.asking is None:
                ordered = not job.unordered
                finished = by_template(
                    missing, job.terms, self._settings, job.jobs, ordered=ordered, stopped=self._stopped
                )
                with closing(finished):
                    for one in finished:
                        self._put(one)
                return False
            from claimwright.batch.model_run import ModelRun

            model = ModelRun(
                job.terms,
                self._settings,
                job.asking,
                self._put,
                stopped=self._stopped,
                full=self._shelf.full,
                slowed=self._watch.slows,
            )
            model.handle(missing)
            return model.spent and not self._all_begun

    def _missing(self) -> Generator[Entry]:
        again, counted = self._plan.total is not None, Plan()
        for entry in self._entries():
            if not again:
                self._order.append(entry.key)
            if not self._is_done(entry, counted if again else self._plan):
                self._shelf.expect(entry)
                self._begun += 1
                yield entry
        self._all_begun = True

    def _entries(self) -> Iterator[Entry]:
        named = self._job.out is not None and not is_lines(self._job.out)
        return entries((one for file in self._sources.files() for one in documents(file)), named=named)

    def _is_done(self, entry: Entry, plan: Plan) -> bool:
        """Whether there is a result that still holds; if not, why is counted."""
        kept = self._shelf.find(entry)
        if kept is None:
            return False
        plan.others -= 1
        if kept.case != entry.case:
            plan.changed += 1
        elif not still_holds(kept.settings, self._settings, self._job.terms):
            plan.terms.update(changes(kept.settings, self._settings, self._job.terms))
        elif kept.state is State.AGAIN or not self._shelf.whole(entry, kept):
            plan.again += 1
        else:
            plan.done += 1
            plan.stay += kept.state is State.WRITTEN and kept.settings != self._settings
            if kept.state is State.FAILED:
                self._note_fault(entry, plan)
            return True
        return False

    def _note_fault(self, entry: Entry, plan: Plan) -> None:
        plan.failed += 1
        if len(plan.faults) < MOST_FAULTS and isinstance(self._shelf, Lines):
            plan.faults.append(self._shelf.fault(entry))

    def _put(self, finished: Done) -> None:
        self._tally.add(self._shelf.put(finished))
        self._watch.moves(self._tally)
