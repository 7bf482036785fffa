"""Writes the requests of all cases that call for a message; a case that needs no model has its result at once."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from claimwright.batch.jobs.cases import Cases
from claimwright.batch.jobs.clerk import Clerk, Request
from claimwright.batch.jobs.clerks import handled
from claimwright.batch.jobs.head import Head
from claimwright.batch.jobs.issue import Issue
from claimwright.batch.jobs.place import Place
from claimwright.batch.ledger import Ledger
from claimwright.batch.lock import held
from claimwright.batch.ownfiles import refuse_broken
from claimwright.batch.result import Done
from claimwright.batch.tally import Tally


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of requests, how many requests stand in them, and the cases that have their result."""

    files: list[Path]
    requests: int
    results: Tally


def export(head: Head, place: Place, moves: Callable[[int], None], jobs: int = 1) -> Exported:
    """Writes requests, manifest and results, by so many processes; `moves` is told how many cases are handled.

    Raises UsageError if something is there already or the cases cannot be read again, CannotReadWrite.
    """
    refuse_broken(head.terms.home)
    cases = Cases(head.paths, head.folder, place)
    clerk = Clerk(head, head.terms, head.settings, head.parameters)
    place.prepare()
    tally = Tally()
    with held(place.lock), Issue(place, head, part=1, first=1) as issue, ExitStack() as undone:
        undone.callback(place.results.unlink, missing_ok=True)
        results = Ledger(place.results)
        tasks = ((entry, ()) for entry in cases.entries(named=False))
        for count, (entry, found) in enumerate(handled(clerk, tasks, jobs), 1):
            if isinstance(found, Request):
                issue.add(entry, found.ticket, found.line)
            elif isinstance(found, Done):
                issue.add(entry)
                results.append(found.line)
                tally.add(found)
            moves(count)
        results.close()
        issue.commit()
        undone.pop_all()
        return Exported(issue.files, issue.requests, tally)
