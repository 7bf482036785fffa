"""The menu "what happened?": a guide's own entries in a buyer's words, each with the facts that choosing it sets."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimwright.case.facts import VALUES, Facts
from claimwright.errors import CannotReadWrite
from claimwright.guide.guide import Guide
from claimwright.marketplace import place_of

Setting = Mapping[str, str | frozenset[str]]
"""Facts that an entry sets, each with its value; for `defects` the set."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can have happened: the buyer's words for it, what it sets, and words that point to it."""

    id: str
    label: str
    heading: str
    facts: Setting
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Menu:
    """All entries, in the order in which they are shown."""

    ask: str
    help: str
    entries: tuple[Entry, ...]

    def entry(self, id: str) -> Entry | None:
        """The entry with this id, if there is one."""
        return next((one for one in self.entries if one.id == id), None)

    def fitting(self, facts: Facts) -> tuple[Entry, ...]:
        """The entries that do not go against what is known."""
        return tuple(one for one in self.entries if _fits(one, facts))

    def setting(self, ids: tuple[str, ...]) -> dict[str, str | frozenset[str]]:
        """What several entries set together: all their defects, and otherwise what the first of them sets."""
        chosen = [one.facts for id in ids if (one := self.entry(id))]
        together: dict[str, str | frozenset[str]] = {}
        for facts in chosen:
            for field, value in facts.items():
                held = together.setdefault(field, value)
                if isinstance(held, frozenset) and isinstance(value, frozenset):
                    together[field] = held | value
        return together


def _fits(entry: Entry, facts: Facts) -> bool:
    return all(
        facts.defects is None or value <= facts.defects
        if isinstance(value, frozenset)
        else value in facts.possible(field)
        for field, value in entry.facts.items()
    )


@cache
def menu_of(guide: Guide) -> Menu:
    """The menu of a guide. Raises CannotReadWrite if it has none, or one that cannot be used."""
    place = place_of(guide.name)
    try:
        return load_menu(place.text("menu.toml"))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise CannotReadWrite(f"{place.folder / 'menu.toml'}: {error}. Install the guide again.") from error


def load_menu(text: str) -> Menu:
    """The menu that a menu.toml holds; raises ValueError on anything that does not belong there."""
    tables = tomllib.loads(text)
    if set(tables) != {"ask", "help", "group", "entry"}:
        raise ValueError(f"ask, help, [[group]] and [[entry]] belong there, not {', '.join(sorted(tables))}")
    groups = {one["id"]: one for one in tables["group"]}
    entries = tuple(_entry(table, groups) for table in tables["entry"])
    if len({one.id for one in entries}) < len(entries):
        raise ValueError("an id is used twice")
    return Menu(tables["ask"], tables["help"], entries)


def misplaced(menu: Menu) -> Iterator[str]:
    """The entries that set a fact which makes no sense beside the others that they set."""
    for one in menu.entries:
        facts = Facts()
        for field, value in one.facts.items():
            facts = facts.given(field, value)
        if strange := [field for field in one.facts if not facts.applies(field)]:
            yield f"{one.id}: sets {', '.join(strange)}, which nobody is asked for then"


def _entry(table: dict[str, Any], groups: Mapping[str, dict[str, Any]]) -> Entry:
    name = str(table.get("id", "an entry without id"))
    if set(table) != {"id", "group", "label", "facts", "words"} or table["group"] not in groups:
        raise ValueError(f"{name}: id, group, label, facts and words are needed, and nothing else")
    group = groups[table["group"]]
    facts = {field: _value(name, field, value) for field, value in {**group["facts"], **table["facts"]}.items()}
    return Entry(name, table["label"], group["heading"], facts, tuple(word.lower() for word in table["words"]))


def _value(name: str, field: str, value: object) -> str | frozenset[str]:
    known = frozenset(VALUES.get(field, ()))
    if field == "defects" and isinstance(value, list) and known.issuperset(value):
        return frozenset(value)
    if field != "defects" and isinstance(value, str) and value in known:
        return value
    raise ValueError(f"{name}: {field} cannot be {value!r}")
