"""Puts what a command really prints into the README and these pages, lest they rot. Run by cog: `make readme`."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

TODAY = "2026-11-22"
LEFT_OUT = "[…]"


def shown(command: str, *, stderr: bool = False, code: int = 0, start: str = "") -> None:
    """Print a command and its output as a block, from the line `start` on if one is named.

    Raises RuntimeError if it ends with another code than expected, ValueError if it prints no such line.
    """
    said, printed = output(command, code)
    lines = ((said if stderr else "") + printed).rstrip().split("\n")
    if start:
        lines = [LEFT_OUT, *lines[lines.index(start) :]]
    print("\n".join(("```console", f"$ {command}", *lines, "```")))


def diagram(command: str) -> None:
    """Print the Mermaid that a command prints, as a block that is drawn where Mermaid is."""
    print(f"```mermaid\n{output(command)[1].rstrip()}\n```")


def output(command: str, code: int = 0) -> tuple[str, str]:
    """What a command prints on stderr and on stdout. Raises RuntimeError if it ends with another code than expected."""
    words = shlex.split(command)
    program = str(Path(sys.executable).with_name(words[0]))
    environment = {**os.environ, "CLAIMWRIGHT_TODAY": TODAY, "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        [program, *words[1:]], capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    if done.returncode != code:
        raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr}")
    return done.stderr, done.stdout
