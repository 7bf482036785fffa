"""The checks of what a model wrote, in addition to those of every message: only the body is looked at.

Decided here: which families these are, and which sentences a buyer is shown because nothing in the case bears them.
"""

from collections.abc import Sequence

from claimwright.letter.brief import Brief, Kind
from claimwright.letter.checks.echo import echo
from claimwright.letter.checks.finding import Finding
from claimwright.letter.checks.language import language as tongue
from claimwright.letter.checks.leak import leak, leftovers
from claimwright.letter.checks.novelty import bearing, borne, novelty
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.personal import personal
from claimwright.letter.checks.polarity import polarity
from claimwright.letter.checks.said import body
from claimwright.letter.checks.sources import sources_of
from claimwright.letter.draft import Draft, Part, Sentence
from claimwright.marketplace import marketplace_of
from claimwright.reading.sentences import stem

ENGLISH = "en"


def model_findings(
    draft: Draft,
    brief: Brief,
    *,
    prompts: Sequence[str],
    withheld: Sequence[str],
    language: str = ENGLISH,
) -> tuple[Finding, ...]:
    """What is wrong with a body that a model wrote, each fault once.

    `prompts` are the rules that it was given, `withheld` the seller's texts that it was not. The words of a body in
    another language than English cannot be held against the case's, so that novelty is not looked for there.
    """
    sources = sources_of(brief.case, brief.statements, brief.ask, brief.extend_before)
    page = Page(draft, sources, brief.purpose, None, brief)
    paragraphs = body(page)
    said = [one for paragraph in paragraphs for one in paragraph]
    found: dict[tuple[str, str], Finding] = {}
    for finding in (
        *leak(page, said, prompts),
        *echo(page, said, withheld),
        *tongue(page, paragraphs, language),
        *leftovers(page, said),
        *personal(page, said),
        *((*polarity(page, said), *bearing(page, said), *novelty(page, said)) if language == ENGLISH else ()),
    ):
        found.setdefault((finding.code, finding.span), finding)
    return tuple(found.values())


def resting_on_nothing(draft: Draft, brief: Brief) -> tuple[Sentence, ...]:
    """The sentences of the body that rest on no fact and no evidence, or have less than half of their words from it."""
    known = {one.id: one.text for one in brief.statements if one.kind is not Kind.PASSAGE}
    marketplace = frozenset(map(stem, marketplace_of(brief.case.guide).words))
    if brief.language != ENGLISH:
        return ()  # words of two languages are hardly ever the same
    return tuple(
        one
        for one in draft.sentences()
        if one.part is Part.BODY
        and not borne(one.text, " ".join(known[id] for id in one.rests_on if id in known), marketplace)
    )
