"""Polarity: a sentence that says almost what a statement says does not deny what that one states, nor the other way.

Decided here: only sentences in nearly the words of one statement are held against it. Freer words can turn a thing
about and mean the same, and what was ordered is often denied of what came.
"""

import re
from collections.abc import Iterator, Sequence

from claimwright.letter.brief import Kind, Statement
from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.said import Said
from claimwright.reading.later import later
from claimwright.reading.sentences import STOP_WORDS, content, stem, words

_CONTRAST = later(r", (?:and |but )?not |\bnot .{1,60}\bbut ", re.I)
"""It is this, not that: no plain denial of a statement that tells of both."""
NEARLY = 0.75
"""Share of a sentence's stems that stand in a statement which says almost the same."""
_BREAK = later(r"[,;:]|\b(?:and|but|although|though|while|so|because|since)\b", re.I)
"""Where a denial ends."""
_DENIALS = frozenset(["not", "no", "never", "without", "nor", "neither", "cannot", "nothing", "none", "nobody"])
_TURNING = frozenset(
    (
        *("should", "would", "could", "supposed", "instead", "fail", "fails", "failed", "unable", "lack", "lacks"),
        *("lacking", "refuse", "refuses", "refused", "impossible", "stopped", "stops", "rather", "only", "than"),
        *("before", "until", "unless", "if"),
    )
)
"""Words that turn a sentence in other ways than by a plain denial: such sentences are not judged."""
_DIFFERING = frozenset(
    (
        *("different", "differs", "differ", "another", "other", "wrong"),
        *("missing", "short", "shorter", "less", "absent"),
    )
)
"""A statement with one of these can be told by a denial."""


def polarity(page: Page, said: Sequence[Said]) -> Iterator[Finding]:
    """Sentences that assert what their statement denies, or deny what it asserts."""
    if page.brief is None:
        return
    for one in said:
        statements = [page.brief.statement(id) for id in one.sentence.rests_on]
        near = [text.text for text in statements if text and _judges(text) and _nearly(one.unnamed, text.text)]
        if not near or page.sources.says_words(one.text.strip(" .!?")):
            continue
        if _CONTRAST.search(one.text) or not _TURNING.isdisjoint(words(one.text)):
            continue
        if any(_opposite(one.text, text) for text in near):
            yield hard("contradiction.opposite", one.sentence.text, "The statement says the opposite.", *near)


def _opposite(text: str, statement: str) -> bool:
    """Whether one of the two denies, in a clause of its own, what the other asserts."""
    mine, theirs = _clauses(text), _clauses(statement)
    denied = [stems for stems, denies in mine if denies]
    asserted = frozenset().union(*(stems for stems, denies in theirs if not denies))
    if denied:
        told = all(not denies for _, denies in theirs) and _DIFFERING.isdisjoint(words(statement))
        return told and any(len(stems) > 1 and stems <= asserted for stems in denied)
    said = frozenset().union(*(stems for stems, _ in mine))
    return any(denies and len(stems) > 1 and stems - asserted <= said for stems, denies in theirs if stems - asserted)


def _judges(statement: Statement) -> bool:
    return statement.kind is Kind.FACT and statement.topic != "order.item"


def _nearly(text: str, statement: str) -> bool:
    mine = content(text)
    return len(mine) >= 2 and len(mine & content(statement)) >= NEARLY * len(mine)


def _clauses(text: str) -> list[tuple[frozenset[str], bool]]:
    """The stems of each clause, and whether it denies them."""
    found = []
    for clause in _BREAK.split(text):
        said = words(clause)
        denies = any(word in _DENIALS or word.endswith("n't") for word in said)
        stems = frozenset(stem(word) for word in said if word not in STOP_WORDS and word not in _DENIALS)
        if stems:
            found.append((stems, denies))
    return found
