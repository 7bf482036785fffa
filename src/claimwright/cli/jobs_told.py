"""What `claimwright jobs` says: how far it has come, what it found, what to do next."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimwright.cli.progress import count_of, told_edited
from claimwright.cli.settings import Settings
from claimwright.cli.terminal import tell
from claimwright.reading.characters import printable

if TYPE_CHECKING:
    from claimwright.batch.jobs.dispatch import Went
    from claimwright.batch.jobs.export import Exported
    from claimwright.batch.jobs.head import Head
    from claimwright.batch.jobs.incoming import Brought
    from claimwright.batch.jobs.place import Place
    from claimwright.batch.jobs.replies import Taken
    from claimwright.batch.tally import Tally

_EVERY = 5.0
_NAMED = 5
_CHANGED = {
    "version": "the version of claimwright",
    "words": "the guide or the templates",
    "writer": "the prompts",
}


class Told:
    """Tells a person, on stderr; nothing with --quiet."""

    def __init__(self, settings: Settings) -> None:
        self._quiet = settings.quiet
        self._began = self._shown = time.monotonic()
        self._running: dict[str, int] = {}

    def say(self, text: str) -> None:
        """One sentence or a few."""
        tell(text, quiet=self._quiet)

    def moves(self, count: int) -> None:
        """So many cases were looked at."""
        now = time.monotonic()
        if now - self._shown >= _EVERY:
            self._shown = now
            self.say(f"{count_of(count, 'case')}, {count / (now - self._began):,.0f} a second")

    def exported(self, exported: "Exported", head: "Head", place: "Place") -> None:
        """What was written, and where it goes."""
        tally = exported.results
        if tally.handled:
            self.say(
                f"{count_of(tally.handled, 'case')} {_need(tally.handled)} no model: {place.results}{_failed(tally)}."
            )
        if not exported.requests:
            self.say("No case calls for a request.")
            return
        size = sum(path.stat().st_size for path in exported.files) / 1e6
        files = _listed(exported.files)
        self.say(
            f"{count_of(exported.requests, 'request')} to {head.model}, {size:,.1f} MB: {files}. Nothing was sent."
        )
        self.say(f"Next: claimwright jobs submit {place.named}, or give the files to an engine of your own.")

    def submitted(self, one: "Went") -> bool:
        """Whether a file was sent, or waits."""
        if one.batch is None:
            self.say(f"{one.file}: {count_of(one.requests, 'request')}, not sent yet.")
            return False
        again = f" It was turned away before: {one.sent.refused}." if one.sent.refused else ""
        self.say(f"{one.file}: {count_of(one.requests, 'request')} sent, batch {one.sent.batch}.{again}")
        return True

    def sent(self, job: Path, started: list[bool]) -> None:
        """What to do next."""
        if not started:
            self.say("All was sent already.")
        later = "" if all(started) else ", and submit the rest then"
        self.say(f"Fetch the answers with: claimwright jobs collect {job}{later}")

    def all_done(self, out: Path) -> None:
        """That nothing is left to be done."""
        self.say(f"All cases of this job are done, and nothing is to be sent. The results are in {out}.")

    def status(self, one: "Went", *, finished: bool, as_json: bool) -> None:
        """How a file is going, on stdout; once all cases are `finished`, one that was not sent is not needed."""
        state, batch = _state(one), one.batch
        state = "not needed" if finished and not (one.sent.batch or one.sent.ended) else state
        if as_json:
            fields = {"file": one.file, "requests": one.requests, "status": state, "batch": one.sent.batch or None}
            counts = {"completed": batch.completed, "failed": batch.failed} if batch else {}
            click.echo(json.dumps({**fields, **counts, "why": one.sent.refused or None}))
            return
        done = f", {batch.completed:,} answered, {batch.failed:,} failed" if batch else ""
        why = f": {one.sent.refused}" if one.sent.refused and not one.sent.batch else ""
        click.echo(printable(f"{one.file}: {count_of(one.requests, 'request')}, {state}{done}{why}"))

    def collected(self, one: "Went", *, wait: bool) -> str:
        """What became of a batch: fetched, refused or running."""
        batch = one.batch
        assert batch is not None
        if batch.ended and not one.sent.ended:
            self.say(f"{one.file}: the provider turned it away: {one.sent.refused}")
            if batch.no_room:
                self.say("Too much of yours is waiting there already. Submit it again when an earlier batch has ended.")
            return "refused"
        if not batch.ended:
            if not wait or self._running.get(one.file) != batch.completed:
                self.say(f"{one.file}: {batch.status}, {batch.completed:,} of {one.requests:,} answered.")
            self._running[one.file] = batch.completed
            return "running"
        self.say(f"{one.file}: {batch.status}, {_listed(one.here) or 'the provider holds no file of it'}.")
        if one.unanswered:
            self.say(f"{count_of(one.unanswered, 'request')} had no answer; import puts them into a new file.")
        return "fetched"

    def fetched(self, job: Path, went: list[str]) -> None:
        """What to do next."""
        if not went:
            self.say("There is nothing new to fetch.")
        elif "fetched" in went:
            self.say(f"Next: claimwright jobs import --from {job} -o OUT")

    def brought(self, brought: "Brought", job: Path, out: Path) -> None:
        """What came of the answers, and what to do next."""
        self._took(brought.taken)
        for part in brought.terms:
            if part in _CHANGED:
                self.say(f"This has changed since the export: {_CHANGED[part]}. Answers to other words are not used.")
        if brought.changed:
            named = ", ".join(brought.changed[:_NAMED]) + (", …" if len(brought.changed) > _NAMED else "")
            self.say(
                f"{_have(len(brought.changed), 'case')} changed since the export ({named}). "
                "An answer is used only where it still fits."
            )
        if brought.new:
            self.say(f"{_have(brought.new, 'case')} come since the export.")
        if brought.gone:
            self.say(f"{count_of(brought.gone, 'case')} of the export cannot be found any more.")
        self._finished(brought, out)
        if edited := told_edited(brought.edited):
            self.say(edited)
        if brought.asked:
            files = _listed(brought.files)
            self.say(f"{count_of(brought.asked, 'request')} to send, for repair or because they failed: {files}.")
            self.say(f"Next: claimwright jobs submit {job}, or give them to your engine; then import again.")
        if brought.waiting:
            self.say(
                f"{count_of(brought.waiting, 'case')} still {_wait(brought.waiting)} for an answer. "
                "--again asks once more, --finish writes them from the template."
            )

    def _finished(self, brought: "Brought", out: Path) -> None:
        tally = brought.tally
        handled = f"{count_of(tally.handled, 'case')} finished" if tally.handled else "No case finished now"
        if brought.before == brought.cases:
            handled = f"All {count_of(brought.before, 'case')} were finished before"
        fallbacks = f", {tally.fallbacks:,} from the template" if tally.fallbacks else ""
        before = f"; {brought.before:,} finished before" if 0 < brought.before < brought.cases else ""
        where = f" The results are in {out}." if tally.handled or brought.before else ""
        self.say(f"{handled}{fallbacks}{_failed(tally)}{before}.{where}")

    def _took(self, taken: "Taken") -> None:
        some = [f"{count_of(taken.replies, 'new answer')}"]
        some += [f"{taken.failures.total():,} failed"] if taken.failures else []
        some += [f"{taken.again:,} taken before or given twice"] if taken.again else []
        some += [f"{taken.unknown:,} with an unknown custom_id, ignored"] if taken.unknown else []
        some += [f"{taken.damaged:,} cut off or damaged, ignored"] if taken.damaged else []
        if taken.lines:
            self.say(f"{count_of(taken.lines, 'line')}: {'; '.join(some)}.")
        for what in taken.named:
            self.say(f"- {what}")
        for said, count in taken.failures.most_common(_NAMED):
            self.say(f"- {count:,} failed: {said}")


def _state(one: "Went") -> str:
    if one.sent.ended:
        return f"{one.sent.ended}, fetched"
    if one.batch:
        return one.batch.status
    if one.sent.refused:
        return "turned away"
    return "uploaded, not started" if one.sent.uploaded else "not sent"


def _failed(tally: "Tally") -> str:
    return f"; {tally.failed:,} failed" if tally.failed else ""


def _listed(paths: "list[Path] | tuple[Path, ...]") -> str:
    names = [str(path) for path in paths]
    return ", ".join(names) if len(names) <= 3 else f"{names[0]} to {names[-1]}, {len(names)} files"


def _need(count: int) -> str:
    return "needs" if count == 1 else "need"


def _wait(count: int) -> str:
    return "waits" if count == 1 else "wait"


def _have(count: int, noun: str) -> str:
    return f"{count_of(count, noun)} {'has' if count == 1 else 'have'}"
