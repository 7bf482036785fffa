"""How a contact is told, and how an item of proof is named."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwright.case.evidence import Contact, Evidence
from claimwright.letter.contact_told import LONGEST_QUOTATION, described, told

DAY = date(2026, 10, 31)

CONTACTS = [
    ("buyer", "I asked for a refund.", False, "On 31 October 2026 I asked for a refund."),
    ("buyer", "I asked the seller to extend it", True, "On 31 October 2026 I asked you to extend it."),
    ("buyer", "Where is my parcel?", False, "On 31 October 2026 I wrote: “Where is my parcel?”"),
    ("buyer", "Where is my parcel?", True, "On 31 October 2026 I wrote to you: “Where is my parcel?”"),
    ("seller", "Offered a 2 EUR coupon.", False, "On 31 October 2026 the seller offered a 2 EUR coupon."),
    ("seller", "The seller said that it was sent.", False, "On 31 October 2026 the seller said that it was sent."),
    ("seller", "They refused.", False, "On 31 October 2026 the seller refused."),
    ("seller", "Didn't reply to the question.", False, "On 31 October 2026 the seller didn't reply to the question."),
    ("seller", "No answer to the question.", False, "On 31 October 2026 the seller gave no answer to the question."),
    ("seller", "Was unable to say.", True, "On 31 October 2026 you were unable to say."),
    ("seller", "Please wait 5 more days.", False, "On 31 October 2026 the seller wrote: “Please wait 5 more days.”"),
    ("seller", "Need 5 days", False, "On 31 October 2026 the seller wrote: “Need 5 days”."),
    ("seller", 'It is "on the way".', True, "On 31 October 2026 you wrote: “It is 'on the way'.”"),
]


@pytest.mark.parametrize(("sender", "text", "to_seller", "sentence"), CONTACTS)
def test_a_note_is_merged_and_anything_else_is_quoted(sender: str, text: str, to_seller: bool, sentence: str) -> None:
    assert "".join(told(Contact(DAY, sender, text), to_seller)) == sentence


def test_proof_of_a_quotation_stands_before_it() -> None:
    start, end = told(Contact(DAY, "seller", "Please wait."), to_seller=False)
    assert f"{start} (E1){end}" == "On 31 October 2026 the seller wrote (E1): “Please wait.”"


@given(st.text(min_size=1, max_size=900).filter(lambda text: text.isprintable() and text.strip() == text))
def test_a_long_quotation_is_cut_at_a_sentence_or_word_and_said_to_be(text: str) -> None:
    sentence = "".join(told(Contact(DAY, "buyer", f"Hello. {text}"), to_seller=False))
    assert sentence.count("“") == sentence.count("”") == 1
    quoted = sentence[sentence.index("“") + 1 : sentence.index("”")]
    assert len(quoted) <= LONGEST_QUOTATION
    assert ("among other things" in sentence) == (len(" ".join(f"Hello. {text}".split())) > LONGEST_QUOTATION)


ITEMS = [
    (Evidence("photo", "The green hoodie"), "photo of the green hoodie"),
    (Evidence("photo", "the hoodie is green"), "photo: the hoodie is green"),
    (Evidence("photo", "Photo of the hoodie."), "Photo of the hoodie"),
    (Evidence("video", "a switch being pressed"), "video of a switch being pressed"),
    (Evidence("listing", "the listing with navy"), "the listing with navy"),
    (Evidence("listing", "the navy option"), "listing: the navy option"),
    (Evidence("conversation", "the chat of 2 May"), "the chat of 2 May"),
    (Evidence("official_document", "the demand"), "official document: the demand"),
    (Evidence("other", "a card"), "a card"),
    (Evidence("photo", "the box", taken_on=DAY), "photo of the box, taken on 31 October 2026"),
    (Evidence("receipt", "the receipt", taken_on=DAY), "the receipt, as of 31 October 2026"),
]


@pytest.mark.parametrize(("item", "name"), ITEMS)
def test_proof_is_named_by_its_kind_unless_the_buyer_names_it(item: Evidence, name: str) -> None:
    assert described(item) == name


def test_the_day_can_be_left_out() -> None:
    assert described(Evidence("photo", "the box", taken_on=DAY), with_date=False) == "photo of the box"


PLAIN = [
    ("buyer", "I want my money back!", "I wrote: “I want my money back!”"),
    ("buyer", "I'd like a refund.", "I wrote: “I'd like a refund.”"),
    ("buyer", "I would like a refund.", "I wrote: “I would like a refund.”"),
    ("buyer", "I am unhappy", "I wrote: “I am unhappy”."),
    ("buyer", "I received a green one.", "I wrote: “I received a green one.”"),
    ("buyer", "I asked you for a refund.", "I wrote: “I asked you for a refund.”"),
    ("buyer", "I had already asked for news.", "I had already asked for news."),
    ("buyer", "I again asked for news!", "I again asked for news."),
    ("buyer", "Asked for a refund.", "I asked for a refund."),
    ("buyer", "Sent the photos.", "I sent the photos."),
    ("buyer", 'I asked "Where is it?"', 'I asked "Where is it?"'),
    ("seller", "The seller said I am a liar", "the seller wrote: “The seller said I am a liar”."),
    ("seller", "Said that it was sent!!!", "the seller said that it was sent."),
    ("seller", "Rejected!", "the seller rejected."),
    ("seller", "Received your message.", "the seller wrote: “Received your message.”"),
]


@pytest.mark.parametrize(("sender", "text", "clause"), PLAIN)
def test_only_a_clear_note_of_the_past_is_merged(sender: str, text: str, clause: str) -> None:
    assert "".join(told(Contact(DAY, sender, text), to_seller=False)) == f"On 31 October 2026 {clause}"


def test_a_note_to_the_seller_may_speak_to_the_seller() -> None:
    told_to = told(Contact(DAY, "buyer", "I asked you for a refund."), to_seller=True)
    assert "".join(told_to) == "On 31 October 2026 I asked you for a refund."
