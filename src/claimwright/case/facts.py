"""The vocabulary of facts: which facts decide a case, and the values each can have.

A fact is known (one value), narrowed (several values) or unknown (every value). A guide reasons over these; it does not
add to them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

VALUES: Mapping[str, tuple[str, ...]] = {
    "intent": ("genuine", "bad_faith", "resolved"),
    "received": ("yes", "no"),
    "defects": (
        "size_chart",
        "colour",
        "quality",
        "damaged",
        "incomplete",
        "food_expired",
        "different",
        "vat_twice",
        "dislike",
    ),
    "whereabouts": ("moving", "no_tracking", "stalled", "returned", "customs", "wrong_address", "marked_delivered"),
    "protection": ("running", "ending", "refused", "extended", "expired"),
    "seller": ("not_contacted", "waiting", "ignored", "no_solution"),
    "customs_demand": ("none", "tax", "vat_twice"),
    "customs_response": ("paid", "refused", "undecided"),
    "return_cause": ("missed", "not_collected", "refused", "not_buyer"),
    "address_error": ("seller", "buyer", "late_change", "change_ignored"),
    "delivered_cause": ("other_person", "courier", "auto_confirmed", "other"),
}
"""Every fact with its values, in the order in which a case is gathered. Names and values are a contract."""

FIELDS = tuple(VALUES)

GATES: Mapping[str, tuple[str, frozenset[str]]] = {
    "defects": ("received", frozenset({"yes"})),
    "whereabouts": ("received", frozenset({"no"})),
    "seller": ("received", frozenset({"no"})),
    "customs_demand": ("whereabouts", frozenset({"customs"})),
    "customs_response": ("customs_demand", frozenset({"tax", "vat_twice"})),
    "return_cause": ("whereabouts", frozenset({"returned"})),
    "address_error": ("whereabouts", frozenset({"wrong_address"})),
    "delivered_cause": ("whereabouts", frozenset({"marked_delivered"})),
}
"""What must hold before a fact makes sense at all: why a parcel came back is no question before it came back."""


_ALL = {field: frozenset(values) for field, values in VALUES.items() if field != "defects"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a case: of each fact the values that it may still have; of `defects` the set itself, or None."""

    intent: frozenset[str] = _ALL["intent"]
    received: frozenset[str] = _ALL["received"]
    defects: frozenset[str] | None = None
    whereabouts: frozenset[str] = _ALL["whereabouts"]
    protection: frozenset[str] = _ALL["protection"]
    seller: frozenset[str] = _ALL["seller"]
    customs_demand: frozenset[str] = _ALL["customs_demand"]
    customs_response: frozenset[str] = _ALL["customs_response"]
    return_cause: frozenset[str] = _ALL["return_cause"]
    address_error: frozenset[str] = _ALL["address_error"]
    delivered_cause: frozenset[str] = _ALL["delivered_cause"]

    def possible(self, field: str) -> frozenset[str]:
        """The values that a single-valued fact may still have."""
        values: frozenset[str] = getattr(self, field)
        return values

    def known(self, field: str) -> bool:
        """Whether the fact has one value."""
        if field == "defects":
            return self.defects is not None
        return len(self.possible(field)) == 1

    def only(self, field: str, *values: str) -> bool:
        """Whether a single-valued fact is certain to be one of these values."""
        return self.possible(field) <= frozenset(values)

    def applies(self, field: str) -> bool:
        """Whether it is certain that the fact makes sense in this case (see GATES)."""
        if field not in GATES:
            return True
        gate, allowed = GATES[field]
        return self.possible(gate) <= allowed and self.applies(gate)

    def given(self, field: str, value: str | frozenset[str]) -> "Facts":
        """The same facts with one of them known; for `defects` the value is the set."""
        known: dict[str, Any] = {field: value if isinstance(value, frozenset) else frozenset({value})}
        return replace(self, **known)


def sets_of_defects() -> tuple[frozenset[str], ...]:
    """Every combination of defects, the empty one first: 512 of them."""
    defects = VALUES["defects"]
    return tuple(frozenset(some) for size in range(len(defects) + 1) for some in combinations(defects, size))
