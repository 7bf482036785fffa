"""Files that their owner alone can read, and that are there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_BUFFER = 1 << 20


def opened(path: Path) -> BinaryIO:
    """The file, emptied, to be written. Raises OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    return os.fdopen(handle, "wb", buffering=_BUFFER)


def synced(stream: BinaryIO) -> None:
    """Closes the stream; what was written outlasts the loss of power from here on. Raises OSError."""
    stream.flush()
    os.fsync(stream.fileno())
    stream.close()


def sync_folder(folder: Path) -> None:
    """The names in a folder outlast the loss of power from here on. Raises OSError."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def replacing(path: Path, *, part: str = ".{}.part", sync: bool = False) -> Iterator[BinaryIO]:
    """What is written takes the place of the file at the end of the block, and leaves nothing if the block fails.

    Until then it stands under the name `part`. Raises OSError.
    """
    beside = path.with_name(part.format(path.name))
    try:
        with opened(beside) as stream:
            yield stream
            if sync:
                synced(stream)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
