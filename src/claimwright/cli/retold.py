"""Says what was read in a story: what is certain, what is to be confirmed beside which question, what was left out."""

from collections.abc import Iterable
from typing import Any

from claimwright.guide.engine import assess
from claimwright.guide.guide import Guide
from claimwright.intake.menu import Menu
from claimwright.intake.story.found import Extraction, Found
from claimwright.reading.amounts import written as amount
from claimwright.reading.characters import visible
from claimwright.reading.dates import written as day
from claimwright.reading.money import Money

Said = dict[str, Any]
"""The words of templates/story.toml."""

_NEEDED = ("order.number", "order.item", "order.paid", "what_happened")
_LONGEST_WORDS = 160


class Retold:
    """Says what was read, in the words of templates/story.toml."""

    def __init__(self, said: Said, guide: Guide) -> None:
        """`guide` has the words for facts."""
        self._said, self._guide = said, guide

    def of(self, read: Extraction, *, asks: bool) -> str:
        """What was found, what was suggested and what was left out, each with its words."""
        said = self._said
        lines = [said["failed"].format(reason=read.note)] if read.note else []
        head = said["by_model"] if read.reader == "model" else said["certain"]
        lines += [head, *map(self._line, read.certain)] if read.certain else [said["nothing"]]
        if read.suggested:
            lines += [said["suggested" if asks else "suggested_pipe"], *map(self._line, read.suggested)]
        if read.dropped:
            lines.append(said["dropped"])
        for one in read.dropped:
            name = visible(one.claim.field)[:40]
            value = visible(one.claim.value)[:60]
            lines.append("- " + said["dropped_line"].format(name=name, value=value, reason=one.reason))
        return "\n".join(lines)

    def left(self, read: Extraction, guide: Guide) -> str:
        """What is still open where there is nobody to ask."""
        found = assess(read.case.facts, guide)
        lines = [self._said["open"], *(f"- {one.text}" for one in found.questions)] if found.questions else []
        order = read.case.order
        missing = [
            self._name(path)
            for path in _NEEDED
            if path == "what_happened" or getattr(order, path.removeprefix("order.")) is None
        ]
        return "\n".join([*lines, self._said["missing"].format(names=", ".join(missing))])

    def hints(self, read: Extraction) -> dict[str, tuple[str, ...]]:
        """For each question what the story may say of it, to be shown beside it."""
        shown: dict[str, tuple[str, ...]] = {}
        for one in read.suggested:
            plain = one.field in ("what_happened", "contacts")
            line = self._said["hint" if plain else "hint_value"].format(words=self.words(one), value=self._value(one))
            for path in _asked_at(one, read):
                shown[path] = (*shown.get(path, ()), line)
        for path in offers(read):
            shown[path] = (*shown.get(path, ()), self._said["take"])
        return shown

    def words(self, one: Found) -> str:
        """The words on which a value rests, not too long to be read beside it."""
        words = visible(one.words)
        return words if len(words) <= _LONGEST_WORDS else words[: _LONGEST_WORDS - 1] + "…"

    def _line(self, one: Found) -> str:
        line = self._said["line"].format(name=self._name(one.field), value=self._value(one), words=self.words(one))
        return f"- {line}"

    def _name(self, path: str) -> str:
        name: str = self._said["fields"][path]
        return name

    def _value(self, one: Found) -> str:
        if isinstance(one.value, Money):
            return amount(one.value)
        if one.field == "contacts":
            return f"{one.sender}, {day(one.value)}"  # type: ignore[arg-type]  # a message has a day
        if one.field.startswith("facts."):
            return self._guide.words.label(one.field.removeprefix("facts."), str(one.value))
        return str(one.value) if isinstance(one.value, str) else day(one.value)


def pointed(read: Extraction, menu: Menu) -> tuple[str, ...]:
    """The entries of the menu to which suggested facts point."""
    told = {(one.field, str(one.value)) for one in (*read.suggested, *read.certain)}
    found = []
    for entry in menu.entries:
        needs = {
            (f"facts.{field}", one)
            for field, value in entry.facts.items()
            for one in (value if isinstance(value, frozenset) else {value})
        }
        where = {one for one in needs if one[0] != "facts.received"}
        if where and where <= told:
            found.append(entry.id)
    return tuple(found)


def _asked_at(one: Found, read: Extraction) -> Iterable[str]:
    """The questions at which a suggestion is of use: a message at its own number, and until it has been given."""
    if one.field in ("facts.received", "facts.defects", "facts.whereabouts"):
        return (one.field, "menu")
    if one.field == "what_happened":
        return ()  # its sentences are offered as they stand
    if one.field == "contacts":
        place = _messages(read).index(one)
        return (*(f"contacts[{n}].from" for n in range(place + 1)), f"contacts[{place}].on", f"contacts[{place}].text")
    return (one.field,)


def offers(read: Extraction) -> dict[str, str]:
    """What can be taken as it stands, by its question; a fact has to be chosen, and so has one of two values."""
    offers: dict[str, str] = {}
    for one in read.suggested:
        alone = sum(other.field == one.field for other in read.suggested) == 1
        if one.field.startswith("order.") and alone:
            offers[one.field] = str(one.value)
    for place, one in enumerate(_messages(read)):
        offers |= {f"contacts[{place}].on": str(one.value), f"contacts[{place}].text": one.words}
    return offers


def _messages(read: Extraction) -> list[Found]:
    return sorted((one for one in read.suggested if one.field == "contacts"), key=lambda one: str(one.value))
