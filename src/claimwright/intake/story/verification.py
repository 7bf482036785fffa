"""What of a reply is believed: words that stand in the story, a value that they bear, and for certain only what code
reads in them too.

Decided here: a claim whose words are not in the story, or whose value cannot be read in them, is dropped. What is left
is certain only if the patterns or the signs say the same and nothing else in the story says otherwise; else the buyer
is asked. Whether the buyer is honest is never taken from a story.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from claimwright.case.facts import FIELDS, VALUES
from claimwright.case.fields import NUMBER
from claimwright.intake.story import signs
from claimwright.intake.story.found import Claim, Dropped, Found, Value
from claimwright.intake.story.patterns import Reading
from claimwright.intake.story.reply import quotations
from claimwright.intake.story.telling import Passage, Story
from claimwright.reading.characters import visible
from claimwright.reading.identifiers import plain_number
from claimwright.reading.money import Money

WROTE = {"buyer_wrote": "buyer", "seller_wrote": "seller"}
HAPPENED = "happened"
DAYS = ("order.ordered_on", "order.promised_by", "order.received_on", "order.protection_ends_on")
NUMBERS = ("order.number", "order.tracking_number")
TEXTS = ("order.item", "order.store")
KNOWN = (*FIELDS, *NUMBERS, *TEXTS, "order.paid", *DAYS, *WROTE, HAPPENED)
"""The fields that a reply may fill."""

_MOST_WORDS = 600


class _Refused(ValueError):
    """Why a claim is dropped."""


@dataclass(frozen=True, slots=True)
class _Borne:
    found: Found
    places: tuple[Passage, ...]


def verified(
    claims: Sequence[Claim], story: Story, reading: Reading
) -> tuple[list[Found], list[Found], tuple[Dropped, ...]]:
    """What is certain, what is to be confirmed, and what is dropped, of a reply and of what patterns read."""
    borne: dict[tuple[str, Value, str], _Borne] = {}
    dropped = []
    for claim in claims:
        try:
            one = _borne(claim, story, reading)
        except _Refused as reason:
            dropped.append(Dropped(claim, str(reason)))
        else:
            known = borne.setdefault((one.found.field, one.found.value, one.found.words), one)
            borne[one.found.field, one.found.value, one.found.words] = known
    facts = [one for one in borne.values() if one.found.field.startswith("facts.")]
    certain = _certain_facts(facts, story)
    certain += _certain_order([one.found for one in borne.values()], reading)
    sure = {(one.field, one.value) for one in certain}
    others = [*(one.found for one in borne.values()), *reading.certain, *reading.suggested]
    suggested = [one for one in dict.fromkeys(others) if (one.field, one.value) not in sure]
    return certain, _once(suggested), tuple(dropped)


def _once(found: Iterable[Found]) -> list[Found]:
    """Each value of a field once, with the first words; messages and statements differ by their words."""
    kept: dict[tuple[str, ...], Found] = {}
    for one in found:
        told = (one.words,) if one.field in ("contacts", "what_happened") else ()
        kept.setdefault((one.field, str(one.value), one.sender, *told), one)
    return list(kept.values())


def _borne(claim: Claim, story: Story, reading: Reading) -> _Borne:
    if claim.field not in KNOWN:
        raise _Refused("there is no such field")
    if claim.field == "intent" and claim.value == "genuine":
        raise _Refused("whether the complaint is honest is asked of you, and never read from a story")
    for words in quotations(claim.words):
        places = story.places(words) if len(words) <= _MOST_WORDS else ()
        if places:
            return _Borne(_value(claim, places, story, reading), places)
    raise _Refused("these words do not stand in the story")


def _value(claim: Claim, places: tuple[Passage, ...], story: Story, reading: Reading) -> Found:
    field, text, words = claim.field, claim.value, visible(places[0].text)
    if any(signs.to_the_tool(story.line_at(one.start).text) for one in places):
        raise _Refused("the words look like an order to whoever reads the story, and tell nothing")
    if field in VALUES:
        if text not in VALUES[field]:
            raise _Refused("the fact has no such value")
        return Found(f"facts.{field}", text, words)
    if field == HAPPENED:
        return Found("what_happened", words, words)
    if field in TEXTS:
        if not Story.told(words).places(text):
            raise _Refused("the value does not stand in these words")
        return Found(field, visible(text), words)
    if field in NUMBERS:
        number = plain_number(text)
        inside = [one for one in reading.numbers if _inside(one.place, places) and one.value == number]
        if not inside or re.fullmatch(NUMBER, number) is None:
            raise _Refused("the number does not stand in these words")
        return Found(field, number, words)
    if field == "order.paid":
        return Found(field, _sum(text, places, reading), words)
    day = _day(text, places, reading)
    if field in WROTE:
        return Found("contacts", day, words, WROTE[field])
    return Found(field, day, words)


def _sum(text: str, places: tuple[Passage, ...], reading: Reading) -> Money:
    with suppress(ValueError):
        amount, currency = text.split()
        money = Money.parse(amount, currency)
        if any(_inside(one.place, places) and money in one.meanings for one in reading.prices):
            return money
    raise _Refused("the sum cannot be read in these words")


def _day(text: str, places: tuple[Passage, ...], reading: Reading) -> date:
    with suppress(ValueError):
        day = date.fromisoformat(text)
        if any(_inside(Passage(one.start, one.end, ""), places) and day in one.meanings for one in reading.days):
            return day
    raise _Refused("the day cannot be read in these words")


def _inside(one: Passage, places: tuple[Passage, ...]) -> bool:
    return any(place.start <= one.start and one.end <= place.end for place in places)


def _certain_order(claimed: Sequence[Found], reading: Reading) -> list[Found]:
    """What patterns are certain of and the reply does not dispute."""
    return [
        one for one in reading.certain if all(other.value == one.value for other in claimed if other.field == one.field)
    ]


def _certain_facts(facts: Sequence[_Borne], story: Story) -> list[Found]:
    if signs.divided(story):
        return []
    kept: list[Found] = []
    by_field = sorted(facts, key=lambda one: one.found.field)
    for path, group in groupby(by_field, key=lambda one: one.found.field):
        field, some = path.removeprefix("facts."), list(group)
        values = {str(one.found.value) for one in some}
        supported = all(_supported(field, one, story) for one in some)
        rivals = signs.said(field, story) - values
        if field != "intent" and supported and not rivals and (field == "defects" or len(values) == 1):
            kept += {one.found.value: one.found for one in some}.values()
    told_arrived = any(one.found.field == "facts.received" and one.found.value == "yes" for one in facts)
    return _consistent(kept, story, told_arrived=told_arrived)


def _supported(field: str, one: _Borne, story: Story) -> bool:
    return all(signs.certain(field, str(one.found.value), place, story) for place in one.places)


_ONLY_ARRIVED = frozenset({"facts.defects"})
_ONLY_MISSING = frozenset({"facts.whereabouts", "facts.seller", "facts.customs_response", "facts.return_cause"})


_ELSEWHERE = ("moving", "stalled", "returned", "customs")
"""Where a parcel cannot be while the buyer has it; that it is shown as delivered or has no tracking says less."""


def _consistent(kept: Sequence[Found], story: Story, *, told_arrived: bool) -> list[Found]:
    """The facts without those that another part of the story speaks against; a parcel elsewhere has not arrived."""
    received = signs.said("received", story) | ({"yes"} if told_arrived else set())
    where = next((one for one in kept if one.field == "facts.whereabouts"), None)
    if where and where.value in _ELSEWHERE and all(one.field != "facts.received" for one in kept):
        kept = [*kept, Found("facts.received", "no", where.words)] if "yes" not in received else kept
    missing = any(one.field == "facts.received" and one.value == "no" for one in kept)
    against: set[str] = set()
    if "no" in received or signs.said("whereabouts", story):
        against |= _ONLY_ARRIVED
    if "yes" in received:
        against |= _ONLY_MISSING
    elif not missing:
        against.add("facts.whereabouts")
    if "customs" not in signs.said("whereabouts", story):
        against.add("facts.customs_response")
    if signs.said("defects", story) and missing:
        against.add("facts.received")
    return [one for one in kept if one.field not in against]
