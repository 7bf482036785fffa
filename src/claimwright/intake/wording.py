"""The words of the interview, read from templates/questions/, the user's copy first."""

from copy import copy

from claimwright.guide.words import Words
from claimwright.resources import Resources

_INTERVIEW = "templates/questions/interview.toml"
_MESSAGE = "templates/questions/message.toml"
_VERDICTS = "templates/verdicts.toml"


class Wording:
    """What is said around the facts. Each method raises CannotReadWrite where a file lacks what is asked for."""

    def __init__(self, resources: Resources, facts: Words) -> None:
        """Reads the files. Raises CannotReadWrite."""
        self.facts = facts
        self._files = {name: resources.sentences(name) for name in (_INTERVIEW, _MESSAGE, _VERDICTS)}

    def of_guide(self, facts: Words) -> "Wording":
        """The same, with the words for facts as a guide has them."""
        other = copy(self)
        other.facts = facts
        return other

    def say(self, *keys: str, **filled: object) -> str:
        """A sentence of the interview, its gaps filled in."""
        return self._files[_INTERVIEW].say(*keys, **filled)

    def of(self, path: str, what: str) -> str:
        """What is said about something that the message needs: its ask, help, why or name; `more` may be ask."""
        if what == "more" and not self._files[_MESSAGE].has(path, "more"):
            what = "ask"
        return self._files[_MESSAGE].text(path, what)

    def value(self, path: str, value: str) -> str:
        """An answer to such a question, in the buyer's words."""
        return self._files[_MESSAGE].text("values", path, value)

    def synonyms(self, path: str, value: str) -> tuple[str, ...]:
        """What may be typed instead of such an answer; none where the user's copy of the words has none."""
        found = self._files[_INTERVIEW].tables.get("synonyms", {})
        some = found.get(path, {}).get(value, ()) if isinstance(found, dict) else ()
        return tuple(str(one).lower() for one in some)

    def verdict(self, verdict: str, which: str) -> str:
        """A verdict in one sentence."""
        return self._files[_VERDICTS].text(verdict, which)
