"""Each row in one case that it decides or advises, and in the same case with one fact changed: no match."""

from dataclasses import dataclass

import pytest

from claimwright.case.facts import Facts
from claimwright.guide.engine import assess
from claimwright.guide.rule import Rule

from .whole_space import case, the_guide

GUIDE = the_guide()
ROWS = {row.id: row for row in GUIDE.rules}
NO = "do_not_open none"
WAIT = "wait_for_extension none"
ASK = "contact_seller_first none"


@dataclass(frozen=True)
class Example:
    """Facts in which a row matches, what is decided then, and one fact that keeps the row from matching."""

    facts: str
    decided: str
    unless: str


def arrived(defects: str, decided: str, unless: str, protection: str = "running") -> Example:
    return Example(f"intent=genuine received=yes defects={defects} protection={protection}", decided, unless)


def missing(facts: str, decided: str, unless: str) -> Example:
    return Example(f"intent=genuine received=no {facts}", decided, unless)


def untraced(name: str, place: str) -> dict[str, Example]:
    here = f"whereabouts={place} protection"
    return {
        f"{name}-ask-seller": missing(f"{here}=running seller=not_contacted", ASK, "seller=waiting"),
        f"{name}-waiting": missing(f"{here}=ending seller=waiting", ASK, "protection=refused"),
        f"{name}-ignored": missing(f"{here}=running seller=ignored", "open full", "seller=not_contacted"),
        f"{name}-no-solution": missing(f"{here}=extended seller=no_solution", "open full", "seller=ignored"),
        f"{name}-extension-refused": missing(f"{here}=refused seller=not_contacted", "open full", "protection=ending"),
        f"{name}-expired": missing(f"{here}=expired seller=ignored", "open_uncertain full", "protection=ending"),
    }


EXAMPLES: dict[str, Example] = {
    "bad-faith": Example("intent=bad_faith", NO, "intent=genuine"),
    "bad-faith-beside-a-defect": Example("intent=bad_faith received=yes defects=damaged", NO, "defects=dislike"),
    "resolved": Example("intent=resolved", NO, "intent=genuine"),
    "dislike": arrived("dislike", "open_uncertain choice", "defects=damaged"),
    "dislike-alone": arrived("dislike", "open_uncertain choice", "defects=dislike+damaged"),
    "nothing-wrong": arrived("none", NO, "defects=dislike"),
    "size-chart": arrived("size_chart", "open choice", "defects=colour"),
    "colour": arrived("colour", "open choice", "intent=bad_faith"),
    "quality": arrived("quality", "open choice", "received=no"),
    "damaged": arrived("damaged+dislike", "open choice", "defects=dislike"),
    "incomplete": arrived("incomplete", "open choice", "defects=none"),
    "food-expired": arrived("food_expired", "open choice", "defects=damaged"),
    "different": arrived("different+vat_twice", "open choice", "defects=vat_twice"),
    "vat-twice-arrived": arrived("vat_twice", "open partial", "defects=dislike"),
    "defect-expired": arrived("damaged", "open_uncertain choice", "protection=ending", "expired"),
    "vat-twice-arrived-expired": arrived("vat_twice", "open_uncertain partial", "defects=vat_twice+colour", "expired"),
    "moving-in-time": missing("whereabouts=moving protection=running", WAIT, "protection=extended"),
    "moving-extended": missing("whereabouts=moving protection=extended", WAIT, "protection=expired"),
    "moving-ending": missing("whereabouts=moving protection=ending seller=not_contacted", WAIT, "seller=waiting"),
    "moving-ending-waiting": missing("whereabouts=moving protection=ending seller=waiting", WAIT, "seller=ignored"),
    "moving-ending-ignored": missing(
        "whereabouts=moving protection=ending seller=ignored", "open_uncertain full", "protection=running"
    ),
    "moving-ending-no-solution": missing(
        "whereabouts=moving protection=ending seller=no_solution", "open full", "seller=ignored"
    ),
    "moving-refused": missing("whereabouts=moving protection=refused", "open full", "whereabouts=stalled"),
    "moving-expired": missing("whereabouts=moving protection=expired seller=waiting", ASK, "seller=no_solution"),
    "moving-expired-no-help": missing(
        "whereabouts=moving protection=expired seller=ignored", "open_uncertain full", "seller=waiting"
    ),
    **untraced("no-tracking", "no_tracking"),
    **untraced("stalled", "stalled"),
    "returned-missed": missing(
        "whereabouts=returned return_cause=missed", "ask_partial_only partial", "return_cause=not_buyer"
    ),
    "returned-not-collected": missing(
        "whereabouts=returned return_cause=not_collected", "ask_partial_only partial", "return_cause=missed"
    ),
    "returned-refused": missing(
        "whereabouts=returned return_cause=refused", "ask_partial_only partial", "return_cause=not_buyer"
    ),
    "returned-not-buyer": missing(
        "whereabouts=returned return_cause=not_buyer", "open_uncertain full", "return_cause=refused"
    ),
    "returned-at-all": missing(
        "whereabouts=returned return_cause=missed", "ask_partial_only partial", "whereabouts=customs"
    ),
    "customs-held": missing("whereabouts=customs customs_demand=none", "open_uncertain full", "customs_demand=tax"),
    "customs-tax-paid": missing(
        "whereabouts=customs customs_demand=tax customs_response=paid",
        "open_uncertain full",
        "customs_response=refused",
    ),
    "customs-tax-refused": missing(
        "whereabouts=customs customs_demand=tax customs_response=refused", NO, "customs_demand=vat_twice"
    ),
    "customs-tax-undecided": missing(
        "whereabouts=customs customs_demand=tax customs_response=undecided",
        "open_uncertain full",
        "customs_response=paid",
    ),
    "vat-paid": missing(
        "whereabouts=customs customs_demand=vat_twice customs_response=paid protection=running",
        "open partial",
        "customs_demand=tax",
    ),
    "vat-paid-expired": missing(
        "whereabouts=customs customs_demand=vat_twice customs_response=paid protection=expired",
        "open_uncertain partial",
        "protection=refused",
    ),
    "vat-refused": missing(
        "whereabouts=customs customs_demand=vat_twice customs_response=refused protection=ending",
        "open full",
        "customs_response=undecided",
    ),
    "vat-refused-expired": missing(
        "whereabouts=customs customs_demand=vat_twice customs_response=refused protection=expired",
        "open_uncertain full",
        "customs_response=paid",
    ),
    "vat-undecided": missing(
        "whereabouts=customs customs_demand=vat_twice customs_response=undecided protection=running",
        "open choice",
        "customs_response=refused",
    ),
    "vat-undecided-expired": missing(
        "whereabouts=customs customs_demand=vat_twice customs_response=undecided protection=expired",
        "open_uncertain choice",
        "protection=extended",
    ),
    "address-seller": missing(
        "whereabouts=wrong_address address_error=seller protection=running", "open full", "address_error=buyer"
    ),
    "address-buyer": missing("whereabouts=wrong_address address_error=buyer", NO, "address_error=late_change"),
    "address-late-change": missing(
        "whereabouts=wrong_address address_error=late_change", NO, "address_error=change_ignored"
    ),
    "address-change-ignored": missing(
        "whereabouts=wrong_address address_error=change_ignored protection=running",
        "open full",
        "address_error=late_change",
    ),
    "address-expired": missing(
        "whereabouts=wrong_address address_error=seller protection=expired", "open_uncertain full", "protection=running"
    ),
    "marked-delivered-ask-seller": missing("whereabouts=marked_delivered seller=not_contacted", ASK, "seller=waiting"),
    "marked-delivered-waiting": missing("whereabouts=marked_delivered seller=waiting", ASK, "whereabouts=moving"),
    "marked-delivered-no-help": missing(
        "whereabouts=marked_delivered seller=no_solution", "open_uncertain full", "seller=waiting"
    ),
    **{
        name: missing(f"whereabouts=marked_delivered seller=not_contacted delivered_cause={cause}", ASK, other)
        for name, cause, other in (
            ("delivered-to-another", "other_person", "delivered_cause=courier"),
            ("delivered-by-courier", "courier", "delivered_cause=other"),
            ("delivered-by-expiry", "auto_confirmed", "whereabouts=moving"),
            ("delivered-otherwise", "other", "delivered_cause=other_person"),
        )
    },
    "ending-while-waiting": missing("whereabouts=stalled protection=ending seller=waiting", ASK, "protection=running"),
    "protection-expired": arrived("damaged", "open_uncertain choice", "protection=running", "expired"),
    "merits-a-dispute": arrived("damaged", "open choice", "intent=resolved"),
    "after-opening": arrived("dislike", "open_uncertain choice", "intent=bad_faith"),
}


def facts_of(words: str) -> Facts:
    known: dict[str, str | frozenset[str]] = {}
    for word in words.split():
        field, _, value = word.partition("=")
        known[field] = frozenset(value.split("+")) - {"none"} if field == "defects" else value
    return case(**known)


def changed(facts: Facts, words: str) -> Facts:
    field, _, value = words.partition("=")
    return facts.given(field, frozenset(value.split("+")) - {"none"} if field == "defects" else value)


def test_every_row_has_an_example_and_nothing_else_has() -> None:
    assert set(EXAMPLES) == set(ROWS)


@pytest.mark.parametrize("id", EXAMPLES)
def test_a_row_matches_in_its_example_and_is_decided_so(id: str) -> None:
    example = EXAMPLES[id]
    one = assess(facts_of(example.facts), GUIDE)
    assert f"{one.verdict} {one.remedy}" == example.decided
    assert ROWS[id].matches(facts_of(example.facts))
    assert one.questions == ()
    if ROWS[id].verdict is not None:
        assert id in one.rules
    else:
        assert _said(ROWS[id]) <= {said.id for said in (*one.warnings, *one.next_steps)}


@pytest.mark.parametrize("id", EXAMPLES)
def test_a_row_does_not_match_with_one_fact_changed(id: str) -> None:
    near = changed(facts_of(EXAMPLES[id].facts), EXAMPLES[id].unless)
    assert not ROWS[id].matches(near)
    assert assess(near, GUIDE).possible


def _said(row: Rule) -> set[str]:
    return {said.id for said in (*row.warnings, *row.steps)}
