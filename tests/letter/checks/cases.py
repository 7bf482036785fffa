"""Cases, briefs and drafts for the tests of the checks: a hoodie of the wrong colour, and a parcel that never came."""

from datetime import date
from decimal import Decimal

from claimwright.case.casefile import Case
from claimwright.case.evidence import Contact, Evidence
from claimwright.case.facts import Facts
from claimwright.case.order import Buyer, Order
from claimwright.guide.rule import Purpose, Remedy
from claimwright.letter.brief import Ask, Brief, Kind, Statement
from claimwright.letter.draft import Draft, Part, Sentence
from claimwright.letter.frame import attachments
from claimwright.reading.amounts import written as in_words
from claimwright.reading.dates import written
from claimwright.reading.money import Money

PAID = Money(Decimal("23.40"), "EUR")
HOODIE = Case(
    id="hoodie",
    as_of=date(2026, 11, 22),
    order=Order(
        number="8190000000000001",
        item="cotton hoodie, size M, navy",
        store="BlueHarbor Store",
        paid=PAID,
        ordered_on=date(2026, 10, 2),
        received_on=date(2026, 10, 28),
        protection_ends_on=date(2026, 11, 30),
    ),
    facts=Facts().given("intent", "genuine").given("received", "yes").given("defects", frozenset({"colour"})),
    what_happened=("The listing shows navy.", "The hoodie that arrived is bright green."),
    contacts=(
        Contact(date(2026, 10, 29), "buyer", "I asked for a refund because the colour is wrong."),
        Contact(date(2026, 10, 31), "seller", "Offered a 2 EUR coupon."),
    ),
    evidence=(
        Evidence("photo", "the green hoodie next to the parcel label", "hoodie.jpg", date(2026, 10, 28)),
        Evidence("listing", "the listing with the navy option"),
        Evidence("conversation", "the chat with the seller, 29 to 31 October"),
    ),
    buyer=Buyer(name="Ana Ruiz"),
)
PARCEL = Case(
    order=Order(
        number="8190000000000002",
        item="desk lamp, E27",
        paid=Money(Decimal("2480"), "JPY"),
        ordered_on=date(2026, 8, 3),
        tracking_number="LX123456789CN",
    ),
    facts=Facts().given("received", "no").given("whereabouts", "stalled").given("seller", "ignored"),
    what_happened=("The tracking has not moved since 20 August 2026.",),
    contacts=(Contact(date(2026, 9, 10), "buyer", "I asked where the parcel is."),),
    buyer=Buyer(),
)
FULL = Ask(Remedy.FULL, PAID, None)
PART = Ask(Remedy.PARTIAL, Money(Decimal("8.00"), "EUR"), "keep")


def bare(case: Case) -> Case:
    """The case with every optional field absent."""
    order = Order(number=case.order.number, item=case.order.item, paid=case.order.paid)
    return Case(order=order, facts=case.facts, what_happened=case.what_happened)


def brief_of(case: Case = HOODIE, ask: Ask | None = FULL, purpose: Purpose = Purpose.STATEMENT) -> Brief:
    """A brief that holds one statement for each thing that the case states."""
    order = case.order
    facts: list[tuple[str, str]] = [
        ("order.number", f"The order number is {order.number}."),
        ("order.item", f"The item is {order.item}."),
    ]
    if order.paid:
        facts.append(("order.paid", f"I paid {in_words(order.paid)}."))
    for topic, words, day in (
        ("order.ordered_on", "I ordered it on", order.ordered_on),
        ("order.received_on", "I received it on", order.received_on),
        ("order.protection_ends_on", "The protection ends on", order.protection_ends_on),
    ):
        if day:
            facts.append((topic, f"{words} {written(day)}."))
    if order.store:
        facts.append(("order.store", f"The store is {order.store}."))
    facts += [(f"what_happened[{n}]", text) for n, text in enumerate(case.what_happened)]
    facts += [
        (f"contacts[{n}]", f"On {written(one.on)}, {one.sender}: {one.text}") for n, one in enumerate(case.contacts)
    ]
    statements = [Statement(f"F{n}", Kind.FACT, topic, text) for n, (topic, text) in enumerate(facts, 1)]
    statements += [
        Statement(f"E{n}", Kind.EVIDENCE, f"evidence[{n - 1}]", f"{one.kind.replace('_', ' ')}: {one.shows}")
        for n, one in enumerate(case.evidence, 1)
    ]
    statements.append(Statement("G1", Kind.PASSAGE, "G1", "A buyer may open a dispute within 15 days."))
    end = order.protection_ends_on if purpose is Purpose.EXTENSION else None
    return Brief(purpose, ("colour",), tuple(statements), ask, end, case)


def draft_of(brief: Brief, *added: str, without: tuple[Part, ...] = ()) -> Draft:
    """A sound message for the brief, and sentences added to its body, which rest on all facts."""
    case, order = brief.case, brief.case.order
    ids = brief.ids
    opening = f"Order {order.number}: {order.item}"
    opening += f", from {order.store}" if order.store else ""
    opening += f", ordered on {written(order.ordered_on)}" if order.ordered_on else ""
    opening += f" for {in_words(order.paid)}" if order.paid else ""
    opening += f", received on {written(order.received_on)}" if order.received_on else ""
    topics = tuple(one.topic for one in brief.statements if one.topic.startswith("order."))
    paragraphs = [[Sentence(opening + ".", ids(*topics), Part.OPENING)]]
    body = []
    for n, text in enumerate(case.what_happened):
        proof = (f"E{len(case.what_happened) - n}",) if len(case.evidence) > 1 else ()
        cited = text.rstrip(".") + (f" ({proof[0]})." if proof else ".")
        body.append(Sentence(cited, (*ids(f"what_happened[{n}]"), *proof), Part.BODY, own_words=True))
    everything = tuple(one.id for one in brief.statements)
    body += [Sentence(text, everything, Part.BODY) for text in added]
    paragraphs.append(body)
    contact = []
    for n, one in enumerate(case.contacts):
        said = one.text.rstrip(".")
        if one.sender == "seller":
            text = f"On {written(one.on)} the seller {said[0].lower()}{said[1:]}" + (" (E3)." if case.evidence else ".")
            contact.append(Sentence(text, (*ids(f"contacts[{n}]"), *ids("evidence[2]")), Part.CONTACT))
        else:
            contact.append(Sentence(f"On {written(one.on)} {said}.", ids(f"contacts[{n}]"), Part.CONTACT))
    paragraphs.append(contact)
    if brief.ask:
        kind = "full" if brief.ask.remedy is Remedy.FULL else "partial"
        text = f"I ask for a {kind} refund of {in_words(brief.ask.amount)}, because this is not what I paid for."
        paragraphs.append([Sentence(text, ("ASK",), Part.REQUEST)])
    else:
        paragraphs.append([Sentence("Please tell me what happens with the order.", ids("order.number"), Part.REQUEST)])
    if case.evidence:
        paragraphs.append([*attachments(brief, frozenset())])
    paragraphs.append([Sentence("Thank you for looking into this.", (), Part.CLOSING)])
    if case.buyer.name:
        paragraphs.append([Sentence(case.buyer.name, (), Part.CLOSING)])
    kept = [tuple(one for one in paragraph if one.part not in without) for paragraph in paragraphs]
    return Draft(tuple(paragraph for paragraph in kept if paragraph))
