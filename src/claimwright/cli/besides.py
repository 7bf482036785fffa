"""What is said at once beside an answer that is taken: a file that is not there, words that are not English.

Decided here: a file in the folder of the case is named as it is seen from there, so that the folder can be moved.
"""

from collections.abc import Callable
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from claimwright.case.casefile import Case
from claimwright.intake.asked import plain
from claimwright.intake.interview import Interview

if TYPE_CHECKING:
    from claimwright.exhibits.place import Places

_OWN_WORDS = frozenset(("what_happened", "contacts.text", "evidence.shows"))


def files_in(folder: Path) -> Callable[[str], str | None]:
    """Gives the name under which a file goes into a case saved in this folder; None if there is no such file."""

    def named(typed: str) -> str | None:
        try:
            path = Path(typed).expanduser()
            if not (folder / path).is_file():
                return None
            here = folder.resolve()
            return path.relative_to(here).as_posix() if path.is_absolute() and path.is_relative_to(here) else str(path)
        except (OSError, RuntimeError, ValueError):
            return None

    return named


def beside(interview: Interview, id: str, value: object) -> str:
    """What is to be said of an answer, in one line; nothing if all is well."""
    path, _ = plain(id)
    if path == "evidence.file":
        return interview.wording.say("outside") if _outside(str(value)) else ""
    texts = value if isinstance(value, list) else [value]
    return _foreign(interview, " ".join(map(str, texts))) if path in _OWN_WORDS else ""


def absent(case: Case, path: str) -> tuple[str, ...]:
    """A line for each item of proof whose file is not there; no link is followed out of the folder of the case."""
    from claimwright.exhibits.place import Places

    if path == "-":
        return ()
    folder = Path(path).parent
    places, lines = Places(folder), []
    for number, one in enumerate(case.evidence, start=1):
        if one.file is not None and not _there(one.file, folder, places):
            beside = "" if _outside(one.file) else " beside the case file"
            lines.append(f"E{number}: there is no file {one.file}{beside}.")
    return tuple(lines)


def _there(file: str, folder: Path, places: "Places") -> bool:
    from claimwright.exhibits.remark import Unfit

    try:
        if _outside(file):
            return (folder / file).is_file()
        with places.opened(file):
            return True
    except Unfit as why:
        return why.id not in {"missing", "backslash", "no_file"}
    except (OSError, ValueError):
        return False


def _outside(file: str) -> bool:
    windows = PureWindowsPath(file)
    return bool(windows.drive or windows.root) or ".." in windows.parts


def _foreign(interview: Interview, text: str) -> str:
    from claimwright.intake.story.tongue import language_of
    from claimwright.letter.tongue import english

    if english(text):
        return ""
    language, say = language_of(text), interview.wording.say
    return say("foreign_other") if language == "en" else say("foreign", language=say("languages", language))
