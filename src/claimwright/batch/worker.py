"""A process that handles cases for another one: takes lists of them from stdin, gives lists of results to stdout.

It ends when whoever started it does, for then its stdin ends, however that came about.
"""

import gc
import os
import pickle
import signal
import sys
from contextlib import suppress


def main() -> None:
    """Serve until nothing more comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it decides what an interruption means
    given = sys.stdin.buffer
    results = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing else may stand among the results
    with suppress(EOFError, BrokenPipeError):
        from claimwright.batch.template_writer import TemplateWriter

        writer = TemplateWriter(*pickle.load(given))
        gc.freeze()  # what is loaded stays
        gc.set_threshold(20_000)
        while True:
            pickle.dump([writer.handle(entry) for entry in pickle.load(given)], results, pickle.HIGHEST_PROTOCOL)
            results.flush()


if __name__ == "__main__":
    main()
