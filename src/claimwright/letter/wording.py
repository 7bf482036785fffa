"""The languages of a message, and the words of its frame in each but English, which frame.py holds.

Decided here: dates and sums of the frame are written as the language writes them, from Babel's data, which is loaded
for no English message; a sum whose sign stands for several currencies has its code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claimwright.reading.amounts import sign_of
from claimwright.reading.later import later
from claimwright.reading.money import MINOR_UNITS, Money
from claimwright.resources import Resources, Sentences

ENGLISH = "en"
LANGUAGES: Mapping[str, str] = {
    ENGLISH: "English",
    "es": "Spanish",
    "pt": "Portuguese",
    "fr": "French",
    "de": "German",
    "ru": "Russian",
}
"""The code of each language, and its name in English."""

_BLANKS = later("[\u00a0\u202f]")


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """What code says in one language: tables of sentences with names in braces."""

    language: str
    sentences: Sentences

    @classmethod
    def of(cls, language: str, resources: Resources) -> "Wording | None":
        """The words of a language; None for English. Raises CannotReadWrite."""
        if language == ENGLISH:
            return None
        return cls(language, resources.sentences(f"templates/frame/{language}.toml"))

    @property
    def name(self) -> str:
        """The language, in English."""
        return LANGUAGES[self.language]

    @property
    def courtesies(self) -> tuple[str, ...]:
        """The only sentences that may rest on nothing."""
        table = self.sentences.tables.get("courtesy", {})
        return tuple(text for text in (*table.values(), self.say("attached", "head")) if isinstance(text, str))

    def has(self, table: str, key: str) -> bool:
        """Whether there are such words."""
        return self.sentences.has(*table.split("."), key)

    def say(self, table: str, key: str, **names: str) -> str:
        """The words with their names filled in. Raises CannotReadWrite if the file lacks them or a name is unknown."""
        return self.sentences.say(*table.split("."), key, **names)

    def day(self, day: date) -> str:
        """The date: 2 de octubre de 2026."""
        from babel.dates import format_date

        text = _BLANKS.sub(" ", format_date(day, "long", locale=self.language))
        if self.language == "fr" and day.day == 1:
            return text.replace("1 ", "1er ", 1)
        return text.replace(" г.", " года") if self.language == "ru" else text

    def money(self, money: Money) -> str:
        """The sum with its sign or code: 23,40 €; in Portuguese the sign stands first."""
        from babel.numbers import format_decimal

        decimals = MINOR_UNITS.get(money.currency, 2)
        pattern = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
        number = _BLANKS.sub(" ", format_decimal(Decimal(money.amount), format=pattern, locale=self.language))
        sign = sign_of(money.currency)
        return f"{sign or money.currency} {number}" if self.language == "pt" else f"{number} {sign or money.currency}"
