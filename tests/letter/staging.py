"""The messages of a dispute after the first, for the tests of the letter."""

import json
from functools import cache
from typing import Any

from claimwright.case.casefile import Case, read_case
from claimwright.guide.rule import Stage
from claimwright.letter.brief import Brief
from claimwright.letter.briefing import brief_of
from claimwright.letter.compose import Composed, compose
from claimwright.letter.message import render
from claimwright.reading.money import Money

from .drafting import GUIDE, RESOURCES, ROOT, TODAY, WORDS, claim_of, example

LATER = [one for one in Stage if one is not Stage.FIRST]
NAMED = {
    "dispute-offer-accept": Stage.ACCEPT,
    "dispute-offer-decline": Stage.DECLINE,
    "dispute-offer-counter": Stage.COUNTER,
    "dispute-cancel-asked": Stage.CANCEL,
    "dispute-wait-asked": Stage.WAIT,
    "wait-asked": Stage.WAIT,
    "dispute-mediation": Stage.MEDIATION,
}
"""The examples that stand for a message after the first."""


def staged(case: Case, stage: Stage, counter: str | None = None) -> Brief:
    """The brief of this message; a counter-proposal is a sum in the currency that was paid."""
    claim, paid = claim_of(case), case.order.paid
    assert claim is not None
    sum_ = Money.parse(counter, paid.currency) if counter and paid else None
    return brief_of(case, claim, GUIDE.passages, WORDS, TODAY, stage=stage, counter=sum_)


def answer(case: Case, stage: Stage, counter: str | None = None, limit: int = 1000) -> Composed:
    """This message, as the templates word it."""
    return compose(staged(case, stage, counter), RESOURCES, limit)


def text(case: Case, stage: Stage, counter: str | None = None, limit: int = 1000) -> str:
    """The text of this message."""
    return render(answer(case, stage, counter, limit).checked)


@cache
def whole(stem: str, **parts: Any) -> Case:
    """An example in which everything has happened that a message after the first can answer."""
    held = json.loads((ROOT / f"examples/{stem}.json").read_text(encoding="utf-8"))
    dispute = {"opened_on": "2026-11-17", "refused_on": "2026-11-20", **held.get("dispute", {})}
    currency = held["order"]["paid"]["currency"]
    offer = {"refund": "partial", "amount": {"amount": "1", "currency": currency}, "on": "2026-11-19"}
    dispute.setdefault("proposal", offer)
    asked = {"on": "2026-11-21", "from": "seller", "text": "Asked me to wait 10 more days and to cancel the dispute."}
    held |= {"dispute": dispute, "contacts": [*held.get("contacts", []), asked]}
    held["order"].setdefault("protection_ends_on", "2026-12-20")
    if held["facts"].get("seller") == "ignored":
        held["facts"]["seller"] = "no_solution"
    return read_case(json.dumps(held).encode(), stem)


def half(case: Case) -> str:
    """A sum between what the seller offers and what was paid."""
    paid = case.order.paid
    assert paid is not None
    part = (paid.amount / 2).quantize(paid.amount)
    asked = case.request.amount.amount if case.request.amount else part
    return f"{min(part, asked):f}"


__all__ = ["LATER", "NAMED", "answer", "example", "half", "staged", "text", "whole"]
