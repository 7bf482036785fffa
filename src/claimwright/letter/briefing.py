"""Makes the brief of a case: asks for what is missing, and leaves out what no message may hold."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from claimwright.case.casefile import Case
from claimwright.errors import FactsMissing
from claimwright.guide.assessment import Draftable
from claimwright.guide.passage import Passage
from claimwright.guide.rule import Purpose, Stage
from claimwright.letter import fit
from claimwright.letter import stage as later
from claimwright.letter import statements as say
from claimwright.letter.brief import Ask, Brief, Kind, Statement
from claimwright.letter.checks import field_findings
from claimwright.letter.wish import Decision, decide
from claimwright.reading.money import Money


class MissingForMessage(FactsMissing):
    """The message needs something that the case does not hold: `questions` is (path in the case file, question)."""

    def __init__(self, questions: tuple[tuple[str, str], ...]) -> None:
        super().__init__("\n".join(f"{path}: {question}" for path, question in questions))
        self.questions = questions


def brief_of(
    case: Case,
    assessment: Draftable,
    passages: Mapping[str, Passage],
    words: say.Words,
    today: date,
    *,
    stage: Stage = Stage.FIRST,
    counter: Money | None = None,
) -> Brief:
    """What a message on this case may say. Raises MissingForMessage, which asks for all that is missing at once.

    `stage` says which message of a dispute it is, and `counter` what the buyer proposes in an answer to the seller's
    offer, if not what the case requests. Raises NoMessage where such a message does not fit the case.
    """
    purpose = assessment.purpose
    wish: Decision | None = None
    questions = [*say.missing(case), *((path, one.rule) for path, one in field_findings(case))]
    if stage is not Stage.FIRST:
        questions = [one for one in questions if stage is not Stage.ACCEPT or one[0] != "what_happened"]
        questions += later.lacking(case, stage)
        later.refuse_unfit(case, stage, today)
        wish = later.decision(case, assessment.remedy, stage, counter)
        purpose, case = later.purpose_of(stage, assessment), later.told_of(case, stage)
    ask = None
    if stage is Stage.FIRST and purpose is Purpose.STATEMENT:
        wish = decide(assessment.remedy, case.request, case.order.paid)
    if wish is not None:
        questions += wish.questions
        if wish.amount is not None:
            told_so = stage is not Stage.ACCEPT and case.facts.only("received", "yes")
            goods = case.request.goods if told_so else None
            ask = Ask(wish.remedy, wish.amount, goods)
    to_seller = purpose is not Purpose.STATEMENT
    all_fit = fit.sound(case, ask)
    happened, unfit = fit.happened(case, to_seller, ask, all_fit)
    asked_already = any(path == "what_happened" for path, _ in questions)
    if unfit and not happened and not asked_already:
        questions.append(("what_happened", "None of your sentences can stay as it is. " + " ".join(unfit)))
    if questions:
        raise MissingForMessage(tuple(questions))

    tellable, left_out = fit.tellable(case, ask)
    facts = (
        *say.of_order(tellable, purpose, protection=stage is Stage.WAIT),
        *happened,
        *say.of_facts(tellable, words),
        *say.of_contacts(tellable, to_seller),
        *(say.of_dispute(tellable, to_seller) if stage is not Stage.FIRST or not to_seller else ()),
        *say.of_days(tellable, today),
    )
    numbered = [Statement(f"F{i}", Kind.FACT, topic, text) for i, (topic, text) in enumerate(facts, 1)]
    proof = [
        Statement(f"E{i}", Kind.EVIDENCE, f"evidence[{i - 1}]", fit.shown(item))
        for i, item in enumerate(tellable.evidence, 1)
    ]
    in_force = [Statement(id, Kind.PASSAGE, id, passages[id].text) for id in assessment.passages]
    brief = Brief(
        purpose=purpose,
        situations=assessment.situations,
        statements=(*numbered, *proof, *in_force),
        ask=ask,
        extend_before=case.order.protection_ends_on if purpose is Purpose.EXTENSION else None,
        case=tellable,
        notes=(*later.doubts(case, stage), *unfit, *left_out),
        stage=stage,
        told_in=None if stage is Stage.FIRST else assessment.purpose,
    )
    brief = brief if all_fit else fit.lessened(brief) or brief
    return replace(brief, notes=(*brief.notes, *fit.foreign(brief)))
