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


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("LP00123456789012", "LP 0012 3456 7890 12"),
        ("LP 0012 3456 7890 12", "lp-0012-3456-7890-12"),
        ("RB123456789CN", "RB 123 456 789 CN"),
        ("1Z999AA10123456784", "1Z 999 AA1 01 2345 6784"),
        ("1234567890", "123 456 7890"),
    ],
)
def test_a_known_tracking_number_is_found_however_it_is_spelt(number: str, text: str) -> None:
    (one,) = identifiers(f"parcel {text}, stopped", number)
    assert (one.text, one.sort) == (text, Sort.TRACKING)
    assert one.value == "".join(filter(str.isalnum, number))
    assert f"parcel {text}, stopped"[one.start : one.end] == text


@pytest.mark.parametrize(
    "text", ["RB 123 456 788 CN", "XRB 123 456 789 CN", "RB 123 456 789 CN2", "RB / 123456789 / CN"]
)
def test_another_number_is_not_the_known_one(text: str) -> None:
    assert all(one.value != "RB123456789CN" for one in identifiers(text, "RB123456789CN"))


def test_a_short_number_is_found_nowhere() -> None:
    assert identifiers("on 1 2 3 4 5 days", "12345") == ()
