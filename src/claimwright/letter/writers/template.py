"""Writes the body from the templates: no model, no network, the same words for the same case.

templates/messages/<purpose>/<situation>.j2 has two blocks. `problem` states the situation. `reason` (in a statement)
completes "because …"; `request` (in a message to the seller) says what the seller is asked to do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claimwright.errors import CannotReadWrite
from claimwright.guide.rule import Purpose, Remedy
from claimwright.letter.body import Clause, clause, sentences
from claimwright.letter.brief import Brief
from claimwright.letter.draft import Sentence
from claimwright.letter.statements import silent
from claimwright.reading.amounts import written as amount
from claimwright.reading.characters import visible
from claimwright.reading.dates import written as day
from claimwright.resources import Resources


@dataclass(frozen=True, slots=True)
class Written:
    """What the templates say on a case: the problem, why the request fits it, what the seller is asked."""

    problem: tuple[Sentence, ...]
    reasons: tuple[Clause, ...]
    asks: tuple[Sentence, ...]


def write(brief: Brief, resources: Resources) -> Written:
    """The words of the situations of a brief. Raises CannotReadWrite if a template is missing or breaks the grammar."""
    context = _Context(brief).names
    problem: list[Sentence] = []
    reasons: list[Clause] = []
    asks: list[Sentence] = []
    for situation in brief.situations:
        name = f"templates/messages/{brief.purpose}/{situation}.j2"
        problem += _grounded(name, sentences(resources.block(name, "problem", context)))
        if brief.purpose is Purpose.STATEMENT:
            reasons.append(clause(resources.block(name, "reason", context)))
        else:
            asks += _grounded(name, sentences(resources.block(name, "request", context)))
    return Written(tuple(problem), tuple(reasons), tuple(asks))


def _grounded(name: str, found: Sequence[Sentence]) -> Sequence[Sentence]:
    for one in found:
        if not one.rests_on:
            raise CannotReadWrite(f'{name}: "{one.text}" does not say what it rests on; end it with ids(…).')
    return found


class _Context:
    """The flat names that a template may use."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief

    def ids(self, *topics: str) -> str:
        """The bracket for these topics; a topic may be the beginning of several, as in 'facts.seller'."""
        found = [
            one.id
            for one in self.brief.statements
            if any(one.topic == topic or one.topic.startswith((f"{topic}.", f"{topic}[")) for topic in topics)
        ]
        return f" [{', '.join(found)}]" if found else ""

    @cached_property
    def names(self) -> dict[str, object]:
        """Every name, whatever the case holds: what is absent is empty or false."""
        brief = self.brief
        order, facts = brief.case.order, brief.case.facts
        is_ = facts.only
        last_day = order.protection_ends_on if brief.ids("order.protection_ends_on") else None
        return {
            "ids": self.ids,
            "partial": brief.ask is not None and brief.ask.remedy is Remedy.PARTIAL,
            "amount": amount(brief.ask.amount) if brief.ask else "",
            "item": visible(order.item or ""),
            "store": visible(order.store or ""),
            "tracking_number": visible(order.tracking_number or ""),
            "tracking": f" (tracking number {visible(order.tracking_number)})" if order.tracking_number else "",
            "last_day": day(last_day) if last_day else "",
            "recorded": bool(brief.case.contacts),
            "silent": silent(brief.case),
            "answered": any(one.sender == "seller" for one in brief.case.contacts) and is_("seller", "no_solution"),
            "ignored": is_("seller", "ignored"),
            "no_solution": is_("seller", "no_solution"),
            "waiting": is_("seller", "waiting"),
            "ending": is_("protection", "ending"),
            "refused": is_("protection", "refused"),
            "extended": is_("protection", "extended"),
            "expired": is_("protection", "expired"),
            "missed": is_("return_cause", "missed"),
            "not_collected": is_("return_cause", "not_collected"),
            "turned_away": is_("return_cause", "refused"),
            "tax_paid": is_("customs_response", "paid"),
            "tax_undecided": is_("customs_response", "undecided"),
            "other_person": is_("delivered_cause", "other_person"),
            "courier": is_("delivered_cause", "courier"),
            "auto_confirmed": is_("delivered_cause", "auto_confirmed"),
        }
