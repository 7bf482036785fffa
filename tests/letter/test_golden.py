"""The message of every example, word by word."""

import re
from collections.abc import Callable

import pytest

from claimwright.letter.compose import compose
from claimwright.letter.draft import Part
from claimwright.letter.frame import COURTESIES
from claimwright.letter.message import render
from claimwright.reading.amounts import written

from .drafting import RESOURCES, ROOT, brief, composed, drafted_examples, example

EXAMPLES = drafted_examples()


@pytest.mark.parametrize("stem", EXAMPLES)
def test_the_message_of_an_example(stem: str, golden: Callable[[str, str], None]) -> None:
    golden(f"messages/{stem}.txt", render(composed(example(stem)).checked) + "\n")


def test_every_golden_message_has_its_example() -> None:
    assert sorted(path.stem for path in (ROOT / "tests/golden/messages").glob("*.txt")) == EXAMPLES


@pytest.mark.parametrize("stem", EXAMPLES)
def test_a_message_has_sixty_to_a_hundred_and_eighty_words(stem: str) -> None:
    assert 60 <= len(render(composed(example(stem)).checked).split()) <= 180


@pytest.mark.parametrize("stem", EXAMPLES)
def test_every_sentence_rests_on_the_brief_or_is_a_courtesy(stem: str) -> None:
    this = brief(example(stem))
    known = {one.id for one in this.statements} | ({"ASK"} if this.ask else set())
    for sentence in compose(this, RESOURCES).checked.draft.sentences():
        assert set(sentence.rests_on) <= known
        assert sentence.rests_on or sentence.text in COURTESIES
        for id in re.findall(r"\bE\d+\b", " ".join(re.findall(r"\(E[^)]*\)", sentence.text))):
            assert id in sentence.rests_on


@pytest.mark.parametrize("stem", EXAMPLES)
def test_each_item_of_proof_is_listed_once_and_cited_in_the_text(stem: str) -> None:
    this = example(stem)
    sentences = composed(this).checked.draft.sentences()
    cited = " ".join(one.text for one in sentences if one.part in {Part.BODY, Part.CONTACT})
    listed = [one.text for one in sentences if one.part is Part.ATTACHMENT]
    for number in range(1, len(this.evidence) + 1):
        assert re.search(rf"\([^)]*\bE{number}\b[^)]*\)", cited)
        assert sum(one.startswith(f"E{number}: ") for one in listed) == 1
    assert len(listed) == (len(this.evidence) + 1 if this.evidence else 0)


@pytest.mark.parametrize("stem", EXAMPLES)
def test_every_number_stands_in_the_brief(stem: str) -> None:
    this = brief(example(stem))
    stated = "\n".join(one.text for one in this.statements) + (written(this.ask.amount) if this.ask else "")
    numbers = re.findall(r"\d+(?:[.,]\d+)*", re.sub(r"\bE\d+\b", "", render(compose(this, RESOURCES).checked)))
    assert set(numbers) <= set(re.findall(r"\d+(?:[.,]\d+)*", stated))


@pytest.mark.parametrize("stem", EXAMPLES)
def test_the_problem_is_told_in_the_second_sentence(stem: str) -> None:
    first = [one for one in composed(example(stem)).checked.draft.sentences() if one.text != COURTESIES[0]]
    assert first[0].part is Part.OPENING
    assert first[1].part is Part.BODY
