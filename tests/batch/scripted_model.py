"""A model that answers by what it is shown: the same request has the same answer, live or in a batch file.

By the number that it draws for a case it writes well at once, or after one repair or two, or never, or fails like a
provider does.
"""

import re
from collections.abc import Callable
from typing import Any
from zlib import crc32

Answered = tuple[int, dict[str, Any]]
Model = Callable[[dict[str, Any]], Answered]

_FRAME = re.compile(
    r"What I ordered|I placed the order|The order arrived|I received|The order has|The delivery was promised"
    r"|The tracking number|The purchase protection"
)
_TOO_MUCH = ", which is extremely annoying"
KINDS = (
    *("well", "repaired", "slowly") * 4,
    *("never", "threat", "filtered", "cut off"),  # the last two are few: a live run stops where they come in a row
)


def kind_of(body: dict[str, Any]) -> str:
    """How the model behaves for the case of this request."""
    return KINDS[crc32(body["messages"][1]["content"].encode()) % len(KINDS)]


def scripted(body: dict[str, Any]) -> Answered:
    """The answer to a request."""
    messages, kind = body["messages"], kind_of(body)
    case, repairs = messages[1]["content"], len(messages) > 2
    if kind == "filtered":
        return 400, {"error": {"message": "stopped by the content filter", "code": "content_filter"}}
    if kind == "cut off":
        return completion(draft(case), body, finish="length")
    if kind == "threat":
        return completion(f"{draft(case)} I will call the police [F1].", body)
    if kind == "slowly" and repairs and _TOO_MUCH not in messages[2]["content"]:
        return completion(draft(case).replace(" [", f"{_TOO_MUCH} [", 1), body)
    proved = kind == "well" or (kind in ("repaired", "slowly") and repairs)
    return completion(draft(case, proved=proved), body)


def well(body: dict[str, Any]) -> Answered:
    """The answer of a model that writes well at once."""
    return completion(draft(body["messages"][1]["content"]), body)


def draft(case: str, *, proved: bool = True) -> str:
    """A body made of the statements; without proof it fails its checks."""
    proof = re.findall(r"^(E\d+): ", case, re.MULTILINE) if proved else []
    facts = [one for one in re.findall(r"^(F\d+): (.+)$", case, re.MULTILINE) if not _FRAME.match(one[1])][:3]
    rests = [[id, *(proof if number == 0 else [])] for number, (id, _) in enumerate(facts)]
    return " ".join(f"{text.rstrip('.')} [{', '.join(on)}]." for (_, text), on in zip(facts, rests, strict=True))


def completion(text: str, body: dict[str, Any], finish: str = "stop") -> Answered:
    """A chat.completion with this text."""
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text}}
    tokens = {"prompt_tokens": len(str(body["messages"])) // 4, "completion_tokens": len(text) // 4}
    found = {"id": "x", "object": "chat.completion", "created": 0, "model": "scripted-1", "choices": [choice]}
    return 200, {**found, "usage": {**tokens, "total_tokens": sum(tokens.values())}}
