"""Identifiers in free text, and sentences with their content."""

import time

import pytest

from claimwright.reading.identifiers import Sort, identifiers, is_card, is_iban, phones
from claimwright.reading.sentences import content, sentences

FOUND = [
    ("8190000000000001", Sort.DIGITS),
    ("8190 0000 0000 0001", Sort.DIGITS),
    ("LX123456789CN", Sort.TRACKING),
    ("LP00123456789012", Sort.TRACKING),
    ("ana.ruiz@example.com", Sort.EMAIL),
    ("ana at example dot com", Sort.EMAIL),
    ("https://example.com/a?b=c", Sort.URL),
    ("www.example.com", Sort.URL),
    ("shop.com", Sort.URL),
    ("t.me/abc", Sort.URL),
    ("example dot com", Sort.URL),
    ("@ana_ruiz", Sort.HANDLE),
    ("DE89 3704 0044 0532 0130 00", Sort.IBAN),
]


@pytest.mark.parametrize(("text", "sort"), FOUND, ids=[text for text, _ in FOUND])
def test_what_is_found(text: str, sort: Sort) -> None:
    (one,) = identifiers(f"see {text} and")
    assert (one.text.strip(), one.sort) == (text, sort)


@pytest.mark.parametrize(
    "text", ["colour.it was", "and/or", "size 42", "M8 screws", "2026-10-02", "wrong.Store", "e.g. so"]
)
def test_what_is_no_identifier(text: str) -> None:
    assert identifiers(text) == ()


@pytest.mark.parametrize(
    ("text", "count"), [("+49 170 1234567", 1), ("(0170) 123-45-67", 1), ("12 by 34", 0), ("350", 0)]
)
def test_telephone_numbers(text: str, count: int) -> None:
    assert len([*phones(f"call {text} now")]) == count


def test_check_digits() -> None:
    assert is_card("4111111111111111")
    assert not is_card("4111111111111112")
    assert is_iban("GB82 WEST 1234 5698 7654 32")
    assert not is_iban("GB82 WEST 1234 5698 7654 33")


@pytest.mark.parametrize("piece", ["a", "a.", "a@", "1", "1234 ", "AB12", "www.", "a-", "+1 ", "dot "])
def test_long_texts_are_read_in_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    for read in (identifiers, lambda text: list(phones(text)), sentences, content):
        started = time.process_time()
        read(text)
        assert time.process_time() - started < 1


def test_sentences_end_where_a_reader_stops() -> None:
    text = "I paid approx. 5 EUR. The strap, e.g. the left one, is torn! “Is it?” Yes."
    assert sentences(text) == ("I paid approx. 5 EUR.", "The strap, e.g. the left one, is torn!", "“Is it?”", "Yes.")


def test_claim_and_proof_share_their_content() -> None:
    assert content("The hoodies that arrived were green (E1).") == content("hoodie arrives, green")


def test_a_tracking_number_is_no_bank_account() -> None:
    assert is_iban("DE89 3704 0044 0532 0130 00")
    for number in ("LP00352837352482", "LP00123456780731", "DE00352837352482", "GBX9 1234 5678 9012"):
        assert not is_iban(number)
    assert [one.sort for one in identifiers("Parcel LP00352837352482 stands still.")] == [Sort.TRACKING]
