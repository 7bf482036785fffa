"""Text as it is compared across spellings: in small letters, without accents."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text in small letters without accents, each letter still at its own place; apostrophes straight."""
    return "".join(map(_letter, text))


@lru_cache(maxsize=2048)
def _letter(sign: str) -> str:
    if sign in "’ʼ`´":
        return "'"
    plain = unicodedata.normalize("NFD", sign)[0].lower()
    return plain if len(plain) == 1 else sign
