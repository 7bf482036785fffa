"""How many broken rule bases the tests notice: all of them by the golden file, most by the invariants alone."""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

import pytest

from claimwright.case.facts import Facts
from claimwright.guide.guide import Guide
from claimwright.guide.rule import Rule
from claimwright.guide.soundness import passages_without_row_or_reason, rows_that_do_nothing

from .invariants import CHECKS
from .mutator import SWAP, Mutant, mutants
from .space_line import golden_lines, line_of
from .structure import could_match
from .whole_space import all_cases, case, complete_cases, defect_family, stray_cases, the_guide, told

GUIDE = the_guide()
FLOOR = 0.75
NOTICED, JUDGED_BY_INVARIANTS = 4, 8  # every fourth mutant, every eighth
CASES_EACH = 8
BROKEN = (AssertionError, IndexError)  # two rows disagree; no row decides

_ADVICE = "|".join(row.id for row in GUIDE.advice)
EQUIVALENT = {
    rf"({_ADVICE}): cites without .*": "no assessment tells the passages of a row that only advises",
    r"dislike-alone: any defect ± .*": "the row says itself that no other defect is there",
    r"vat-twice-arrived-expired: any defect ± .*": "the row says itself that no real defect is there",
    r"(vat-.*-expired|address-expired|vat-twice-arrived-expired): cites without (G39|G42)": (
        "the row that it replaces, always beside it, cites the same"
    ),
    r"(merits-a-dispute|after-opening|ending-while-waiting): (no condition on intent|intent or .*)": (
        "the row speaks only beside verdicts that no other intent has"
    ),
    r"ending-while-waiting: (no condition on received|received or yes)": (
        "the row speaks only beside verdicts that an order received never has"
    ),
}
"""Mutants that change nothing that is ever said, by name, and why. Swapped neighbours that never decide one case
together are such mutants by nature, which the golden lines show."""


@pytest.mark.parametrize("every", [NOTICED, pytest.param(1, marks=pytest.mark.slow)])
def test_every_broken_row_is_noticed_by_the_golden_file(every: int) -> None:
    golden, broken = _golden(), [mutant for mutant in mutants(GUIDE) if SWAP not in mutant.name]
    survivors = [
        one.name for place, one in enumerate(broken) if _takes_part(one, place, every) and not golden.notices(one)
    ]
    unexpected = [name for name in survivors if not _is_equivalent(name)]
    stale = [known for known in EQUIVALENT if not any(re.fullmatch(known, name) for name in survivors)]
    assert (unexpected, stale) == ([], [])


def test_swapped_neighbours_are_noticed_or_never_speak_of_one_case() -> None:
    golden = _golden()
    for mutant in mutants(GUIDE):
        if SWAP in mutant.name and not golden.notices(mutant):
            first, second = mutant.touched
            together = [facts for facts, _ in golden.settled if first.matches(facts) and second.matches(facts)]
            both_speak = first.verdict is not None and second.verdict is not None
            assert not (together and both_speak), mutant.name


@pytest.mark.parametrize("every", [JUDGED_BY_INVARIANTS, pytest.param(1, marks=pytest.mark.slow)])
def test_most_broken_rows_are_noticed_by_the_invariants_alone(capsys: pytest.CaptureFixture[str], every: int) -> None:
    judged = [mutant for mutant in mutants(GUIDE) if SWAP not in mutant.name and not _is_equivalent(mutant.name)]
    judged = judged[::every]
    missed = [mutant.name for mutant in judged if not _breaks_an_invariant(mutant)]
    share = 1 - len(missed) / len(judged)
    with capsys.disabled():
        print(f"\ninvariants alone notice {share:.0%} of {len(judged)} broken rows")
    assert share >= FLOOR, missed


_Conditions = tuple[frozenset[tuple[str, frozenset[str]]], frozenset[str], frozenset[str]]


def _conditions(row: Rule) -> _Conditions:
    return frozenset(row.when.items()), row.any_defect, row.no_defect


class _Golden:
    """The golden lines: of settled cases, in which a broken row shows at once, and of open ones."""

    def __init__(self) -> None:
        lines = golden_lines()
        told_cases = [(facts, lines[told(facts)]) for facts in all_cases()]
        self._places: dict[_Conditions, tuple[set[int], set[int]]] = {}
        self.settled = [one for one in told_cases if " | possible" not in one[1] and " | asks" not in one[1]]
        self.open = [one for one in told_cases if one not in self.settled and one[0].only("intent", "genuine")][::16]

    def guide_of(self, mutant: Mutant) -> Guide:
        return replace(GUIDE, rules=mutant.rules)

    def notices(self, mutant: Mutant) -> bool:
        """Whether a line of the file is another with the broken rows. Only lines that they can touch are read."""
        try:
            broken = self.guide_of(mutant)
        except ValueError:
            return True
        held = [self._held(_conditions(row)) for row in mutant.touched]
        changed = set.symmetric_difference(*(certain for _, certain in held)) if len(held) == 2 else set[int]()
        touched = set.union(*(possible for possible, _ in held))
        places = (*sorted(changed), *sorted(touched - changed))
        lines = (*(self.settled[place] for place in places), *self.open)
        return any(_differs(facts, line, broken) for facts, line in lines)

    def _held(self, conditions: _Conditions) -> tuple[set[int], set[int]]:
        """The places of the settled lines in which a row with these conditions may match, and certainly matches."""
        if conditions not in self._places:
            when, some, none = conditions
            row = replace(GUIDE.rules[0], when=dict(when), any_defect=some, no_defect=none)
            possible = {place for place, (facts, _) in enumerate(self.settled) if could_match(row, facts)}
            certain = {place for place in possible if row.matches(self.settled[place][0])}
            self._places[conditions] = possible, certain
        return self._places[conditions]


@cache
def _golden() -> _Golden:
    return _Golden()


def _takes_part(mutant: Mutant, place: int, every: int) -> bool:
    """Every so many-th, and all that change nothing."""
    return place % every == 0 or _is_equivalent(mutant.name)


def _is_equivalent(name: str) -> bool:
    return any(re.fullmatch(known, name) for known in EQUIVALENT)


def _differs(facts: Facts, line: str, broken: Guide) -> bool:
    try:
        return line_of(facts, broken) != line
    except BROKEN:
        return True


@cache
def _complete() -> tuple[Facts, ...]:
    """Complete cases and stray facts, with the family of defects, in an order that mixes them."""
    family = set(defect_family())
    some = [*(facts for facts in complete_cases() if facts.defects is None or facts.defects in family), *stray_cases()]
    some += [case(intent="bad_faith", received="yes", defects=defects) for defects in family]
    random.Random(4).shuffle(some)
    return tuple(some)


def _breaks_an_invariant(mutant: Mutant) -> bool:
    try:
        return any(True for _ in _broken_invariants(replace(GUIDE, rules=mutant.rules), mutant))
    except (ValueError, *BROKEN):
        return True


def _broken_invariants(broken: Guide, mutant: Mutant) -> Iterator[str]:
    yield from passages_without_row_or_reason(broken)
    rows = [row for row in mutant.touched if row in broken.rules]
    yield from rows_that_do_nothing(broken, rows, _complete())
    near = sorted(_near(mutant), key=lambda facts: len({row.matches(facts) for row in mutant.touched}) == 1)
    for check in CHECKS:
        yield from check(broken, near[:CASES_EACH])


def _near(mutant: Mutant) -> Iterable[Facts]:
    return (facts for facts in _complete() if any(could_match(row, facts) for row in mutant.touched))
