"""What is said at once beside an answer that is taken: a file that is not there, words that are not English.

Decided here: a file in the folder of the case is named as it is seen from there, so that the folder can be moved.
"""

from collections.abc import Callable
from pathlib import Path

from claimwright.cli.absent import outside
from claimwright.intake.asked import plain
from claimwright.intake.interview import Interview

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
        return interview.wording.say("outside") if outside(str(value)) else ""
    texts = value if isinstance(value, list) else [value]
    return _foreign(interview, " ".join(map(str, texts))) if path in _OWN_WORDS else ""


def _foreign(interview: Interview, text: str) -> str:
    from claimwright.intake.story.tongue import language_of
    from claimwright.letter.tongue import english

    if english(text):
        return ""
    language, say = language_of(text), interview.wording.say
    return say("foreign_other") if language == "en" else say("foreign", language=say("languages", language))
