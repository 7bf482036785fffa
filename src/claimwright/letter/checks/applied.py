"""Which checks are not made of a message in another language than English. What stands here is told to the buyer."""

from collections.abc import Mapping

_ABROAD = (
    "words that are new to the case",
    "words and denials that contradict the facts",
    "roundabout ways to give in or to settle",
    "sentences that share no word with what they rest on",
    "the event that goes with a date, but for order and arrival",
    "names that the case lacks",
    "heat and flattery",
    "what becomes of the goods",
    "the number and the way of messages",
)
NOT_MADE: Mapping[str, tuple[str, ...]] = dict.fromkeys(("es", "pt", "fr", "de", "ru"), _ABROAD)
"""By language, the checks that are made of English messages only. All others are made, with lists of its own words."""


def not_made(language: str) -> tuple[str, ...]:
    """The checks that are not made in this language."""
    return NOT_MADE.get(language, ())
