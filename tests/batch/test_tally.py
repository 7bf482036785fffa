"""What is counted, and what is told of the cases that failed."""

import pytest

from claimwright.batch.result import Done
from claimwright.batch.tally import MOST_FAULTS, Tally

from .cases import entries_of


def failed(id: str, exit_code: int, why: str) -> Done:
    return Done(entries_of([{"id": id}])[0], b"", None, "open", None, False, exit_code, why)


@pytest.mark.parametrize(
    ("exit_code", "why", "told"),
    [
        (5, "The model's draft failed its checks:", "case-7: The model's draft failed its checks"),
        (6, "No model answered. (status 500)", "case-7: No model answered. (status 500)"),
        (7, "cases.jsonl, line 1: the file is empty.", "cases.jsonl, line 1: the file is empty."),
    ],
    ids=[
        "a failed draft is told with its case, and promises no list",
        "a silent model is told with the case",
        "an error that names the line needs no id",
    ],
)
def test_a_fault_says_which_case_it_was(exit_code: int, why: str, told: str) -> None:
    tally = Tally()
    tally.add(failed("case-7", exit_code, why))
    assert tally.faults == [told]
    assert (tally.handled, tally.failed, tally.messages) == (1, 1, 0)


def test_only_the_first_faults_are_kept() -> None:
    tally = Tally()
    for number in range(MOST_FAULTS + 3):
        tally.add(failed(f"case-{number}", 6, "No model answered."))
    assert (len(tally.faults), tally.failed) == (MOST_FAULTS, MOST_FAULTS + 3)
