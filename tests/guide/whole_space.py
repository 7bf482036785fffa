"""Every gated case that the guide can be asked about, complete and partial.

Gated: a fact is known only where it makes sense (facts.GATES) and the rule base calls it relevant; elsewhere it stays
unknown. Complete cases hold every fact that makes sense, relevant or not. This is written down by hand and never read
from the rows, so that no change of a row can take a case away.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from claimwright.case.facts import FIELDS, VALUES, Facts, sets_of_defects
from claimwright.guide.guide import Guide, load_guide
from claimwright.guide.words import Words
from claimwright.resources import Resources

UNKNOWN = "?"
REAL = ("size_chart", "colour", "quality", "damaged", "incomplete", "food_expired", "different")

_DISLIKE = frozenset({"dislike"})

Known = Mapping[str, str]


def the_guide() -> Guide:
    """The guide under test, always the same object."""
    return load_guide("aliexpress", _words())


@cache
def _words() -> Words:
    return Words(Resources())


def case(**known: str | tuple[str, ...] | frozenset[str] | None) -> Facts:
    """Facts from `field="value"`, `field=("one", "or another")`, `defects=frozenset(…)`; `?` and None are unknown."""
    facts = Facts()
    for field, value in known.items():
        if value is not None and value != UNKNOWN:
            facts = facts.given(field, value if isinstance(value, str) else frozenset(value))
    return facts


def told(facts: Facts) -> str:
    """The facts as one line: known and narrowed ones only."""
    parts = []
    for field in FIELDS:
        if field == "defects":
            if facts.defects is not None:
                parts.append("defects=" + ("+".join(d for d in VALUES["defects"] if d in facts.defects) or "none"))
        elif facts.possible(field) != frozenset(VALUES[field]):
            parts.append(f"{field}=" + "/".join(value for value in VALUES[field] if value in facts.possible(field)))
    return " ".join(parts) or "nothing known"


def defect_family() -> tuple[frozenset[str], ...]:
    """Sets of defects that stand for the 512.

    None, each alone, each real defect beside dislike, beside VAT, and beside the next real defect; VAT beside dislike;
    a real defect beside both; all real ones; all.
    """
    following = dict(zip(REAL, (*REAL[1:], REAL[0]), strict=True))
    sets: list[tuple[str, ...]] = [(), *((defect,) for defect in VALUES["defects"])]
    for defect in REAL:
        sets += [(defect, "dislike"), (defect, "vat_twice"), (defect, following[defect])]
    sets += [("vat_twice", "dislike"), ("damaged", "vat_twice", "dislike"), REAL, VALUES["defects"]]
    return tuple(frozenset(some) for some in sets)


def gated_cases() -> Iterator[Facts]:
    """Every gated combination with unknowns, the emptiest first within each branch."""
    for intent in (UNKNOWN, "genuine"):
        for protection in (UNKNOWN, *VALUES["protection"]):
            here = {"intent": intent, "protection": protection}
            yield case(**here)
            for defects in (None, *defect_family()):
                yield case(**here, received="yes", defects=defects)
            for rest in _on_the_way(protection):
                yield case(**here, received="no", **rest)
    for intent in ("bad_faith", "resolved"):
        yield case(intent=intent)
        yield case(intent=intent, received="no")
        for defects in (None, *defect_family()):
            yield case(intent=intent, received="yes", defects=defects)


def stray_cases() -> Iterator[Facts]:
    """Complete cases that hold facts beside the point: whatever else is told, they must change nothing that is said."""
    for rest in _ends():
        for protection in ("ending", "expired"):
            here = {"protection": protection, "seller": "not_contacted", **rest}
            yield case(**here, intent="bad_faith", received="no")
            yield case(**here, intent="resolved", received="no")
            yield case(**here, intent="genuine", received="yes", defects=frozenset({"damaged"}))
        yield case(intent="bad_faith", protection="running", received="no", defects=frozenset({"damaged"}), **rest)
        yield case(intent="genuine", protection="refused", seller="ignored", received="no", defects=_DISLIKE, **rest)
    for response in VALUES["customs_response"]:
        for protection in ("refused", "expired"):
            here = {"protection": protection, "customs_demand": "none", "customs_response": response}
            yield case(**here, intent="genuine", received="no", whereabouts="customs")
    for seller in VALUES["seller"]:
        for protection in ("running", "refused", "extended"):
            here = {"protection": protection, "seller": seller}
            yield case(**here, intent="genuine", received="no", whereabouts="moving")
    one_each = {rest["whereabouts"]: rest for rest in _ends()}
    for rest in one_each.values():
        for cause in VALUES["delivered_cause"]:
            here = {"protection": "refused", "seller": "ignored", **rest, "delivered_cause": cause}
            yield case(**here, intent="genuine", received="yes", defects=_DISLIKE)
            if rest["whereabouts"] != "marked_delivered":
                yield case(**here, intent="genuine", received="no")
                yield case(**here, intent="resolved", received="no")


def _on_the_way(protection: str) -> Iterator[Known]:
    """What may be known of an order that has not arrived, given how its protection stands."""
    for seller in (UNKNOWN, *VALUES["seller"]):
        yield {"seller": seller}
        yield {"whereabouts": "no_tracking", "seller": seller}
        yield {"whereabouts": "stalled", "seller": seller}
        yield {"whereabouts": "marked_delivered", "seller": seller}
        for cause in VALUES["delivered_cause"]:
            yield {"whereabouts": "marked_delivered", "seller": seller, "delivered_cause": cause}
        if seller == UNKNOWN or protection in (UNKNOWN, "ending", "expired"):
            yield {"whereabouts": "moving", "seller": seller}
    for cause in (UNKNOWN, *VALUES["return_cause"]):
        yield {"whereabouts": "returned", "return_cause": cause}
    for error in (UNKNOWN, *VALUES["address_error"]):
        yield {"whereabouts": "wrong_address", "address_error": error}
    yield {"whereabouts": "customs"}
    yield {"whereabouts": "customs", "customs_demand": "none"}
    for demand in ("tax", "vat_twice"):
        for response in (UNKNOWN, *VALUES["customs_response"]):
            yield {"whereabouts": "customs", "customs_demand": demand, "customs_response": response}


def complete_cases() -> Iterator[Facts]:
    """Every gated complete case: all facts that make sense are known, relevant or not, with all 512 sets of defects."""
    yield case(intent="bad_faith")
    yield case(intent="resolved")
    for protection in VALUES["protection"]:
        here = {"intent": "genuine", "protection": protection}
        for defects in sets_of_defects():
            yield case(**here, received="yes", defects=defects)
        for seller in VALUES["seller"]:
            for rest in _ends():
                yield case(**here, received="no", seller=seller, **rest)


def irrelevant(facts: Facts) -> tuple[str, ...]:
    """The facts that decide nothing in a complete case: those that make no sense in it or are not relevant to it."""
    if not facts.only("intent", "genuine"):
        return tuple(field for field in FIELDS if field != "intent")
    off = {field for field in FIELDS if not facts.applies(field)} | {"delivered_cause"}
    own_errors = facts.only("address_error", "buyer", "late_change")
    in_time = facts.only("whereabouts", "moving") and facts.only("protection", "running", "refused", "extended")
    if facts.only("whereabouts", "returned", "customs", "wrong_address") or in_time:
        off.add("seller")
    customs = facts.only("whereabouts", "customs") and not facts.only("customs_demand", "vat_twice")
    if facts.only("whereabouts", "returned", "marked_delivered") or customs or own_errors:
        off.add("protection")
    if facts.only("received", "yes") and not (facts.defects or frozenset()) - {"dislike"}:
        off.add("protection")
    return tuple(field for field in FIELDS if field in off)


def _ends() -> Iterator[Known]:
    for place in ("moving", "no_tracking", "stalled"):
        yield {"whereabouts": place}
    for place, field in (
        ("returned", "return_cause"),
        ("wrong_address", "address_error"),
        ("marked_delivered", "delivered_cause"),
    ):
        for value in VALUES[field]:
            yield {"whereabouts": place, field: value}
    yield {"whereabouts": "customs", "customs_demand": "none"}
    for demand in ("tax", "vat_twice"):
        for response in VALUES["customs_response"]:
            yield {"whereabouts": "customs", "customs_demand": demand, "customs_response": response}


def all_cases() -> Iterator[Facts]:
    """The cases of the golden file."""
    yield from gated_cases()
    yield from stray_cases()
