"""What a message after the first needs, what it may ask for, and where it does not fit."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwright.errors import NoMessage
from claimwright.guide.rule import Purpose, Stage
from claimwright.letter.briefing import MissingForMessage
from claimwright.letter.stage import unspoken
from claimwright.reading.amounts import written

from .drafting import brief, case, example
from .staging import LATER, answer, staged, text

RECEIVED = {"received": "yes", "defects": ["damaged"]}
STALLED = {"received": "no", "whereabouts": "stalled", "seller": "no_solution"}
ASKED = [{"on": "2026-11-18", "from": "seller", "text": "Asked me to wait."}]
OPEN = {"opened_on": "2026-11-10"}


def offer(amount: str | None, refund: str = "partial", currency: str = "EUR") -> dict[str, Any]:
    sum_ = {"amount": {"amount": amount, "currency": currency}} if amount else {}
    return {**OPEN, "proposal": {"refund": refund, **sum_, "on": "2026-11-15"}}


def asked_for(error: MissingForMessage) -> list[str]:
    return [field for field, _ in error.questions]


@pytest.mark.parametrize(
    ("stage", "fields"),
    [
        (Stage.ACCEPT, ["dispute.proposal.refund"]),
        (Stage.DECLINE, ["dispute.proposal.refund"]),
        (Stage.COUNTER, ["dispute.proposal.refund", "request.amount"]),
        (Stage.CANCEL, ["dispute.opened_on", "contacts"]),
        (Stage.WAIT, ["contacts", "order.protection_ends_on"]),
        (Stage.MEDIATION, ["dispute.opened_on", "dispute.refused_on"]),
    ],
)
def test_what_a_message_lacks_is_named_with_its_field_all_at_once(stage: Stage, fields: list[str]) -> None:
    with pytest.raises(MissingForMessage) as error:
        staged(case(RECEIVED, request={"refund": "full"}), stage)
    assert asked_for(error.value) == fields
    assert error.value.exit_code == 4


@pytest.mark.parametrize("stage", LATER)
def test_what_every_message_needs_is_asked_for_too(stage: Stage) -> None:
    with pytest.raises(MissingForMessage) as error:
        staged(case(RECEIVED, order={"number": None}), stage)
    assert "order.number" in asked_for(error.value)


@pytest.mark.parametrize(
    ("dispute", "said"),
    [
        pytest.param(offer(None), "How much does the seller offer?", id="a part without its sum"),
        pytest.param(offer("5.00", currency="USD"), "The offer is in USD", id="another currency than was paid"),
        pytest.param(offer("25.00"), "does not fit the 20.00 EUR paid", id="more than was paid"),
        pytest.param(offer("5.00", "full"), "A full refund of 5.00 EUR", id="a full refund of a part"),
    ],
)
def test_an_offer_that_cannot_be_meant_so_is_asked_about(dispute: dict[str, Any], said: str) -> None:
    with pytest.raises(MissingForMessage, match=r"dispute\.proposal\.amount") as error:
        staged(case(RECEIVED, request={"refund": "full"}, dispute=dispute), Stage.ACCEPT)
    assert said in str(error.value)


def test_an_acceptance_needs_nothing_but_the_order_and_the_offer() -> None:
    this = case(RECEIVED, what_happened=[], dispute=offer("5.00"))
    assert "I accept the seller's proposal: a partial refund of €5.00." in text(this, Stage.ACCEPT)


@pytest.mark.parametrize("stage", [one for one in LATER if one is not Stage.ACCEPT])
def test_every_other_message_needs_what_happened(stage: Stage) -> None:
    with pytest.raises(MissingForMessage) as error:
        staged(case(RECEIVED, what_happened=[], dispute=offer("5.00")), stage)
    assert "what_happened" in asked_for(error.value)


@pytest.mark.parametrize(
    ("stage", "facts", "parts", "said"),
    [
        pytest.param(
            Stage.ACCEPT, RECEIVED, {"dispute": offer(None, "none")}, "nothing to accept", id="no refund was offered"
        ),
        pytest.param(
            Stage.DECLINE,
            RECEIVED,
            {"dispute": offer(None, "full"), "request": {"refund": "full"}},
            "nothing to decline",
            id="all that is asked for was offered",
        ),
        pytest.param(
            Stage.DECLINE,
            RECEIVED,
            {
                "dispute": offer("8.00"),
                "request": {"refund": "partial", "amount": {"amount": "8.00", "currency": "EUR"}},
            },
            "nothing to decline",
            id="the very part that is asked for was offered",
        ),
        pytest.param(
            Stage.COUNTER, RECEIVED, {"dispute": offer(None, "full")}, "all that was paid", id="a counter to everything"
        ),
        pytest.param(
            Stage.WAIT,
            STALLED,
            {"contacts": ASKED, "order": {"protection_ends_on": "2026-11-20"}},
            "nothing left to extend",
            id="the protection has ended and no dispute is open",
        ),
        pytest.param(
            Stage.WAIT,
            {**STALLED, "protection": "expired"},
            {"contacts": ASKED},
            "ended already, so there is nothing left to extend",
            id="the protection has ended, nobody says when",
        ),
        *(
            pytest.param(
                stage,
                {**STALLED, "seller": "waiting"},
                {"dispute": {**offer("5.00"), "refused_on": "2026-11-20"}},
                "supports no request for money yet",
                id=f"the seller is to be asked first: {stage}",
            )
            for stage in (Stage.DECLINE, Stage.COUNTER, Stage.MEDIATION)
        ),
    ],
)
def test_a_message_that_does_not_fit_is_refused_plainly(
    stage: Stage, facts: dict[str, Any], parts: dict[str, Any], said: str
) -> None:
    with pytest.raises(NoMessage, match=said) as error:
        staged(case(facts, **parts), stage, "9.00" if stage is Stage.COUNTER else None)
    assert error.value.exit_code == 3


@pytest.mark.parametrize(
    ("counter", "said"),
    [
        ("20.00", "is no part of"),
        ("25.00", "is no part of"),
        ("5.00", "offers €5.00 already"),
        ("4.99", "offers €5.00 already"),
        ("12.01", "Your request is €12.00"),
    ],
)
def test_a_counter_proposal_lies_between_the_offer_and_the_request(counter: str, said: str) -> None:
    request = {"refund": "partial", "amount": {"amount": "12.00", "currency": "EUR"}}
    with pytest.raises(MissingForMessage, match=said) as error:
        staged(case(RECEIVED, request=request, dispute=offer("5.00")), Stage.COUNTER, counter)
    assert asked_for(error.value) == ["--amount"]


def test_without_a_sum_of_its_own_the_counter_proposal_is_the_part_that_the_case_requests() -> None:
    request = {"refund": "partial", "amount": {"amount": "12.00", "currency": "EUR"}}
    asked = staged(case(RECEIVED, request=request, dispute=offer("5.00")), Stage.COUNTER).ask
    assert asked is not None
    assert written(asked.amount) == "€12.00"


@settings(max_examples=60, deadline=None, derandomize=True)
@given(*(st.decimals(Decimal("0.01"), Decimal("30.00"), places=2) for _ in range(2)))
def test_a_counter_proposal_asks_for_its_sum_or_for_nothing(offered: Decimal, counter: Decimal) -> None:
    offered = min(offered, Decimal("19.99"))
    this = case(RECEIVED, request={"refund": "full"}, dispute=offer(f"{offered:f}"))
    try:
        found = staged(this, Stage.COUNTER, f"{counter:f}")
    except MissingForMessage:
        assert counter >= 20 or counter <= offered
    else:
        assert found.ask is not None
        assert found.ask.amount.amount == counter
        assert offered < counter < 20


@pytest.mark.parametrize("allowed", ["missed", "not_collected"])
def test_where_the_guide_supports_a_part_only_no_answer_asks_for_more(allowed: str) -> None:
    facts = {"received": "no", "whereabouts": "returned", "return_cause": allowed}
    this = case(facts, request={"refund": "full"}, dispute=offer("5.00"))
    with pytest.raises(MissingForMessage, match=r"request\.amount: Here the guide supports a part"):
        staged(this, Stage.DECLINE)


@pytest.mark.parametrize(
    ("stage", "purpose"),
    [
        (Stage.ACCEPT, Purpose.STATEMENT),
        (Stage.DECLINE, Purpose.STATEMENT),
        (Stage.COUNTER, Purpose.STATEMENT),
        (Stage.MEDIATION, Purpose.STATEMENT),
        (Stage.CANCEL, Purpose.SELLER),
        (Stage.WAIT, Purpose.SELLER),
    ],
)
def test_only_what_goes_into_the_chat_speaks_to_the_seller(stage: Stage, purpose: Purpose) -> None:
    dispute = {**offer("5.00"), "refused_on": "2026-11-20"}
    this = case(RECEIVED, request={"refund": "full"}, dispute=dispute, contacts=ASKED)
    found = staged(this, stage, "9.00" if stage is Stage.COUNTER else None)
    assert found.purpose is purpose
    message = text(this, stage, "9.00" if stage is Stage.COUNTER else None)
    assert ("Hello," in message) is (purpose is Purpose.SELLER)
    assert ("the seller" in message.lower()) is (purpose is Purpose.STATEMENT)


def test_the_first_message_is_what_it_was() -> None:
    for stem in ("dispute-proposal", "stalled", "moving-ending"):
        assert staged(example(stem), Stage.FIRST) == brief(example(stem))


@pytest.mark.parametrize(
    ("stage", "written_", "doubt"),
    [
        (Stage.CANCEL, "Asked me to cancel the dispute.", False),
        (Stage.CANCEL, "Said that the parcel is coming.", True),
        (Stage.WAIT, "Asked for two more weeks.", False),
        (Stage.WAIT, "Offered a coupon.", True),
    ],
)
def test_the_buyer_is_asked_whether_this_is_the_message_that_is_answered(
    stage: Stage, written_: str, doubt: bool
) -> None:
    contacts = [{"on": "2026-11-18", "from": "seller", "text": written_}]
    notes = answer(case(STALLED, contacts=contacts, dispute=OPEN), stage).notes
    assert any("is it the one you answer?" in one for one in notes) is doubt


@pytest.mark.parametrize("stage", LATER)
@pytest.mark.parametrize("language", ["es", "pt", "fr", "de", "ru"])
def test_only_mediation_has_words_in_every_language(stage: Stage, language: str) -> None:
    assert bool(unspoken(stage, language)) is (stage is not Stage.MEDIATION)
    assert unspoken(stage, "en") == ""
