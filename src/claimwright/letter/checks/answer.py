"""Answers: a message after the first takes a stand on what the seller proposed, and on nothing else.

Decided here: only the acceptance that the buyer asked for may accept, in one sentence that names exactly what the case
says was offered. Nowhere else is a sum accepted or agreed to, in whatever words.
"""

from collections.abc import Iterator

from claimwright.guide.rule import Remedy, Stage
from claimwright.letter.brief import ASK
from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.phrases import Phrases
from claimwright.letter.draft import Part, Sentence
from claimwright.reading.amounts import written

_ACCEPTS = Phrases("""
accept*|agree*|consent* .. offer|proposal|refund|sum|amount|part|money|terms|this|that|it
agreed|accepted|deal
take|takes|taking .. offer|proposal
""")
_KINDS = {
    Remedy.FULL: Phrases("full refund"),
    Remedy.PARTIAL: Phrases("partial refund"),
}
_ON_OFFER = frozenset((Stage.ACCEPT, Stage.DECLINE, Stage.COUNTER))
_DENIES = frozenset(("not", "cannot", "never"))


def answer(page: Page) -> Iterator[Finding]:
    """An answer that takes no stand, or accepts where nothing is to be accepted."""
    brief = page.brief
    if brief is None or brief.stage is Stage.FIRST:
        return
    proposal = frozenset(brief.ids("dispute.proposal"))
    on_offer = [one for one in page.sentences if one.part is Part.REQUEST and proposal & set(one.rests_on)]
    if brief.stage in _ON_OFFER and not on_offer:
        yield hard("answer.missing", "", "The message does not answer the seller's proposal.")
    if brief.stage is Stage.ACCEPT and page.ask is not None:
        accepting = [one for one in page.sentences if accepts(page, one)]
        if len(accepting) != 1:
            kind = f"a {page.ask.remedy} refund of {written(page.ask.amount)}"
            yield hard("answer.missing", "", "One sentence must accept exactly what was offered.", kind)
    for hit in page.hits(_ACCEPTS, of_item=True):
        words = {word.text for word in page.words[hit.match.first : hit.match.after]}
        if hit.sentence.part is Part.CONTACT or page.denied(hit.match.first) or words & _DENIES:
            continue
        if not accepts(page, hit.sentence):
            yield hard("concession", hit.text, "Nothing is accepted here.")


def accepts(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence is the acceptance that the buyer asked for: of the offer on record, its kind and its sum."""
    brief, ask = page.brief, page.ask
    if brief is None or ask is None or brief.stage is not Stage.ACCEPT or sentence.part is not Part.REQUEST:
        return False
    if ASK not in sentence.rests_on or frozenset(brief.ids("dispute.proposal")).isdisjoint(sentence.rests_on):
        return False
    kinds = [kind for kind, phrases in _KINDS.items() if any(hit.sentence is sentence for hit in page.hits(phrases))]
    sums = [span for span in page.money if page.at(span.start) is sentence]
    return kinds == [ask.remedy] and len(sums) == 1 and sums[0].fits(ask.amount)
