"""The JSON Schema of the case file: what the loader takes and refuses, as far as a schema can say it.

Left to the loader: days that the calendar lacks, amounts against the price, repeated keys, and anything below JSON.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from claimwright.case.evidence import CHANNELS, KINDS, OFFERS, SENDERS
from claimwright.case.facts import VALUES
from claimwright.case.fields import GUIDE, MOST_CHARACTERS, MOST_ITEMS, NUMBER
from claimwright.case.order import GOODS, WISHES
from claimwright.marketplace import DEFAULT_GUIDE
from claimwright.reading.characters import INVISIBLE, UNSAFE, UNSAFE_IN_LINE
from claimwright.reading.money import MINOR_UNITS

Schema: TypeAlias = dict[str, Any]

_DAY = r"(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_AMOUNT = r"(?=.*[1-9])[0-9]{1,12}"
_FACTS: Mapping[str, str] = {
    "intent": "Is the problem real and the request honest? You attest it yourself; it is never assumed.",
    "received": "Did the item reach you?",
    "defects": "What is wrong with an item that arrived; [] if nothing is.",
    "whereabouts": "Where an item is that has not arrived.",
    "protection": "How the buyer protection stands.",
    "seller": "How the contact with the seller stands.",
    "customs_demand": "What customs asks for.",
    "customs_response": "What you did about it.",
    "return_cause": "Why the parcel went back.",
    "address_error": "Who caused the wrong address.",
    "delivered_cause": "Why the parcel counts as delivered.",
}


def schema() -> Schema:
    """The schema (draft 2020-12), fresh at every call, with a description of each field in plain words."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Case file",
        "description": "One order, what went wrong with it, and what you wish. Leave out what you do not know.",
        **_object(
            {
                "id": _line("A name of your own for this case."),
                "guide": _matching(GUIDE, f"The guide that decides; {DEFAULT_GUIDE} if left out."),
                "as_of": _day("The day on which the facts were true; today if left out."),
                "order": _or_null(_order()),
                "facts": _or_null(_facts()),
                "what_happened": _or_null(_list(_text(), "What happened, one sentence an entry, in order.")),
                "contacts": _or_null(_list(_contact(), "The messages between you and the seller.")),
                "evidence": _or_null(_list(_evidence(), "What you can show; numbered E1, E2 … in this order.")),
                "request": _or_null(_request()),
                "buyer": _or_null(_buyer()),
                "dispute": _or_null(_dispute()),
            }
        ),
    }


def _order() -> Schema:
    return _object(
        {
            "number": _matching(NUMBER, "The order number."),
            "item": _line("What you bought, with size and colour."),
            "store": _line("The name of the store."),
            "paid": _or_null(_money("What you paid.")),
            "ordered_on": _day("The day of the order."),
            "promised_by": _day("The day by which it was to arrive."),
            "received_on": _day("The day on which it arrived."),
            "protection_ends_on": _day("The last day of the buyer protection."),
            "tracking_number": _matching(NUMBER, "The tracking number."),
        },
        description="What you bought, from whom and for how much.",
    )


def _facts() -> Schema:
    facts = {}
    for field, values in VALUES.items():
        least = {} if field == "defects" else {"minItems": 1}
        several = {"type": "array", "items": {"enum": list(values)}, "maxItems": MOST_ITEMS, **least}
        single = [None, "unknown", *(values if field != "defects" else ())]
        facts[field] = {"description": _FACTS[field], "anyOf": [{"enum": single}, several]}
    return _object(facts, description='What is known. "unknown", null and a missing fact mean the same.')


def _contact() -> Schema:
    return _object(
        {
            "on": _day("The day of the message.", optional=False),
            "from": {"enum": list(SENDERS), "description": "Who wrote it."},
            "text": _text("What it said."),
            "channel": {"enum": [*CHANNELS, None], "description": "How it was sent."},
        },
        required=("on", "from", "text"),
    )


def _evidence() -> Schema:
    return _object(
        {
            "kind": {"enum": list(KINDS), "description": "What kind of evidence it is."},
            "shows": _text("What can be seen on it."),
            "file": _line("The file, relative to the folder of this case file."),
            "taken_on": _day("The day on which it was taken."),
        },
        required=("kind", "shows"),
    )


def _request() -> Schema:
    amount = _or_null(_money("How much of a partial refund you ask for; at most what you paid."))
    partial = {"properties": {"refund": {"const": "partial"}}, "required": ["refund"]}
    return _object(
        {
            "refund": {"enum": [*WISHES, None], "description": "How much of the price you want back."},
            "amount": amount,
            "goods": {"enum": [*GOODS, None], "description": "Whether you keep or return the item."},
        },
        description="What you wish. Left out: the remedy that the guide supports.",
    ) | {
        "if": partial,
        "then": {"properties": {"amount": {"type": "object"}}, "required": ["amount"]},
        "else": {"properties": {"amount": {"type": "null"}}},
    }


def _buyer() -> Schema:
    return _object(
        {
            "name": _line("Your name, to sign with."),
            "email": _line("Your e-mail address."),
            "phone": _line("Your telephone number."),
            "address": _or_null(_text("Your postal address.")),
        },
        description="You. Nothing here is needed.",
    )


def _dispute() -> Schema:
    proposal = _object(
        {
            "refund": {"enum": [*OFFERS, None], "description": "How much of the price the seller offers."},
            "amount": _or_null(_money("The amount of a partial offer.")),
            "on": _day("The day of the offer."),
        },
        description="What the seller offers in the dispute.",
    )
    return _object(
        {
            "opened_on": _day("The day on which you opened it."),
            "proposal": _or_null(proposal),
            "refused_on": _day("The day on which it was refused."),
        },
        description="A dispute that is open already.",
    )


def _object(properties: Schema, *, required: Sequence[str] = (), description: str | None = None) -> Schema:
    words = {"description": description} if description else {}
    return {
        **words,
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: Schema, description: str) -> Schema:
    return {"description": description, "type": "array", "items": items, "maxItems": MOST_ITEMS}


def _or_null(inner: Schema) -> Schema:
    words = {"description": inner["description"]} if "description" in inner else {}
    return {**words, "anyOf": [inner, {"type": "null"}]}


def _whole(pattern: str) -> str:
    # In Python's patterns `$` also matches before a line break at the end.
    return rf"^(?:{pattern})(?!\n)$"


def _matching(pattern: str, description: str) -> Schema:
    return {"description": description, "type": ["string", "null"], "pattern": _whole(pattern)}


def _day(description: str, *, optional: bool = True) -> Schema:
    kinds = ["string", "null"] if optional else "string"
    return {"description": description, "type": kinds, "format": "date", "pattern": _whole(_DAY)}


def _safe(unsafe: str) -> str:
    return rf"^[^{unsafe}]*[^{unsafe}\s{INVISIBLE}][^{unsafe}]*(?!\n)$"


def _line(description: str) -> Schema:
    pattern = _safe(UNSAFE_IN_LINE)
    return {
        "description": description,
        "type": ["string", "null"],
        "minLength": 1,
        "maxLength": MOST_CHARACTERS,
        "pattern": pattern,
    }


def _text(description: str = "One or more sentences.") -> Schema:
    return {
        "description": description,
        "type": "string",
        "minLength": 1,
        "maxLength": MOST_CHARACTERS,
        "pattern": _safe(UNSAFE).replace(r"(?!\n)$", "$"),
    }


def _money(description: str) -> Schema:
    few = [
        {
            "if": {"properties": {"currency": {"enum": codes}}},
            "then": {"properties": {"amount": {"pattern": _whole(_AMOUNT + _fraction(decimals))}}},
        }
        for decimals in sorted(set(MINOR_UNITS.values()))
        if (codes := [code for code, units in MINOR_UNITS.items() if units == decimals])
    ]
    return _object(
        {
            "amount": {
                "description": 'Digits in quotes, a point before the decimals, as in "23.40".',
                "type": "string",
                "pattern": _whole(_AMOUNT + _fraction(4)),
            },
            "currency": {"description": 'The ISO 4217 code, as in "EUR".', "enum": list(MINOR_UNITS)},
        },
        required=("amount", "currency"),
        description=description,
    ) | {"allOf": few}


def _fraction(decimals: int) -> str:
    return rf"(\.[0-9]{{1,{decimals}}})?" if decimals else ""
