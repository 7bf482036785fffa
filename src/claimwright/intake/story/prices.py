"""The sums of a story, and which of them the order cost.

Decided here: a sum is the price only if its clause says paid or cost, or names it after "for" beside the purchase, and
says nothing of tax, shipping, refunds or offers.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from claimwright.intake.story import signs
from claimwright.intake.story.telling import MOST_NAMED, Passage, Story
from claimwright.intake.story.tongue import language_of
from claimwright.reading.accents import folded
from claimwright.reading.amounts import amounts, number_in
from claimwright.reading.money import Money

_ROUBLES = re.compile(r"(?<![\w.,])(\d{1,3}(?:[ \u00a0]\d{3}){1,5}|\d+(?:[.,]\d{1,2})?)\s?(?:рубл\w+|руб\b\.?|р\.)")
_FOR = re.compile(r"(?:\bfor|\bpor|\bpour|\bfur|\bза)\s$")


class Priced(NamedTuple):
    """A sum of a story: where, the amounts it can be, and whether its clause calls it the price, or something else."""

    place: Passage
    meanings: frozenset[Money]
    price: bool
    other: bool


def prices(story: Story) -> tuple[Priced, ...]:
    """Every sum that the story names, in order."""
    found = [(one.start, one.end, one.text, one.amount, one.currencies) for one in amounts(story.text)]
    for match in _ROUBLES.finditer(story.text):
        if not any(start < match.end() and match.start() < end for start, end, *_ in found):
            found.append((*match.span(), match[0], number_in(match[1]), frozenset({"RUB"})))
    named = []
    for start, end, text, amount, currencies in sorted(found, key=lambda one: one[:2]):
        meanings = frozenset(money for code in currencies if amount and (money := _money(amount, code)))
        if meanings:
            named.append((Passage(start, end, text), meanings))
    named = named[:MOST_NAMED]
    places = [place for place, _ in named]
    return tuple(
        Priced(place, meanings, _price(story, place, places), _other(story, place)) for place, meanings in named
    )


def _money(amount: Decimal, currency: str) -> Money | None:
    """The sum in this currency; None if it has more decimals than that, or more digits than any price."""
    try:
        return Money.parse(f"{amount:f}", currency)
    except ValueError:
        return None


def _other(story: Story, place: Passage) -> bool:
    clause = story.clause_at(place.start).text
    return signs.says("price", "other", clause, language_of(story.text)) or signs.to_the_tool(
        story.line_at(place.start).text
    )


def _price(story: Story, place: Passage, all_places: list[Passage]) -> bool:
    clause, sentence = story.clause_at(place.start), story.sentence_at(place.start)
    language = language_of(story.text)
    alone = sum(clause.start <= one.start < clause.end for one in all_places) == 1
    if not alone or _other(story, place) or signs.doubtful(sentence.text, language):
        return False
    before = folded(story.text[clause.start : place.start])
    bought = signs.says("roles", "ordered_on", clause.text, language) and _FOR.search(before)
    return bool(bought) or signs.says("price", "paid", clause.text, language)
