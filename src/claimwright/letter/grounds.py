"""Whether a decided case calls for a message: the brief of it, or the reason why there is none."""

from datetime import date
from typing import Any

from claimwright.errors import FactsMissing, NoMessage
from claimwright.guide.assessment import Draftable, Refusal, Undecided, Wait
from claimwright.guide.decided import Decided
from claimwright.guide.reason import questions, refusal
from claimwright.guide.rule import Stage
from claimwright.letter.brief import Brief
from claimwright.letter.briefing import brief_of
from claimwright.reading.money import Money


def brief_for(
    decided: Decided,
    sentences: dict[str, Any],
    today: date,
    *,
    stage: Stage = Stage.FIRST,
    counter: Money | None = None,
) -> Brief:
    """What the message may say. Raises NoMessage and FactsMissing, whose texts are for the buyer.

    `sentences` are the verdicts in words. Facts that contradict each other come before any refusal but the one of a
    wish that is not genuine. `stage` and `counter` are as for brief_of.
    """
    case, guide, assessment = decided.case, decided.guide, decided.assessment
    if decided.found and (case.facts.only("intent", "genuine") or not isinstance(assessment, Refusal)):
        raise FactsMissing("\n".join(["These do not go together:", *(f"- {one.text}" for one in decided.found)]))
    if isinstance(assessment, Refusal | Wait):
        raise NoMessage(refusal(assessment, case, guide, sentences, today))
    if isinstance(assessment, Undecided):
        raise FactsMissing(questions(assessment, guide))
    assert isinstance(assessment, Draftable)
    return brief_of(case, assessment, guide.passages, guide.words, today, stage=stage, counter=counter)
