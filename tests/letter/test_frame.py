"""What code writes round the body."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwright.letter.frame import opening

from .drafting import NO, brief, case, text

COLOUR: dict[str, Any] = {"received": "yes", "defects": ["colour"]}
FULL = {"refund": "full"}
NONE = frozenset[str]()

OPENINGS: list[tuple[dict[str, Any], str]] = [
    ({}, " (lamp)."),
    ({"store": "Glow"}, " (lamp), placed with Glow."),
    ({"store": "Glow Ltd."}, " (lamp), placed with Glow Ltd."),
    ({"ordered_on": "2026-10-02"}, " (lamp), placed on 2 October 2026."),
    (
        {"received_on": "2026-10-28"},
        " (lamp); the parcel arrived on 28 October 2026.",
    ),
    ({"item": "lamp (red)"}, ", lamp (red)."),
    (
        {"item": "lamp (red)", "store": "Glow"},
        ", lamp (red), placed with Glow.",
    ),
]
MONEY = [
    ({"amount": "23.40", "currency": "EUR"}, "€23.40"),
    ({"amount": "5", "currency": "JPY"}, "JPY 5"),
    ({"amount": "34500", "currency": "KRW"}, "₩34,500"),
    ({"amount": "67.30", "currency": "BRL"}, "R$67.30"),
]
OPTIONAL = {
    "store": "Glow Store",
    "ordered_on": "2026-09-01",
    "promised_by": "2026-10-20",
    "protection_ends_on": "2026-11-29",
    "tracking_number": "LP00123456780540",
}


@pytest.mark.parametrize(("order", "rest"), OPENINGS)
def test_the_opening_names_what_the_case_holds(order: dict[str, str], rest: str) -> None:
    assert [one.text for one in opening(brief(case(COLOUR, order=order, request=FULL)), NONE)] == [
        f"I paid €20.00 for my order 8190000000000099{rest}"
    ]


@pytest.mark.parametrize(("paid", "written"), MONEY)
def test_money_is_written_in_its_own_currency(paid: dict[str, str], written: str) -> None:
    message = text(case(COLOUR, order={"paid": paid}, request=FULL))
    assert f"I paid {written} for" in message
    assert f"a full refund of {written}, because" in message


@settings(max_examples=80, deadline=None)
@given(
    st.sets(st.sampled_from(sorted(OPTIONAL))),
    st.sampled_from(["stalled", "no_tracking", "marked_delivered", "moving"]),
    st.sampled_from(["not_contacted", "no_solution", "ignored", "waiting"]),
    st.sampled_from(["", "Ana Ruiz"]),
)
def test_no_slot_is_left_whatever_is_absent(there: set[str], place: str, seller: str, name: str) -> None:
    facts = {**NO, "whereabouts": place, "seller": seller, "protection": "ending"}
    order = {field: OPTIONAL[field] for field in there}
    message = text(case(facts, order=order, **({"buyer": {"name": name}} if name else {})))
    assert not re.search(r"[{}\[\]<>]|None|  |\(\)| [,.;]|,,|\.\.", message), message
    assert message.endswith("Ana Ruiz") == bool(name)
    for field in ("store", "tracking_number"):
        assert field in there or OPTIONAL[field] not in message


LATE = {**NO, "whereabouts": "stalled", "seller": "ignored"}
PROMISED: list[tuple[str, dict[str, Any], str, str, bool]] = [
    ("a late parcel", LATE, "2026-11-01", "The lamp has not come.", True),
    ("a parcel that is not late yet", LATE, "2026-11-22", "The lamp has not come.", False),
    ("a day that the buyer names", LATE, "2026-11-01", "The lamp was promised by 1 November.", False),
    (
        "a parcel that went back",
        {**NO, "whereabouts": "returned", "return_cause": "not_buyer"},
        "2026-11-01",
        "The lamp has not come.",
        False,
    ),
]


@pytest.mark.parametrize(
    ("facts", "by", "said", "told"), [one[1:] for one in PROMISED], ids=[one[0] for one in PROMISED]
)
def test_the_day_that_was_promised_is_told_where_it_bears(
    facts: dict[str, Any], by: str, said: str, told: bool
) -> None:
    message = text(case(facts, order={"promised_by": by}, request=FULL, what_happened=[said]))
    assert ("The parcel was promised by 1 November 2026." in message) is told
    assert message.count("promised") <= 1
