"""The ledger: every sentence rests on statements of the brief, or is a courtesy from the closed list of the frame.

Decided here: that a sentence must share a word with what it rests on.
"""

from collections.abc import Iterator

from claimwright.letter.checks.finding import Finding, hard, soft
from claimwright.letter.checks.page import CITED, MARK, Page
from claimwright.letter.draft import Part, Sentence
from claimwright.letter.frame import COURTESIES, LISTED
from claimwright.reading.sentences import content, words

ASK = "ASK"
NAMING = frozenset({Part.OPENING, Part.CLOSING})
"""The parts that cite no proof; what looks like a citation there belongs to a name: bulb (E27)."""
FEW_STEMS = 3
"""So few words of content can be said in others."""

_COURTESIES = frozenset(" ".join(words(text)) for text in (*COURTESIES, LISTED))


def ledger(page: Page) -> Iterator[Finding]:
    """Sentences that rest on nothing, on what the brief lacks, on evidence that they cite without resting on it."""
    if page.brief is None:
        return
    known = {one.id: one for one in page.brief.statements}
    for sentence in page.sentences:
        if not sentence.rests_on:
            if not is_courtesy(sentence, page):
                yield hard("ledger.unsupported", sentence.text, "This sentence rests on no statement.", *sorted(known))
            continue
        unknown = [id for id in sentence.rests_on if id not in known and not (id == ASK and page.ask)]
        for id in unknown:
            yield hard("ledger.unknown", id, "The sentence rests on a statement that the brief lacks.", *sorted(known))
        for id in () if sentence.part in NAMING else cited(sentence.text):
            if id in known and id not in sentence.rests_on:
                yield hard(
                    "ledger.cited", f"({id})", f"The sentence cites {id} without resting on it.", *sentence.rests_on
                )
        if sentence.part is Part.BODY and not sentence.own_words and not unknown:
            ground = " ".join(known[id].text for id in sentence.rests_on if id in known)
            these = content(CITED.sub("", sentence.text))
            if ground and these and not these & content(ground):
                make = hard if len(these) > FEW_STEMS else soft
                yield make(
                    "ledger.unrelated", sentence.text, "The sentence shares no word with what it rests on.", ground
                )


def is_courtesy(sentence: Sentence, page: Page) -> bool:
    """Whether a sentence says nothing but a courtesy from the list or the buyer's name."""
    said = " ".join(words(sentence.text))
    name = page.sources.case.buyer.name
    wording = page.brief.wording if page.brief else None
    if wording and sentence.text in wording.courtesies:
        return True
    return said in _COURTESIES or (name is not None and said == " ".join(words(name)))


def cited(text: str) -> tuple[str, ...]:
    """The evidence that a text cites in brackets, in order."""
    return tuple(f"E{mark.group(1)}" for match in CITED.finditer(text) for mark in MARK.finditer(match.group()))
