"""A calendar file as RFC 5545 has it: whole days with reminders.

Decided here: a reminder comes at nine in the morning of the calendar's own time. The same day of the same case has the
same identity in every file, so that a calendar that is read in again moves the day and does not double it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from claimwright.calendar.days import Deadline
from claimwright.reading.characters import printable

OCTETS = 75
_MORNING = 9
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar(deadlines: Iterable[Deadline], today: date) -> str:
    """The file with these days, each identity once, lines ending in CR LF; empty if there is no day."""
    days = {one.uid: one for one in deadlines}
    if not days:
        return ""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//claimwright//claimwright//EN", "CALSCALE:GREGORIAN"]
    for one in days.values():
        lines += _event(one, today)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(one: Deadline, today: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.uid}"
    yield f"DTSTAMP:{_day(today)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(one.on)}"  # and nothing of an end: such an event lasts this one day
    yield f"SUMMARY:{_text(one.summary)}"
    yield f"DESCRIPTION:{_text(one.text)}"
    yield "TRANSP:TRANSPARENT"
    for days in one.reminders:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_text(one.summary)}"
        yield f"TRIGGER:{_trigger(days)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _trigger(days: int) -> str:
    """How long before or after the midnight that begins a day its reminder comes."""
    if days == 0:
        return f"PT{_MORNING}H"
    before = f"{days - 1}D" if days > 1 else ""
    return f"-P{before}T{24 - _MORNING}H"


def _text(words: str) -> str:
    return "\n".join(printable(line) for line in words.split("\n")).translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, no character cut; each but the first begins with a blank."""
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > OCTETS:
            yield piece
            piece, size = " ", 1
        piece += sign
        size += octets
    yield piece
