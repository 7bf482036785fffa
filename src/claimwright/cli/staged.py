"""What the buyer is told beside a message after the first: what it does, and what closes a case for good.

Decided here: what closes a case is told before the message, each fact with source, date and how far to trust it.
"""

import re
from typing import Any

from claimwright.case.casefile import Case
from claimwright.errors import UsageError
from claimwright.guide.assessment import Assessment
from claimwright.guide.guide import Guide
from claimwright.guide.platform import OutsideFact
from claimwright.guide.rule import Remedy, Stage
from claimwright.letter.stage import TO_SELLER, offer_of
from claimwright.reading.amounts import written
from claimwright.reading.money import MINOR_UNITS, Money
from claimwright.resources import Resources

_ADDRESS = re.compile(r"https?://(?:www\.)?([^/\s),;]+)[^\s),;]*")
WORDS = "templates/stages.toml"


def told_before(case: Case, guide: Guide, stage: Stage) -> tuple[OutsideFact, ...]:
    """The facts of the platform that are told before this message."""
    return tuple(one for one in guide.platform if one.before(stage, case.facts))


def lines(case: Case, guide: Guide, assessment: Assessment, stage: Stage, resources: Resources) -> list[str]:
    """What is told before the message, a text a block. Raises CannotReadWrite if the words are not there."""
    words = resources.sentences(WORDS)
    offer, paid = offer_of(case), case.order.paid
    names = {"offer": written(offer) if offer else "", "paid": written(paid) if paid else ""}
    blocks = []
    if facts := told_before(case, guide, stage):
        said = [words.say("before", "fact", **{**_fields(one), "source": _hosts(one.source)}) for one in facts]
        blocks.append("\n".join([words.say("before", "head"), *(f"- {one}" for one in said)]))
    told = words.say("stage", stage.value, **names)
    if assessment.remedy is not Remedy.NONE and stage not in TO_SELLER:
        told += f" {words.say('supports', assessment.remedy.value)}"
    return [*blocks, told]


def record_of(case: Case, guide: Guide, stage: Stage) -> dict[str, Any]:
    """The same for machines: the stage, and the facts with their sources."""
    return {
        "stage": stage.value,
        "platform": [{"id": one.id, **_fields(one)} for one in told_before(case, guide, stage)],
    }


def counter_of(amount: str | None, stage: Stage, case: Case) -> Money | None:
    """The sum of a counter-proposal, in the currency that was paid. Raises UsageError if it is none."""
    if amount is None:
        return None
    if stage is not Stage.COUNTER:
        raise UsageError("--amount is the sum of a counter-proposal: use it with --stage counter.")
    paid = case.order.paid
    if paid is None:
        return None  # what was paid is asked for first
    try:
        money = Money.parse(amount, paid.currency)
    except ValueError:
        money = Money.parse("0", paid.currency)
    if not money.amount:
        decimals = MINOR_UNITS[paid.currency]
        like = f"8.{'0' * decimals}" if decimals else "8"
        raise UsageError(f"--amount: write a sum in {paid.currency} in digits and nothing else, as in {like}.")
    return money


def _hosts(source: str) -> str:
    """A source with each address as its host: `check --more` has the whole."""
    return _ADDRESS.sub(r"\1", source)


def _fields(one: OutsideFact) -> dict[str, str]:
    return {"text": one.text, "source": one.source, "date": one.date, "confidence": one.confidence}
