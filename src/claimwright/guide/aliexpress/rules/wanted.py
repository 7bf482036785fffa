"""The evidence that the rows want. Which photos to take comes from outside the guide: platform.toml."""

from claimwright.guide.rule import Source, Wanted

_GUIDE, _OURS = Source.GUIDE, Source.INTERPRETATION

PROOF = Wanted(
    "proof",
    "photos or other proof of what is wrong",
    frozenset({"photo", "video", "measurement", "receipt", "official_document"}),
    _GUIDE,
)
PROOF_NOT_RECEIVED = Wanted(
    "proof-not-received",
    "proof of where the parcel is: tracking, the order page, a paper from the carrier",
    frozenset({"tracking", "order_page", "official_document", "receipt", "conversation"}),
    _OURS,
)
CONVERSATION = Wanted("conversation", "the conversation with the seller", frozenset({"conversation"}), _GUIDE)
CONVERSATION_KEPT = Wanted("conversation", "the conversation with the seller", frozenset({"conversation"}), _OURS)
LISTING = Wanted(
    "listing", "the listing or the order page, to show what was promised", frozenset({"listing", "order_page"}), _OURS
)
MEASURED = Wanted(
    "measured",
    "the item measured: a photo with the tape, or the measurements",
    frozenset({"photo", "measurement"}),
    _OURS,
)
PAYMENTS = Wanted(
    "payments",
    "both payments of the VAT: at checkout and afterwards",
    frozenset({"receipt", "official_document", "order_page"}),
    _OURS,
)
FIRST_PAYMENT = Wanted(
    "first-payment",
    "the order page or receipt that shows the VAT paid at checkout",
    frozenset({"receipt", "order_page"}),
    _OURS,
)
TAX_PAYMENT = Wanted(
    "tax-payment", "the receipt of the tax that you paid", frozenset({"receipt", "official_document"}), _OURS
)
CUSTOMS_PAPER = Wanted(
    "customs-paper", "the paper from customs that says why the parcel is held", frozenset({"official_document"}), _OURS
)
ADDRESS = Wanted(
    "address",
    "the address in the order beside the one on the parcel or in the tracking",
    frozenset({"order_page", "photo", "tracking", "official_document"}),
    _OURS,
)
RETURN_REASON = Wanted(
    "return-reason",
    "the tracking or a letter that says why it went back",
    frozenset({"tracking", "official_document"}),
    _OURS,
)
REFUSED_EXTENSION = Wanted(
    "refused-extension", "the conversation in which the seller refused to extend", frozenset({"conversation"}), _OURS
)
