"""Each check on a sound message with one sentence more: what it must catch, and what it must let pass."""

from dataclasses import replace

import pytest

from claimwright.case.casefile import Case
from claimwright.guide.rule import Purpose, Remedy
from claimwright.letter.brief import Ask
from claimwright.letter.checks import findings
from claimwright.letter.draft import Draft, Part, Sentence

from .cases import FULL, HOODIE, PARCEL, PART, bare, brief_of, draft_of

PARCEL_ASK = Ask(Remedy.FULL, PARCEL.order.paid, None) if PARCEL.order.paid else None


def codes(sentence: str, case: Case = HOODIE, ask: Ask | None = FULL, purpose: Purpose = Purpose.STATEMENT) -> set[str]:
    """The codes found in a sound message of the case with this sentence in its body."""
    brief = brief_of(case, ask, purpose)
    return {finding.code for finding in findings(draft_of(brief, sentence), brief, 3000)}


CAUGHT = [
    ("characters.unsafe", "The hoodie is green\x1b[31m."),
    ("characters.unsafe", "The hoodie is \u202egreen."),
    ("characters.unsafe", "The hoodie is green\U000e0041."),
    ("characters.invisible", "The hoo\u200bdie is green."),
    ("characters.lookalike", "The hооdie is green."),
    ("repeated", "The hoodie that arrived is bright green (E1)."),
    ("slot", "The hoodie is {colour}."),
    ("slot", "The hoodie is {{ colour }}."),
    ("slot", "The hoodie is [[COLOUR_1]]."),
    ("slot", "The hoodie in [order number] is green."),
    ("slot", "The hoodie came to <name>."),
    ("slot", "The hoodie is XXX."),
    ("slot", "TODO the hoodie is green."),
    ("slot", "The hoodie is undefined."),
    ("slot", "The hoodie is None."),
    ("markup", "The hoodie is **green**."),
    ("markup", "The hoodie is `green`."),
    ("markup", "The hoodie is <b>green</b>."),
    ("markup", "The [hoodie](x) is green."),
    ("ledger.unrelated", "Several zebras walked quickly through muddy rivers."),
    ("evidence.unknown", "The hoodie is green (E7)."),
    ("evidence.kind", "The video (E1) shows the green hoodie."),
    ("evidence.kind", "The hoodie is green, see E1, a video."),
    ("evidence.kind", "The video shows the hoodie."),
    ("quotation", "The seller wrote “green is the new navy” to me."),
    ("amount", "The hoodie is worth €69.50."),
    ("amount", "The hoodie cost 24 euros."),
    ("currency", "The hoodie cost US$23.40."),
    ("date", "The hoodie came on 3 November 2026."),
    ("date", "The hoodie came on a Sunday."),
    ("date", "The hoodie came on 30 February 2026."),
    ("date.weekday", "The hoodie arrived on Friday, 28 October 2026."),
    ("date.role", "I ordered the hoodie on 28 October 2026."),
    ("date.role", "The hoodie arrived on 2 October 2026."),
    ("date.role", "The delivery was promised by 30 November 2026."),
    ("date.role", "I wrote about the colour on 2 October 2026."),
    ("date.relative", "The hoodie arrived yesterday."),
    ("duration", "The hoodie came 14 days after the order."),
    ("duration", "I have waited for nine weeks."),
    ("number", "The hoodie weighs 480 grams."),
    ("number", "The hoodie is 80% green."),
    ("number.word", "The hoodie has seven buttons."),
    ("order_number", "The hoodie of order 8190000000000010 is green."),
    ("tracking_number", "The hoodie came with LX999999999CN."),
    ("contact_data", "The hoodie is green, write to ana@example.com."),
    ("contact_data", "The hoodie is shown at www.shop.example/green."),
    ("contact_data", "The hoodie is shown at greenhoodie dot com."),
    ("contact_data", "The hoodie is green, call +49 170 1234567."),
    ("payment_data", "Refund the hoodie to DE89 3704 0044 0532 0130 00."),
    ("payment_data", "Refund the hoodie to 4111 1111 1111 1111."),
    ("off_platform", "Contact me on WhatsApp about the hoodie."),
    ("name", "Dear John, the hoodie is green."),
    ("name", "I bought the hoodie at Green River Store."),
    ("name.unknown", "The hoodie was carried by Hermes to me."),
    ("remedy.wrong", "Please refund me €2 for the hoodie."),
    ("remedy.wrong", "A partial refund would be right for the hoodie."),
    ("remedy.extra", "I also ask for a voucher for the hoodie."),
    ("remedy.extra", "Please send me a replacement hoodie as well."),
    ("remedy.extra", "I expect compensation for the hoodie."),
    ("remedy.goods", "I will return the hoodie at my own cost."),
    ("contact.silence", "The seller never answered about the colour."),
    ("contact.count", "I wrote to the seller three times about the colour."),
    ("contact.channel", "I asked the seller by e-mail about the colour."),
    ("contradiction.not_received", "The hoodie has not arrived."),
    ("contradiction.defect", "The hoodie is torn at the sleeve."),
    ("concession", "I accept the seller's offer for the hoodie."),
    ("concession", "I withdraw my dispute on the hoodie."),
    ("concession.blame", "It was my own mistake with the hoodie."),
    ("threat", "I will call the police about the hoodie."),
    ("threat", "Otherwise I will sue you over the hoodie."),
    ("threat", "My bank will do a chargeback for the hoodie."),
    ("threat.review", "I will leave a one-star review for the hoodie."),
    ("abuse", "Only an idiot would call the hoodie navy."),
    ("legal", "Under EU law the hoodie must be navy."),
    ("legal", "The Consumer Rights Act covers the hoodie."),
    ("accusation", "The seller is a scammer and the hoodie is green."),
    ("accusation", "The seller deliberately sent a green hoodie."),
    ("superlative", "The hoodie is absolutely green."),
    ("shouting", "The hoodie is GREEN AND NOT NAVY!!"),
    ("embellishment", "The hoodie was a birthday gift for my wife."),
    ("chatter", "As an AI I cannot see the hoodie."),
    ("chatter", "Here is your message about the hoodie."),
    ("perspective", "The buyer received a green hoodie."),
]


@pytest.mark.parametrize(("code", "sentence"), CAUGHT, ids=[f"{code}: {text}" for code, text in CAUGHT])
def test_a_sentence_that_trips_the_check(code: str, sentence: str) -> None:
    assert code in codes(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The hoodie is green, and navy is what the listing shows (E1, E2).",
        "The photo (E1) shows the green hoodie.",
        "The listing (E2) shows the navy option.",
        "None of the listing shows a green hoodie.",
        "I paid €23.40 for the hoodie.",
        "I paid 23,40 EUR for the hoodie.",
        "I ordered the hoodie on October 2, 2026.",
        "I ordered the hoodie on 2 October.",
        "The hoodie arrived on Wednesday, 28 October 2026.",
        "The hoodie came 26 days after the order.",
        "I wrote to the seller on 29 October 2026 about the colour.",
        "The size is M, and only the colour is wrong.",
        "I do not accept the 2 EUR coupon that the seller offered for the hoodie.",
        "The seller wrote “Offered a 2 EUR coupon” about the hoodie.",
        "The colour of the hoodie is not the colour in the listing.",
        "The hoodie is not damaged.",
    ],
    ids=str,
)
def test_a_sentence_that_the_case_bears_out_passes(sentence: str) -> None:
    assert codes(sentence) == set()


PARTIAL = [
    ("remedy.wrong", "I want a full refund for the hoodie."),
    ("remedy.wrong", "Please refund the hoodie in full."),
    ("remedy.wrong", "I want all my money back for the hoodie."),
    ("remedy.wrong", "I ask for a refund of €23.40 for the hoodie."),
    ("remedy.goods", "I will send the hoodie back to you."),
]


@pytest.mark.parametrize(("code", "sentence"), PARTIAL, ids=[text for _, text in PARTIAL])
def test_a_partial_case_never_asks_for_all(code: str, sentence: str) -> None:
    assert code in codes(sentence, ask=PART)


def test_a_partial_case_may_name_the_price() -> None:
    assert codes("I paid €23.40 for the hoodie.", ask=PART) == set()


TO_SELLER = [
    ("remedy.demanded", "I demand a refund for the hoodie."),
    ("remedy.demanded", "Please give me my money back."),
    ("remedy.extra", "Please send me a replacement hoodie."),
]


@pytest.mark.parametrize(("code", "sentence"), TO_SELLER, ids=[text for _, text in TO_SELLER])
@pytest.mark.parametrize("purpose", [Purpose.SELLER, Purpose.EXTENSION])
def test_a_message_to_the_seller_demands_no_money(purpose: Purpose, code: str, sentence: str) -> None:
    assert code in codes(sentence, ask=None, purpose=purpose)


NOT_ARRIVED = [
    ("contradiction.received", "When I opened the parcel it was empty."),
    ("contradiction.received", "The lamp that arrived is of no use."),
    ("contradiction.defect", "The lamp is broken."),
    ("evidence.claimed", "I attached photos of the tracking."),
    ("evidence.claimed", "See the picture of the tracking."),
    ("evidence.unknown", "The tracking has not moved (E1)."),
    ("contact.absent", "The seller promised that the parcel would move."),
    ("contact.count", "I wrote to the seller twice about the parcel."),
    ("amount", "I paid JPY 2,840 for the lamp."),
    ("currency", "I paid €2,480 for the lamp."),
    ("tracking_number", "The tracking of LX123456798CN has not moved."),
]


@pytest.mark.parametrize(("code", "sentence"), NOT_ARRIVED, ids=[text for _, text in NOT_ARRIVED])
def test_a_parcel_that_never_came(code: str, sentence: str) -> None:
    assert code in codes(sentence, PARCEL, PARCEL_ASK)


@pytest.mark.parametrize(
    "sentence",
    [
        "The seller has not answered about the parcel.",
        "The parcel has not arrived.",
        "The parcel should have arrived by now.",
        "The tracking of LX123456789CN has not moved.",
        "I paid ¥2,480 for the lamp.",
    ],
)
def test_what_may_be_said_of_a_parcel_that_never_came(sentence: str) -> None:
    assert codes(sentence, PARCEL, PARCEL_ASK) == set()


NO_RECORD = [
    ("contact.absent", "I wrote to the seller about the hoodie."),
    ("contact.silence", "The seller never answered me about the hoodie."),
    ("contact.silence", "There was no reply from the seller about the hoodie."),
    ("contact.absent", "The seller refused to help with the hoodie."),
]


@pytest.mark.parametrize(("code", "sentence"), NO_RECORD, ids=[text for _, text in NO_RECORD])
def test_contact_is_told_only_if_the_case_holds_it(code: str, sentence: str) -> None:
    assert code in codes(sentence, bare(HOODIE))


def test_where_the_item_is_merely_disliked_no_defect_is_hinted_at() -> None:
    case = replace(bare(HOODIE), what_happened=("I do not like the hoodie.",))
    case = replace(case, facts=HOODIE.facts.given("defects", frozenset({"dislike"})))
    assert codes("The hoodie does not suit me.", case) == set()
    for sentence in ("The hoodie is broken.", "The hoodie is not as described.", "The hoodie has the wrong colour."):
        assert "contradiction.hint" in codes(sentence, case), sentence


def test_signs_in_the_items_own_name_pass() -> None:
    name = "Mug [2-pack] 350 ml «Café» <new> {A}"
    case = replace(HOODIE, order=replace(HOODIE.order, item=name), what_happened=("The mug [2-pack] is green.",))
    brief = brief_of(case)
    assert [one for one in findings(draft_of(brief), brief, 3000) if one.hard] == []


def test_words_of_the_buyers_own_case_excuse_the_words_of_an_agency() -> None:
    case = replace(HOODIE, what_happened=("The police have the hoodie that arrived.", "The listing shows navy."))
    assert "legal" not in codes("The police have the green hoodie.", case)
    assert "legal" in codes("The court has the green hoodie.", case)


def replaced(draft: Draft, sentence: Sentence) -> Draft:
    """The draft with one sentence instead of all those of its part."""
    kept = [tuple(one for one in paragraph if one.part is not sentence.part) for paragraph in draft.paragraphs]
    return Draft((*(paragraph for paragraph in kept if paragraph), (sentence,)))


LEDGER = [
    ("ledger.unsupported", Sentence("This matters to me.", (), Part.CLOSING)),
    ("ledger.unsupported", Sentence("I have long trusted this store.", (), Part.OPENING)),
    ("ledger.unknown", Sentence("The hoodie is green.", ("F99",), Part.BODY)),
    ("ledger.cited", Sentence("The hoodie is green (E1).", ("F1",), Part.BODY)),
    ("evidence.uncited", Sentence("The hoodie is green.", ("F7",), Part.BODY)),
    ("name", Sentence("Maria Ruiz", ("F1",), Part.CLOSING)),
    ("remedy.missing", Sentence("I ask for a refund.", ("ASK",), Part.REQUEST)),
    ("remedy.missing", Sentence("I ask for a refund of €23.40.", ("ASK",), Part.REQUEST)),
    ("remedy.missing", Sentence("I ask for a full refund of 23.40.", ("ASK",), Part.REQUEST)),
    ("remedy.wrong", Sentence("I ask for a full refund of €2.", ("ASK",), Part.REQUEST)),
    ("order_number.missing", Sentence("My cotton hoodie, size M, navy.", ("F1",), Part.OPENING)),
    ("empty", Sentence(" ", ("F1",), Part.OPENING)),
]


@pytest.mark.parametrize(("code", "sentence"), LEDGER, ids=[f"{code}: {one.text}" for code, one in LEDGER])
def test_the_frame_is_checked_as_the_body_is(code: str, sentence: Sentence) -> None:
    brief = brief_of()
    assert code in {one.code for one in findings(replaced(draft_of(brief), sentence), brief, 3000)}


def test_length_is_held_to_the_limit_and_to_what_is_read() -> None:
    brief = brief_of()
    draft = draft_of(brief)
    assert findings(draft, brief, len(draft.text())) == ()
    assert [one.code for one in findings(draft, brief, len(draft.text()) - 1)] == ["length.limit"]
    for count, severity in ((110, "soft"), (230, "hard")):
        long = findings(draft_of(brief, "The hoodie is " + "green " * count + "now."), brief, 9000)
        assert [one.severity for one in long if one.code == "length.words"] == [severity]


def test_an_empty_draft_is_refused() -> None:
    assert findings(Draft(()), brief_of(), 1000)[0].code == "empty"
