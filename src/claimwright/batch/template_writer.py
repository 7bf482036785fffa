"""Handles cases by the template alone: decided, written, checked, in one process and without a network."""

from claimwright.batch.desk import Desk, fault_of
from claimwright.batch.entries import Entry
from claimwright.batch.result import Done, done
from claimwright.batch.terms import Terms
from claimwright.errors import ClaimwrightError
from claimwright.guide.decided import Decided
from claimwright.letter.compose import Composed, compose


class TemplateWriter:
    """Handles one case after another. Raises CannotReadWrite or UsageError if words or guide are not there."""

    def __init__(self, terms: Terms, settings: str) -> None:
        self._desk, self._terms, self._settings = Desk(terms), terms, settings

    def handle(self, entry: Entry) -> Done:
        """The finished case, whatever it is like."""
        desk, terms = self._desk, self._terms
        decided: Decided | None = None
        outcome: Composed | ClaimwrightError
        try:
            decided = desk.decide(entry)
            brief = desk.brief(decided)
            outcome = compose(brief, desk.resources, terms.limit, terms.language)
        except Exception as error:  # one case never ends the others
            outcome = fault_of(error)
        return done(entry, decided, outcome, terms, settings=self._settings)
