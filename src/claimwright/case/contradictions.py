"""Which statements of a case cannot all be true: they stop a draft until the buyer has settled them.

A fact contradicts something only if every value that it may still have does. A dispute that was opened before the
item arrived is none: it can have been opened because the item had not come.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claimwright.case.casefile import Case
from claimwright.case.evidence import Dispute

_STILL_PROTECTED = frozenset({"running", "ending", "refused", "extended"})
_NO = frozenset({"no"})
_NOT_CONTACTED = frozenset({"not_contacted"})
_IGNORED = frozenset({"ignored"})
_EXPIRED = frozenset({"expired"})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The fields that do not go together, and one plain sentence that names both and says what to do."""

    fields: tuple[str, ...]
    text: str


def contradictions(case: Case, today: date) -> tuple[Contradiction, ...]:
    """Every contradiction in a case, seen from its `as_of` day or, where it has none, from today."""
    return tuple(_all(case, today if case.as_of is None else case.as_of))


def out_of_date(case: Case, today: date) -> bool:
    """Whether the protection has ended since the day on which the facts were true, so that the case is out of date."""
    last_day = case.order.protection_ends_on
    return case.as_of is not None and last_day is not None and case.as_of <= last_day < today


def _all(case: Case, now: date) -> Iterator[Contradiction]:
    order, facts = case.order, case.facts
    ordered, arrived = order.ordered_on, order.received_on
    if ordered is not None and ordered > now:
        yield _in_future("order.ordered_on", "the order", ordered, now)
    if arrived is not None:
        if facts.received == _NO:
            text = f"The item is said not to have been received, yet received_on is {arrived}; correct one of the two."
            yield Contradiction(("facts.received", "order.received_on"), text)
        if ordered is not None and arrived < ordered:
            text = f"The item was received on {arrived}, before it was ordered on {ordered}; correct one of the dates."
            yield Contradiction(("order.received_on", "order.ordered_on"), text)
        if arrived > now:
            yield _in_future("order.received_on", "the receipt", arrived, now)
    if case.contacts:
        yield from _of_contacts(case, now)
    if case.dispute is not None:
        yield from _of_dispute(case.dispute, ordered, now)
    for place, item in enumerate(case.evidence):
        if item.taken_on is not None and item.taken_on > now:
            yield _in_future(f"evidence[{place}].taken_on", "an item of evidence", item.taken_on, now)
    last_day = order.protection_ends_on
    if last_day is None:
        return
    if last_day < now and facts.protection <= _STILL_PROTECTED:
        text = f"The protection is said not to have expired, yet it ended on {last_day}; correct the fact or the date."
        yield Contradiction(("facts.protection", "order.protection_ends_on"), text)
    elif last_day > now and facts.protection == _EXPIRED:
        text = f"The protection is said to have expired, yet it ends only on {last_day}; correct the fact or the date."
        yield Contradiction(("facts.protection", "order.protection_ends_on"), text)


def _of_contacts(case: Case, now: date) -> Iterator[Contradiction]:
    ordered, seller = case.order.ordered_on, case.facts.seller
    asked = answered = None
    for place, contact in enumerate(case.contacts):
        on = contact.on
        if ordered is not None and on < ordered:
            text = f"A message is dated {on}, before the order of {ordered}; correct one of the dates."
            yield Contradiction((f"contacts[{place}].on", "order.ordered_on"), text)
        if on > now:
            yield _in_future(f"contacts[{place}].on", "a message", on, now)
        if contact.sender == "buyer":
            if asked is None or on >= asked[0]:
                asked = (on, place)
        elif answered is None or on >= answered[0]:
            answered = (on, place)
    if asked is None:
        return
    if seller == _NOT_CONTACTED:
        text = f"The seller is said not to have been contacted, yet you wrote on {asked[0]}; correct one of the two."
        yield Contradiction(("facts.seller", f"contacts[{asked[1]}]"), text)
    # On one and the same day, the order in the file decides.
    elif seller == _IGNORED and answered is not None and answered > asked:
        text = f"The seller is said to have ignored you, yet answered on {answered[0]}; correct one of the two."
        yield Contradiction(("facts.seller", f"contacts[{answered[1]}]"), text)


def _of_dispute(dispute: Dispute, ordered: date | None, now: date) -> Iterator[Contradiction]:
    proposed = None if dispute.proposal is None else dispute.proposal.on
    steps = (
        ("dispute.opened_on", "the opening of the dispute", "The dispute was opened", dispute.opened_on),
        ("dispute.proposal.on", "the seller's proposal", "The seller's proposal was made", proposed),
        ("dispute.refused_on", "the seller's refusal", "The seller's refusal was given", dispute.refused_on),
    )
    for field, what, happened, on in steps:
        if on is None:
            continue
        if on > now:
            yield _in_future(field, what, on, now)
        if dispute.opened_on is not None and on < dispute.opened_on:
            text = (
                f"{happened} on {on}, before the dispute was opened on {dispute.opened_on}; correct one of the dates."
            )
            yield Contradiction((field, "dispute.opened_on"), text)
        elif ordered is not None and on < ordered:
            text = f"{happened} on {on}, before the order of {ordered}; correct one of the dates."
            yield Contradiction((field, "order.ordered_on"), text)


def _in_future(field: str, what: str, on: date, now: date) -> Contradiction:
    text = f"The date of {what} is {on}, after {now}, the day of which the case tells; correct the date or as_of."
    return Contradiction((field, "as_of"), text)
