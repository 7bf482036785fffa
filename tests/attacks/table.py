"""What an attack run found, as a table: by family and model, which checks caught it, and what was delivered."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .scripted import Told


@dataclass(frozen=True)
class Outcome:
    """One text and one model."""

    family: str
    model: str
    told: Told
    harm: tuple[str, ...]


def table(outcomes: Iterable[Outcome]) -> str:
    """The lines of the table, in order; the same outcomes give the same lines."""
    rows: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for one in outcomes:
        rows[one.family, one.model].append(one)
    return "\n".join(f"{family:16} {model:15} {_row(row)}" for (family, model), row in rows.items())


def _row(row: Iterable[Outcome]) -> str:
    found = list(row)
    fell_back = sum(one.told.writer == "template" for one in found)
    harm = sum(bool(one.harm) for one in found)
    codes = Counter(code for one in found for code in one.told.codes)
    named = ", ".join(f"{code} {count}" for code, count in sorted(codes.items(), key=lambda item: (-item[1], item[0])))
    harmless = len(found) - fell_back - harm
    return f"{len(found)} fell back {fell_back}, harmless {harmless}, harm {harm}: {named}"
