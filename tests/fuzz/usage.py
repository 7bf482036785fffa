"""How a regular expression of ours is used: tried once at the start of a text, or looked for in all of it."""

import re
from functools import cache

from tests.fuzz.patterns import SOURCE

_ONCE = r"{}(?:\(\w*\))?\.(?:match|fullmatch)\((?:[^(),]|\([^()]*\)|\[[^\[\]]*\])*\)"


@cache
def _source(module: str) -> str:
    path = SOURCE.joinpath(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return path.read_text(encoding="utf-8")


def tried_once(place: str) -> bool:
    """Whether the pattern of a place is only ever tried at the start of a whole text."""
    module, function, line = place.split(":")
    text = _source(module)
    written = text.splitlines()[int(line) - 1]
    if re.search(r"re\.(?:match|fullmatch)\(", written):
        return True
    start = re.match(r"(\w+)\b.*= *(?:re\.compile|later)\(", written)
    named = function or (start[1] if start else "")
    if not named or not named.startswith("_") or written.rstrip().endswith(".fullmatch"):
        return written.rstrip().endswith(".fullmatch")
    uses = len(re.findall(rf"\b{named}\b", text)) - 1
    return uses > 0 and uses == len(re.findall(r"\b" + _ONCE.format(named), text))
