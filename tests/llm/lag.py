"""How late this machine wakes a thread that sleeps: what a measured second may be longer by, while others work."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_NAP = 0.02


class Lag:
    """The longest that a thread was woken too late, in seconds, while the block ran."""

    def __init__(self) -> None:
        self.most = 0.0


@contextmanager
def lag() -> Iterator[Lag]:
    """Measures for as long as the block runs."""
    found, over = Lag(), threading.Event()

    def watch() -> None:
        while not over.is_set():
            began = time.monotonic()
            time.sleep(_NAP)
            found.most = max(found.most, time.monotonic() - began - _NAP)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        over.set()
        thread.join()
