"""The result of a case: one object whatever became of it. Its names agree with those of `draft --json`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimwright.batch.entries import Entry
from claimwright.batch.record import State, sealed
from claimwright.batch.terms import Terms
from claimwright.errors import CannotReadWrite, ClaimwrightError, ModelUnavailable, NoMessage
from claimwright.guide.decided import Decided
from claimwright.guide.record import record
from claimwright.letter.brief import MissingForMessage
from claimwright.letter.compose import Composed
from claimwright.letter.message import render

FAILED = frozenset((1, 2, 5, 6, 7, 8))
"""The exit codes of errors that are failures. That no message is called for, or facts are missing, is a result."""

_MAY_PASS = frozenset((ClaimwrightError.exit_code, ModelUnavailable.exit_code, CannotReadWrite.exit_code))
_UNREAD: Mapping[str, Any] = {
    "verdict": None,
    "remedy": None,
    "source": None,
    "remedy_source": None,
    "passages": [],
    "rules": [],
    "questions": [],
    "possible": [],
    "evidence_wanted": [],
    "evidence_missing": [],
    "warnings": [],
    "next_steps": [],
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a model was asked for one case: tokens and seconds that it took, and what it calls itself."""

    prompt: int = 0
    completion: int = 0
    seconds: float = 0.0
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """A finished case: its line in the ledger, its message in the form asked for, and what is counted of it."""

    entry: Entry
    line: bytes
    message: str | None
    verdict: str | None
    writer: str | None
    fallback: bool
    exit_code: int
    why: str  # the first line of the error
    asked: Asked = field(default=Asked())

    @property
    def failed(self) -> bool:
        """Whether nothing came of the case that should have."""
        return self.exit_code in FAILED


def done(
    entry: Entry,
    decided: Decided | None,
    outcome: Composed | ClaimwrightError,
    terms: Terms,
    *,
    settings: str,
    asked: Asked = Asked(),
) -> Done:
    """A case as it was handled on these terms, of which `settings` is the fingerprint."""
    composed = outcome if isinstance(outcome, Composed) else None
    error = outcome if isinstance(outcome, ClaimwrightError) else None
    exit_code = error.exit_code if error else 0
    message = render(composed.checked, terms.form) if composed else None
    fields = fields_of(entry, decided, outcome, asked, by_model=terms.writer != "template")
    fields["markdown"] = message if terms.form == "markdown" else None
    state = State.WRITTEN if composed else _state(exit_code)
    line = sealed(fields, key=entry.key, case=entry.case, settings=settings, state=state)
    why = str(error).partition("\n")[0] if error else ""
    return Done(entry, line, message, fields["verdict"], fields["writer"], fields["fallback"], exit_code, why, asked)


def _state(exit_code: int) -> State:
    return State.AGAIN if exit_code in _MAY_PASS else State.FAILED if exit_code in FAILED else State.DONE


def fields_of(
    entry: Entry, decided: Decided | None, outcome: Composed | ClaimwrightError, asked: Asked, *, by_model: bool
) -> dict[str, Any]:
    """The members of the object, every one always there; `by_model` is whether a model was to write."""
    composed = outcome if isinstance(outcome, Composed) else None
    error = outcome if isinstance(outcome, ClaimwrightError) else None
    told = record(decided.assessment) if decided else _UNREAD
    last_day = decided.case.order.protection_ends_on if decided else None
    asks = [*told["questions"]]
    if isinstance(error, MissingForMessage):
        asks += [{"field": name, "text": text, "separates": []} for name, text in error.questions]
    soft = composed.checked.soft if composed else ()
    return {
        "id": entry.id,
        "file": entry.document.file,
        "line": entry.document.line,
        "guide": decided.guide.name if decided else None,
        **{name: told[name] for name in _UNREAD},
        "questions": asks,
        "contradictions": [{"fields": one.fields, "text": one.text} for one in decided.found] if decided else [],
        "protection_ends_on": str(last_day) if last_day else None,
        "message": render(composed.checked) if composed else None,
        "sentences": json.loads(render(composed.checked, "json"))["sentences"] if composed else [],
        "refusal": str(error) if isinstance(error, NoMessage) else None,
        "writer": composed.writer if composed else None,
        "fallback": composed is not None and by_model and composed.writer == "template",
        "model": asked.model,
        "language": composed.language if composed else None,
        "checks_not_made": composed.checks_not_made if composed else [],
        "rounds": composed.rounds if composed else [],
        "findings": [{"code": one.code, "span": one.span, "rule": one.rule} for one in soft],
        "notes": composed.notes if composed else [],
        "also": None,  # a second version is for the buyer alone, who is not here
        "tokens": {"prompt": asked.prompt, "completion": asked.completion},
        "seconds": round(asked.seconds, 3),
        "error": None if error is None else {"exit_code": error.exit_code, "text": str(error)},
    }
