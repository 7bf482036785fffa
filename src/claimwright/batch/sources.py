"""Which files hold cases: what was named, what folders hold, what patterns stand for.

Decided here: a folder stands for every .json, .jsonl and .ndjson in it and below, by name, less what is hidden and less
the results of this batch; a name that leads nowhere stops the batch before it begins.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path

from claimwright.batch.index import Index, key_of
from claimwright.case.lines import LINES
from claimwright.errors import CannotReadWrite, UsageError

STDIN = "-"
EARLIER = ".earlier-"
"""Stands between the name of a file of results and a day, where a run set them aside to begin anew."""

_CASES = (".json", *LINES)


@dataclass(frozen=True, slots=True)
class Sources:
    """The files and folders that hold the cases of a batch."""

    named: tuple[str, ...]
    out: str  # the real path of the results, or nothing

    def again(self) -> bool:
        """Whether they can be read twice: stdin and pipes cannot."""
        return all(one != STDIN and (Path(one).is_file() or Path(one).is_dir()) for one in self.named)

    def files(self) -> Iterator[str]:
        """Every file, each once, in the order in which they were named and by name within a folder."""
        seen = Index()
        for one in self.named:
            for file in self._below(one) if one != STDIN and Path(one).is_dir() else (one,):
                real = os.path.realpath(file).encode("utf-8", "surrogateescape") if len(self.named) > 1 else b""
                before = len(seen)
                if not real or seen.add(key_of(real)) == before:
                    yield file

    def _below(self, folder: str) -> Iterator[str]:
        for place, folders, names in os.walk(folder, onerror=_unreadable):
            real = os.path.realpath(place)
            folders[:] = sorted(one for one in folders if not one.startswith(".") and not self._is_own(real, one))
            for name in sorted(names):
                if name.lower().endswith(_CASES) and not name.startswith(".") and not self._is_own(real, name):
                    yield str(Path(place, name))

    def _is_own(self, place: str, name: str) -> bool:
        """Whether a file or folder is OUT, or stands beside it under its name (OUT.report.json, an earlier OUT)."""
        if not self.out:
            return False
        path, earlier = str(Path(place, name)), f"{Path(self.out).with_suffix('')}{EARLIER}"
        return path == self.out or path.startswith((f"{self.out}.", earlier))


def sources_of(paths: Sequence[str], out: Path | None) -> Sources:
    """What these names stand for; `out` is where the results are written.

    Raises CannotReadWrite for a name that leads nowhere, UsageError for results that would be written over cases.
    """
    own = os.path.realpath(out) if out else ""
    named = tuple(one for path in paths for one in _meant(path))
    for one in named:
        if own and one != STDIN and os.path.realpath(one) == own:
            raise UsageError(f"{one} holds the cases, and the results would be written there. Name another OUT.")
    return Sources(named, own)


def _meant(path: str) -> list[str]:
    if path == STDIN or Path(path).exists():
        return [path]
    found = sorted(glob(path, recursive=True)) if has_magic(path) else []  # noqa: PTH207 (keeps the name as it was given)
    if not found:
        raise CannotReadWrite(f"{path}: there is no such file. Check the name, and put quotes around a pattern.")
    return found


def _unreadable(error: OSError) -> None:
    raise CannotReadWrite(f"{error.filename}: the folder cannot be read ({error.strerror}). Check your rights.")
