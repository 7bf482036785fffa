"""The stories of examples/stories/ with what is expected of each, and how a reading of one is judged."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimwright.intake.story.extraction import Extracting
from claimwright.intake.story.found import Extraction, Found
from claimwright.intake.story.telling import Story
from claimwright.llm.model import Failed, Replied, Wanted

HERE = Path(__file__).parent
STORIES = HERE.parent.parent / "examples" / "stories"
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Expected:
    """A story, and what the table beside it says of it."""

    name: str
    story: Story
    table: dict[str, Any]

    def values(self) -> set[tuple[str, str]]:
        """Every value that the story tells, with the path of its field."""
        told = {("facts." + field, value) for field, value in self.table["facts"].items() if isinstance(value, str)}
        told |= {("facts.defects", value) for value in self.table["facts"].get("defects", ())}
        return told | {("order." + field, value) for field, value in self.table["order"].items()}

    def is_right(self, found: Found) -> bool:
        """Whether a value is one that the story tells."""
        if found.field in ("order.item", "order.store"):
            wanted = self.table["order"].get(found.field.removeprefix("order."))
            return wanted is not None and wanted.lower() in str(found.value).lower()
        if found.field == "contacts":
            return str(found) in self.table.get("contacts", ())
        if found.field == "what_happened":
            return found.words in " ".join(self.story.text.split())
        return (found.field, str(found.value)) in self.values()

    def wrong(self, found: Iterable[Found]) -> list[str]:
        """What must not have been written without a question, as `field value`."""
        shut = set(self.table["open"])
        return [f"{one.field} {one}" for one in found if not self.is_right(one) or one.field in shut]


def all_stories() -> list[Expected]:
    """Every story, in the order of the table."""
    table = tomllib.loads((HERE / "stories.toml").read_text(encoding="utf-8"))
    return [
        Expected(name, Story.told((STORIES / f"{name}.txt").read_text(encoding="utf-8")), one)
        for name, one in table.items()
    ]


def driven(talk: Extracting, *replies: str | None) -> tuple[Extraction, list[Wanted]]:
    """What comes of an extraction that is given these replies in turn; None is a model that fails."""
    asked = [next(talk)]
    for reply in replies:
        try:
            asked.append(talk.send(Failed("no model") if reply is None else Replied(reply)))
        except StopIteration as done:
            extraction: Extraction = done.value
            return extraction, asked
    raise AssertionError("it asks for more replies than were given")


def shares(read: Iterable[tuple[Expected, Extraction]]) -> Counter[str]:
    """How many of the values that stories tell were written right, suggested right, left unknown; and what is wrong."""
    counted: Counter[str] = Counter()
    for expected, extraction in read:
        written = {(one.field, str(one.value)) for one in extraction.certain}
        hinted = {one.field for one in extraction.suggested if expected.is_right(one)}
        right = {one.field for one in extraction.certain if expected.is_right(one)}
        for field, value in expected.values():
            known = (field, value) in written or (field.startswith("order.") and field in right)
            counted["written right" if known else "suggested" if field in hinted else "unknown"] += 1
        counted["told"] += len(expected.values())
        counted["written wrong"] += len(expected.wrong(extraction.certain))
        counted["suggested wrong"] += sum(not expected.is_right(one) for one in extraction.suggested)
    return counted
