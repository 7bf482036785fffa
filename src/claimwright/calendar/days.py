"""The days that a buyer should not miss in one case.

Decided here: the end of the protection is the buyer's own date, and stands for itself. Days that are counted rest on a
fact of the platform, which is named with its source; where there is no such fact, there is no such day. Days that are
past are left out, and a case in which no dispute is called for has none.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claimwright.case.casefile import Case
from claimwright.guide.assessment import Assessment, Refusal, Wait
from claimwright.guide.guide import Guide
from claimwright.guide.platform import OutsideFact
from claimwright.reading.characters import visible
from claimwright.reading.dates import written
from claimwright.resources import Sentences

WORDS = "templates/calendar.toml"
_EARLY = (5, 1)
"""How many days before the protection ends the buyer is reminded."""
_ON_THE_DAY = (0,)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One whole day: what it is called, what is said of it, and how many days before it the buyer is reminded."""

    uid: str
    on: date
    summary: str
    text: str
    reminders: tuple[int, ...]


def deadlines(case: Case, guide: Guide, assessment: Assessment, today: date, words: Sentences) -> tuple[Deadline, ...]:
    """The days of a case from today on, in their order. Raises CannotReadWrite if words are missing."""
    if isinstance(assessment, Refusal):
        return ()
    found = [one for one in _all(_Said(case, words), guide, assessment, today) if one.on >= today]
    return tuple(sorted(found, key=lambda one: one.on))


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of the days of one case."""

    case: Case
    words: Sentences

    def deadline(
        self, kind: str, on: date, reminders: tuple[int, ...], fact: OutsideFact | None = None, **names: str
    ) -> Deadline:
        order = self.case.order
        item = visible(order.item or order.number or self.case.id or "")
        number = self.words.say("source", "order", number=visible(order.number)) if order.number else ""
        names |= {"item": item, "order": number}
        text = self.words.say(kind, "text", **names)
        text = text[:1].upper() + text[1:]
        if fact:
            outside = {"text": fact.text, "source": fact.source, "date": fact.date, "confidence": fact.confidence}
            text = f"{text}\n{self.words.say('source', 'outside', **outside)}"
        key = "\0".join((self.case.id or "", order.number or "", kind))
        uid = f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@claimwright"
        return Deadline(uid, on, self.words.say(kind, "summary", **names), text, reminders)


def _all(said: _Said, guide: Guide, assessment: Assessment, today: date) -> Iterator[Deadline]:
    case, last = said.case, said.case.order.protection_ends_on
    last = last if last and last >= today else None
    if last:
        yield said.deadline("protection", last, _EARLY)
    if last and isinstance(assessment, Wait) and (clock := _clock(guide, "extension")):
        fact, days = clock
        yield said.deadline("look_again", _counted(last, -days), _ON_THE_DAY, fact, days=str(days))
    dispute = case.dispute
    if dispute is None or dispute.opened_on is None:
        return
    answered = dispute.proposal is not None or dispute.refused_on is not None
    for kind in ("decision",) if answered else ("answer", "decision"):
        if clock := _clock(guide, kind):
            fact, days = clock
            on, opened = _counted(dispute.opened_on, days), written(dispute.opened_on)
            yield said.deadline(kind, on, _ON_THE_DAY, fact, days=str(days), opened=opened)


def _counted(day: date, days: int) -> date:
    """The day so many days later, or the first or the last that the calendar has."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _clock(guide: Guide, name: str) -> tuple[OutsideFact, int] | None:
    return next(((one, one.clock[name]) for one in guide.platform if name in one.clock), None)
