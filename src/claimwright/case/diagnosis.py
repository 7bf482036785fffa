"""Every fault of a case file at once: what the text, the fields and the fields together have wrong, in file order."""

from collections.abc import Callable
from dataclasses import fields
from itertools import islice
from typing import Any

from pydantic_core import ErrorDetails, ValidationError

from claimwright.case.casefile import Case, without_nulls
from claimwright.case.document import Unreadable, decoded, parse, parse_leniently
from claimwright.case.evidence import Contact, Dispute, Evidence, Proposal
from claimwright.case.facts import VALUES
from claimwright.case.faults import MOST_FAULTS, Fault, Place, path_of, quoted
from claimwright.case.fields import MOST_ITEMS, read_sum, unknown_key
from claimwright.case.order import WISHES, Buyer, Order, Request
from claimwright.case.position import scan
from claimwright.case.wish import wish_faults

_HOLDERS: dict[tuple[str, ...], type] = {
    (): Case,
    ("order",): Order,
    ("contacts",): Contact,
    ("evidence",): Evidence,
    ("request",): Request,
    ("buyer",): Buyer,
    ("dispute",): Dispute,
    ("dispute", "proposal"): Proposal,
}
_KEYS = {
    place: tuple("from" if one.name == "sender" else one.name for one in fields(holder))
    for place, holder in _HOLDERS.items()
} | {("facts",): tuple(VALUES)}
_NEEDED = {
    "on": 'Write the day, as in "2026-10-29".',
    "from": 'Write "buyer" or "seller".',
    "text": "Write what was said.",
    "kind": 'Write what it is, such as "photo".',
    "shows": "Write what it shows.",
}


def diagnosis(data: bytes, source: str, start_line: int, validate: Callable[[Any], object]) -> list[Fault]:
    """All faults of bytes that are no case, in file order; never empty."""
    text = decoded(data, start_line)
    if isinstance(text, Unreadable):
        return [Fault(source, "$", text.line or (start_line if start_line > 1 else None), text.text)]
    reading = parse_leniently(text, start_line)
    if isinstance(reading, Unreadable):
        return [Fault(source, "$", reading.line, reading.text)]
    value, found = reading
    texts: dict[Place, tuple[int, str]] = {}
    for place, line, fault in found.faults:
        texts.setdefault(place, (line, fault))
    of_fields = [*_field_faults(value, validate), *_wish_faults(value)]
    if not texts and not of_fields:
        of_fields = [((), _not_json(data))]
    where = scan(text, [place for place, _ in of_fields], start_line)
    for place, fault in of_fields:
        texts.setdefault(place, (where.line(place), fault))
    in_order = sorted(texts.items(), key=lambda one: one[1][0])
    faults = [Fault(source, path_of(place), line, fault) for place, (line, fault) in in_order]
    if len(faults) > MOST_FAULTS:
        more = "there are more faults than these. Put these right first, then look again."
        faults[MOST_FAULTS:] = [Fault(source, "$", None, more)]
    return faults


def _not_json(data: bytes) -> str:
    try:
        parse(data)
    except ValueError as error:
        return f"this is not valid JSON ({error}). Correct it there."
    return "this is not a case file. Compare it with the examples."


def _field_faults(value: object, validate: Callable[[Any], object]) -> list[tuple[Place, str]]:
    if not isinstance(value, dict):
        return [((), f"the file holds {quoted(value)}. A case is one object: it begins with {{ and ends with }}.")]
    try:
        validate(without_nulls(value))
    except ValidationError as error:
        details = error.errors(include_url=False)
        # One more than is told, so that the rest is not passed over in silence.
        return list(islice((fault for one in details for fault in _faults_of(one)), MOST_FAULTS + 1))
    return []


def _faults_of(error: ErrorDetails) -> list[tuple[Place, str]]:
    place: Place = error["loc"]
    kind = error["type"]
    if kind == "fault":
        return [((*place, *below), text) for below, text in error["ctx"]["faults"]]
    if kind == "unexpected_keyword_argument":
        return [(place, _unknown(place))]
    if kind == "missing":
        return [(place, f"missing. {_NEEDED[str(place[-1])]}")]
    given = error["input"]
    if kind == "too_long":
        count = len(given) if isinstance(given, list) else "too many"
        return [(place, f"the list has {count} items; at most {MOST_ITEMS} are read. Keep those that matter.")]
    shape = 'a list, as in ["…"]' if kind == "tuple_type" else "an object, as in {…}"
    return [(place, f"{quoted(given)} cannot stand here. Write {shape}.")]


def _unknown(place: Place) -> str:
    key = str(place[-1])
    holder = tuple(step for step in place[:-1] if isinstance(step, str))
    known = _KEYS[holder]
    homes = [".".join(home) for home, keys in _KEYS.items() if home and home != holder and key in keys]
    if len(homes) == 1:
        return f'unknown key. "{key}" belongs in "{homes[0]}".'
    return unknown_key(key, known)


def _wish_faults(value: object) -> list[tuple[Place, str]]:
    """The faults of the wish as far as its fields can be read: another fault elsewhere must not hide them."""
    request = value.get("request") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(request, dict):
        return []
    refund, amount = request.get("refund"), request.get("amount")
    order = value.get("order")
    if refund is not None and refund not in WISHES:
        return []
    try:
        wish = Request(refund, None if amount is None else read_sum(amount))
    except ValueError:
        return []
    try:
        paid = read_sum(order.get("paid")) if isinstance(order, dict) else None
    except ValueError:
        paid = None
    return [(("request", field), text) for field, text in wish_faults(wish, paid)]
