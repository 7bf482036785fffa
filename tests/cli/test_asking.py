"""The interview as it is shown and heard, line by line. Every question, every help, every error is a golden file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.intake.interviewing import COLOUR, HOODIE, asks, begun, said_back, told, wording
from tests.test_neutral import STEERING

from claimwright.case.casefile import Case
from claimwright.case.facts import VALUES, Facts
from claimwright.cli.besides import beside
from claimwright.cli.interviewing import doubts, unfit
from claimwright.cli.terminal import fold
from claimwright.intake.asked import about_fact, about_message
from claimwright.intake.interview import Answered, Interview, Opened, Start, WentBack
from claimwright.intake.reasons import reason

from .scripted import held

Golden = Callable[[str, str], None]

SITUATIONS = {
    "menu": (),
    "honesty": ("1",),
    "protection-of-a-defect": ("1", "1"),
    "protection-under-way": ("14", "1"),
    "seller": ("17", "1"),
    "customs-demand": ("19",),
    "customs-response": ("19", "2"),
    "return-cause": ("18", "1"),
    "address-error": ("21",),
    "received": ("d", "1"),
    "defects": ("d", "1", "yes"),
    "whereabouts": ("d", "1", "no"),
}
"""The answers that lead to each question that decides."""


@pytest.fixture(autouse=True)
def _eighty_eight_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "88")


def shown(interview: Interview, *lines: str) -> str:
    """What is shown from the next question on."""
    return held(*lines, interview=interview)[0].lstrip("\n")


@pytest.mark.parametrize("name", SITUATIONS)
def test_every_question_that_decides(name: str, golden: Golden) -> None:
    interview = told(*SITUATIONS[name])
    text = shown(interview, "?", "nonsense", "99", "b" if interview.back() is None else "?", "d")
    golden(f"interview/deciding/{name}.txt", text)


def test_every_fact_that_can_decide_has_its_question() -> None:
    led = {asks(told(*answers)).removeprefix("facts.") for answers in SITUATIONS.values()} - {"menu"}
    assert led == set(VALUES) - {"delivered_cause"}, "how it came to be shown as delivered decides nothing"


def _whole() -> Iterator[str]:
    interview, answers = begun(), list(HOODIE)
    while interview.question is not None:
        question = interview.question
        if not question.deciding:
            yield question.id
        interview = told(answers.pop(0), interview=interview)


MESSAGE = [*dict.fromkeys(_whole()), "order.store", "order.promised_by", "order.tracking_number", "request.amount",
           "request.goods"]  # fmt: skip


@pytest.mark.parametrize("id", [id for id in MESSAGE if not any(f"[{n}]" in id for n in (2, 3))])
def test_every_question_of_the_message(id: str, golden: Golden) -> None:
    interview = told(*COLOUR).after(Answered("order.paid", {"amount": "23.40", "currency": "EUR"})).opened([id])
    question = interview.about(id)
    text, _, _ = held("?", "\u202e", "", interview=interview)
    _, _, rest = text.partition(f"{fold(question.text)}\n")
    golden(f"interview/message/{id.replace('[', '-').replace(']', '')}.txt", f"{fold(question.text)}\n{rest}")


def test_a_whole_interview(golden: Golden) -> None:
    text, done, kept = held(*typed(HOODIE), "", unfit=unfit, doubts=doubts)
    assert done is not None
    assert (done.case, len(kept)) == (told(*HOODIE).case, len(HOODIE))
    golden("interview/hoodie.txt", text)


def typed(answers: tuple[str, ...]) -> Iterator[str]:
    """What is typed to give these answers, each confirmed where it was said back."""
    interview = begun()
    for said in answers:
        yield said
        if said_back(interview, said):
            yield ""
        interview = told(said, interview=interview)


@pytest.mark.parametrize(
    ("name", "before", "lines"),
    [
        pytest.param("ambiguous-day", HOODIE[:6], ("10/02/2026", "3", "2"), id="a day that can be two"),
        pytest.param("day-written-again", HOODIE[:6], ("3 Oct", "2 Oct", "y"), id="a day that was not meant"),
        pytest.param("day-refused", HOODIE[:6], ("3 Oct", "n", "2026-10-02"), id="a day said back and denied"),
        pytest.param("sum-without-currency", HOODIE[:5], ("23,40", "", "€", ""), id="a sum without its currency"),
        pytest.param("sum-of-dollars", HOODIE[:5], ("$23", "CAD", ""), id="dollars of many lands"),
        pytest.param("words-of-two", (), ("never came", "2"), id="words that fit several entries"),
        pytest.param("back-out-of-it", HOODIE[:6], ("10/02/2026", "b", "2026-10-02"), id="back to the question itself"),
        pytest.param("left-open-though-needed", HOODIE[:4], ("", "d"), id="no answer where one is needed"),
        pytest.param("contradiction", HOODIE[:7], ("2026-09-30",), id="arrived before it was ordered"),
        pytest.param("back-and-keep", HOODIE[:4], ("b", "b", "", "", ""), id="back twice, and both kept"),
        pytest.param("undecided", ("15", "1", "1"), ("d", ""), id="what it hangs on is not known"),
        pytest.param("refused", (), ("13", ""), id="a refused case"),
        pytest.param("wait", ("14", "1"), ("1", ""), id="nothing to ask yet"),
        pytest.param("extension", ("14", "1", "2"), ("1",), id="a request to extend"),
        pytest.param("seller", ("17", "1"), ("1",), id="a message to the seller"),
        pytest.param("capitals", HOODIE[:10], ("I AM VERY ANGRY", "WHY WAS I SENT THIS", "It is green."), id="anger"),
        pytest.param("greeting", HOODIE[:10], ("Hello there", "I attach a photo", "d"), id="what says nothing"),
        pytest.param(
            "doubtful-number", HOODIE[:4], ("Alder Camp Supplies", "", "n", "8190 0000 0000 0001"), id="a store"
        ),
        pytest.param("words-of-all", HOODIE[:9], ("full refund", "yes"), id="words for all of it"),
        pytest.param("figure-for-a-sentence", HOODIE[:10], ("1", "29 October 2026"), id="a figure for a sentence"),
        pytest.param("spanish", HOODIE[:10], ("Pierde agua por la junta y no sirve para nada.",), id="not English"),
        pytest.param("day-for-the-protection", COLOUR[:2], ("5 December", "yes"), id="a day for what it means"),
        pytest.param("impossible-month", HOODIE[:7], ("3/10/26", ""), id="a day that can only be one"),
        pytest.param("kept-though-contradictory", HOODIE[:7], ("2026-09-30", ""), id="a day that is kept"),
        pytest.param("link-in-name", HOODIE[:3], ("hoodie https://shop.example/1", "hoodie"), id="a link in a name"),
    ],
)
def test_what_is_said_when_it_is_not_plain(
    name: str, before: tuple[str, ...], lines: tuple[str, ...], golden: Golden
) -> None:
    text, _, _ = held(*lines, interview=told(*before), unfit=unfit, doubts=doubts, beside=beside)
    golden(f"interview/said/{name}.txt", text.lstrip("\n"))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        pytest.param("nothing-changed", ("",), id="all is right"),
        pytest.param("help", ("?", "99", "x", "y"), id="help, and no such line"),
        pytest.param("price-changed", ("6", "21 EUR", ""), id="a line is changed"),
        pytest.param("added", ("13", "It fits, only its colour is wrong.", "", ""), id="a sentence is added"),
        pytest.param("message-changed", ("15", "1", "", "I wrote again.", "", ""), id="a message is changed"),
        pytest.param("message-removed", ("14", "3", ""), id="a message is left out"),
        pytest.param("sentence-removed", ("12", "d", ""), id="all that happened is left out"),
        pytest.param("day-not-known", ("14", "", "d", ""), id="a message without its day is left out"),
        pytest.param("matter-changed", ("1", "7", ""), id="the matter is changed"),
        pytest.param("contradiction", ("9", "2026-09-30", "", "9", "2026-10-28", ""), id="it stays until it is mended"),
        pytest.param("back", ("b", "", ""), id="back to the last question"),
        pytest.param("stopped", ("q",), id="stopped"),
    ],
)
def test_the_read_back(name: str, lines: tuple[str, ...], golden: Golden) -> None:
    text, _, _ = held(*lines, interview=told(*HOODIE), unfit=unfit, doubts=doubts)
    golden(f"interview/read-back/{name}.txt", text.lstrip("\n"))


def test_the_read_back_names_what_a_story_said(golden: Golden) -> None:
    facts = Facts().given("received", "no").given("whereabouts", "moving").given("seller", "waiting")
    start = Start(
        Case(facts=facts, what_happened=("It is still on its way.",)),
        {"facts.received": "it never showed up", "what_happened": "It is still on its way."},
    )
    text, _, _ = held("1", "1", "6", "Still on its way, it seems.", "", interview=begun(start))
    golden("interview/read-back/story.txt", text.lstrip("\n"))


STORY = Start(
    replace(Case(), order=replace(Case().order, protection_ends_on=date(2026, 12, 5))),
    hints={"order.item": ("Your story says: “a jug”",)},
    offers={"order.item": "glass jug"},
    sentences=("It leaks at the seam.", "The lid does not close.", "AND I AM VERY ANGRY NOW"),
)


@pytest.mark.parametrize(
    ("name", "lines", "happened"),
    [
        pytest.param("all", ("",), ("It leaks at the seam.", "The lid does not close."), id="Enter uses them all"),
        pytest.param("some", ("2",), ("The lid does not close.",), id="numbers choose some"),
        pytest.param("anew", ("It came wet.",), ("It came wet.",), id="or it is told anew"),
        pytest.param("wrong-number", ("3", "="), STORY.sentences[:2], id="one that cannot stand has no number"),
    ],
)
def test_the_sentences_that_are_left_of_a_story_are_offered(
    name: str, lines: tuple[str, ...], happened: tuple[str, ...], golden: Golden
) -> None:
    here = told("3", "1", "1", *HOODIE[3:8], "1", interview=begun(STORY))
    text, _, kept = held(*lines, interview=here, unfit=unfit, doubts=doubts)
    assert here.after(*kept).case.what_happened == happened
    golden(f"interview/left/{name}.txt", text[text.index("Tell what happened") :])


def test_enter_agrees_to_what_the_day_of_a_story_implies_and_never_to_honesty(golden: Golden) -> None:
    text, _, kept = held("", "1", "", "", interview=told("3", interview=begun(STORY)))
    assert kept == [
        Answered("facts.intent", "genuine"),
        Answered("facts.protection", "running"),
        Answered("order.item", "glass jug"),
    ]
    golden("interview/left/protection.txt", text[: text.index("This is decided")].lstrip("\n"))


def test_a_file_that_is_not_there_is_asked_for_again_at_once(golden: Golden) -> None:
    here = told(*HOODIE[:21])
    assert asks(here) == "evidence[0].file"
    there = {"leak 1.jpg": "photos/leak 1.jpg"}
    text, _, kept = held("/nope/leak2.jpg", "'leak 1.jpg'", interview=here, files=there.get)
    assert kept == [Answered("evidence[0].file", "photos/leak 1.jpg")]
    golden("interview/said/no-file.txt", text[: text.index("What else")].lstrip("\n"))
    _, _, kept = held("/nope/leak2.jpg", "", interview=here, files=there.get)
    assert kept == [Answered("evidence[0].file", None)]


def test_a_wrong_day_of_a_message_is_asked_for_again_once_the_message_is_whole() -> None:
    text, _, kept = held("2026-09-01", "I asked.", "2026-10-29", interview=told(*HOODIE[:13]))
    assert text.count("On which day was that?") == 2
    answered = [one.id for one in kept if isinstance(one, Answered)]
    assert answered == ["contacts[0].on", "contacts[0].text", "contacts[0].on"]


def test_every_step_is_kept_before_the_next_question_is_shown() -> None:
    _, _, kept = held("1", "b", "2", "1", "5", interview=begun())
    assert [type(one) for one in kept] == [Answered, WentBack, Answered, Answered, Answered]
    _, _, kept = held("6", "", interview=told(*HOODIE))
    assert [type(one) for one in kept] == [Opened, Answered]


@pytest.mark.parametrize("answers", SITUATIONS.values(), ids=SITUATIONS)
def test_why_it_is_asked_names_verdicts_that_its_answers_separate_and_passages(answers: tuple[str, ...]) -> None:
    interview = told(*answers)
    assert interview.question is not None
    found = reason(interview, interview.question)
    assert len(found.verdicts) > 1
    assert found.passages


def test_no_question_and_no_reason_says_which_answer_wins() -> None:
    for answers in SITUATIONS.values():
        text = shown(told(*answers), "?")
        assert [found[0] for found in STEERING.finditer(" ".join(text.split()))] == []


@pytest.mark.parametrize("field", VALUES)
def test_not_knowing_is_always_an_answer_and_comes_with_how_to_find_out(field: str) -> None:
    question = about_fact(field, Facts(), wording())
    assert question.unknown == "I don't know"
    assert question.help


@pytest.mark.parametrize("id", MESSAGE)
def test_what_the_message_needs_can_be_left_open(id: str) -> None:
    question = about_message(id, wording())
    assert question.help
    assert question.unknown or not question.options or "none" in {one.value for one in question.options}


@pytest.mark.parametrize("number", range(1, 22))
def test_every_entry_of_the_menu_reaches_a_verdict_within_five_answers(number: int) -> None:
    lines = [str(number)]
    while "This is decided:" not in (text := held(*lines)[0]):
        assert len(lines) < 5, text
        last = text[text.rindex("\n\n") :]
        # Honest, and otherwise the last answer but "I don't know": it leads furthest.
        lines.append("1" if "Which of these is true" in last else str(last.count("\n  ") - 1))
