"""The slots that stand for secrets: `[[ORDER_NUMBER]]`, `[[EMAIL_1]]`.

Decided here: a slot is exact or it is none; doubled brackets that come from outside become round ones, so that no text
of a case can be read as a slot; what looks like a slot and is none is named, never repaired.
"""

import re
from collections.abc import Callable, Collection
from typing import Literal, NamedTuple

from claimwright.reading.characters import INVISIBLE, UNSAFE

_BLANK = rf"[\s{UNSAFE}{INVISIBLE}\\]"
_MARKS = tuple(
    (re.compile(rf"[{one}]{_BLANK}{{0,20}}[{one}](?:[{one}]|{_BLANK}(?=[{one}]))*+|[{double}]"), instead)
    for one, double, instead in ((r"\[［", "⟦〚", "("), (r"\]］", "⟧〛", ")"))
)
_SLOT = re.compile(r"\[\[([A-Z]+(?:_[A-Z]+)*(?:_[0-9]+)?)\]\]")
_BROKEN = re.compile(r"\\{0,2}\[[ \t]?\\{0,2}\[[^\[\]\n]{0,60}(?:\\?\][ \t]?\\?\]?)?|\\{0,2}\][ \t]?\\{0,2}\]")
_OTHER = re.compile(
    r"(?P<open>[\[({<⟦【（［]{1,3}|[_*`$%#]{1,2})[ \t]?"
    r"(?P<name>[A-Za-z]{3,9}(?:\\?[_ -]?[A-Za-z]{3,7})?(?:\\?[_ -]?\d{1,3})?)"
    r"[ \t]?(?P<close>[\])}>⟧】）］]{1,3}|[_*`$%#]{1,2})"
)
_BARE = re.compile(r"(?<![^\W_])[A-Z]{3,8}(?:\\?_[A-Z]{3,6})?(?:\\?_\d{1,3})?(?![^\W_])")

What = Literal["unknown slot", "broken slot", "half a slot", "slot without its marks"]


class SlotFault(NamedTuple):
    """Words of a text that look like a slot and stand for nothing, and what they are."""

    span: str
    what: What


def neutral(text: str) -> str:
    """The text with every doubled square bracket a round one, also where blanks or unseen characters stand between."""
    if any(sign in text for sign in "[]［］⟦⟧〚〛"):
        for pattern, instead in _MARKS:
            text = pattern.sub(instead, text)
    return text


def filled(text: str, value: Callable[[str], str | None]) -> str:
    """The text with each slot replaced by its value, in one pass; one without a value stays."""

    def put(match: re.Match[str]) -> str:
        known = value(match[1])
        return match[0] if known is None else known

    return _SLOT.sub(put, text)


def faults(text: str, known: Collection[str]) -> tuple[SlotFault, ...]:
    """Every slot that is not known, broken, cut or without its marks, in the order of the text."""
    found: list[tuple[int, SlotFault]] = []

    def note(match: re.Match[str], what: What) -> str:
        found.append((match.start(), SlotFault(original[match.start() : match.end()], what)))
        return "\0" * len(match.group())

    def whole(match: re.Match[str]) -> str:
        return "\0" * len(match[0]) if match[1] in known else note(match, "unknown slot")

    def broken(match: re.Match[str]) -> str:
        return note(match, "broken slot" if "]" in match[0] and "[" in match[0] else "half a slot")

    def other(match: re.Match[str]) -> str:
        name = _label(match["name"])
        written = match["name"].isupper() or match["open"][0] in "[{<⟦【［$%#"
        return note(match, "broken slot") if written and name in bases else match[0]

    def bare(match: re.Match[str]) -> str:
        label = _label(match[0])
        named = label in bases and "_" in label
        return note(match, "slot without its marks") if named else match[0]

    original = text
    bases = frozenset(known) | {re.sub(r"_\d+$", "", label) for label in known}
    text = _SLOT.sub(whole, text)
    text = _BROKEN.sub(broken, text)
    text = _OTHER.sub(other, text)
    _BARE.sub(bare, text)
    return tuple(fault for _, fault in sorted(found))


def _label(name: str) -> str:
    return re.sub(r"[\\ _-]+", "_", name).upper()
