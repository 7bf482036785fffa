"""Which day of the order a day in a story is: ordered, received, promised, end of the protection.

Decided here: a day has a role only if it stands alone in its clause and the clause says that one role and no other; the
day before a message of a chat has none.
"""

import re
from collections.abc import Sequence

from claimwright.intake.story import signs
from claimwright.intake.story.days import Told
from claimwright.intake.story.telling import Story
from claimwright.intake.story.tongue import language_of
from claimwright.reading.accents import folded

ROLES = ("ordered_on", "received_on", "promised_by", "protection_ends_on")
_PREPOSITION = re.compile(r"(?:from|on|at|in|de|del|en|el|le|du|chez|am|vom|bei|no|na|em|do|da|dia|у|в|на)\s")
_STAMPED = re.compile(r"[ \t,]{0,3}(?:\d\d?[:.]\d\d|[\])>]|[-–]\s|[^.\n]{0,30}:)")
_EVENTS = ("ordered_on", "received_on")


def role(story: Story, day: Told, days: Sequence[Told]) -> str | None:
    """The path of the field that the day fills, as `order.received_on`; None if the words beside it leave it open."""
    clause, sentence = story.clause_at(day.start), story.sentence_at(day.start)
    if _stamps(story.text, day):
        return None
    days = [one for one in days if not _stamps(story.text, one)]
    if sum(clause.start <= one.start < clause.end for one in days) > 1:
        return None
    language = language_of(story.text)
    said = _said(clause.text, language)
    if not said and _goes_on(clause.text) and sum(sentence.start <= one.start < sentence.end for one in days) == 1:
        said = _said(sentence.text, language)
    if len(said) != 1 or said == ["other"] or signs.to_the_tool(story.line_at(day.start).text):
        return None
    if said[0] in _EVENTS and signs.doubtful(sentence.text, language):
        return None
    if said[0] == "received_on" and not signs.arrival(clause, story):
        return None
    return f"order.{said[0]}"


def _stamps(text: str, day: Told) -> bool:
    """Whether the day stands before a message, and says when that was written."""
    line = text.rfind("\n", 0, day.start) + 1
    return day.start - line <= 2 and _STAMPED.match(text, day.end) is not None


def _said(text: str, language: str) -> list[str]:
    return [name for name in (*ROLES, "other") if signs.says("roles", name, text, language)]


def _goes_on(clause: str) -> bool:
    """Whether a clause has no verb of its own, as in "ordered a hoodie, size M, from that store on 2 October"."""
    return _PREPOSITION.match(folded(clause).strip()) is not None
