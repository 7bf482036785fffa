"""Answers that cannot all be true: in a buyer's words, which one is asked for again, and which lines change it."""

from collections.abc import Iterable, Sequence
from datetime import date

from claimwright.case.casefile import Case
from claimwright.case.contradictions import Contradiction, contradictions
from claimwright.intake.interview import Interview
from claimwright.intake.readback import Line
from claimwright.reading.dates import written
from claimwright.reading.later import later

_DAY = later(r"\b\d{4}-\d\d-\d\d\b")


def plainly(found: Contradiction) -> str:
    """What does not go together, its days written as a buyer reads them elsewhere."""
    return _DAY.sub(lambda day: written(date.fromisoformat(day[0])), found.text)


def made(before: Case, after: Case, today: date) -> tuple[Contradiction, ...]:
    """The contradictions that an answer has made."""
    held = {one.text for one in contradictions(before, today)}
    return tuple(one for one in contradictions(after, today) if one.text not in held)


def day_again(id: str, found: Iterable[Contradiction]) -> str:
    """The question for the day that was just typed, if it is what does not fit; else nothing."""
    fields = {field for one in found for field in one.fields}
    item, bracket, _ = id.partition("].")
    if bracket and item.startswith("contacts["):
        # A message counts once it is whole, so its day is found wrong only at its words.
        return f"{item}].on" if any(one.startswith("contacts[") and one.endswith("].on") for one in fields) else ""
    return id if id in fields and id.endswith(("_on", "_by")) else ""


def numbers(found: Iterable[Contradiction], lines: Sequence[Line], interview: Interview) -> tuple[int, ...]:
    """The numbers of the lines of the read-back by which the contradictions can be put right; all if none is known."""
    wanted = {_asked(field, interview) for one in found for field in one.fields}
    some = tuple(number for number, line in enumerate(lines, start=1) if wanted & {*line.ids})
    return some or tuple(range(1, len(lines) + 1))


def _asked(field: str, interview: Interview) -> str:
    """The question behind a field of the case: what the menu set is the menu's, and what was left out has no number."""
    if field.startswith("facts."):
        chosen = interview.answers.get("menu")
        name = field.removeprefix("facts.")
        return "menu" if chosen and name in interview.menu.setting(tuple(chosen)) else field
    if not field.startswith("contacts["):
        return field
    place = int(field.removeprefix("contacts[").partition("]")[0])
    ids = [id for id in interview.answers if id.startswith("contacts[") and id.endswith("].text")]
    told = sorted({id.partition("].")[0] for id in ids if _whole(id, interview)}, key=lambda id: int(id[9:]))
    return f"{told[place]}].from" if place < len(told) else field


def _whole(id: str, interview: Interview) -> bool:
    item, answers = id.partition("].")[0], interview.answers
    parts = (answers.get(f"{item}].{part}") for part in ("from", "on", "text"))
    return all(one not in {None, "none"} for one in parts)
