"""What contradicts itself is named once and only if it must; what may still be true is left alone."""

import json
from datetime import date
from typing import Any

import pytest

from claimwright.case.casefile import Case, read_case
from claimwright.case.contradictions import contradictions, out_of_date

TODAY = date(2026, 11, 22)


def case(**parts: Any) -> Case:
    return read_case(json.dumps(parts).encode(), "case.json")


def buyer(on: str) -> dict[str, str]:
    return {"on": on, "from": "buyer", "text": "Where is it?"}


def seller(on: str) -> dict[str, str]:
    return {"on": on, "from": "seller", "text": "On its way."}


def photo(taken_on: str) -> dict[str, str]:
    return {"kind": "photo", "shows": "the box", "taken_on": taken_on}


@pytest.mark.parametrize(
    ("parts", "fields"),
    [
        pytest.param(
            {"facts": {"received": "no"}, "order": {"received_on": "2026-10-28"}},
            ("facts.received", "order.received_on"),
            id="not received, with a day of receipt",
        ),
        pytest.param(
            {"order": {"ordered_on": "2026-10-02", "received_on": "2026-10-01"}},
            ("order.received_on", "order.ordered_on"),
            id="received before it was ordered",
        ),
        pytest.param(
            {"order": {"ordered_on": "2026-10-02"}, "contacts": [buyer("2026-10-01")]},
            ("contacts[0].on", "order.ordered_on"),
            id="a message before the order",
        ),
        pytest.param(
            {"facts": {"seller": "not_contacted"}, "contacts": [seller("2026-10-01"), buyer("2026-10-02")]},
            ("facts.seller", "contacts[1]"),
            id="not contacted, though the buyer wrote",
        ),
        pytest.param(
            {"facts": {"seller": "ignored"}, "contacts": [buyer("2026-10-01"), seller("2026-10-02")]},
            ("facts.seller", "contacts[1]"),
            id="ignored, though the seller answered",
        ),
        pytest.param(
            {"facts": {"seller": "ignored"}, "contacts": [buyer("2026-10-01"), seller("2026-10-01")]},
            ("facts.seller", "contacts[1]"),
            id="ignored, though the seller answered on the same day",
        ),
        pytest.param(
            {"facts": {"protection": ["running", "ending"]}, "order": {"protection_ends_on": "2026-11-21"}},
            ("facts.protection", "order.protection_ends_on"),
            id="protected, though the last day is past",
        ),
        pytest.param(
            {"facts": {"protection": "expired"}, "order": {"protection_ends_on": "2026-11-23"}},
            ("facts.protection", "order.protection_ends_on"),
            id="expired, though the last day is ahead",
        ),
        pytest.param(
            {"order": {"ordered_on": "2026-10-02"}, "dispute": {"opened_on": "2026-10-01"}},
            ("dispute.opened_on", "order.ordered_on"),
            id="a dispute before the order",
        ),
        pytest.param(
            {"dispute": {"opened_on": "2026-11-10", "proposal": {"on": "2026-11-09"}}},
            ("dispute.proposal.on", "dispute.opened_on"),
            id="a proposal before the dispute",
        ),
        pytest.param(
            {"dispute": {"opened_on": "2026-11-10", "refused_on": "2026-11-09"}},
            ("dispute.refused_on", "dispute.opened_on"),
            id="a refusal before the dispute",
        ),
        pytest.param(
            {"order": {"ordered_on": "2026-10-02"}, "dispute": {"proposal": {"on": "2026-10-01"}}},
            ("dispute.proposal.on", "order.ordered_on"),
            id="a proposal before the order",
        ),
        pytest.param(
            {"order": {"ordered_on": "2026-10-02"}, "dispute": {"refused_on": "2026-10-01"}},
            ("dispute.refused_on", "order.ordered_on"),
            id="a refusal before the order",
        ),
        pytest.param({"dispute": {"opened_on": "2026-11-23"}}, ("dispute.opened_on", "as_of"), id="opened tomorrow"),
        pytest.param(
            {"dispute": {"proposal": {"on": "2026-11-23"}}}, ("dispute.proposal.on", "as_of"), id="proposed tomorrow"
        ),
        pytest.param({"dispute": {"refused_on": "2026-11-23"}}, ("dispute.refused_on", "as_of"), id="refused tomorrow"),
        pytest.param({"order": {"ordered_on": "2026-11-23"}}, ("order.ordered_on", "as_of"), id="ordered tomorrow"),
        pytest.param({"order": {"received_on": "2026-11-23"}}, ("order.received_on", "as_of"), id="received tomorrow"),
        pytest.param({"contacts": [buyer("2026-11-23")]}, ("contacts[0].on", "as_of"), id="wrote tomorrow"),
        pytest.param(
            {"as_of": "2026-11-01", "order": {"received_on": "2026-11-02"}},
            ("order.received_on", "as_of"),
            id="received after the day of the case",
        ),
        pytest.param(
            {"evidence": [photo("2026-11-22"), photo("2026-11-23")]},
            ("evidence[1].taken_on", "as_of"),
            id="photographed tomorrow",
        ),
        pytest.param(
            {"as_of": "2026-11-01", "evidence": [photo("2026-11-02")]},
            ("evidence[0].taken_on", "as_of"),
            id="photographed after the day of the case",
        ),
    ],
)
def test_a_contradiction_is_named_with_both_fields(parts: dict[str, Any], fields: tuple[str, ...]) -> None:
    (found,) = contradictions(case(**parts), TODAY)
    assert found.fields == fields
    assert found.text.endswith(".")
    assert "correct" in found.text


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({}, id="nothing known"),
        pytest.param({"order": {"received_on": "2026-10-28"}}, id="receipt not stated as a fact"),
        pytest.param(
            {"facts": {"received": ["yes", "no"]}, "order": {"received_on": "2026-10-28"}},
            id="perhaps received",
        ),
        pytest.param(
            {"facts": {"seller": ["not_contacted", "waiting"]}, "contacts": [buyer("2026-10-01")]},
            id="perhaps contacted",
        ),
        pytest.param(
            {"facts": {"seller": "not_contacted"}, "contacts": [seller("2026-10-01")]}, id="only the seller wrote"
        ),
        pytest.param(
            {"facts": {"seller": "ignored"}, "contacts": [seller("2026-10-01"), buyer("2026-10-02")]},
            id="answered only an earlier message",
        ),
        pytest.param(
            {"facts": {"seller": "ignored"}, "contacts": [buyer("2026-10-03"), seller("2026-10-02")]},
            id="newest message first",
        ),
        pytest.param(
            {"facts": {"protection": ["running", "expired"]}, "order": {"protection_ends_on": "2026-11-21"}},
            id="perhaps expired",
        ),
        pytest.param(
            {"facts": {"protection": "running"}, "order": {"protection_ends_on": "2026-11-22"}}, id="last day"
        ),
        pytest.param(
            {"facts": {"protection": "expired"}, "order": {"protection_ends_on": "2026-11-22"}}, id="ends today"
        ),
        pytest.param(
            {"as_of": "2026-11-01", "facts": {"protection": "running"}, "order": {"protection_ends_on": "2026-11-10"}},
            id="protected on the day of the case, ended since",
        ),
        pytest.param({"order": {"ordered_on": "2026-10-02", "received_on": "2026-10-02"}}, id="all on one day"),
        pytest.param(
            {
                "order": {"ordered_on": "2026-11-10"},
                "dispute": {"opened_on": "2026-11-10", "proposal": {"on": "2026-11-10"}, "refused_on": "2026-11-10"},
            },
            id="a whole dispute on one day",
        ),
        pytest.param(
            {"order": {"received_on": "2026-11-12"}, "dispute": {"opened_on": "2026-11-10"}},
            id="a dispute over an item that came later",
        ),
        pytest.param(
            {"dispute": {"proposal": {"on": "2026-11-12"}, "refused_on": "2026-11-10"}},
            id="a proposal after a refusal",
        ),
    ],
)
def test_what_can_be_true_is_no_contradiction(parts: dict[str, Any]) -> None:
    assert contradictions(case(**parts), TODAY) == ()


def test_several_contradictions_are_named_together() -> None:
    facts = {"received": "no", "seller": "not_contacted"}
    order = {"ordered_on": "2026-10-02", "received_on": "2026-10-01"}
    assert len(contradictions(case(facts=facts, order=order, contacts=[buyer("2026-10-05")]), TODAY)) == 3


@pytest.mark.parametrize(
    ("as_of", "ends", "late"),
    [
        ("2026-11-01", "2026-11-21", True),
        ("2026-11-01", "2026-11-01", True),
        ("2026-11-01", "2026-11-22", False),
        ("2026-11-10", "2026-11-09", False),
        (None, "2026-11-09", False),
        ("2026-11-01", None, False),
    ],
)
def test_a_case_is_out_of_date_once_the_protection_ended_since(as_of: str | None, ends: str | None, late: bool) -> None:
    assert out_of_date(case(as_of=as_of, order={"protection_ends_on": ends}), TODAY) is late
