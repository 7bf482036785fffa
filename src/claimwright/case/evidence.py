"""What the buyer can show, and what was said between buyer and seller."""

from dataclasses import dataclass
from typing import Annotated

from claimwright.case.fields import Day, Line, Named, Reader, Sum, Text, choice

KINDS = (
    "photo",
    "video",
    "listing",
    "order_page",
    "tracking",
    "conversation",
    "measurement",
    "receipt",
    "official_document",
    "other",
)
"""The kinds of evidence, as the case file names them."""

SENDERS = ("buyer", "seller")
"""Who can have written a message."""

CHANNELS = ("chat", "email", "phone")
"""How buyer and seller can have been in touch."""

OFFERS = ("full", "partial", "none")
"""How much of the price a seller can offer."""

Kind = Annotated[str, Reader(choice(*KINDS))]
Sender = Annotated[str, Reader(choice(*SENDERS)), Named("from")]
Channel = Annotated[str, Reader(choice(*CHANNELS))]
Offer = Annotated[str, Reader(choice(*OFFERS))]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One item of proof; the case numbers them E1, E2 … in file order."""

    kind: Kind
    shows: Text
    file: Line | None = None
    taken_on: Day | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """One message between buyer and seller: who wrote it, on which day, and what it said."""

    on: Day
    sender: Sender  # `from` in the case file
    text: Text
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the seller offers inside a dispute."""

    refund: Offer | None = None
    amount: Sum | None = None
    on: Day | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute that has been opened already."""

    opened_on: Day | None = None
    proposal: Proposal | None = None
    refused_on: Day | None = None
