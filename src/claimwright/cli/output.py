"""Writing a result to a file: whole or not at all, and never over another file unless told to."""

import os
import tempfile
from pathlib import Path

from claimwright.errors import CannotReadWrite, UsageError


def write_file(path: Path, text: str, *, force: bool) -> None:
    """Writes the file, readable by its owner only. Raises UsageError if it exists, CannotReadWrite if it cannot be."""
    refuse_existing(path, force=force)
    path = path.resolve()  # a link stays, and what it leads to is written
    if path.exists() and not path.is_file():
        return _write_into(path, text)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _cannot(path, error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        if force:
            part.replace(path)
        else:
            _claim(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _cannot(path, error) from error
    except UsageError:
        part.unlink(missing_ok=True)
        raise


def _write_into(path: Path, text: str) -> None:
    """Into a device or a pipe, which must not be replaced by a file."""
    try:
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise _cannot(path, error) from error


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raises UsageError if the file is there and may not be written over."""
    if not force and os.path.lexists(path):
        raise UsageError(f"{path} exists. Choose another name, or write over it with --force.")


def _claim(part: Path, path: Path) -> None:
    # A link fails if the name was taken meanwhile, where a rename would write over it. Not every file system has links.
    try:
        path.hardlink_to(part)
    except FileExistsError:
        refuse_existing(path, force=False)
        raise
    except OSError:
        refuse_existing(path, force=False)
        part.replace(path)
    else:
        part.unlink()


def _cannot(path: Path, error: OSError) -> CannotReadWrite:
    return CannotReadWrite(f"{path}: cannot be written ({error.strerror}). Choose another place with -o.")
