"""What an HTTP status and an error body mean, when to come back, and which parameter to leave out. Pure."""

import json
import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from claimwright.llm.error import Code, ModelError, quoted

_BY_STATUS: Mapping[int, Code] = {
    401: "auth",
    402: "quota",
    403: "forbidden",
    404: "not_found",
    405: "not_found",
    407: "network",
    408: "timeout",
    409: "server",
    410: "not_found",
    413: "context",
    425: "server",
    429: "rate_limit",
    451: "forbidden",
    499: "timeout",
    504: "timeout",
}
_BY_WORD: tuple[tuple[str, Code], ...] = (
    ("context_length", "context"),
    ("context length", "context"),
    ("context window", "context"),
    ("context size", "context"),
    ("insufficient_quota", "quota"),
    ("exceeded your current quota", "quota"),
    ("billing", "quota"),
    ("insufficient balance", "quota"),
    ("credit balance", "quota"),
    ("content_filter", "filtered"),
    ("content management policy", "filtered"),
    ("moderation", "filtered"),
)
_WORDS_IN_200: tuple[tuple[str, Code], ...] = (
    *_BY_WORD,
    ("api_key", "auth"),
    ("api key", "auth"),
    ("authentication", "auth"),
    ("rate_limit", "rate_limit"),
    ("rate limit", "rate_limit"),
    ("too many requests", "rate_limit"),
    ("not_found", "not_found"),
    ("not found", "not_found"),
)
_WORDS_MATTER = (400, 403, 413, 422, 429)
_SILENT = ("auth", "forbidden")
"""Their explanations repeat parts of the key."""


def error_of(status: int, headers: Mapping[str, str], body: bytes, key: str = "") -> ModelError:
    """The error that an answer which is no success stands for; the mapping of headers ignores case."""
    return _error(status, _said(body), headers, key)


def _error(status: int, said: Sequence[str], headers: Mapping[str, str], key: str) -> ModelError:
    if 300 <= status < 400:
        where = headers.get("location", "")
        return ModelError(
            "config", f"--base-url is forwarded to {quoted(where, key) or 'nowhere'}; give the address itself"
        )
    code = _BY_STATUS.get(status) or ("server" if status >= 500 else "bad_request" if status >= 400 else "bad_body")
    if status in _WORDS_MATTER:
        code = _by_word(said, _BY_WORD) or code
        if status == 400 and "api key" in " ".join(said).lower():
            code = "auth"
    detail = f"status {status}" if code in _SILENT or not said else f"status {status}: {quoted(said[0], key)}"
    again = headers.get("x-should-retry", "").strip().lower() != "false"
    return ModelError(code, detail, retry_after=retry_after(headers), again=again)


def error_in(document: Mapping[str, Any], key: str = "") -> ModelError:
    """The error that stands in the body of an answer whose status says success."""
    error, said = document.get("error"), _said_in(document)
    number = error.get("code") if isinstance(error, dict) else None
    if isinstance(number, int) and 400 <= number <= 599:
        return _error(number, said, {}, key)
    code = _by_word(said, _WORDS_IN_200) or "server"
    return ModelError(code, "" if code in _SILENT or not said else quoted(said[0], key))


def refused_parameter(status: int, body: bytes) -> str | None:
    """The parameter that the endpoint does not know, if it is one that can be sent otherwise or left out."""
    if status not in (400, 422):
        return None
    said = _said(body)
    if _by_word(said, _BY_WORD):
        return None
    return next((name for name in ("max_tokens", "temperature") if name in " ".join(said).lower()), None)


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """The seconds the endpoint asks to wait, infinite if it says so, or None if it names none that makes sense."""
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) / unit
        except ValueError:
            continue
        if seconds >= 0:
            return seconds
    try:
        moment = parsedate_to_datetime(headers.get("retry-after", ""))
    except (TypeError, ValueError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    seconds = (moment - (now or datetime.now(UTC))).total_seconds()
    return max(0.0, seconds) if math.isfinite(seconds) else None


def _by_word(said: Sequence[str], words: tuple[tuple[str, Code], ...]) -> Code | None:
    lower = " ".join(said).lower()
    return next((code for word, code in words if word in lower), None)


def _said(body: bytes) -> list[str]:
    """What an error body says, in words for a reader first; a page or a broken body says nothing."""
    text = body.decode("utf-8", "replace").strip()
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return [text] if text and text[0] not in "<{[" else []
    return _said_in(document)


def _said_in(document: object) -> list[str]:
    error = document
    if isinstance(document, dict):
        error = next((document[name] for name in ("error", "detail", "message") if document.get(name)), document)
    if isinstance(error, dict):
        found = (error.get(name) for name in ("message", "code", "type", "param"))
        return [str(one) for one in found if one and isinstance(one, str | int)]
    return [error] if isinstance(error, str) else []
