"""Runs batches that are killed: as a script, it imports everything once and forks each of them.

Reads from stdin what to do, writes to stdout how it went, as JSON. A run is killed after some seconds of its time, or
at the n-th of the steps that change a file: before it, in the middle of it, or after it.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

DEAD = -signal.SIGKILL


def main() -> None:
    given = json.load(sys.stdin)
    import claimwright.batch.workers
    import claimwright.cli.batch
    import claimwright.letter.compose  # noqa: F401 (what every run needs)

    found = at_random(**given["at_random"]) if "at_random" in given else at_each_step(**given["at_each_step"])
    json.dump(found, sys.stdout)


def at_random(argv: list[str], folder: str, kills: int, longest: float, seed: int) -> dict[str, Any]:
    """Kills run after run until so many were killed; every OUT is one of `folder` and is left when it is finished."""
    chance, killed, outs = random.Random(seed), 0, 0
    while killed < kills:
        out = Path(folder, f"{outs}{argv[-1]}")
        code = forked([*argv[:-1], "-o", str(out)], seconds=chance.uniform(0, longest))
        killed += code == DEAD
        outs += code != DEAD
    out = Path(folder, f"{outs}{argv[-1]}")
    code = forked([*argv[:-1], "-o", str(out)])
    return {"killed": killed, "finished": outs + 1, "code": code}


def at_each_step(argv: list[str], outs: list[str], where: str, stride: int) -> dict[str, Any]:
    """Kills the n-th run, on the n-th OUT, at its n-th step of those with this stride; then lets it be finished."""
    killed, codes = 0, []
    for number, out in enumerate(outs):
        code = forked([*argv, "-o", out], step=1 + stride * number, where=where)
        if code != DEAD:
            break
        killed += 1
        codes.append(forked([*argv, "-o", out]))
    return {"killed": killed, "codes": sorted(set(codes))}


def forked(argv: list[str], *, seconds: float | None = None, step: int = 0, where: str = "") -> int:
    """The exit code of a command line in a fork of this process."""
    child = os.fork()
    if child == 0:
        run(argv, step, where)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run(argv: list[str], step: int, where: str) -> NoReturn:
    from claimwright.cli.main import run as command_line

    if step:
        fail_at(step, where)
    sys.argv = ["claimwright", *argv]
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(quiet, stream)
    code: object = 1
    try:
        command_line()
    except SystemExit as end:
        code = end.code
    finally:
        os._exit(code if isinstance(code, int) else 1)


def fail_at(step: int, where: str) -> None:
    """Lets the process be killed at the n-th step that changes a file."""
    from claimwright.batch import ledger

    left = [step]

    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def failing(change: Callable[..., Any]) -> Callable[..., Any]:
        def changed(*args: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0] == 0 and where == "before":
                die()
            if left[0] == 0 and where == "amid" and change is write:
                write(args[0], args[1][: len(args[1]) // 2])
                die()
            found = change(*args, **named)
            if left[0] == 0:
                die()
            return found

        return changed

    write = ledger._write
    ledger._write = failing(write)
    os.fsync = failing(os.fsync)
    os.open = failing(os.open)
    Path.replace = failing(Path.replace)  # type: ignore[method-assign]
    Path.rename = failing(Path.rename)  # type: ignore[method-assign]
    Path.unlink = failing(Path.unlink)  # type: ignore[method-assign]


if __name__ == "__main__":
    main()
