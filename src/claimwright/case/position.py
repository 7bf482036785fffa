"""Where things stand in a JSON text: the lines of places, and what only the text shows.

A tolerant scan, run only when a file has a fault: it reads on after anything that it can step over, takes time in
proportion to the text, and does not recurse.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from claimwright.case.faults import MOST_FAULTS, Place, shortened

DEEPEST = 64
"""Objects and lists within each other beyond this many are not read."""

_tokens = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[{}\[\],:]|[^\s"{}\[\],:]++', re.DOTALL).finditer
_raw_control = re.compile(r"[\x00-\x1f]").search
_escape = re.compile(r'\\(u[0-9a-fA-F]{4}|["\\/bfnrt])').sub
_NOT_JSON = frozenset({"NaN", "Infinity", "-Infinity"})
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


@dataclass(slots=True)
class Scan:
    """What a scan found: the line of each place asked for that exists, and faults as place, line, text."""

    lines: dict[Place, int] = field(default_factory=dict)
    faults: list[tuple[Place, int, str]] = field(default_factory=list)
    too_deep: bool = False

    def line(self, place: Place) -> int:
        """The line of a place, or of the closest thing around it that exists."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


@dataclass(slots=True)
class _Level:
    """An object or list that is open: where the scan stands in it, and the keys it had with their lines."""

    is_object: bool
    step: str | int | None
    awaits_key: bool
    seen: dict[str, int]


def scan(text: str, wanted: Collection[Place] = (), start_line: int = 1) -> Scan:
    """The lines of the wanted places and of everything around them, and the faults that only the text shows."""
    around = {place[:length] for place in wanted for length in range(len(place) + 1)}
    deepest_wanted = max(map(len, around), default=0)
    found = Scan()
    levels: list[_Level] = []

    def place() -> Place:
        return tuple(level.step for level in levels if level.step is not None)

    def locate(line: int) -> None:
        if len(levels) <= deepest_wanted and (here := place()) in around:
            found.lines.setdefault(here, line)

    for token, line in _tokens_with_lines(text, start_line):
        level = levels[-1] if levels else None
        if token in "}]":
            if levels:
                levels.pop()
            continue
        if token == ",":
            if level is not None:
                level.awaits_key = level.is_object
                level.step = None if level.is_object else int(level.step or 0) + 1
            continue
        if token == ":":
            continue
        if token[0] == '"' and level is not None and level.awaits_key:
            key = _unescaped(token)
            level.step, level.awaits_key = key, False
            if key in level.seen and len(found.faults) < MOST_FAULTS:
                first = level.seen[key]
                twice = f'"{shortened(key)}" stands here twice, first on line {first}. Keep one of them.'
                found.faults.append((place(), line, twice))
            level.seen.setdefault(key, line)
            locate(line)
            continue
        if level is None or not level.is_object:
            locate(line)
        if token in "{[":
            if len(levels) == DEEPEST:
                found.too_deep = True
                deep = f"more than {DEEPEST} objects and lists stand within each other. A case needs five."
                found.faults.append(((), line, deep))
                return found
            levels.append(_Level(token == "{", None if token == "{" else 0, token == "{", {}))
        elif (fault := _scalar_fault(token)) is not None and len(found.faults) < MOST_FAULTS:
            found.faults.append((place(), line, fault))
    return found


def _tokens_with_lines(text: str, line: int) -> Iterator[tuple[str, int]]:
    behind = 0
    for match in _tokens(text):
        line += text.count("\n", behind, match.start())
        behind = match.start()
        yield match[0], line


def _scalar_fault(token: str) -> str | None:
    if token in _NOT_JSON:
        return f"{token} is no value of JSON. Write the value in quotes, or null if it is not known."
    raw = _raw_control(token) if token[0] == '"' else None
    if raw is None:
        return None
    if raw[0] in "\r\n":
        return r"the text runs over the end of the line. Write \n for a new line inside a text."
    if raw[0] == "\t":
        return r"the text holds a tab. Write a space or \t instead."
    return f"the text holds the character U+{ord(raw[0]):04X} (a control character). Remove it."


def _unescaped(token: str) -> str:
    if "\\" not in token:
        return token.strip('"')

    def meant(match: re.Match[str]) -> str:
        what = match[1]
        return chr(int(what[1:], 16)) if what[0] == "u" else _ESCAPED.get(what, what)

    # Pairs of surrogate escapes are one character, and lone ones must not break a message.
    whole = _escape(meant, token[1:].removesuffix('"'))
    return whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
