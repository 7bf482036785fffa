"""A screen for tests: what is said is kept, and what is heard was written before."""

from collections.abc import Callable, Iterable, Sequence

from tests.intake.interviewing import begun

from claimwright.cli.asking import Asker
from claimwright.cli.screen import Stopped
from claimwright.cli.terminal import fold
from claimwright.intake.interview import Event, Interview


class Scripted:
    """A screen of 88 columns whose reader types these lines, and then stops."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.shown: list[str] = []

    def say(self, text: str, first: str = "", rest: str = "", *, strong: bool = False) -> None:
        self.shown.append(fold(text, first, rest))

    def hear(self) -> str:
        line = next(self._lines, None)
        self.shown.append(f"> {line or ''}".rstrip() if line is not None else "(end)")
        if line is None:
            raise Stopped
        return line + "\n"

    @property
    def text(self) -> str:
        return "\n".join(self.shown) + "\n"


def fits(interview: Interview, id: str) -> str:
    """Everything may stand in a message."""
    return ""


def no_doubts(interview: Interview) -> Sequence[str]:
    """Nothing is to be said beside the read-back."""
    return ()


def held(
    *lines: str,
    interview: Interview | None = None,
    unfit: Callable[[Interview, str], str] = fits,
    doubts: Callable[[Interview], Sequence[str]] = no_doubts,
    files: Callable[[str], str | None] = str,
    beside: Callable[[Interview, str, object], str] = lambda *_: "",
) -> tuple[str, Interview | None, list[Event]]:
    """What was shown, the interview if it came to its end, and every step that was kept."""
    screen, kept = Scripted(lines), list[Event]()
    asker = Asker(screen, kept.append, unfit, doubts, files=files, beside=beside)
    try:
        done = asker.hold(interview or begun())
    except Stopped:
        return screen.text, None, kept
    return screen.text, done, kept
