"""Runs a command as a whole process: wall and CPU seconds, and the most memory that it held."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, as they are where the tool is installed."""

CLAIMWRIGHT = str(Path(sys.executable).with_name("claimwright"))


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: seconds, and megabytes at the peak."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], stdin: Path | None = None) -> Run:
    """The figures of one run; its output is thrown away. Raises RuntimeError if it fails."""
    with (stdin or Path(os.devnull)).open("rb") as source:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_ENVIRONMENT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def medians(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Run]:
    """The median of each command over so many rounds, one run of each in turn, after a round that is not counted."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for counted in range(rounds + 1):
        for name, command in commands.items():
            one = run(command)
            if counted:
                runs[name].append(one)
    return {
        name: Run(*(statistics.median(getattr(one, figure) for one in some) for figure in ("wall", "cpu", "peak")))
        for name, some in runs.items()
    }
