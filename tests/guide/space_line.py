"""One line of golden/space.txt: a case, and all that the guide says of it."""

from collections.abc import Iterable
from pathlib import Path

from claimwright.case.facts import Facts
from claimwright.guide.assessment import Assessment
from claimwright.guide.engine import assess
from claimwright.guide.guide import Guide

from .whole_space import told

GOLDEN = Path(__file__).parent.parent / "golden" / "space.txt"
ARROW = "  ->  "


def line_of(facts: Facts, guide: Guide) -> str:
    """The facts, then what is said of them; ids in the order in which they are shown."""
    return told(facts) + ARROW + _said(assess(facts, guide))


def golden_lines() -> dict[str, str]:
    """The lines of the golden file by the case that they tell."""
    return {line.split(ARROW)[0]: line for line in GOLDEN.read_text(encoding="utf-8").splitlines()}


def _said(one: Assessment) -> str:
    head = [
        type(one).__name__,
        one.verdict,
        one.remedy,
        f"{one.source}/{one.remedy_source}",
        one.purpose,
        _joined(one.situations),
    ]
    rest = {
        "possible": one.possible if len(one.possible) > 1 else (),
        "rules": one.rules,
        "passages": one.passages,
        "asks": [f"{asked.field}({_joined(asked.separates)})" for asked in one.questions],
        "warns": _ids(one.warnings),
        "steps": _ids(one.next_steps),
        "wants": _ids(one.evidence_wanted),
    }
    return " | ".join([" ".join(head), *(f"{name} {_joined(ids, ' ')}" for name, ids in rest.items() if ids)])


def _ids(some: Iterable[object]) -> list[str]:
    return [getattr(one, "id") for one in some]  # noqa: B009 - advice and evidence alike


def _joined(words: Iterable[str], by: str = ",") -> str:
    return by.join(words) or "-"
