"""What a frame shows of a brief, alike in every language: which messages, what is told of a dispute, what is cut."""

from claimwright.case.evidence import Contact
from claimwright.letter.brief import Brief, Statement

Cut = frozenset[str]
"""What is left out, by name."""

MOST_CONTACTS = 4

PAID_BESIDE = frozenset(("vat_paid", "vat_twice_arrived"))
"""Situations in which the part asked back was paid beside the price, and is no part of it."""


def shown_contacts(record: list[tuple[int, Contact]], cut: Cut) -> list[tuple[int, Contact]]:
    """The contacts that are told one by one."""
    if "older contacts" in cut:
        return record[-1:]
    if "contacts between" in cut:
        return [record[0], record[-1]] if len(record) > 1 else record
    return [record[0], *record[-2:]] if len(record) > MOST_CONTACTS else record


def recorded(brief: Brief, cut: Cut) -> bool:
    """Whether the message has a record of contacts, beside which a conversation is cited."""
    return "contacts" not in cut and bool(brief.case.contacts or of_dispute(brief))


def of_dispute(brief: Brief) -> list[Statement]:
    """The statements on a dispute that is open already."""
    return [one for one in brief.statements if one.topic.startswith("dispute.")]
