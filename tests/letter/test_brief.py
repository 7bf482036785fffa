"""What a message may say: the statements, the request, and what is asked for when something is missing."""

import json
from typing import Any

import pytest

from claimwright.case.casefile import read_case
from claimwright.guide.rule import Remedy
from claimwright.letter.brief import Kind
from claimwright.letter.briefing import MissingForMessage
from claimwright.letter.message import render

from .drafting import NO, PARTIAL, brief, case, composed, example, text

COLOUR: dict[str, Any] = {"received": "yes", "defects": ["colour"]}
STALLED: dict[str, Any] = {**NO, "whereabouts": "stalled", "seller": "ignored"}


def test_facts_come_first_then_evidence_then_passages() -> None:
    this = brief(example("wrong-colour"))
    assert [one.id for one in this.statements if one.kind is Kind.FACT] == [
        f"F{n}" for n in range(1, sum(one.kind is Kind.FACT for one in this.statements) + 1)
    ]
    kinds = [one.kind for one in this.statements]
    assert kinds == sorted(kinds, key=[Kind.FACT, Kind.EVIDENCE, Kind.PASSAGE].index)
    topics = [one.topic for one in this.statements]
    wanted = [
        "order.number",
        "order.item",
        "what_happened[0]",
        "facts.defects.colour",
        "contacts[0]",
        "evidence[0]",
        "G19",
    ]
    places = [topics.index(topic) for topic in wanted]
    assert places == sorted(places)
    assert this.statements[-1].id == this.statements[-1].topic


def test_everything_that_is_missing_is_asked_at_once() -> None:
    empty = read_case(json.dumps({"facts": {"intent": "genuine", **COLOUR, "protection": "running"}}).encode(), "x")
    with pytest.raises(MissingForMessage) as error:
        brief(empty)
    asked = [path for path, _ in error.value.questions]
    assert asked == ["order.number", "order.item", "order.paid", "what_happened", "request.refund"]
    assert all(question.endswith(("?", ".")) for _, question in error.value.questions)
    assert error.value.exit_code == 4


def test_a_choice_is_the_buyers() -> None:
    with pytest.raises(MissingForMessage) as error:
        brief(case(COLOUR))
    assert error.value.questions == (("request.refund", "Do you want the full price back, or a part of it?"),)


def test_a_wish_beyond_the_verdict_is_told_and_its_amount_asked() -> None:
    with pytest.raises(MissingForMessage) as error:
        brief(case({"received": "yes", "defects": ["vat_twice"]}, request={"refund": "full"}))
    path, question = error.value.questions[0]
    assert path == "request.amount"
    assert "€20.00" in question


def test_a_smaller_wish_is_honoured() -> None:
    this = brief(case(STALLED, request=PARTIAL))
    assert this.ask
    assert (this.ask.remedy, str(this.ask.amount.amount)) == (Remedy.PARTIAL, "8.00")


def test_without_a_wish_the_verdicts_remedy_is_asked() -> None:
    this = brief(case(STALLED))
    assert this.ask
    assert (this.ask.remedy, this.ask.amount) == (Remedy.FULL, this.case.order.paid)


def test_a_part_that_is_the_whole_price_is_a_full_refund() -> None:
    whole = {"refund": "partial", "amount": {"amount": "20.00", "currency": "EUR"}}
    this = brief(case(COLOUR, request=whole))
    assert this.ask
    assert this.ask.remedy is Remedy.FULL


@pytest.mark.parametrize("goods", ["keep", "return"])
def test_goods_are_spoken_of_only_if_they_arrived_and_the_buyer_does(goods: str) -> None:
    asked = {"refund": "full", "goods": goods}
    words = {"keep": "keep the item", "return": "return of the item"}[goods]
    assert words in text(case(COLOUR, request=asked))
    assert words not in text(case(COLOUR, request={"refund": "full"}))
    assert words not in text(case(STALLED, request=asked))


def test_a_cause_that_is_one_of_two_is_told_as_such() -> None:
    this = brief(example("returned-either"))
    statement = next(one for one in this.statements if one.topic.startswith("facts.return_cause"))
    assert statement.topic == "facts.return_cause.missed|not_collected"
    assert " or I did not collect" in statement.text


def test_silence_is_told_only_with_a_dated_message_that_stands_unanswered() -> None:
    asked = {"on": "2026-11-02", "from": "buyer", "text": "I asked where it is."}
    answered = {"on": "2026-11-04", "from": "seller", "text": "Asked me to wait."}
    assert "no answer" not in text(case(STALLED)).replace("answer it", "")
    assert "I have had no answer to that message for 20 days." in text(case(STALLED, contacts=[asked]))
    solved = {**STALLED, "seller": "no_solution"}
    assert "no answer" not in text(case(solved, contacts=[asked, answered]))
    assert "no answer" not in text(case({**COLOUR}, contacts=[asked], request={"refund": "full"}))


def test_no_number_of_days_goes_stale_before_the_message_is_sent() -> None:
    assert "placed on 1 November 2026." in text(case(STALLED, order={"ordered_on": "2026-11-01"}))
    assert "days ago" not in text(case(STALLED, order={"ordered_on": "2026-11-01"}))


def test_a_sentence_that_may_not_stand_is_left_out_and_told() -> None:
    words = ["The lamp is green.", "I will sue you if you do not pay."]
    this = brief(case(COLOUR, what_happened=words, request={"refund": "full"}))
    assert "sue" not in " ".join(one.text for one in this.statements)
    assert any("I will sue you" in note for note in this.notes)


def test_if_no_sentence_may_stand_the_buyer_is_asked_for_one() -> None:
    with pytest.raises(MissingForMessage) as error:
        brief(case(COLOUR, what_happened=["I will sue you if you do not pay."], request={"refund": "full"}))
    assert error.value.questions[0][0] == "what_happened"


def test_a_sentence_of_the_buyer_that_says_no_more_than_the_problem_is_not_repeated() -> None:
    assert text(example("moving-ending-asked")).count("The parcel is") == 1


def test_the_buyers_words_are_spoken_to_the_seller() -> None:
    message = text(example("stalled-waiting"))
    assert message.startswith("Hello,\n\n")
    assert "I am waiting for you to tell me what the carrier says." in message


def test_more_than_four_contacts_become_first_last_two_and_their_number() -> None:
    contacts = [{"on": f"2026-11-0{n}", "from": "buyer", "text": f"I asked for answer {n}."} for n in range(1, 7)]
    message = text(case(STALLED, contacts=contacts))
    assert [n for n in range(1, 7) if f"answer {n}" in message] == [1, 5, 6]
    assert "I have had no answer to that message for 16 days. There were 6 messages in all.\n" in message


def test_unsafe_characters_of_the_buyer_do_not_reach_the_message() -> None:
    message = text(case(COLOUR, what_happened=["The lamp is\u00ad green."], request={"refund": "full"}))
    assert "The lamp is green." in message


def test_a_proposal_of_nothing_is_told_as_such() -> None:
    dispute = {"opened_on": "2026-11-08", "proposal": {"refund": "none", "on": "2026-11-10"}}
    message = text(case(COLOUR, dispute=dispute, request={"refund": "full"}))
    assert "On 10 November 2026 the seller proposed no refund." in message


def test_a_dispute_that_is_open_is_told() -> None:
    message = render(composed(example("dispute-refused")).checked)
    assert "I opened the dispute on 8 November 2026. On 12 November 2026 the seller refused my request (E3)." in message
