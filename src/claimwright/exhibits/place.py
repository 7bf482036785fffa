"""Where a file of evidence may lie, and opening it so that nothing else is opened in its place.

Decided here: what the case names lies in the case's own folder. An absolute name, a `..` or a link that leads out of
the folder is followed only into a file or folder that the person at the keyboard has named.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import BinaryIO

from claimwright.exhibits.remark import Unfit

_READ = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # a pipe without a writer would be waited for
_FOLDER = _READ | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_PATH", 0)


@dataclass(frozen=True, slots=True)
class Places:
    """The folder of the case, and the files and folders outside it that may be used."""

    folder: Path
    allowed: tuple[Path, ...] = ()

    @contextmanager
    def opened(self, file: str) -> Iterator[BinaryIO]:
        """The file, open for reading and surely a file in one of these places. Raises Unfit."""
        try:
            handle = self._open(file)
        except PermissionError as error:
            raise Unfit("forbidden") from error
        except (FileNotFoundError, NotADirectoryError) as error:
            raise Unfit("backslash" if "\\" in file else "missing") from error
        except (OSError, RuntimeError) as error:  # Python before 3.13 has RuntimeError for links that go in a circle
            raise Unfit("unreadable", why=getattr(error, "strerror", None) or "links in a circle") from error
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise Unfit("no_file")
            yield stream

    def _open(self, file: str) -> int:
        outside = _outside(file)
        roots = [Path(one).resolve() for one in self.allowed]
        if not outside:
            roots.insert(0, self.folder.resolve())
        path = self.folder / file
        if outside and not roots:
            raise Unfit("outside")
        real = path.resolve(strict=True)
        root = next((one for one in roots if real.is_relative_to(one)), None)
        if root is None:
            raise Unfit("outside" if outside else "link")
        if real.is_dir():
            raise Unfit("no_file")
        return _open_below(root, real.relative_to(root).parts)


def _outside(file: str) -> bool:
    windows = PureWindowsPath(file)  # also knows the names of other systems: /etc, C:\, \\server
    return bool(windows.drive or windows.root) or ".." in windows.parts


def _open_below(root: Path, parts: tuple[str, ...]) -> int:
    """Step by step and through no link, so that a link put there meanwhile is an error and not a way out."""
    if not parts or os.open not in os.supports_dir_fd:
        return os.open(root.joinpath(*parts), _READ | _NO_LINK | _NO_WAIT)
    folder = os.open(root, _FOLDER)
    try:
        for part in parts[:-1]:
            inner = os.open(part, _FOLDER | _NO_LINK, dir_fd=folder)
            os.close(folder)
            folder = inner
        return os.open(parts[-1], _READ | _NO_LINK | _NO_WAIT, dir_fd=folder)
    finally:
        os.close(folder)
