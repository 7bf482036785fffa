"""What was bought, from whom, for how much, and what the buyer wishes."""

from dataclasses import dataclass
from typing import Annotated

from claimwright.case.fields import Day, Line, Number, Reader, Sum, Text, choice

WISHES = ("full", "partial")
"""How much of the price a buyer can ask back."""

GOODS = ("keep", "return")
"""What a buyer can propose to do with the goods."""

Wish = Annotated[str, Reader(choice(*WISHES))]
Goods = Annotated[str, Reader(choice(*GOODS))]


@dataclass(frozen=True, slots=True)
class Order:
    """One order line. Only number, item and paid are needed for a message."""

    number: Number | None = None
    item: Line | None = None
    store: Line | None = None
    paid: Sum | None = None
    ordered_on: Day | None = None
    promised_by: Day | None = None
    received_on: Day | None = None
    protection_ends_on: Day | None = None
    tracking_number: Number | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What the buyer wishes: refund full or partial (then with an amount), goods keep or return."""

    refund: Wish | None = None
    amount: Sum | None = None
    goods: Goods | None = None


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who buys. Nothing of this is needed; the name signs the message."""

    name: Line | None = None
    email: Line | None = None
    phone: Line | None = None
    address: Text | None = None
