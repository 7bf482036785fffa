"""A guide: its passages, the rules drawn from them, and the dated facts from outside that stand beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module

from claimwright.case.facts import sets_of_defects
from claimwright.errors import CannotReadWrite, ClaimwrightError
from claimwright.guide.passage import Passage, load_passages
from claimwright.guide.platform import OutsideFact, load_platform
from claimwright.guide.rule import Rule
from claimwright.guide.words import Words
from claimwright.marketplace import marketplace_of, place_of
from claimwright.resources import Resources


@dataclass(frozen=True, eq=False)
class Guide:
    """A guide, ready to decide. Two guides are the same only if they are the same object."""

    name: str
    rules: tuple[Rule, ...]
    passages: Mapping[str, Passage]
    platform: tuple[OutsideFact, ...]
    words: Words
    decisions: tuple[Rule, ...] = field(init=False)  # the rows with a verdict
    advice: tuple[Rule, ...] = field(init=False)  # the rows without
    passage_order: Mapping[str, int] = field(init=False)  # where each passage stands in the guide
    row_order: Mapping[str, int] = field(init=False)  # where each row stands

    def __post_init__(self) -> None:
        """Sort the rows, and refuse a row that cites or replaces what is not there. Raises ValueError."""
        object.__setattr__(self, "decisions", tuple(row for row in self.rules if row.verdict is not None))
        object.__setattr__(self, "advice", tuple(row for row in self.rules if row.verdict is None))
        object.__setattr__(self, "passage_order", {id: place for place, id in enumerate(self.passages)})
        object.__setattr__(self, "row_order", {row.id: place for place, row in enumerate(self.rules)})
        ids = [row.id for row in self.rules]
        for row in self.rules:
            missing = [id for id in row.cites if id not in self.passages] + [id for id in row.over if id not in ids]
            if missing or ids.count(row.id) > 1:
                raise ValueError(f"rule {row.id}: given twice, or names what is not there: {missing}")

    @cached_property
    def defects_told_apart(self) -> tuple[frozenset[str], ...]:
        """Sets of defects that stand for all 512: the smallest ones of each kind that the rows tell apart.

        Rows that differ only in the defect they name and in what they cite decide alike, so a set with two such defects
        decides as a set with one of them does.
        """
        asking = [row for row in self.decisions if row.asks_defects()]
        by = {row.id: tuple(other.id for other in asking if row.id in other.over) for row in asking}
        shape = {
            row.id: (
                frozenset(row.when.items()),
                row.no_defect,
                row.verdict,
                row.remedy,
                row.purpose,
                row.over,
                by[row.id],
            )
            for row in asking
        }
        kinds: dict[frozenset[object], list[frozenset[str]]] = {}
        for some in sets_of_defects():  # smallest first
            kind = kinds.setdefault(frozenset(shape[row.id] for row in asking if row.fits(some)), [])
            if not any(smaller < some for smaller in kind):
                kind.append(some)
        return tuple(some for kind in kinds.values() for some in kind)


@cache
def words_of(resources: Resources) -> Words:
    """The words for facts, read once for each set of resources. Raises CannotReadWrite."""
    return Words(resources)


@cache
def load_guide(name: str, words: Words) -> Guide:
    """The guide of this name. Raises UsageError if there is none, CannotReadWrite if it cannot be used."""
    place = place_of(name)
    try:
        return Guide(
            name=name,
            rules=import_module(f"{place.package}.rules").RULES,
            passages=load_passages(place.text("passages.md")),
            platform=load_platform(place.text("platform.toml")),
            words=words.naming(marketplace_of(name)),
        )
    except ClaimwrightError:
        raise
    except Exception as error:  # whatever the rules of others raise
        raise CannotReadWrite(f'{place.folder}: the guide "{name}" cannot be used ({error}).') from error
