"""One batch at a time for one OUT: a lock that ends with the process that holds it, however that ends.

Decided here: the operating system's own lock on a small file, which workers do not inherit; the file is taken away by
an orderly end, so that one that is still there tells of a run that was cut off.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimwright.errors import CannotReadWrite, UsageError

_held: set[str] = set()  # by this process, to which its own locks are no obstacle


@contextmanager
def held(path: Path) -> Iterator[bool]:
    """Holds the lock; tells whether an earlier run was cut off. Raises UsageError if another run has it."""
    real = os.path.realpath(path)
    if real in _held:
        raise _other(path, "")
    cut_off = path.exists()
    handle = _locked(path)
    _held.add(real)
    try:
        _write_number(handle)
        yield cut_off
    finally:
        # Windows removes no open file, and elsewhere nobody may take the lock of a file that is about to go.
        if os.name == "nt":
            os.close(handle)
        with suppress(OSError):
            path.unlink(missing_ok=True)
        if os.name != "nt":
            os.close(handle)
        _held.discard(real)


def _locked(path: Path) -> int:
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise CannotReadWrite(
                f"{path}: cannot be written ({error.strerror}). Choose another place with -o."
            ) from error
        try:
            _lock(handle)
        except OSError as error:
            number = ""
            with suppress(OSError):
                number = os.pread(handle, 20, 0).decode("ascii", "ignore") if os.name == "posix" else ""
            os.close(handle)
            raise _other(path, number.strip()) from error
        with suppress(OSError):
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        os.close(handle)  # whoever held it has just taken the file away


def _lock(handle: int) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _write_number(handle: int) -> None:
    if os.name == "posix":
        with suppress(OSError):
            os.ftruncate(handle, 0)
            os.pwrite(handle, b"%d\n" % os.getpid(), 0)


def _other(path: Path, number: str) -> UsageError:
    who = f"Another run (process {number})" if number.isdigit() else "Another run"
    return UsageError(f"{who} writes there already: {path} is locked. Wait for its end, or name another OUT.")
