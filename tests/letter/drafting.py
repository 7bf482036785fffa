"""Cases, briefs and messages for the tests of the letter."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from claimwright.case.casefile import Case, read_case
from claimwright.guide.assessment import AskExtension, AskSeller, Claim
from claimwright.guide.engine import assess
from claimwright.guide.guide import load_guide
from claimwright.guide.words import Words
from claimwright.letter.brief import Brief
from claimwright.letter.briefing import brief_of
from claimwright.letter.compose import Composed, compose
from claimwright.letter.message import render
from claimwright.resources import Resources

ROOT = Path(__file__).parents[2]
RESOURCES = Resources()
WORDS = Words(RESOURCES)
GUIDE = load_guide("aliexpress", WORDS)
TODAY = date(2026, 11, 22)
NOT_DRAFTED = {"facts-only", "contradiction"}  # one lacks what a message needs, the other is stopped before


def claim_of(case: Case) -> Claim | AskSeller | AskExtension | None:
    """The assessment, if a message is called for."""
    found = assess(case.facts, GUIDE, frozenset(item.kind for item in case.evidence))
    return found if isinstance(found, Claim | AskSeller | AskExtension) else None


def brief(case: Case, today: date = TODAY) -> Brief:
    """The brief of a case that calls for a message."""
    claim = claim_of(case)
    assert claim is not None
    return brief_of(case, claim, GUIDE.passages, WORDS, today)


def composed(case: Case, limit: int = 1000) -> Composed:
    """The message of a case."""
    return compose(brief(case), RESOURCES, limit)


def text(case: Case, limit: int = 1000) -> str:
    """The text of the message of a case."""
    return render(composed(case, limit).checked)


def example(stem: str) -> Case:
    """One of the example cases."""
    path = ROOT / "examples" / f"{stem}.json"
    return read_case(path.read_bytes(), path.name)


def drafted_examples() -> list[str]:
    """The names of the examples that call for a message."""
    stems = sorted(path.stem for path in (ROOT / "examples").glob("*.json"))
    return [stem for stem in stems if stem not in NOT_DRAFTED and claim_of(example(stem))]


PLAIN: dict[str, Any] = {
    "as_of": "2026-11-22",
    "order": {"number": "8190000000000099", "item": "lamp", "paid": {"amount": "20.00", "currency": "EUR"}},
    "what_happened": ["The lamp matters to this complaint."],
}
"""The least that a message needs, facts apart."""


def case(facts: dict[str, Any], **parts: Any) -> Case:
    """A case with these facts; `order` is merged into the plain one, every other part replaces it."""
    whole = {**PLAIN, "facts": {"intent": "genuine", "protection": "running", **facts}, **parts}
    whole["order"] = {**PLAIN["order"], **parts.get("order", {})}
    return read_case(json.dumps(whole).encode(), "case.json")


NO = {"received": "no"}
PARTIAL = {"refund": "partial", "amount": {"amount": "8.00", "currency": "EUR"}}
_SELLER = ("ignored", "no_solution")
_ASKED = ("not_contacted", "waiting")


def variants() -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every situation with every fact that changes its words: name, facts, request."""
    found: list[tuple[str, dict[str, Any], dict[str, Any]]] = []
    defects = ["size_chart", "colour", "quality", "damaged", "incomplete", "food_expired", "different", "dislike"]
    for defect in defects:
        for request in ({"refund": "full"}, PARTIAL):
            found.append((defect, {"received": "yes", "defects": [defect]}, request))
    found.append(("vat_twice_arrived", {"received": "yes", "defects": ["vat_twice"]}, PARTIAL))
    full = {"refund": "full"}
    for seller in _SELLER:
        moving = {**NO, "whereabouts": "moving", "seller": seller}
        found += [("in_transit", {**moving, "protection": p}, full) for p in ("ending", "refused")]
        found.append(("in_transit_expired", {**moving, "protection": "expired"}, full))
        for place in ("no_tracking", "stalled"):
            here = {**NO, "whereabouts": place, "seller": seller}
            found += [(place, {**here, "protection": p}, full) for p in ("running", "refused", "expired")]
        for cause in ("other_person", "courier", "auto_confirmed", "other"):
            delivered = {**NO, "whereabouts": "marked_delivered", "seller": seller, "delivered_cause": cause}
            found.append(("marked_delivered", delivered, full))
    for seller in _ASKED:
        moving = {**NO, "whereabouts": "moving", "seller": seller}
        found.append(("extension", {**moving, "protection": "ending"}, {}))
        found.append(("seller in_transit_expired", {**moving, "protection": "expired"}, {}))
        for place in ("no_tracking", "stalled", "marked_delivered"):
            for protection in ("running", "ending"):
                here = {**NO, "whereabouts": place, "seller": seller, "protection": protection}
                found.append((f"seller {place}", here, {}))
    returned = {**NO, "whereabouts": "returned"}
    for causes in ("missed", "not_collected", "refused", ["missed", "not_collected"]):
        found.append(("returned_own_doing", {**returned, "return_cause": causes}, PARTIAL))
    found.append(("returned_not_buyer", {**returned, "return_cause": "not_buyer"}, full))
    customs = {**NO, "whereabouts": "customs"}
    found.append(("customs_held", {**customs, "customs_demand": "none"}, full))
    for response in ("paid", "undecided", ["paid", "undecided"]):
        found.append(("customs_tax", {**customs, "customs_demand": "tax", "customs_response": response}, full))
    vat = {**customs, "customs_demand": "vat_twice"}
    found.append(("vat_paid", {**vat, "customs_response": "paid"}, PARTIAL))
    found.append(("vat_refused", {**vat, "customs_response": "refused"}, full))
    found += [("vat_undecided", {**vat, "customs_response": "undecided"}, request) for request in (full, PARTIAL)]
    wrong = {**NO, "whereabouts": "wrong_address"}
    found.append(("address_seller", {**wrong, "address_error": "seller"}, full))
    found.append(("address_change", {**wrong, "address_error": "change_ignored"}, full))
    found += [
        (situation, facts, PARTIAL)
        for situation, facts, request in found
        if request == full and facts["received"] == "no" and situation != "vat_undecided"
    ]
    return found
