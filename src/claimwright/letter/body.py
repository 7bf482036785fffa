"""The grammar of a body, whoever writes it: each sentence ends with the ids it rests on, `Green came [F9, E1].`

Code takes the brackets out, keeps them as the ledger, and prints the proof among them as `(E1)`. A sentence without a
bracket is kept, and rests on nothing: the checks see it.
"""

import re
from dataclasses import dataclass

from claimwright.letter.draft import Part, Sentence
from claimwright.letter.stops import before_proof
from claimwright.reading.later import later

_IDS = r"[A-Z]+[0-9]*"
_BRACKET = re.compile(rf"[ ]?\[(?P<ids>{_IDS}(?:[ ]?[,;][ ]?{_IDS})*)\]")
_END = re.compile(rf"{_BRACKET.pattern}(?P<stop>[.!?][”\"’']?|(?=\s|$))\s*")
_NEXT = re.compile(r"(?<=\])\.\s+")
_LOOSE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ“„«¿¡\"])")
_DATED = later(r"(?:\s\d\d?\.|\sг\.)$")
_MONTH = later(r"Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez")
_PROOF = re.compile(r" \((E\d+(?:, E\d+)*)\)$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, and what it rests on; `after` holds the sentences that follow that sentence."""

    text: str
    rests_on: tuple[str, ...]
    after: tuple[Sentence, ...] = ()


def paragraphs(text: str) -> tuple[tuple[Sentence, ...], ...]:
    """The paragraphs of a body; an empty line stands between two."""
    return tuple(found for one in re.split(r"\n\s*\n", text.strip()) if (found := sentences(one)))


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of one paragraph."""
    text = " ".join(text.split())
    found: list[Sentence] = []
    end = 0
    for match in _END.finditer(text):
        *loose, last = unnamed(text[end : match.start()])
        found += (Sentence(one, (), Part.BODY) for one in loose)
        found.append(cited(Sentence(last + (match["stop"] or "."), (), Part.BODY), _ids(match["ids"])))
        end = match.end()
    rest = text[end:].strip()
    found += (Sentence(one, (), Part.BODY) for one in unnamed(rest) if one)
    return tuple(found)


def unnamed(text: str) -> list[str]:
    """The sentences of a text without ids; "2. Oktober" and "2026 г." end none."""
    found: list[str] = []
    for one in _LOOSE.split(text):
        if found and _DATED.search(found[-1][-4:]) and (found[-1][-2] == "г" or _MONTH.match(one)):
            found[-1] += f" {one}"
        else:
            found.append(one)
    return found


def clause(text: str) -> Clause:
    """A clause with its ids at the end: what stands after "because"; further sentences may follow it."""
    first, *more = _NEXT.split(" ".join(text.split()), maxsplit=1)
    ids = tuple(id for match in _BRACKET.finditer(first) for id in _ids(match["ids"]))
    words = _BRACKET.sub("", first).rstrip(".")
    return Clause(words, tuple(dict.fromkeys(ids)), tuple(one for text in more for one in sentences(text)))


def cited(sentence: Sentence, ids: tuple[str, ...]) -> Sentence:
    """The sentence resting on these ids too; proof among them is cited before the full stop."""
    rests_on = tuple(dict.fromkeys((*sentence.rests_on, *ids)))
    text, stop = before_proof(sentence.text)
    there = _PROOF.search(text)
    named = there[1].split(", ") if there else []
    proof = sorted({*named, *(id for id in ids if id[0] == "E" and id[1:].isdigit())}, key=lambda id: int(id[1:]))
    if not proof:
        return Sentence(sentence.text, rests_on, sentence.part, sentence.own_words)
    text = f"{text[: there.start()] if there else text} ({', '.join(proof)})"
    return Sentence(text + stop, rests_on, sentence.part, sentence.own_words)


def _ids(listed: str) -> tuple[str, ...]:
    return tuple(re.split(r"[ ]?[,;][ ]?", listed))
