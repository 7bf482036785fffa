"""From bytes to a JSON value: encodings, broken JSON, and a second, patient reading when the first one fails.

The fast parser stops at its first fault. What it refuses is read again by a lenient parser, so that a repeated key or a
stray control character does not hide the other faults of the file.
"""

import re
from dataclasses import dataclass

import jiter

from claimwright.case.faults import shortened
from claimwright.case.position import Scan, scan

LARGEST = 5_000_000
"""The most bytes that one case may have."""

BOM = b"\xef\xbb\xbf"
"""What some editors write before UTF-8. It means nothing, and is passed over."""

_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_WIDE = {b"\1\0\1\0": "UTF-16", b"\0\1\0\1": "UTF-16", b"\1\0\0\0": "UTF-32", b"\0\0\0\1": "UTF-32"}
"""Where zeros stand among the first bytes of plain letters, in what encoding."""

_LOOKED_AT = 1_000
_AS_UTF8 = 'Save it again as UTF-8 ("UTF-8" in your editor\'s Save As dialogue).'


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why there is no value at all: one fault of the whole file, on a line if that is known."""

    text: str
    line: int | None = None


def parse(data: bytes) -> object:
    """The value that the bytes hold; ValueError if they break JSON in any way."""
    return jiter.from_json(data.removeprefix(BOM), catch_duplicate_keys=True, allow_inf_nan=False)


def too_large(data: bytes) -> Unreadable | None:
    """Whether the file is too large to be one case, before anything is parsed."""
    if len(data) <= LARGEST:
        return None
    size = f"this is more than {LARGEST / 1e6:.0f} MB, and no case is as long as that"
    return Unreadable(f"{size}. Name pictures in `evidence` by their file name instead of putting them in.")


def decoded(data: bytes, start_line: int) -> str | Unreadable:
    """The text of a file, or why it has none that can be read."""
    data = data.removeprefix(BOM)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Unreadable(f"the file is saved as {encoding}. {_AS_UTF8}")
    if wide := _WIDE.get(bytes(byte != 0 for byte in data[:4])):
        return Unreadable(f"the file looks as if it were saved as {wide}. {_AS_UTF8}")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        if b"\0" in data[:_LOOKED_AT]:
            return Unreadable("the file holds no text: it may be a picture, an archive or a program.")
        line = start_line + data.count(b"\n", 0, error.start)
        byte = f"the byte 0x{data[error.start]:02X} is not UTF-8; the file may be saved as Latin-1 or Windows-1252"
        return Unreadable(f"{byte}. {_AS_UTF8}", line)
    if not text.strip():
        return Unreadable("the file is empty. Write {} for a case of which nothing is known yet.")
    return text


def parse_leniently(text: str, start_line: int) -> tuple[object, Scan] | Unreadable:
    """The value with what the scan found on the way, or the fault that makes the rest unreadable."""
    import json

    found = scan(text, (), start_line)
    if found.too_deep:
        return Unreadable(found.faults[-1][2], found.faults[-1][1])
    try:
        value = json.loads(text, strict=False, parse_int=_number, parse_constant=float)
    except json.JSONDecodeError as error:
        return Unreadable(_syntax_fault(text, error.msg, error.pos), start_line + text.count("\n", 0, error.pos))
    return value, found


def _number(digits: str) -> int | float:
    return int(digits) if len(digits) < 300 else float("inf")


_DECIMAL_COMMA = re.compile(r"[0-9],\s?\Z")
_CLOSED_TOO_EARLY = re.compile(r"\s*([}\]])")


def _syntax_fault(text: str, problem: str, at: int) -> str:
    here = text[at : at + 1]
    before = text[:at].rstrip()[-1:]
    # Newer Pythons report a comma too many at the comma, older ones at what follows it.
    if problem.startswith("Illegal trailing comma") or (before == "," and _CLOSED_TOO_EARLY.match(text, at)):
        return "there is a comma before the closing bracket. Remove the comma."
    if problem.startswith("Unterminated string"):
        return "a text begins here and its closing quote is missing. Add the quote."
    if problem.startswith("Invalid"):
        return r"a backslash stands before a letter that it cannot. Write \\ for a backslash, and / in file names."
    if problem.startswith("Extra data"):
        return "the file goes on after the end of the case. Remove what follows, or check the brackets before it."
    if not here:
        return "the file ends too early. Add the closing brackets and quotes that are missing."
    if here in "“”„«»‘’'`":
        return f'{here} cannot stand around a text. Use straight double quotes: ".'
    if here in "/#":
        return "there is a comment, which JSON does not have. Remove it."
    if _DECIMAL_COMMA.search(text, max(0, at - 20), at) and here.isdigit():
        return 'an amount has a comma. Write it in quotes and with a point, as in "23.40".'
    if problem.startswith("Expecting ',' delimiter"):
        return f"a comma or a closing bracket is missing before {_snippet(text, at)}."
    if problem.startswith("Expecting ':' delimiter"):
        return f"a colon is missing before {_snippet(text, at)}."
    if problem.startswith("Expecting property name"):
        return f"a key in double quotes must stand here, not {_snippet(text, at)}."
    return f"{_snippet(text, at)} is no value of JSON. Put texts in double quotes; write null for nothing."


def _snippet(text: str, at: int) -> str:
    if text[at] == '"':
        return "the next quote"
    word = re.compile(r"[^\s,:{}\[\]\"]+|.").match(text, at)
    return shortened(word[0], 20) if word else "this"
