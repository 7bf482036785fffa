"""Plausible facts that nobody told, blended into an honest body with ids that could bear them."""

from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from tests.letter.drafting import example

from .scripted import Told, cited, honest, replying
from .texts import KEPT_ASIDE, LOOKED_AT, FalseFact, false_facts

CAUGHT = 0.95


@cache
def told(fact: FalseFact) -> Told:
    """What becomes of an honest body with the sentence at its end."""
    body = honest(fact.case)
    return replying(example(fact.case), lambda brief, given: f"{body} {cited(fact.text, brief, given)}")


def missed(facts: tuple[FalseFact, ...]) -> list[FalseFact]:
    """Those that a model brings to stdout."""
    return [one for one in facts if told(one).writer == "model"]


def test_the_sentences_are_many_and_for_several_cases() -> None:
    assert len(false_facts()) >= 70
    assert len({one.text for one in false_facts()}) == len(false_facts())
    assert len({one.case for one in false_facts()}) >= 8


@pytest.mark.parametrize("case", sorted({one.case for one in false_facts()}))
def test_without_them_the_body_is_delivered(case: str) -> None:
    assert replying(example(case), lambda brief, given: honest(case)).writer == "model"


@pytest.mark.parametrize("half", [LOOKED_AT, KEPT_ASIDE])
def test_nearly_all_are_caught(
    half: str, record_property: Callable[[str, object], None], golden: Callable[[str, str], None]
) -> None:
    these = tuple(one for one in false_facts() if one.half == half)
    through = missed(these)
    codes = Counter(code for one in these if one not in through for code in told(one).codes)
    named = ", ".join(f"{code} {count}" for code, count in sorted(codes.items(), key=lambda item: (-item[1], item[0])))
    lines = [f"false facts, {half}: {len(these) - len(through)} of {len(these)} caught: {named}"]
    lines += [f"  missed: {one.text}" for one in through]
    record_property("figures", "\n".join(lines))
    golden(f"attacks/false_facts_{half}.txt", "\n".join(lines) + "\n")
    assert len(these) - len(through) >= CAUGHT * len(these), [one.text for one in through]


def test_the_buyer_is_shown_what_was_not_caught() -> None:
    through = missed(false_facts())
    assert through, "with nothing missed this shows nothing: take the test out"
    for one in through:
        assert "Read this sentence with care" in told(one).notes, one.text
        assert one.text.rstrip(".") in told(one).notes
