"""Dates and sums as each language writes them, and read back as what they are."""

from datetime import date
from decimal import Decimal

import pytest

from claimwright.letter.wording import LANGUAGES, Wording
from claimwright.reading.amounts import amounts
from claimwright.reading.dates_abroad import dates
from claimwright.reading.money import MINOR_UNITS, Money

from .drafting import RESOURCES

WRITTEN = [
    ("es", "1 de octubre de 2026", "1.234,50 €", "30,85 US$", "2.480 JPY"),
    ("pt", "1 de outubro de 2026", "€ 1.234,50", "US$ 30,85", "JPY 2.480"),
    ("fr", "1er octobre 2026", "1 234,50 €", "30,85 US$", "2 480 JPY"),
    ("de", "1. Oktober 2026", "1.234,50 €", "30,85 US$", "2.480 JPY"),
    ("ru", "1 октября 2026 года", "1 234,50 €", "30,85 US$", "2 480 JPY"),
]


def _wording(language: str) -> Wording:
    found = Wording.of(language, RESOURCES)
    assert found is not None
    return found


@pytest.mark.parametrize(("language", "day", "euros", "dollars", "yen"), WRITTEN)
def test_a_day_and_a_sum(language: str, day: str, euros: str, dollars: str, yen: str) -> None:
    wording = _wording(language)
    assert wording.day(date(2026, 10, 1)) == day
    sums = [wording.money(Money.parse(*one)) for one in (("1234.50", "EUR"), ("30.85", "USD"), ("2480", "JPY"))]
    assert sums == [euros, dollars, yen]


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_every_day_and_every_currency_is_read_back(language: str) -> None:
    wording = _wording(language)
    for month in range(1, 13):
        day = date(2026, month, 28)
        (span,) = dates(wording.day(day), language)
        assert span.readings
        assert span.fits(day)
    for currency, decimals in MINOR_UNITS.items():
        money = Money(Decimal(123456789).scaleb(-decimals), currency)
        (found,) = amounts(wording.money(money))
        assert found.fits(money), wording.money(money)


def test_english_needs_no_words_from_here() -> None:
    assert Wording.of("en", RESOURCES) is None
