"""The brief: what a message may say, as numbered statements. Nothing else reaches a writer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from claimwright.case.casefile import Case
from claimwright.errors import FactsMissing
from claimwright.guide.assessment import Draftable
from claimwright.guide.passage import Passage
from claimwright.guide.rule import Purpose, Remedy
from claimwright.letter import statements as say
from claimwright.letter.wish import decide
from claimwright.reading.money import Money


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
    case: Case, assessment: Draftable, passages: Mapping[str, Passage], words: say.Words, today: date
) -> Brief:
    """What a message on this case may say. Raises MissingForMessage, which asks for all that is missing at once."""
    from claimwright.letter import fit
    from claimwright.letter.checks import field_findings

    questions = [*say.missing(case), *((path, one.rule) for path, one in field_findings(case))]
    ask = None
    if assessment.purpose is Purpose.STATEMENT:
        wish = decide(assessment.remedy, case.request, case.order.paid)
        questions += wish.questions
        if wish.amount is not None:
            goods = case.request.goods if case.facts.only("received", "yes") else None
            ask = Ask(wish.remedy, wish.amount, goods)
    to_seller = assessment.purpose is not Purpose.STATEMENT
    all_fit = fit.sound(case, ask)
    happened, unfit = fit.happened(case, to_seller, ask, all_fit)
    asked_already = any(path == "what_happened" for path, _ in questions)
    if unfit and not happened and not asked_already:
        questions.append(("what_happened", "None of your sentences can stay as it is. " + " ".join(unfit)))
    if questions:
        raise MissingForMessage(tuple(questions))

    tellable, left_out = fit.tellable(case, ask)
    facts = (
        *say.of_order(tellable, assessment.purpose),
        *happened,
        *say.of_facts(tellable, words),
        *say.of_contacts(tellable, to_seller),
        *(() if to_seller else say.of_dispute(tellable)),
        *say.of_days(tellable, today),
    )
    numbered = [Statement(f"F{i}", Kind.FACT, topic, text) for i, (topic, text) in enumerate(facts, 1)]
    proof = [
        Statement(f"E{i}", Kind.EVIDENCE, f"evidence[{i - 1}]", fit.shown(item))
        for i, item in enumerate(tellable.evidence, 1)
    ]
    in_force = [Statement(id, Kind.PASSAGE, id, passages[id].text) for id in assessment.passages]
    brief = Brief(
        purpose=assessment.purpose,
        situations=assessment.situations,
        statements=(*numbered, *proof, *in_force),
        ask=ask,
        extend_before=case.order.protection_ends_on if assessment.purpose is Purpose.EXTENSION else None,
        case=tellable,
        notes=(*unfit, *left_out),
    )
    brief = brief if all_fit else fit.lessened(brief) or brief
    return replace(brief, notes=(*brief.notes, *fit.foreign(brief)))
