"""What a known day implies: how the protection may stand, and which readings of another day cannot be meant.

Decided here: a protection that ends on a day to come, by what a story says, has time left as far as that day tells; it
is offered, and never set.
"""

from datetime import date

from claimwright.case.casefile import Case
from claimwright.case.contradictions import contradictions
from claimwright.intake.gathered import DAYS

PROTECTION = "facts.protection"


def protection_by(day: date, today: date) -> str:
    """How a protection stands that ends on this day."""
    return "running" if day >= today else "expired"


def goes_with(id: str, day: date, before: Case, after: Case, today: date) -> bool:
    """Whether a day as the answer to this question goes with what is known; `after` is the case with it."""
    held = {one.text for one in contradictions(before, today)}
    if any(one.text not in held for one in contradictions(after, today)):
        return False
    ordered = before.order.ordered_on
    later = id.endswith("].on") or (id.removeprefix("order.") in DAYS and id != "order.ordered_on")
    return not later or ordered is None or day >= ordered
