"""What must hold of every case that there is."""

import random
from collections.abc import Iterator
from functools import cache
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwright.case.evidence import KINDS
from claimwright.case.facts import FIELDS, VALUES, Facts
from claimwright.guide.assessment import Assessment, Undecided
from claimwright.guide.engine import assess
from claimwright.guide.rule import Purpose, Remedy, Verdict
from claimwright.guide.soundness import passages_without_row_or_reason, rows_that_do_nothing

from .completions import Wording, decision, decisions, wording, wordings
from .invariants import CHECKS, Check
from .oracle import expected
from .whole_space import case, complete_cases, defect_family, gated_cases, the_guide, told

GUIDE = the_guide()
FAMILY = defect_family()
GATED = tuple(gated_cases())
COMPLETE = tuple(complete_cases())
NOT_DEFECTS = tuple(field for field in FIELDS if field != "defects")


@st.composite
def narrowed(draw: st.DrawFn) -> Facts:
    """Facts of any kind: known, narrowed to some values, or unknown, with no regard to what makes sense together."""
    facts = Facts(defects=draw(st.none() | st.sampled_from(FAMILY)))
    for field in NOT_DEFECTS:
        values = VALUES[field]
        some = draw(st.just(frozenset(values)) | st.sets(st.sampled_from(values), min_size=1).map(frozenset))
        facts = facts.given(field, some)
    return facts


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_over_the_whole_space(check: Check) -> None:
    assert list(islice(check(GUIDE, COMPLETE), 5)) == []


def test_rows_and_rule_base_decide_every_complete_case_alike() -> None:
    differing = [
        f"{told(facts)}: {decision(one)}, the rule base says {expected(facts)}"
        for facts in COMPLETE
        for one in [assess(facts, GUIDE)]
        if decision(one) != expected(facts)
    ]
    assert differing == []


def test_every_passage_has_a_row_or_a_reason_and_not_both() -> None:
    assert list(passages_without_row_or_reason(GUIDE)) == []


def test_every_row_decides_or_advises_and_every_precedence_is_between_rows_that_meet() -> None:
    assert list(rows_that_do_nothing(GUIDE, GUIDE.rules, (*COMPLETE, *GATED))) == []


def test_a_verdict_is_given_exactly_if_every_completion_agrees_on_it() -> None:
    assert list(islice((fault for facts in GATED for fault in _unsound(facts)), 5)) == []


@settings(max_examples=150, deadline=None, derandomize=True)
@given(narrowed())
def test_facts_narrowed_to_several_values_are_decided_as_their_completions_are(facts: Facts) -> None:
    if _makes_sense(facts):
        assert list(_unsound(facts)) == []


def _unsound(facts: Facts) -> Iterator[str]:
    """Where a partial case differs from its completions. An unsettled remedy is a choice, and is asked for."""
    one, said = assess(facts, GUIDE), wordings(facts)
    verdicts, remedies = {verdict for verdict, *_ in said}, {remedy for _, remedy, *_ in said}
    settled = len(verdicts) == 1
    verdict = next(iter(verdicts)) if settled else Verdict.NEED_MORE_INFORMATION
    remedy = Remedy.NONE if not settled else next(iter(remedies)) if len(remedies) == 1 else Remedy.CHOICE
    purposes = {purpose for _, _, purpose, _ in said}
    purpose = next(iter(purposes)) if len(purposes) == 1 else Purpose.NONE
    if (one.verdict, one.remedy, one.purpose, set(one.possible)) != (verdict, remedy, purpose, verdicts):
        yield f"{told(facts)}: {one.verdict} {one.remedy} {one.purpose}, completions say {sorted(map(str, said))}"
    if (isinstance(one, Undecided), bool(one.questions)) != (len(said) > 1, len(said) > 1):
        asked = [asked.field for asked in one.questions]
        yield f"{told(facts)}: {type(one).__name__}, asks {asked}, {len(said)} outcomes"


def _makes_sense(facts: Facts) -> bool:
    """Whether some completion of the facts is a complete case: a tax without customs is none."""
    return bool(wordings(facts))


def test_a_question_is_asked_exactly_if_its_answer_can_change_what_may_come_out() -> None:
    faults = []
    for facts in GATED:
        one = assess(facts, GUIDE)
        said = wordings(facts)
        open_ones = [field for field in FIELDS if not facts.known(field) and facts.applies(field)]
        telling = [field for field in open_ones if len({decisions(said) for said in _after(facts, field)}) > 1]
        if len(decisions(said)) == 1:
            telling = [field for field in open_ones if len(set(_after(facts, field))) > 1] if len(said) > 1 else []
        if [asked.field for asked in one.questions] != telling:
            faults.append(f"{told(facts)}: asks {[asked.field for asked in one.questions]}, should ask {telling}")
    assert faults == []


def _after(facts: Facts, field: str) -> Iterator[frozenset[Wording]]:
    for value in FAMILY if field == "defects" else VALUES[field]:
        if isinstance(value, frozenset) or value in facts.possible(field):
            yield wordings(facts.given(field, value))


def test_what_a_question_separates_is_what_may_still_come_out() -> None:
    for facts in GATED:
        one = assess(facts, GUIDE)
        for asked in one.questions:
            assert set(asked.separates) <= set(one.possible), told(facts)
            assert set(asked.separates) == {v for said in _after(facts, asked.field) for v, *_ in said}, told(facts)
            assert asked.text == GUIDE.words.ask(asked.field)


def test_asking_the_first_question_again_and_again_reaches_a_verdict_in_every_case() -> None:
    assert max(_lengths(Facts())) <= len(FIELDS)


@cache
def _lengths(facts: Facts) -> frozenset[int]:
    """How many questions are asked until everything is settled, for every way of answering."""
    one = assess(facts, GUIDE)
    if not one.questions:
        assert one.verdict is not Verdict.NEED_MORE_INFORMATION, told(facts)
        return frozenset({0})
    field = one.questions[0].field
    assert not facts.known(field), told(facts)
    answers = FAMILY if field == "defects" else [value for value in VALUES[field] if value in facts.possible(field)]
    return frozenset(1 + more for answer in answers for more in _lengths(facts.given(field, answer)))


def test_evidence_changes_only_what_is_missing() -> None:
    for facts in GATED[::3]:
        bare = assess(facts, GUIDE)
        for kinds in (frozenset(KINDS), *(frozenset({kind}) for kind in KINDS)):
            shown = assess(facts, GUIDE, kinds)
            assert _but_missing(shown) == _but_missing(bare), told(facts)
            missing = tuple(one for one in bare.evidence_wanted if not one.kinds & kinds)
            assert shown.evidence_missing == missing, told(facts)
        assert bare.evidence_missing == bare.evidence_wanted


def _but_missing(one: Assessment) -> tuple[object, ...]:
    rest = (*wording(one), one.source, one.remedy_source, one.rules, one.passages, one.questions, one.possible)
    return (type(one), *rest, one.evidence_wanted, one.warnings, one.next_steps)


def test_the_order_in_which_facts_are_learned_never_matters() -> None:
    draw = random.Random(2)
    for facts in GATED[::7]:
        known = [field for field in FIELDS if facts.known(field)]
        draw.shuffle(known)
        learned = Facts()
        for field in known:
            value = facts.defects if field == "defects" else facts.possible(field)
            learned = learned.given(field, value or frozenset())
        assert assess(learned, GUIDE) == assess(facts, GUIDE), told(facts)


def test_learning_a_fact_never_brings_back_a_verdict_that_was_ruled_out() -> None:
    draw = random.Random(3)
    for facts in GATED:
        unknown = [field for field in NOT_DEFECTS if not facts.known(field)]
        before = set(assess(facts, GUIDE).possible)
        for field in draw.sample(unknown, min(2, len(unknown))):
            value = draw.choice(VALUES[field])
            learned = facts.given(field, value)
            if wordings(learned):
                assert set(assess(learned, GUIDE).possible) <= before, told(learned)


def test_nothing_known_still_names_every_verdict_as_possible() -> None:
    assert set(assess(case(), GUIDE).possible) == set(Verdict) - {Verdict.NEED_MORE_INFORMATION}
