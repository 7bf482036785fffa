"""Where each item of proof is cited: beside what it shows.

A conversation proves what was written; anything else stands beside the buyer's sentence whose words it shares, if it
can prove such a sentence at all. Otherwise it stands where its kind belongs: tracking beside the whereabouts, a listing
beside what was promised, a photo of what came beside the defect. What belongs nowhere is cited at the end of the body.
"""

import re
from collections.abc import Mapping, Sequence

from claimwright.case.evidence import Evidence
from claimwright.letter.brief import Brief
from claimwright.letter.draft import Sentence
from claimwright.reading.dates import written
from claimwright.reading.sentences import content

CONTACTS = "contacts"
"""Stands for the record of contacts, as a place for proof."""
WRITTEN = "written"
"""Stands for the sentence that says that the seller was written to, where the record was cut."""
FURTHER = "further"
"""Stands for the sentence with the proof that belongs beside no other."""

_ARRIVED = re.compile(r"\b(?:arriv|receiv|came|come|got|inside|parcel|box|pack|open|deliver|unpack)", re.IGNORECASE)
_LISTED = re.compile(
    r"\b(?:listing|list|descri|advert|promis|product page|chart|photo of the seller|says?|said)", re.IGNORECASE
)
_SPEAKS_OF: Mapping[str, re.Pattern[str]] = {
    "photo": _ARRIVED,
    "video": _ARRIVED,
    "measurement": re.compile(
        r"\b(?:measur|cm|mm|inch|long|wide|wider|short|chest|length|tape|weigh|\d)", re.IGNORECASE
    ),
    "listing": _LISTED,
    "order_page": re.compile(r"\b(?:order|chose|option|select|paid|pay|bought|protection|deliver)", re.IGNORECASE),
    "tracking": re.compile(r"\b(?:track|parcel|mov|return|sent|deliver|custom|courier|carrier)", re.IGNORECASE),
    "receipt": re.compile(r"\b(?:paid|pay|charg|collect|receipt|invoice)", re.IGNORECASE),
    "conversation": re.compile(r"\b(?:seller|wrote|asked|answer|repl|chat|messages?|refus|confirm)", re.IGNORECASE),
    "official_document": re.compile(r"\b(?:custom|tax|vat|letter|notice|demand|duty)", re.IGNORECASE),
}
_BY_KIND: Mapping[str, re.Pattern[str]] = {
    "listing": re.compile(r"\b(?:listing|descri\w+|advertis\w+|product page|size chart)\b", re.IGNORECASE),
    "order_page": re.compile(r"\b(?:order page|I (?:chose|selected|ordered)|option)\b", re.IGNORECASE),
    "tracking": re.compile(r"\b(?:tracking|courier|carrier)\b", re.IGNORECASE),
    "receipt": re.compile(r"\b(?:paid|charged|receipt|invoice)\b", re.IGNORECASE),
    "official_document": re.compile(r"\b(?:customs|tax|VAT|duty)\b", re.IGNORECASE),
}
"""What a sentence of the buyer speaks of if proof of this kind belongs there without sharing another word."""
_PAYMENT = ("facts.customs_demand", "facts.customs_response", "facts.defects.vat_twice")
_PROMISED = tuple(f"facts.defects.{one}" for one in ("size_chart", "colour", "quality", "incomplete", "different"))
_OF_ITEM = (*_PROMISED, "facts.defects.damaged", "facts.defects.food_expired", "facts.defects.dislike")
_ABOUT: Mapping[str, tuple[str, ...]] = {
    "photo": _OF_ITEM,
    "video": _OF_ITEM,
    "measurement": ("facts.defects.size_chart", "facts.defects.quality", "facts.defects.different"),
    "listing": _PROMISED,
    "order_page": (*_PROMISED, "facts.protection", "facts.whereabouts"),
    "tracking": ("facts.whereabouts",),
    "receipt": _PAYMENT,
    "official_document": _PAYMENT,
    "conversation": ("facts.seller", "facts.protection.refused"),
}
"""The topics of the sentences of the problem beside which a kind of proof belongs."""
_PICTURES = frozenset(("photo", "video", "measurement"))
_SAME_DAY = 2.0
_ONLY_THERE = frozenset(
    {"conversation", "listing", "order_page", "receipt"}
)  # what these show is nothing about the thing that came


def places(brief: Brief, problem: Sequence[Sentence], own: Mapping[str, str], recorded: bool) -> dict[str, list[str]]:
    """The ids of the proof to cite, by place: a topic among `own`, `problem[i]`, or one of the names above."""
    found: dict[str, list[str]] = {}
    absent = brief.case.facts.only("received", "no")  # then no picture of such an item shows what happened to this one
    named = content(brief.case.order.item or "") if absent else frozenset[str]()
    for index, item in enumerate(brief.case.evidence):
        place = CONTACTS if item.kind == "conversation" and recorded else _beside(item, own, named)
        place = place or _by_kind(item, own) or _in_problem(brief, problem, item) or _left_over(brief, item)
        found.setdefault(place, []).append(f"E{index + 1}")
    return found


def conversations(brief: Brief) -> list[str]:
    """The ids of the proof that stands beside the record of contacts, where there is one."""
    return [f"E{index}" for index, item in enumerate(brief.case.evidence, 1) if item.kind == "conversation"]


def _beside(item: Evidence, own: Mapping[str, str], named: frozenset[str]) -> str | None:
    stems, speaks = content(item.shows), _SPEAKS_OF.get(item.kind)
    stems -= named if item.kind in _PICTURES else frozenset()
    taken = written(item.taken_on).rsplit(" ", 1)[0] if item.taken_on else None
    best, most = None, 0.0
    for topic, text in own.items():
        fits = bool(speaks and speaks.search(text))
        if (item.kind in _ONLY_THERE and not fits) or (speaks is _ARRIVED and _LISTED.search(text) and not fits):
            continue
        shared = len(stems & content(text)) + (_SAME_DAY if taken and taken in text else 0)
        score = shared + 0.5 if shared and fits else shared
        if score > most:
            best, most = topic, score
    return best


def _in_problem(brief: Brief, problem: Sequence[Sentence], item: Evidence) -> str | None:
    """The sentence of the problem that rests on what such an item can prove; of several, the one sharing most words."""
    stems, scores = content(item.shows), dict[int, int]()
    for index, one in enumerate(problem):
        if not one.rests_on or item.kind not in _ABOUT:
            continue
        topics = [statement.topic for id in one.rests_on if (statement := brief.statement(id))]
        if any(topic == about or topic.startswith(f"{about}.") for about in _ABOUT[item.kind] for topic in topics):
            scores[index] = len(stems & content(one.text))
    return f"problem[{max(scores, key=lambda index: scores[index])}]" if scores else None


def _by_kind(item: Evidence, own: Mapping[str, str]) -> str | None:
    speaks = _BY_KIND.get(item.kind)
    return next((topic for topic, text in own.items() if speaks and speaks.search(text)), None)


def _left_over(brief: Brief, item: Evidence) -> str:
    wrote = any(one.sender == "buyer" for one in brief.case.contacts)
    return WRITTEN if item.kind == "conversation" and wrote else FURTHER
