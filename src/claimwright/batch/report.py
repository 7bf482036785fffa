"""The numbers of a batch, from its results: how many of what, what it took, how many days are left."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from claimwright.batch.ledger import Ledger
from claimwright.batch.private import replacing
from claimwright.batch.result import FAILED
from claimwright.batch.shelf import is_lines
from claimwright.errors import CannotReadWrite, FactsMissing

_DAYS = ((-1, "over"), (3, "0 to 3"), (7, "4 to 7"), (14, "8 to 14"))
_URGENT = ("0 to 3", "4 to 7")
_MORE, _UNKNOWN = "more than 14", "unknown"


@dataclass
class Summary:
    """What report.json holds; `days_left` is how many messages stand under how many days of protection."""

    today: str
    cases: int = 0
    messages: int = 0
    failed: int = 0
    unfit: int = 0  # messages that do not fit the limit; `errors` counts them as 4
    urgent: int = 0  # messages to be sent, and cases to be completed, within a week
    fallbacks: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    guides: Counter[str] = field(default_factory=Counter)
    writers: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    models: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    days_left: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys((*(name for _, name in _DAYS), _MORE, _UNKNOWN), 0)
    )
    drafts: int = 0
    tokens: dict[str, int] = field(default_factory=lambda: {"prompt": 0, "completion": 0})
    seconds: float = 0.0


def report_path(out: Path, suffix: str = ".json") -> Path:
    """Where the report stands that belongs to OUT."""
    return out.with_name(f"{out.name}.report{suffix}") if is_lines(out) else out / f"report{suffix}"


def summed(results: Iterable[Mapping[str, Any]], today: date) -> Summary:
    """The numbers of these results, with the days that are left today."""
    found = Summary(str(today))
    for one in results:
        _add(found, one, today)
    found.seconds = round(found.seconds, 3)
    return found


def write_report(out: Path, ledger: Ledger, today: date) -> dict[str, Any]:
    """Writes report.json, unless it is of these very results and this day; its numbers. Raises CannotReadWrite."""
    path, of = report_path(out), ledger.sum()
    known = _known(path)
    if (known.get("of"), known.get("today")) == (of, str(today)):
        return known
    summary = {**vars(summed((json.loads(line) for line in ledger.lines()), today)), "of": of}
    text = json.dumps(summary, ensure_ascii=False, indent=2) + "\n"
    try:
        with replacing(path) as stream:
            stream.write(text.encode())
    except OSError as error:
        raise CannotReadWrite(f"{path}: cannot be written ({error.strerror}). The results are complete.") from error
    return summary


def _known(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _add(found: Summary, one: Mapping[str, Any], today: date) -> None:
    found.cases += 1
    found.verdicts[one["verdict"] or "invalid"] += 1
    if guide := one.get("guide"):
        found.guides[guide] += 1
    found.fallbacks += one["fallback"]
    found.drafts += len(one["rounds"])
    found.seconds += one["seconds"]
    for kind in found.tokens:
        found.tokens[kind] += one["tokens"][kind]
    if error := one["error"]:
        found.errors[str(error["exit_code"])] += 1
        found.failed += error["exit_code"] in FAILED
        found.unfit += one.get("limit_needed") is not None
    if one["model"]:
        found.models[one["model"]] += 1
    found.findings.update(finding["code"] for finding in one["findings"])
    left = _left(one["protection_ends_on"], today)
    if one["message"] is not None:
        found.messages += 1
        found.writers[one["writer"]] += 1
        found.days_left[left] += 1
    if one["message"] is not None or (error and error["exit_code"] == FactsMissing.exit_code):
        found.urgent += left in _URGENT


def _left(last_day: str | None, today: date) -> str:
    if last_day is None:
        return _UNKNOWN
    left = (date.fromisoformat(last_day) - today).days
    return next((name for most, name in _DAYS if left <= most), _MORE)
