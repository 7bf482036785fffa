"""The whole space of cases against golden/space.txt, line by line."""

from difflib import unified_diff

import pytest

from .space_line import GOLDEN, line_of
from .whole_space import all_cases, the_guide, told

SHOWN = 40


def test_every_case_says_what_the_golden_file_says(request: pytest.FixtureRequest) -> None:
    guide = the_guide()
    lines = [line_of(facts, guide) for facts in all_cases()]
    if request.config.getoption("--golden"):
        GOLDEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
    golden = GOLDEN.read_text(encoding="utf-8").splitlines()
    differing = list(unified_diff(golden, lines, "golden/space.txt", "the rows", lineterm="", n=0))
    more = f"\n… and {len(differing) - SHOWN} lines more" if len(differing) > SHOWN else ""
    shown = "\n".join(differing[:SHOWN]) + more
    assert not differing, f"{shown}\nIf the rows are right: pytest --golden, then read the diff of golden/space.txt."


def test_every_case_is_there_once() -> None:
    cases = [told(facts) for facts in all_cases()]
    assert len(set(cases)) == len(cases)
    assert 1000 < len(cases) < 2000
