"""Behaviours of the fault server whose HTTP is sound and whose body is not, each with what it must come to."""

import json

from .fault_server import Act, always, completion, failure, http, message, once

BODY = json.dumps(completion()).encode()
_STREAM = 'data: {"choices": [{"delta": {"content": "It is"}}]}\n\n'
_TEXT = {"content-type": "text/html"}


def _choices(value: object) -> bytes:
    return http(completion() | {"choices": value})


def _content(content: object) -> bytes:
    return http(completion(content))


def _usage(**usage: object) -> bytes:
    return http(completion(usage=usage))


_SENT: dict[str, tuple[str, bytes]] = {
    # The body as a whole.
    "empty-body": ("empty", http("")),
    "blank-body": ("empty", http(" \n ")),
    "truncated": ("bad_body", http(BODY[:80])),
    "doubled": ("bad_body", http(BODY + BODY)),
    "array": ("bad_body", http([completion()])),
    "null": ("bad_body", http("null")),
    "number": ("bad_body", http("42")),
    "string": ("bad_body", http('"It is bright green."')),
    "true": ("bad_body", http("true")),
    "object-empty": ("bad_body", http("{}")),
    "html": ("bad_body", http("<!doctype html><title>Sign in</title>", headers=_TEXT)),
    "plain-text": ("bad_body", http("It is bright green.", headers={"content-type": "text/plain"})),
    "deep": ("bad_body", http(b'{"choices": ' + b"[" * 100_000)),
    "deep-and-closed": ("bad_body", http(b'{"choices": ' + b"[" * 100_000 + b"]" * 100_000 + b"}")),
    "long-number": ("bad_body", http(b'{"created": ' + b"9" * 5000 + b"}")),
    "single-quotes": ("bad_body", http(str(completion()))),
    "nan": ("ok", http(BODY.replace(b'"created": 1', b'"created": NaN'))),
    "keys-twice": ("ok", http(b'{"choices": [], ' + BODY[1:])),
    "more-keys": ("ok", http(completion(system_fingerprint="x", timings={"a": 1.5}))),
    "nul-after": ("bad_body", http(BODY + b"\0")),
    "stream-not-asked": ("bad_body", http(_STREAM + "data: [DONE]\n\n", headers={"content-type": "text/event-stream"})),
    "stream-without-done": ("bad_body", http(_STREAM, headers={"content-type": "text/event-stream"})),
    "stream-only-comments": ("bad_body", http(": ping\n\n", headers={"content-type": "text/event-stream"})),
    # An error, and status 200.
    "error-200": ("server", http(failure("upstream failed"))),
    "error-200-number": ("rate_limit", http(failure("slow down", code=429))),
    "error-200-text": ("server", http({"error": "model crashed"})),
    "error-200-quota": ("quota", http(failure("no", code="insufficient_quota"))),
    "error-200-key": ("auth", http(failure("Invalid api key sk-secret-0123456789"))),
    "error-200-list": ("server", http({"error": [1, 2]})),
    "error-200-null": ("ok", http(completion(error=None))),
    "error-in-choice": ("server", _choices([{"error": {"message": "boom", "code": 502}}])),
    # The choices.
    "choices-missing": ("bad_body", http({"id": "x", "object": "chat.completion"})),
    "choices-null": ("bad_body", _choices(None)),
    "choices-empty": ("bad_body", _choices([])),
    "choices-object": ("bad_body", _choices({"message": {"content": "x"}})),
    "choices-text": ("bad_body", _choices("It is green.")),
    "choices-of-null": ("bad_body", _choices([None])),
    "choice-without-message": ("bad_body", _choices([{"text": "It is green."}])),
    "message-null": ("bad_body", _choices([{"message": None, "finish_reason": "stop"}])),
    "message-text": ("bad_body", _choices([{"message": "It is green."}])),
    "two-choices": ("ok", _choices(completion()["choices"] * 2)),
    # The content.
    "content-null": ("empty", _content(None)),
    "content-missing": ("empty", _choices([{"message": {"role": "assistant"}, "finish_reason": "stop"}])),
    "content-empty": ("empty", _content("")),
    "content-blank": ("empty", _content(" \n\t ")),
    "content-number": ("bad_body", _content(42)),
    "content-true": ("bad_body", _content(True)),
    "content-object": ("bad_body", _content({"text": "It is green."})),
    "content-list-empty": ("empty", _content([])),
    "content-parts": (
        "ok",
        _content([{"type": "text", "text": "It is "}, {"type": "text", "text": "bright green [F2]."}]),
    ),
    "content-part-bad": ("bad_body", _content([{"type": "text", "text": 7}])),
    "content-numbers": ("bad_body", _content([1, 2])),
    "content-picture": ("empty", _content([{"type": "image_url", "image_url": {"url": "x"}}])),
    "content-refusal": ("refused", _content([{"type": "refusal", "refusal": "I cannot."}])),
    "half-a-character": ("bad_body", http(BODY.replace(b"bright", rb"\ud83d"))),
    "ansi": ("ok", _content("\x1b[31mIt is\x1b[0m bright green [F2].")),
    "nul": ("ok", _content("It is\0 bright green [F2].")),
    "null-instead-of-role": ("ok", http(message(role=None))),
    # Why it ended.
    "finish-stop": ("ok", http(completion(finish="stop"))),
    "finish-null": ("ok", http(completion(finish=None))),
    "finish-unknown": ("ok", http(completion(finish="eos_token"))),
    "finish-number": ("ok", http(completion(finish=3))),
    "finish-length": ("truncated", http(completion(finish="length"))),
    "finish-max-tokens": ("truncated", http(completion(finish="MAX_TOKENS"))),
    "finish-filter": ("filtered", http(completion(finish="content_filter"))),
    "finish-filter-null": ("filtered", http(completion(None, finish="content_filter"))),
    "finish-safety": ("filtered", http(completion(finish="SAFETY"))),
    "finish-error": ("server", http(completion(finish="error"))),
    "finish-tools": ("empty", http(completion(None, finish="tool_calls"))),
    "finish-tools-and-text": ("ok", http(completion(finish="tool_calls"))),
    "refusal": ("refused", http(message(content=None, refusal="I cannot help with that."))),
    "refusal-empty": ("ok", http(message(refusal=""))),
    # Thinking aloud.
    "think": ("ok", _content("<think>Green? F2 says so.</think>\n\nIt is bright green [F2].")),
    "think-upper": ("ok", _content("<THINKING>\nhm\n</THINKING>It is bright green [F2].")),
    "think-nested": ("ok", _content("<think>a<think>b</think>c</think>It is bright green [F2].")),
    "think-unopened": ("ok", _content("Let me see.</think>It is bright green [F2].")),
    "think-unclosed": ("empty", _content("<think>It is bright green [F2].")),
    "think-only": ("empty", _content("<think>It is bright green [F2].</think>")),
    "think-many": ("empty", _content("<think>" * 100_000)),
    "reasoning-apart": ("ok", http(message(reasoning_content="hm", reasoning="hm"))),
    # What it counted.
    "usage-missing": ("ok", http({name: value for name, value in completion().items() if name != "usage"})),
    "usage-null": ("ok", http(completion(usage=None))),
    "usage-text": ("ok", _usage(prompt_tokens="11", completion_tokens="7")),
    "usage-negative": ("ok", _usage(prompt_tokens=-1, completion_tokens=-1)),
    "usage-list": ("ok", http(completion(usage=[1]))),
    "model-null": ("ok", http(completion(model=None))),
    "model-number": ("ok", http(completion(model=4))),
}
ACTS: dict[str, tuple[str, Act]] = {name: (outcome, always(sent)) for name, (outcome, sent) in _SENT.items()} | {
    "empty-then-good": ("ok", once(always(http("")))),
    "html-then-good": ("ok", once(always(http("<html>", headers=_TEXT)))),
    "error-200-then-good": ("ok", once(always(http(failure("upstream failed"))))),
}
