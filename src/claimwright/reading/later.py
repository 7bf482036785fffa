"""Regular expressions that are compiled when they are first used, so that they cost a start nothing."""

import re
from typing import Any, cast


class _Later:
    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        found = self.__dict__[name] = getattr(compiled, name)  # found here without delay from now on
        return found


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern, or what will be it when one of its methods is asked for."""
    return cast(re.Pattern[str], _Later(pattern, flags))
