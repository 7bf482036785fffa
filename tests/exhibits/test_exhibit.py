"""Which days do not go together."""

from datetime import date

import pytest

from claimwright.case.evidence import Evidence
from claimwright.case.order import Order
from claimwright.exhibits.exhibit import odd_days

TODAY = date(2026, 11, 22)
ORDER = Order(ordered_on=date(2026, 10, 2), received_on=date(2026, 10, 28))


@pytest.mark.parametrize(
    ("kind", "taken", "ids"),
    [
        ("photo", date(2026, 10, 28), []),
        ("photo", date(2026, 10, 27), ["before_delivery"]),
        ("measurement", date(2026, 10, 27), ["before_delivery"]),
        ("tracking", date(2026, 10, 27), []),
        ("photo", date(2026, 10, 2), ["before_delivery"]),
        ("photo", date(2026, 10, 1), ["before_order"]),
        ("receipt", date(2026, 10, 1), ["before_order"]),
        ("listing", date(2026, 10, 1), []),
        ("photo", date(2026, 11, 22), []),
        ("photo", date(2026, 11, 23), ["after_today"]),
        ("listing", date(2026, 11, 23), ["after_today"]),
    ],
)
def test_a_day_that_is_too_early_or_too_late(kind: str, taken: date, ids: list[str]) -> None:
    assert [one.id for one in odd_days(3, Evidence(kind, "it"), taken, ORDER, TODAY)] == ids
    assert list(odd_days(3, Evidence("photo", "it"), taken, Order(), date(2026, 12, 1))) == []


def test_a_day_that_is_not_the_one_in_the_case() -> None:
    item = Evidence("photo", "it", "a.jpg", date(2026, 10, 28))
    assert list(odd_days(3, item, date(2026, 10, 28), ORDER, TODAY)) == []
    (found,) = odd_days(3, item, date(2026, 10, 29), ORDER, TODAY)
    assert (found.number, found.id) == (3, "other_day")
    assert found.values == {"day": "29 October 2026", "other": "28 October 2026"}
