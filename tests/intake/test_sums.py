"""Sums as people write them: with a comma or a point, a sign, a code, a name, or no currency at all."""

import pytest

from claimwright.intake.answers import read
from claimwright.intake.asked import about_message
from claimwright.intake.question import Half, Kind, Question, Reading, Refused, Understood

from .interviewing import TODAY, outcome, wording


def about(id: str, said: str) -> Reading:
    return read(about_message(id, wording()), said, TODAY, wording())


@pytest.mark.parametrize(
    ("said", "value", "echo"),
    [
        ("23,40 €", ("23.40", "EUR"), "€23.40 (EUR)"),
        ("€23.40", ("23.40", "EUR"), "€23.40 (EUR)"),
        ("23.4 EUR", ("23.40", "EUR"), "€23.40 (EUR)"),
        ("23.40 EUR", ("23.40", "EUR"), ""),
        ("EUR 1.234,50", ("1234.50", "EUR"), "€1,234.50 (EUR)"),
        ("1,234.50 eur", ("1234.50", "EUR"), "€1,234.50 (EUR)"),
        ("US$ 12.50", ("12.50", "USD"), "US$12.50 (USD)"),
        ("2480 yen", ("2480", "JPY"), "JPY 2,480"),
        ("I paid 9 pounds", ("9.00", "GBP"), "£9.00 (GBP)"),
        ("8 zł", ("8.00", "PLN"), "PLN 8.00"),
        ("23,-€", ("23.00", "EUR"), "€23.00 (EUR)"),
    ],
)
def test_sums(said: str, value: tuple[str, str], echo: str) -> None:
    found = about("order.paid", said)
    assert isinstance(found, Understood), found
    assert (found.value, found.echo) == ({"amount": value[0], "currency": value[1]}, echo)


@pytest.mark.parametrize(
    ("said", "text", "before"),
    [
        ("23,40", "In which currency? Write its code or its sign, like EUR, USD or £.", "23,40"),
        ("1234", "In which currency? Write its code or its sign, like EUR, USD or £.", "1234"),
        ("¥2480", "Several currencies are written like that. Write the code, like JPY, CNY.", "2480"),
        ("120 kr", "Several currencies are written like that. Write the code, like SEK, NOK, DKK, ISK.", "120"),
    ],
)
def test_a_sum_without_its_currency_is_asked_for_it(said: str, text: str, before: str) -> None:
    found = about("order.paid", said)
    assert isinstance(found, Half)
    assert (found.text, found.before) == (text, before)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("cheap", "I find no sum in that. Write it like 23,40 EUR or $12.50."),
        ("0 EUR", "That is nothing. Write the sum that you paid."),
        ("12 EUR or 15 EUR", "Those are several sums. Write one."),
        ("2480.55 JPY", "JPY has no decimals, and this amount has more. Write the amount exactly as it was paid."),
    ],
)
def test_what_is_no_sum_is_refused(said: str, text: str) -> None:
    assert about("order.paid", said) == Refused(text)


def test_the_currency_of_the_price_is_that_of_its_part() -> None:
    question = Question("request.amount", Kind.SUM, "", "", currency="CAD")
    assert outcome(read(question, "$8", TODAY, wording())) == {"amount": "8.00", "currency": "CAD"}
    assert outcome(read(question, "8,5", TODAY, wording())) == {"amount": "8.50", "currency": "CAD"}
