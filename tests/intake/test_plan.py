"""How many questions the real interview asks up to the verdict, over the whole space; and that each of them decides."""

from functools import cache

import pytest
from tests.guide.completions import Decision, decisions, wordings
from tests.guide.whole_space import case, complete_cases, defect_family, the_guide

from claimwright.case.facts import FIELDS, Facts
from claimwright.guide.engine import assess, questions
from claimwright.intake.interview import Interview
from claimwright.intake.plan import PRIOR, answers, plan

from .interviewing import as_true, asks, begun, shares, the_menu

AVERAGE, MOST = 3.05, 5
ENTRIES = [one.id for one in the_menu().entries]


@cache
def counted(entry: str) -> tuple[float, int]:
    """How many questions the interview asks after this answer to the menu, the menu included: on average, at most."""
    return _counted(begun().answered([entry]), 1)


def _counted(interview: Interview, asked: int) -> tuple[float, int]:
    question = interview.question
    if question is None or not question.deciding:
        assert not interview.assessment.questions
        return float(asked), asked
    ways = [(share, _counted(interview.answered(value), asked + 1)) for value, share in shares(question)]
    return sum(share * average for share, (average, _) in ways), max(most for _, (_, most) in ways)


@cache
def possible(facts: Facts) -> frozenset[Decision]:
    """What is decided in the complete cases that these facts could still be."""
    return decisions(wordings(facts))


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_entry_of_the_menu_reaches_a_verdict_within_five_questions(entry: str) -> None:
    assert counted(entry)[1] <= MOST


def test_three_questions_are_asked_on_average() -> None:
    assert sum(counted(entry)[0] for entry in ENTRIES) / len(ENTRIES) <= AVERAGE


def test_three_questions_are_asked_on_average_of_situations_that_the_menu_words_once_or_twice() -> None:
    by_facts = {tuple(sorted(one.facts.items())): one.id for one in the_menu().entries}
    situations = [counted(id)[0] for id in by_facts.values()]
    assert len(situations) < len(ENTRIES)
    assert sum(situations) / len(situations) <= AVERAGE


def test_field_by_field_would_take_more() -> None:
    """The order in which a case file holds its facts is no order to ask in."""

    def asked(facts: Facts) -> float:
        fields = [one.field for one in questions(facts, the_guide())]
        if not fields:
            return 0
        first = min(fields, key=FIELDS.index)
        return 1 + sum(share * asked(facts.given(first, value)) for value, share in answers(facts, first))

    assert asked(Facts()) > plan(Facts(), the_guide()).average > AVERAGE - 1


@pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["a family", "all 512"])
def test_every_complete_case_gets_its_own_verdict_and_no_question_that_decides_nothing(every: bool) -> None:
    guide, menu, most, family = the_guide(), the_menu(), 0, {None, *defect_family()}
    for facts in (one for one in complete_cases() if every or one.defects in family):
        interview, asked = begun(), 0
        while interview.question is not None and interview.question.deciding:
            asked += 1
            known = interview.facts
            if asks(interview) != "menu":
                assert len(possible(known)) > 1, (facts, asks(interview))
            interview = interview.answered(as_true(interview.question, facts, menu))
        right = assess(facts, guide)
        assert (interview.assessment.verdict, interview.assessment.remedy) == (right.verdict, right.remedy), facts
        most = max(most, asked)
    assert most <= MOST


def test_honest_complaints_are_expected_and_all_else_equally() -> None:
    assert PRIOR == {"intent": {"genuine": 0.94, "bad_faith": 0.03, "resolved": 0.03}}
    assert dict(answers(Facts(), "seller")) == dict.fromkeys(
        ("not_contacted", "waiting", "ignored", "no_solution"), 0.25
    )
    assert sum(share for _, share in answers(Facts(), "defects")) == pytest.approx(1)


@pytest.mark.parametrize(
    ("known", "field"),
    [
        pytest.param({"received": "yes", "defects": frozenset({"colour"})}, "intent", id="dishonesty ends it at once"),
        pytest.param(
            {"received": "no", "whereabouts": "wrong_address"},
            "address_error",
            id="half of the errors are the buyer's, and then nothing else matters",
        ),
        pytest.param({"received": "no", "whereabouts": "customs"}, "customs_demand", id="first what customs want"),
        pytest.param({"received": "yes", "defects": frozenset()}, None, id="where nothing is wrong, nothing is asked"),
    ],
)
def test_the_question_comes_first_that_leaves_the_fewest(
    known: dict[str, str | frozenset[str]], field: str | None
) -> None:
    facts = Facts()
    for name, value in known.items():
        facts = facts.given(name, value)
    assert plan(facts, the_guide()).field == field


@pytest.mark.parametrize(
    ("known", "left_open", "field"),
    [
        pytest.param(
            {"intent": "genuine", "received": "no", "whereabouts": "customs", "customs_demand": "vat_twice"},
            {"customs_response"},
            None,
            id="the protection is not asked for, where the remedy stays open",
        ),
        pytest.param(
            {"received": "no", "whereabouts": "moving", "intent": "genuine"},
            {"seller"},
            "protection",
            id="the protection is asked for, where it can still decide alone",
        ),
        pytest.param(
            {"received": "no", "whereabouts": "customs"}, {"intent"}, "customs_demand", id="a tax refused ends it"
        ),
        pytest.param({}, {"received", "intent"}, None, id="nothing is asked that leads nowhere"),
    ],
)
def test_nothing_is_asked_that_can_no_longer_lead_to_a_verdict(
    known: dict[str, str], left_open: set[str], field: str | None
) -> None:
    assert plan(case(**known), the_guide(), frozenset(left_open)).field == field
