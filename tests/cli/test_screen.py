"""The interview on a terminal of any width and kind: nothing is drawn anew, and nothing typed steers it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimwright.cli.terminal import fold

from .talking import TYPED, talk

Golden = Callable[[str, str], None]


def test_in_sixty_columns_nothing_is_wider_and_nothing_is_drawn_anew(tmp_path: Path, golden: Golden) -> None:
    with talk(tmp_path, "new", columns=60, TERM="dumb") as here:
        here.types(*TYPED, "?", "q")
        assert here.ends()[0] == 130
    assert max(map(len, here.shown.splitlines())) <= 60
    assert "\x1b" not in here.shown
    assert "\r" not in here.shown
    golden("interview/terminal/sixty-columns.txt", here.shown)


@pytest.mark.parametrize(
    ("env", "bold"),
    [
        pytest.param({}, True, id="a terminal"),
        pytest.param({"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param({"TERM": "dumb"}, False, id="a dumb terminal"),
    ],
)
def test_only_the_question_stands_out_and_only_where_that_is_wanted(
    tmp_path: Path, env: dict[str, str], bold: bool
) -> None:
    with talk(tmp_path, "new", columns=88, piped="", **env) as here:
        assert ("\x1b[1mWhat happened?\x1b[0m" in here.asked()) == bold


def test_a_pasted_escape_sequence_steers_nothing(tmp_path: Path) -> None:
    with talk(tmp_path, "new", TERM="dumb") as here:
        here.types(*TYPED[:3], "mug \x1b]0;owned\x07\x1b[2J green")
        here.types("b")
        assert "\x1b" not in here.asked()


def test_back_and_why_on_a_terminal(tmp_path: Path) -> None:
    with talk(tmp_path, "new") as here:
        assert "the first question" in here.types("b", "1")
        assert "G11 A claim has to be honest." in here.types("?", "1")
        here.types("b")
        assert "Your answer was: it has another colour than I ordered" in here.types("b", "17")
        assert "Which of these is true of your complaint?" in here.asked()


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_a_command_stays_whole_on_its_line(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = "The case is saved. `claimwright draft my case.json` writes it again, and `--copy` puts it there."
    lines = fold(text, "- ", "  ").splitlines()
    assert any("`claimwright draft my case.json`" in line for line in lines)
    assert max(map(len, lines)) <= columns
    assert " ".join(" ".join(lines).split()) == f"- {text}"
