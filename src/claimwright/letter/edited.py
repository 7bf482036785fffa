"""A message that the buyer has changed by hand, taken apart again so that it can be checked as any other.

Decided here: a sentence that was left alone rests on what it rested on; a changed one, on what the one that it comes
from rested on; a new one, on any statement of the brief. Nothing comes into a message that the case file does not hold:
what is new belongs there first.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from claimwright.letter.body import unnamed
from claimwright.letter.brief import Brief, Kind
from claimwright.letter.checks import DraftHasFaults, Finding, check
from claimwright.letter.checks.by_model import model_findings
from claimwright.letter.compose import Composed
from claimwright.letter.draft import BY_LINE, Draft, Part, Sentence

_ALIKE = 0.6
"""So much of a sentence must be left for it to be a changed one, and no new one."""


def edited(composed: Composed, text: str, limit: int) -> tuple[Composed | None, tuple[Finding, ...]]:
    """The message with this text, or None if it must not be sent as it is; and what was found in it.

    An empty text gives the message as it was.
    """
    if not text.strip() or text.strip() == composed.checked.draft.text():
        return composed, ()
    brief = composed.checked.brief
    draft = Draft(tuple(_paragraphs(text, composed.checked.draft, brief)))
    news = _of_changes(draft, composed.checked.draft, brief)
    try:
        checked = check(draft, brief, limit)
    except DraftHasFaults as faults:
        return None, _each_once((*faults.findings, *news))
    found = _each_once((*news, *checked.soft))
    if any(one.hard for one in found):
        return None, found
    return replace(composed, checked=checked, notes=(*composed.notes, "Changed by you.")), found


def _of_changes(draft: Draft, before: Draft, brief: Brief) -> tuple[Finding, ...]:
    """What is wrong with the sentences that are new, held to what a model's are held to."""
    old = frozenset(before.sentences())
    news = tuple(one for one in draft.sentences() if one.part is Part.BODY and one not in old)
    withheld = [one.text for one in brief.case.contacts if one.sender == "seller"]
    return model_findings(Draft((news,)), brief, prompts=(), withheld=withheld, language=brief.language) if news else ()


def _each_once(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple({(one.code, one.span): one for one in found}.values())


def _paragraphs(text: str, before: Draft, brief: Brief) -> Iterator[tuple[Sentence, ...]]:
    whole = {" ".join(_joined(one).split()): one for one in before.paragraphs}
    others = [one for one in before.sentences() if " ".join(one.text.split()) not in " ".join(text.split())]
    every = tuple(one.id for one in brief.statements if one.kind is not Kind.PASSAGE)
    for part in re.split(r"\n\s*\n", text.strip()):
        kept = whole.get(" ".join(part.split()))
        lines = [line for line in part.splitlines() if line.strip()]
        if kept:
            yield kept
        elif any(one.text in lines for one in before.sentences() if one.part in BY_LINE):
            yield tuple(_placed(line.strip(), before, others, every) for line in lines)
        else:
            yield tuple(_placed(one, before, others, every) for one in _sentences(" ".join(part.split()), before))


def _joined(paragraph: tuple[Sentence, ...]) -> str:
    return Draft((paragraph,)).text()


def _sentences(text: str, before: Draft) -> Iterator[str]:
    """The sentences of a paragraph; one that stood there before is kept whole, however many stops it holds."""
    known = sorted((one.text for one in before.sentences()), key=len, reverse=True)
    rest = text
    while rest:
        start = next((one for one in known if rest.startswith(one) and rest[len(one) :][:1] in ("", " ")), None)
        start = start or unnamed(rest)[0]
        yield start
        rest = rest[len(start) :].lstrip()


def _placed(text: str, before: Draft, others: list[Sentence], every: tuple[str, ...]) -> Sentence:
    """The sentence where it belongs: itself, a part of one, a changed one, or a new one in the body."""
    for one in before.sentences():
        if text == one.text:
            return one
    for one in others:
        if text in one.text:
            return replace(one, text=text)
    alike = {one: SequenceMatcher(None, one.text, text, autojunk=False).ratio() for one in others}
    nearest = max(alike, key=lambda one: alike[one], default=None)
    if nearest is not None and alike[nearest] >= _ALIKE:
        return replace(nearest, text=text, own_words=False)
    return Sentence(text, every, Part.BODY)
