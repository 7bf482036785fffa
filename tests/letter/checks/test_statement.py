"""Sentences of the buyer: which may stand in a message, beyond what no message may hold."""

from dataclasses import replace

import pytest

from claimwright.case.casefile import Case
from claimwright.guide.rule import Remedy
from claimwright.letter.brief import Ask
from claimwright.letter.checks import statement_findings
from claimwright.reading.money import Money

from .cases import FULL, HOODIE, PARCEL

BARE = replace(HOODIE, evidence=())
HELD = replace(
    PARCEL,
    order=replace(PARCEL.order, paid=Money.parse("58.00", "USD")),
    facts=PARCEL.facts.given("whereabouts", frozenset({"customs"})),
)
HELD_ASK = Ask(Remedy.FULL, Money.parse("58.00", "USD"), None)
DISLIKED = replace(HOODIE, facts=HOODIE.facts.given("defects", frozenset({"dislike"})))


def codes(text: str, case: Case = HOODIE, ask: Ask = FULL) -> set[str]:
    """The codes of what keeps a sentence out."""
    return {one.code for one in statement_findings(text, case, ask) if one.hard}


CLAIMED = [
    "I attach three photos.",
    "See the attached pictures, please.",
    "Please find the photos attached.",
    "I have attached a video.",
    "Photos are attached.",
    "I am sending you photos of it.",
    "In the photo you can see the hole.",
    "See photo.",
]


@pytest.mark.parametrize("text", CLAIMED)
def test_no_attachment_is_claimed_where_there_is_no_evidence(text: str) -> None:
    assert "evidence.claimed" in codes(text, BARE)
    assert "evidence.claimed" not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "I sent the seller photos.",
        "I provided the seller with a video.",
        "A note was attached to the box.",
        "When I attach the strap it slips off.",
        "I could see in the picture that it is navy.",
        "The picture in the listing shows navy.",
    ],
)
def test_photos_that_the_buyer_speaks_of_are_no_attachments(text: str) -> None:
    assert codes(text, BARE) == set()


def test_an_attachment_of_a_kind_that_the_case_lacks() -> None:
    assert codes("I attach a video of the hoodie.") == {"evidence.kind"}
    assert codes("I attach photos of the hoodie.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "The listing says navy (E7).",
        "It is green (E1).",
        "It is green [F1].",
        "It is green [E1, E2].",
        "Green [see photo].",
    ],
)
def test_ids_and_brackets_of_ours_are_not_the_buyers_to_write(text: str) -> None:
    assert "evidence.marked" in codes(text)


@pytest.mark.parametrize("text", ["Attached: E9.", "See E9.", "E9 shows the colour."])
def test_evidence_that_does_not_exist_is_not_named(text: str) -> None:
    assert "evidence.unknown" in codes(text)


@pytest.mark.parametrize(
    "text", ["E1 shows the hoodie.", "The bulb has another socket (E14).", "Error E9 is on the display."]
)
def test_letters_and_figures_that_are_no_ids_pass(text: str) -> None:
    assert codes(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "They want 12.00 USD.",
        "They ask me 6.00 EUR again.",
        "I have to pay 6.00 EUR.",
        "I must pay 12.00 USD first.",
        "The courier wants me to pay 5.00 EUR.",
        "They require 5 USD in addition to the VAT.",
        "I want my refund because they charged me 6.00 USD.",
        "The seller refunded me 2.00 USD only.",
        "I paid 12.00 USD for it.",
    ],
)
def test_a_sum_that_others_ask_for_is_no_request(text: str) -> None:
    assert codes(text, HELD, HELD_ASK) == set()


@pytest.mark.parametrize(
    "text",
    [
        "I want 12.00 USD.",
        "Refund me 12.00 USD.",
        "Please pay me 90 USD.",
        "They should refund me 12.00 USD.",
        "I demand that they refund me 12 USD.",
        "I want to be refunded 90 USD.",
    ],
)
def test_a_sum_that_the_buyer_asks_for_is_the_one_decided(text: str) -> None:
    assert codes(text, HELD, HELD_ASK) == {"remedy.wrong"}


HEAT = [
    ("begging", "Please, please help me, I am a poor student."),
    ("begging", "I beg for help with the hoodie."),
    ("shouting.all", "I WANT MY MONEY BACK NOW!!!"),
    ("shouting.all", "THE HOODIE IS GREEN."),
    ("chatter.feeling", "I am very angry and disappointed."),
    ("chatter.feeling", "I am not happy with this service."),
    ("chatter.feeling", "I’m so unhappy."),
    ("abuse", "The f*ck is this."),
    ("abuse", "What the f*** is this hoodie."),
    ("abuse", "This is bullsh*t."),
    ("abuse", "WTF, the hoodie is green."),
]


@pytest.mark.parametrize(("code", "text"), HEAT, ids=[text for _, text in HEAT])
def test_heat_without_a_fact_is_kept_out(code: str, text: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize("text", ["I am disappointed because the hoodie is green.", "The label reads SIZE M.", "USB."])
def test_a_fact_may_be_told_with_feeling(text: str) -> None:
    assert codes(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "I paid 50.00 USD for it.",
        "I paid for it 30 EUR.",
        "I paid 50 EUR for the hoodie.",
        "I paid 9 EUR for the order.",
    ],
)
def test_another_price_than_the_order_has(text: str) -> None:
    assert codes(text) == {"contradiction.paid"}


@pytest.mark.parametrize(
    "text",
    [
        "I paid 23.40 EUR for it.",
        "I paid 6.00 EUR for shipping.",
        "I paid 4.00 EUR in VAT for it.",
        "I paid 10.00 EUR for each.",
        "They paid 50 EUR for it.",
    ],
)
def test_what_else_was_paid_may_be_told(text: str) -> None:
    assert codes(text) == set()


def test_another_order_number_is_kept_out() -> None:
    assert codes("Order 8190000000000002 is green.") == {"order_number"}
    assert codes("Order 8190000000000001 is green.") == set()
    assert codes("The serial number is 4006381333931.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "I opened the tracking page and it says delivered.",
        "I received the wrong tracking number.",
        "I tried the carrier’s hotline.",
        "I tried to call the post.",
        "I got the tracking number.",
        "The page that I opened says delivered.",
        "When I opened the app, it showed no news.",
        "I think that I was patient.",
    ],
)
def test_what_was_received_or_opened_was_not_the_goods(text: str) -> None:
    assert codes(text, PARCEL) == set()


@pytest.mark.parametrize(
    "text",
    [
        "I opened it and it was empty.",
        "I received the wrong lamp.",
        "I received a green one.",
        "I tried the lamp.",
        "I got the wrong item.",
        "When I opened the box, it was empty.",
        "What I received is green.",
        "The item that I received is green.",
    ],
)
def test_the_goods_were_received_or_opened(text: str) -> None:
    assert "contradiction.received" in codes(text, PARCEL)


@pytest.mark.parametrize(
    "text",
    [
        "It is too small for me, although the size is as in the chart.",
        "The colour does not match my curtains.",
        "I am not happy with it.",
        "There is no hole in it.",
    ],
)
def test_a_dislike_may_say_so(text: str) -> None:
    assert codes(text, DISLIKED) == set()


@pytest.mark.parametrize(
    "text", ["It has a hole.", "It broke after a day.", "It smells bad.", "the tear in the seam", "It is too small."]
)
def test_a_dislike_hints_at_no_defect(text: str) -> None:
    assert codes(text, DISLIKED) == {"contradiction.hint"}
