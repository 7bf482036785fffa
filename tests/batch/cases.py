"""Cases for batches: the examples, each with an id and an order number of its own."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from claimwright.batch.documents import Document
from claimwright.batch.entries import Entry, entries
from claimwright.batch.terms import Terms, fingerprint

ROOT = Path(__file__).parents[2]
TERMS = Terms(date(2026, 11, 22))
SETTINGS = fingerprint(TERMS)


def cases(count: int, first: int = 0) -> list[dict[str, Any]]:
    """So many different cases."""
    examples = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "examples").glob("*.json"))]
    return list(islice(_numbered(examples), first, first + count))


def _numbered(examples: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for number, example in enumerate(cycle(examples)):
        one = {**example, "id": f"case-{number}"}
        if "order" in example:
            one["order"] = {**example["order"], "number": f"{8190000000000000 + number}"}
        yield one


def write_lines(path: Path, given: list[dict[str, Any]]) -> Path:
    """A JSON Lines file of these cases."""
    path.write_text("".join(json.dumps(one) + "\n" for one in given), encoding="utf-8")
    return path


def entries_of(given: list[dict[str, Any]], *, named: bool = False) -> list[Entry]:
    """The cases as they come from a file cases.jsonl."""
    documents = [Document("cases.jsonl", line, json.dumps(one).encode()) for line, one in enumerate(given, 1)]
    return list(entries(documents, named=named))
