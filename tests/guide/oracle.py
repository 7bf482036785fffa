"""What the guide says of a complete case, written a second time: from the prose of the rule base, not from the rows."""

from claimwright.case.facts import Facts

Decision = tuple[str, str]

REFUSED = ("do_not_open", "none")
WAIT = ("wait_for_extension", "none")
CONTACT = ("contact_seller_first", "none")


def expected(facts: Facts) -> Decision:
    """Verdict and remedy of a complete case."""
    if _is(facts, "intent", "bad_faith", "resolved"):  # the veto of honesty; a solved problem needs no dispute (A13)
        return REFUSED
    expired = _is(facts, "protection", "expired")
    if _is(facts, "received", "yes"):
        return _arrived(facts.defects or frozenset(), expired)
    return _missing(facts, expired)


def _arrived(defects: frozenset[str], expired: bool) -> Decision:
    if not defects:  # no ground, no justified claim
        return REFUSED
    if defects - {"dislike", "vat_twice"}:  # not what was paid for; the size of the refund is the buyer's (A16)
        return _open("choice", expired)
    if "vat_twice" in defects:  # A20: the parcel has come, so the VAT paid again is asked back
        return _open("partial", expired)
    return ("open_uncertain", "choice")  # A01: only the option


def _missing(facts: Facts, expired: bool) -> Decision:
    place = next(iter(facts.whereabouts))
    if place == "customs":  # customs decide, protection is not asked (A10); but for the seller's VAT
        return _customs(facts, expired)
    if place == "returned":  # own doing: a part at most (A29); otherwise silent (A09)
        own = not _is(facts, "return_cause", "not_buyer")
        return ("ask_partial_only", "partial") if own else ("open_uncertain", "full")
    if place == "wrong_address":  # A12: a change made in time counts as the seller's error
        return REFUSED if _is(facts, "address_error", "buyer", "late_change") else _open("full", expired)
    if place == "marked_delivered" or (place == "moving" and expired):  # A02: ended in transit is shown as delivered
        return CONTACT if _still_to_answer(facts) else ("open_uncertain", "full")  # A05
    if _is(facts, "protection", "refused"):  # 40.3; A06 for the parcel that stands still
        return _open("full", expired)
    if place == "moving":
        return _moving(facts)
    return CONTACT if _still_to_answer(facts) else _open("full", expired)  # 42.3, 42.4; A07, A08


def _moving(facts: Facts) -> Decision:
    if not _is(facts, "protection", "ending") or _still_to_answer(facts):  # A03, A04; A27
        return WAIT
    return ("open", "full") if _is(facts, "seller", "no_solution") else ("open_uncertain", "full")


def _customs(facts: Facts, expired: bool) -> Decision:
    refused = _is(facts, "customs_response", "refused")
    if _is(facts, "customs_demand", "vat_twice"):
        remedy = "full" if refused else "partial" if _is(facts, "customs_response", "paid") else "choice"
        return _open(remedy, expired)
    if _is(facts, "customs_demand", "tax") and refused:  # A18
        return REFUSED
    return ("open_uncertain", "full")  # success is not promised; A11


def _still_to_answer(facts: Facts) -> bool:
    return _is(facts, "seller", "not_contacted", "waiting")


def _open(remedy: str, expired: bool) -> Decision:
    """A ground of the guide; once the protection has ended, it is silent (A02)."""
    return ("open_uncertain" if expired else "open", remedy)


def _is(facts: Facts, field: str, *values: str) -> bool:
    return facts.only(field, *values)
