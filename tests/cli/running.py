"""Runs the command line: in this process, or as a process of its own where streams and terminals matter."""

import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claimwright.cli.main import run as command_line

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.json"))
SCRIPT = str(Path(sysconfig.get_path("scripts")) / "claimwright")
TODAY = "2026-11-22"

KEYS = [
    "id",
    "verdict",
    "remedy",
    "source",
    "remedy_source",
    "passages",
    "rules",
    "questions",
    "possible",
    "evidence_wanted",
    "evidence_missing",
    "warnings",
    "next_steps",
    "contradictions",
]
"""The names in the record of a case, as the contract gives them."""

_SET = {"CLAIMWRIGHT_TODAY": TODAY, "COLUMNS": "88", "TERM": "xterm", "PYTHONUTF8": "1"}
_TERMINAL = ("NO_COLOR", "TMUX", "SSH_TTY", "SSH_CONNECTION", "DISPLAY", "WAYLAND_DISPLAY")
_UNSET = (*_TERMINAL, "OPENAI_API_KEY", "OPENAI_BASE_URL", "CLAIMWRIGHT_MODEL")


@dataclass(frozen=True)
class Ran:
    """How a run ended, and what it wrote."""

    code: int
    out: str
    err: str

    def record(self) -> Any:
        """The one JSON value on stdout."""
        return json.loads(self.out)

    def records(self) -> list[Any]:
        """The JSON values on stdout, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


def example(stem: str) -> str:
    """The path of an example."""
    return str(ROOT / "examples" / f"{stem}.json")


def case(stem: str, **parts: Any) -> dict[str, Any]:
    """An example as a JSON object, with these parts in the place of its own."""
    return {**json.loads(Path(example(stem)).read_text(encoding="utf-8")), **parts}


def run(*args: str, stdin: str | bytes = b"", **env: str | None) -> Ran:
    """Runs in this process, through the console script's own function."""
    before = sys.argv
    with CliRunner().isolation(input=stdin, env={**dict.fromkeys(_UNSET), **_SET, **env}) as (out, err, _):
        sys.argv = ["claimwright", *args]
        try:
            with pytest.raises(SystemExit) as ended:
                command_line()
        finally:
            sys.argv = before
        sys.stdout.flush()
        sys.stderr.flush()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, out.getvalue().decode(), err.getvalue().decode())


@cache
def ran(*args: str) -> Ran:
    """The same, once for all tests that ask for these arguments; for runs that leave nothing behind."""
    return run(*args)


def environment(**env: str) -> dict[str, str]:
    """This process's environment without what would change a run, and with these."""
    return {**{name: value for name, value in os.environ.items() if name not in _UNSET}, **_SET, **env}


def process(*args: str, stdin: str | bytes = b"", command: Sequence[str] = (SCRIPT,), **env: str) -> Ran:
    """Runs in a process of its own; both streams are pipes."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [*command, *args], input=given, capture_output=True, env=environment(**env), check=False, timeout=60
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
