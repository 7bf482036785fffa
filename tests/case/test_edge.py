"""The swift validator takes and refuses what the close one does, and reads the same out of it."""

import pytest

from claimwright.case.casefile import Case
from claimwright.case.edge import validator

TEXTS = ["a", " a", "a ", "", " ", "a\n", "\n", "é", "a\x7f", "a" * 2000, "a" * 2001, "1", 1, None, [], True]
DAYS = [
    "2026-10-02",
    "2026-02-30",
    "0000-01-01",
    "20261002",
    "2026-10-02\n",
    "2026-10-02T00:00:00",
    "٢٠٢٦-10-02",
    1,
    [],
]
NUMBERS = ["8190", "a b", "", "a" * 64, "a" * 65, "8190\n", 8190]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("item", one) for one in TEXTS),
        *(("ordered_on", one) for one in DAYS),
        *(("number", one) for one in NUMBERS),
    ],
    ids=repr,
)
def test_both_validators_agree(field: str, value: object) -> None:
    assert _read(field, value, swift=True) == _read(field, value, swift=False)


def _read(field: str, value: object, *, swift: bool) -> Case | None:
    try:
        found: Case = validator(Case, swift=swift)({"order": {field: value}})
    except ValueError:
        return None
    return found
