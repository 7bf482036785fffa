"""The words of the interview, read from templates/questions/, the user's copy first."""

from copy import copy
from string import Formatter
from typing import Any

from claimwright.errors import CannotReadWrite
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
        self._files = {name: resources.toml(name) for name in (_INTERVIEW, _MESSAGE, _VERDICTS)}

    def of_guide(self, facts: Words) -> "Wording":
        """The same, with the words for facts as a guide has them."""
        other = copy(self)
        other.facts = facts
        return other

    def say(self, *keys: str, **filled: object) -> str:
        """A sentence of the interview, its gaps filled in."""
        text = self._find(_INTERVIEW, *keys)
        try:
            # A gap names what fills it, and reaches no further into the program.
            gaps = [(name, form) for _, name, form, _ in Formatter().parse(text) if name is not None]
            unknown = [name for name, form in gaps if name not in filled or form]
        except ValueError as error:
            unknown = [str(error)]
        if unknown:
            raise CannotReadWrite(f"{_INTERVIEW}: {'.'.join(keys)} has a gap that is not known ({unknown[0]}).")
        return text.format(**filled)

    def of(self, path: str, what: str) -> str:
        """What is said about something that the message needs: its ask, help, why or name; `more` may be ask."""
        if what == "more" and "more" not in self._files[_MESSAGE].get(path, {}):
            what = "ask"
        return self._find(_MESSAGE, path, what)

    def value(self, path: str, value: str) -> str:
        """An answer to such a question, in the buyer's words."""
        return self._find(_MESSAGE, "values", path, value)

    def verdict(self, verdict: str, which: str) -> str:
        """A verdict in one sentence."""
        return self._find(_VERDICTS, verdict, which)

    def _find(self, file: str, *keys: str) -> str:
        found: Any = self._files[file]
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        if not isinstance(found, str) or not found.strip():
            raise CannotReadWrite(f"{file}: {'.'.join(keys)} is missing. Add it, or delete the file to use ours.")
        return found
