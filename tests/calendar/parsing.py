"""A strict reader of the part of RFC 5545 that a calendar file of ours uses. Anything else is an error."""

import re
from dataclasses import dataclass, field

_LINE = re.compile(r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z-]+=[A-Z-]+)*):(?P<value>.*)", re.DOTALL)
_ONCE = {
    "VCALENDAR": {"VERSION", "PRODID", "CALSCALE"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP"},
    "VALARM": {"ACTION", "DESCRIPTION", "TRIGGER"},
}
"""What each component has to have, once."""
_WITHIN = {"VCALENDAR": None, "VEVENT": "VCALENDAR", "VALARM": "VEVENT"}
_VALUES = {
    "DTSTAMP": r"\d{8}T\d{6}Z",
    "DTSTART": r"\d{8}",
    "TRIGGER": r"-?P(?:\d+D)?(?:T\d+H)?",
    "UID": r"[0-9a-f]{32}@claimwright",
    "VERSION": r"2\.0",
    "ACTION": r"DISPLAY",
}


@dataclass
class Component:
    """A component: its name, its properties, and the components in it."""

    name: str
    properties: dict[str, str] = field(default_factory=dict)
    within: list["Component"] = field(default_factory=list)


def read(data: bytes) -> Component:
    """The calendar in a file. Raises AssertionError on whatever the standard does not allow."""
    assert data.endswith(b"\r\n")
    pieces = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(piece) <= 75 for piece in pieces), "a line is longer than 75 octets"
    assert all(piece for piece in pieces), "a line is empty"
    for piece in pieces:
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", piece), piece
        piece.decode()  # no character is cut
    lines: list[bytes] = []
    for piece in pieces:
        if piece.startswith((b" ", b"\t")):
            lines[-1] += piece[1:]
        else:
            lines.append(piece)
    return _component([line.decode() for line in lines])


def _component(lines: list[str]) -> Component:
    open_: list[Component] = []
    for at, line in enumerate(lines):
        match = _LINE.fullmatch(line)
        assert match is not None, line
        name, value = match["name"], match["value"]
        if name == "BEGIN":
            assert _WITHIN[value] == (open_[-1].name if open_ else None)
            open_.append(Component(value))
        elif name == "END":
            done = open_.pop()
            assert done.name == value
            assert set(done.properties) == _ONCE[value], value
            if not open_:
                assert at == len(lines) - 1
                assert done.within, "a calendar without a component"
                return done
            open_[-1].within.append(done)
        else:
            here = open_[-1]
            assert name not in here.properties, f"{name} twice"
            assert match["parameters"] == (";VALUE=DATE" if name == "DTSTART" else "")
            assert re.fullmatch(_VALUES.get(name, ".*"), value, re.DOTALL), line
            here.properties[name] = _text(value) if name in {"SUMMARY", "DESCRIPTION"} else value
    raise AssertionError("a component is not closed")


def _text(value: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), f"not escaped: {value}"
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "N": "\n"}.get(match[1], match[1]), value)
