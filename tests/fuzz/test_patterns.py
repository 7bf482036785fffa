"""No regular expression of ours takes more than a time in proportion to the text, whatever the text is."""

import re
import time
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import pytest
from tests.fuzz.patterns import Known, hard_texts, known
from tests.fuzz.usage import tried_once

from claimwright.case.fields import MOST_CHARACTERS
from claimwright.cli import configfile
from claimwright.intake.story import signs
from claimwright.intake.story.telling import LONGEST
from claimwright.letter.checks import abroad
from claimwright.letter.checks.lexicon import lexicon
from claimwright.letter.wording import LANGUAGES
from claimwright.privacy import slots
from claimwright.reading import dates_abroad, identifiers

ABROAD = [language for language in LANGUAGES if language != "en"]
_NUMBERS = ("order_number", "tracking_number")
NAMES = ("model", "a" * 40, "$(.*)+")


def _of_signs() -> Iterable[object]:
    file = signs._file()
    yield [[sign.parts, sign.without] for several in signs._signs().values() for sign in several]
    yield [signs._doubt(kind) for kind in file["doubt"]]
    yield [signs._block(name) for name in file["blocks"]]
    yield [signs._never(kind) for kind in file["never"]]
    yield signs._negation()


def _labels() -> Iterable[object]:
    return [re.compile(signs.label(name)) for name in signs._file()["labels"]]


MADE: Mapping[str, Callable[[], Iterable[object]]] = {
    "cli.configfile:removed": lambda: [re.compile(configfile._line(name).pattern + r"\n?", re.M) for name in NAMES],
    "cli.configfile:_line": lambda: map(configfile._line, NAMES),
    "cli.preferences:line_of": lambda: [
        re.compile(rf"""^[ \t]*(?:\[+[ \t]*)?["']?{re.escape(name)}["']?[ \t]*[=.\]]""", re.M) for name in NAMES
    ],
    "intake.story.hiding:_side": _labels,
    "intake.story.numbers:_called": lambda: [
        re.compile(rf"(?<!\w)(?:{signs.label(name)})(?!\w)(?=\W*(?:\w+\W+){{0,3}}$)") for name in _NUMBERS
    ],
    "intake.story.patterns:_items": _labels,
    "intake.story.signs:_doubt": _of_signs,
    "intake.story.signs:_compiled": _of_signs,
    "intake.story.telling:places": lambda: [re.compile(r"\s+".join(["a"] * 40)), re.compile(r"\s+".join("ab" * 200))],
    "letter.checks.abroad:dates": lambda: [
        re.compile(rf"(?<!\w)(?:{lexicon(language).relative})(?!\w)", re.IGNORECASE) for language in ABROAD
    ],
    "letter.checks.abroad:_duration": lambda: map(abroad._duration, ABROAD),
    "letter.statements:says_something": lambda: [re.compile(r"\b(?:aliexpress|ali)\b", re.IGNORECASE)],
    "privacy.mask:_learn": lambda: [re.compile(rf"(?<![^\W_]){'a@a' * 40}(?![^\W_])", re.IGNORECASE)],
    "privacy.slots:": lambda: [pattern for pattern, _ in slots._MARKS],
    "reading.dates_abroad:_weekday": lambda: [
        re.compile(one, re.IGNORECASE) for language in ABROAD for one in dates_abroad._WEEKDAYS[language].split()
    ],
    "reading.dates_abroad:_pattern": lambda: map(dates_abroad._pattern, ABROAD),
    "reading.identifiers:_spelt": lambda: [
        re.compile(identifiers._spelling(one), re.IGNORECASE) for one in ("LP00123456789012", "1" * 64)
    ],
}
"""What a function that is given a name, a language or words makes of them."""

SHORT: Mapping[str, str] = {
    r"\s*([}\]])": "tried once, at the place of a fault",
    r"\s*\n\s*": "only for lists of words of our own",
}
"""What would take too long, and why it is never asked to."""


BOUNDED: Mapping[str, int] = {"intake.story.telling:places": LONGEST}
"""What is asked only of texts with so many signs at most."""


def _size(one: Known, size: int) -> int:
    return min(size, BOUNDED.get(one.place.rpartition(":")[0], size))


@cache
def _all() -> tuple[list[Known], list[str]]:
    return known(MADE)


def _taken(pattern: "re.Pattern[Any]", text: str, once: bool) -> float:
    given = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
    began = time.process_time()
    if once:
        pattern.match(given)
    else:
        for _ in pattern.finditer(given):
            pass
    return time.process_time() - began


def _least(pattern: "re.Pattern[Any]", text: str, once: bool, below: float) -> float:
    """The time of the quickest of three, for another process may be in the way; one is enough if it is short."""
    found = _taken(pattern, text, once)
    for _ in range(2):
        if found < below:
            break
        found = min(found, _taken(pattern, text, once))
    return found


def test_every_pattern_of_the_source_is_looked_at() -> None:
    found, missing = _all()
    assert missing == []
    assert len(found) > 250
    assert {one.pattern.pattern for one in found} >= SHORT.keys()


@pytest.mark.parametrize("slow", [r"(?:a+)+b", r"\s+$", r"x.*y", r"(?:\d{3} )+x", r"[ ]*\]", r"(?P<t>.*?)\[x\]"])
def test_a_pattern_that_grows_too_fast_would_be_seen(slow: str) -> None:
    size = 20 if slow == r"(?:a+)+b" else 8_000
    assert any(_taken(re.compile(slow), text, False) > 0.01 for text in hard_texts(slow, 0, size, 20))


def test_no_pattern_takes_long_for_a_long_text() -> None:
    for one in _all()[0]:
        if one.pattern.pattern in SHORT:
            continue
        once = tried_once(one.place)
        for text in hard_texts(one.pattern.pattern, one.pattern.flags, 20_000, 4):
            assert _least(one.pattern, text, once, 0.2) < 0.2, (one, text[:60])


@pytest.mark.slow
def test_every_pattern_takes_a_time_in_proportion_up_to_a_million_signs() -> None:
    for one in _all()[0]:
        if one.pattern.pattern in SHORT:
            continue
        once, times = tried_once(one.place), []
        for text in hard_texts(one.pattern.pattern, one.pattern.flags, _size(one, 100_000), 40):
            times.append((_least(one.pattern, text, once, 0.2), text))
            assert times[-1][0] < 0.2, (one, text[:60])
        least, text = max(times)
        if _size(one, 1_000_000) < 1_000_000:
            continue
        whole = _least(one.pattern, text[:-1] * 10 + text[-1], once, max(0.25, 25 * least))
        assert whole < 1.5, (one, text[:60])
        assert whole < max(0.25, 25 * least), (one, text[:60], least, whole)


def test_what_a_case_file_says_is_short() -> None:
    assert MOST_CHARACTERS <= 2000
