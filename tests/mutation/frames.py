"""Whole messages damaged in the part that code writes: what a fault of ours, or of a changed template, would do."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from claimwright.letter.brief import Brief
from claimwright.letter.draft import Draft, Part, Sentence

Rewrite = Callable[[Sentence, Brief], Sentence | None]
"""Another sentence for this one; None takes it out."""


@dataclass(frozen=True, slots=True)
class FrameDamage:
    """A kind of damage to a whole message, by name."""

    name: str
    change: Callable[[Draft, Brief], Draft | None]


def _rewritten(part: Part, rewrite: Rewrite) -> Callable[[Draft, Brief], Draft | None]:
    """The first sentence of this part that can be damaged so."""

    def change(draft: Draft, brief: Brief) -> Draft | None:
        paragraphs = [list(one) for one in draft.paragraphs]
        for paragraph in paragraphs:
            for place, one in enumerate(paragraph):
                if one.part is not part:
                    continue
                new = rewrite(one, brief)
                if new == one:
                    continue
                paragraph[place : place + 1] = [] if new is None else [new]
                return Draft(tuple(tuple(each) for each in paragraphs if each))
        return None

    return change


def _text(pattern: str, other: str) -> Rewrite:
    return lambda one, brief: replace(one, text=re.sub(pattern, other, one.text, count=1))


def _gone(part: Part) -> Callable[[Draft, Brief], Draft | None]:
    def change(draft: Draft, brief: Brief) -> Draft | None:
        kept = tuple(tuple(one for one in each if one.part is not part) for each in draft.paragraphs)
        other = Draft(tuple(each for each in kept if each))
        return other if other != draft else None

    return change


def _in_capitals(draft: Draft, brief: Brief) -> Draft:
    shouted = (tuple(replace(one, text=one.text.upper()) for one in each) for each in draft.paragraphs)
    return Draft(tuple(shouted))


def _other_request(one: Sentence, brief: Brief) -> Sentence:
    if "full refund" in one.text:
        return replace(one, text=one.text.replace("full refund", "partial refund"))
    return replace(one, text=one.text.replace("partial refund", "full refund"))


def _goods(one: Sentence, brief: Brief) -> Sentence:
    if "against return" in one.text:
        return replace(one, text=one.text.replace("against return of the item", "and will keep the item"))
    return replace(one, text=one.text.replace(", because", " against return of the item, because"))


def _cites_more(one: Sentence, brief: Brief) -> Sentence:
    return replace(one, text=one.text.rstrip(".") + " (E1).") if brief.case.evidence else one


def _signed(one: Sentence, brief: Brief) -> Sentence:
    return replace(one, text="Brenda Millwater") if one.text == brief.case.buyer.name else one


FRAMES = (
    FrameDamage("order number altered", _rewritten(Part.OPENING, _text(r"\b\d{6}(?=\d{9,10}\b)", "100001"))),
    FrameDamage("order not named", _gone(Part.OPENING)),
    FrameDamage("price altered", _rewritten(Part.OPENING, _text(r"\d+([.,]\d\d)\b", r"9999\1"))),
    FrameDamage("day of the order altered", _rewritten(Part.OPENING, _text(r"on \d+ (?=[A-Z])", "on 31 "))),
    FrameDamage("request taken out", _gone(Part.REQUEST)),
    FrameDamage("full and partial exchanged", _rewritten(Part.REQUEST, _other_request)),
    FrameDamage("request altered", _rewritten(Part.REQUEST, _text(r"refund of \S*\d[\d.,]*", "refund of €9,999.00"))),
    FrameDamage("goods added to the request", _rewritten(Part.REQUEST, _goods)),
    FrameDamage("day of a message altered", _rewritten(Part.CONTACT, _text(r"On \d+ (?=[A-Z])", "On 31 "))),
    FrameDamage("silence put on", _rewritten(Part.CONTACT, _text(r".$", ", and nobody ever answered."))),
    FrameDamage("proof in the list renamed", _rewritten(Part.ATTACHMENT, _text(r"^E1: \w+", "E1: Invoice"))),
    FrameDamage("proof in the list renumbered", _rewritten(Part.ATTACHMENT, _text(r"^E1:", "E7:"))),
    FrameDamage("cites what it does not rest on", _rewritten(Part.REQUEST, _cites_more)),
    FrameDamage("opening resting on nothing", _rewritten(Part.OPENING, lambda one, brief: replace(one, rests_on=()))),
    FrameDamage("signed by somebody else", _rewritten(Part.CLOSING, _signed)),
    FrameDamage("all in capitals", _in_capitals),
    FrameDamage("a slot left in the request", _rewritten(Part.REQUEST, _text(r"because", "because {reason} and"))),
)
