"""The messages after the first, word by word; and no number differs between two messages of a case."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from claimwright.case.casefile import Case
from claimwright.errors import DraftRejected, FactsMissing, NoMessage
from claimwright.guide.rule import Remedy, Stage
from claimwright.letter.brief import ASK, Brief
from claimwright.letter.checks import findings
from claimwright.letter.compose import Composed, compose
from claimwright.letter.draft import Part
from claimwright.letter.frame import COURTESIES
from claimwright.letter.message import explain, render
from claimwright.letter.stage import TO_SELLER
from claimwright.letter.writers.prompter import Prompter
from claimwright.privacy.mask import Mask
from claimwright.reading.amounts import amounts, written
from claimwright.reading.dates import dates
from claimwright.resources import Resources

from .drafting import RESOURCES, ROOT, case, drafted_examples, example, variants
from .staging import LATER, NAMED, answer, half, staged, text, whole

EXAMPLES = drafted_examples()
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
ITEM = re.compile(r"\bE\d+\b")
DATED = re.compile(r"(?:On|I opened the dispute on) (\d+ \w+ \d{4})")
Found = tuple[Brief, Composed]


@cache
def messages(stem: str) -> dict[Stage, Found]:
    """Every message that an example can have once an offer, a refusal and a request to wait or cancel stand in it."""
    found: dict[Stage, Found] = {}
    this = whole(stem)
    for stage in Stage:
        try:
            brief = staged(this, stage, half(this) if stage is Stage.COUNTER else None)
        except (NoMessage, FactsMissing):
            continue
        found[stage] = brief, compose(brief, RESOURCES)
    return found


def every() -> Iterator[tuple[str, Stage, Brief, Composed]]:
    for stem in EXAMPLES:
        for stage, (brief, composed) in messages(stem).items():
            yield stem, stage, brief, composed


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(ITEM.sub("", text)))


@pytest.mark.parametrize(("stem", "stage"), NAMED.items())
def test_the_message_of_an_example(stem: str, stage: Stage, golden: Callable[[str, str], None]) -> None:
    golden(f"stages/{stem}.{stage}.txt", text(example(stem), stage) + "\n")


@pytest.mark.parametrize(("stem", "stage"), [(stem, one) for stem, one in NAMED.items() if one is not Stage.ACCEPT])
def test_the_prompt_of_an_example(stem: str, stage: Stage, golden: Callable[[str, str], None]) -> None:
    this = example(stem)
    turns = Prompter(staged(this, stage), RESOURCES, Mask.of(this)).first()
    sent = "\n\n".join(f"--- {one.role}\n{one.text.strip()}" for one in turns) + "\n"
    golden(f"stages/{stem}.{stage}.prompt.txt", sent)
    for contact in this.contacts:
        assert contact.text.rstrip(".") not in sent
    assert "dispute on" not in sent
    assert "proposed" not in sent


def test_every_later_stage_has_its_examples_and_every_golden_its_stage() -> None:
    assert set(NAMED.values()) == set(LATER)
    held = {path.name for path in (ROOT / "tests/golden/stages").iterdir()}
    assert held == {f"{stem}.{stage}.txt" for stem, stage in NAMED.items()} | {
        f"{stem}.{stage}.prompt.txt" for stem, stage in NAMED.items() if stage is not Stage.ACCEPT
    }


def test_each_stage_can_be_written_for_many_examples() -> None:
    reached = {stage: sum(stage in messages(stem) for stem in EXAMPLES) for stage in Stage}
    assert all(count >= 25 for count in reached.values()), reached


@pytest.mark.parametrize("stem", EXAMPLES)
def test_no_number_differs_between_two_messages_of_a_case(stem: str) -> None:
    for (_, (one, first)), (_, (other, second)) in combinations(messages(stem).items(), 2):
        facts = {statement.topic: numbers(statement.text) for statement in one.statements}
        for statement in other.statements:
            assert facts.get(statement.topic, numbers(statement.text)) == numbers(statement.text), statement.topic
        paid = one.case.order.paid
        assert paid == other.case.order.paid
        told = [render(composed.checked) for composed in (first, second)]
        assert all((one.case.order.number or "") in message for message in told)
        base = {str(ask.amount.amount) for ask in (one.ask, other.ask) if ask} | set().union(*facts.values())
        for message in told:
            assert numbers(message) - {number for one in base for number in (one, one.replace(",", ""))} <= {
                number for line in known(one) | known(other) for number in numbers(line)
            }


def known(brief: Brief) -> set[str]:
    return {one.text for one in brief.statements} | ({written(brief.ask.amount)} if brief.ask else set())


@pytest.mark.parametrize("stem", EXAMPLES)
def test_every_number_of_a_sentence_stands_in_what_the_sentence_rests_on(stem: str) -> None:
    for brief, composed in messages(stem).values():
        for sentence, rests in explain(composed.checked):
            ground = " ".join(f"{id} {said}" for id, said in rests)
            assert numbers(sentence.text) <= numbers(ground), sentence.text
            assert {id for id, _ in rests} <= {one.id for one in brief.statements} | {ASK}


@pytest.mark.parametrize("stem", EXAMPLES)
def test_every_sum_and_day_of_a_message_is_one_of_the_case(stem: str) -> None:
    for stage, (brief, composed) in messages(stem).items():
        message = render(composed.checked)
        ground = "\n\n".join(sorted(known(brief)))
        sums = {(one.amount, one.currencies) for one in amounts(ground)}
        assert {(one.amount, one.currencies) for one in amounts(message)} <= sums, stage
        days = {one.readings for one in dates(ground)}
        lines = (one.text for one in composed.checked.draft.sentences())
        assert {found.readings for line in lines for found in dates(line)} <= days, stage


def test_every_sentence_of_every_message_rests_on_the_brief_or_is_a_courtesy() -> None:
    for stem, stage, brief, composed in every():
        for sentence in composed.checked.draft.sentences():
            assert sentence.rests_on or sentence.text in COURTESIES, (stem, stage, sentence.text)
        assert findings(composed.checked.draft, brief, 1000) == composed.checked.soft


def test_only_an_acceptance_accepts() -> None:
    accepted = re.compile(r"\bI accept\b")
    for stem, stage, _, composed in every():
        assert bool(accepted.search(render(composed.checked))) is (stage is Stage.ACCEPT), (stem, stage)


def test_a_message_to_the_seller_asks_for_no_money_and_the_others_for_what_was_decided() -> None:
    for stem, stage, brief, composed in every():
        asked = [one.text for one in composed.checked.draft.sentences() if one.part is Part.REQUEST]
        if stage in TO_SELLER:
            assert brief.ask is None
            assert not amounts(" ".join(asked)), (stem, stage)
        elif brief.ask is not None:
            assert written(brief.ask.amount) in " ".join(asked), (stem, stage)


def test_an_acceptance_tells_nothing_but_the_order_and_the_offer() -> None:
    for stem, stage, brief, composed in every():
        if stage is Stage.ACCEPT:
            parts = {one.part for one in composed.checked.draft.sentences()}
            assert parts <= {Part.OPENING, Part.CONTACT, Part.REQUEST, Part.CLOSING}, stem
            assert not brief.case.evidence
            assert len(render(composed.checked).split()) < 100


def test_the_record_is_told_in_the_order_of_time() -> None:
    for stem, stage, _, composed in every():
        if stage is not Stage.FIRST:
            record = [one.text for one in composed.checked.draft.sentences() if one.part is Part.CONTACT]
            days = [datetime.strptime(one[1], "%d %B %Y") for text in record if (one := DATED.match(text))]  # noqa: DTZ007
            assert days == sorted(days), (stem, stage)
            assert days or not record


SITUATIONS = {(situation, request.get("refund")): (facts, request) for situation, facts, request in variants()}


@pytest.mark.parametrize(("situation", "refund"), SITUATIONS)
def test_every_situation_has_every_answer(situation: str, refund: str | None) -> None:
    facts, request = SITUATIONS[situation, refund]
    sum_ = {"amount": "2.00", "currency": "EUR"}
    dispute = {
        "opened_on": "2026-11-10",
        "proposal": {"refund": "partial", "amount": sum_, "on": "2026-11-14"},
        "refused_on": "2026-11-16",
    }
    contacts = [{"on": "2026-11-08", "from": "seller", "text": "Asked me to wait 10 days and to cancel."}]
    order = {"protection_ends_on": "2026-11-29"}
    this = case(facts, request=request, contacts=contacts, dispute=dispute, order=order)
    for stage in LATER:
        try:
            said = text(this, stage, "7.00" if stage is Stage.COUNTER else None)
        except NoMessage:
            assert facts.get("seller") in {"waiting", "not_contacted"}
            assert stage in {Stage.DECLINE, Stage.COUNTER, Stage.MEDIATION}
        else:
            assert "the seller" not in said.lower() or stage not in TO_SELLER


@pytest.mark.parametrize("stage", [Stage.DECLINE, Stage.COUNTER, Stage.MEDIATION])
def test_the_dispute_is_never_cut_from_a_message_that_answers_what_stands_there(stage: Stage) -> None:
    this, counter = example("dispute-mediation"), "20.00" if stage is Stage.COUNTER else None
    least = min(limit for limit in range(300, 1000, 20) if fits(this, stage, counter, limit))
    message = text(this, stage, counter, least)
    assert len(message) <= least < 800
    assert "I opened the dispute" in message
    assert "refused my request" in message


def fits(this: Case, stage: Stage, counter: str | None, limit: int) -> bool:
    try:
        return bool(text(this, stage, counter, limit))
    except FactsMissing:
        return False


@pytest.mark.parametrize(
    "words",
    [
        "I accept the seller's proposal: a partial refund of EUR 20.00 [{proposal}, ASK].",
        "I accept the seller's proposal: a full refund of €13.50 [{proposal}, ASK].",
        "I accept the seller's proposal of €13.50 [{proposal}, ASK].",
        "I accept the seller's proposal: a partial refund of €13.50 [ASK].",
        "I accept the seller's proposal: a partial refund of €13.50 [{proposal}].",
        "I accept a partial refund of €13.50, and I withdraw my claim [{proposal}]. I take the offer [{proposal}].",
        "Thank you for the proposal [{proposal}].",
        "I accept the seller's proposal: a partial refund of €13.50 [{proposal}, ASK]. "
        "I also accept the offer of a partial refund of €13.50 [{proposal}, ASK].",
        "I accept the seller's proposal: a partial refund of €13.50 [{proposal}, ASK]. The matter is settled "
        "[{proposal}].",
        "I accept the seller's proposal: a partial refund of €13.50 [{proposal}, ASK]. I ask for a voucher "
        "[{proposal}].",
    ],
)
def test_an_acceptance_in_other_words_than_the_offer_is_rejected(tmp_path: Path, words: str) -> None:
    brief = staged(example("dispute-offer-accept"), Stage.ACCEPT)
    mine = words.format(proposal=brief.ids("dispute.proposal")[0])
    path = tmp_path / "templates/stages/accept.j2"
    path.parent.mkdir(parents=True)
    path.write_text(f"{{% block answer %}}{mine}{{% endblock %}}", encoding="utf-8")
    with pytest.raises(DraftRejected):
        compose(brief, Resources(tmp_path))


@pytest.mark.parametrize("stage", [one for one in LATER if one is not Stage.ACCEPT])
def test_no_other_message_can_be_made_to_accept(tmp_path: Path, stage: Stage) -> None:
    this = whole("dispute-offer-decline")
    brief = staged(this, stage, "9.00" if stage is Stage.COUNTER else None)
    proposal = brief.ids("dispute.proposal")[0]
    for mine in (
        "I accept the seller's proposal",
        "I accept your proposal",
        "I agree to a partial refund of €3.00",
        "I accept €3.00 as the sum",
        "I take the offer",
        "The proposal is accepted",
    ):
        path = tmp_path / mine.replace(" ", "-") / f"templates/stages/{stage}.j2"
        path.parent.mkdir(parents=True)
        path.write_text(f"{{% block answer %}}{mine} [{proposal}].{{% endblock %}}", encoding="utf-8")
        with pytest.raises(DraftRejected):
            compose(brief, Resources(path.parents[2]))


def test_an_acceptance_of_all_that_was_paid_says_a_full_refund() -> None:
    dispute = {"opened_on": "2026-11-10", "proposal": {"refund": "full"}}
    this = case({"received": "yes", "defects": ["damaged"]}, dispute=dispute)
    composed = answer(this, Stage.ACCEPT)
    assert "I accept the seller's proposal: a full refund of €20.00." in render(composed.checked)
    assert composed.checked.brief.ask is not None
    assert composed.checked.brief.ask.remedy is Remedy.FULL
