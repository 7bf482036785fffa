"""What a case lets a message say: its facts as sentences, each with its topic, in the order of the brief."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from claimwright.case.casefile import Case
from claimwright.case.evidence import Contact
from claimwright.case.facts import GATES, VALUES
from claimwright.guide.rule import Purpose
from claimwright.letter.contact_told import told
from claimwright.letter.stops import ended
from claimwright.marketplace import DEFAULT_GUIDE, marketplace_of
from claimwright.reading.amounts import written as amount
from claimwright.reading.characters import visible
from claimwright.reading.dates import written as day
from claimwright.reading.later import later

Topic = tuple[str, str]
"""Where a statement comes from, and the statement."""

_UNDERWAY = frozenset({"moving", "no_tracking", "stalled"})
_WITH_SELLER = _UNDERWAY | {"marked_delivered"}
_WHOM = r"(?:there|all|again|dear|seller|friend|sir|madam|team|platform|everyone|or|and|store|support|customer service)"
_GREETING = r"hello|hi|hey|good (?:morning|day|afternoon|evening)|greetings|dear|to whom it may concern"
_COURTESY = later(
    rf"(?:(?:{_GREETING})(?:[\s,]+{_WHOM})*|(?:please )?help(?: me)?(?: please)?|please|thanks?(?: you)?(?: very much)?"
    r"(?: in advance)?|(?:kind |best )?regards)(?:[\s.,!?…]+|$)",
    re.IGNORECASE,
)
_DETAILS = tuple(field for field, (gate, _) in GATES.items() if gate in {"whereabouts", "customs_demand"})


class Words(Protocol):
    """The words for facts."""

    def statement(self, field: str, value: str) -> str:
        """One sentence, in the first person, that states the fact."""


def of_order(case: Case, purpose: Purpose, *, protection: bool = False) -> Iterator[Topic]:
    """What was bought, from whom, when, and by whom; the end of the protection where it bears, or is wanted."""
    order = case.order
    for name, value, sentence in (
        ("order.number", order.number, "The order number is {}"),
        ("order.item", order.item, "What I ordered is this: {}"),
        ("order.store", order.store, "The seller's store is {}"),
    ):
        if value:
            yield name, ended(sentence.format(visible(value)))
    if order.paid:
        yield "order.paid", f"I paid {amount(order.paid)}."
    for name, on, sentence in (
        ("order.ordered_on", order.ordered_on, "I placed the order on {}."),
        ("order.promised_by", order.promised_by, "The delivery was promised by {}."),
        ("order.received_on", order.received_on, "The order arrived on {}."),
    ):
        if on:
            yield name, sentence.format(day(on))
    if order.tracking_number:
        yield "order.tracking_number", f"The tracking number is {visible(order.tracking_number)}."
    bears = purpose is not Purpose.STATEMENT or case.facts.only("whereabouts", *_UNDERWAY)
    if order.protection_ends_on and (protection or (bears and case.facts.only("received", "no"))):
        yield "order.protection_ends_on", f"The purchase protection ends on {day(order.protection_ends_on)}."
    if case.buyer.name:
        yield "buyer.name", ended(f"My name is {visible(case.buyer.name)}")


def of_facts(case: Case, words: Words) -> Iterator[Topic]:
    """The facts that bear on the situation, as far as they are known; a cause that is one of several, as such."""
    facts = case.facts
    if facts.only("received", "yes"):
        yield "facts.received.yes", words.statement("received", "yes")
        defects = facts.defects or frozenset()
        told_of = defects - {"dislike"} or defects
        for defect in (one for one in VALUES["defects"] if one in told_of):
            yield f"facts.defects.{defect}", words.statement("defects", defect)
        fields: tuple[str, ...] = ("seller",) if silent(case) else ()
    else:
        yield "facts.received.no", words.statement("received", "no")
        fields = ("whereabouts", *_DETAILS)
        fields += ("seller",) if facts.only("whereabouts", *_WITH_SELLER) or silent(case) else ()
        telling = facts.only("whereabouts", *_UNDERWAY) and not facts.only("protection", "running")
        fields += ("protection",) if telling else ()
    for field in fields:
        if field != "seller" and not facts.applies(field):
            continue
        values = sorted(facts.possible(field))
        if len(values) == 1:
            yield f"facts.{field}.{values[0]}", words.statement(field, values[0])
        elif field == "return_cause" and "not_buyer" not in values:
            yield f"facts.{field}.{'|'.join(values)}", _either([words.statement(field, value) for value in values])


def of_contacts(case: Case, to_seller: bool) -> Iterator[Topic]:
    """What buyer and seller wrote to each other."""
    for index, contact in enumerate(case.contacts):
        yield f"contacts[{index}]", "".join(told(contact, to_seller))


def of_days(case: Case, today: date) -> Iterator[Topic]:
    """What is computed from the dates: for how long an answer has not come, up to the day for which that is known."""
    then = case.as_of or today
    if silent(case) and (since := (then - in_time_order(case)[-1][1].on).days) > 1:
        yield "days.without_answer", f"My last message to the seller has had no answer for {since} days."


def of_dispute(case: Case, to_seller: bool = False) -> Iterator[Topic]:
    """What has happened in a dispute that is open already."""
    dispute, seller = case.dispute, "you" if to_seller else "the seller"
    if dispute is None:
        return
    if dispute.opened_on:
        yield "dispute.opened_on", f"I opened the dispute on {day(dispute.opened_on)}."
    offer = dispute.proposal
    if offer and (offer.refund or offer.amount):
        kind = {"full": "a full refund", "partial": "a partial refund", "none": "no refund"}.get(
            offer.refund or "", "a refund"
        )
        of = f" of {amount(offer.amount)}" if offer.amount and offer.refund != "none" else ""
        on = f"On {day(offer.on)} {seller}" if offer.on else f"{seller[0].upper()}{seller[1:]}"
        yield "dispute.proposal", f"{on} proposed {kind}{of}."
    if dispute.refused_on:
        yield "dispute.refused_on", f"On {day(dispute.refused_on)} {seller} refused my request."


def in_time_order(case: Case) -> list[tuple[int, Contact]]:
    """The contacts by date, each with its place in the case file."""
    return sorted(enumerate(case.contacts), key=lambda one: one[1].on)


def silent(case: Case) -> bool:
    """Whether silence may be told: the buyer says so, and a dated message of the buyer stands without reply."""
    unanswered = case.facts.only("seller", "ignored", "waiting")
    return unanswered and bool(case.contacts) and in_time_order(case)[-1][1].sender == "buyer"


def _either(sentences: list[str]) -> str:
    rest = [one if one.startswith("I ") else one[0].lower() + one[1:] for one in sentences[1:]]
    return " or ".join(one.rstrip(".") for one in [sentences[0], *rest]) + "."


def says_something(text: str, guide: str = DEFAULT_GUIDE) -> bool:
    """Whether a statement tells anything: more than marks, thanks, or a greeting, be it of the guide's marketplace."""
    rest = visible(text)
    names = marketplace_of(guide).words
    if any(name in rest.lower() for name in names):
        rest = re.sub(rf"\b(?:{'|'.join(map(re.escape, names))})\b", "platform", rest, flags=re.IGNORECASE)
    while found := _COURTESY.match(rest):
        rest = rest[found.end() :]
    return any(map(str.isalnum, rest))


REQUIRED: Mapping[str, str] = {
    "order.number": "What is the order number?",
    "order.item": "What did you order?",
    "order.paid": "How much did you pay, and in which currency?",
    "what_happened": "What happened? Say it in one or two sentences, as you would to a friend.",
}
"""What no message can do without, and how it is asked for."""


def missing(case: Case) -> Iterator[tuple[str, str]]:
    """The questions for what a message needs and the case does not hold."""
    there = {
        "order.number": case.order.number,
        "order.item": case.order.item,
        "order.paid": case.order.paid,
        "what_happened": [text for text in case.what_happened if says_something(text, case.guide)],
    }
    return ((path, question) for path, question in REQUIRED.items() if not there[path])
