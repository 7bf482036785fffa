"""Interviews for tests: begun, answered in a buyer's words, or answered as a complete case would."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from tests.guide.whole_space import the_guide

from claimwright.case.facts import Facts
from claimwright.guide.guide import words_of
from claimwright.intake.interview import Interview, Start, begin
from claimwright.intake.menu import Menu, menu_of
from claimwright.intake.plan import PRIOR
from claimwright.intake.question import Question, Reading, Unclear, Understood, Value
from claimwright.intake.wording import Wording
from claimwright.resources import Resources

TODAY = date(2026, 11, 22)

COLOUR = ("1", "1", "1")
"""The answers that decide: another colour, honest, time left."""

HOODIE = (
    *COLOUR,
    "cotton hoodie, size M, navy",
    "8190 0000 0000 0001",
    "23,40 €",
    "2 October 2026",
    "28 October 2026",
    "2026-11-30",
    "1",
    "The listing shows navy. The hoodie that arrived is bright green.",
    "",
    "1",
    "29 October 2026",
    "I asked for a refund because the colour is wrong.",
    "2",
    "31 October 2026",
    "Offered a 2 EUR coupon.",
    "3",
    "1",
    "the green hoodie next to the parcel label",
    "hoodie.jpg",
    "11",
    "Ana Ruiz",
)
"""Every answer of a whole interview, an empty one where the buyer presses Enter."""


@cache
def wording() -> Wording:
    resources = Resources()
    return Wording(resources, words_of(resources))


def the_menu() -> Menu:
    return menu_of(the_guide())


def begun(start: Start | None = None) -> Interview:
    """An interview before its first question."""
    return begin(the_guide(), the_menu(), wording(), TODAY, start)


def told(*answers: str, interview: Interview | None = None) -> Interview:
    """The interview after these answers; `d` and an empty one give nothing away."""
    here = interview or begun()
    for said in answers:
        assert here.question is not None, said
        if said in {"", "d"}:
            here = here.answered(None)
            continue
        found = here.read(said)
        assert isinstance(found, Understood), (said, found)
        here = here.answered(found.value)
    return here


def said_back(interview: Interview, said: str) -> bool:
    """Whether an answer is said back, and Enter is pressed to agree."""
    found = interview.read(said) if said not in {"", "d"} else None
    return isinstance(found, Understood) and bool(found.echo)


def outcome(found: Reading) -> Any:
    """What a reading comes to, in a line."""
    if isinstance(found, Understood):
        return found.value
    if isinstance(found, Unclear):
        return [one.label for one in found.options]
    return found.text


def asks(interview: Interview) -> str:
    """The path of the next question; nothing at the end."""
    question = interview.question
    return question.id if question else ""


def shares(question: Question) -> Iterator[tuple[Value, float]]:
    """Every answer that can be chosen, and how often it is expected."""
    prior = PRIOR.get(question.id.removeprefix("facts."), {})
    options = [one.value for one in question.options]
    weights = [prior.get(value, 1.0) for value in options]
    for value, weight in zip(options, weights, strict=True):
        yield [value] if question.id in {"menu", "facts.defects"} else value, weight / sum(weights)


def as_true(question: Question, facts: Facts, menu: Menu) -> Value:
    """The answer that is true in a complete case; of several entries that are, the fewest that say all."""
    if question.id == "menu":
        offered = {one.value for one in question.options}
        true = [one for one in menu.entries if one.id in offered and _is_true(one.facts, facts)]
        if facts.only("received", "yes") and facts.defects is not None:
            first = {one.facts["defects"]: one.id for one in reversed(true)}
            return [first[frozenset({defect})] for defect in sorted(facts.defects)] or [first[frozenset()]]
        return [max(true, key=lambda one: len(one.facts)).id] if true else None
    field = question.id.removeprefix("facts.")
    if field == "defects":
        return sorted(facts.defects or ()) or ["none"]
    return next(iter(facts.possible(field))) if facts.known(field) else None


def _is_true(setting: object, facts: Facts) -> bool:
    assert hasattr(setting, "items")
    for field, value in setting.items():
        if field == "defects":
            if facts.defects is None or not (value <= facts.defects if value else value == facts.defects):
                return False
        elif not facts.only(field, value):
            return False
    return True
