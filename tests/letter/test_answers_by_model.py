"""The messages after the first by a model: it words the problem, and takes no stand; the stand is the program's."""

import json
from dataclasses import dataclass, field

import pytest

from claimwright.case.casefile import Case, read_case
from claimwright.errors import CannotReadWrite
from claimwright.guide.rule import Stage
from claimwright.letter.compose import Composed, compose
from claimwright.letter.draft import Part
from claimwright.letter.exchange import exchange
from claimwright.letter.message import render
from claimwright.llm.model import Replied, Wanted
from claimwright.privacy.mask import Mask

from .drafting import RESOURCES, ROOT, example
from .staging import NAMED, staged, text

BY_MODEL = {stem: stage for stem, stage in NAMED.items() if stage is not Stage.ACCEPT}
GIVING_IN = (
    "I accept the offer [F8].",
    "The seller's proposal is fine [F8].",
    "I agree to the refund [F8].",
    "I will cancel the dispute [F8].",
    "I can wait until December [F8].",
)


@dataclass
class Talk:
    """What a scripted model was sent, and what became of it."""

    composed: Composed
    wanted: list[Wanted] = field(default_factory=list)

    @property
    def text(self) -> str:
        return render(self.composed.checked)


def talk(case: Case, stage: Stage, *replies: str, language: str = "en") -> Talk:
    """The end of an exchange; the last reply is given again as often as it is asked for."""
    machine = exchange(staged(case, stage), RESOURCES, Mask.of(case), language=language)
    wanted = [next(machine)]
    while True:
        try:
            wanted.append(machine.send(Replied(replies[min(len(wanted), len(replies)) - 1])))
        except StopIteration as done:
            return Talk(done.value, wanted)


def body_of(case: Case, stage: Stage) -> str:
    """The buyer's own sentences as a model would give them back, the proof at the first."""
    brief = staged(case, stage)
    own = [one for one in brief.statements if one.topic.startswith("what_happened")]
    proof = [f"E{n}" for n, one in enumerate(case.evidence, 1) if one.kind != "conversation"]
    return " ".join(
        f"{Mask.of(case).hide(one.text).rstrip('.')} [{', '.join((one.id, *(proof if not at else ())))}]."
        for at, one in enumerate(own)
    )


@pytest.mark.parametrize(("stem", "stage"), BY_MODEL.items())
def test_a_model_words_the_problem_and_the_program_the_answer(stem: str, stage: Stage) -> None:
    case = example(stem)
    found = talk(case, stage, body_of(case, stage))
    assert (found.composed.writer, found.composed.rounds) == ("model", ((),))
    ours, theirs = compose(staged(case, stage), RESOURCES).checked.draft, found.composed.checked.draft
    for part in (Part.CONTACT, Part.REQUEST):
        said, expected = ([one.text for one in draft.sentences() if one.part is part] for draft in (theirs, ours))
        assert said == expected
        assert said


@pytest.mark.parametrize(("stem", "stage"), BY_MODEL.items())
@pytest.mark.parametrize("giving_in", GIVING_IN)
def test_a_model_that_gives_in_is_not_heard(stem: str, stage: Stage, giving_in: str) -> None:
    case = example(stem)
    found = talk(case, stage, f"{body_of(case, stage)} {giving_in}")
    assert found.composed.writer == "template"
    assert all(codes for codes in found.composed.rounds)
    assert giving_in.split(" [", maxsplit=1)[0] not in found.text
    assert found.text == text(case, stage)


@pytest.mark.parametrize(("stem", "stage"), BY_MODEL.items())
def test_a_model_that_mends_its_words_is_heard(stem: str, stage: Stage) -> None:
    case = example(stem)
    body = body_of(case, stage)
    found = talk(case, stage, f"{body} {GIVING_IN[0]}", body)
    assert found.composed.writer == "model"
    assert len(found.wanted) == 2


@pytest.mark.parametrize(("stem", "stage"), BY_MODEL.items())
def test_what_is_sent_names_neither_offer_nor_store_nor_order(stem: str, stage: Stage) -> None:
    case = example(stem)
    sent = "\n".join(turn.text for turn in talk(case, stage, body_of(case, stage)).wanted[0].turns)
    assert not [one for one in (case.order.number, case.order.store) if one and one in sent]
    offer = case.dispute.proposal if case.dispute else None
    if offer and offer.amount:
        assert f"{offer.amount.amount:f}" not in sent


def test_there_is_no_prompt_for_an_acceptance() -> None:
    case = example("dispute-offer-accept")
    with pytest.raises(CannotReadWrite):
        next(exchange(staged(case, Stage.ACCEPT), RESOURCES, Mask.of(case)))


GERMAN = (
    "Die Option, die ich bestellt habe, heißt grau und ist hellgrau abgebildet.",
    "Der Pullover im Paket ist grün und nicht grau.",
)


def german() -> Case:
    """A refused dispute that the buyer told in German."""
    held = json.loads((ROOT / "examples/dispute-refused.json").read_text(encoding="utf-8"))
    held |= {"what_happened": list(GERMAN), "evidence": []}
    return read_case(json.dumps(held).encode(), "case")


def test_a_statement_for_mediation_can_be_written_in_another_language() -> None:
    case = german()
    ids = [staged(case, Stage.MEDIATION).ids(f"what_happened[{n}]")[0] for n in range(2)]
    body = " ".join(f"{words.rstrip('.')} [{id}]." for words, id in zip(GERMAN, ids, strict=True))
    found = talk(case, Stage.MEDIATION, body, language="de")
    assert (found.composed.writer, found.composed.language) == ("model", "de")
    assert "Am 12. November 2026 lehnte der Verkäufer meine Forderung ab." in found.text
    assert "Ich bitte um eine vollständige Erstattung von 26,15 US$" in found.text
    by_template = compose(staged(case, Stage.MEDIATION), RESOURCES, language="de")
    assert by_template.language == "de"
    assert "lehnte der Verkäufer meine Forderung ab." in render(by_template.checked)


@pytest.mark.parametrize(("stem", "stage"), [(stem, one) for stem, one in NAMED.items() if one is not Stage.MEDIATION])
def test_an_answer_without_words_in_a_language_is_english_and_says_so(stem: str, stage: Stage) -> None:
    case = example(stem)
    said = "Written in English: there are no words for this answer in Portuguese."
    by_template = compose(staged(case, stage), RESOURCES, language="pt")
    assert said in by_template.notes
    assert render(by_template.checked) == text(case, stage)
    if stage is not Stage.ACCEPT:
        found = talk(case, stage, body_of(case, stage), language="pt")
        assert said in found.composed.notes
        assert found.composed.language == "en"
        assert "Write it in English." in found.wanted[0].turns[0].text
