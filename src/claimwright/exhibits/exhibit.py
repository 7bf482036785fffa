"""One item of evidence as it lies ready for upload, and what everything is measured against."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claimwright.case.evidence import Evidence
from claimwright.case.order import Order
from claimwright.exhibits.content import Content
from claimwright.exhibits.remark import Remark
from claimwright.reading.dates import written

_MADE = frozenset({"photo", "video", "measurement"})
"""Kinds that show what arrived, and so cannot be older than its arrival."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest copies, in bytes and pixels, and how many are wanted. The numbers are ours, no platform's."""

    bytes: int = 5_000_000
    video_bytes: int = 500_000_000
    side: int = 4000
    files: int = 5


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One item: its number (from 1), its line in the list, and its copy, if it names a file.

    `size` is width and height in pixels, of pictures only; `clean` says whether the hidden data were left out.
    """

    number: int
    item: Evidence
    caption: str
    copy: str | None = None
    content: Content | None = None
    length: int = 0
    size: tuple[int, int] | None = None
    taken_on: date | None = None
    clean: bool = False


def odd_days(number: int, item: Evidence, taken: date, order: Order, today: date) -> Iterator[Remark]:
    """What does not go together between the day in a picture and the days in the case."""
    day = {"day": written(taken)}
    if taken > today:
        yield Remark(number, "after_today", day)
    elif order.ordered_on and taken < order.ordered_on and item.kind != "listing":
        yield Remark(number, "before_order", {**day, "other": written(order.ordered_on)})
    elif order.received_on and taken < order.received_on and item.kind in _MADE:
        yield Remark(number, "before_delivery", {**day, "other": written(order.received_on)})
    if item.taken_on and item.taken_on != taken:
        yield Remark(number, "other_day", {**day, "other": written(item.taken_on)})
