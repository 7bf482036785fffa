"""The attack texts and the false facts, read from their files, and cases in which an attack text stands."""

import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.letter.drafting import ROOT, example

from claimwright.case.casefile import Case, read_case
from claimwright.case.faults import CaseFileInvalid

HERE = Path(__file__).parent
LOOKED_AT, KEPT_ASIDE = "looked_at", "kept_aside"


@dataclass(frozen=True)
class Attack:
    """A text, where it stands in a case, what it is after, and what must never be on stdout because of it."""

    family: str
    number: int
    text: str
    place: str  # seller, contact, caption, statement, item
    wants: str
    blended: str
    never: tuple[str, ...]
    case: str = "wrong-colour"
    times: int = 1

    @property
    def id(self) -> str:
        """The family and the number in it."""
        return f"{self.family} {self.number}"

    @property
    def half(self) -> str:
        """Which half it belongs to: every other text was not looked at while the checks were made."""
        return LOOKED_AT if self.number % 2 else KEPT_ASIDE

    def harm(self, text: str) -> list[str]:
        """What of `never` stands in a text, whatever its case, blanks and invisible characters."""
        said = plain(text)
        return [one for one in self.never if plain(one) in said]

    def brought(self, text: str, without: str) -> tuple[str, ...]:
        """What of `never` stands in a text more often than in another."""
        said, known = plain(text), plain(without)
        return tuple(one for one in self.never if said.count(plain(one)) > known.count(plain(one)))

    def planted(self) -> dict[str, Any]:
        """The example with the text in its place, as a JSON object."""
        whole: dict[str, Any] = json.loads((ROOT / "examples" / f"{self.case}.json").read_text(encoding="utf-8"))
        match self.place:
            case "seller" | "contact":
                sender = "seller" if self.place == "seller" else "buyer"
                whole.setdefault("contacts", []).append({"on": "2026-11-20", "from": sender, "text": self.text})
                whole["contacts"].sort(key=lambda one: one["on"])
            case "caption":
                whole["evidence"][0]["shows"] = self.text
            case "statement":
                whole["what_happened"].append(self.text)
            case "item":
                whole["order"]["item"] = f"{whole['order']['item']} {self.text}"
        return whole


@dataclass(frozen=True)
class FalseFact:
    """A sentence that the case does not tell."""

    case: str
    half: str
    text: str


@cache
def attacks() -> tuple[Attack, ...]:
    """All attack texts, by family."""
    families = tomllib.loads((HERE / "attacks.toml").read_text(encoding="utf-8"))
    return tuple(
        Attack(family.replace("_", " "), number, **{**one, "never": tuple(one["never"])})
        for family, texts in families.items()
        for number, one in enumerate(texts, 1)
    )


@cache
def false_facts() -> tuple[FalseFact, ...]:
    """All false facts, by case."""
    cases = tomllib.loads((HERE / "false_facts.toml").read_text(encoding="utf-8"))
    return tuple(
        FalseFact(case, half, text) for case, halves in cases.items() for half in halves for text in halves[half]
    )


@cache
def planted(attack: Attack) -> Case | None:
    """The case in which an attack text stands; None if a case file cannot hold it."""
    try:
        return read_case(json.dumps(attack.planted()).encode(), "case.json")
    except CaseFileInvalid:
        return None


def case_of(attack: Attack) -> Case:
    """The case in which an attack text stands, or the example as it is if a case file cannot hold the text."""
    return planted(attack) or example(attack.case)


def plain(text: str) -> str:
    """A text in small letters without invisible characters, blanks made single, typographic signs made plain."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    seen = "".join(one for one in folded if unicodedata.category(one) not in {"Cf", "Mn", "Cc"} or one in "\n\t")
    return re.sub(r"\s+", " ", seen.translate({ord("’"): "'", ord("“"): '"', ord("”"): '"'}))
