"""What a model's answer says: the text, or why there is none. Pure.

Decided here: nothing is guessed. A body that is not one JSON object with one readable message is bad_body; a reply that
broke off is no reply; thinking aloud is not part of the message. JSON may come with a byte order mark or in UTF-16.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from claimwright.llm.error import Code, ModelError, quoted
from claimwright.llm.model import Reply
from claimwright.llm.statuses import error_in

_STOPPED: Mapping[str, Code] = {
    "length": "truncated",
    "max_tokens": "truncated",
    "max_output_tokens": "truncated",
    "model_length": "truncated",
    "content_filter": "filtered",
    "content_filtered": "filtered",
    "safety": "filtered",
    "recitation": "filtered",
    "prohibited_content": "filtered",
    "blocklist": "filtered",
    "refusal": "refused",
    "error": "server",
}
_THINKING = re.compile(r"<(/?)(?:think|thinking|thought|reasoning)\s*>", re.IGNORECASE)


def reply_of(body: bytes, asked: str, key: str = "") -> Reply:
    """The reply in the body of a chat.completions answer by the model that was asked. Raises ModelError."""
    document = _object(body)
    choices = document.get("choices")
    if document.get("error") and not choices:
        raise error_in(document, key)
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise ModelError("bad_body", "it holds no choices")
    choice = choices[0]
    if choice.get("error"):
        raise error_in(choice, key)
    message = choice.get("message")
    if not isinstance(message, dict):
        raise ModelError("bad_body", "it holds no message")
    usage, model = document.get("usage"), document.get("model")
    usage = usage if isinstance(usage, dict) else {}
    return reply(
        message.get("content"),
        finish=choice.get("finish_reason"),
        refusal=message.get("refusal"),
        model=model if isinstance(model, str) and model.strip() else asked,
        tokens=(usage.get("prompt_tokens"), usage.get("completion_tokens")),
    )


def reply(content: object, *, finish: object, refusal: object, model: str, tokens: tuple[object, object]) -> Reply:
    """The reply with this content, if the model ended it of its own accord. Raises ModelError."""
    reason = finish.strip().lower() if isinstance(finish, str) else ""
    if code := _STOPPED.get(reason):
        raise ModelError(code)
    if isinstance(refusal, str) and refusal.strip():
        raise ModelError("refused", quoted(refusal))
    text = without_thinking(_text(content)).strip()
    if not text:
        raise ModelError("empty")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ModelError("bad_body", "its text holds half a character") from None
    return Reply(text, reason or "unknown", quoted(model), *(_count(one) for one in tokens))


def without_thinking(text: str) -> str:
    """The text outside <think> blocks; a block never closed reaches to the end, one never opened from the start."""
    kept: list[str] = []
    depth = start = 0
    for tag in _THINKING.finditer(text):
        if depth == 0:
            kept.append(text[start : tag.start()])
        if not tag[1]:
            depth += 1
        elif depth:
            depth -= 1
        else:
            kept.clear()
        start = tag.end()
    if depth == 0:
        kept.append(text[start:])
    return "".join(kept)


def _object(body: bytes) -> dict[str, Any]:
    if not body.strip():
        raise ModelError("empty", "the body is empty")
    try:
        document = json.loads(body.decode(json.detect_encoding(body)))
    except UnicodeDecodeError:
        raise ModelError("bad_body", "it is no text") from None
    except (ValueError, RecursionError):
        raise ModelError("bad_body", "it is no JSON") from None
    if not isinstance(document, dict):
        raise ModelError("bad_body", "it is no JSON object")
    return document


def _text(content: object) -> str:
    """The text of a content that is a text, a list of parts, or nothing."""
    if content is None or isinstance(content, str):
        return content or ""
    if not isinstance(content, list):
        raise ModelError("bad_body", "its content is no text")
    found: list[str] = []
    for part in content:
        if isinstance(part, str):
            found.append(part)
        elif not isinstance(part, dict):
            raise ModelError("bad_body", "its content is no text")
        elif part.get("type") == "refusal":
            raise ModelError("refused", quoted(str(part.get("refusal", ""))))
        elif part.get("type") in ("text", "output_text"):
            text = part.get("text")
            if not isinstance(text, str):
                raise ModelError("bad_body", "its content is no text")
            found.append(text)
    return "".join(found)


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
