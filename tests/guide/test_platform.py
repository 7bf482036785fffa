"""Facts from outside the guide: sourced, dated, and shown only where they certainly bear on the case."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimwright.case.facts import VALUES, Facts
from claimwright.guide import aliexpress
from claimwright.guide.platform import CLOCKS, KINDS, OutsideFact, load_platform
from claimwright.guide.rule import Stage, Verdict

TEXT = (Path(aliexpress.__path__[0]) / "platform.toml").read_text(encoding="utf-8")
OUTSIDE = load_platform(TEXT)

ONE = """[[fact]]
id = "answer-time"
kind = "time"
when = { received = ["no"], verdict = ["open"] }
text = "Five days."
source = "a page"
date = "2021"
confidence = "B"
"""


def case(**known: str) -> Facts:
    facts = Facts()
    for field, value in known.items():
        facts = facts.given(field, value)
    return facts


def arrived(*defects: str) -> Facts:
    return replace(case(intent="genuine", received="yes"), defects=frozenset(defects))


def missing(whereabouts: str, **known: str) -> Facts:
    return case(intent="genuine", received="no", whereabouts=whereabouts, **known)


SITUATIONS: dict[str, tuple[Facts, Verdict]] = {
    **{defect: (arrived(defect), Verdict.OPEN) for defect in VALUES["defects"] if defect != "dislike"},
    "dislike": (arrived("dislike"), Verdict.OPEN_UNCERTAIN),
    **{
        place: (missing(place), Verdict.OPEN)
        for place in ("moving", "no_tracking", "stalled", "wrong_address", "marked_delivered")
    },
    "returned, not the buyer's cause": (missing("returned", return_cause="not_buyer"), Verdict.OPEN_UNCERTAIN),
    "returned, missed": (missing("returned", return_cause="missed"), Verdict.ASK_PARTIAL_ONLY),
    "customs": (missing("customs", customs_demand="none"), Verdict.OPEN_UNCERTAIN),
    "customs tax": (missing("customs", customs_demand="tax", customs_response="paid"), Verdict.OPEN_UNCERTAIN),
    "customs VAT": (missing("customs", customs_demand="vat_twice", customs_response="refused"), Verdict.OPEN),
}


def shown(kind: str, facts: Facts, verdict: Verdict) -> list[str]:
    return [fact.id for fact in OUTSIDE if fact.kind == kind and fact.applies(facts, verdict)]


@pytest.mark.parametrize(("facts", "verdict"), SITUATIONS.values(), ids=SITUATIONS)
def test_every_situation_has_one_reason_for_the_form(facts: Facts, verdict: Verdict) -> None:
    assert len(shown("form-reason", facts, verdict)) == 1


@pytest.mark.parametrize(("facts", "verdict"), SITUATIONS.values(), ids=SITUATIONS)
def test_every_situation_has_a_list_of_shots(facts: Facts, verdict: Verdict) -> None:
    assert len(shown("photo", facts, verdict)) >= 2


@pytest.mark.parametrize(("facts", "verdict"), SITUATIONS.values(), ids=SITUATIONS)
def test_every_situation_has_its_times_and_warnings(facts: Facts, verdict: Verdict) -> None:
    assert {"answer-time", "step-in", "latest-day"} <= set(shown("time", facts, verdict))
    assert {"accepting-closes", "no-cancel", "one-dispute"} <= set(shown("warning", facts, verdict))


@pytest.mark.parametrize("fact", OUTSIDE, ids=[fact.id for fact in OUTSIDE])
def test_every_fact_says_where_it_comes_from_and_of_when(fact: OutsideFact) -> None:
    assert fact.kind in KINDS
    assert fact.confidence in "ABC"
    assert fact.source
    assert fact.date
    assert fact.text.endswith(".")
    assert len(fact.text) <= 200
    assert fact.when or fact.any_defect or fact.verdicts


LATER = [one for one in Stage if one is not Stage.FIRST]


@pytest.mark.parametrize("stage", LATER)
def test_before_every_later_message_something_is_told_of_what_closes_a_case(stage: Stage) -> None:
    arrived_so = {fact.id for fact in OUTSIDE if fact.before(stage, arrived("colour"))}
    missing_so = {fact.id for fact in OUTSIDE if fact.before(stage, missing("stalled"))}
    assert arrived_so
    assert arrived_so < missing_so or arrived_so == missing_so


@pytest.mark.parametrize(
    ("stage", "ids"),
    [
        pytest.param(
            Stage.ACCEPT, {"accepting-closes", "one-dispute", "small-sum", "no-confirm"}, id="accepting an offer"
        ),
        pytest.param(Stage.CANCEL, {"no-cancel", "cancelled-again", "confirming-starts"}, id="cancelling a dispute"),
        pytest.param(Stage.WAIT, {"latest-day", "more-waiting", "no-confirm"}, id="protection running out"),
    ],
)
def test_what_closes_a_case_for_good_is_told_before_the_buyer_agrees(stage: Stage, ids: set[str]) -> None:
    assert ids <= {fact.id for fact in OUTSIDE if fact.before(stage, missing("stalled"))}


def test_nothing_is_told_before_the_first_message_by_its_stage() -> None:
    assert not any(fact.before(Stage.FIRST, missing("stalled")) for fact in OUTSIDE)


def test_a_fact_told_before_a_message_still_waits_for_its_conditions_on_the_facts() -> None:
    (fact,) = load_platform(ONE.replace('date = "2021"', 'date = "2021"\nstages = ["accept"]'))
    assert fact.before(Stage.ACCEPT, missing("stalled"))
    assert not fact.before(Stage.WAIT, missing("stalled"))
    assert not fact.before(Stage.ACCEPT, arrived("colour"))


def test_each_clock_is_set_once() -> None:
    clocks = [(name, days) for fact in OUTSIDE for name, days in fact.clock.items()]
    assert sorted(clocks) == [("answer", 5), ("decision", 7), ("extension", 10)]
    assert {name for name, _ in clocks} == CLOCKS


def test_ids_and_kinds_are_all_there() -> None:
    assert len({fact.id for fact in OUTSIDE}) == len(OUTSIDE)
    assert {fact.kind for fact in OUTSIDE} == KINDS


def test_a_form_reason_admits_that_the_form_may_differ() -> None:
    reasons = [fact.text for fact in OUTSIDE if fact.kind == "form-reason"]
    assert all("the form may word it differently" in text for text in reasons)


def test_nothing_to_write_or_photograph_is_shown_where_no_dispute_is_opened() -> None:
    facts = replace(arrived("colour"), intent=frozenset({"bad_faith"}))
    assert not shown("form-reason", facts, Verdict.DO_NOT_OPEN)
    assert not shown("photo", facts, Verdict.DO_NOT_OPEN)


def test_a_fact_waits_until_its_conditions_are_certain() -> None:
    (fact,) = load_platform(ONE)
    assert fact.applies(case(received="no"), Verdict.OPEN)
    assert not fact.applies(Facts(), Verdict.OPEN)
    assert not fact.applies(case(received="yes"), Verdict.OPEN)
    assert not fact.applies(case(received="no"), Verdict.OPEN_UNCERTAIN)


def test_one_of_several_allowed_values_is_enough() -> None:
    (fact,) = load_platform(ONE.replace('received = ["no"]', 'return_cause = ["missed", "not_collected"]'))
    narrowed = missing("returned").given("return_cause", frozenset({"missed", "not_collected"}))
    assert fact.applies(narrowed, Verdict.OPEN)
    assert not fact.applies(missing("returned"), Verdict.OPEN)


def test_any_of_the_defects_is_enough_and_unknown_defects_are_not() -> None:
    (fact,) = load_platform(ONE.replace('received = ["no"]', 'any_defect = ["colour", "damaged"]'))
    assert fact.applies(arrived("colour", "dislike"), Verdict.OPEN)
    assert not fact.applies(arrived("dislike"), Verdict.OPEN)
    assert not fact.applies(arrived(), Verdict.OPEN)
    assert not fact.applies(case(received="yes"), Verdict.OPEN)


def test_a_value_that_no_longer_matters_shows_nothing() -> None:
    customs = load_platform(ONE.replace('received = ["no"]', 'whereabouts = ["customs"]'))[0]
    colour = load_platform(ONE.replace('received = ["no"]', 'any_defect = ["colour"]'))[0]
    assert not customs.applies(case(received="yes", whereabouts="customs"), Verdict.OPEN)
    assert not colour.applies(replace(arrived("colour"), received=frozenset({"no"})), Verdict.OPEN)


def test_without_conditions_it_always_applies() -> None:
    (fact,) = load_platform(ONE.replace('when = { received = ["no"], verdict = ["open"] }\n', ""))
    assert all(fact.applies(Facts(), verdict) for verdict in Verdict)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("kind =", "knd =", "unknown key knd", id="an unknown key"),
        pytest.param('date = "2021"\n', "", "date must be a text", id="no date"),
        pytest.param('source = "a page"', 'source = " "', "source must be a text", id="an empty source"),
        pytest.param('date = "2021"', "date = 2021", "date must be a text", id="a number for a text"),
        pytest.param('"time"', '"hint"', "unknown kind hint", id="an unknown kind"),
        pytest.param(
            'date = "2021"\n', 'date = "2021"\nstages = ["later"]\n', "stages must be a list", id="a stage that is none"
        ),
        pytest.param(
            'date = "2021"\n', 'date = "2021"\nstages = ["first"]\n', "stages must be a list", id="the first message"
        ),
        pytest.param(
            'date = "2021"\n', 'date = "2021"\nclock = 5\n', "clock must be a table", id="a clock without a name"
        ),
        pytest.param(
            'date = "2021"\n', 'date = "2021"\nclock = { sand = 5 }\n', "clock must be a table", id="an unknown clock"
        ),
        pytest.param(
            'date = "2021"\n', 'date = "2021"\nclock = { answer = 1.5 }\n', "whole days", id="a clock of half days"
        ),
        pytest.param('"B"', '"D"', "unknown confidence D", id="an unknown confidence"),
        pytest.param("received =", "recieved =", "unknown condition recieved", id="an unknown fact"),
        pytest.param('["no"]', '["never"]', "received cannot be never", id="an unknown value"),
        pytest.param('["open"]', '["sue"]', "verdict cannot be sue", id="an unknown verdict"),
        pytest.param('["no"]', '"no"', "received must be a list", id="one value without its list"),
        pytest.param('["no"]', "[]", "received must be a list", id="an empty list"),
        pytest.param('{ received = ["no"], verdict = ["open"] }', '"always"', "when must be a table", id="when a text"),
        pytest.param(ONE, ONE + ONE, "answer-time: the id is used twice", id="an id twice"),
        pytest.param(ONE, ONE + "[other]\n", "may stand here", id="another table"),
        pytest.param(ONE, "", "may stand here", id="nothing at all"),
        pytest.param(ONE, ONE + "[[", "at (line|end)", id="not TOML"),
    ],
)
def test_anything_unexpected_is_refused(old: str, new: str, message: str) -> None:
    assert old in ONE
    with pytest.raises(ValueError, match=message):
        load_platform(ONE.replace(old, new))
