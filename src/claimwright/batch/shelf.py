"""Where results go: one JSON Lines file, a folder with files for each case, or a stream that keeps nothing."""

import json
import os
import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from claimwright.batch.entries import Entry
from claimwright.batch.folder import Folder
from claimwright.batch.ledger import Kept, Ledger
from claimwright.batch.record import State
from claimwright.batch.result import Done, Outcome, beside, done
from claimwright.batch.sources import EARLIER
from claimwright.batch.tally import fault
from claimwright.batch.terms import Terms
from claimwright.errors import CannotReadWrite, UsageError

RESULTS = "results.jsonl"
KEEPING: frozenset[Outcome] = frozenset(("unfit", "invalid", "failed"))
"""What takes no message away that an earlier run has written: the case may still call for it."""

_AHEAD = 1000
_OTHER_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,5}")


class Shelf(Protocol):
    """Takes finished cases, and knows those of earlier runs."""

    def find(self, entry: Entry) -> Kept | None:
        """What is kept of a case from an earlier run."""
        ...

    def whole(self, entry: Entry, kept: Kept) -> bool:
        """Whether everything is there that belongs to a finished case, or can be put there again."""
        ...

    def expect(self, entry: Entry) -> None:
        """A case is begun."""
        ...

    def put(self, finished: Done) -> Done:
        """Takes a case, and gives back as what it was taken. Raises CannotReadWrite."""
        ...

    def full(self) -> bool:
        """Whether it takes no more until an earlier case is finished."""
        ...

    def settle(self, order: Iterable[int] | None) -> None:
        """Brings all into the order of these keys, if there is one."""
        ...

    def edited(self) -> Sequence[Path]:
        """Where messages are kept that somebody had edited before a new one took their place."""
        ...

    def close(self) -> None:
        """Lets go of what is open; what has been taken lasts."""
        ...


class Lines:
    """One JSON Lines file."""

    def __init__(self, path: Path) -> None:
        """Read what is there. Raises UsageError if it is not ours."""
        self.ledger = Ledger(path)

    def find(self, entry: Entry) -> Kept | None:
        """What the file holds of a case."""
        return self.ledger.find(entry.key)

    def whole(self, entry: Entry, kept: Kept) -> bool:
        """A line is all there is."""
        return True

    def expect(self, entry: Entry) -> None:
        """Results are put in order at the end."""

    def put(self, finished: Done) -> Done:
        """Adds the line; where the case came to nothing, with the message that there was."""
        if finished.outcome in KEEPING:
            finished = beside(finished, self._earlier(finished.entry))
        self.ledger.append(finished.line)
        return finished

    def fault(self, entry: Entry) -> str:
        """Which case has failed in an earlier run, and why."""
        fields = self._earlier(entry)
        return fault(fields["id"], fields["error"]["exit_code"], fields["error"]["text"])

    def _earlier(self, entry: Entry) -> Mapping[str, Any]:
        """What the result of an earlier run says; nothing if there is none."""
        found: Mapping[str, Any] = json.loads(self.ledger.line(entry.key)) if self.ledger.find(entry.key) else {}
        return found

    def full(self) -> bool:
        """Never: the file grows."""
        return False

    def settle(self, order: Iterable[int] | None) -> None:
        """One line a case, in this order."""
        self.ledger.settle(order)

    def edited(self) -> Sequence[Path]:
        """None: there are no messages beside the file."""
        return ()

    def close(self) -> None:
        """The lines last from here on."""
        self.ledger.close()


class Files(Lines):
    """A folder: the file of results, and beside it one result and one message a case."""

    def __init__(self, path: Path, terms: Terms, settings: str, *, cut_off: bool) -> None:
        """Read what is there; look at each file if an earlier run was cut off. Raises UsageError if it is not ours."""
        self._folder = Folder(path, ".md" if terms.form == "markdown" else ".txt")
        super().__init__(path / RESULTS)
        if cut_off:
            self._folder.tidy()
        self._terms, self._settings, self._cut_off = terms, settings, cut_off

    def whole(self, entry: Entry, kept: Kept) -> bool:
        """Whether its files are there, after those were made again that can be."""
        message = kept.state is State.WRITTEN
        there = self._folder.has(entry.name, message=message)
        if there and not self._cut_off:
            return True
        self._folder.mend(entry.name, self.ledger.line(entry.key))
        return True

    def put(self, finished: Done) -> Done:
        """Adds the line, then writes the files: what is cut off between the two is made again from the line."""
        entry = finished.entry
        if obstacle := self._folder.obstacle(entry.name, finished.message):
            error = CannotReadWrite(f"{obstacle} is there already and is not of a batch. Move it, and run this again.")
            finished = done(entry, None, error, self._terms, settings=self._settings, asked=finished.asked)
            return super().put(finished)
        finished = super().put(finished)
        self._folder.put(entry.name, finished.line, finished.message)
        return finished

    def _earlier(self, entry: Entry) -> Mapping[str, Any]:
        return super()._earlier(entry) or self._folder.result(entry.name)

    def edited(self) -> Sequence[Path]:
        """Those that this run has come upon."""
        return self._folder.edited


class Stream:
    """A stream, in the order of the cases if there is to be one."""

    def __init__(self, stream: BinaryIO, *, ordered: bool) -> None:
        self._stream, self._ordered = stream, ordered
        self._expected: deque[int] = deque()
        self._early: dict[int, bytes] = {}

    def find(self, entry: Entry) -> Kept | None:
        """Nothing is kept."""
        return None

    def whole(self, entry: Entry, kept: Kept) -> bool:
        """Nothing is kept."""
        return False

    def expect(self, entry: Entry) -> None:
        """Its line comes after those of the cases that were begun before it."""
        if self._ordered:
            self._expected.append(entry.key)

    def put(self, finished: Done) -> Done:
        """Writes the line, as soon as those before it are written."""
        if not self._ordered:
            self._stream.write(finished.line)
            return finished
        self._early[finished.entry.key] = finished.line
        while self._expected and self._expected[0] in self._early:
            self._stream.write(self._early.pop(self._expected.popleft()))
        return finished

    def full(self) -> bool:
        """Whether too many wait for an earlier one."""
        return len(self._early) >= _AHEAD

    def settle(self, order: Iterable[int] | None) -> None:
        """Writes what still waits: the cases before it were not finished."""
        for key in self._expected:
            if key in self._early:
                self._stream.write(self._early.pop(key))
        self._expected.clear()

    def edited(self) -> Sequence[Path]:
        """None: nothing is kept."""
        return ()

    def close(self) -> None:
        """Everything is handed on."""
        self.settle(None)
        self._stream.flush()


def is_lines(out: Path) -> bool:
    """Whether OUT is one JSON Lines file."""
    return out.suffix.lower() == ".jsonl"


def ledger_path(out: Path) -> Path:
    """The file of results of OUT."""
    return out if is_lines(out) else out / RESULTS


def refuse_other_file(out: Path) -> None:
    """Raises UsageError for the name of a file of another kind, unless there is a folder of that name."""
    if _OTHER_FILE.fullmatch(out.suffix) and not out.is_dir():
        raise UsageError(
            f"{out} looks like a file, and would be a folder. Name a folder, or a file that ends in .jsonl, with -o."
        )


def lock_path(out: Path) -> Path:
    """The file that keeps two runs apart."""
    return out.with_name(f"{out.name}.lock") if is_lines(out) else out / ".lock"


def prepare(out: Path) -> None:
    """Makes OUT if it is a folder. Raises UsageError if something else is there, or CannotReadWrite."""
    if is_lines(out):
        if out.exists() and not out.is_file():
            raise UsageError(f"{out} is no file. Name another OUT.")
        if not out.parent.is_dir():
            raise CannotReadWrite(f"{out}: there is no folder {out.parent}. Make it, or choose another place with -o.")
        return
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file. Name a folder, or a file that ends in .jsonl, with -o.")
    refuse_other_file(out)
    Folder(out, "")
    if not (out / RESULTS).exists() and any(not one.name.startswith(".") for one in out.iterdir()):
        raise UsageError(
            f"{out} holds other files. Name a new folder, an empty one or one of an earlier batch with -o."
        )


def set_aside(ledger: Path, day: date) -> Path | None:
    """Lets a run begin anew: what there is becomes results.earlier-DAY.jsonl, or -2 if that is taken; its new name.

    Raises UsageError if it is not ours.
    """
    aside = None
    if ledger.exists():
        Ledger(ledger)
        names = (f"{ledger.stem}{EARLIER}{day}{f'-{number}' * (number > 1)}{ledger.suffix}" for number in count(1))
        aside = next(one for one in map(ledger.with_name, names) if not os.path.lexists(one))
        try:
            ledger.rename(aside)
        except OSError as error:
            raise CannotReadWrite(f"{ledger}: cannot be renamed ({error.strerror}).") from error
    with suppress(OSError):
        ledger.with_name(f"{ledger.name}.part").unlink()
    return aside
