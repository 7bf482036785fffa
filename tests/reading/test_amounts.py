"""Money in free text: every form, every currency that it can be in, and what is no money."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwright.reading.amounts import amounts, written
from claimwright.reading.money import MINOR_UNITS, Money

FORMS = [
    ("€23.40", "23.40", "EUR"),
    ("23,40 €", "23.40", "EUR"),
    ("EUR 23.40", "23.40", "EUR"),
    ("23.40 EUR", "23.40", "EUR"),
    ("23.40eur", "23.40", "EUR"),
    ("23 euros", "23", "EUR"),
    ("US$12", "12", "USD"),
    ("$12.50 USD", "12.50", "USD"),
    ("12 US dollars", "12", "USD"),
    ("R$ 89,90", "89.90", "BRL"),
    ("₩12,000", "12000", "KRW"),
    ("¥2480", "2480", "JPY"),
    ("1.234,56 EUR", "1234.56", "EUR"),
    ("1 234,50 €", "1234.50", "EUR"),
    ("CHF 1'234.50", "1234.50", "CHF"),
    ("₹1,23,456", "123456", "INR"),
    ("KWD 1.234", "1.234", "KWD"),
    ("120 zł", "120", "PLN"),
    ("A$12.00", "12.00", "AUD"),
]


@pytest.mark.parametrize(("text", "amount", "currency"), FORMS, ids=[text for text, _, _ in FORMS])
def test_every_written_form(text: str, amount: str, currency: str) -> None:
    (span,) = amounts(f"It cost {text} in all")
    assert (span.text, span.amount) == (text, Decimal(amount))
    assert currency in span.currencies


def test_a_sign_of_several_currencies_stands_for_each() -> None:
    assert amounts("$5")[0].currencies >= {"USD", "CAD", "AUD"}
    assert amounts("¥5")[0].currencies == {"JPY", "CNY"}


@pytest.mark.parametrize("text", ["6 ft", "All 3", "2 real problems", "350 ml", "size 42", "try 2 times"])
def test_what_is_no_money(text: str) -> None:
    assert amounts(text) == ()


WRITTEN = [
    ("23.40", "EUR", "€23.40"),
    ("12", "USD", "US$12.00"),
    ("2480", "JPY", "JPY 2,480"),
    ("12000", "KRW", "₩12,000"),
    ("120", "PLN", "PLN 120.00"),
    ("1234.5", "BRL", "R$1,234.50"),
    ("1.234", "KWD", "KWD 1.234"),
]


@pytest.mark.parametrize(("amount", "currency", "text"), WRITTEN, ids=[text for _, _, text in WRITTEN])
def test_money_for_readers(amount: str, currency: str, text: str) -> None:
    assert written(Money(Decimal(amount), currency)) == text


@given(st.sampled_from(sorted(MINOR_UNITS)), st.integers(min_value=0, max_value=10**11))
def test_what_is_written_is_found_again(currency: str, units: int) -> None:
    money = Money(Decimal(units).scaleb(-MINOR_UNITS[currency]), currency)
    (span,) = amounts(f"I paid {written(money)} for it.")
    assert span.fits(money)
    assert span.currencies == {currency}


@pytest.mark.parametrize("piece", ["1", "1,111,", "1 ", "€", "€1", "1€", "1.1", "EUR ", "(1", "A1", "US dollars 5"])
def test_long_texts_are_read_in_time(piece: str) -> None:
    started = time.process_time()
    amounts(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 3
