"""An interview on a real terminal that was killed, stopped or closed: it goes on where it was, or begins anew."""

import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.intake.interviewing import HOODIE, told

from claimwright.case.casefile import dump_case

from .talking import LINES, MESSAGE, TYPED, answered, cases, talk


@pytest.mark.slow
@pytest.mark.parametrize("count", range(1, len(TYPED) + 1))
def test_killed_at_any_question_it_goes_on_there(tmp_path: Path, count: int) -> None:
    _kill_and_go_on(tmp_path, count)


def test_killed_it_goes_on_where_it_was(tmp_path: Path) -> None:
    _kill_and_go_on(tmp_path, 7)


def _kill_and_go_on(folder: Path, count: int) -> None:
    with talk(folder, "new", TERM="dumb") as here:
        here.types(*TYPED[:count])
        here.asked()
        here.child.kill(signal.SIGKILL)
        here.child.wait()
    answered = _answers(count)
    (journal,) = (folder / "state" / "claimwright").iterdir()
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600
    assert len(journal.read_text(encoding="utf-8").splitlines()) == 1 + answered
    with talk(folder, "new", TERM="dumb", piped="message.txt") as here:
        assert "You have begun an interview" in here.types("g")
        question = told(*HOODIE[:answered]).question
        text = " ".join(here.asked().split())
        assert (question.text if question else "This is what I have understood.") in text
        rest = TYPED[_typed(answered) :]
        here.child.sendline((*rest, "")[0])
        here.types(*rest[1:], *([""] if rest else []), "")
        assert here.ends()[0] == 0, here.shown
    (case,) = cases(folder)
    assert (folder / case).read_text(encoding="utf-8") == dump_case(told(*HOODIE).case)
    assert MESSAGE in (folder / "message.txt").read_text(encoding="utf-8")


def _answers(count: int) -> int:
    """How many answers were complete once so many lines were typed."""
    return max(number for number in range(len(HOODIE) + 1) if _typed(number) <= count)


def _typed(answers: int) -> int:
    """How many lines are typed for so many answers."""
    return sum(map(len, LINES[:answers]))


@pytest.mark.parametrize(
    ("stop", "code", "term"),
    [
        pytest.param(lambda child: child.sendline("q"), 130, "dumb", id="q"),
        pytest.param(lambda child: child.sendcontrol("c"), 130, "xterm", id="Ctrl-C"),
        pytest.param(
            lambda child: child.sendcontrol("c"), 130, "dumb", id="Ctrl-C on a dumb terminal", marks=pytest.mark.slow
        ),
        pytest.param(lambda child: child.sendcontrol("d"), 130, "xterm", id="Ctrl-D", marks=pytest.mark.slow),
        pytest.param(lambda child: child.sendcontrol("d"), 130, "dumb", id="Ctrl-D on a dumb terminal"),
        pytest.param(lambda child: child.kill(signal.SIGHUP), None, "xterm", id="the terminal is closed"),
    ],
)
def test_whoever_stops_goes_on_later(
    tmp_path: Path, stop: Callable[[object], None], code: int | None, term: str
) -> None:
    with talk(tmp_path, "new", TERM=term) as here:
        here.types("1", "1")
        here.asked()
        stop(here.child)
        ended, text = here.ends()
        assert ended == code
        assert code is None or "All your answers are kept; `claimwright new` goes on from here." in " ".join(
            text.split()
        )
        assert "Traceback" not in text
    with talk(tmp_path, "new", TERM=term) as here:
        here.types("g")
        assert "How does your purchase protection stand?" in here.asked()


def test_whoever_begins_anew_begins_at_the_first_question(tmp_path: Path) -> None:
    answered(tmp_path, "1")
    with talk(tmp_path, "new", TERM="dumb") as here:
        here.types("maybe", "n")
        assert "What happened?" in here.asked()
    with talk(tmp_path, "new", TERM="dumb") as here:
        assert "What happened?" in here.asked(), "the old answers are thrown away"


def test_stopped_while_asked_whether_to_go_on_nothing_is_lost(tmp_path: Path) -> None:
    journal = answered(tmp_path, "1")
    before = journal.read_bytes()
    with talk(tmp_path, "new", TERM="dumb") as here:
        assert "You have begun an interview" in here.types("q")
        assert here.ends()[0] == 130
    assert journal.read_bytes() == before


def test_a_story_that_cannot_be_read_throws_nothing_away(tmp_path: Path) -> None:
    journal = answered(tmp_path, "1")
    before = journal.read_bytes()
    with talk(tmp_path, "new", "--from-story", "missing.txt", TERM="dumb") as here:
        here.types("n")
        code, text = here.ends()
    assert (code, "missing.txt: cannot be read" in text) == (8, True)
    assert "thrown away" not in here.shown
    assert journal.read_bytes() == before
