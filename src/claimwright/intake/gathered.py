"""From answers to a case, and from a case that is known in part to answers.

An answer stands under the path of its field in the case file; the buyer's sentences, the messages and the proof are
lists, whose items are answered one by one (`contacts[0].from`, `contacts[0].on`, `contacts[0].text`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from claimwright.case.casefile import Case
from claimwright.case.evidence import Contact, Evidence
from claimwright.case.facts import FIELDS, GATES, Facts
from claimwright.case.order import Request
from claimwright.intake.menu import Menu
from claimwright.intake.question import Value
from claimwright.reading.characters import visible
from claimwright.reading.money import Money

Answers = Mapping[str, Value]

ORDER = ("item", "number", "paid", "store", "ordered_on", "promised_by", "received_on", "tracking_number")
DAYS = frozenset(("ordered_on", "promised_by", "received_on", "protection_ends_on"))
MOST = 100
"""The most items that a list is asked for."""

_NOTHING = Facts()
_ASKED_LATER = frozenset(("seller", "protection"))  # they make sense whatever has happened to the parcel


def facts_of(known: Facts, answers: Answers, menu: Menu) -> Facts:
    """The facts: what is known, and over it each answer in turn; a fact that makes no sense any more is dropped."""
    facts = known
    for id, value in answers.items():
        if id == "menu" and value:
            for field, given in menu.setting(tuple(value)).items():
                facts = facts.given(field, given)
        elif id.startswith("facts.") and value is not None:
            given = frozenset(value) - {"none"} if isinstance(value, list) else value
            facts = facts.given(id.removeprefix("facts."), given)
    for field in (one for one in FIELDS if one in GATES and one not in _ASKED_LATER):
        gate, allowed = GATES[field]
        if not facts.possible(gate) & allowed or not _reached(facts, gate):
            facts = replace(facts, **{field: getattr(_NOTHING, field)})
    return facts


def _reached(facts: Facts, field: str) -> bool:
    """Whether a fact may make sense."""
    if field not in GATES:
        return True
    gate, allowed = GATES[field]
    return bool(facts.possible(gate) & allowed) and _reached(facts, gate)


def case_of(start: Case, answers: Answers, facts: Facts, today: date) -> Case:
    """The case that the answers make, beside what the interview does not ask for."""
    order: dict[str, Any] = {}
    for field in (*ORDER, "protection_ends_on"):
        if (value := answers.get(f"order.{field}")) is not None:
            order[field] = _money(value) if field == "paid" else date.fromisoformat(value) if field in DAYS else value
    refund, amount = answers.get("request.refund"), answers.get("request.amount")
    if amount is not None and refund != "full":
        refund = "partial"
    part = _money(amount) if amount is not None and refund == "partial" else None
    if part and not is_part(part, order.get("paid")):
        part = None
    wish = Request(refund if refund != "partial" or part else None, part, answers.get("request.goods"))
    return replace(
        start,
        as_of=today,
        facts=facts,
        order=replace(type(start.order)(), **order),
        what_happened=tuple(one for _, said in items(answers, "what_happened", "") for one in said or ()),
        contacts=tuple(_contacts(start, answers)),
        evidence=tuple(_evidence(start, answers)),
        request=wish,
        buyer=replace(start.buyer, name=answers.get("buyer.name")),
    )


def is_part(amount: Money, paid: Money | None) -> bool:
    """Whether a sum is a part of what was paid, and no more."""
    return paid is None or (amount.currency == paid.currency and amount.amount <= paid.amount)


def items(answers: Answers, name: str, first: str) -> Iterator[tuple[int, Value]]:
    """The items of a list that have been begun: each number with the answer to its first question."""
    for number in count():
        id = item(name, number, first)
        if id not in answers:
            return
        yield number, answers[id]


def is_end(said: Value) -> bool:
    """Whether an answer to the first question about an item says that there is none."""
    return said is None or said == "none"


def lacks_its_head(id: str, answers: Answers) -> bool:
    """Whether this is a part of an item that the buyer has left out."""
    head, bracket, part = id.partition("].")
    first = {"contacts": "from", "evidence": "kind"}.get(head.partition("[")[0], part)
    return bool(bracket) and part != first and is_end(answers.get(f"{head}].{first}"))


def item(name: str, number: int, part: str) -> str:
    """The path of one part of an item of a list."""
    return f"{name}[{number}].{part}" if part else f"{name}[{number}]"


def _contacts(start: Case, answers: Answers) -> Iterator[Contact]:
    for number, sender in items(answers, "contacts", "from"):
        on, text = (answers.get(item("contacts", number, part)) for part in ("on", "text"))
        if sender in {"buyer", "seller"} and on and text:
            held = start.contacts[number].channel if number < len(start.contacts) else None
            yield Contact(date.fromisoformat(on), sender, text, held)


def _evidence(start: Case, answers: Answers) -> Iterator[Evidence]:
    for number, kind in items(answers, "evidence", "kind"):
        shows, file = (answers.get(item("evidence", number, part)) for part in ("shows", "file"))
        if kind not in {None, "none"} and shows:
            held = start.evidence[number].taken_on if number < len(start.evidence) else None
            yield Evidence(kind, shows, file, held)


def answers_of(case: Case) -> dict[str, Value]:
    """What a case answers already, beside its facts. A list that it holds counts as complete."""
    found: dict[str, Value] = {}
    for field in (*ORDER, "protection_ends_on"):
        value = getattr(case.order, field)
        if value is not None:
            found[f"order.{field}"] = _plain(value)
    for field in ("refund", "goods", "amount"):
        value = getattr(case.request, field)
        if value is not None:
            found[f"request.{field}"] = _plain(value)
    if case.buyer.name:
        found["buyer.name"] = case.buyer.name
    for number, text in enumerate(case.what_happened):
        found[item("what_happened", number, "")] = [visible(text)]
    for number, contact in enumerate(case.contacts):
        parts: dict[str, Value] = {"from": contact.sender, "on": contact.on.isoformat(), "text": visible(contact.text)}
        found |= {item("contacts", number, part): value for part, value in parts.items()}
    for number, proof in enumerate(case.evidence):
        parts = {"kind": proof.kind, "shows": visible(proof.shows), "file": proof.file}
        found |= {item("evidence", number, part): value for part, value in parts.items()}
    for name, first, held in (
        ("what_happened", "", case.what_happened),
        ("contacts", "from", case.contacts),
        ("evidence", "kind", case.evidence),
    ):
        if held:
            found[item(name, len(held), first)] = None
    return found


def _money(value: Mapping[str, str]) -> Money:
    return Money.parse(value["amount"], value["currency"])


def _plain(value: object) -> Value:
    if isinstance(value, Money):
        return {"amount": f"{value.amount:f}", "currency": value.currency}
    return value.isoformat() if isinstance(value, date) else value
