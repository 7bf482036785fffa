"""Remembers that all cases of a job are done, so that nobody sends requests whose answers are not wanted any more."""

import json
import os
from pathlib import Path

from claimwright.batch.jobs.place import Place
from claimwright.batch.private import replacing
from claimwright.batch.shelf import ledger_path
from claimwright.errors import CannotReadWrite


def note(place: Place, out: Path, *, left: int) -> None:
    """Notes after an import where the results are, if no case is left. Raises CannotReadWrite."""
    path = place.finished
    try:
        if left:
            path.unlink(missing_ok=True)
            return
        with replacing(path) as stream:
            stream.write(json.dumps({"results": os.path.abspath(out)}).encode() + b"\n")  # noqa: PTH100 (a link stays)
    except OSError as error:
        raise CannotReadWrite(f"{path}: cannot be written ({error.strerror}). The results are complete.") from error


def results_of(place: Place) -> Path | None:
    """Where the results of a job are of which all cases are done; None if some are left, or the results are gone."""
    try:
        out = Path(json.loads(place.finished.read_bytes())["results"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return out if ledger_path(out).exists() else None
