"""Takes one case as far as the answers go: decided, asked, checked, repaired, written; the exchange is that of `draft`.

Decided here: the earlier replies of a case are given to its exchange again, so nothing of a round has to be kept but
the reply. A request that was lost or failed is asked again a few times; then the case goes on without an answer.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from claimwright.batch.desk import Desk, fault_of
from claimwright.batch.entries import Entry
from claimwright.batch.jobs.answer import Answer
from claimwright.batch.jobs.head import Head
from claimwright.batch.jobs.issue import request_line
from claimwright.batch.jobs.ticket import MOST_ATTEMPTS, Ticket, key_of, seal_of
from claimwright.batch.result import Asked, Done, done
from claimwright.batch.terms import Terms
from claimwright.errors import ClaimwrightError
from claimwright.guide.decided import Decided
from claimwright.letter.compose import Composed
from claimwright.letter.exchange import exchange
from claimwright.llm.error import ModelError
from claimwright.llm.model import Failed, Replied, Turn, Wanted
from claimwright.llm.request import request_of
from claimwright.privacy.mask import Leak, Mask

NO_ANSWER = "No answer came back from the batch."


@dataclass(frozen=True, slots=True)
class Known:
    """A request that was put into a file, what came back for it, and how early that was."""

    ticket: Ticket
    answer: Answer | None = None
    place: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """A request that is to be put into a file."""

    ticket: Ticket
    line: bytes


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request is in a file already, and nothing has come back for it."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class Patience:
    """What is done about a request for which nothing has come back: wait, ask `again`, or `finish` without."""

    again: bool = False
    finish: bool = False


@dataclass
class _Tokens:
    prompt: int = 0
    completion: int = 0
    model: str | None = None

    def add(self, answer: Answer) -> None:
        self.prompt += answer.prompt
        self.completion += answer.completion
        self.model = answer.model or self.model


@dataclass
class Clerk:
    """Handles cases on the terms of a job; `settings` is the fingerprint of `terms`."""

    head: Head
    terms: Terms
    settings: str
    parameters: dict[str, Any]
    patience: Patience = field(default=Patience())

    def __post_init__(self) -> None:
        """Raises CannotReadWrite or UsageError if words or guide are not there."""
        self._desk = Desk(self.terms)

    def handle(self, entry: Entry, known: Sequence[Known] = ()) -> Done | Request | Waiting:
        """The finished case, or the request that it needs next, or the one that it waits for."""
        decided: Decided | None = None
        outcome: Composed | ClaimwrightError
        tokens = _Tokens()
        try:
            decided = self._desk.decide(entry)
            mask, drafts = self._begun(decided)
            wanted = next(drafts)
            while True:
                found = self._found(entry, wanted, known, mask)
                if isinstance(found, Request | Waiting):
                    return found
                if isinstance(found, Answer):
                    tokens.add(found)
                wanted = drafts.send(Replied(found.text or "") if isinstance(found, Answer) else found)
        except StopIteration as over:
            outcome = over.value
        except Exception as error:  # one case never ends the others
            outcome = fault_of(error)
        asked = Asked(tokens.prompt, tokens.completion, 0.0, tokens.model)
        return done(entry, decided, outcome, self.terms, settings=self.settings, asked=asked)

    def _begun(self, decided: Decided) -> tuple[Mask, Any]:
        brief = self._desk.brief(decided)
        mask = Mask.of(brief.case) if self.head.masked else Mask.none()
        terms, fallback = self.terms, self.head.fallback
        return mask, exchange(
            brief, self._desk.resources, mask, limit=terms.limit, fallback=fallback, language=terms.language
        )

    def _found(
        self, entry: Entry, wanted: Wanted, known: Sequence[Known], mask: Mask
    ) -> Answer | Failed | Request | Waiting:
        """What there is for a request: the first reply that came, else the failure, else that it has to be asked."""
        key, seal = key_of(entry.id), seal_of(self.head.model, wanted.turns)
        asked = [one for one in known if (one.ticket.seal, one.ticket.round) == (seal, wanted.round)]
        replies = [(one.place, one.answer) for one in asked if one.answer and one.answer.text is not None]
        if replies:
            return min(replies, key=lambda one: one[0])[1]
        last = max(asked, key=lambda one: one.ticket.attempt, default=None)
        reason = NO_ANSWER
        if last is not None:
            reason = last.answer.said if last.answer else NO_ANSWER
            if last.answer and not last.answer.may_pass:
                return Failed(reason)
            if last.answer is None and not (self.patience.again or self.patience.finish):
                return Waiting(last.ticket)
        attempt = last.ticket.attempt + 1 if last else 1
        if self.patience.finish or attempt > MOST_ATTEMPTS:
            return Failed(reason)
        return self._request(Ticket(key, seal, wanted.round, attempt), wanted.turns, mask)

    def _request(self, ticket: Ticket, turns: Sequence[Turn], mask: Mask) -> Request | Failed:
        """The request, which its guard has read as it will be sent."""
        try:
            for turn in turns:
                turn.text.encode()
            body = request_of(self.head.model, turns, self.parameters)
            mask.guard(json.dumps(body).encode())
        except UnicodeError:
            return Failed(str(ModelError("bad_request", "a text holds half a character")))
        except Leak as leak:
            return Failed(str(leak))
        line = request_line(ticket, body)
        if len(line) > self.head.max_bytes:
            return Failed(str(ModelError("context")))
        return Request(ticket, line)
