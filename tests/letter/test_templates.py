"""The words of the templates: every situation speaks for itself, and nothing is said that the case does not hold."""

import re
from collections import defaultdict
from itertools import pairwise
from typing import Any

import pytest

from claimwright.guide.rule import Purpose, Remedy
from claimwright.letter.draft import Sentence
from claimwright.letter.writers.template import Written, write

from .drafting import PARTIAL, RESOURCES, ROOT, brief, case, text, variants

VARIANTS = variants()
EVERYTHING: dict[str, Any] = {
    "order": {
        "store": "Evening Store",
        "ordered_on": "2026-09-01",
        "promised_by": "2026-10-20",
        "protection_ends_on": "2026-11-29",
        "tracking_number": "LP00123456780540",
    },
    "buyer": {"name": "Ana Ruiz"},
}
FORBIDDEN = re.compile(
    r"\b(please help|beg|desperate|sue|court|law|legal|police|bank|chargeback|review|always|never again|worst|terrible|"
    r"scam|fraud|as agreed|hopefully|kindly|dear|best|perfect|immediately|guarantee)\b",
    re.IGNORECASE,
)


def name_of(variant: tuple[str, dict[str, Any], dict[str, Any]]) -> str:
    situation, facts, request = variant
    return " ".join([situation, *(f"{field}={value}" for field, value in facts.items()), request.get("refund", "")])


def written(facts: dict[str, Any], request: dict[str, Any], **parts: Any) -> Written:
    return write(brief(case(facts, request=request, **parts)), RESOURCES)


def said(words: Written) -> list[str]:
    """What the templates say, each sentence or clause apart."""
    sentences = [*words.problem, *words.asks]
    return [one.text for one in sentences] + [one.text for one in words.reasons]


def contacts(facts: dict[str, Any]) -> list[dict[str, str]]:
    """Contacts that go with what the facts say of the seller."""
    buyer = {"on": "2026-11-02", "from": "buyer", "text": "I asked for news of it."}
    seller = {"on": "2026-11-04", "from": "seller", "text": "Offered a coupon."}
    known = facts.get("seller", "no_solution")
    return {"not_contacted": [], "no_solution": [buyer, seller]}.get(known, [buyer])


def dated(facts: dict[str, Any]) -> dict[str, Any]:
    """Everything a case may hold, without contradicting the facts."""
    order = {**EVERYTHING["order"]}
    if facts.get("protection") == "expired":
        order["protection_ends_on"] = "2026-11-10"
    if facts["received"] == "yes":
        order["received_on"] = "2026-10-28"
    return {**EVERYTHING, "order": order, "contacts": contacts(facts)}


@pytest.mark.parametrize("variant", VARIANTS, ids=name_of)
def test_a_message_of_the_least_that_is_needed_leaves_no_slot(variant: tuple[str, Any, Any]) -> None:
    _, facts, request = variant
    message = text(case(facts, request=request))
    assert not re.search(r"[{}\[\]<>]|None|undefined|\bF\d|\bG\d|  ", message), message
    assert "Attached" not in message
    assert "(E" not in message
    assert "Kind regards" not in message


@pytest.mark.parametrize("variant", VARIANTS, ids=name_of)
def test_a_message_of_all_that_a_case_may_hold_is_whole(variant: tuple[str, Any, Any]) -> None:
    _, facts, request = variant
    message = text(case(facts, request=request, **dated(facts)))
    assert not re.search(r"[{}\[\]<>]|None|undefined|  |\.\.|,,| ,", message), message
    assert message.endswith("Kind regards,\nAna Ruiz")
    assert 55 <= len(message.split()) <= 180, message


@pytest.mark.parametrize("variant", VARIANTS, ids=name_of)
def test_the_templates_neither_threaten_beg_flatter_nor_cite_law(variant: tuple[str, Any, Any]) -> None:
    _, facts, request = variant
    for sentence in said(written(facts, request)):
        assert not FORBIDDEN.search(sentence), sentence


def test_no_two_situations_share_a_run_of_six_words() -> None:
    where: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for situation, facts, request in VARIANTS:
        for parts in ({}, dated(facts)):
            for sentence in said(written(facts, request, **parts)):
                words = re.findall(r"[\w']+", re.sub(r" \(E\d.*?\)", "", sentence).lower())
                for start in range(len(words) - 5):
                    where[tuple(words[start : start + 6])].add(situation)
    shared = {" ".join(run): sorted(names) for run, names in where.items() if len(names) > 1}
    assert not shared


def test_every_template_is_used_by_some_variant() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates/messages").rglob("*.j2")}
    used = set()
    for _, facts, request in VARIANTS:
        this = brief(case(facts, request=request))
        used |= {f"templates/messages/{this.purpose}/{situation}.j2" for situation in this.situations}
    assert used == names


@pytest.mark.parametrize("variant", VARIANTS, ids=name_of)
def test_every_sentence_and_every_reason_rests_on_a_statement(variant: tuple[str, Any, Any]) -> None:
    _, facts, request = variant
    this = brief(case(facts, request=request))
    words = write(this, RESOURCES)
    for ids in [one.rests_on for one in (*words.problem, *words.asks)] + [one.rests_on for one in words.reasons]:
        assert ids
        assert all(this.statement(id) for id in ids)
    if this.purpose is Purpose.STATEMENT:
        assert words.reasons
        assert not words.asks
    else:
        assert words.asks


@pytest.mark.parametrize("variant", VARIANTS, ids=name_of)
def test_the_request_follows_the_verdict(variant: tuple[str, Any, Any]) -> None:
    situation, facts, request = variant
    this = brief(case(facts, request=request))
    message = text(case(facts, request=request))
    if this.ask is None:
        assert "refund" not in message
        return
    assert this.ask.remedy == request["refund"]
    if this.ask.remedy is Remedy.PARTIAL:
        assert "full refund" not in message
        of = "" if situation in {"vat_paid", "vat_twice_arrived"} else " out of the €20.00 paid"
        assert f"I ask for a partial refund of €8.00{of}, because " in message
    else:
        assert "partial" not in message
        assert "I ask for a full refund of €20.00, because " in message
    if situation == "returned_own_doing":
        assert message.count("was on my side") == 1


def test_dislike_hints_at_no_defect() -> None:
    message = text(case({"received": "yes", "defects": ["dislike"]}, request={"refund": "full"}))
    assert not re.search(r"\b(wrong|broken|damag|differ|missing|poor|not as|fell short|bad)", message)


def test_two_defects_are_told_one_after_the_other_with_both_reasons() -> None:
    both = case({"received": "yes", "defects": ["colour", "incomplete"]}, request={"refund": "full"})
    message = text(both)
    colour, missing = "in the wrong colour", "is missing"
    assert message.index(colour) < message.index(missing)
    assert ", because the colour I paid for is not the one I got, and because the order was paid in full" in message


def test_three_reasons_are_told_in_a_row() -> None:
    three = case({"received": "yes", "defects": ["colour", "damaged", "incomplete"]}, request={"refund": "full"})
    message = text(three)
    assert message.count("because") == 1
    assert "not the one I got; I paid for an undamaged item; and the order was paid in full" in message


def test_who_had_a_part_in_the_return_says_so_once_in_the_request() -> None:
    returned = {"received": "no", "whereabouts": "returned", "return_cause": "missed"}
    message = text(case(returned, request=PARTIAL))
    assert (
        ", because I do not have the goods. I ask for a part only, because the cause of the return was on my side.\n"
        in message
    )


def test_every_reason_is_worded_for_a_part_too() -> None:
    full: dict[str, set[str]] = defaultdict(set)
    part: dict[str, set[str]] = defaultdict(set)
    for situation, facts, request in VARIANTS:
        if request:
            found = part if request == PARTIAL else full
            found[situation] |= {one.text for one in written(facts, request).reasons}
    assert set(full) <= set(part)
    assert [situation for situation in full if full[situation] & part[situation]] == []


def test_a_dislike_beside_a_defect_is_not_told() -> None:
    message = text(case({"received": "yes", "defects": ["colour", "dislike"]}, request={"refund": "full"}))
    assert "suit" not in message


def test_the_paragraphs_of_the_problem_come_before_the_request() -> None:
    this = brief(case({"received": "yes", "defects": ["damaged"]}, request={"refund": "full"}))
    words = write(this, RESOURCES)
    assert all(isinstance(one, Sentence) for one in words.problem)
    message = text(case({"received": "yes", "defects": ["damaged"]}, request={"refund": "full"}))
    order = [message.index(part) for part in ("I paid", words.problem[0].text, "I ask for", "Thank you")]
    assert all(before < after for before, after in pairwise(order))
