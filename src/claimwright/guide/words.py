"""The words for facts: how each is asked for, how to find it out, and how each answer is given and stated."""

from copy import copy

from claimwright.marketplace import DEFAULT_GUIDE, Marketplace, marketplace_of
from claimwright.resources import Resources

_FILE = "templates/facts.toml"
_NAMED = "{marketplace}"


class Words:
    """The words of templates/facts.toml. Each method raises CannotReadWrite where the file lacks what is asked for."""

    def __init__(self, resources: Resources) -> None:
        """Reads the file, the user's copy first. Raises CannotReadWrite."""
        self._marketplace: Marketplace | None = None
        self._sentences = resources.sentences(_FILE)

    def naming(self, marketplace: Marketplace) -> "Words":
        """The same words where they name the marketplace: of this one. Without, it is that of our own guide."""
        other = copy(self)
        other._marketplace = marketplace
        return other

    def ask(self, field: str) -> str:
        """The question to the buyer."""
        return self._find(field, "ask")

    def help(self, field: str) -> str:
        """How a buyer who does not know can find out."""
        return self._find(field, "help")

    def label(self, field: str, value: str) -> str:
        """The answer in a buyer's words."""
        return self._find(field, "values", value, "label")

    def statement(self, field: str, value: str) -> str:
        """One first-person sentence that states the fact."""
        return self._find(field, "values", value, "statement")

    def _find(self, *keys: str) -> str:
        found = self._sentences.text(*keys)
        if _NAMED not in found:
            return found
        return found.replace(_NAMED, (self._marketplace or marketplace_of(DEFAULT_GUIDE)).name)
