"""How the case file states facts: one value, "unknown", null, or a list of the values that are possible."""

from collections.abc import Mapping

from claimwright.case.facts import VALUES, Facts
from claimwright.case.faults import quoted, refusal
from claimwright.case.fields import MOST_ITEMS, choice_fault, unknown_key

_UNKNOWN: Mapping[str, frozenset[str] | None] = {
    field: None if field == "defects" else frozenset(values) for field, values in VALUES.items()
}
_STATED: Mapping[str, Mapping[object, frozenset[str] | None]] = {
    field: {
        None: _UNKNOWN[field],
        "unknown": _UNKNOWN[field],
        **({value: frozenset({value}) for value in values} if field != "defects" else {}),
    }
    for field, values in VALUES.items()
}
_POSSIBLE = {field: frozenset(values) for field, values in VALUES.items()}


def read_facts(value: object) -> Facts:
    """The facts that the `facts` object of a case file states; every fault of it at once in the error."""
    if not isinstance(value, dict):
        raise refusal(((), f'{quoted(value)} cannot stand here. Write an object, as in {{"received": "yes"}}.'))
    try:
        stated = {}
        for field, given in value.items():
            stated[field] = _listed(field, given) if type(given) is list else _STATED[field][given]
        return Facts(**stated)  # type: ignore[arg-type]  # None stands for unknown defects
    except (KeyError, TypeError):
        raise refusal(*(fault for field, given in value.items() for fault in _faults(field, given))) from None


def _listed(field: str, given: list[object]) -> frozenset[str]:
    possible = frozenset(given)
    if len(given) <= MOST_ITEMS and possible <= _POSSIBLE[field] and (possible or field == "defects"):
        return possible  # type: ignore[return-value]
    raise KeyError(field)


def _faults(field: str, given: object) -> list[tuple[tuple[str | int, ...], str]]:
    if field not in VALUES:
        return [((field,), unknown_key(field, tuple(VALUES)))]
    values = VALUES[field]
    if not isinstance(given, list):
        if field == "defects":
            if given is None or given == "unknown":
                return []
            if isinstance(given, str) and given in values:
                return [((field,), f'the defects are a list. Write ["{given}"].')]
            allowed = 'a list, as in ["colour"], or [] if nothing is wrong'
            return [((field,), f"{quoted(given)} is not known here. Write {allowed}.")]
        known = given is None or (isinstance(given, str) and given in (*values, "unknown"))
        return [] if known else [((field,), choice_fault(given, (*values, "unknown")))]
    if not given and field != "defects":
        return [((field,), 'the list is empty. Name the values that are possible, or write "unknown".')]
    if len(given) > MOST_ITEMS:
        return [((field,), f"the list has {len(given):,} items; at most {MOST_ITEMS} are read. Name each value once.")]
    return [
        ((field, place), _item_fault(one, values))
        for place, one in enumerate(given)
        if not (isinstance(one, str) and one in values)
    ]


def _item_fault(one: object, values: tuple[str, ...]) -> str:
    if one == "unknown":
        return '"unknown" cannot stand in a list. Write "unknown" alone, or the values that are possible.'
    return choice_fault(one, values)


def dump_facts(facts: Facts) -> dict[str, str | list[str]]:
    """The facts as a case file states them, in the order of the vocabulary; what is not known is left out."""
    stated: dict[str, str | list[str]] = {}
    for field, values in VALUES.items():
        possible: frozenset[str] | None = getattr(facts, field)
        if possible == _UNKNOWN[field] or possible is None:
            continue
        named = [value for value in values if value in possible]
        stated[field] = named if field == "defects" or len(named) > 1 else named[0]
    return stated
