"""Composes a message by the templates: writes the parts, fits them to the limit, has them checked."""

from dataclasses import dataclass, replace

from claimwright.letter.brief import Brief
from claimwright.letter.checks import Checked, DraftHasFaults, check
from claimwright.letter.checks.applied import not_made
from claimwright.letter.fit import lessened
from claimwright.letter.fitted import fitted
from claimwright.letter.ownwords import in_own_words
from claimwright.letter.stage import unspoken
from claimwright.letter.wording import ENGLISH, LANGUAGES
from claimwright.letter.writers.template import write
from claimwright.resources import Resources

_CAN, _DID_NOT = "only a model can", "the model did not"
LIMIT = 1000
"""Characters, list of proof included."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A checked message, what the buyer is to be told about it, and who wrote it."""

    checked: Checked
    notes: tuple[str, ...]
    writer: str
    rounds: tuple[tuple[str, ...], ...] = ()  # the codes of the findings in each draft of a model

    @property
    def language(self) -> str:
        """The code of the language that the message is written in."""
        return self.checked.brief.language

    @property
    def checks_not_made(self) -> tuple[str, ...]:
        """The checks that are made of an English message only."""
        return not_made(self.language)


def compose(
    brief: Brief, resources: Resources, limit: int = LIMIT, language: str = ENGLISH, *, asked: bool = False
) -> Composed:
    """The checked message. Raises FactsMissing if the limit is too small for what may not be cut, and DraftRejected.

    Only a model puts the buyer's words into another language: where they are not in it, the message is English. `asked`
    is whether a model was to do it, and did not.
    """
    if why := unspoken(brief.stage, language):
        return _noted(compose(brief, resources, limit), f"Written in English: {why[0].lower()}{why[1:]}")
    if language != ENGLISH:
        if own := in_own_words(brief, resources, limit, language):
            return Composed(*own, "template")
        return _noted(
            compose(brief, resources, limit),
            f"Written in English: {_DID_NOT if asked else _CAN} put your words into {LANGUAGES[language]}.",
        )
    try:
        draft, notes = fitted(brief, write(brief, resources), limit)
        return Composed(check(draft, brief, limit), (*brief.notes, *notes), "template")
    except DraftHasFaults:
        # What others wrote can hold what no message may: a link, a threat. It is left out, and looked for only then.
        less = lessened(brief)
        if less is None:
            raise
        return compose(less, resources, limit)


def _noted(composed: Composed, note: str) -> Composed:
    return replace(composed, notes=(*composed.notes, note))
