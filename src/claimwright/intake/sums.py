"""Sums of money as people write them: 23,40 €, $12.50, 2480 yen, or a bare number where the currency is known."""

from decimal import Decimal

from claimwright.intake.question import Half, Question, Reading, Refused, Understood
from claimwright.intake.wording import Wording
from claimwright.reading.amounts import amounts, number_in, written
from claimwright.reading.characters import visible
from claimwright.reading.later import later
from claimwright.reading.money import MINOR_UNITS, Money

_COMMON = "USD CAD AUD JPY CNY SEK NOK DKK MXN"  # named first where a sign stands for several
_BARE = later(r"\d{1,12}(?:[.,' \u00a0]\d{3})*(?:[.,]\d{1,4})?(?:,-|\.-)?")
_NUMBER = later(r"\d[\d.,' \u00a0]*")


def read_sum(said: str, question: Question, wording: Wording) -> Reading:
    """The sum that an answer names."""
    text = visible(said)
    found = amounts(text)
    if len(found) > 1:
        return Refused(wording.say("refused", "two_sums"))
    if not found:
        return _bare(text, question, wording)
    if len(found[0].currencies) > 1:
        codes = sorted(found[0].currencies, key=lambda code: (_COMMON.find(code) % 99, code))
        if question.currency in codes:
            return _money(found[0].amount, question.currency, text, wording)
        return Half(wording.say("refused", "which_currency", codes=", ".join(codes[:6])), _figures(text))
    return _money(found[0].amount, next(iter(found[0].currencies)), text, wording)


def _bare(text: str, question: Question, wording: Wording) -> Reading:
    if not _BARE.fullmatch(text):
        return Refused(wording.say("refused", "sum"))
    number = text.removesuffix(",-").removesuffix(".-")
    if not question.currency:
        return Half(wording.say("refused", "currency"), number)
    return _money(number_in(number, MINOR_UNITS[question.currency]), question.currency, text, wording)


def _figures(text: str) -> str:
    found = _NUMBER.search(text)
    return found.group().strip(" .,'") if found else text


def _money(amount: Decimal, currency: str, text: str, wording: Wording) -> Reading:
    if not amount:
        return Refused(wording.say("refused", "zero"))
    try:
        money = Money.parse(f"{amount:f}", currency)
    except ValueError as error:
        return Refused(f"{str(error)[:1].upper()}{str(error)[1:]}")
    value = {"amount": f"{money.amount:f}", "currency": currency}
    shown = written(money)
    return Understood(value, "" if text == str(money) else shown if currency in shown else f"{shown} ({currency})")
