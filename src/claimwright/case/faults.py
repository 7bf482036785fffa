"""What is wrong with a case file: where it stands, and how it is said to the buyer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pydantic_core import PydanticCustomError

from claimwright.errors import CaseInvalid
from claimwright.reading.characters import printable, visible

Place: TypeAlias = tuple[str | int, ...]
"""Where something stands in a JSON document: keys and list positions from the top."""

MOST_FAULTS = 100
"""No more faults than this are told at once; after so many the file is something else than a case."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right: in which file, at which JSON path, on which line if that is known, and how."""

    source: str
    path: str
    line: int | None
    text: str

    def __str__(self) -> str:
        """One line: file, line, path, text; what is not known or says nothing is left out."""
        line = f", line {self.line}" if self.line is not None else ""
        path = f", {self.path}" if self.path != "$" else ""
        return f"{visible(self.source)}{line}{path}: {self.text}"


class CaseFileInvalid(CaseInvalid):
    """A case file with all its faults; the text has one line a fault."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults, in the order of the file."""
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def refusal(*faults: tuple[Place, str]) -> PydanticCustomError:
    """The error for a validator to raise; each fault is a place below the value under validation and a text."""
    return PydanticCustomError("fault", "fault", {"faults": faults})


def path_of(place: Place) -> str:
    """The JSON path of a place, as in `$.contacts[2].from`, safe to print and of bounded length."""
    return "$" + "".join(
        f"[{step}]" if isinstance(step, int) else f".{step}" if _plain(step) else f'["{shortened(step)}"]'
        for step in place
    )


def _plain(key: str) -> bool:
    return key.isascii() and key.isidentifier() and len(key) <= 60


def shortened(text: str, most: int = 60) -> str:
    """Text from the file as a message may quote it: on one line, safe to print, not too long."""
    seen = visible(printable(text[: 4 * most]))
    return seen if len(seen) <= most and len(text) <= 4 * most else seen[: most - 1] + "…"


def quoted(value: object) -> str:
    """A JSON value as a message names it."""
    if isinstance(value, str):
        return f'"{shortened(value)}"'
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return "a list" if isinstance(value, list) else "an object" if isinstance(value, dict) else "a number"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence (after a space) that proposes the closest known word, or nothing if none is close."""
    if not 0 < len(word) <= 40:
        return ""
    from difflib import get_close_matches

    folded = "_".join(word.casefold().replace("-", " ").split())
    close = get_close_matches(folded, known, n=1, cutoff=0.7)
    return f' Did you mean "{close[0]}"?' if close else ""


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words as a sentence lists them: `a, b or c`."""
    *first, end = words
    return f"{', '.join(first)} {last} {end}" if first else end
