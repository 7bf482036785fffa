"""Dates: every date stands in the case, in the role that it has there; every span of time lies between two of them.

Decided here: a word gives a date its role only within one sentence of the draft and outside quotations, and the days in
the list of proof have no role: they are the days on which it was taken.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from claimwright.case.casefile import Case
from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page
from claimwright.letter.draft import Part
from claimwright.reading.dates import WEEKDAYS, DateSpan, written
from claimwright.reading.dates import dates as dates_in
from claimwright.reading.later import later

_ORDERED = frozenset({"ordered", "bought", "purchased", "placed", "paid"})
_PROMISED = frozenset({"promised", "guaranteed", "expected", "due", "should", "supposed", "estimated", "latest"})
_RECEIVED = frozenset({"received", "arrived", "delivered", "got", "arrival", "collected"})
_WROTE = frozenset(
    {"wrote", "asked", "contacted", "messaged", "told", "informed", "requested", "complained", "emailed"}
)
_ANSWERED = frozenset({"replied", "answered", "offered", "responded", "refused", "proposed"})
_ROLES = (_PROMISED, _ORDERED, _RECEIVED, _ANSWERED, _WROTE)
_COUNT = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_NUMBER_WORDS = {word: n for n, word in enumerate(_COUNT.split(), 1)}
_BUYER = frozenset({"i", "we"})
_SENTENCE_END = later(r"[.;!?…][\"”’»)\]]{0,3}(?=\s|$)|[。！？｡؟।\n]")
_UNITS = tuple(f"{gap}{unit}" for unit in ("day", "week", "month", "year", "hour") for gap in " -")
_MAY_BE_RELATIVE = (
    "yesterday", "tomorrow", "last ", "next ", "following day", "right away", "overnight", "fortnight", "within hours"
)  # fmt: skip
_LETTERS = later(r"[a-z]+")
_SELLER = frozenset({"seller", "store", "shop", "they", "you"})


def dates(page: Page) -> Iterator[Finding]:
    """Dates and spans of time that the case does not hold, wrong weekdays, dates in another role than their own."""
    sources = page.sources
    allowed = tuple(written(day) for day in sorted(sources.known_dates))
    before = 0
    for span in page.dates:
        days = [day for day in sources.known_dates if span.fits(day)]
        if not days and not stands_in(span, sources.written_dates, sources.years):
            yield hard("date", span.text, "This date is not in the case.", *allowed)
        elif span.readings and span.weekday is not None and days and all(day.weekday() != span.weekday for day in days):
            yield hard("date.weekday", span.text, "The date falls on another weekday.", WEEKDAYS[days[0].weekday()])
        elif days:
            yield from _role(page, span, days, before)
        before = span.end
    yield from _durations(page)


def stands_in(span: DateSpan, others: tuple[DateSpan, ...], years: frozenset[int]) -> bool:
    """Whether the texts name this date, or this weekday; a date that they name without a year is of one of these."""
    if not span.readings:
        return span.weekday is not None and any(other.weekday == span.weekday for other in others)
    return any(
        mine.month == theirs.month
        and mine.day == theirs.day
        and (mine.year in (None, theirs.year) or (theirs.year is None and mine.year in years))
        for mine in span.readings
        for other in others
        for theirs in other.readings
    )


def _role(page: Page, span: DateSpan, days: list[date], before: int) -> Iterator[Finding]:
    if page.at(span.start).part is Part.ATTACHMENT or any(
        one.start() < span.start < one.end() for one in page.quotations
    ):
        return
    role, word, subject = _role_of(*_around(page, span, before))
    if role is None:
        return
    expected = _expected(page.sources.case, role, subject)
    if any(day in expected for day in days) or any(_told(text, word, span) for text in page.sources.texts):
        return
    rule = f'"{word}" does not belong to this date.' if expected else f'The case has no date for "{word}".'
    yield hard("date.role", f"{word} … {span.text}", rule, *(written(day) for day in sorted(expected)))


def _around(page: Page, span: DateSpan, before: int) -> tuple[str, str]:
    """What stands before and after a date in its own sentence; quotations count as ends of sentences, not as words."""
    start, end = page.bounds(span.start)
    start, end = max(start, before, span.start - 60), min(end, span.end + 50)
    for match in _SENTENCE_END.finditer(page.text, start, span.start):
        start = match.end()
    stop = _SENTENCE_END.search(page.text, span.end, end)
    return page.outside[start : span.start], page.outside[span.end : stop.start() if stop else end]


def _role_of(before: str, after: str) -> tuple[frozenset[str] | None, str, str]:
    """The role that the words around a date give it, the word that does, and the word for who acts."""
    left, right = _words(before)[-7:], _words(after)[:5]
    promised = next((word for word in left if word in _PROMISED), None)
    if promised:
        return _PROMISED, promised, ""
    for words, places in ((left, range(len(left) - 1, -1, -1)), (right, range(len(right)))):
        for n in places:
            role = next((role for role in _ROLES[1:] if words[n] in role), None)
            if role:
                acts = [word for word in words[:n] if word in _SELLER or word in _BUYER]
                return role, words[n], acts[-1] if acts else ""
    return None, "", ""


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text.lower())


def _expected(case: Case, role: frozenset[str], subject: str) -> frozenset[date]:
    order, days = case.order, set[date | None]()
    if role is _ORDERED:
        days = {order.ordered_on}
    elif role is _PROMISED:
        days = {order.promised_by}
    elif role is _RECEIVED:
        days = {order.received_on}
    else:
        seller = subject in _SELLER or (role is _ANSWERED and subject not in _BUYER)
        days |= {contact.on for contact in case.contacts if (contact.sender == "seller") == seller}
        if seller and case.dispute:
            days |= {case.dispute.refused_on, case.dispute.proposal.on if case.dispute.proposal else None}
    return frozenset(day for day in days if day)


def _told(text: str, word: str, span: DateSpan) -> bool:
    """Whether a text of the case puts this word with this date."""
    return word in text.lower() and any(
        mine.month == theirs.month and mine.day == theirs.day
        for other in dates_in(text)
        for theirs in other.readings
        for mine in span.readings
    )


def _durations(page: Page) -> Iterator[Finding]:
    sources = page.sources
    text = page.rest.lower()
    for match in _duration().finditer(text) if any(unit in text for unit in _UNITS) else ():
        said, unit = match.group(1), match.group(2)
        count = int(said) if said.isdigit() else _NUMBER_WORDS.get(said, 0)
        if sources.says_words(match.group()) or (count and told_duration(count, unit, sources.joined)):
            continue
        if count and any(between(count, unit, abs((a - b).days)) for a, b in pairs(page)):
            continue
        yield hard("duration", page.text[match.start() : match.end()], "No two dates of the case lie so far apart.")
    for match in _relative().finditer(text) if any(words in text for words in _MAY_BE_RELATIVE) else ():
        next_day = match.group().endswith(" day") and any((b - a).days == 1 for a, b in pairs(page))
        if not next_day and not sources.says_words(match.group()):
            words = page.text[match.start() : match.end()]
            yield hard("date.relative", words, "The case does not say so. Name the date.")


def told_duration(count: int, unit: str, joined: str) -> bool:
    """Whether the case tells of so many days, weeks or the like."""
    names = [str(count), *(word for word, n in _NUMBER_WORDS.items() if n == count)]
    return any(f"{name}{gap}{unit}" in joined for name in names for gap in (" ", "-"))


def pairs(page: Page) -> Iterator[tuple[date, date]]:
    """Every two dates of the case, the earlier first."""
    days = sorted(page.sources.known_dates | ({page.sources.case.as_of} if page.sources.case.as_of else set()))
    return ((a, b) for n, a in enumerate(days) for b in days[n + 1 :])


def between(count: int, unit: str, days: int) -> bool:
    """Whether so many days are, roughly, so many of the unit."""
    if unit == "day":
        return days == count
    if unit == "week":
        return abs(days - 7 * count) <= 3
    if unit == "month":
        return abs(days - 30.4 * count) <= 6
    return unit == "year" and abs(days - 365 * count) <= 20


@cache
def _duration() -> re.Pattern[str]:
    numbers = "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
    return re.compile(
        r"(?<![\w.,])(\d{1,4}|" + numbers + r"|a few|several|many|couple of)"
        r"(?: more| full| whole| business| working| calendar)?[ -](day|week|month|year|hour)s?(?![a-z])"
    )  # fmt: skip


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(
        r"(?<![a-z])(?:yesterday|tomorrow|(?:last|next) (?:week|month|year)|the (?:next|following) day"
        r"|right away|overnight|fortnight|within hours)(?![a-z])"
    )
