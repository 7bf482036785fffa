"""Decides one case after another on the same terms: reads it, assesses it, says what its message may say.

No writer and no network: what follows a brief is the template's or a model's.
"""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from claimwright.batch.entries import Entry
from claimwright.batch.terms import Terms
from claimwright.case.casefile import read_case
from claimwright.errors import CannotReadWrite, CaseInvalid, ClaimwrightError
from claimwright.guide.decided import Decided, decided, guide_of
from claimwright.guide.guide import load_guide, words_of
from claimwright.guide.reason import SENTENCES
from claimwright.letter.brief import Brief
from claimwright.letter.grounds import brief_for
from claimwright.resources import Resources


class Desk:
    """What deciding takes, loaded once."""

    def __init__(self, terms: Terms) -> None:
        """Load it. Raises CannotReadWrite or UsageError if words or guide are not there."""
        self.terms = terms
        self.resources = _Kept(terms.home)
        self._words = words_of(self.resources)
        self._chosen = load_guide(terms.guide, self._words) if terms.guide else None
        self._sentences = self.resources.toml(SENTENCES)

    def decide(self, entry: Entry) -> Decided:
        """The verdict on a case. Raises CaseInvalid, or CannotReadWrite for a file that could not be read."""
        document = entry.document
        if document.fault:
            raise (
                CaseInvalid(document.fault)
                if document.exit_code == CaseInvalid.exit_code
                else CannotReadWrite(document.fault)
            )
        case = replace(read_case(document.data, document.source, start_line=document.line or 1), id=entry.id)
        return decided(case, self._chosen or guide_of(case, self._words), self.terms.today)

    def brief(self, case: Decided) -> Brief:
        """What the message may say. Raises NoMessage and FactsMissing, whose texts are for the buyer."""
        return brief_for(case, self._sentences, self.terms.today)


def fault_of(error: Exception) -> ClaimwrightError:
    """An error as one of ours: what nobody foresaw ends one case, and not the ten thousand beside it."""
    if isinstance(error, ClaimwrightError):
        return error
    return ClaimwrightError(
        f"This is a fault of claimwright's own ({type(error).__name__}: {error}). Please report it."
    )


class _Kept(Resources):
    """Resources that are looked for once: a batch is of one piece, even if a file is changed while it runs."""

    def __init__(self, home: Path | None = None) -> None:
        super().__init__(home)
        self._tomls: dict[str, dict[str, Any]] = {}

    @cached_property
    def _paths(self) -> dict[str, Path]:
        return {}

    @cached_property
    def _templates(self) -> dict[str, Any]:
        return {}

    def path(self, name: str) -> Path:
        """Where the file is read from."""
        found = self._paths.get(name)
        if found is None:
            found = self._paths[name] = super().path(name)
        return found

    def toml(self, name: str) -> dict[str, Any]:
        """A TOML file."""
        if name not in self._tomls:
            self._tomls[name] = super().toml(name)
        return self._tomls[name]

    def template(self, name: str) -> Any:
        """A compiled template."""
        found = self._templates.get(name)
        if found is None:
            found = self._templates[name] = super().template(name)
        return found
