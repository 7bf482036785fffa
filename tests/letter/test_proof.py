"""Where proof is cited."""

from typing import Any

import pytest

from claimwright.letter.draft import Part

from .drafting import NO, case, composed, example, text

PLACES = [
    ("wrong-colour", "The listing shows navy (E2)."),
    ("wrong-colour", "The hoodie that arrived is bright green (E1)."),
    ("wrong-colour", "the seller offered a 2 EUR coupon (E3)."),
    ("customs-vat-paid", "I paid it on 11 November so that the parcel could be released (E3)."),
    ("dispute-refused", "On 12 November 2026 the seller refused my request (E3)."),
    ("different-item", "the seller wrote (E4): “You can keep the gift and we give 3 USD.”"),
    ("size-chart", "measured 66 cm from collar to hem (E1)."),
    ("stalled-ignored", "asked for a refund (E2). I have had no answer"),
    ("returned-missed-courier", "The courier came on 3 November while I was not at home (E1)."),
]


@pytest.mark.parametrize(("stem", "words"), PLACES)
def test_proof_stands_beside_what_it_shows(stem: str, words: str) -> None:
    assert words in text(example(stem), 2000)


def test_no_listing_proves_what_arrived() -> None:
    message = text(example("poor-quality"))
    assert "A magnet sticks to the bottle (E1)." in message
    assert "The listing says 304 steel (E2)." in message


KINDS = ["photo", "tracking", "order_page", "receipt", "other", "listing", "conversation"]
UNTOLD = [{"kind": kind, "shows": "thing"} for kind in KINDS]
UNMATCHED: list[tuple[dict[str, Any], str, str]] = [
    (
        {**NO, "whereabouts": "wrong_address", "address_error": "seller"},
        "the one in my order (E2, E3).",
        "Further proof is attached (E1, E4, E5, E6, E7).",
    ),
    (
        {**NO, "whereabouts": "customs", "customs_demand": "tax", "customs_response": "undecided"},
        "and I have not decided yet whether to pay it (E2, E3, E4).",
        "Further proof is attached (E1, E5, E6, E7).",
    ),
    (
        {"received": "yes", "defects": ["colour"]},
        "came in the wrong colour (E1, E3, E6).",
        "Further proof is attached (E2, E4, E5, E7).",
    ),
]


@pytest.mark.parametrize(("facts", "beside", "further"), UNMATCHED)
def test_proof_that_shares_no_word_stands_where_its_kind_belongs(
    facts: dict[str, Any], beside: str, further: str
) -> None:
    this = case(facts, request={"refund": "full"}, evidence=UNTOLD)
    assert beside in text(this)
    assert f" {further}\n\n" in text(this)
    (sentence,) = [one for one in composed(this).checked.draft.sentences() if one.part is Part.PROOF]
    assert all(id in sentence.rests_on for id in ("E5", "E7"))


def test_a_photo_of_the_item_proves_nothing_of_a_parcel_that_did_not_come() -> None:
    moving = {**NO, "whereabouts": "moving", "protection": "refused", "seller": "ignored"}
    photo = {"kind": "photo", "shows": "the lamp"}
    message = text(case(moving, evidence=[photo], what_happened=["The lamp has not come."]))
    assert "The lamp has not come. Further proof is attached (E1)." in message


def test_a_conversation_whose_record_is_cut_proves_that_the_seller_was_written_to() -> None:
    message = text(example("wrong-colour"), 450)
    assert "came in the wrong colour (E2). The hoodie that arrived is bright green (E1)." in message
    assert " I have also written to the seller (E3).\n" in message
