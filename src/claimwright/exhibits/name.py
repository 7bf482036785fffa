"""The names of the copies: the number of the item, its kind, and the first words of what it shows, in plain letters."""

import re
import unicodedata

LONGEST = 40
"""The most characters of a name before its ending."""

_SMALL_WORDS = "a an and as at by for from in into is it its my of on or that the to was with"
_PASSED_OVER = frozenset(_SMALL_WORDS.split())
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_WORD = re.compile(r"[a-z0-9]+")


def copy_name(number: int, of: int, kind: str, shows: str, suffix: str) -> str:
    """Like `E1-photo-green-hoodie.jpg`. With ten items or more it is E01, so that a folder shows them in order."""
    plain = unicodedata.normalize("NFKD", shows.casefold().translate(_LETTERS))
    plain = "".join(one for one in plain if not unicodedata.combining(one)).replace("'", "").replace("’", "")
    words = [*_WORD.findall(kind), *(one for one in _WORD.findall(plain) if one not in _PASSED_OVER)]
    name = f"E{number:0{len(str(of))}d}"
    for word in dict.fromkeys(words):
        if len(f"{name}-{word}") > LONGEST:
            break
        name = f"{name}-{word}"
    return name + suffix
