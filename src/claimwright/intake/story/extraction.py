"""Reads a story with a model, without any input or output of its own: it asks for a reply and is given one.

A reply that cannot be read is asked for once more; after that, and where no model answers, the patterns alone have read
the story. Whatever a reply says, the case holds only what is certain.
"""

from collections.abc import Generator, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from claimwright.case.casefile import Case
from claimwright.case.contradictions import contradictions
from claimwright.guide.words import Words
from claimwright.intake.story.found import Claim, Dropped, Extraction, Found
from claimwright.intake.story.patterns import Reading, read, suggested_facts
from claimwright.intake.story.prompt import again, first
from claimwright.intake.story.reply import Unreadable, claims_in
from claimwright.intake.story.telling import Story
from claimwright.intake.story.verification import verified
from claimwright.llm.model import Failed, Replied, Wanted
from claimwright.privacy.mask import Mask
from claimwright.resources import Resources

ROUNDS = 2


Extracting = Generator[Wanted, Replied | Failed, Extraction]


def extraction(story: Story, today: date, resources: Resources, mask: Mask, words: Words | None = None) -> Extracting:
    """Yields requests, takes replies, returns what the story gives: by the model, else by patterns alone."""
    turns = first(story, today, resources, mask, words)
    for number in range(1, ROUNDS + 1):
        answer = yield Wanted(turns, number)
        if isinstance(answer, Failed):
            return replace(by_patterns(story, today), rounds=number, note=answer.reason)
        try:
            claims = claims_in(answer.text)
        except Unreadable:
            turns = again(turns, answer.text, resources, mask)
            continue
        told = [Claim(one.field, mask.restore(one.value), mask.restore(one.words)) for one in claims]
        certain, suggested, dropped = verified(told, story, read(story, today))
        return _extraction(certain, suggested, dropped, today, reader="model", rounds=number)
    return replace(by_patterns(story, today), rounds=ROUNDS, note="The model's replies could not be read.")


def by_patterns(story: Story, today: date) -> Extraction:
    """What patterns alone give."""
    found: Reading = read(story, today)
    facts = suggested_facts(story)
    return _extraction(found.certain, (*found.suggested, *facts), (), today, reader="patterns", rounds=0)


def _extraction(
    certain: Iterable[Found],
    suggested: Iterable[Found],
    dropped: tuple[Dropped, ...],
    today: date,
    *,
    reader: str,
    rounds: int,
) -> Extraction:
    """The case of what is certain; what contradicts within it is certain no more."""
    sure, asked = list(certain), list(suggested)
    while fields := {field for one in contradictions(_case(sure, today), today) for field in one.fields}:
        doubted = [one for one in sure if one.field in fields]
        if not doubted:
            break
        sure = [one for one in sure if one.field not in fields]
        asked = [*doubted, *asked]
    return Extraction(_case(sure, today), tuple(sure), tuple(asked), dropped, reader, rounds)


def _case(found: Iterable[Found], today: date) -> Case:
    case = Case(as_of=today)
    order: dict[str, Any] = {}
    facts, defects = case.facts, []
    for one in found:
        holder, _, name = one.field.partition(".")
        if holder == "order":
            order[name] = one.value
        elif name == "defects":
            defects.append(str(one.value))
        else:
            facts = facts.given(name, str(one.value))
    if defects:
        facts = facts.given("defects", frozenset(defects))
    return replace(case, order=replace(case.order, **order), facts=facts)
