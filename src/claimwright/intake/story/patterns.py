"""What code alone reads from a story: numbers, days and sums whose role the words beside them say, and labelled lines.

Decided here: what is read in one way only is certain; what could be two things is suggested. A fact told in words is
never certain to code alone: its signs are a suggestion.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claimwright.case.facts import VALUES
from claimwright.intake.story import signs
from claimwright.intake.story.days import Told, days
from claimwright.intake.story.found import Found, Value
from claimwright.intake.story.numbers import Numbered, numbers
from claimwright.intake.story.prices import Priced, prices
from claimwright.intake.story.roles import role
from claimwright.intake.story.telling import MOST_NAMED, Passage, Story
from claimwright.intake.story.tongue import language_of
from claimwright.reading.characters import visible

_LONGEST_ITEM = 120


@dataclass(frozen=True, slots=True)
class Reading:
    """What patterns find: what is certain, what is suggested, and what a claim of a model is held against."""

    certain: tuple[Found, ...]
    suggested: tuple[Found, ...]
    days: tuple[Told, ...]
    prices: tuple[Priced, ...]
    numbers: tuple[Numbered, ...]


def read(story: Story, today: date) -> Reading:
    """Everything that patterns find in a story told on this day."""
    told = days(story, today, day_first=language_of(story.text) != "en")[:MOST_NAMED]
    sums, named = prices(story), numbers(story)[:MOST_NAMED]
    options: dict[str, dict[Value, tuple[Found, bool]]] = {}
    for value, found, sure in (*_days(story, told), *_sums(story, sums), *_numbers(story, named), *_items(story)):
        known = options.setdefault(found.field, {}).get(value)
        options[found.field][value] = (found, sure or (known is not None and known[1]))
    divided = signs.divided(story)
    certain: list[Found] = []
    suggested: list[Found] = []
    for field, values in options.items():
        alone = len(values) == 1 or (sum(sure for _, sure in values.values()) == 1 and field in _SHAPED)
        for found, sure in values.values():
            good = sure and alone and not (divided and field not in _SHAPED)
            (certain if good else suggested).append(found)
    return Reading(tuple(certain), tuple(suggested), told, sums, named)


_SHAPED = ("order.number", "order.tracking_number")
"""Fields whose values a label tells from others: an unlabelled number beside them is no rival."""

_One = tuple[Value, Found, bool]


def _days(story: Story, told: tuple[Told, ...]) -> Iterator[_One]:
    for day in told:
        field = role(story, day, told)
        for meaning in day.meanings if field else ():
            words = story.clause_at(day.start).text.strip()
            yield meaning, Found(field or "", meaning, words), day.sure == meaning


def _sums(story: Story, sums: tuple[Priced, ...]) -> Iterator[_One]:
    for one in sums:
        for money in (
            one.meanings if (one.price or (len(sums) == 1 and not one.other)) and len(one.meanings) < 3 else ()
        ):
            words = story.clause_at(one.place.start).text.strip()
            yield money, Found("order.paid", money, words), one.price and len(one.meanings) == 1


def _numbers(story: Story, named: tuple[Numbered, ...]) -> Iterator[_One]:
    for one in named:
        sentence = story.sentence_at(one.place.start)
        if signs.to_the_tool(story.line_at(one.place.start).text):
            continue
        sure = one.labelled
        words = sentence.text if len(sentence.text) <= 200 else one.place.text
        yield one.value, Found(one.field, one.value, words.strip()), sure


def _items(story: Story) -> Iterator[_One]:
    for match in re.finditer(rf"(?im)^[ \t*•-]*(?:{signs.label('item')})[ \t]*:[ \t]*(?P<item>\S.*)$", story.text):
        item = visible(match["item"])
        if len(item) <= _LONGEST_ITEM:
            yield (
                item,
                Found("order.item", item, match[0].strip()),
                not signs.doubtful(match[0], language_of(story.text)),
            )


def suggested_facts(story: Story) -> tuple[Found, ...]:
    """The facts that the signs of a story point to; none of them is certain."""
    found = []
    received = signs.said("received", story)
    missing = "yes" not in received and bool(received or signs.said("whereabouts", story))
    for field in ("received", "whereabouts") if missing else ("received", "defects", "whereabouts"):
        for value in VALUES[field]:
            place = _place(field, value, story) if value in signs.said(field, story) else None
            if place := place or (signs.pointing(value, story) if field == "defects" else None):
                found.append(Found(f"facts.{field}", value, place.text.strip()))
    return tuple(found)


def _place(field: str, value: str, story: Story) -> Passage | None:
    said = (one for one in story.clauses if signs.certain(field, value, one, story))
    return next((story.sentence_at(one.start) for one in said), None)
