"""File names for ids: safe on every system, different for different ids, and the id itself wherever it is safe.

Decided here: a name that is not the id ends in `~` and a hash of the id, and no id that stands for itself has a `~`.
"""

import re
import unicodedata
from base64 import b32encode
from hashlib import blake2b

LONGEST = 80
"""The most characters of a name without its hash: file systems take 255 bytes, and paths on Windows 260 characters."""

_PLAIN = re.compile(rf"[A-Za-z0-9_](?:[A-Za-z0-9._-]{{0,{LONGEST - 2}}}[A-Za-z0-9_-])?", re.ASCII)
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+", re.ASCII)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|clock\$?|con(?:in|out)\$?|(?:com|lpt)[0-9])(?:\.|$)", re.IGNORECASE)
_OURS = frozenset(("report", "results"))


def name_of(id: str, *, alone: bool = True) -> str:
    """The name for an id; `alone` is false if one that differs in nothing but capitals has been given already."""
    if alone and _PLAIN.fullmatch(id) and not _reserved(id):
        return id
    letters = unicodedata.normalize("NFKD", id[: 4 * LONGEST]).encode("ascii", "ignore").decode()
    shown = _UNFIT.sub("-", letters).strip("-.")[:LONGEST].rstrip("-.") or "case"
    return f"{'_' if _reserved(shown) else ''}{shown}~{_hash(id)}"


def _reserved(name: str) -> bool:
    return _DEVICE.match(name) is not None or name.lower() in _OURS


def _hash(id: str) -> str:
    digest = blake2b(id.encode("utf-8", "surrogatepass"), digest_size=10).digest()
    return b32encode(digest).decode().lower()[:12]
