"""A question on the screen: it stands right above the place to type, and why it is asked takes a handful of lines."""

import pytest
from tests.intake.interviewing import HOODIE, begun, told

from claimwright.intake.interview import Interview

from .scripted import held


def lines_before_typing(interview: Interview, *said: str) -> list[str]:
    text, _, _ = held(*said, interview=interview)
    return text.removesuffix("(end)\n").splitlines()


@pytest.mark.parametrize(
    ("interview", "question"),
    [
        pytest.param(begun(), "What happened? Choose what comes closest; several like 1, 7.", id="the menu"),
        pytest.param(told(*HOODIE[:19]), "What can you show? Name one thing at a time.", id="the proof"),
        pytest.param(
            told("d", "1", "yes"), "What is wrong with what arrived? Name everything that applies.", id="defects"
        ),
    ],
)
def test_a_question_with_many_options_stands_below_them(
    interview: Interview, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert lines_before_typing(interview)[-1] == question
    assert lines_before_typing(interview, "?")[-1] == question, "and so it does after ?"


def test_why_the_menu_is_asked_takes_a_handful_of_lines_and_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    first, after = lines_before_typing(begun()), lines_before_typing(begun(), "?")
    said = after[len(first) + 1 :]
    why = said[: said.index("It has arrived, and")]
    assert why == [
        "It decides what the guide says of your case; every later question depends on it.",
        "`claimwright guide` shows what the guide says.",
    ]
    assert said[-23:] == first[-23:], "the options are there again"


def test_a_question_with_few_options_stands_above_them_alone() -> None:
    text = "\n".join(lines_before_typing(told("1")))
    assert text.count("Which of these is true of your complaint?") == 1
