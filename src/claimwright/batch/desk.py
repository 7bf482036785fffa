"""Decides one case after another on the same terms: reads it, assesses it, says what its message may say.

No writer and no network: what follows a brief is the template's or a model's.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from claimwright.batch.entries import Entry
from claimwright.batch.reason import questions, refusal
from claimwright.batch.terms import Terms
from claimwright.case.casefile import Case, read_case
from claimwright.case.contradictions import Contradiction, contradictions
from claimwright.errors import CannotReadWrite, CaseInvalid, ClaimwrightError, FactsMissing, NoMessage, UsageError
from claimwright.guide.assessment import AskExtension, AskSeller, Assessment, Claim, Refusal, Undecided, Wait
from claimwright.guide.engine import assess
from claimwright.guide.guide import Guide, load_guide, words_of
from claimwright.guide.opened import once_open
from claimwright.letter.brief import Brief, brief_of
from claimwright.resources import Resources


@dataclass(frozen=True, slots=True)
class Decided:
    """A case that has been read, and what the guide says of it."""

    case: Case
    guide: Guide
    assessment: Assessment
    found: tuple[Contradiction, ...]


class Desk:
    """What deciding takes, loaded once."""

    def __init__(self, terms: Terms) -> None:
        """Load it. Raises CannotReadWrite or UsageError if words or guide are not there."""
        self.terms = terms
        self.resources = _Kept(terms.home)
        self._words = words_of(self.resources)
        self._chosen = load_guide(terms.guide, self._words) if terms.guide else None
        self._sentences = self.resources.toml("templates/verdicts.toml")

    def decide(self, entry: Entry) -> Decided:
        """The verdict on a case. Raises CaseInvalid, or CannotReadWrite for a file that could not be read."""
        document = entry.document
        if document.fault:
            raise (
                CaseInvalid(document.fault)
                if document.exit_code == CaseInvalid.exit_code
                else CannotReadWrite(document.fault)
            )
        case = replace(read_case(document.data, document.file, start_line=document.line or 1), id=entry.id)
        guide = self._chosen or self._named(case)
        case = replace(case, guide=guide.name)
        assessment = assess(case.facts, guide, frozenset(one.kind for one in case.evidence))
        assessment = assessment if case.dispute is None else once_open(assessment)
        return Decided(case, guide, assessment, contradictions(case, self.terms.today))

    def brief(self, decided: Decided) -> Brief:
        """What the message may say. Raises NoMessage and FactsMissing, whose texts are for the buyer."""
        case, guide, assessment = decided.case, decided.guide, decided.assessment
        honest = case.facts.only("intent", "genuine")
        if decided.found and (honest or not isinstance(assessment, Refusal)):
            raise FactsMissing("\n".join(["These do not go together:", *(f"- {one.text}" for one in decided.found)]))
        if isinstance(assessment, Refusal | Wait):
            raise NoMessage(refusal(assessment, case, guide, self._sentences, self.terms.today))
        if isinstance(assessment, Undecided):
            raise FactsMissing(questions(assessment, guide))
        assert isinstance(assessment, Claim | AskSeller | AskExtension)
        return brief_of(case, assessment, guide.passages, guide.words, self.terms.today)

    def _named(self, case: Case) -> Guide:
        try:
            return load_guide(case.guide, self._words)
        except UsageError as error:
            raise CaseInvalid(f"{case.id}, $.guide: {error}") from error


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
