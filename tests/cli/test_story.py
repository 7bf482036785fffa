"""`new --from-story`: what is sent and what is not, what is said of it, and how the interview goes on from there."""

import json
import re
import shlex
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from tests.recorded.stories import replies

from claimwright.case.casefile import read_case

from .endpoint import endpoint
from .running import ROOT, process, run
from .talking import talk

Golden = Callable[[str, str], None]

STORIES = ROOT / "examples" / "stories"
HOODIE = str(STORIES / "hoodie.txt")
NUMBER = "8190000000000001"
SENT = "Send it?"


def text(name: str) -> str:
    return (STORIES / f"{name}.txt").read_text(encoding="utf-8")


def test_without_a_model_patterns_read_it_and_say_so(golden: Golden) -> None:
    with chdir(STORIES):
        found = run("new", "--from-story", "hoodie.txt")
    assert found.code == 0
    golden("story/cli/patterns.txt", found.err)
    case = json.loads(found.out)
    assert case["order"]["number"] == NUMBER
    assert "facts" not in case, "a fact told in words is asked"
    read_case(found.out.encode(), "stdout")


def test_a_model_reads_it_with_yes_in_a_pipe(golden: Golden) -> None:
    with endpoint(*replies("hoodie")) as model:
        found = run("new", "--from-story", "-", "--yes", "--base-url", model.url, stdin=text("hoodie"))
        sent = b"".join(model.bodies).decode()
    assert (found.code, len(model.bodies)) == (0, 1)
    golden("story/cli/model.txt", found.err.replace(model.url, "http://llm.test/v1"))
    case = json.loads(found.out)
    assert case["facts"] == {"received": "yes", "defects": ["colour"]}
    assert NUMBER not in sent
    assert "BlueHarbor" not in sent
    assert NUMBER in found.out


def test_in_a_pipe_without_yes_nothing_is_sent_and_it_says_so(golden: Golden) -> None:
    with endpoint("nothing") as model:
        found = run("new", "--from-story", "-", stdin=text("mug_rant"), OPENAI_BASE_URL=model.url)
    assert (found.code, model.bodies) == (0, [])
    golden("story/cli/unsent.txt", found.err.replace(model.url, "http://llm.test/v1"))
    assert json.loads(found.out)["order"]["number"] == "8190000000000102"


def test_quiet_says_nothing_and_sends_nothing_without_yes() -> None:
    with endpoint("nothing") as model:
        found = run("new", "-q", "--from-story", HOODIE, OPENAI_BASE_URL=model.url)
        assert (found.code, found.err, model.bodies) == (0, "", [])
        found = run("new", "-q", "--yes", "--from-story", HOODIE, OPENAI_BASE_URL=model.url)
        assert (found.code, found.err, len(model.bodies)) == (0, "", 1)


@pytest.mark.parametrize("reply", [401, "I cannot help with that.", '{"received": "yes"}'])
def test_a_model_that_does_not_help_leaves_what_patterns_read(reply: str | int) -> None:
    with endpoint(reply) as model:
        found = run("new", "--yes", "--from-story", HOODIE, OPENAI_BASE_URL=model.url, OPENAI_API_KEY="sk-secret-1")
    assert found.code == 0
    assert "No model has read your story" in found.err
    assert json.loads(found.out)["order"]["number"] == NUMBER
    assert "sk-secret-1" not in found.err


def test_a_model_that_is_not_there_leaves_what_patterns_read() -> None:
    found = run("new", "--yes", "--from-story", HOODIE, OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    assert found.code == 0
    assert "No model has read your story" in found.err
    assert json.loads(found.out)["order"]["number"] == NUMBER


def test_a_given_name_does_not_leave(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The parcel arrived on 2 November 2026. Ottilie said it is fine, it is not.", encoding="utf-8")
    with endpoint("nothing") as model:
        run("new", "--yes", "--from-story", str(story), "--name", "Ottilie Venn", OPENAI_BASE_URL=model.url)
        run("new", "--yes", "--from-story", str(story), "--no-mask", OPENAI_BASE_URL=model.url)
    assert ["Ottilie" in body.decode() for body in model.bodies] == [False, True]


def test_a_lying_model_writes_nothing_wrong() -> None:
    lies = 'received = no | "It arrived on 28 October."\nintent = genuine | "Hi all"\norder.paid = 99 EUR | "99 EUR"'
    with endpoint(lies) as model:
        found = run("new", "--yes", "--from-story", HOODIE, OPENAI_BASE_URL=model.url)
    case = json.loads(found.out)
    assert "facts" not in case
    assert case["order"]["paid"] == {"amount": "23.40", "currency": "EUR"}
    assert "Left out, because the story does not bear it" in found.err


def test_a_byte_order_mark_before_a_story_means_nothing(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes(b"\xef\xbb\xbf" + text("hoodie").encode())
    assert run("new", "--from-story", str(tmp_path / "story.txt")).out == run("new", "--from-story", HOODIE).out


FAULTS = [
    ("that is not there", None, "No such file"),
    ("that is empty", b" \n ", "there is no story in it"),
    ("that is too long", b"blah " * 5000, "longer than 20,000 characters"),
    ("that is far too long", b"\xd0\x96" * 500_000, "longer than 20,000 characters"),
    ("that is no UTF-8", "Größe".encode("latin-1"), "no UTF-8 text"),
]


@pytest.mark.parametrize(("data", "fault"), [one[1:] for one in FAULTS], ids=[one[0] for one in FAULTS])
def test_a_file_that_cannot_be_read(data: bytes | None, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    if data is not None:
        path.write_bytes(data)
    found = run("new", "--from-story", str(path))
    assert (found.code, found.out) == (8, "")
    assert fault in found.err
    assert str(path) in found.err
    if data is not None:
        assert fault in run("new", "--from-story", "-", stdin=data).err


def test_the_case_goes_to_a_file_that_is_not_there_yet(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    with endpoint("nothing") as model:
        found = run("new", "--yes", "--from-story", HOODIE, "-o", str(path), OPENAI_BASE_URL=model.url)
        assert (found.code, found.out) == (0, "")
        assert read_case(path.read_bytes(), "it").order.number == NUMBER
        found = run("new", "--yes", "--from-story", HOODIE, "-o", str(path), OPENAI_BASE_URL=model.url)
    assert (found.code, len(model.bodies)) == (2, 1), "nothing is sent for a file that may not be written"


def test_where_nobody_can_be_asked_the_way_on_is_named_and_works(tmp_path: Path) -> None:
    story = tmp_path / "my story.txt"
    story.write_text(text("hoodie"), encoding="utf-8")
    found = run("new", "--from-story", str(story), "-o", str(tmp_path / "case.json"))
    named = re.findall(r"`claimwright ([^`]*)`", " ".join(found.err.split()))
    assert [shlex.split(one)[0] for one in named] == ["new", "draft"]
    with talk(tmp_path, *shlex.split(named[0]), TERM="dumb") as here:
        assert "What happened?" in here.asked()
    lacks = run(*shlex.split(named[1]))
    assert (lacks.code, "How does your purchase protection stand?" in lacks.err) == (4, True)
    piped = run("new", "--from-story", "-", stdin=text("hoodie")).err
    assert "keep the story in a file, STORY, and run `claimwright new --from-story STORY`" in " ".join(piped.split())


def test_what_a_story_smuggles_in_is_not_shown_to_the_terminal() -> None:
    found = run("new", "--from-story", "-", stdin="\x1b]0;gotcha\x07The parcel arrived on 2 November 2026.\x1b[2J")
    assert found.code == 0
    assert "\x1b" not in found.err + found.out


def test_words_that_are_missing_are_named(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "story.toml").write_text('nothing = "x"\n', encoding="utf-8")
    found = run("new", "--home", str(tmp_path), "--from-story", HOODIE)
    assert found.code == 8
    assert "story.toml: 'faults' is missing" in found.err


def test_it_runs_as_a_process_of_its_own() -> None:
    found = process("new", "--from-story", "-", stdin=text("trek_ru"))
    assert found.code == 0
    assert json.loads(found.out)["order"]["tracking_number"] == "LP00990000000131"


def test_on_a_terminal_it_is_shown_and_sent_only_when_agreed(tmp_path: Path) -> None:
    with endpoint(*replies("hoodie")) as model:
        with talk(tmp_path, "new", "--from-story", HOODIE, OPENAI_BASE_URL=model.url) as here:
            shown = here.types("n")
            page = here.asked()
        assert model.bodies == []
        assert "[[ORDER_NUMBER]]" in shown
        assert NUMBER not in shown
        assert "Nothing was sent." in page
        with talk(tmp_path, "new", "--from-story", HOODIE, OPENAI_BASE_URL=model.url) as here:
            here.types("n")  # not the unfinished one
            assert SENT in here.types("")
            assert SENT in here.asked(), "Enter alone agrees to nothing"
            assert model.bodies == []
            here.child.sendline("y")
            assert "A model has read your story" in here.asked()
        assert len(model.bodies) == 1


def test_stopped_before_a_story_is_sent_it_is_where_it_was(tmp_path: Path) -> None:
    with endpoint("No.") as model, talk(tmp_path, "new", "--from-story", HOODIE, OPENAI_BASE_URL=model.url) as here:
        here.types("?", "q")
        code, text = here.ends()
    assert (code, model.bodies) == (130, [])
    assert here.shown.count("[[ORDER_NUMBER]]") == 2, "? shows it again"
    said = " ".join(text.split())
    assert "Nothing was sent. Stopped before the first question." in said
    assert "All your answers are kept" not in said


def test_then_only_what_still_decides_is_asked_and_the_story_stands_beside(tmp_path: Path) -> None:
    with endpoint(*replies("hoodie")) as model:
        with talk(tmp_path, "new", "--from-story", HOODIE, "-o", "case.json", OPENAI_BASE_URL=model.url) as here:
            here.types("y")
            asked = [here.asked()]
            assert "Which of these is true of your complaint?" in asked[0]
            here.child.sendline("1")
            asked.append(here.asked())
            assert "How does your purchase protection stand?" in asked[1]
            here.child.sendline("1")
            item = " ".join(here.asked().split())
            assert "This is decided: Open a dispute." in item
            assert (
                "That may mean: cotton hoodie, size M, navy. Press Enter to take it as it stands, or write it anew."
                in item
            )
            here.child.kill(9)
        with talk(tmp_path, "new", "--from-story", HOODIE, "-o", "case.json", OPENAI_BASE_URL=model.url) as here:
            here.types("g")
            again = " ".join(here.asked().split())
            assert (
                "That may mean: cotton hoodie, size M, navy. Press Enter to take it as it stands, or write it anew."
                in again
            )
            here.child.sendline("")
            assert "How much of the price" in here.asked(), "Enter takes what is offered"
    assert len(model.bodies) == 1, "a story that was read is not read again"
