"""Numbers 64-bit keys in the order in which they come, in some 24 bytes a key; a dict takes five times as much."""

from array import array
from hashlib import blake2b

_FREE = -1
_FIRST = 1 << 12


def key_of(data: bytes) -> int:
    """The 64-bit key of these bytes."""
    return int.from_bytes(blake2b(data, digest_size=8).digest())


class Index:
    """Which keys have come, and as which number."""

    def __init__(self) -> None:
        self._keys = array("Q")
        self._slots = array("i", [_FREE]) * _FIRST

    def __len__(self) -> int:
        """How many keys have come."""
        return len(self._keys)

    def find(self, key: int) -> int:
        """The number of a key, from 0, or -1 if it has not come."""
        return self._slots[self._slot(key)]

    def add(self, key: int) -> int:
        """The number of a key, which is a new one if it has not come before."""
        slot = self._slot(key)
        number = self._slots[slot]
        if number == _FREE:
            number = self._slots[slot] = len(self._keys)
            self._keys.append(key)
            if 2 * len(self._keys) > len(self._slots):
                self._grow()
        return number

    def _slot(self, key: int) -> int:
        """Where the key stands, or the free slot where it would."""
        keys, slots = self._keys, self._slots
        last = len(slots) - 1
        slot = key & last
        while (number := slots[slot]) != _FREE and keys[number] != key:
            slot = (slot + 1) & last
        return slot

    def _grow(self) -> None:
        slots = self._slots = array("i", [_FREE]) * (2 * len(self._slots))
        last = len(slots) - 1
        for number, key in enumerate(self._keys):
            slot = key & last
            while slots[slot] != _FREE:
                slot = (slot + 1) & last
            slots[slot] = number
