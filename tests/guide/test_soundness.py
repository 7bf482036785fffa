"""The check of a guide: ours passes it, and each way to break a guide is named."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.cli.running import run

from claimwright.case.facts import VALUES
from claimwright.guide.guide import Guide
from claimwright.guide.rule import Advice, Purpose, Remedy, Rule, Source, Verdict, when
from claimwright.guide.soundness import complete_cases, faults

from .whole_space import complete_cases as by_hand
from .whole_space import the_guide

GUIDE = the_guide()
ROWS = {row.id: row for row in GUIDE.rules}
LONE = Advice("lone", "Stand alone.", Source.INTERPRETATION)


def with_row(id: str, **parts: object) -> Guide:
    """Our guide, with one row changed."""
    changed = replace(ROWS[id], **parts)  # type: ignore[arg-type]
    return replace(GUIDE, rules=tuple(changed if row.id == id else row for row in GUIDE.rules))


def without(id: str) -> Guide:
    rows = (replace(row, over=tuple(one for one in row.over if one != id)) for row in GUIDE.rules if row.id != id)
    return replace(GUIDE, rules=tuple(rows))


def and_row(**parts: object) -> Guide:
    """Our guide, with one row more."""
    row = Rule(id="more", cites=("G10",), source=Source.INTERPRETATION, when=when(intent="genuine", received="yes"))
    return replace(GUIDE, rules=(*GUIDE.rules, replace(row, **parts)))  # type: ignore[arg-type]


def test_our_own_guide_is_whole() -> None:
    assert faults(GUIDE) == []
    found = run("guide", "--check", "aliexpress")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith(f"aliexpress (AliExpress) is whole: {len(GUIDE.passages)} passages, ")


def test_it_looks_at_every_case_that_can_be_told_in_full() -> None:
    honest = [facts for facts in by_hand() if facts.only("intent", "genuine")]
    looked_at = {facts for facts in complete_cases(GUIDE) if facts.only("intent", "genuine")}
    assert len(looked_at) > 600
    assert {replace(facts, defects=None) for facts in looked_at} == {replace(facts, defects=None) for facts in honest}
    assert {facts.defects for facts in looked_at} > {*GUIDE.defects_told_apart, frozenset(VALUES["defects"])}


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        pytest.param(lambda: without("resolved"), "intent=resolved", id="a case that no row decides"),
        pytest.param(
            lambda: with_row("vat-twice-arrived", over=()), "disagree, and none has precedence", id="rows disagree"
        ),
        pytest.param(lambda: with_row("resolved", over=("resolved",)), "give way to each other", id="all give way"),
        pytest.param(lambda: with_row("resolved", cites=()), "resolved: cites no passage", id="nothing is cited"),
        pytest.param(lambda: with_row("after-opening", cites=("G7", "G8")), "G9: not cited", id="nothing cites it"),
        pytest.param(
            lambda: with_row("resolved", cites=("G55", "G1")), "G1: cited, though a reason", id="cited after all"
        ),
        pytest.param(lambda: with_row("resolved", when=when(mood="sad")), "no fact mood", id="an unknown fact"),
        pytest.param(lambda: with_row("resolved", when=when(intent="glad")), "cannot be glad", id="an unknown value"),
        pytest.param(
            lambda: with_row("resolved", any_defect=frozenset({"smell"})), "no defect smell", id="an unknown defect"
        ),
        pytest.param(
            lambda: with_row("resolved", remedy=Remedy.FULL), "does not go with the remedy full", id="a refusal pays"
        ),
        pytest.param(
            lambda: with_row("colour", remedy_source=None), "does not go with the remedy", id="a size from nobody"
        ),
        pytest.param(
            lambda: with_row("resolved", purpose=Purpose.SELLER),
            "does not go with a message of the kind seller",
            id="a refusal with a message",
        ),
        pytest.param(
            lambda: with_row("colour", situation=""), "calls for a message, and names no situation", id="no situation"
        ),
        pytest.param(
            lambda: with_row("resolved", situation="colour"), "there is no message", id="a situation for nothing"
        ),
        pytest.param(
            lambda: and_row(any_defect=frozenset({"colour"}), verdict=Verdict.OPEN, remedy=Remedy.CHOICE,
                remedy_source=Source.INTERPRETATION, purpose=Purpose.STATEMENT, over=("customs-held",)),
            "more precedes customs-held, and they never meet", id="a precedence for nothing"
        ),
        pytest.param(
            lambda: and_row(when=when(received="yes", whereabouts="moving"), steps=(LONE,)),
            "more advises in no case", id="advice for nobody"
        ),
        pytest.param(and_row, "more: neither decides nor advises", id="a row that says nothing"),
        pytest.param(
            lambda: and_row(steps=(LONE, replace(LONE, text="Do not."))), "lone: two warnings", id="an id twice"
        ),
        pytest.param(
            lambda: and_row(steps=(replace(LONE, source=Source.GUIDE),)), "lone: from guide, and names no passage",
            id="advice in the guide's name that names no passage"
        ),
        pytest.param(
            lambda: with_row("resolved", steps=(replace(LONE, until_opened=True),)),
            "resolved: do_not_open, and lone is about opening a dispute", id="how to do what is not to be done"
        ),
        pytest.param(
            lambda: with_row("colour", when=when(received="yes")), "intent=bad_faith", id="a claim that is not honest"
        ),
        pytest.param(
            lambda: and_row(verdict=Verdict.NEED_MORE_INFORMATION), "a row decides", id="a row that asks"
        ),
    ],
)  # fmt: skip
def test_what_is_broken_is_named(broken: Callable[[], Guide], said: str) -> None:
    assert [one for one in faults(broken()) if said in one], faults(broken())


def test_of_one_kind_the_first_few_are_told() -> None:
    assert 0 < len(faults(without("nothing-wrong"))) < 12
