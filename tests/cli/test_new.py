"""`new`, and `draft` without a case, on a real terminal: verdict, back, why, stopped, killed, taken up again."""

import json
import re
import stat
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from tests.intake.interviewing import HOODIE, asks, begun, said_back, the_menu, told

from claimwright.case.casefile import dump_case

from .endpoint import endpoint
from .running import process, run
from .talking import MESSAGE, TYPED, answered, cases, plain, talk

Golden = Callable[[str, str], None]

OPEN = "Open a dispute. You may ask for the whole price back or for a part of it."


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str, str]:
    """A whole interview: its folder, what was shown, the message on stdout, and the case."""
    folder = tmp_path_factory.mktemp("finished")
    with talk(folder, "new", piped="message.txt") as here:
        here.types(*TYPED, "", "")
        code, _ = here.ends()
        assert code == 0, here.shown
    assert cases(folder) == ["cotton-hoodie-size.json"]
    case = (folder / "cotton-hoodie-size.json").read_text(encoding="utf-8")
    return folder, here.shown, (folder / "message.txt").read_text(encoding="utf-8"), case


def test_it_ends_with_the_verdict_the_message_and_the_case(finished: tuple[Path, str, str, str]) -> None:
    folder, shown, message, case = finished
    assert case == dump_case(told(*HOODIE).case)
    assert f"This is decided: {OPEN}" in " ".join(shown.split())
    assert "Your own date\n8 days left" in plain(shown)
    assert MESSAGE in message
    assert MESSAGE not in shown, "stdout is the message, and the questions are not"
    assert stat.S_IMODE((folder / "cotton-hoodie-size.json").stat().st_mode) == 0o600
    assert list((folder / "state" / "claimwright").iterdir()) == [], "what was kept is gone once it is saved"


def test_the_case_gives_the_same_verdict_and_message_again(finished: tuple[Path, str, str, str]) -> None:
    folder, shown, message, _ = finished
    path = str(folder / "cotton-hoodie-size.json")
    again = process("draft", "--writer", "template", path, "-q")
    assert (again.code, again.out) == (0, message)
    page, shown = (" ".join(text.split()) for text in (run("check", path, COLUMNS="88").out, plain(shown)))
    assert page.replace("add --more", "`claimwright check cotton-hoodie-size.json --more`") in shown


def test_what_the_page_names_for_more_works(finished: tuple[Path, str, str, str]) -> None:
    folder, shown, _, _ = finished
    named = re.search(r"`claimwright (check \S+ --more)`", " ".join(plain(shown).split()))
    assert named
    assert "add --more" not in plain(shown)
    with chdir(folder):
        assert "; confidence B]" in run(*named[1].split()).out


def test_the_end_of_an_interview(finished: tuple[Path, str, str, str], golden: Golden) -> None:
    _, shown, _, _ = finished
    golden("interview/terminal/end.txt", plain(shown[shown.index("This is what I have understood.") :]))


SAVED = "The case is saved in cotton-hoodie-size.json. `claimwright draft cotton-hoodie-size.json` writes its message"


@pytest.mark.parametrize("key", ["q", "\x03", "\x04"], ids=["q", "Ctrl-C", "Ctrl-D"])
def test_stopped_before_a_case_is_sent_nothing_is_sent_or_lost(tmp_path: Path, key: str) -> None:
    answered(tmp_path, *HOODIE)
    with endpoint("No.") as model, talk(tmp_path, "new", piped="message.txt", OPENAI_BASE_URL=model.url) as here:
        here.types("g", "", "")
        assert "Send it?" in here.asked()
        here.child.send(f"{key}\n" if key == "q" else key)
        code, text = here.ends()
        assert (code, model.bodies) == (130, []), text
    assert f"{SAVED}." in " ".join(text.split())
    assert "Error" not in text
    assert (tmp_path / "message.txt").read_text() == ""
    assert (tmp_path / "cotton-hoodie-size.json").read_text(encoding="utf-8") == dump_case(told(*HOODIE).case)


def test_whoever_asks_what_is_sent_is_shown_it_and_may_still_say_no(tmp_path: Path) -> None:
    answered(tmp_path, *HOODIE)
    with endpoint("No.") as model, talk(tmp_path, "new", piped="message.txt", OPENAI_BASE_URL=model.url) as here:
        here.types("g", "", "", "?")
        shown = here.asked()
        assert f"This would be sent to {model.url}:" in shown
        assert "F8: The hoodie that arrived is bright green." in shown
        assert "Ana Ruiz" not in shown
        here.child.sendline("perhaps")
        assert "Send it?" in here.types("n")
        code, text = here.ends()
        assert (code, model.bodies) == (0, [])
    assert "Written from the template: You chose to send nothing." in text
    assert f"{SAVED} again." in " ".join(text.split())
    assert MESSAGE in (tmp_path / "message.txt").read_text(encoding="utf-8")


def test_draft_without_a_case_asks_first(tmp_path: Path) -> None:
    with talk(tmp_path, "draft", piped="message.txt") as here:
        assert here.asked().startswith("Starting a new case. To use one you have: `claimwright draft FILE`\n")
        here.child.sendline(TYPED[0])
        here.types(*TYPED[1:], "", "my case")
        assert here.ends()[0] == 0
    assert cases(tmp_path) == ["my case.json"]
    assert MESSAGE in (tmp_path / "message.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["draft", "new"])
def test_where_notes_and_message_share_a_terminal_a_line_keeps_them_apart(tmp_path: Path, command: str) -> None:
    answered(tmp_path, *HOODIE)
    with talk(tmp_path, command, TERM="dumb") as here:
        here.types("g", "", "")
        code, text = here.ends()
    assert code == 0
    before, apart, after = text.partition("\n\n--- your message\n\n")
    assert apart
    assert after.startswith("I paid €23.40")
    assert f"{OPEN}\n" in before


def test_a_file_that_was_dropped_on_the_terminal_is_named_without_its_quotes(tmp_path: Path) -> None:
    (tmp_path / "listing screenshot.png").touch()
    typed = [one if one != "hoodie.jpg" else f"'{tmp_path}/listing screenshot.png'" for one in TYPED]
    with talk(tmp_path, "new", TERM="dumb") as here:
        here.types(*typed, "", "")
        assert here.ends()[0] == 0, here.shown
    (case,) = cases(tmp_path)
    held = json.loads((tmp_path / case).read_text(encoding="utf-8"))
    assert held["evidence"][0]["file"] == "listing screenshot.png", "it is named as seen from the case"


@pytest.mark.parametrize("command", ["draft", "new"])
def test_in_a_pipe_nobody_can_be_asked(command: str) -> None:
    found = run(command, stdin="1\n")
    assert (found.code, found.out) == (2, "")
    assert "case.json" in found.err


ENTRIES = [one.id for one in the_menu().entries]


@pytest.mark.parametrize(
    "entry",
    [id if id == "customs" else pytest.param(id, marks=pytest.mark.slow) for id in ENTRIES],
)
def test_every_entry_of_the_menu_reaches_a_verdict_within_five_questions(tmp_path: Path, entry: str) -> None:
    with talk(tmp_path, "new", TERM="dumb") as here:
        here.types(str(1 + ENTRIES.index(entry)))
        for count in range(1, 6):
            text = here.asked()
            if "This is decided:" in text:
                return
            assert count < 5, here.shown
            # Honest, and otherwise the last answer but "I don't know": it leads furthest.
            here.child.sendline("1" if "Which of these is true" in text else str(text.count("\n  ") - 1))
    pytest.fail("more than five questions were asked")


def test_a_case_without_a_message_is_saved_all_the_same(tmp_path: Path) -> None:
    with talk(tmp_path, "new", piped="message.txt", TERM="dumb") as here:
        text = here.types("13", "", "")
        assert "No message is called for now." in text
        code, text = here.ends()
        assert code == 0
        assert "Do not open a dispute." in text
    assert (tmp_path / "message.txt").read_text() == ""
    assert json.loads((tmp_path / cases(tmp_path)[0]).read_text())["facts"] == {"received": "yes", "defects": []}


def test_draft_of_a_case_without_a_message_ends_as_draft_does(tmp_path: Path) -> None:
    with talk(tmp_path, "draft", TERM="dumb") as here:
        here.types("13", "", "")
        assert here.ends()[0] == 3


def test_what_is_left_open_is_named_at_the_end(tmp_path: Path) -> None:
    with talk(tmp_path, "new", piped="message.txt", TERM="dumb") as here:
        answers = ["d" if said in HOODIE[4:6] else said for said in HOODIE]
        typed, here_now = list[str](), begun()
        for said in answers:
            typed.append(said)
            if said_back(here_now, said):
                typed.append("")
            here_now = told(said, interview=here_now)
        assert asks(here_now) == ""
        here.types(*typed)
        assert "Still missing: What is the order number?" in here.asked()
        here.child.sendline("")
        here.types("")
        code, text = here.ends()
        assert code == 4
        assert "order.number: What is the order number?" in text
        assert "claimwright draft cotton-hoodie-size.json" in " ".join(text.split())


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "my-case.json").write_text("precious")
    with talk(tmp_path, "new", TERM="dumb") as here:
        text = here.types("14", "2", "", "my-case", "")
        assert "my-case.json exists" in text
        assert here.ends()[0] == 0
    assert (tmp_path / "my-case.json").read_text() == "precious"
    assert cases(tmp_path) == ["my-case-2.json", "my-case.json"]


def test_the_file_can_be_named_beforehand(tmp_path: Path) -> None:
    with talk(tmp_path, "new", "-o", "there.json", TERM="dumb") as here:
        here.types("13", "")
        assert here.ends()[0] == 0
    with talk(tmp_path, "new", "-o", "there.json", TERM="dumb") as here:
        code, text = here.ends()
        assert (code, "there.json exists" in text) == (2, True)
    with talk(tmp_path, "new", "-o", "there.json", "--force", TERM="dumb") as here:
        here.types("2", "2", "")
        assert here.ends()[0] == 0
    assert json.loads((tmp_path / "there.json").read_text())["facts"]["defects"] == ["size_chart"]


def test_a_state_folder_that_is_a_file_keeps_nobody_from_asking(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    with talk(tmp_path, "new", TERM="dumb") as here:
        here.types("13")
        assert "Your answers cannot be kept on this machine" in " ".join(here.shown.split())
        here.types("", "")
        assert here.ends()[0] == 0
