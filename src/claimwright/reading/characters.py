"""Which characters text from outside may hold, and what of it a reader sees.

Unsafe characters can hide text, turn it round or steer a terminal: a case file with one is refused. Invisible ones
do no harm but to comparisons: they are accepted, and left out where text is compared or put into a message.
"""

from claimwright.reading.later import later

_UNSAFE = (
    (0x00, 0x08, "a control character"),
    (0x0B, 0x0C, "a control character"),
    (0x0E, 0x1F, "a control character"),
    (0x7F, 0x9F, "a control character"),
    (0x202A, 0x202E, "it turns the direction of the text"),
    (0x2066, 0x2069, "it turns the direction of the text"),
    (0xD800, 0xDFFF, "half of a character"),
    (0xE000, 0xF8FF, "it has no agreed meaning"),
    (0xFDD0, 0xFDEF, "not a character"),
    (0xFFFE, 0xFFFF, "not a character"),
    *((plane + 0xFFFE, plane + 0xFFFF, "not a character") for plane in range(0x10000, 0xE0000, 0x10000)),
    (0xE0000, 0xE007F, "an invisible tag"),
    (0xEFFFE, 0xEFFFF, "not a character"),
    (0xF0000, 0x10FFFF, "it has no agreed meaning"),
)

_INVISIBLE = (
    (0xAD, 0xAD),  # soft hyphen
    (0x34F, 0x34F),  # grapheme joiner
    (0x61C, 0x61C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),  # zero-width space and joiners, direction marks
    (0x2060, 0x2065),
    (0x206A, 0x206F),
    (0x2800, 0x2800),  # blank Braille pattern
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),  # variation selectors, which can carry hidden bytes
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),
    (0xFFF9, 0xFFFB),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0080, 0xE01EF),
)


def _range(first: int, last: int) -> str:
    # Beyond U+FFFF, Python and ECMAScript share no escape, so the character stands for itself.
    ends = [f"\\u{code:04x}" if code <= 0xFFFF else chr(code) for code in (first, last)]
    return ends[0] if first == last else "-".join(ends)


UNSAFE = "".join(_range(first, last) for first, last, _ in _UNSAFE)
"""The unsafe characters of text with lines, as the inside of a character class, in Python and ECMAScript."""

UNSAFE_IN_LINE = UNSAFE + r"\t\n\r"
"""The same for text of one line, where tabs and line breaks are unsafe too."""

INVISIBLE = "".join(_range(first, last) for first, last in _INVISIBLE)
"""The harmless characters that nobody sees, as the inside of a character class."""

_UNSAFE_ONE = later(f"[{UNSAFE}]")
_UNSAFE_ONE_IN_LINE = later(f"[{UNSAFE_IN_LINE}]")
_UNSEEN = later(f"[{UNSAFE}{INVISIBLE}]+")
_NOT_FOR_TERMINAL = later(rf"[{UNSAFE}\r]+")
_BLANK = later(rf"[\s{INVISIBLE}]*+")


def unsafe(text: str, *, one_line: bool = False) -> str | None:
    """The first unsafe character, as in `U+001B (a control character)`, or None; in one line, tabs and breaks count."""
    if text.isprintable() and text.isascii():
        return None
    found = (_UNSAFE_ONE_IN_LINE if one_line else _UNSAFE_ONE).search(text)
    if found is None:
        return None
    code = ord(found[0])
    if found[0] in "\t\n\r":
        return f"U+{code:04X} ({'a tab' if found[0] == chr(9) else 'a line break'})"
    why = next(why for first, last, why in _UNSAFE if first <= code <= last)
    return f"U+{code:04X} ({why})"


def blank(text: str) -> bool:
    """Whether a reader sees nothing at all."""
    return _BLANK.fullmatch(text) is not None


def visible(text: str) -> str:
    """What a reader sees: no unsafe or invisible characters, every run of white space one space, none at the ends."""
    seen = " ".join(text.split())
    if seen.isascii() and seen.isprintable():
        return seen
    return " ".join(_UNSEEN.sub("", seen).split())


def small(text: str) -> str:
    """The text in small letters, each at its own place: a few capitals have longer small letters, and stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def printable(text: str) -> str:
    """The text made safe for a terminal: line breaks and tabs stay, every other control and all direction marks go."""
    if text.isascii() and text.isprintable():
        return text
    return _NOT_FOR_TERMINAL.sub("", text)
