"""Where the console script begins: from here on Ctrl-C ends a run quietly, also while Python still imports the rest."""

import os
import signal
from typing import NoReturn


def run() -> NoReturn:
    """The console script."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where a shell has it ignored
        signal.signal(signal.SIGINT, _interrupted)
    from claimwright.cli.main import run as go

    go()


def from_now_on_raised() -> None:
    """Ctrl-C is a KeyboardInterrupt again, for there is somebody to catch it."""
    if signal.getsignal(signal.SIGINT) is _interrupted:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _interrupted(number: int, frame: object) -> NoReturn:
    # Raised inside an import, an exception can end anywhere; nothing has been begun yet that would have to be ended.
    os.write(2, b"\nInterrupted.\n")
    os._exit(130)
