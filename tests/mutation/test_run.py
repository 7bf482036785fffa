"""The mutation run: honest replies damaged in every way we know, and what the checks let through."""

import re
from collections.abc import Callable, Sequence
from functools import cache

import pytest
from tests.letter.drafting import ROOT

from .edits import EDITS
from .frames import FRAMES
from .givens import GIVENS
from .run import Kinds, Run, rejected, replies, run
from .sentences import SENTENCES

KINDS: dict[str, Kinds] = {"edits": EDITS, "sentences": SENTENCES, "frames": FRAMES, "givens": GIVENS}
EVERY = {"edits": 3, "sentences": 6}
"""Each of these is done to every so many-th reply in turn: all with all would take as long as the rest of the tests."""
ENOUGH = 0.97
"""Share of the mutants that a hard finding must keep from the buyer."""
MOST_REJECTED = 3
"""Honest replies that may be rejected: they are repaired, or the template writes."""
_CODE = re.compile(r"""(?:hard|Finding)\(\s*"([a-z_]+(?:\.[a-z_]+)?)"|_each\(page, \w+, "([a-z_.]+)\"""")
_FIGURES = re.compile(r"^(\d+) mutants .*\ncaught: (\d+) ", re.M)


@cache
def _run(kind: str) -> Run:
    return run(replies("honest"), KINDS[kind], EVERY.get(kind, 1))


@pytest.mark.parametrize("kind", KINDS)
def test_the_figures_of_the_run(kind: str, golden: Callable[[str, str], None]) -> None:
    golden(f"mutation/{kind}.txt", "\n".join(_run(kind).lines()) + "\n")


@pytest.mark.slow
def test_as_much_is_caught_where_everything_is_done_to_every_reply() -> None:
    whole = run(replies("honest"), (*EDITS, *SENTENCES, *FRAMES, *GIVENS))
    print(*whole.lines(), sep="\n")
    assert whole.caught >= ENOUGH * whole.made > 9000


def test_enough_is_caught() -> None:
    made = caught = 0
    for kind in KINDS:
        figures = _FIGURES.search((ROOT / f"tests/golden/mutation/{kind}.txt").read_text(encoding="utf-8"))
        assert figures
        made, caught = made + int(figures[1]), caught + int(figures[2])
    assert made >= 3334
    assert caught >= ENOUGH * made


def test_every_code_of_a_hard_finding_is_brought_about_by_some_damage() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/claimwright/letter").rglob("*.py"))
    figures = "\n".join((ROOT / f"tests/golden/mutation/{kind}.txt").read_text(encoding="utf-8") for kind in KINDS)
    known = {one or other for one, other in _CODE.findall(sources)}
    assert len(known) > 50
    of_stages = {code for code in known if code.startswith("answer.")}  # of later messages: tests/letter has them
    assert known - of_stages <= set(re.findall(r"^  ([a-z_.]+) \d+$", figures, re.M))


def test_there_are_enough_kinds_and_honest_replies() -> None:
    names = [damage.name for kinds in KINDS.values() for damage in kinds]
    assert len(names) == len(set(names)) >= 65
    assert len(replies("honest")) - len(rejected("honest")) >= 60
    assert len(rejected("honest")) <= MOST_REJECTED


def test_a_second_run_gives_the_same_figures() -> None:
    few: Sequence[tuple[str, str]] = replies("honest")[:3]
    first, second = run(few, (*EDITS, *FRAMES)), run(few, (*EDITS, *FRAMES))
    assert list(first.lines()) == list(second.lines())
    assert first.made > 75


def test_of_the_replies_put_aside_at_most_one_is_rejected() -> None:
    assert len(replies("aside")) == 20
    assert len(rejected("aside")) <= 1
