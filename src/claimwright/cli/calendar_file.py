"""`claimwright check --ics`: the days of all the cases that were checked, as one calendar file."""

import sys
from datetime import date
from pathlib import Path

from claimwright.calendar.days import WORDS, Deadline, deadlines
from claimwright.calendar.ics import calendar
from claimwright.case.casefile import Case
from claimwright.cli.output import refuse_existing, write_file
from claimwright.cli.terminal import tell
from claimwright.guide.assessment import Assessment
from claimwright.guide.guide import Guide
from claimwright.resources import Resources


class Almanac:
    """Gathers the days of one case after another."""

    def __init__(self, target: str, resources: Resources, today: date, *, force: bool) -> None:
        """Begin a file; `-` is stdout. Raises UsageError if there is such a file already."""
        self.to_stdout = target == "-"
        self._path = Path(target)
        self._force = force
        self._words = resources.sentences(WORDS)
        self._today = today
        self._days: list[Deadline] = []
        if not self.to_stdout:
            refuse_existing(self._path, force=force)

    def note(self, case: Case, guide: Guide, assessment: Assessment) -> None:
        """Keep the days of a case. Raises CannotReadWrite if words are missing."""
        self._days += deadlines(case, guide, assessment, self._today, self._words)

    def deliver(self, *, quiet: bool) -> None:
        """Write the calendar, if there is a day to write. Raises UsageError and CannotReadWrite."""
        text = calendar(self._days, self._today)
        if not text:
            tell("There is no day ahead to note, so no calendar was written.", quiet=quiet)
        elif self.to_stdout:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode())  # a text stream may change the ends of lines
            sys.stdout.buffer.flush()
        else:
            write_file(self._path, text, force=self._force)
            tell(f"Written to {self._path}.", quiet=quiet)
