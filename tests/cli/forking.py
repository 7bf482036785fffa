"""Runs many command lines at once, each in a process of its own that was forked from one which has imported all.

Each is a whole run of the console script with real streams, an environment and an exit code of its own; only the
imports, a second each, are paid once, and the interpreter is not taken apart. As a script it is the process that forks.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
import traceback
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn


@dataclass(frozen=True)
class Run:
    """A command line without the program's name, and what is set in its environment alone."""

    args: Sequence[str]
    env: Mapping[str, str]


@dataclass(frozen=True)
class Ended:
    """How a run ended, what it wrote, and the seconds between its start and its end."""

    code: int
    out: str
    err: str
    seconds: float


def run_all(runs: Sequence[Run], env: Mapping[str, str], at_once: int) -> list[Ended]:
    """How these ended, in their order; `env` is the whole environment of each beside its own."""
    with tempfile.TemporaryDirectory() as folder:
        asked = {"folder": folder, "at_once": at_once, "runs": [[list(one.args), dict(one.env)] for one in runs]}
        done = subprocess.run(
            [sys.executable, __file__],
            input=json.dumps(asked).encode(),
            capture_output=True,
            env=dict(env),
            check=False,
            timeout=150,
        )
        assert done.returncode == 0, done.stderr.decode()
        found = json.loads(done.stdout)
        texts = [[Path(folder, f"{i}.{end}").read_bytes().decode() for end in ("out", "err")] for i in range(len(runs))]
    return [Ended(code, out, err, seconds) for (code, seconds), (out, err) in zip(found, texts, strict=True)]


def _main() -> None:
    asked = json.load(sys.stdin)
    _warm_up(*asked["runs"][0])
    gc.freeze()
    folder, waiting = Path(asked["folder"]), list(enumerate(asked["runs"]))[::-1]
    running: dict[int, tuple[int, float]] = {}
    ended: list[tuple[int, float]] = [(-1, 0.0)] * len(waiting)
    while waiting or running:
        while waiting and len(running) < asked["at_once"]:
            index, (args, env) = waiting.pop()
            began = time.monotonic()
            child = os.fork()
            if not child:
                _become(args, env, folder / f"{index}")
            running[child] = (index, began)
        child, status = os.wait()
        index, began = running.pop(child)
        ended[index] = (os.waitstatus_to_exitcode(status), time.monotonic() - began)
    json.dump(ended, sys.stdout)


def _warm_up(args: Sequence[str], env: Mapping[str, str]) -> None:
    """Does the first run in this process, for what it imports and reads; its threads have ended when it has."""
    tomllib.loads = cache(tomllib.loads)  # the tables are the same for all, and a child changes none but its own
    from claimwright.cli.main import run

    with Path(os.devnull).open("w", encoding="utf-8") as nothing, redirect_stdout(nothing), redirect_stderr(nothing):
        before = dict(os.environ)
        os.environ.update(env)
        sys.argv = ["claimwright", *args]
        with suppress(SystemExit):
            run()
        os.environ.clear()
        os.environ.update(before)
    while threading.active_count() > 1:
        time.sleep(0.01)


def _become(args: Sequence[str], env: Mapping[str, str], path: Path) -> NoReturn:
    """Turns this process into the console script with these arguments, and ends it."""
    from claimwright.cli.main import run

    for number, name in ((0, os.devnull), (1, f"{path}.out"), (2, f"{path}.err")):
        opened = os.open(name, os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    os.environ.update(env)
    sys.argv = ["claimwright", *args]
    code: object = 1
    try:
        run()
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    # To take the interpreter apart would copy every page that is shared with the other runs.
    os._exit(code if isinstance(code, int) else 1)


if __name__ == "__main__":
    _main()
