"""Why a question is asked: the verdicts that its answer separates, and what the guide says about it."""

from dataclasses import dataclass

from claimwright.case.facts import Facts
from claimwright.guide.engine import Outcome, outcomes_of
from claimwright.guide.guide import Guide
from claimwright.guide.passage import Passage
from claimwright.guide.rule import Verdict
from claimwright.intake.asked import plain
from claimwright.intake.gathered import facts_of
from claimwright.intake.interview import Interview
from claimwright.intake.question import Question

_IN_FULL, _BY_TITLE = 6, 12
"""Up to so many passages are told in full, or by their titles; of more, the numbers alone."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a question is asked. `passages` are (id, what is told of it), which is nothing where there are too many."""

    text: str  # for what the message needs; empty where verdicts say it
    verdicts: tuple[str, ...] = ()
    passages: tuple[tuple[str, str], ...] = ()


def reason(interview: Interview, question: Question) -> Reason:
    """Why this question is asked."""
    if not question.deciding:
        return Reason(interview.wording.of(plain(question.id)[0], "why"))
    after = [outcomes_of(facts, interview.guide) for facts in _afterwards(interview, question)]
    decided = {one for some in after for one in map(_decided, some)}
    order = [*Verdict]
    sentences = [
        interview.wording.verdict(verdict, which)
        for verdict, which in sorted(decided, key=lambda one: (order.index(one[0]), one[1]))
    ]
    return Reason("", tuple(dict.fromkeys(sentences)), _passages(after, interview.guide))


def _afterwards(interview: Interview, question: Question) -> list[Facts]:
    """The facts after each answer that can be chosen."""
    values = [one.value for one in question.options]
    several = [[value] if question.id in {"menu", "facts.defects"} else value for value in values]
    rest = {id: value for id, value in interview.answers.items() if id != question.id}
    known = interview.known
    return [facts_of(known, {**rest, question.id: value}, interview.menu) for value in several]


def _decided(outcome: Outcome) -> tuple[Verdict, str]:
    return outcome.verdict, "extension" if outcome.asks_extension else outcome.remedy


def _passages(after: list[tuple[Outcome, ...]], guide: Guide) -> tuple[tuple[str, str], ...]:
    """The passages on which some of the answers rest, and not all."""
    cited = [{id for one in some for row in one.rows for id in row.cites} for some in after]
    telling = frozenset[str]().union(*cited) - cited[0].intersection(*cited[1:])
    # Where all answers rest on the same passages, these are what there is to tell.
    told = telling or frozenset[str]().union(*cited)
    found: list[Passage] = [guide.passages[id] for id in guide.passage_order if id in told]
    return tuple((one.id, _told(one, len(found))) for one in found)


def _told(passage: Passage, among: int) -> str:
    if among > _BY_TITLE:
        return ""
    return f"{passage.title}." if among > _IN_FULL else f"{passage.title}. {passage.text}"
