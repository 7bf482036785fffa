"""Leaks: what a model was told, and what only its instructions speak of, does not reach the reader.

Decided here: eight words in a row are no accident, unless the case has them too. A date in an example of the
prompt may be the case's as well, with the words that go with any date.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from claimwright.letter.brief import Brief
from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.novelty import ordinary
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.phrases import Phrases
from claimwright.letter.checks.said import Said
from claimwright.letter.draft import Part
from claimwright.reading.later import later
from claimwright.reading.sentences import words

RUN = 8
"""Words in a row."""

_TOLD = Phrases("""
numbered statements|statement|facts
f|e|g statements|statement
system message|prompt|instruction|instructions
user message
my|the|these|your instructions|guidelines say|tell|require|forbid|do|are|state
was|am|were|been instructed|told|asked|prompted to? write|put|compose|draft|produce
was|am|were|been instructed
as instructed
according to my|the|these instructions|rules|prompt|guidelines
program adds|added|states|will
added by the? program
added by code
the|this|my prompt
body of the|this message|letter
tired reviewer
quotations are|were? given|material|withheld
passage|passages of|in|from|that the? guide|decided
the|this|a guide says|decides|decided|states|passage|passages
double square brackets
square brackets
example of the form
numbered list of proof
evidence id|ids
statement|fact id|ids|number|numbers
""")
_LEFT = later(
    r"[\[{]\s{0,2}(?:[EFGefg]\d{1,3}|ASK|ask)\b[^\[\]{}\n]{0,60}[\]}]?|\(\s{0,2}(?:[FGfg]\d{1,3}|ASK)\b[^()\n]{0,60}\)?"
    r"|(?<![\w-])(?:[FG]\d{1,3}|ASK)(?![\w-])|\b(?:[Ff]act|[Ss]tatement|[Pp]assage) (?:no\. ?|number )?[EFG]?\d{1,3}\b"
)


def leak(page: Page, said: Sequence[Said], prompts: Sequence[str]) -> Iterator[Finding]:
    """Words of the prompt, and its subject matter."""
    for hit in page.hits(_TOLD, reported=True):
        if hit.sentence.part is Part.BODY and not page.sources.says_words(hit.text):
            yield hard("leak", hit.text, "This speaks of the instructions, which no reader knows.")
    told = [_runs(text) for text in prompts]
    if not any(told):
        return
    case: frozenset[tuple[str, ...]] | None = None
    for run in runs(words(" ".join(one.text for one in said)), RUN):
        if not any(run in one for one in told):
            continue
        case = case_runs(page.brief) if case is None else case
        if run not in case and not _dated_line(run, page):
            yield hard("leak", " ".join(run), "These words are taken from the instructions.")
            return


def leftovers(page: Page, said: Sequence[Said]) -> Iterator[Finding]:
    """Ids of statements that a reader would see; `(E1)` is how proof is cited."""
    for one in said:
        for match in _LEFT.finditer(one.unnamed):
            if match.group()[0] in "[({" or not page.sources.says_words(match.group()):
                rule = "An id stands in the text. Ids belong in square brackets before the full stop: [F1, E1]."
                yield hard("ids", match.group().strip(), rule)


def runs(said: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of so many words."""
    return zip(*(said[start:] for start in range(length)), strict=False)


def case_runs(brief: Brief | None, length: int = RUN, without: Iterable[str] = ()) -> frozenset[tuple[str, ...]]:
    """The runs of words in the statements of a brief, but for statements on some topics."""
    left_out = frozenset(without)
    texts = [one.text for one in brief.statements if one.topic not in left_out] if brief else []
    return frozenset(run for text in texts for run in runs(words(text), length))


def _dated_line(run: Sequence[str], page: Page) -> bool:
    """Whether a run is no more than a date or a number with words of any complaint."""
    known = page.sources.stems | page.sources.marketplace_stems
    return any(word[0].isdigit() for word in run) and all(ordinary(word, known) for word in run)


@lru_cache(maxsize=16)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(runs(words(text), RUN))
