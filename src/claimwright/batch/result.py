"""The result of a case: one object whatever became of it. Its names agree with those of `draft --json`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from claimwright.batch.entries import Entry
from claimwright.batch.record import State, record_of, sealed
from claimwright.batch.terms import Terms
from claimwright.errors import CannotReadWrite, ClaimwrightError, LimitTooSmall, ModelUnavailable, NoMessage
from claimwright.guide.decided import Decided
from claimwright.guide.record import UNREAD, record
from claimwright.letter.briefing import MissingForMessage
from claimwright.letter.compose import Composed
from claimwright.letter.message import render

FAILED = frozenset((1, 2, 5, 6, 7, 8))
"""The exit codes of errors that are failures. That no message is called for, or facts are missing, is a result."""

Outcome = Literal["written", "refused", "missing", "unfit", "invalid", "failed"]
"""What becomes of a case: `missing` is a fact, or two that contradict each other; `unfit`, the limit is too small."""

_OUTCOMES: Mapping[int, Outcome] = {0: "written", 3: "refused", 4: "missing", 7: "invalid"}
_MAY_PASS = frozenset((ClaimwrightError.exit_code, ModelUnavailable.exit_code, CannotReadWrite.exit_code))


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
    needed: int | None = None  # the characters that would do, where the limit is too small
    astray: bool = False  # whether the message is in another language than the one asked for

    @property
    def outcome(self) -> Outcome:
        """What became of the case."""
        return outcome_of(self.exit_code, self.needed)

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
    return Done(
        entry,
        line,
        message,
        verdict=fields["verdict"],
        writer=fields["writer"],
        fallback=fields["fallback"],
        exit_code=exit_code,
        why=str(error).partition("\n")[0] if error else "",
        asked=asked,
        needed=fields["limit_needed"],
        astray=composed is not None and composed.language != terms.language,
    )


def outcome_of(exit_code: int, needed: int | None) -> Outcome:
    """What became of a case that ended so; `needed` is the limit that would do, if it was too small."""
    return "unfit" if needed is not None else _OUTCOMES.get(exit_code, "failed")


def beside(finished: Done, earlier: Mapping[str, Any]) -> Done:
    """A case that came to nothing, its result with the message that an earlier result holds."""
    kept, record = message_of(earlier), record_of(finished.line)
    if kept is None or record is None:
        return finished
    fields = {**json.loads(finished.line), "earlier": kept}
    del fields["run"], fields["format"]
    line = sealed(fields, key=record.key, case=record.case, settings=record.settings, state=record.state)
    return replace(finished, line=line)


def message_of(fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The message of a result in each form in which it was written, or the one of the result before it."""
    if fields.get("message") is None:
        return fields.get("earlier")
    return {"message": fields["message"], "markdown": fields.get("markdown")}


def _state(exit_code: int) -> State:
    return State.AGAIN if exit_code in _MAY_PASS else State.FAILED if exit_code in FAILED else State.DONE


def fields_of(
    entry: Entry, decided: Decided | None, outcome: Composed | ClaimwrightError, asked: Asked, *, by_model: bool
) -> dict[str, Any]:
    """The members of the object, every one always there; `by_model` is whether a model was to write."""
    composed = outcome if isinstance(outcome, Composed) else None
    error = outcome if isinstance(outcome, ClaimwrightError) else None
    told = record(decided.assessment) if decided else UNREAD
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
        **{name: told[name] for name in UNREAD},
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
        "earlier": None,
        "limit_needed": error.needed if isinstance(error, LimitTooSmall) else None,
        "error": None if error is None else {"exit_code": error.exit_code, "text": str(error)},
    }
