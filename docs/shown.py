"""Puts what a command really prints into the README, so that it cannot rot. Run by cog: `make readme`."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

TODAY = "2026-11-22"


def shown(command: str, *, stderr: bool = False, code: int = 0) -> None:
    """Print a command and its output as a block. Raises RuntimeError if it ends with another code than expected."""
    words = shlex.split(command)
    program = str(Path(sys.executable).with_name(words[0]))
    environment = {**os.environ, "CLAIMWRIGHT_TODAY": TODAY, "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run([program, *words[1:]], capture_output=True, text=True, env=environment, check=False)
    if done.returncode != code:
        raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr}")
    printed = (done.stderr if stderr else "") + done.stdout
    print(f"```console\n$ {command}\n{printed.rstrip()}\n```")
