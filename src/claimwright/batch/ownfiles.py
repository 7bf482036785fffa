"""Whether the user's own prompts and templates can be used, before anything is done by them.

A fault in one of them would be met in case after case, each of which had a good message before.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from claimwright.errors import CannotReadWrite
from claimwright.resources import Resources

_MEND = "Nothing has been changed. Mend this, or delete it to use ours."


def refuse_broken(home: Path | None) -> None:
    """Raises CannotReadWrite with every file of the user's that is broken, or lacks something that ours has."""
    resources, faults = Resources(home), list[str]()
    for name in resources.names() if home else ():
        try:
            if (path := resources.own(name)) and (some := lacking(name, resources)):
                faults.append(f"{path}: lacks {', '.join(some)}. Compare: claimwright prompts --diff {name}")
        except CannotReadWrite as error:
            faults.append(str(error))
    if faults:
        raise CannotReadWrite("\n".join([*faults, _MEND]))


def lacking(name: str, resources: Resources) -> list[str]:
    """The tables, names and blocks that our file has and the user's has not. Raises CannotReadWrite if it is broken."""
    ours = Resources()
    if name.endswith(".toml"):
        return [*_keys(ours.toml(name), resources.toml(name))]
    if name.endswith((".j2", ".html")):
        theirs = resources.template(name).blocks
        return [f'block "{one}"' for one in ours.template(name).blocks if one not in theirs]
    resources.text(name)
    return []


def _keys(ours: Mapping[str, Any], theirs: Mapping[str, Any], before: str = "") -> Iterator[str]:
    for key, value in ours.items():
        if key not in theirs:
            yield before + key
        elif isinstance(value, dict) and isinstance(theirs[key], dict):
            yield from _keys(value, theirs[key], f"{before}{key}.")
