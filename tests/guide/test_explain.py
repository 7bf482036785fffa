"""Why a verdict, why not another, and what would change it."""

import pytest

from claimwright.case.facts import VALUES, Facts
from claimwright.guide.engine import assess
from claimwright.guide.explain import MAY_STILL_HAPPEN, Failing, NearMiss, changes, why, why_not
from claimwright.guide.rule import Verdict

from .whole_space import case, gated_cases, the_guide, told

GUIDE = the_guide()
MISSING = {"intent": "genuine", "received": "no"}
ARRIVED = {"intent": "genuine", "received": "yes", "protection": "running"}

CASES: dict[str, Facts] = {
    "bad faith": case(intent="bad_faith"),
    "damage": case(**ARRIVED, defects=frozenset({"damaged"})),
    "damage and dislike": case(**ARRIVED, defects=frozenset({"damaged", "dislike"})),
    "dislike alone": case(**ARRIVED, defects=frozenset({"dislike"})),
    "nothing wrong": case(**ARRIVED, defects=frozenset()),
    "VAT paid twice": case(**ARRIVED, defects=frozenset({"vat_twice"})),
    "moving": case(**MISSING, whereabouts="moving", protection="running"),
    "moving and ending": case(**MISSING, whereabouts="moving", protection="ending", seller="waiting"),
    "stalled, not asked": case(**MISSING, whereabouts="stalled", protection="running", seller="not_contacted"),
    "stalled, ignored, expired": case(**MISSING, whereabouts="stalled", protection="expired", seller="ignored"),
    "missed": case(**MISSING, whereabouts="returned", return_cause="missed"),
    "tax refused": case(**MISSING, whereabouts="customs", customs_demand="tax", customs_response="refused"),
    "own wrong address": case(**MISSING, whereabouts="wrong_address", address_error="buyer"),
    "shown as delivered": case(**MISSING, whereabouts="marked_delivered", seller="not_contacted"),
    "not arrived, no more known": case(**MISSING),
    "nothing known": case(),
}
VERDICTS = tuple(verdict for verdict in Verdict if verdict is not Verdict.NEED_MORE_INFORMATION)


@pytest.mark.parametrize("name", CASES)
def test_why_names_the_rows_that_decide_in_the_order_of_the_guide(name: str) -> None:
    rows = why(CASES[name], GUIDE)
    one = assess(CASES[name], GUIDE)
    assert {row.verdict for row in rows} >= set(one.possible)
    assert set(one.rules) <= {row.id for row in rows}
    assert list(rows) == sorted(rows, key=lambda row: GUIDE.row_order[row.id])


def test_why_tells_the_row_that_was_replaced_too() -> None:
    assert [row.id for row in why(CASES["stalled, ignored, expired"], GUIDE)] == ["stalled-ignored", "stalled-expired"]


@pytest.mark.parametrize("name", CASES)
def test_no_reason_against_a_verdict_that_is_still_possible(name: str) -> None:
    for verdict in assess(CASES[name], GUIDE).possible:
        assert why_not(verdict, CASES[name], GUIDE) == ()


@pytest.mark.parametrize("verdict", VERDICTS)
@pytest.mark.parametrize("name", CASES)
def test_a_near_miss_matches_once_what_it_needs_holds(name: str, verdict: Verdict) -> None:
    facts = CASES[name]
    misses = why_not(verdict, facts, GUIDE)
    assert bool(misses) == (verdict not in assess(facts, GUIDE).possible)
    for miss in misses:
        then = _satisfied(facts, miss)
        assert miss.rule.verdict is verdict
        assert miss.failing
        assert then != facts
        assert miss.rule.matches(then)
        assert miss.rule in why(then, GUIDE)
        if miss.rule.matches(facts):
            assert assess(then, GUIDE).verdict is verdict


def test_a_row_that_holds_and_is_replaced_names_what_replaces_it() -> None:
    misses = {miss.rule.id: miss.failing for miss in why_not(Verdict.OPEN, CASES["stalled, ignored, expired"], GUIDE)}
    assert misses["stalled-ignored"] == (Failing("protection", ("running", "ending", "refused", "extended")),)


def test_the_near_misses_are_the_nearest() -> None:
    misses = why_not(Verdict.OPEN, CASES["stalled, not asked"], GUIDE)
    assert [(miss.rule.id, miss.failing) for miss in misses] == [
        ("stalled-ignored", (Failing("seller", ("ignored",)),)),
        ("stalled-no-solution", (Failing("seller", ("no_solution",)),)),
        ("stalled-extension-refused", (Failing("protection", ("refused",)),)),
    ]


def test_a_near_miss_names_the_defects_that_stand_in_the_way() -> None:
    misses = {miss.rule.id: miss.failing for miss in why_not(Verdict.DO_NOT_OPEN, CASES["damage and dislike"], GUIDE)}
    assert misses["nothing-wrong"] == (Failing("defects", ("damaged", "dislike"), none_of=True),)


@pytest.mark.parametrize("name", CASES)
def test_each_change_gives_the_verdict_that_it_names(name: str) -> None:
    facts = CASES[name]
    before = assess(facts, GUIDE).verdict
    for change in changes(facts, GUIDE):
        after = assess(_changed(facts, change.field, change.value), GUIDE)
        assert after.verdict is change.verdict
        assert change.verdict is not before


def test_no_change_is_left_out() -> None:
    for facts in list(gated_cases())[::9]:
        one = assess(facts, GUIDE)
        if len(one.possible) > 1:
            assert changes(facts, GUIDE) == (), told(facts)
            continue
        found = {(change.field, change.value) for change in changes(facts, GUIDE)}
        for field in VALUES:
            if not facts.known(field) or not facts.applies(field):
                continue
            for value in VALUES[field]:
                after = assess(_changed(facts, field, value), GUIDE)
                flips = len(after.possible) == 1 and after.possible != one.possible
                assert ((field, value) in found) == flips, f"{told(facts)}: {field}={value}"


def test_changes_can_be_limited_to_what_may_still_happen() -> None:
    found = changes(CASES["stalled, not asked"], GUIDE, MAY_STILL_HAPPEN)
    assert {change.field for change in found} <= set(MAY_STILL_HAPPEN)
    assert ("seller", "ignored", Verdict.OPEN) in {(one.field, one.value, one.verdict) for one in found}
    assert "intent" in {one.field for one in changes(CASES["stalled, not asked"], GUIDE)}


def _changed(facts: Facts, field: str, value: str) -> Facts:
    if field == "defects":
        assert facts.defects is not None
        return facts.given(field, facts.defects ^ {value})
    return facts.given(field, value)


def _satisfied(facts: Facts, miss: NearMiss) -> Facts:
    for failing in miss.failing:
        if failing.field != "defects":
            facts = facts.given(failing.field, failing.needs[0])
        elif failing.none_of:
            facts = facts.given("defects", (facts.defects or frozenset()) - set(failing.needs))
        else:
            facts = facts.given("defects", (facts.defects or frozenset()) | {failing.needs[0]})
    if facts.defects is None and miss.rule.no_defect:
        facts = facts.given("defects", frozenset())
    return facts
