"""Decides what is asked for: what the verdict allows and, within that, what the buyer wishes.

An amount is never invented, and nothing beyond the verdict is asked for.
"""

from dataclasses import dataclass

from claimwright.case.order import Request
from claimwright.guide.rule import Remedy
from claimwright.reading.amounts import written
from claimwright.reading.money import Money


@dataclass(frozen=True, slots=True)
class Decision:
    """What to ask for; `amount` is None as long as `questions` (case-file path, question) are open."""

    remedy: Remedy
    amount: Money | None
    questions: tuple[tuple[str, str], ...] = ()


def decide(allowed: Remedy, request: Request, paid: Money | None) -> Decision:
    """The decided request, or the question that decides it."""
    part = request.amount if request.amount != paid else None
    wish = "full" if request.refund == "partial" and request.amount and not part else request.refund
    if allowed is Remedy.PARTIAL:
        return _part(part, paid, "Here the guide supports a part of the price only. ")
    if wish == "partial":
        return _part(part, paid)
    if wish is None and allowed is Remedy.CHOICE:
        return Decision(allowed, None, (("request.refund", "Do you want the full price back, or a part of it?"),))
    return Decision(Remedy.FULL, paid)


def _part(amount: Money | None, paid: Money | None, why: str = "") -> Decision:
    if amount is not None:
        return Decision(Remedy.PARTIAL, amount)
    of = f"of the {written(paid)} paid" if paid else "of the price"
    return Decision(Remedy.PARTIAL, None, (("request.amount", f"{why}How much {of} do you ask for?"),))
