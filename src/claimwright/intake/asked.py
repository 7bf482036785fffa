"""Every question that the interview can ask, put together from the words and the options."""

from claimwright.case.facts import VALUES, Facts
from claimwright.intake.menu import Entry, Menu
from claimwright.intake.question import Kind, Option, Question
from claimwright.intake.wording import Wording

NEEDED = frozenset(("order.item", "order.number", "order.paid", "what_happened[0]"))
"""What no message can do without, as paths."""

_PARTS = frozenset(
    (
        "contacts.on", "contacts.text", "evidence.shows", "request.amount",
        "dispute.opened_on", "dispute.refused_on", "dispute.proposal.amount",
    )
)  # fmt: skip
"""Without these, what was begun cannot be told: they are not left out by a slip of the finger."""

_PARTS_OF_PRICE = frozenset(("request.amount", "dispute.proposal.amount"))
_KINDS = {
    "order.number": Kind.NUMBER,
    "order.tracking_number": Kind.NUMBER,
    "order.paid": Kind.SUM,
    "request.amount": Kind.SUM,
    "order.ordered_on": Kind.PAST,
    "order.received_on": Kind.PAST,
    "contacts.on": Kind.PAST,
    "dispute.opened_on": Kind.PAST,
    "dispute.refused_on": Kind.PAST,
    "dispute.proposal.on": Kind.PAST,
    "dispute.proposal.amount": Kind.SUM,
    "order.promised_by": Kind.DAY,
    "order.protection_ends_on": Kind.DAY,
    "what_happened": Kind.SENTENCES,
    "evidence.file": Kind.FILE,
}
_CHOICES = {
    "request.refund": ("full", "partial"),
    "request.goods": ("keep", "return"),
    "dispute.proposal.refund": ("full", "partial", "none"),
    "contacts.from": ("buyer", "seller", "none"),
    "evidence.kind": (
        "photo", "video", "listing", "order_page", "tracking", "conversation", "measurement", "receipt",
        "official_document", "other", "none",
    ),
}  # fmt: skip


def about_menu(menu: Menu, known: Facts, suggested: tuple[str, ...], wording: Wording) -> Question:
    """What happened, as far as that is not known; what keywords of a story point to is named as a suggestion."""
    entries = menu.fitting(known)
    pointed = [one.label for one in entries if one.id in suggested]
    more = wording.say("suggested", labels="” or “".join(pointed)) if pointed else ""
    return Question(
        "menu",
        Kind.SEVERAL,
        menu.ask,
        f"{menu.help}\n{more}".strip(),
        tuple(Option(one.id, one.label, one.heading, one.words, alone=not _joins(one)) for one in entries),
        unknown=wording.say("none_of_these"),
        deciding=True,
    )


def _joins(entry: Entry) -> bool:
    """Whether an entry can stand beside others: defects can, and places of a parcel cannot."""
    return bool(entry.facts.get("defects"))


def about_fact(field: str, facts: Facts, wording: Wording) -> Question:
    """A fact that decides."""
    words = wording.facts
    path = f"facts.{field}"
    options = [Option(value, words.label(field, value), words=wording.synonyms(path, value)) for value in VALUES[field]]
    if field == "defects":
        options.append(Option("none", wording.say("nothing_wrong"), alone=True))
    else:
        options = [one for one in options if one.value in facts.possible(field)] or options
    return Question(
        path,
        Kind.SEVERAL if field == "defects" else Kind.CHOICE,
        words.ask(field),
        words.help(field),
        tuple(options),
        unknown=wording.say("dont_know"),
        deciding=True,
    )


def about_message(id: str, wording: Wording, currency: str = "") -> Question:
    """Something that the message needs, or can tell."""
    path, number = plain(id)
    values = _CHOICES.get(path, ())
    return Question(
        id,
        Kind.CHOICE if values else _KINDS.get(path, Kind.LINE),
        wording.of(path, "more" if number else "ask"),
        wording.of(path, "help"),
        tuple(Option(value, wording.value(path, value), words=wording.synonyms(path, value)) for value in values),
        unknown="" if "none" in values or not values else wording.say("dont_know"),
        needed=id in NEEDED,
        skips=id not in NEEDED and path not in _PARTS and (not values or (number > 0 and "none" in values)),
        currency=currency if path in _PARTS_OF_PRICE else "",
    )


def plain(id: str) -> tuple[str, int]:
    """A path without the number of a list's item, and that number."""
    name, bracket, rest = id.partition("[")
    number, _, part = rest.partition("]")
    return name + part, int(number) if bracket else 0
