"""A secret: one value that must not leave, and where it occurs in a text.

Decided here:
- a number of 9 or more letters and figures is found anywhere, inside a word too, whatever signs stand between; one of 5
  to 8 as a whole word with single signs between and not inside a date or a sum; a shorter one identifies nothing;
- a name of several words is found in any case, its words apart or together, from 9 letters on with any
  signs between and inside a word too;
- a single word (a part of a name, a town, the proper name of a store) is found as it is written or in capitals, from
  4 letters on in small letters too, unless the item's own name uses it as a word; common words alone are never hidden.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimwright.privacy.everyday import COMMON, NOBODY
from claimwright.privacy.view import View, attached, unspaced, view

_LOOSE = 9
_SHORTEST_NUMBER = 5
_SHORTEST_ANY_CASE = 4

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Secret:
    """A value with the label of its slot; `key` is what is compared."""

    label: str
    text: str
    key: str
    number: bool
    any_case: bool
    breaks: frozenset[int] | None  # where signs may stand inside; None is anywhere

    def spans(self, of: View, readable: Callable[[], Collection[Span]]) -> Iterator[Span]:
        """Where the value stands; `readable` gives the dates and sums, which only a long number may touch."""
        low = view(self.key).lower
        at = of.lower.find(low)
        while at >= 0:
            span = self._span(of, at, at + len(low))
            if span and not (self.number and self.breaks is not None and _touches(span, readable())):
                yield span
                at += len(low) - 1
            at = of.lower.find(low, at + 1)

    def _span(self, of: View, first: int, after: int) -> Span | None:
        found = of.letters[first:after]
        if not self.any_case and found not in {self.key, self.key.upper()}:
            return None
        start, end = of.places[first], of.places[after - 1] + 1
        while end < len(of.text) and attached(of.text[end]):
            end += 1
        if self.breaks is not None and not self._whole_inside(of, first, after):
            return None
        if self.breaks is None:
            return start, end
        joins = str.isalnum if self.number else str.isalpha
        if start > 0 and joins(of.text[start - 1]) and not unspaced(of.text[start]):
            return None
        if end < len(of.text) and joins(of.text[end]) and not unspaced(of.text[end - 1]):
            return None
        return start, end

    def _whole_inside(self, of: View, first: int, after: int) -> bool:
        assert self.breaks is not None
        for n, (place, following) in enumerate(pairwise(of.places[first:after]), 1):
            between = sum(not attached(one) for one in of.text[place + 1 : following])
            if between and (n not in self.breaks or (self.number and between > 1)):
                return False
        return True


def number(label: str, text: str) -> Secret | None:
    """The secret of a number, or None if it is too short to identify anything."""
    key = view(text).letters
    if len(key) < _SHORTEST_NUMBER:
        return None
    figures = any(one.isdigit() for one in key)
    return Secret(label, text, key, True, figures, None if len(key) >= _LOOSE else frozenset(range(len(key))))


def words(label: str, text: str, ordinary: Collection[str] = (), nobody: Collection[str] = ()) -> Secret | None:
    """The secret of a name, or None if it is one letter or common words only.

    `ordinary` are words of the item, `nobody` the names of the marketplace.
    """
    parts = [seen.lower for part in text.split() if (seen := view(part)).letters]
    seen = view(text)
    if len(seen.letters) < 2:
        return None
    breaks = frozenset(
        n + 1
        for n, (place, following) in enumerate(pairwise(seen.places))
        if not all(attached(one) for one in text[place + 1 : following])
    )
    if len(parts) == 1:
        if parts[0] in COMMON or parts[0] in nobody:
            return None
        any_case = len(seen.letters) >= _SHORTEST_ANY_CASE and parts[0] not in ordinary
        return Secret(label, text, seen.letters, False, any_case, breaks)
    if all(part in NOBODY or part in nobody for part in parts):
        return None
    any_case = not all(part in COMMON or part in ordinary or part in nobody for part in parts)
    loose = len(seen.letters) >= _LOOSE and any_case
    return Secret(label, text, seen.letters, False, any_case, None if loose else breaks)


def _touches(span: Span, others: Collection[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
