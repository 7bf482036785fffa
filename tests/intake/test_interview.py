"""The machine: what it asks next, what it makes of answers, going back, changing an answer, being taken up again."""

from dataclasses import replace

import pytest
from tests.letter.drafting import ROOT

from claimwright.case.casefile import Case, dump_case, read_case
from claimwright.case.facts import Facts
from claimwright.guide.assessment import AskExtension, AskSeller, Claim, Refusal, Undecided, Wait
from claimwright.intake.interview import Answered, Interview, Opened, Start, WentBack
from claimwright.intake.question import Refused, Understood

from .interviewing import COLOUR, HOODIE, asks, begun, told

EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.json"))


def example(stem: str) -> Case:
    path = ROOT / "examples" / f"{stem}.json"
    return read_case(path.read_bytes(), path.name)


def asked(interview: Interview) -> list[str]:
    """What an interview asks from here on, when every answer is the first one, or none at all."""
    found = []
    while interview.question is not None:
        question = interview.question
        found.append(question.id)
        once = question.options and not any(f"[{number}]" in question.id for number in range(1, 9))
        value = question.options[0].value if once else None
        interview = interview.answered([value] if question.id in {"menu", "facts.defects"} else value)
    return found


def test_a_whole_interview_asks_in_this_order() -> None:
    assert asked(begun()) == [
        "menu",
        "facts.intent",
        "facts.protection",
        "order.item",
        "order.number",
        "order.paid",
        "order.ordered_on",
        "order.received_on",
        "order.protection_ends_on",
        "request.refund",
        "what_happened[0]",
        "contacts[0].from",
        "contacts[0].on",
        "contacts[1].from",
        "evidence[0].kind",
        "evidence[0].shows",
        "evidence[1].kind",
        "buyer.name",
    ]


def test_its_answers_are_the_case() -> None:
    case = told(*HOODIE).case
    assert asks(told(*HOODIE)) == ""
    right = example("wrong-colour")
    assert replace(case.order, store=right.order.store) == right.order
    assert case.facts == replace(right.facts, seller=Facts().seller)
    assert case.what_happened == right.what_happened[:2]
    assert case.contacts == right.contacts
    assert [(one.kind, one.file) for one in case.evidence] == [("photo", "hoodie.jpg")]
    assert (case.request, case.buyer, case.as_of) == (right.request, right.buyer, right.as_of)


def test_the_case_file_reads_back_as_the_same_case() -> None:
    for count in range(len(HOODIE) + 1):
        case = told(*HOODIE[:count]).case
        assert read_case(dump_case(case).encode(), "test") == case


@pytest.mark.parametrize(
    ("answers", "kind", "then"),
    [
        pytest.param(("1", "1", "1"), Claim, "order.item", id="a claim is drafted"),
        pytest.param(("18", "1", "1"), Claim, "order.item", id="a partial one too"),
        pytest.param(("17", "1", "1"), AskSeller, "order.item", id="so is a message to the seller"),
        pytest.param(("14", "1", "2", "1"), AskExtension, "order.item", id="and a request to extend"),
        pytest.param(("14", "1", "1"), Wait, "", id="while there is time, nothing more is asked"),
        pytest.param(("13",), Refusal, "", id="nothing is asked of a refused case"),
        pytest.param(("1", "2"), Refusal, "", id="nor of a dishonest one"),
        pytest.param(("1", "d"), Undecided, "", id="nor where the honesty is left open"),
        pytest.param(("15", "1", "1", "d"), Undecided, "", id="nor where what it hangs on is not known"),
    ],
)
def test_what_the_message_needs_is_asked_only_for_a_message(
    answers: tuple[str, ...], kind: type[object], then: str
) -> None:
    interview = told(*answers)
    assert isinstance(interview.assessment, kind)
    assert asks(interview) == then


@pytest.mark.parametrize(
    ("answers", "wanted", "not_wanted"),
    [
        pytest.param(COLOUR, {"request.refund"}, {"request.amount"}, id="the buyer's choice: how much"),
        pytest.param((*COLOUR, *HOODIE[3:9], "2"), {"request.amount"}, set(), id="a part: its sum"),
        pytest.param(("18", "1", "1"), {"request.amount"}, {"request.refund"}, id="a part only: its sum at once"),
        pytest.param(("21", "1", "1", "1"), set(), {"request.amount", "request.refund"}, id="the whole: no sum"),
        pytest.param(("17", "1", "1"), set(), {"contacts[0].from", "request.amount"}, id="not written: no messages"),
        pytest.param(("17", "1", "3"), {"contacts[0].from"}, set(), id="written: which messages"),
        pytest.param(("16", "1", "1", "1"), set(), {"order.tracking_number"}, id="no tracking: no number"),
        pytest.param(("15", "3", "5", "1"), set(), set(), id="settled: nothing"),
        pytest.param(("1", "1", "5"), set(), {"order.protection_ends_on"}, id="ended: no last day"),
    ],
)
def test_the_situation_decides_what_the_message_needs(
    answers: tuple[str, ...], wanted: set[str], not_wanted: set[str]
) -> None:
    interview = begun()
    for said in answers:
        interview = interview if interview.question is None else told(said, interview=interview)
    then = set(asked(interview))
    assert wanted <= then
    assert not not_wanted & then


@pytest.mark.parametrize("steps", range(1, len(HOODIE) + 1))
def test_going_back_and_keeping_every_answer_changes_nothing(steps: int) -> None:
    done = told(*HOODIE)
    back = done
    for _ in range(steps):
        moved = back.back()
        assert moved is not None
        back = moved
    assert asks(back) == asks(told(*HOODIE[:-steps]))
    for _ in range(steps):
        assert back.question is not None
        back = back.answered(back.answers[back.question.id])
    assert (asks(back), back.case) == ("", done.case)


def test_there_is_nothing_before_the_first_question() -> None:
    assert begun().back() is None
    first = told("1").back()
    assert first is not None
    assert asks(first) == "menu"
    assert first.back() is None


def test_another_answer_leads_another_way_and_what_makes_no_sense_is_dropped() -> None:
    customs = told("19", "2", "1", "1")
    assert customs.case.facts.known("customs_demand")
    changed = customs.opened(["menu"]).answered(["colour"])
    assert asks(changed) == "facts.protection"
    assert changed.case.facts == Facts().given("received", "yes").given("defects", frozenset({"colour"})).given(
        "intent", "genuine"
    )


def test_honesty_is_never_prefilled() -> None:
    lying = Start(Case(facts=Facts().given("intent", "genuine").given("received", "yes")))
    interview = begun(lying)
    assert interview.case.facts.intent == Facts().intent
    assert "facts.intent" in asked(interview)
    back = told("1", "1").back()
    assert back is not None
    assert (asks(back), back.before("facts.intent")) == ("facts.intent", None)


@pytest.mark.parametrize("stem", EXAMPLES)
def test_a_case_that_is_known_already_is_asked_only_for_its_honesty_and_what_it_lacks(stem: str) -> None:
    known = example(stem)
    interview = begun(Start(known))
    if asks(interview) == "facts.intent":
        intent = "genuine" if known.facts.only("intent", "genuine") else next(iter(known.facts.intent))
        interview = interview.answered(intent)
    held = {f"order.{field}" for field in ("item", "number", "paid") if getattr(known.order, field)}
    held |= {f"{name}[0]" for name in ("what_happened", "contacts", "evidence") if getattr(known, name)}
    left = set(asked(interview))
    assert not held & {id.partition(".")[0] if "[" in id else id for id in left}
    kept = ("order", "facts", "what_happened", "contacts", "evidence", "buyer", "dispute", "request")
    case = replace(interview.case, facts=replace(interview.case.facts, intent=known.facts.intent))
    assert [name for name in kept if getattr(case, name) != getattr(known, name)] == []


def test_a_partly_known_case_is_asked_for_the_rest_of_the_menu() -> None:
    interview = begun(Start(Case(facts=Facts().given("received", "no"))))
    assert interview.question is not None
    assert {one.heading for one in interview.question.options} == {"It has not arrived, and"}
    placed = begun(Start(Case(facts=Facts().given("received", "no").given("whereabouts", "stalled"))))
    assert asks(placed) != "menu"


def test_a_suggestion_is_named_as_one_and_sets_nothing() -> None:
    interview = begun(Start(suggested=("colour", "poor")))
    assert interview.question is not None
    assert "its quality is poorer than described" in interview.question.help
    assert "suggestion" in interview.question.help
    assert interview.case == replace(begun().case)


def test_whoever_finds_nothing_in_the_menu_is_asked_fact_by_fact() -> None:
    assert asked(begun().answered(None))[:3] == ["facts.intent", "facts.received", "facts.defects"]


def test_several_defects_are_one_case() -> None:
    interview = told("1, 7 and 8")
    assert interview.facts.defects == frozenset({"colour", "damaged", "incomplete"})


@pytest.mark.parametrize(
    ("said", "value"),
    [
        pytest.param("8", {"amount": "8.00", "currency": "EUR"}, id="in the currency of the price"),
        pytest.param("€7,50", {"amount": "7.50", "currency": "EUR"}, id="with its sign"),
        pytest.param("24", "You paid €23.40. Write a sum that is not more.", id="more than was paid"),
        pytest.param("23.40", "That is the whole price. Write less, or go back and ask for the whole.", id="all of it"),
        pytest.param("8 USD", "You paid in EUR. Write the sum in that.", id="another currency"),
    ],
)
def test_a_part_of_the_price_is_a_part(said: str, value: object) -> None:
    found = told(*HOODIE[:9], "2").read(said)
    assert (found.value if isinstance(found, Understood) else found.text if isinstance(found, Refused) else 0) == value


def test_a_part_that_is_no_part_of_a_corrected_price_is_asked_for_again() -> None:
    interview = told(*HOODIE[:9], "2", "20", interview=begun())
    assert interview.case.request.amount is not None
    cheaper = told("12 EUR", interview=interview.opened(["order.paid"]))
    assert (asks(cheaper), cheaper.case.request.amount) == ("request.amount", None)


def test_events_taken_up_again_give_the_same_interview() -> None:
    here = told(*HOODIE).opened(["order.paid", "buyer.name"])
    back = here.back()
    assert back is not None
    again = begun().resumed(back.events)
    assert (asks(again), again.case, again.answers) == (asks(back), back.case, back.answers)


@pytest.mark.parametrize(
    "event",
    [
        Answered("menu", ["not_there"]),
        Answered("menu", "colour"),
        Answered("facts.protection", "endless"),
        Answered("order.paid", {"amount": "1.234", "currency": "EUR"}),
        Answered("order.paid", "12 EUR"),
        Answered("order.ordered_on", "2026-02-30"),
        Answered("what_happened[0]", "one"),
        Answered("buyer.name", "A\x1b[31m"),
    ],
)
def test_what_is_no_answer_any_more_ends_what_is_taken_up(event: Answered) -> None:
    again = begun().resumed([*told(*COLOUR).events, event, WentBack(), Opened(("menu",))])
    assert again.events == told(*COLOUR).events
