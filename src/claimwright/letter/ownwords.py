"""A message in another language without a model: the frame in that language round the buyer's own sentences.

Decided here: only where every one of these sentences is in that language already; in doubt it is not.
"""

from dataclasses import replace

from claimwright.errors import DraftRejected, FactsMissing
from claimwright.letter.brief import Brief
from claimwright.letter.checks import Checked, check
from claimwright.letter.checks.language import spoken
from claimwright.letter.fit import KEPT, lessened
from claimwright.letter.fitted import fitted
from claimwright.letter.wording import Wording
from claimwright.letter.writers.template import write
from claimwright.resources import Resources


def worded(brief: Brief, language: str, resources: Resources) -> Brief:
    """The brief of a message in this language; what is kept as the buyer wrote it is told of English messages only."""
    wording = Wording.of(language, resources)
    if wording is None:
        return brief
    return replace(brief, wording=wording, notes=tuple(one for one in brief.notes if not one.startswith(KEPT)))


def in_own_words(
    brief: Brief, resources: Resources, limit: int, language: str
) -> tuple[Checked, tuple[str, ...]] | None:
    """The checked message and its notes, or None if the buyer's sentences are in another language or do not pass."""
    own = [one.text for one in brief.statements if one.topic.startswith("what_happened[")]
    if not own or not all(spoken(text, language) for text in own):
        return None
    here = worded(lessened(brief) or brief, language, resources)
    try:
        draft, notes = fitted(here, write(here, resources), limit)
        return check(draft, here, limit), (*here.notes, *notes)
    except (DraftRejected, FactsMissing):
        return None
