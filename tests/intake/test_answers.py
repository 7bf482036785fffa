"""Answers as people type them: numbers or words of an option, days, sums, numbers of orders, sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from claimwright.intake.answers import choose, legal, read, some_of
from claimwright.intake.asked import about_message
from claimwright.intake.question import Option, Reading, Refused, Unclear, Understood

from .interviewing import TODAY, begun, outcome, told, wording

NO_SENTENCE = "That is a figure or a day alone. Write a sentence: what can be seen, or what was done."


def menu(said: str) -> Reading:
    return begun().read(said)


def about(id: str, said: str) -> Reading:
    return read(about_message(id, wording()), said, TODAY, wording())


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("1", ["colour"]),
        (" 7. ", ["damaged"]),
        ("1, 7", ["colour", "damaged"]),
        ("1 and 7", ["colour", "damaged"]),
        ("1 7 8", ["colour", "damaged", "incomplete"]),
        ("1;1", ["colour"]),
        ("22", None),
        ("don't know", None),
        ("I don’t know.", None),
        ("it is a fake", ["fake"]),
        ("FAKE", ["fake"]),
        ("it was a counterfeit!", ["fake"]),
        ("empty box", ["empty"]),
        ("does not work", ["not_working"]),
        ("it doesn't work", ["not_working"]),
        ("wrong item", ["wrong_item"]),
        ("the parcel never came", ["the tracking still moves", "the tracking has stood still for some time",
                                   "there is no tracking number and no sign of it"]),
        ("customs", ["customs"]),
        ("it leaks", ["it does not work, or not as promised", "it was damaged on arrival"]),
        ("stuck", ["stalled"]),
        ("1, 14", "One of these says that it has arrived, another that it has not. Choose one or the other."),
        ("14, 15", "That one cannot stand beside others. Give it alone, or leave it out."),
        ("1, 13", "That one cannot stand beside others. Give it alone, or leave it out."),
        ("1, 22", "That one cannot stand beside others. Give it alone, or leave it out."),
        ("0", "There is no number 0 here. Give one from 1 to 22."),
        ("23", "There is no number 23 here. Give one from 1 to 22."),
        ("lorem", "I do not find that here. Give a number from 1 to 22."),
        ("", "Nothing was typed. Answer, or type d if you don't know."),
        ("\u200b", "Nothing was typed. Answer, or type d if you don't know."),
    ],
)  # fmt: skip
def test_the_menu_takes_numbers_and_words(said: str, value: object) -> None:
    assert outcome(menu(said)) == value


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        pytest.param("counterfeit", "it is a fake", id="another word for it"),
        pytest.param("it is a fake", "", id="its own words"),
        pytest.param("6", "", id="its number"),
    ],
)
def test_what_was_made_of_words_is_said_back(said: str, echo: str) -> None:
    found = menu(said)
    assert isinstance(found, Understood)
    assert found.echo == echo


@pytest.mark.parametrize(
    ("answers", "said", "value"),
    [
        (("1",), "1", "genuine"),
        (("1",), "the problem is real", "genuine"),
        (("1",), "1, 2", "Give one number only."),
        (("1", "1"), "it has ended", "expired"),
        (("1", "1"), "time left", "running"),
        (("1", "1"), "6", None),
        (("1", "1"), "12 days left", "running"),
        (("1", "1"), "still running", "running"),
        (("17", "1"), "refused", "no_solution"),
        (("d", "1"), "yes", "yes"),
        (("d", "1"), "n", "no"),
    ],
)
def test_a_fact_takes_its_number_or_words_of_it(answers: tuple[str, ...], said: str, value: object) -> None:
    assert outcome(told(*answers).read(said)) == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("8190000000000001", "8190000000000001"),
        (" # 8190 0000 0000 0001. ", "8190000000000001"),
        ("AB-12/3_4", "AB-12/3_4"),
        ("my order", "myorder"),
        ("8190!", "Use letters, figures and . _ / # - only, at most 64 of them."),
        ("1" * 65, "Use letters, figures and . _ / # - only, at most 64 of them."),
    ],
)
def test_an_order_number_is_taken_with_blanks(said: str, value: str) -> None:
    assert outcome(about("order.number", said)) == value


@pytest.mark.parametrize(
    ("id", "said", "value"),
    [
        ("order.item", "  cotton   hoodie,\tsize M ", "cotton hoodie, size M"),
        ("order.item", "hoodie\u202e\x1b[2J", "hoodie[2J"),
        ("order.item", "x" * 2001, "That has 2,001 characters, and at most 2,000 can be kept. Say it more briefly."),
        ("what_happened[0]", "It came. It was green", ["It came.", "It was green"]),
        ("what_happened[0]", "It cost 2.50 EUR more", ["It cost 2.50 EUR more"]),
        ("buyer.name", "Ana Ruiz", "Ana Ruiz"),
        ("evidence[0].kind", "photo", "photo"),
        ("evidence[0].kind", "nothing", "none"),
        ("request.refund", "a part", "partial"),
        ("request.refund", "all", "full"),
        ("request.refund", "full refund", "full"),
        ("request.refund", "half", "partial"),
        ("contacts[0].from", "me", "buyer"),
        ("contacts[0].from", "nobody", "none"),
        ("evidence[0].kind", "a screenshot of the listing", "listing"),
        ("what_happened[0]", "1", NO_SENTENCE),
        ("what_happened[0]", "29 October 2026", NO_SENTENCE),
        ("what_happened[0]", "12.50, 3", NO_SENTENCE),
        ("what_happened[0]", "Broken", ["Broken"]),
    ],
)  # fmt: skip
def test_texts_are_kept_as_they_are_seen(id: str, said: str, value: object) -> None:
    assert outcome(about(id, said)) == value


@pytest.mark.parametrize(
    ("id", "said", "doubted"),
    [
        pytest.param("order.number", "Alder Camp Supplies", True, id="the name of a store"),
        pytest.param("order.number", "8190000", True, id="seven digits"),
        pytest.param("order.number", "81900000", False, id="eight digits"),
        pytest.param("order.number", "AB-8190 0000", False, id="digits among letters"),
        pytest.param("order.tracking_number", "LP12", False, id="a parcel's number, which may be anything"),
    ],
)
def test_an_order_number_without_digits_is_asked_about(id: str, said: str, doubted: bool) -> None:
    found = about(id, said)
    assert isinstance(found, Understood)
    assert bool(found.doubt) == doubted


@pytest.mark.parametrize(
    ("said", "value"),
    [
        pytest.param("", ["It leaks.", "It drips.", "It is cracked."], id="Enter takes all"),
        pytest.param("=", ["It leaks.", "It drips.", "It is cracked."], id="so does the sign"),
        pytest.param("3, 1", ["It is cracked.", "It leaks."], id="numbers take some, in their order"),
        pytest.param("2 and 2", ["It drips."], id="one twice is one"),
        pytest.param("4", "There is no number 4 here. Give one from 1 to 3.", id="there is none"),
    ],
)
def test_sentences_that_are_offered_are_taken_by_their_numbers(said: str, value: object) -> None:
    found = some_of(("It leaks.", "It drips.", "It is cracked."), said, wording())
    assert found is not None
    assert outcome(found) == value


def test_what_is_typed_anew_is_none_of_those_offered() -> None:
    assert some_of(("It leaks.",), "It came wet.", wording()) is None


@pytest.mark.parametrize("id", ["contacts[1].from", "evidence[1].kind"])
def test_enter_ends_a_list_and_does_not_leave_its_first_item_out(id: str) -> None:
    assert about_message(id, wording()).skips
    assert not about_message(id.replace("1", "0"), wording()).skips


def test_surrogates_from_a_broken_terminal_are_left_out() -> None:
    assert outcome(about("order.item", "mug\udce4")) == "mug"


def test_one_of_a_few_is_chosen_by_its_number() -> None:
    options = (Option("2026-02-10", "10 February"), Option("2026-10-02", "2 October"))
    assert outcome(choose(options, "2", wording())) == "2026-10-02"
    assert outcome(choose(options, "october", wording())) == "2026-10-02"
    assert isinstance(choose(options, "3", wording()), Refused)


PAST, ANY = "order.ordered_on", "order.protection_ends_on"
_PIECES = some.sampled_from(
    [
        "1",
        "22",
        "99",
        "28.10.",
        "10/02/2026",
        "30",
        "Feb",
        "last",
        "next",
        "ago",
        "days",
        "€",
        "EUR",
        "kr",
        "$",
        "1.234,50",
        ",-",
        "yes",
        "no",
        "photo",
        "customs",
        "?",
        "é",
    ]
)
_TYPED = some.text(max_size=60) | some.lists(_PIECES, max_size=6).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(
    said=_TYPED,
    id=some.sampled_from(["menu", "order.paid", PAST, ANY, "what_happened[0]", "order.number", "buyer.name"]),
)
def test_whatever_is_typed_is_understood_as_a_legal_answer_or_refused(said: str, id: str) -> None:
    question = begun().question if id == "menu" else about_message(id, wording())
    assert question is not None
    found = read(question, said, TODAY, wording())
    if isinstance(found, Understood):
        assert legal(question, found.value), (said, found)
    elif isinstance(found, Unclear):
        assert len(found.options) > 1
    else:
        assert found.text
