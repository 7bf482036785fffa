"""The first line of a manifest: what all requests of a job have in common. It holds no key.

Decided here: answers are read on the terms of the export, its day included, whatever has been set since.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimwright.batch.terms import Terms
from claimwright.errors import CannotReadWrite

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Head:
    """Which cases, on which terms, to which model, in files of which size."""

    paths: tuple[str, ...]
    folder: str  # where the paths were named
    terms: Terms
    settings: str  # the fingerprint of the terms when the cases were exported
    model: str
    base_url: str
    parameters: dict[str, Any]
    masked: bool = True
    fallback: bool = True
    max_requests: int = 50_000
    max_bytes: int = 95_000_000


def line_of(head: Head) -> bytes:
    """The head as a line."""
    fields = asdict(head)
    terms = fields["terms"]
    terms |= {"today": str(head.terms.today), "home": None if head.terms.home is None else str(head.terms.home)}
    return json.dumps({"format": FORMAT, **fields}).encode() + b"\n"


def head_of(line: bytes, path: Path) -> Head:
    """The head on the first line of this file. Raises CannotReadWrite."""
    try:
        fields = json.loads(line)
        if fields.pop("format") != FORMAT:
            raise ValueError
        terms = fields.pop("terms")
        terms |= {"today": date.fromisoformat(terms["today"]), "home": terms["home"] and Path(terms["home"])}
        paths = tuple(fields.pop("paths"))
        return Head(paths=paths, terms=Terms(**terms), **fields)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise CannotReadWrite(
            f"{path}: this is no manifest, or one of another version. Export the cases anew."
        ) from None
