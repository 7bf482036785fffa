"""The schema and the loader agree on every document, except for what a schema cannot say."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claimwright.case.casefile import read_case
from claimwright.case.facts import VALUES
from claimwright.case.faults import CaseFileInvalid
from claimwright.case.schema import schema
from claimwright.reading.money import MINOR_UNITS

VALIDATOR = Draft202012Validator(schema())
MONEY = {"amount": "20.00", "currency": "EUR"}
GOOD: dict[str, Any] = {
    "id": "hoodie",
    "guide": "aliexpress",
    "as_of": "2026-11-22",
    "order": {"number": "81/9", "item": "hoodie", "paid": MONEY, "received_on": "2026-10-28", "tracking_number": None},
    "facts": {"received": "yes", "defects": ["colour"], "protection": ["running", "ending"]},
    "what_happened": ["It is green.\nIt was navy."],
    "contacts": [{"on": "2026-10-29", "from": "buyer", "text": "Wrong.", "channel": "chat"}],
    "evidence": [{"kind": "photo", "shows": "the hoodie", "file": "a.jpg", "taken_on": None}],
    "request": {"refund": "partial", "amount": {"amount": "10", "currency": "EUR"}, "goods": "keep"},
    "buyer": {"name": "Ana", "email": None, "phone": "1", "address": "Calle 1\nMadrid"},
    "dispute": {"opened_on": "2026-11-01", "proposal": {"refund": "none", "amount": None}, "refused_on": None},
}


def loads(data: bytes) -> bool:
    try:
        read_case(data, "c.json")
    except CaseFileInvalid:
        return False
    return True


def changed(place: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    document = copy.deepcopy(GOOD)
    holder: Any = document
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    return document


PLACES: list[tuple[str | int, ...]] = [
    *((key,) for key in [*GOOD, "x"]),
    *(("order", key) for key in [*GOOD["order"], "store", "promised_by", "x"]),
    *(("facts", key) for key in [*VALUES, "x"]),
    ("what_happened", 0),
    ("contacts", 0),
    *(("contacts", 0, key) for key in [*GOOD["contacts"][0], "sender"]),
    *(("evidence", 0, key) for key in [*GOOD["evidence"][0], "x"]),
    *(("request", key) for key in [*GOOD["request"], "x"]),
    *(("order", "paid", key) for key in ("amount", "currency", "x")),
    *(("buyer", key) for key in GOOD["buyer"]),
    ("dispute", "proposal"),
    ("dispute", "proposal", "refund"),
    ("dispute", "proposal", "amount"),
]
VALUES_TO_TRY: list[Any] = [
    None, True, 0, 1.5, "", " ", "\u200b", "x", "x ", "a\nb", "a\n", "\n", "a\tb", "a\x1b", "a\x7f", "\u202ea",
    "\U000e0041", "\ue000", "\ufdd0", "\U0010ffff", "é", "👍🏽", "a" * 2000, "a" * 2001,
    "2026-01-31", "2026-13-01", "2026-1-1", "0000-01-01", "2026-01-31\n", "20260131", "2026-W01-1",
    "unknown", "yes", "full", "partial", "none", "buyer", "chat", "photo", "keep",
    "EUR", "JPY", "eur", "23.4", "1\n", "0.00", "23,4", "1234567890123", "1.23456",
    [], {}, ["yes"], ["yes", "no"], ["unknown"], ["colour"], [None], [[]], ["x"] * 100, ["x"] * 101, ["colour"] * 101,
    MONEY, {"amount": "1"}, {"amount": "1.5", "currency": "JPY"}, {"x": None},
]  # fmt: skip
ONLY_THE_LOADER = {
    "a day that the calendar lacks": b'{"as_of": "2026-02-30"}',
    "more asked back than was paid": b'{"order": {"paid": {"amount": "1", "currency": "EUR"}}, '
    b'"request": {"refund": "partial", "amount": {"amount": "2", "currency": "EUR"}}}',
    "another currency than was paid in": b'{"order": {"paid": {"amount": "1", "currency": "EUR"}}, '
    b'"request": {"refund": "partial", "amount": {"amount": "1", "currency": "USD"}}}',
    "a key that stands twice": b'{"id": "a", "id": "b"}',
    "a raw tab in a text": b'{"what_happened": ["a\tb"]}',
}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())
    assert VALIDATOR.is_valid(GOOD)
    assert json.loads(json.dumps(schema())) == schema()


def test_every_field_is_described() -> None:
    for key, holder in schema()["properties"].items():
        assert holder["description"], key


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ".".join(map(str, place)))
def test_schema_and_loader_agree_on_every_value_in_every_place(place: tuple[str | int, ...]) -> None:
    for value in VALUES_TO_TRY:
        document = changed(place, value)
        # Against the price the schema says nothing, so the price gives way.
        if place[:2] == ("order", "paid"):
            document.pop("request")
        elif place == ("request", "amount"):
            document["order"].pop("paid")
        assert VALIDATOR.is_valid(document) is loads(json.dumps(document).encode()), (place, value)


@pytest.mark.parametrize("currency", sorted(MINOR_UNITS))
def test_schema_and_loader_agree_on_the_decimals_of_every_currency(currency: str) -> None:
    for amount in ("1", "1.0", "1.00", "1.000", "1.0000", "0.0"):
        document = {"order": {"paid": {"amount": amount, "currency": currency}}}
        assert VALIDATOR.is_valid(document) is loads(json.dumps(document).encode()), amount


@given(st.sampled_from(PLACES), st.text() | st.integers() | st.lists(st.text(), max_size=2) | st.booleans())
def test_schema_and_loader_agree_on_arbitrary_values(place: tuple[str | int, ...], value: object) -> None:
    document = changed(place, value)
    assert VALIDATOR.is_valid(document) is loads(json.dumps(document).encode())


@pytest.mark.parametrize("data", ONLY_THE_LOADER.values(), ids=ONLY_THE_LOADER.keys())
def test_some_faults_only_the_loader_finds(data: bytes) -> None:
    assert VALIDATOR.is_valid(json.loads(data, strict=False))
    assert not loads(data)
