"""One line of a file that came back from a batch engine: the reply to a request, or why there is none.

Decided here: what a live request would be asked again for, a file asks again for too; that the key, the account or the
model was wrong says nothing about a case either. Any other failure is the end of asking for its case.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimwright.llm.answers import reply_of
from claimwright.llm.error import ModelError, quoted
from claimwright.llm.statuses import error_in, error_of, refused_parameter

_PASSING = frozenset(
    ("rate_limit", "server", "network", "timeout", "bad_body", "empty", "auth", "forbidden", "not_found", "quota")
)
UNANSWERED = "unanswered"
"""The code of a request that the provider ended without an answer."""

_ENDED = ("batch_expired", "batch_cancelled", "batch_canceled", "batch_failed", UNANSWERED)


@dataclass(frozen=True, slots=True)
class Answer:
    """The text and what it took, or the code of the failure and the sentence that says why."""

    text: str | None = None
    model: str | None = None
    prompt: int = 0
    completion: int = 0
    code: str = ""
    said: str = ""
    refused: str = ""  # the parameter that the engine does not take

    @property
    def may_pass(self) -> bool:
        """Whether the same request may be answered another time."""
        return self.code in _PASSING or self.code == UNANSWERED or self.refused != ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A line: the custom_id as it stands there, or None, and the answer."""

    custom_id: object
    answer: Answer


def returned(line: bytes, model: str) -> Returned:
    """What a line says about a request to this model. Raises ValueError if it is no JSON object, or a request."""
    document = json.loads(line)
    if not isinstance(document, dict):
        raise ValueError("no object")
    if is_request(document):
        raise ValueError("a request")
    try:
        answer = _answered(document, model)
    except ModelError as error:
        answer = Answer(code=error.code, said=str(error))
    return Returned(document.get("custom_id"), answer)


def is_request(document: Mapping[str, Any]) -> bool:
    """Whether this is a request, and not what came back for it."""
    return {"method", "body"} <= document.keys() and document.keys().isdisjoint(("response", "error"))


def _answered(document: Mapping[str, Any], model: str) -> Answer:
    error, response = document.get("error"), document.get("response")
    if isinstance(error, dict) and error.get("code") in _ENDED:
        said = quoted(str(error.get("message") or "")) or "The batch ended before this request was answered."
        return Answer(code=UNANSWERED, said=said)
    if isinstance(response, dict):
        status, body = _status(response), response.get("body", response)
        if 200 <= status < 300 and not (error and not body):
            reply = reply_of(_bytes(body), model)
            return Answer(reply.text, reply.model, reply.prompt_tokens or 0, reply.completion_tokens or 0)
        words = _bytes(body or {"error": error})
        raised = error_of(status if status >= 400 else 500, {}, words)
        return Answer(code=raised.code, said=str(raised), refused=refused_parameter(status, words) or "")
    if error:
        raise error_in({"error": error})
    raise ModelError("bad_body", "the line holds neither a response nor an error")


def _status(response: Mapping[str, Any]) -> int:
    status = response.get("status_code", 200)
    return status if isinstance(status, int) else 500


def _bytes(body: object) -> bytes:
    return body.encode("utf-8", "replace") if isinstance(body, str) else json.dumps(body).encode()
