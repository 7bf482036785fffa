"""The readings of a request body: its strings as they are, and what an encoding inside them may hide.

Decided here: JSON, JSON inside JSON, percent signs, HTML entities and base64 are looked through, two deep.
"""

import base64
import binascii
import html
import json
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote_plus

_DEEP = 2
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|[nrtbf/\"\\])")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}")


class Reading(NamedTuple):
    """One way to read a part of a body; what was guessed to be base64 is not `sure`."""

    text: str
    sure: bool


def readings(body: str | bytes) -> Iterator[Reading]:
    """Every reading of a body; of one that is no JSON, the text itself."""
    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    try:
        strings = list(_strings(json.loads(text)))
    except (ValueError, RecursionError):
        strings = [text]
    for one in strings:
        yield from _all(Reading(one, True), _DEEP)


def _strings(value: object) -> Iterator[str]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif one is not None and not isinstance(one, bool):
            yield str(one)


def _all(reading: Reading, deep: int) -> Iterator[Reading]:
    yield reading
    if deep:
        for one in _decoded(reading):
            yield from _all(one, deep - 1)


def _decoded(reading: Reading) -> Iterator[Reading]:
    text, sure = reading
    if "%" in text and (plain := unquote_plus(text)) != text:
        yield Reading(plain, sure)
    if "&" in text and (plain := html.unescape(text)) != text:
        yield Reading(plain, sure)
    if "\\" in text and (plain := _ESCAPE.sub(_unescaped, text)) != text:
        yield Reading(plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), sure)
    for match in _BASE64.finditer(text):
        run = match.group().translate({45: 43, 95: 47})
        try:
            plain = base64.b64decode(run[: len(run) // 4 * 4] + _padded(run)).decode()
        except (ValueError, binascii.Error):
            continue
        yield Reading(plain, False)


def _padded(run: str) -> str:
    rest = run[len(run) // 4 * 4 :]
    return rest + "=" * (4 - len(rest)) if len(rest) > 1 else ""


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else " "
