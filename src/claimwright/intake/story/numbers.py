"""The order and tracking numbers of a story, found by the word that stands before them.

Decided here: a number is the order's if the nearest such word before it says so; two different ones are none for
certain; a tracking number has a carrier's shape or is called one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimwright.intake.story import signs
from claimwright.intake.story.telling import Passage, Story
from claimwright.reading.accents import folded
from claimwright.reading.identifiers import Sort, identifiers, is_card, plain_number

ORDER, TRACKING = "order.number", "order.tracking_number"

_RUN = re.compile(r"(?<![\w-])(?:\d{12,20}|\d{4}(?:[ -]\d{4}){2,4})(?![\w-])")
_BEFORE = 60


class Numbered(NamedTuple):
    """A number of a story: where, its value without blanks, and what the words before it call it, if they do."""

    place: Passage
    value: str
    field: str
    labelled: bool


def numbers(story: Story) -> tuple[Numbered, ...]:
    """Every order and tracking number, in order; what no word names is told by its shape alone."""
    found = [*_carriers(story)]
    taken = [(one.place.start, one.place.end) for one in found]
    for match in _RUN.finditer(story.text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        called = _called(story.text, match.start())
        value = plain_number(match[0])
        if called or (15 <= len(value) <= 17 and not is_card(value)):
            found.append(Numbered(Passage(*match.span(), match[0]), value, called or ORDER, bool(called)))
    return tuple(sorted(found, key=lambda one: one.place.start))


def _carriers(story: Story) -> Iterator[Numbered]:
    for one in identifiers(story.text):
        if one.sort is Sort.TRACKING and not one.value.isdigit():
            called = _called(story.text, one.start)
            place = Passage(one.start, one.end, one.text)
            yield Numbered(place, one.value, TRACKING, called == TRACKING)


def _called(text: str, start: int) -> str:
    """What the nearest word before a place calls what follows: one of the two fields, or nothing."""
    before = folded(text[max(0, start - _BEFORE) : start]).rpartition("\n")[2]
    best, field = -1, ""
    for name, path in (("tracking_number", TRACKING), ("order_number", ORDER)):
        for match in re.finditer(rf"(?<!\w)(?:{signs.label(name)})(?!\w)(?=\W*(?:\w+\W+){{0,3}}$)", before):
            if match.start() > best and "card" not in before:
                best, field = match.start(), path
    return field
