"""A case and what its guide says of it, with its proof, a dispute that is open, and whatever contradicts itself."""

from dataclasses import dataclass, replace
from datetime import date

from claimwright.case.casefile import Case
from claimwright.case.contradictions import Contradiction, contradictions
from claimwright.errors import CaseInvalid, UsageError
from claimwright.guide.assessment import Assessment
from claimwright.guide.engine import assess
from claimwright.guide.guide import Guide, load_guide
from claimwright.guide.opened import once_open
from claimwright.guide.words import Words


@dataclass(frozen=True, slots=True)
class Decided:
    """A case that names the guide it was decided by, and what came of it."""

    case: Case
    guide: Guide
    assessment: Assessment
    found: tuple[Contradiction, ...]


def decided(case: Case, guide: Guide, today: date) -> Decided:
    """The case as this guide decides it, on this day."""
    return Decided(replace(case, guide=guide.name), guide, assessed(case, guide), contradictions(case, today))


def assessed(case: Case, guide: Guide) -> Assessment:
    """What the guide says of a case, with its proof and with a dispute that may be open already."""
    assessment = assess(case.facts, guide, frozenset(one.kind for one in case.evidence))
    return assessment if case.dispute is None else once_open(assessment)


def guide_of(case: Case, words: Words) -> Guide:
    """The guide that a case names. Raises CaseInvalid if there is none of that name."""
    try:
        return load_guide(case.guide, words)
    except UsageError as error:
        raise CaseInvalid(f"{case.id}, $.guide: {error}") from error
