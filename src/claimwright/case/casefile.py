"""Reading and writing the case file: bytes to a Case or every fault at once, and back to text."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated

from claimwright.case.document import parse, too_large
from claimwright.case.edge import validator
from claimwright.case.evidence import Contact, Dispute, Evidence
from claimwright.case.facts import Facts
from claimwright.case.faults import CaseFileInvalid, Fault
from claimwright.case.fields import Day, Guide, Line, Reader, Text
from claimwright.case.order import Buyer, Order, Request
from claimwright.case.stated import read_facts
from claimwright.case.wish import wish_faults
from claimwright.marketplace import DEFAULT_GUIDE


@dataclass(frozen=True, slots=True)
class Case:
    """One buyer's case, as the case file holds it."""

    id: Line | None = None
    guide: Guide = DEFAULT_GUIDE
    as_of: Day | None = None
    order: Order = field(default=Order())
    facts: Annotated[Facts, Reader(read_facts)] = field(default=Facts())
    what_happened: tuple[Text, ...] = ()
    contacts: tuple[Contact, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    request: Request = field(default=Request())
    buyer: Buyer = field(default=Buyer())
    dispute: Dispute | None = None


@cache
def _validator(*, swift: bool) -> Callable[[object], Case]:
    return validator(Case, swift=swift)


def read_case(data: bytes, source: str, *, start_line: int = 1) -> Case:
    """The case that the bytes of one JSON object hold; CaseFileInvalid with every fault if they break the contract.

    `source` is how messages name the file; `start_line` is the line of the file on which the bytes begin.
    """
    unreadable = too_large(data)
    if unreadable is not None:
        raise CaseFileInvalid([Fault(source, "$", start_line if start_line > 1 else None, unreadable.text)])
    try:
        value = parse(data)
        case = _validator(swift=True)(without_nulls(value))
    except ValueError:
        raise _every_fault(data, source, start_line) from None
    if wish_faults(case.request, case.order.paid):
        raise _every_fault(data, source, start_line)
    return case


def without_nulls(value: object) -> object:
    """The document without its own fields that are null: that is the same as leaving them out."""
    if not isinstance(value, dict) or None not in value.values():
        return value
    return {key: given for key, given in value.items() if given is not None or key not in Case.__slots__}


def _every_fault(data: bytes, source: str, start_line: int) -> CaseFileInvalid:
    from claimwright.case.diagnosis import diagnosis

    return CaseFileInvalid(diagnosis(data, source, start_line, _validator(swift=False)))


def dump_case(case: Case) -> str:
    """The case as canonical pretty JSON that reads back as the same case; what is not known is left out."""
    from claimwright.case.text import written

    return written(case)
