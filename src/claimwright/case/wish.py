"""Whether the refund that the buyer wishes holds together, and against what was paid."""

from collections.abc import Sequence

from claimwright.case.order import Request
from claimwright.reading.money import Money


def wish_faults(request: Request, paid: Money | None) -> Sequence[tuple[str, str]]:
    """What is wrong with a request, each as the field of `request` and a text."""
    amount = request.amount
    if request.refund != "partial":
        if amount is None:
            return ()
        remedy = 'Write "refund": "partial" beside it, or remove the amount.'
        return (("amount", f"an amount belongs to a partial refund only. {remedy}"),)
    if amount is None:
        return (("amount", 'missing. A partial refund needs "amount": how much you ask back. It is never guessed.'),)
    if paid is None:
        return ()
    if amount.currency != paid.currency:
        return (("amount", f"asks for {amount.currency}, but {paid} was paid. Write the amount in {paid.currency}."),)
    if amount.amount > paid.amount:
        return (("amount", f"asks for {amount}, but only {paid} was paid. Ask for at most what was paid."),)
    return ()
