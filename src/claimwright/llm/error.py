"""Why a model gave no usable reply: one closed error, one plain sentence a code, and never a key in any text."""

import re
from types import MappingProxyType
from typing import Literal

from claimwright.errors import ModelUnavailable, UsageError
from claimwright.reading.characters import visible

Code = Literal[
    "auth",
    "forbidden",
    "not_found",
    "bad_request",
    "context",
    "quota",
    "rate_limit",
    "server",
    "network",
    "timeout",
    "deadline",
    "too_big",
    "bad_body",
    "empty",
    "filtered",
    "refused",
    "truncated",
    "config",
]

_OTHERWISE = "or let the template write"
_SAID = MappingProxyType[Code, str](
    {
        "auth": f"The model's provider does not accept the key: set OPENAI_API_KEY to a valid one, {_OTHERWISE}.",
        "forbidden": f"The key may not use this model: choose another with --model, {_OTHERWISE}.",
        "not_found": "The endpoint does not know this model or address: check --model and --base-url "
        "(most addresses end in /v1).",
        "bad_request": f"The endpoint does not accept the request: try another --model, {_OTHERWISE}.",
        "context": "The case is too long for this model: shorten the texts in the case file, "
        "or choose a model with a larger context.",
        "quota": f"The account with the model's provider has no credit left: top it up, {_OTHERWISE}.",
        "rate_limit": f"The endpoint asks for fewer requests: wait a little and try again, {_OTHERWISE}.",
        "server": f"The endpoint has a fault of its own: try again later, {_OTHERWISE}.",
        "network": "The endpoint cannot be reached, or the connection broke: check --base-url and the network, "
        f"{_OTHERWISE}.",
        "timeout": f"The endpoint took too long to answer: try again, {_OTHERWISE}.",
        "deadline": f"The model did not answer in time: give it longer with --timeout, {_OTHERWISE}.",
        "too_big": f"The answer is far longer than any message: check --base-url and --model, {_OTHERWISE}.",
        "bad_body": "The endpoint's answer is not that of a model: check that --base-url is OpenAI-compatible "
        "(most addresses end in /v1).",
        "empty": f"The model answered without any text: try again, {_OTHERWISE}.",
        "filtered": f"The provider's content filter stopped the answer: reword the case, {_OTHERWISE}.",
        "refused": f"The model declines to write this message: choose another with --model, {_OTHERWISE}.",
        "truncated": f"The model's answer broke off at its length limit: choose another --model, {_OTHERWISE}.",
        "config": "The model cannot be used as it is set.",
    }
)
_KEY_LIKE = re.compile(r"\b(?:sk|pk|rk|gsk|xai|hf|key)[-_][\w*.-]{6,}|\bBearer\s+\S+|\bAIza[\w-]{8,}", re.IGNORECASE)
_LONGEST_DETAIL = 200


class ModelError(ModelUnavailable):
    """No usable reply: `code` says why, the text what to do; `retry_after` is in seconds, where it was named."""

    def __init__(self, code: Code, detail: str = "", *, retry_after: float | None = None, again: bool = True) -> None:
        self.code: Code = code
        self.detail = detail
        self.retry_after = retry_after
        self.again = again
        if code == "config":
            self.exit_code = UsageError.exit_code
        super().__init__(f"{_SAID[code]} ({detail})" if detail else _SAID[code])

    def __reduce__(self) -> tuple[type["ModelError"], tuple[Code, str]]:
        """Code and detail, so that it can pass between processes."""
        return type(self), (self.code, self.detail)


def quoted(text: str, key: str = "") -> str:
    """What an endpoint said as a short detail of one line, with everything that looks like a key left out."""
    text = text[: 20 * _LONGEST_DETAIL]
    if key:
        text = text.replace(key, "[key]")
    text = visible(_KEY_LIKE.sub("[key]", text.encode("utf-8", "replace").decode("utf-8")))
    return text if len(text) <= _LONGEST_DETAIL else text[: _LONGEST_DETAIL - 1] + "…"
