"""Money is exact, has the decimals of its currency, and is refused in plain sentences."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwright.reading.money import MINOR_UNITS, Money, amount_fault, currency_fault


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("23.4", "EUR", "23.40 EUR"),
        ("23", "USD", "23.00 USD"),
        ("2480", "JPY", "2480 JPY"),
        ("1.5", "KWD", "1.500 KWD"),
        ("0.0001", "CLF", "0.0001 CLF"),
        ("999999999999.99", "EUR", "999999999999.99 EUR"),
        ("007", "EUR", "7.00 EUR"),
        ("0", "EUR", "0.00 EUR"),
    ],
)
def test_an_amount_gets_the_decimals_of_its_currency(amount: str, currency: str, text: str) -> None:
    assert str(Money.parse(amount, currency)) == text


@pytest.mark.parametrize(
    ("amount", "currency", "sentence"),
    [
        ("2480.5", "JPY", "JPY has no decimals"),
        ("1.0", "KRW", "KRW has no decimals"),
        ("1.234", "EUR", "EUR has 2 decimals"),
        ("1.2345", "KWD", "KWD has 3 decimals"),
        ("23,40", "EUR", "not an amount"),
        ("€23", "EUR", "not an amount"),
        ("-1", "EUR", "not an amount"),
        ("1e3", "EUR", "not an amount"),
        ("", "EUR", "not an amount"),
        ("1.", "EUR", "not an amount"),
        (".5", "EUR", "not an amount"),
        ("1\n", "EUR", "not an amount"),
        ("١", "EUR", "not an amount"),
        ("1234567890123", "EUR", "not an amount"),
        ("1", "eur", 'write the currency as "EUR"'),
        ("1", "XXX", "not a currency in use"),
        ("1", "€", "not a currency in use"),
    ],
)
def test_what_is_no_money_is_refused_with_the_reason(amount: str, currency: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Money.parse(amount, currency)


def test_a_number_is_told_to_go_in_quotes() -> None:
    assert "in quotes" in (amount_fault(23.4, "EUR") or "")
    assert "in quotes" in (amount_fault(True) or "")
    assert currency_fault(978) is not None
    assert currency_fault([]) is not None


def test_the_table_has_every_kind_of_currency() -> None:
    assert {MINOR_UNITS[code] for code in ("JPY", "KRW", "VND", "CLP", "ISK", "UGX")} == {0}
    assert {MINOR_UNITS[code] for code in ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")} == {3}
    assert MINOR_UNITS["CLF"] == MINOR_UNITS["UYW"] == 4
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in MINOR_UNITS)


@given(st.decimals(0, 10**11, places=2, allow_nan=False), st.sampled_from(sorted(MINOR_UNITS)))
def test_money_reads_back_exactly(amount: Decimal, currency: str) -> None:
    exact = f"{amount:.2f}" if MINOR_UNITS[currency] >= 2 else f"{int(amount)}"
    money = Money.parse(exact, currency)
    assert money.amount == Decimal(exact)
    assert Money.parse(*str(money).split(" ")) == money
    assert -int(money.amount.as_tuple().exponent) == MINOR_UNITS[currency]


@given(st.text(), st.text(max_size=4) | st.sampled_from(sorted(MINOR_UNITS)))
def test_any_text_is_money_or_a_plain_refusal(amount: str, currency: str) -> None:
    fault = currency_fault(currency) or amount_fault(amount, currency)
    if fault is None:
        assert Money.parse(amount, currency).amount >= 0
    else:
        assert fault.endswith(".")
        with pytest.raises(ValueError, match=re.escape(fault)):
            Money.parse(amount, currency)
