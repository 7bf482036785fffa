"""What code writes round a body is true by its making: no check takes it for something else."""

from dataclasses import replace
from datetime import date

import pytest

from claimwright.case.evidence import Contact, Evidence
from claimwright.letter.checks import findings
from claimwright.letter.draft import Draft, Part, Sentence

from .cases import FULL, HOODIE, PARCEL, brief_of, draft_of


def with_record(*texts: str) -> tuple[str, ...]:
    """The codes of the hard findings where the record of contacts reads so; E3 is the conversation."""
    brief = brief_of()
    topics = brief.ids("contacts[0]", "contacts[1]", "evidence[2]")
    record = tuple(Sentence(text, topics, Part.CONTACT) for text in texts)
    kept = tuple(one for one in draft_of(brief).paragraphs if one[0].part is not Part.CONTACT)
    return tuple(one.code for one in findings(Draft((*kept[:2], record, *kept[2:])), brief, 3000) if one.hard)


@pytest.mark.parametrize("said", ["Where is it?", "Please refund me.", "I am unhappy.", "¿Dónde está mi pedido?", "…"])
def test_a_role_word_does_not_reach_past_its_sentence(said: str) -> None:
    case = replace(HOODIE, contacts=(replace(HOODIE.contacts[0], text=said), HOODIE.contacts[1]))
    brief = brief_of(case)
    record = (
        Sentence(f"On 29 October 2026 I wrote: “{said}”", brief.ids("contacts[0]"), Part.CONTACT),
        Sentence(
            "On 31 October 2026 the seller offered a 2 EUR coupon (E3).",
            brief.ids("contacts[1]", "evidence[2]"),
            Part.CONTACT,
        ),
    )
    kept = tuple(one for one in draft_of(brief).paragraphs if one[0].part is not Part.CONTACT)
    assert [one for one in findings(Draft((*kept[:2], record, *kept[2:])), brief, 3000) if one.hard] == []


def test_a_role_word_still_counts_in_its_own_sentence() -> None:
    assert with_record("On 31 October 2026 I asked for a refund.") == ("date.role",)
    assert with_record("On 31 October 2026 “it was delivered” stood on the page.") == ("quotation",)


def test_in_the_record_the_conversation_is_cited_not_the_photo() -> None:
    case = replace(HOODIE, contacts=(HOODIE.contacts[0], replace(HOODIE.contacts[1], text="Asked for a photo.")))
    brief = brief_of(case)
    draft = draft_of(brief)
    assert "asked for a photo (E3)." in draft.text()
    assert [one for one in findings(draft, brief, 3000) if one.hard] == []
    body = draft_of(brief, "The seller asked for a photo (E3).")
    assert [one.code for one in findings(body, brief, 3000) if one.hard] == []


def test_beside_the_buyers_own_words_any_proof_may_stand() -> None:
    case = replace(HOODIE, what_happened=(*HOODIE.what_happened, "I sent the seller a photo."))
    brief = brief_of(case)
    draft = draft_of(replace(brief, case=HOODIE))
    own = Sentence(
        "I sent the seller a photo (E3).", brief.ids("what_happened[2]", "evidence[2]"), Part.BODY, own_words=True
    )
    whole = Draft((*draft.paragraphs[:2], (own,), *draft.paragraphs[2:]))
    assert [one.code for one in findings(whole, brief, 3000) if one.hard] == []


def test_the_same_message_told_twice_is_for_repair_only() -> None:
    brief = brief_of()
    text = "On 29 October 2026 I asked for a refund because the colour is wrong"
    assert with_record(f"{text}.", f"{text} (E3).") == ()
    assert "repeated" in {
        one.code for one in findings(draft_of(brief, "The listing shows navy."), brief, 3000) if one.hard
    }


def test_evidence_that_does_not_exist_is_not_cited_in_the_record() -> None:
    assert "evidence.unknown" in with_record("On 31 October 2026 the seller offered a 2 EUR coupon (E9).")


def test_captions_stand_apart() -> None:
    evidence = (
        HOODIE.evidence[0],
        Evidence("listing", "photo of the promised colour"),
        Evidence("video", "the hoodie in daylight", None, date(2026, 11, 10)),
    )
    case = replace(HOODIE, evidence=evidence, contacts=())
    brief = brief_of(case)
    whole = draft_of(brief)
    assert [one.code for one in findings(whole, brief, 3000) if one.hard] == []


@pytest.mark.parametrize("number", ["LP00352837352482", "1234567890", "4111111111111111"])
def test_the_parcels_own_number_is_no_account(number: str) -> None:
    case = replace(PARCEL, order=replace(PARCEL.order, tracking_number=number))
    brief = brief_of(case, replace(FULL, amount=case.order.paid) if case.order.paid else FULL)
    draft = draft_of(brief, f"The tracking of {number} has not moved.")
    assert [one.code for one in findings(draft, brief, 3000) if one.hard] == []


@pytest.mark.parametrize("item", ["E1", "bulb (E1)"])
def test_an_item_that_reads_like_a_citation(item: str) -> None:
    case = replace(HOODIE, order=replace(HOODIE.order, item=item))
    brief = brief_of(case)
    opening = Sentence(
        f"I paid €23.40 for my order 8190000000000001 ({item}).", brief.ids("order.number", "order.item"), Part.OPENING
    )
    draft = draft_of(brief, without=(Part.OPENING,))
    whole = Draft(((opening,), *draft.paragraphs))
    assert [one.code for one in findings(whole, brief, 3000) if one.hard] == []


def test_words_of_the_seller_that_no_statement_tells() -> None:
    brief = brief_of()
    for text, caught in (
        ("The seller told me to throw it away.", True),
        ("The store promised to ship a replacement from another warehouse.", True),
        ("The seller only offered a 2 EUR coupon.", False),
        ("The seller refused.", False),
        ("The seller offered a coupon of 2 EUR instead of a refund.", False),
    ):
        found = {one.code for one in findings(draft_of(brief, text), brief, 3000) if one.hard}
        assert ("contact.invented" in found) is caught, text


def test_a_contact_of_any_day_is_told_as_it_was() -> None:
    case = replace(HOODIE, contacts=(Contact(date(2026, 10, 29), "buyer", "I asked for a refund."),) * 2)
    brief = brief_of(case)
    assert [one.code for one in findings(draft_of(brief), brief, 3000) if one.hard] == []
