"""What code writes round a body, from the facts alone: opening, record of contacts, request, list of proof, closing.

Each function takes what is cut to fit a limit, as names of `fitted.cuts`.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from claimwright.guide.rule import Purpose, Remedy, Stage
from claimwright.letter.body import Clause, cited
from claimwright.letter.brief import Brief
from claimwright.letter.contact_told import described, told
from claimwright.letter.draft import Part, Sentence
from claimwright.letter.framed import MOST_CONTACTS, PAID_BESIDE, Cut, of_dispute, shown_contacts
from claimwright.letter.statements import in_time_order, silent
from claimwright.letter.stops import ended
from claimwright.letter.wording import Wording
from claimwright.reading.amounts import written as amount
from claimwright.reading.characters import visible
from claimwright.reading.dates import dates
from claimwright.reading.dates import written as day

if TYPE_CHECKING:
    from claimwright.letter.frame_abroad import Abroad

COURTESIES = (
    "Hello,",
    "Kind regards,",
    "Thank you for looking into this.",
    "Thank you for your help.",
)
"""The only sentences that may rest on nothing."""

LISTED = "Attached:"

_LATE = frozenset(("in_transit", "in_transit_expired", "no_tracking", "stalled", "customs_held"))
"""Situations of a parcel that is still to come, in which the day that was promised bears."""


def greeting(brief: Brief) -> tuple[Sentence, ...]:
    """How a message to the seller begins; a statement begins with the order."""
    if brief.wording:
        return abroad(brief.wording).greeting(brief)
    return () if brief.purpose is Purpose.STATEMENT else (Sentence(COURTESIES[0], (), Part.OPENING),)


def opening(brief: Brief, cut: Cut) -> tuple[Sentence, ...]:
    """What was bought, when, for how much and, if it has come, when it came."""
    if brief.wording:
        return abroad(brief.wording).opening(brief, cut)
    order, to_seller = brief.case.order, brief.purpose is not Purpose.STATEMENT
    number, item = visible(order.number or ""), visible(order.item or "")
    paid = amount(order.paid) if order.paid else ""
    thing = f"order {number}, {item}" if "(" in item else f"order {number} ({item})"
    topics = ["order.number", "order.item", "order.paid"]
    placed = ""
    if to_seller:
        placed = " with you"
    elif order.store and "store" not in cut:
        placed = f" with {visible(order.store)}"
        topics.append("order.store")
    if order.ordered_on and "ordered_on" not in cut:
        placed += f" on {day(order.ordered_on)}"
        topics.append("order.ordered_on")
    placed = f", placed{placed}" if placed else ""
    text = f"I am writing about my {thing}{placed} for {paid}" if to_seller else f"I paid {paid} for my {thing}{placed}"
    tail, more = _arrival(brief, cut)
    return (Sentence(ended(text + tail), brief.ids(*topics, *more), Part.OPENING),)


def _arrival(brief: Brief, cut: Cut) -> tuple[str, tuple[str, ...]]:
    order = brief.case.order
    if "arrival" in cut:
        return "", ()
    if order.received_on:
        return f"; the parcel arrived on {day(order.received_on)}", ("order.received_on",)
    return "", ()


def promise(brief: Brief, cut: Cut) -> tuple[Sentence, ...]:
    """The past day by which the parcel was promised, unless the buyer's own sentences name that day."""
    on, today = brief.case.order.promised_by, brief.case.as_of
    if not on or (today and today <= on) or brief.wording or "promise" in cut or _LATE.isdisjoint(brief.situations):
        return ()
    own = [one.text for one in brief.statements if one.topic.startswith("what_happened[")]
    if any(span.fits(on) for text in own for span in dates(text)):
        return ()
    return (Sentence(f"The parcel was promised by {day(on)}.", brief.ids("order.promised_by"), Part.BODY),)


def contacts(brief: Brief, cut: Cut, proof: Sequence[str]) -> tuple[Sentence, ...]:
    """What was written to the seller and what came of it, dated, in order; the conversation is cited at the last."""
    if brief.wording:
        return abroad(brief.wording).contacts(brief, cut, proof)
    record = in_time_order(brief.case)
    if "contacts" in cut:
        return ()
    to_seller = brief.purpose is not Purpose.STATEMENT
    shown = shown_contacts(record, cut)
    sentences: list[Sentence] = []
    for index, contact in shown:
        start, end = told(contact, to_seller)
        if proof and (index, contact) == shown[-1]:
            start, end = f"{start} ({', '.join(proof)})", end or "."
        if any(one.text == start + end for one in sentences):
            continue
        rests_on = (*brief.ids(f"contacts[{index}]"), *(proof if (index, contact) == shown[-1] else ()))
        sentences.append(Sentence(start + end, rests_on, Part.CONTACT))
    if silent(brief.case) and not answered_there(brief):
        sentences.append(_silence(brief, record[-1][0]))
    if 1 < len(shown) < len(record) > MOST_CONTACTS:
        every = brief.ids(*(f"contacts[{i}]" for i, _ in record))
        sentences.append(Sentence(f"There were {len(record)} messages in all.", every, Part.CONTACT))
    dispute = [Sentence(one.text, (one.id,), Part.CONTACT) for one in of_dispute(brief)]
    if dispute and not record:
        dispute[-1] = cited(dispute[-1], tuple(proof))
    return (*sentences, *dispute) if brief.stage is Stage.FIRST else by_day(brief, (*sentences, *dispute))


def answered_there(brief: Brief) -> bool:
    """Whether a message after the first tells of an answer that the seller gave in the dispute."""
    return brief.stage is not Stage.FIRST and bool(brief.ids("dispute.proposal", "dispute.refused_on"))


def by_day(brief: Brief, record: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The record by the days it tells of; what has no day of its own stays behind what it follows."""
    days = {f"contacts[{i}]": one.on for i, one in enumerate(brief.case.contacts)}
    if dispute := brief.case.dispute:
        proposed = dispute.proposal.on if dispute.proposal else None
        known = {"opened_on": dispute.opened_on, "proposal": proposed, "refused_on": dispute.refused_on}
        days |= {f"dispute.{name}": on for name, on in known.items() if on}
    groups: list[tuple[date, list[Sentence]]] = []
    for one in record:
        topics = [statement.topic for id in one.rests_on if (statement := brief.statement(id))]
        on = days.get(topics[0]) if topics and one.text.startswith(("On ", "I opened")) else None
        if on or not groups:
            groups.append((on or date.min, [one]))
        else:
            groups[-1][1].append(one)
    return tuple(one for _, group in sorted(groups, key=lambda group: group[0]) for one in group)


def _silence(brief: Brief, last: int) -> Sentence:
    days = brief.ids("days.without_answer")
    statement = brief.statement(days[0]) if days else None
    span = f" for {statement.text.rsplit(' for ', 1)[1]}" if statement else "."
    rests_on = brief.ids(f"contacts[{last}]", "facts.seller.ignored", "facts.seller.waiting", "days.without_answer")
    return Sentence(f"I have had no answer to that message{span}", rests_on, Part.CONTACT)


def request(brief: Brief, reasons: Sequence[Clause]) -> tuple[Sentence, ...]:
    """The decided request, with the clause on why it fits."""
    if brief.wording:
        return abroad(brief.wording).request(brief, reasons)
    if brief.ask is None or brief.case.order.paid is None or not reasons:
        return ()
    kind = "a full refund of" if brief.ask.remedy is Remedy.FULL else "a partial refund of"
    beside = brief.ask.remedy is Remedy.FULL or not PAID_BESIDE.isdisjoint(brief.situations)
    of = "" if beside else f" out of the {amount(brief.case.order.paid)} paid"
    goods = {"keep": " and will keep the item", "return": " against return of the item"}.get(brief.ask.goods or "", "")
    because = _joined([one.text for one in reasons])
    rests_on = dict.fromkeys(
        ("ASK", *(brief.ids("order.paid") if of else ()), *(id for r in reasons for id in r.rests_on))
    )
    text = f"I ask for {kind} {amount(brief.ask.amount)}{of}{goods}, because {because}."
    after = (Sentence(one.text, one.rests_on, Part.REQUEST) for reason in reasons for one in reason.after)
    return (Sentence(text, tuple(rests_on), Part.REQUEST), *after)


def _joined(reasons: Sequence[str]) -> str:
    *rest, last = dict.fromkeys(reasons)
    if len(rest) > 1:
        return f"{'; '.join(rest)}; and {last}"
    return f"{rest[0]}, and because {last}" if rest else last


def further(brief: Brief, written_about: Sequence[str], rest: Sequence[str]) -> tuple[Sentence, ...]:
    """Where proof is cited that stands beside no other sentence: messages whose record was cut, and the rest."""
    if brief.wording:
        return abroad(brief.wording).further(brief, written_about, rest)
    seller = "you" if brief.purpose is not Purpose.STATEMENT else "the seller"
    ours = brief.ids(*(f"contacts[{i}]" for i, one in enumerate(brief.case.contacts) if one.sender == "buyer"))
    found = []
    if written_about:
        found.append(cited(Sentence(f"I have also written to {seller}.", ours, Part.PROOF), tuple(written_about)))
    if rest:
        found.append(cited(Sentence("Further proof is attached.", (), Part.PROOF), tuple(rest)))
    return tuple(found)


def attachments(brief: Brief, cut: Cut) -> tuple[Sentence, ...]:
    """The numbered list of proof, in the order of upload."""
    if brief.wording:
        return abroad(brief.wording).attachments(brief, cut)
    items = tuple(
        Sentence(f"E{i}: {described(item, with_date='taken_on' not in cut)}", (f"E{i}",), Part.ATTACHMENT)
        for i, item in enumerate(brief.case.evidence, 1)
    )
    every = tuple(id for one in items for id in one.rests_on)
    return (Sentence(LISTED, every, Part.ATTACHMENT), *items) if items else ()


def closing(brief: Brief, cut: Cut) -> tuple[Sentence, ...]:
    """A courtesy, and the buyer's name if the case has one."""
    if brief.wording:
        return abroad(brief.wording).closing(brief, cut)
    name = brief.case.buyer.name
    thanks = COURTESIES[2] if brief.purpose is Purpose.STATEMENT else COURTESIES[3]
    signed = (Sentence(visible(name), brief.ids("buyer.name"), Part.CLOSING),) if name and "name" not in cut else ()
    courtesy = (Sentence(COURTESIES[1] if signed else thanks, (), Part.CLOSING),) if "courtesy" not in cut else ()
    return (*courtesy, *signed)


def with_proof(sentences: Sequence[Sentence], proof: Sequence[Sequence[str]]) -> tuple[Sentence, ...]:
    """The sentences with the proof of each cited in it."""
    return tuple(cited(one, tuple(ids)) if ids else one for one, ids in zip(sentences, proof, strict=True))


def abroad(wording: Wording) -> "Abroad":
    """The frame in another language, loaded where it is asked for."""
    from claimwright.letter.frame_abroad import Abroad

    return Abroad(wording)
