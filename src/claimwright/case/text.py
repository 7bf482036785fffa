"""A case as text: canonical, pretty, with everything that is not known left out."""

import json
from dataclasses import fields, is_dataclass
from datetime import date

from claimwright.case.casefile import Case
from claimwright.case.facts import Facts
from claimwright.case.stated import dump_facts
from claimwright.reading.money import Money


def written(case: Case) -> str:
    """The case as pretty JSON with a line break at the end; keys stand in the order of the contract."""
    return json.dumps(_object(case), ensure_ascii=False, indent=2) + "\n"


def _object(holder: object) -> dict[str, object]:
    written: dict[str, object] = {}
    for one in fields(holder):  # type: ignore[arg-type]
        value = getattr(holder, one.name)
        if value != one.default:
            written["from" if one.name == "sender" else one.name] = _plain(value)
    return written


def _plain(value: object) -> object:
    if isinstance(value, Facts):
        return dump_facts(value)
    if isinstance(value, Money):
        return {"amount": f"{value.amount:f}", "currency": value.currency}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return _object(value) if is_dataclass(value) else value
