"""The mask: what identifies the buyer is replaced by slots before anything leaves, and put back after.

Decided here: every spelling has a slot of its own, so that restoring gives back exactly what was hidden
(`[[ORDER_NUMBER]]` as the case has it, `[[ORDER_NUMBER_2]]` as written somewhere with blanks); values that overlap are
hidden as one; only slots that were given out can be restored; the guard finds a value wherever hiding would, and
through encodings. Values that identify nothing (a store called Store) are neither hidden nor guarded.
Not covered: names and addresses that the case has no field for, and inflected names.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Self

from claimwright.case.casefile import Case
from claimwright.errors import ClaimwrightError
from claimwright.marketplace import DEFAULT_GUIDE, Marketplace, marketplace_of
from claimwright.privacy.body import readings
from claimwright.privacy.finds import NUMBERS, SHAPES, Find, blanked, finds, readable
from claimwright.privacy.identity import SINGLE, secrets_of
from claimwright.privacy.secret import Secret, number
from claimwright.privacy.slots import SlotFault, faults, filled, neutral
from claimwright.privacy.view import BARRIER, view

_SURE_LETTERS = 6
_ROUNDS = 12  # what one round learns, the next one finds in other spellings


class Leak(ClaimwrightError):
    """A request still held what identifies the buyer, so it was not sent; the template can still write."""

    exit_code = 6

    def __init__(self, labels: Sequence[str]) -> None:
        """Say which values were found, by their slots alone."""
        self.labels = tuple(labels)
        named = ", ".join(f"[[{one}]]" for one in self.labels)
        super().__init__(f"Nothing was sent: the request still held what {named} stands for.")


class Masked(str):
    """A text that has been hidden already: hiding it again changes nothing."""

    __slots__ = ()


class Mask:
    """The slots of one case. It learns what it finds in the texts that it hides, so one case has one mask."""

    def __init__(
        self, secrets: Sequence[Secret], *, active: bool = True, marketplace: Marketplace | None = None
    ) -> None:
        """Start with these secrets; one that is not active hides nothing. The marketplace itself is no secret."""
        self._hosts = (marketplace or marketplace_of(DEFAULT_GUIDE)).hosts
        self._secrets = list(secrets)
        self._active = active
        self._slots: dict[str, str] = {}  # the exact text, and its label with number
        self._values: dict[str, str] = {}  # the other way round
        self._given: set[str] = set()
        self._counts: dict[str, int] = {}
        self._literals: dict[str, re.Pattern[str]] = {}
        for secret in secrets:
            self._label(secret.label, secret.text)

    @classmethod
    def of(cls, case: Case) -> Self:
        """The mask of a case; the numbers of slots follow the order of the case file."""
        mask = cls(secrets_of(case), marketplace=marketplace_of(case.guide))
        for text in _texts(case):
            for find, label in mask._finds(text):
                mask._label(label, text[find.start : find.end])
        return mask

    @classmethod
    def none(cls) -> Self:
        """The mask that hides nothing and guards nothing, for a model on the same computer."""
        return cls((), active=False)

    def hide(self, text: str) -> Masked:
        """The text with a slot for everything that identifies; doubled brackets of its own are made round."""
        if isinstance(text, Masked):
            return text
        pieces, end = [], 0
        for find, label in self._finds(text) if self._active else ():
            slot = self._label(label, text[find.start : find.end])
            self._given.add(slot)
            pieces += [neutral(text[end : find.start]), f"[[{slot}]]"]
            end = find.end
        return Masked("".join((*pieces, neutral(text[end:]))))

    def restore(self, text: str) -> str:
        """The text with the values back in their slots, in one pass; a slot that was not given out stays."""
        return filled(text, lambda label: self._values[label] if label in self._given else None)

    def slot_faults(self, text: str) -> tuple[SlotFault, ...]:
        """What looks like a slot and would not be restored: unknown, broken, half, or without its marks."""
        return faults(text, self._given)

    def guard(self, body: str | bytes) -> None:
        """Raise Leak if a value stands in the body of a request, whatever its case, spacing or encoding."""
        found: dict[str, None] = {}
        for reading in readings(body) if self._active else ():
            text = filled(reading.text.replace(BARRIER, ""), lambda label: BARRIER if label in self._given else None)
            found |= dict.fromkeys(self._held(text, reading.sure))
        if found:
            raise Leak(tuple(found))

    def _held(self, text: str, sure: bool) -> Iterator[str]:
        seen = view(text)
        for secret in self._secrets:
            if (sure or len(secret.key) >= _SURE_LETTERS) and any(secret.spans(seen, lambda: readable(text))):
                yield self._slots[secret.text]
        for slot, pattern in self._literals.items():
            if pattern.search(text):
                yield slot

    def _finds(self, text: str) -> list[tuple[Find, str]]:
        """What is to be hidden, in order and apart: overlapping values are one, named after the longest."""
        found: list[tuple[Find, str]] = []
        for _ in range(_ROUNDS):
            known, rest = len(self._secrets) + len(self._literals), text
            found = []
            # A value that was glued to a hidden one stands alone afterwards.
            while more := self._seen(rest):
                found += more
                rest = blanked(rest, [find for find, _ in more])
            for find, label in sorted(found):
                self._learn(label, text[find.start : find.end])
            if len(self._secrets) + len(self._literals) == known:
                break
        return sorted(found)

    def _seen(self, text: str) -> list[tuple[Find, str]]:
        seen, kept = view(text), cache(lambda: readable(text))
        known = [Find(*span, secret.label) for secret in self._secrets for span in secret.spans(seen, kept)]
        for slot, pattern in self._literals.items():
            known += [Find(*match.span(), slot.rpartition("_")[0]) for match in pattern.finditer(text)]
        return _apart([*known, *finds(text, self._hosts)])  # the labels of secrets say more, so they come first

    def _learn(self, label: str, text: str) -> None:
        """Remember something that was found by its shape, so that it is found in other spellings too."""
        if text in self._slots or label not in SHAPES:
            return
        secret = number(label, text) if label in NUMBERS else None
        if secret and all(secret.key.lower() != known.key.lower() for known in self._secrets):
            self._label(label, text)
            self._secrets.append(secret)
        elif label not in NUMBERS:
            pattern = rf"(?<![^\W_]){re.escape(text)}(?![^\W_])"
            self._literals[self._label(label, text)] = re.compile(pattern, re.IGNORECASE)

    def _label(self, label: str, text: str) -> str:
        if text not in self._slots:
            count = self._counts[label] = self._counts.get(label, 0) + 1
            slot = label if label in SINGLE and count == 1 else f"{label}_{count}"
            self._slots[text] = slot
            self._values[slot] = text
        return self._slots[text]


def _apart(found: Sequence[Find]) -> list[tuple[Find, str]]:
    joined: list[tuple[Find, Find]] = []  # the whole span, and the longest find in it
    for one in sorted(found, key=lambda find: (find.start, -find.end)):
        if not joined or one.start >= joined[-1][0].end:
            joined.append((one, one))
            continue
        whole, longest = joined[-1]
        longest = one if one.end - one.start > longest.end - longest.start else longest
        joined[-1] = (Find(whole.start, max(whole.end, one.end), ""), longest)
    return [(whole, longest.label) for whole, longest in joined]


def _texts(case: Case) -> Iterator[str]:
    if case.order.item:
        yield case.order.item
    yield from case.what_happened
    yield from (contact.text for contact in case.contacts)
    yield from (item.shows for item in case.evidence)
