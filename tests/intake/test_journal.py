"""The journal: whatever was answered is there again, however the interview ended."""

import json
import os
import stat
from pathlib import Path

import pytest

from claimwright.intake.interview import Answered, Opened, Start, WentBack
from claimwright.intake.journal import Journal, journals

from .interviewing import HOODIE, asks, begun, told

STEPS = (Answered("menu", ["colour"]), WentBack(), Answered("menu", ["fake"]), Opened(("menu", "facts.intent")))

HEAD = '{"version": 1, "guide": "x", "case": {}, "origins": {}, "suggested": []}\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with a few steps."""
    path = tmp_path / "interview-1.jsonl"
    journal = Journal(path)
    journal.begin(
        "aliexpress", Start(told(*HOODIE).case, {"order.number": "order 8190"}, ("colour",), sentences=("It leaks.",))
    )
    for step in STEPS:
        journal.add(step)
    journal.close()
    return path


def test_every_step_is_there_again(path: Path) -> None:
    journal = Journal(path)
    found = journal.unfinished()
    journal.close()
    assert found is not None
    assert (found.guide, found.events) == ("aliexpress", STEPS)
    assert found.start.case == told(*HOODIE).case
    assert found.start.sentences == ("It leaks.",)
    assert (dict(found.start.origins), found.start.suggested) == ({"order.number": "order 8190"}, ("colour",))


@pytest.mark.parametrize("count", range(len(HOODIE) + 1))
def test_an_interview_that_was_cut_off_goes_on_at_the_question_where_it_was(tmp_path: Path, count: int) -> None:
    journal = Journal(tmp_path / "interview-1.jsonl")
    journal.begin("aliexpress", Start())
    here = told(*HOODIE[:count])
    for event in here.events:
        journal.add(event)
    os.write(journal._handle, b'{"id": "order.item", "val')  # and then the power went
    journal.close()
    again = Journal(tmp_path / "interview-1.jsonl")
    found = again.unfinished()
    again.add(Answered("late", None))
    again.close()
    assert all(json.loads(line) for line in (tmp_path / "interview-1.jsonl").read_text().splitlines())
    if not count:
        assert found is None, "nothing was answered, so there is nothing to go on with"
        return
    assert found is not None
    taken_up = begun(found.start).resumed(found.events)
    assert (asks(taken_up), taken_up.case) == (asks(here), here.case)


def test_what_a_story_gave_is_there_again_before_the_first_answer(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "interview-1.jsonl")
    journal.begin("aliexpress", Start(suggested=("colour",)))
    found = journal.unfinished()
    journal.close()
    assert found is not None
    assert (found.start, found.events) == (Start(suggested=("colour",)), ())


def test_only_its_owner_reads_it(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("precious")
    (tmp_path / "interview-1.jsonl").symlink_to("other")
    with pytest.raises(OSError, match="symbolic"):
        Journal(tmp_path / "interview-1.jsonl")
    assert (tmp_path / "other").read_text() == "precious"


def test_two_interviews_at_once_have_a_journal_each(path: Path) -> None:
    first = next(journals(path.parent))
    second = next(journals(path.parent))
    assert (first.path, second.path.name) == (path, "interview-2.jsonl")
    assert second.unfinished() is None
    first.remove()
    second.remove()
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param('{"version": 1, "guide": "aliexpress"}\n{"back": true}\n', id="no case"),
        pytest.param('{"version": 99}\n{"back": true}\n', id="another version"),
        pytest.param("not json\n", id="no JSON"),
        pytest.param("[]\n[]\n", id="no objects"),
        pytest.param(HEAD.replace("{}", '{"facts": 1}', 1) + "{}\n", id="no facts"),
        pytest.param(HEAD + '{"id": 1}\n', id="no step"),
        pytest.param(HEAD, id="no answer"),
        pytest.param("\udcff\n", id="no text"),
    ],
)
def test_what_cannot_be_taken_up_is_passed_over(tmp_path: Path, text: str) -> None:
    path = tmp_path / "interview-1.jsonl"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    journal = Journal(path)
    assert journal.unfinished() is None
    journal.begin("aliexpress", Start())
    journal.add(Answered("menu", ["colour"]))
    found = journal.unfinished()
    journal.close()
    assert found is not None
    assert found.events == (Answered("menu", ["colour"]),)
