"""config.toml as the buyer sees it: one line of it is changed, and every other line and comment stays as it was."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

from claimwright.cli.output import write_file
from claimwright.cli.preferences import Value, written_in
from claimwright.errors import CannotReadWrite, UsageError


def changed(path: Path, name: str, value: Value) -> None:
    """Writes this value into the file, which is made if it is not there. Raises UsageError and CannotReadWrite."""
    text = written_in(path)
    line = f"{name} = {json.dumps(value, ensure_ascii=False)}"
    found = _line(name).search(text)
    if found:
        new = f"{text[: found.start()]}{line}{text[found.end() :]}"
    else:
        end = re.search(r"^[ \t]*\[", text, re.MULTILINE)  # what follows a table's name would belong to the table
        before, after = (text[: end.start()], text[end.start() :]) if end else (text, "")
        new = before + ("" if not before or before.endswith("\n") else "\n") + line + "\n" + after
    if _read(new, path).get(name) != value:
        raise UsageError(f"{path}: {name} is written there in a way that only you can change. Change it there.")
    _write(path, new)


def removed(path: Path, name: str) -> bool:
    """Takes this name out of the file; whether it was there. Raises UsageError and CannotReadWrite."""
    text = written_in(path)
    before = _read(text, path)
    if name not in before:
        return False
    new = re.sub(_line(name).pattern + r"\n?", "", text, count=1, flags=re.MULTILINE)
    left = {key: value for key, value in before.items() if key != name}
    if _parsed(new) != left:
        raise UsageError(f"{path}: {name} is written there in a way that only you can change. Delete it there.")
    _write(path, new)
    return True


def _line(name: str) -> "re.Pattern[str]":
    return re.compile(rf"""^[ \t]*["']?{re.escape(name)}["']?[ \t]*=[^\n]*""", re.MULTILINE)


def _read(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: {error}. Mend it there first.") from None


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CannotReadWrite(
            f"{path.parent}: cannot be made ({error.strerror}). Choose a folder with --home."
        ) from error
    write_file(path, text, force=True)
