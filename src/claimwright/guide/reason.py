"""A verdict in words: its sentence, why a case gets no message, what is to be answered, how many days are left."""

from datetime import date
from typing import Any

from claimwright.case.casefile import Case
from claimwright.guide.assessment import Assessment, Undecided, Wait
from claimwright.guide.guide import Guide
from claimwright.guide.rule import Advice, Source
from claimwright.reading.dates import written
from claimwright.resources import Sentences

OUR_READING = "The guide does not settle this in so many words. The verdict is our reading of it."
OUT_OF_DATE = Advice(
    "bring-up-to-date",
    "The protection has ended since the day on which these facts were true. Bring the case up to date and check again.",
    Source.INTERPRETATION,
)
SENTENCES = "templates/verdicts.toml"


def refusal(assessment: Assessment, case: Case, guide: Guide, sentences: dict[str, Any], today: date) -> str:
    """Why there is no message, with the passages, any better route and the day to look again."""
    lines = [verdict_sentence(assessment, sentences)]
    lines += [OUR_READING] if assessment.source is Source.INTERPRETATION else []
    lines += [f"- {guide.passages[id].text} ({id})" for id in assessment.passages]
    lines += [f"- {marked(one)}" for one in (*beside_passages(assessment), *assessment.next_steps)]
    left = days_left(case, today)
    lines += [f"- {left}"] if left and isinstance(assessment, Wait) else []
    return "\n".join(lines)


def questions(assessment: Undecided, guide: Guide) -> str:
    """What is to be answered before anything can be decided."""
    asked = [f"- {one.text} ({one.field})\n  {guide.words.help(one.field)}" for one in assessment.questions]
    return "\n".join(["Not enough is known to decide. Answer this in the case file:", *asked])


def verdict_sentence(assessment: Assessment, sentences: dict[str, Any]) -> str:
    """The verdict in one plain sentence, out of SENTENCES. Raises CannotReadWrite if it is not there."""
    return sentence(sentences, assessment.verdict, "extension" if assessment.asks_extension else assessment.remedy)


def sentence(sentences: dict[str, Any], verdict: str, which: str) -> str:
    """One of SENTENCES. Raises CannotReadWrite if it is not there."""
    return Sentences(SENTENCES, sentences).text(verdict, which)


def beside_passages(assessment: Assessment) -> list[Advice]:
    """The warnings that say more than the passages which stand beside them."""
    return [one for one in assessment.warnings if one.restates not in assessment.passages]


def days_left(case: Case, today: date) -> str:
    """How long the buyer's own date leaves, in a sentence; nothing if the case holds no date."""
    last = case.order.protection_ends_on
    if last is None:
        return ""
    left = (last - today).days
    if left < 0:
        return f"The protection ended on {written(last)}, {-left} {'day' if left == -1 else 'days'} ago."
    if left == 0:
        return f"Today, {written(last)}, is the last day of the protection."
    return f"{left} {'day' if left == 1 else 'days'} left: the protection ends on {written(last)}."


def marked(one: Advice) -> str:
    """Advice as the buyer reads it; what the guide does not say is marked as our reading."""
    return one.text if one.source is Source.GUIDE else f"{one.text} (our reading)"
