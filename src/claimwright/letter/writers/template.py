"""Writes the body from the templates: no model, no network, the same words for the same case.

templates/messages/<purpose>/<situation>.j2 has two blocks. `problem` states the situation. `reason` (in a statement)
completes "because …"; `request` (in a message to the seller) says what the seller is asked to do.
templates/stages/<stage>.j2 has the block `answer`: what a message after the first says to an offer or a demand.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from claimwright.errors import CannotReadWrite
from claimwright.guide.rule import Purpose, Remedy, Stage
from claimwright.letter import frame
from claimwright.letter.body import Clause, clause, sentences
from claimwright.letter.brief import ASK, Brief
from claimwright.letter.contact_told import to_you
from claimwright.letter.draft import Part, Sentence
from claimwright.letter.framed import PAID_BESIDE
from claimwright.letter.stage import asked_by_seller, offer_of
from claimwright.letter.statements import silent
from claimwright.marketplace import marketplace_of
from claimwright.reading.amounts import written as amount
from claimwright.reading.characters import visible
from claimwright.reading.dates import written as day
from claimwright.resources import Resources


@dataclass(frozen=True, slots=True)
class Written:
    """What the templates say on a case: the problem, why the request fits it, what the seller is asked.

    `answer` is what a message after the first says before its request, or in the place of one.
    """

    problem: tuple[Sentence, ...]
    reasons: tuple[Clause, ...]
    asks: tuple[Sentence, ...]
    answer: tuple[Sentence, ...] = ()


def write(brief: Brief, resources: Resources) -> Written:
    """The words of the situations of a brief. Raises CannotReadWrite if a template is missing or breaks the grammar."""
    context = _Context(brief).names
    if brief.stage is not Stage.FIRST:
        return _answering(brief, resources, context)
    problem: list[Sentence] = []
    reasons: list[Clause] = []
    asks: list[Sentence] = []
    abroad = frame.abroad(brief.wording) if brief.wording else None
    for situation in brief.situations:
        name = f"templates/messages/{brief.purpose}/{situation}.j2"
        if abroad is None:  # the problem itself is put into another language by nobody but a model
            problem += _grounded(name, sentences(resources.block(name, "problem", context)))
        if brief.purpose is Purpose.STATEMENT:
            why = clause(resources.block(name, "reason", context))
            reasons.append(abroad.reason(situation, why, context) if abroad else why)
        else:
            asked = _grounded(name, sentences(resources.block(name, "request", context)))
            asks += abroad.asks(brief, situation, asked, context) if abroad else asked
    return Written(tuple(problem), tuple(reasons), tuple(asks))


def _answering(brief: Brief, resources: Resources, context: dict[str, object]) -> Written:
    """The words of a message after the first: the problem of the first one, said to whom this one speaks."""
    abroad = frame.abroad(brief.wording) if brief.wording else None
    problem: list[Sentence] = []
    reasons: list[Clause] = []
    in_dispute = brief.purpose is Purpose.STATEMENT
    for situation in brief.situations if brief.stage is not Stage.ACCEPT else ():
        name = f"templates/messages/{brief.told_in or brief.purpose}/{situation}.j2"
        if abroad is None:
            said = _grounded(name, sentences(resources.block(name, "problem", context)))
            problem += said if in_dispute else [replace(one, text=_to_you(one.text)) for one in said]
        if in_dispute and brief.ask is not None:
            why = clause(resources.block(name, "reason", context))
            reasons.append(abroad.reason(situation, why, context) if abroad else why)
    if abroad is not None:  # the request says it, and there are no words for more
        return Written(tuple(problem), tuple(reasons), ())
    name = f"templates/stages/{brief.stage}.j2"
    last_day = str(context["last_day"])
    context["told"] = bool(last_day) and any(last_day in one.text for one in problem)
    said = _grounded(name, sentences(resources.block(name, "answer", context)))
    return Written(tuple(problem), tuple(reasons), (), tuple(replace(one, part=Part.REQUEST) for one in said))


def _to_you(text: str) -> str:
    return to_you(text).replace("The seller sent", "You sent")


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
        """The bracket for these topics; a topic may be the beginning of several, as in 'facts.seller', or 'ask'."""
        found = [
            one.id
            for one in self.brief.statements
            if any(one.topic == topic or one.topic.startswith((f"{topic}.", f"{topic}[")) for topic in topics)
        ]
        found += [ASK] if "ask" in topics and self.brief.ask else []
        return f" [{', '.join(found)}]" if found else ""

    def _of_dispute(self) -> dict[str, object]:
        """The names that only messages after the first use."""
        case, ask = self.brief.case, self.brief.ask
        offer, paid = offer_of(case), case.order.paid
        last = asked_by_seller(case)
        theirs = next((f"contacts[{i}]" for i, one in enumerate(case.contacts) if one is last), "contacts")
        beside = not PAID_BESIDE.isdisjoint(self.brief.situations)
        return {
            "full": ask is not None and ask.remedy is Remedy.FULL,
            "received": case.facts.only("received", "yes"),
            "open": case.dispute is not None and case.dispute.opened_on is not None,
            "proposed": bool(self.brief.ids("dispute.proposal")),
            "offered": amount(offer) if offer else "",
            "compared": bool(offer and paid and offer.amount < paid.amount and not beside),
            "paid": amount(paid) if paid else "",
            "theirs": theirs,
        }

    @cached_property
    def names(self) -> dict[str, object]:
        """Every name, whatever the case holds: what is absent is empty or false."""
        brief = self.brief
        order, facts = brief.case.order, brief.case.facts
        is_, to_seller = facts.only, brief.purpose is not Purpose.STATEMENT
        last_day = order.protection_ends_on if brief.ids("order.protection_ends_on") else None
        return {
            "ids": self.ids,
            "partial": brief.ask is not None and brief.ask.remedy is Remedy.PARTIAL,
            "amount": amount(brief.ask.amount) if brief.ask else "",
            "item": visible(order.item or ""),
            "marketplace": marketplace_of(brief.case.guide).name,
            "store": visible(order.store or ""),
            "tracking_number": visible(order.tracking_number or ""),
            "tracking": f" (tracking number {visible(order.tracking_number)})" if order.tracking_number else "",
            "last_day": day(last_day) if last_day else "",
            "recorded": bool(brief.case.contacts) or brief.stage is not Stage.FIRST,
            "silent": silent(brief.case) and not frame.answered_there(brief),
            "answered": any(one.sender == "seller" for one in brief.case.contacts) and is_("seller", "no_solution"),
            "ignored": is_("seller", "ignored"),
            "no_solution": is_("seller", "no_solution"),
            "waiting": is_("seller", "waiting"),
            "ending": is_("protection", "ending"),
            "refused": is_("protection", "refused") and not (to_seller and brief.stage is not Stage.FIRST),
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
            **(self._of_dispute() if brief.stage is not Stage.FIRST else {}),
        }
