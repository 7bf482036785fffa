"""The brief: what a message may say, as numbered statements. Nothing else reaches a writer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from claimwright.case.casefile import Case
from claimwright.errors import FactsMissing
from claimwright.guide.assessment import Draftable
from claimwright.guide.passage import Passage
from claimwright.guide.rule import Purpose, Remedy, Stage
from claimwright.letter import stage as later
from claimwright.letter import statements as say
from claimwright.letter.wish import Decision, decide
from claimwright.letter.wording import ENGLISH, Wording
from claimwright.reading.money import Money

ASK = "ASK"
"""The id of the decided request in a ledger."""


class Kind(StrEnum):
    """What a statement is."""

    FACT = "F"
    EVIDENCE = "E"
    PASSAGE = "G"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a message may say.

    `topic` is where it comes from: a path in the case file (`order.number`, `what_happened[0]`, `contacts[1]`,
    `evidence[0]`, `facts.defects.colour`) or a passage id. `text` is one sentence.
    """

    id: str
    kind: Kind
    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class Ask:
    """The decided request: how much money back, what becomes of the goods. Its ledger id is ASK."""

    remedy: Remedy  # full or partial
    amount: Money
    goods: str | None  # keep, return, or nothing said


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a writer may use, and what the checks hold a message against.

    `case` is the case as a message may tell it: what may not stand in one is left out of it. `notes` is for the buyer
    alone: what was left out or changed, and why.
    """

    purpose: Purpose
    situations: tuple[str, ...]
    statements: tuple[Statement, ...]
    ask: Ask | None  # None in messages to the seller
    extend_before: date | None  # the last day of protection, in a request to extend it
    case: Case
    notes: tuple[str, ...] = ()
    wording: Wording | None = None  # the words of the frame in another language than English
    stage: Stage = Stage.FIRST
    told_in: Purpose | None = None  # the kind of first message whose templates state the problem, if not this kind

    @property
    def language(self) -> str:
        """The code of the language that the message is written in."""
        return self.wording.language if self.wording else ENGLISH

    def ids(self, *topics: str) -> tuple[str, ...]:
        """The ids of the statements on these topics, in the brief's order; topics that the case lacks are left out."""
        return tuple(one.id for one in self.statements if one.topic in topics)

    def statement(self, id: str) -> Statement | None:
        """The statement with this id, if there is one."""
        return next((one for one in self.statements if one.id == id), None)


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
    from claimwright.letter import fit
    from claimwright.letter.checks import field_findings

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
