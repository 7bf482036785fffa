"""Where the guide of a name is found, and which marketplace it is about.

Decided here: the guide that is in force unless another is named stands in this package and is found without a look at
what else is installed. Any other is a package that an entry point of the group `claimwright.guides` names.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimwright.errors import CannotReadWrite, UsageError

DEFAULT_GUIDE = "aliexpress"
GROUP = "claimwright.guides"

_OURS = f"claimwright.guide.{DEFAULT_GUIDE}"
_KEYS = {"marketplace", "words", "hosts"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a guide stands: its name, the package that holds its rules, and the folder of that package."""

    name: str
    package: str
    folder: Path

    def text(self, file: str) -> str:
        """The text of one of the guide's files. Raises CannotReadWrite."""
        try:
            return (self.folder / file).read_text(encoding="utf-8")
        except (OSError, UnicodeError) as error:
            raise CannotReadWrite(f"{self.folder / file}: cannot be read as UTF-8 text ({error}).") from error


@dataclass(frozen=True, slots=True)
class Marketplace:
    """A marketplace: its name, its names as single words in small letters, the addresses of its front pages."""

    name: str
    words: frozenset[str]
    hosts: frozenset[str]


def installed() -> tuple[str, ...]:
    """The names of all guides that are there, ours first."""
    return (DEFAULT_GUIDE, *sorted(_others().keys() - {DEFAULT_GUIDE}))


@cache
def place_of(name: str) -> Place:
    """Where the guide of this name stands. Raises UsageError if there is none, CannotReadWrite if it is broken."""
    if name == DEFAULT_GUIDE:
        return Place(name, _OURS, Path(__file__).parent / "guide" / name)
    packages = _others().get(name, ())
    if not packages:
        raise UsageError(f'There is no guide named "{name}". Guides: {", ".join(installed())}.')
    if len(packages) > 1:
        raise UsageError(f'More than one package brings a guide named "{name}": {", ".join(packages)}. Keep one.')
    from importlib.util import find_spec

    try:
        spec = find_spec(packages[0])
    except (ImportError, ValueError):
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise CannotReadWrite(f'The guide "{name}" is installed, but its package {packages[0]} is not there.')
    return Place(name, packages[0], Path(spec.submodule_search_locations[0]))


@cache
def marketplace_of(guide: str) -> Marketplace:
    """The marketplace that the guide of this name is about. Raises UsageError if there is none, CannotReadWrite."""
    place = place_of(guide)
    try:
        return load_marketplace(place.text("guide.toml"))
    except ValueError as error:
        raise CannotReadWrite(f"{place.folder / 'guide.toml'}: {error}.") from error


def load_marketplace(text: str) -> Marketplace:
    """The marketplace that a guide.toml names; raises ValueError on anything that does not belong there."""
    import tomllib

    table = tomllib.loads(text)
    if set(table) != _KEYS:
        raise ValueError(f"{', '.join(sorted(_KEYS))} belong there, not {', '.join(sorted(table)) or 'nothing'}")
    name = table["marketplace"]
    if not isinstance(name, str) or not name.strip():
        raise ValueError("marketplace must be a name")
    for key in ("words", "hosts"):
        given = table[key]
        if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
            raise ValueError(f"{key} must be a list of texts")
        if odd := [one for one in given if one != one.lower() or len(one.split()) != 1]:
            raise ValueError(f"{key} must each be one word in small letters: {', '.join(map(repr, odd))} is not")
    if not all(one.isalnum() for one in table["words"]):
        raise ValueError("words must hold letters and figures only")
    return Marketplace(name, frozenset(table["words"]), frozenset(table["hosts"]))


@cache
def _others() -> dict[str, tuple[str, ...]]:
    """The packages of the guides that others bring, by name."""
    from importlib.metadata import entry_points

    found: dict[str, tuple[str, ...]] = {}
    for one in entry_points(group=GROUP):
        if one.value not in (*found.get(one.name, ()), _OURS):
            found[one.name] = (*found.get(one.name, ()), one.value)
    return found
