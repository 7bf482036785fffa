"""Every error that a run can end with has an exit code of its own, and the docstring draws them all."""

import re

import pytest

from claimwright import errors
from claimwright.errors import ClaimwrightError

LEAVES = ClaimwrightError.__subclasses__()
CODES = {
    "UsageError": 2,
    "NoMessage": 3,
    "FactsMissing": 4,
    "DraftRejected": 5,
    "ModelUnavailable": 6,
    "CaseInvalid": 7,
    "CannotReadWrite": 8,
}


def test_the_exit_codes_are_those_of_the_contract() -> None:
    assert {one.__name__: one.exit_code for one in LEAVES if one.__module__ == errors.__name__} == CODES


def test_the_docstring_draws_each_error_with_its_code() -> None:
    assert errors.__doc__ is not None
    drawn = re.findall(r"[├└]── (\w+) +(\d+)   \S", errors.__doc__)
    assert {name: int(code) for name, code in drawn} == CODES


@pytest.mark.parametrize("kind", LEAVES)
def test_a_subclass_ends_with_the_code_of_its_kind(kind: type[ClaimwrightError]) -> None:
    assert all(one.exit_code == kind.exit_code for one in kind.__subclasses__())
    assert (kind.__doc__ or "").endswith(".")
