"""What a model reads, word by word, and what it must never read."""

import json
from collections.abc import Callable
from functools import cache

import pytest

from claimwright.letter.brief import Kind
from claimwright.letter.framed import recorded
from claimwright.letter.writers.prompter import Prompter
from claimwright.llm.model import Turn
from claimwright.privacy.mask import Mask
from claimwright.reading.characters import visible

from .drafting import RESOURCES, ROOT, brief, drafted_examples, example

EXAMPLES = drafted_examples()
SHARED = 1500
"""Characters that every request begins with, at least, so that providers can keep them."""


@cache
def _turns(stem: str) -> tuple[Turn, ...]:
    case = example(stem)
    return Prompter(brief(case), RESOURCES, Mask.of(case)).first()


def _sent(stem: str) -> str:
    return "\n".join(turn.text for turn in _turns(stem))


@pytest.mark.parametrize("stem", EXAMPLES)
def test_the_prompt_of_an_example(stem: str, golden: Callable[[str, str], None]) -> None:
    golden(f"prompts/{stem}.txt", "\n\n".join(f"--- {one.role}\n{one.text.strip()}" for one in _turns(stem)) + "\n")


def test_every_golden_prompt_has_its_example() -> None:
    assert sorted(path.stem for path in (ROOT / "tests/golden/prompts").glob("*.txt")) == EXAMPLES


def test_every_request_begins_with_the_same_words() -> None:
    assert all([turn.role for turn in _turns(stem)] == ["system", "user"] for stem in EXAMPLES)
    assert len({_turns(stem)[0].text[:SHARED] for stem in EXAMPLES}) == 1


def test_messages_of_one_kind_share_all_of_the_rules_but_the_request() -> None:
    rules = {_turns(stem)[0].text for stem in EXAMPLES}
    assert len(rules) < len(EXAMPLES)


@pytest.mark.parametrize("stem", EXAMPLES)
def test_nothing_that_identifies_leaves_in_a_prompt(stem: str) -> None:
    case, sent = example(stem), _sent(stem)
    order, buyer = case.order, case.buyer
    address = (buyer.address or "").splitlines()
    secrets = [order.number, order.tracking_number, order.store, buyer.name, buyer.email, buyer.phone, *address]
    for secret in filter(None, secrets):
        assert visible(secret) not in sent
    assert not any(part in sent for part in (buyer.name or "").split())


@pytest.mark.parametrize("stem", EXAMPLES)
def test_no_word_of_the_seller_leaves_in_a_prompt(stem: str) -> None:
    case, sent = example(stem), _sent(stem)
    for contact in case.contacts:
        assert visible(contact.text).rstrip(".") not in sent
    for one in brief(case).statements:
        if one.topic.startswith(("contacts[", "dispute.", "facts.seller.")):
            assert one.text not in sent


@pytest.mark.parametrize("stem", EXAMPLES)
def test_the_guard_lets_the_request_of_every_example_pass(stem: str) -> None:
    case = example(stem)
    mask = Mask.of(case)
    turns = Prompter(brief(case), RESOURCES, mask).first()
    for ascii_only in (True, False):
        mask.guard(json.dumps([{"role": one.role, "content": one.text} for one in turns], ensure_ascii=ascii_only))


@pytest.mark.parametrize("stem", EXAMPLES)
def test_all_that_a_body_needs_is_in_the_prompt(stem: str) -> None:
    case = example(stem)
    this, mask, lines = brief(case), Mask.of(case), _turns(stem)[1].text.splitlines()
    told_by_code = recorded(this, frozenset())
    for one in this.statements:
        line = f"{one.id}: {one.text if one.kind is Kind.PASSAGE else mask.hide(one.text)}"
        if one.kind is Kind.EVIDENCE:
            item = this.case.evidence[int(one.id[1:]) - 1]
            assert (line in lines) is not (told_by_code and item.kind == "conversation")
        elif one.kind is Kind.PASSAGE or one.topic.startswith("what_happened["):
            assert line in lines


@pytest.mark.parametrize("stem", EXAMPLES)
def test_the_ids_that_were_given_are_those_in_the_prompt(stem: str) -> None:
    case = example(stem)
    given = Prompter(brief(case), RESOURCES, Mask.of(case)).given
    listed = [line.partition(": ")[0] for line in _turns(stem)[1].text.splitlines() if ": " in line]
    assert {one for one in listed if one[1:].isdigit()} == given


def test_without_a_mask_the_tracking_number_stands_in_the_prompt() -> None:
    case = example("stalled-ignored")
    sent = "\n".join(one.text for one in Prompter(brief(case), RESOURCES, Mask.none()).first())
    assert case.order.tracking_number is not None
    assert case.order.tracking_number in sent
    assert "[[TRACKING_NUMBER]]" in _sent("stalled-ignored")
