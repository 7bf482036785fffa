"""What is asked for, by what the verdict allows and what the buyer wishes."""

from decimal import Decimal

import pytest

from claimwright.case.order import Request
from claimwright.guide.rule import Remedy
from claimwright.letter.wish import decide
from claimwright.reading.money import Money

PAID = Money(Decimal("20.00"), "EUR")
PART = Money(Decimal("8.00"), "EUR")
FULL, SOME, NOTHING = Request("full"), Request("partial", PART), Request()

DECIDED = [
    (Remedy.FULL, FULL, (Remedy.FULL, PAID)),
    (Remedy.FULL, SOME, (Remedy.PARTIAL, PART)),
    (Remedy.FULL, NOTHING, (Remedy.FULL, PAID)),
    (Remedy.CHOICE, FULL, (Remedy.FULL, PAID)),
    (Remedy.CHOICE, SOME, (Remedy.PARTIAL, PART)),
    (Remedy.CHOICE, Request("partial", PAID), (Remedy.FULL, PAID)),
    (Remedy.PARTIAL, SOME, (Remedy.PARTIAL, PART)),
]
ASKED = [
    (Remedy.CHOICE, NOTHING, "request.refund"),
    (Remedy.CHOICE, Request("partial"), "request.amount"),
    (Remedy.PARTIAL, FULL, "request.amount"),
    (Remedy.PARTIAL, NOTHING, "request.amount"),
    (Remedy.PARTIAL, Request("partial", PAID), "request.amount"),
]


@pytest.mark.parametrize(("allowed", "request_", "decided"), DECIDED)
def test_the_wish_is_followed_as_far_as_the_verdict_allows(
    allowed: Remedy, request_: Request, decided: tuple[Remedy, Money]
) -> None:
    found = decide(allowed, request_, PAID)
    assert (found.remedy, found.amount) == decided
    assert not found.questions


@pytest.mark.parametrize(("allowed", "request_", "path"), ASKED)
def test_what_is_not_decided_is_asked_and_never_invented(allowed: Remedy, request_: Request, path: str) -> None:
    found = decide(allowed, request_, PAID)
    assert found.amount is None
    assert [asked for asked, _ in found.questions] == [path]
    assert found.questions[0][1].endswith("?")


def test_a_verdict_for_a_part_says_why_the_amount_is_asked() -> None:
    assert decide(Remedy.PARTIAL, FULL, PAID).questions[0][1] == (
        "Here the guide supports a part of the price only. How much of the €20.00 paid do you ask for?"
    )
