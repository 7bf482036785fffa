"""The folder that gets the copies: all of them or none, for its owner alone, and never over a file that is not ours.

Decided here: what we wrote is known by a list that lies beside it, with a digest of each file. A file that is not on
the list, or has been changed since, is not ours: it stays, and where a copy needs its name nothing is written.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimwright.errors import CannotReadWrite, UsageError
from claimwright.exhibits.content import PIECE

LIST = ".claimwright.json"
"""The file that lists what we wrote."""


class Growing:
    """A folder under another name that is filled, and takes its place if it is then called complete."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.digests: dict[str, str] = {}
        self.complete = False

    def add(self, name: str, pieces: Iterable[bytes]) -> int:
        """Writes a file from pieces, readable by its owner only, and returns its length. Raises CannotReadWrite.

        An OSError that the pieces raise would be taken for one of the writing.
        """
        digest, length = hashlib.sha256(), 0
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            with os.fdopen(os.open(self.path / name, flags, 0o600), "wb") as stream:
                for piece in pieces:
                    digest.update(piece)
                    length += stream.write(piece)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise _cannot(self.path / name, error) from error
        self.digests[name] = digest.hexdigest()
        return length

    def close(self) -> None:
        """Writes the list of what is here."""
        names = json.dumps(self.digests, indent=1, sort_keys=True) + "\n"
        self.add(LIST, [names.encode()])
        del self.digests[LIST]


def refuse_unfit(path: Path, *, force: bool) -> None:
    """Raises UsageError if the path is no folder, or holds something and may not be written into."""
    if not os.path.lexists(path):
        return
    if not path.is_dir():
        raise UsageError(f"{path} is no folder. Choose another name with -o.")
    try:
        held = any(path.iterdir())
    except OSError as error:
        raise _cannot(path, error) from error
    if held and not force:
        raise UsageError(f"{path} is not empty. Choose a new folder, or replace the copies in it with --force.")


@contextmanager
def growing(path: Path, *, force: bool) -> Iterator[Growing]:
    """A folder to fill, which becomes `path` once it is complete; else nothing is left.

    Raises UsageError and CannotReadWrite.
    """
    refuse_unfit(path, force=force)
    path = path.resolve()  # a link stays, and what it leads to is filled
    new = not path.exists()
    try:
        # Inside a folder that is there, so that the copies can be moved even if it is a disk of its own.
        part = Path(tempfile.mkdtemp(dir=path.parent if new else path, prefix=f".{path.name[:60]}."))
    except OSError as error:
        raise _cannot(path, error) from error
    try:
        folder = Growing(part)
        yield folder
        if not folder.complete:
            return
        folder.close()
        try:
            if new:
                _take_place(part, path)
            else:
                _move_into(part, path, sorted(folder.digests), force=force)
        except OSError as error:
            raise _cannot(path, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _take_place(part: Path, path: Path) -> None:
    if os.path.lexists(path):
        raise UsageError(f"{path} has appeared meanwhile. Choose another name with -o.")
    part.rename(path)


def _move_into(part: Path, path: Path, names: list[str], *, force: bool) -> None:
    """The old copies out, the new ones in; if one step fails, all is put back as it was."""
    ours = _ours(path) if force else []
    others = [one.name for one in path.iterdir() if one != part and one.name not in ours]
    if others and not force:
        raise UsageError(f"{path} is no longer empty. Choose another name with -o.")
    taken = sorted(set(others) & {*names, LIST})
    if taken:
        listed = ", ".join(taken)
        raise UsageError(
            f"{path} has files of those names that are not ours or were changed: {listed}. Move them away."
        )
    old = part / ".old"
    old.mkdir()
    moves = [(path / name, old / name) for name in ours]
    moves += [(part / name, path / name) for name in (*names, LIST)]
    done: list[tuple[Path, Path]] = []
    try:
        for source, target in moves:
            source.rename(target)
            done.append((source, target))
    except BaseException:
        for source, target in reversed(done):
            with suppress(OSError):
                target.rename(source)
        raise


def _ours(path: Path) -> list[str]:
    """The files that we wrote into the folder and that nobody has changed since."""
    try:
        listed = json.loads((path / LIST).read_bytes())
        return [LIST, *(name for name, digest in listed.items() if _is_ours(path / name, name, digest))]
    except (OSError, ValueError, AttributeError, RecursionError):
        return []


def _is_ours(path: Path, name: str, digest: object) -> bool:
    if name != Path(name).name or path.is_symlink() or not path.is_file():
        return False
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(PIECE):
            found.update(piece)
    return found.hexdigest() == digest


def _cannot(path: Path, error: OSError) -> CannotReadWrite:
    return CannotReadWrite(f"{path}: cannot be written ({error.strerror}). Choose another place with -o.")
