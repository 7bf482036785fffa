"""Takes what came back: checks it, writes what is finished into OUT, and what has to be asked next into new files.

Decided here: OUT is that of a batch, through the same ledger; a case is done once, whichever way it came there. What
has been asked is not asked twice, so the same files may be taken again and nothing changes.
"""

import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from claimwright.batch.entries import Entry
from claimwright.batch.jobs import finish
from claimwright.batch.jobs.cases import Cases
from claimwright.batch.jobs.clerk import Clerk, Known, Patience, Request, Waiting
from claimwright.batch.jobs.clerks import Task, handled
from claimwright.batch.jobs.issue import Issue
from claimwright.batch.jobs.manifest import Manifest
from claimwright.batch.jobs.place import Place
from claimwright.batch.jobs.replies import Replies, Taken
from claimwright.batch.jobs.ticket import Ticket, key_of
from claimwright.batch.ledger import Kept
from claimwright.batch.lock import held
from claimwright.batch.ownfiles import refuse_broken
from claimwright.batch.record import State
from claimwright.batch.report_html import write_reports
from claimwright.batch.result import Done
from claimwright.batch.shelf import Files, Lines, is_lines, lock_path, prepare
from claimwright.batch.tally import Tally
from claimwright.batch.terms import changed, fingerprint
from claimwright.errors import UsageError
from claimwright.llm.request import without


@dataclass(frozen=True, slots=True)
class Return:
    """What came back, and where it goes."""

    place: Place
    files: Sequence[Path]
    out: Path
    today: date
    form: Literal["text", "markdown"] = "text"
    patience: Patience = field(default=Patience())
    jobs: int = 1  # processes


@dataclass
class Brought:
    """What became of it."""

    taken: Taken = field(default_factory=Taken)
    cases: int = 0
    before: int = 0  # cases that were finished already
    tally: Tally = field(default_factory=Tally)
    asked: int = 0
    files: list[Path] = field(default_factory=list)
    waiting: int = 0
    changed: list[str] = field(default_factory=list)  # ids of cases that say something else since the export
    new: int = 0
    gone: int = 0
    terms: list[str] = field(default_factory=list)
    failed: int = 0  # in all of OUT
    edited: Sequence[Path] = ()  # messages that somebody had edited, where they are kept

    @property
    def left(self) -> int:
        """The cases without a result."""
        return self.asked + self.waiting


def bring(given: Return, moves: Callable[[int], None]) -> Brought:
    """Takes the files and brings every case as far as it goes; `moves` is told how many cases were looked at.

    Raises UsageError if OUT cannot be used or another run has it, CannotReadWrite.
    """
    place, out = given.place, given.out
    if os.path.realpath(out) in (os.path.realpath(place.folder), os.path.realpath(place.named)):
        raise UsageError(f"{out} holds the requests. Name another OUT with -o.")
    for file in given.files:
        Replies.refuse_requests(file)
    with ExitStack() as open:
        open.enter_context(held(place.lock))
        manifest = Manifest(place)
        refuse_broken(manifest.head.terms.home)
        replies = open.enter_context(Replies(place.replies, manifest))
        brought = Brought()
        for file in given.files:
            replies.take(file, brought.taken)
        cases = Cases(manifest.head.paths, manifest.head.folder, place, out)
        prepare(out)
        cut_off = open.enter_context(held(lock_path(out)))
        incoming = _Incoming(given, manifest, replies, brought)
        shelf = incoming.shelf(cut_off=cut_off)
        open.callback(shelf.close)
        incoming.run(cases, shelf, moves)
        finish.note(place, out, left=brought.left)
    return brought


class _Incoming:
    def __init__(self, given: Return, manifest: Manifest, replies: Replies, brought: Brought) -> None:
        self._given, self._manifest, self._replies, self._brought = given, manifest, replies, brought
        self._order = array("Q")
        head = manifest.head
        self._terms = replace(head.terms, form=given.form)
        self._settings = fingerprint(self._terms)
        brought.terms = changed(head.settings, fingerprint(head.terms))
        parameters = head.parameters
        for name in sorted(replies.refused):
            parameters = without(name, parameters)
        self._clerk = Clerk(head, self._terms, self._settings, parameters, given.patience)

    def shelf(self, *, cut_off: bool) -> Lines:
        """OUT."""
        out = self._given.out
        return Lines(out) if is_lines(out) else Files(out, self._terms, self._settings, cut_off=cut_off)

    def run(self, cases: Cases, shelf: Lines, moves: Callable[[int], None]) -> None:
        given, manifest, brought = self._given, self._manifest, self._brought
        with Issue(given.place, manifest.head, manifest.parts + 1, len(manifest.files) + 1) as issue:
            for entry, found in handled(self._clerk, self._tasks(cases, shelf, moves), given.jobs):
                if isinstance(found, Request):
                    issue.add(entry, found.ticket, found.line)
                elif isinstance(found, Waiting):
                    brought.waiting += 1
                elif self._is_there(entry, found, shelf):
                    brought.before += 1
                else:
                    brought.tally.add(shelf.put(found))
            shelf.ledger.sync()
            issue.commit(rows=False)
            brought.asked, brought.files = issue.requests, issue.files
        brought.gone = len(manifest) - (brought.cases - brought.new)
        shelf.settle(self._order)
        terms = replace(self._terms, today=given.today)
        brought.failed = write_reports(given.out, shelf.ledger, terms)["failed"]
        brought.edited = shelf.edited()

    def _tasks(self, cases: Cases, shelf: Lines, moves: Callable[[int], None]) -> Iterator[Task]:
        """The cases that may go further, each with what is known of its requests."""
        brought = self._brought
        for entry in cases.entries(named=not is_lines(self._given.out)):
            brought.cases += 1
            self._order.append(entry.key)
            self._compare(entry)
            kept = shelf.find(entry)
            numbers = self._manifest.of(key_of(entry.id))
            if kept and self._holds(entry, kept) and kept.state is not State.AGAIN and shelf.whole(entry, kept):
                brought.before += 1
            elif self._surely_waits(entry, numbers):
                brought.waiting += 1
            else:
                yield entry, [*self._known(numbers)]
            moves(brought.cases)

    def _holds(self, entry: Entry, kept: Kept) -> bool:
        return (kept.case, kept.settings) == (entry.case, self._settings)

    def _is_there(self, entry: Entry, found: Done, shelf: Lines) -> bool:
        """Whether this very result is in OUT already."""
        kept = shelf.find(entry)
        if kept is None or not self._holds(entry, kept) or not shelf.whole(entry, kept):
            return False
        return shelf.ledger.line(entry.key) == found.line

    def _compare(self, entry: Entry) -> None:
        """Note that a case is new or has changed since the export."""
        before = self._manifest.case(key_of(entry.id))
        if before is None:
            self._brought.new += 1
        elif before != entry.case and not entry.document.fault:
            self._brought.changed.append(entry.id)

    def _surely_waits(self, entry: Entry, numbers: Sequence[tuple[int, Ticket]]) -> bool:
        """Whether nothing has come since a request was written: then the case need not be decided to know it."""
        patience = self._given.patience
        if not numbers or self._brought.terms or patience.again or patience.finish:
            return False
        number, ticket = numbers[-1]
        same = self._manifest.case(ticket.key) == entry.case
        return same and ticket.attempt == 1 and not self._replies.answered(number)

    def _known(self, numbers: Iterable[tuple[int, Ticket]]) -> Iterator[Known]:
        for number, ticket in numbers:
            found = self._replies.find(number)
            yield Known(ticket, found[1], found[0]) if found else Known(ticket)
