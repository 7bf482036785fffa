"""The kind of assessment that a case gets, and what is said where something is still open."""

from time import perf_counter

import pytest

from claimwright.case.facts import Facts
from claimwright.guide.assessment import (
    AskExtension,
    AskSeller,
    Assessment,
    Claim,
    Refusal,
    Undecided,
    Wait,
)
from claimwright.guide.engine import assess, outcomes_of
from claimwright.guide.rule import Purpose, Remedy, Source, Verdict

from .whole_space import case, gated_cases, the_guide

GUIDE = the_guide()
MISSING = {"intent": "genuine", "received": "no"}
ARRIVED = {"intent": "genuine", "received": "yes"}

KINDS: dict[str, tuple[Facts, type[Assessment], Purpose]] = {
    "damage is claimed": (
        case(**ARRIVED, protection="running", defects=frozenset({"damaged"})),
        Claim,
        Purpose.STATEMENT,
    ),
    "dislike is claimed with doubt": (
        case(**ARRIVED, protection="running", defects=frozenset({"dislike"})),
        Claim,
        Purpose.STATEMENT,
    ),
    "a part is asked for": (
        case(**MISSING, whereabouts="returned", return_cause="missed"),
        Claim,
        Purpose.STATEMENT,
    ),
    "the seller is asked where the parcel is": (
        case(**MISSING, whereabouts="stalled", protection="running", seller="not_contacted"),
        AskSeller,
        Purpose.SELLER,
    ),
    "the seller is asked to extend the protection": (
        case(**MISSING, whereabouts="moving", protection="ending", seller="not_contacted"),
        AskExtension,
        Purpose.EXTENSION,
    ),
    "there is nothing to ask while time is left": (
        case(**MISSING, whereabouts="moving", protection="running"),
        Wait,
        Purpose.NONE,
    ),
    "bad faith is refused": (case(intent="bad_faith"), Refusal, Purpose.NONE),
    "nothing wrong is refused": (case(**ARRIVED, defects=frozenset()), Refusal, Purpose.NONE),
    "nothing known is undecided": (case(), Undecided, Purpose.NONE),
}


@pytest.mark.parametrize("name", KINDS)
def test_each_verdict_has_its_kind_of_assessment(name: str) -> None:
    facts, kind, purpose = KINDS[name]
    one = assess(facts, GUIDE)
    assert (type(one), one.purpose) == (kind, purpose)


def test_either_of_two_causes_is_enough_where_both_decide_alike() -> None:
    one = assess(case(**MISSING, whereabouts="returned", return_cause=("missed", "not_collected")), GUIDE)
    assert (one.verdict, one.remedy, one.questions) == (Verdict.ASK_PARTIAL_ONLY, Remedy.PARTIAL, ())
    assert one.passages == ("G35", "G36")
    assert one.situations == ("returned_own_doing",)


def test_either_of_two_causes_is_asked_for_where_they_decide_differently() -> None:
    one = assess(case(**MISSING, whereabouts="returned", return_cause=("missed", "not_buyer")), GUIDE)
    assert isinstance(one, Undecided)
    assert [asked.field for asked in one.questions] == ["return_cause"]
    assert one.possible == (Verdict.OPEN_UNCERTAIN, Verdict.ASK_PARTIAL_ONLY)


def test_a_settled_verdict_with_an_open_remedy_leaves_the_choice_and_asks_what_decides_it() -> None:
    facts = case(**MISSING, whereabouts="customs", protection="running", customs_demand="vat_twice")
    one = assess(facts, GUIDE)
    assert isinstance(one, Undecided)
    assert (one.verdict, one.remedy) == (Verdict.OPEN, Remedy.CHOICE)
    assert [asked.field for asked in one.questions] == ["customs_response"]
    assert one.questions[0].separates == (Verdict.OPEN,)


def test_verdict_and_remedy_settled_but_not_the_message_asks_what_the_message_needs() -> None:
    facts = case(**MISSING, whereabouts=("no_tracking", "stalled"), protection="running", seller="ignored")
    one = assess(facts, GUIDE)
    assert isinstance(one, Undecided)
    assert (one.verdict, one.remedy, one.situations) == (Verdict.OPEN, Remedy.FULL, ())
    assert [asked.field for asked in one.questions] == ["whereabouts"]


def test_an_unsettled_purpose_is_asked_for() -> None:
    facts = case(**MISSING, whereabouts="moving", protection=("running", "ending"), seller="not_contacted")
    one = assess(facts, GUIDE)
    assert isinstance(one, Undecided)
    assert (one.verdict, one.purpose) == (Verdict.WAIT_FOR_EXTENSION, Purpose.NONE)
    assert [asked.field for asked in one.questions] == ["protection"]


def test_the_verdict_is_asked_for_before_the_message() -> None:
    one = assess(case(**MISSING, whereabouts=("no_tracking", "stalled"), protection="running"), GUIDE)
    assert [asked.field for asked in one.questions] == ["seller"]


def test_a_question_that_makes_no_sense_yet_is_not_asked() -> None:
    one = assess(case(**MISSING), GUIDE)
    asked = {asked.field for asked in one.questions}
    assert "whereabouts" in asked
    assert not asked & {"defects", "return_cause", "address_error", "customs_demand", "customs_response"}


def test_what_makes_no_difference_is_not_asked() -> None:
    one = assess(case(**MISSING, whereabouts="marked_delivered", seller="ignored"), GUIDE)
    assert one.questions == ()


def test_a_verdict_is_no_surer_than_its_least_sure_completion() -> None:
    sure = assess(case(**MISSING, whereabouts="stalled", protection="running", seller="not_contacted"), GUIDE)
    either = assess(
        case(**MISSING, whereabouts="stalled", protection="running", seller=("not_contacted", "waiting")), GUIDE
    )
    assert (sure.verdict, sure.source) == (Verdict.CONTACT_SELLER_FIRST, Source.GUIDE)
    assert (either.verdict, either.source) == (Verdict.CONTACT_SELLER_FIRST, Source.INTERPRETATION)


def test_only_what_is_said_in_every_completion_is_said() -> None:
    refused = assess(case(**MISSING, whereabouts="stalled", protection="refused", seller="ignored"), GUIDE)
    ignored = assess(case(**MISSING, whereabouts="stalled", protection="running", seller="ignored"), GUIDE)
    either = assess(case(**MISSING, whereabouts="stalled", protection=("running", "refused"), seller="ignored"), GUIDE)
    assert set(either.next_steps) == set(refused.next_steps) & set(ignored.next_steps)
    assert set(either.evidence_wanted) <= set(refused.evidence_wanted) & set(ignored.evidence_wanted)
    assert set(either.passages) == set(refused.passages) & set(ignored.passages)


def test_one_piece_of_evidence_can_serve_two_wants() -> None:
    facts = case(**ARRIVED, protection="running", defects=frozenset({"size_chart"}))
    assert [one.id for one in assess(facts, GUIDE).evidence_missing] == ["proof", "measured", "listing"]
    assert [one.id for one in assess(facts, GUIDE, frozenset({"photo"})).evidence_missing] == ["listing"]


def test_a_dislike_beside_damage_is_cited_and_not_told() -> None:
    one = assess(case(**ARRIVED, protection="running", defects=frozenset({"damaged", "dislike"})), GUIDE)
    assert one.situations == ("damaged",)
    assert {"G5", "G21"} <= set(one.passages)


def test_knowing_nothing_takes_less_than_half_a_second() -> None:
    outcomes_of.cache_clear()
    start = perf_counter()
    assess(Facts(), GUIDE)
    assert perf_counter() - start < 0.5


def test_a_case_is_decided_in_milliseconds() -> None:
    outcomes_of.cache_clear()
    cases = [facts for facts in gated_cases() if facts.known("intent")]
    start = perf_counter()
    for facts in cases:
        assess(facts, GUIDE)
    assert (perf_counter() - start) / len(cases) < 0.02
