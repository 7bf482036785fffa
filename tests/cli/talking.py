"""Talks with the command line in a pseudo-terminal of its own, as a person does."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pexpect
from tests.intake.interviewing import HOODIE, said_back, told

from claimwright.intake.interview import Start
from claimwright.intake.journal import Journal

from .running import SCRIPT, environment

PROMPT = "\r?\n> "
CONTROL = re.compile(r"\x1b\[[\d;?]*[A-Za-z]|\x07")

LINES = [(said, "") if said_back(told(*HOODIE[:n]), said) else (said,)
         for n, said in enumerate(HOODIE)]  # fmt: skip
TYPED = [line for some in LINES for line in some]
"""What is typed for these answers: Enter after each that is said back."""


MESSAGE = "I ask for a full refund of €23.40"
"""What the message of these answers says."""


class Talk:
    """One run: what was shown so far, and what is typed into it."""

    def __init__(self, child: Any) -> None:
        self.child = child
        self.shown = ""

    def asked(self) -> str:
        """What is shown up to the next place to type."""
        self.child.expect(PROMPT)
        return self._read(self.child.before or "")

    def types(self, *lines: str) -> str:
        """Types lines, each once it is asked for, and gives what was shown before the last one."""
        text = ""
        for line in lines:
            text = self.asked()
            self.child.sendline(line)
        return text

    def ends(self) -> tuple[int | None, str]:
        """The exit code, and what was shown at the end."""
        self.child.expect(pexpect.EOF)
        text = self._read(self.child.before or "")
        self.child.close()
        return self.child.exitstatus, text

    def _read(self, text: str) -> str:
        text = text.replace("\r\n", "\n")
        self.shown += text + "\n> "
        return text


@contextmanager
def talk(folder: Path, *args: str, columns: int = 88, piped: str = "", **env: str) -> Iterator[Talk]:
    """A run of the command line on a terminal; with `piped`, stdout goes to that file."""
    command, rest = SCRIPT, [*args]
    if piped:
        command, rest = "/bin/sh", ["-c", 'exec "$0" "$@" > ' + piped, SCRIPT, *args]
    (folder / "hoodie.jpg").touch()
    given = environment(**{"XDG_STATE_HOME": str(folder / "state"), **env})
    given.pop("COLUMNS", None)
    child = pexpect.spawn(
        command, rest, cwd=str(folder), env=given, encoding="utf-8", timeout=20, dimensions=(24, columns), echo=False
    )
    child.delaybeforesend = None
    try:
        yield Talk(child)
    finally:
        child.close(force=True)


def plain(text: str) -> str:
    """What is left without what steers a terminal."""
    return CONTROL.sub("", text)


def cases(folder: Path) -> list[str]:
    """The case files that were saved there."""
    return sorted(path.name for path in folder.glob("*.json"))


def answered(folder: Path, *said: str) -> Path:
    """The journal of an interview that was left after these answers."""
    (folder / "state" / "claimwright").mkdir(parents=True)
    journal = Journal(folder / "state" / "claimwright" / "interview-1.jsonl")
    journal.begin("aliexpress", Start())
    for event in told(*said).events:
        journal.add(event)
    journal.close()
    return journal.path
