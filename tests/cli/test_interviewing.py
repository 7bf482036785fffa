"""An interview from its beginning to its file, without a terminal: taken up again, and what a message will not hold."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.intake.interviewing import HOODIE, TODAY, told

from claimwright.case.casefile import Case
from claimwright.case.facts import Facts
from claimwright.cli.interviewing import Where, doubts, gathered, unfit
from claimwright.cli.settings import Settings
from claimwright.errors import UsageError
from claimwright.intake.interview import Answered, Start
from claimwright.intake.journal import Journal

from .scripted import Scripted

Golden = Callable[[str, str], None]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a state folder of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("COLUMNS", "88")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "state" / "claimwright"


def settings() -> Settings:
    return Settings(today=TODAY)


def left(folder: Path, *events: Answered, start: Start | None = None) -> Path:
    """The journal of an interview that was not finished."""
    folder.mkdir(parents=True)
    journal = Journal(folder / "interview-1.jsonl")
    journal.begin("aliexpress", start or Start())
    for event in events:
        journal.add(event)
    journal.close()
    return journal.path


def test_taken_up_stopped_and_taken_up_again(here: Path, golden: Golden) -> None:
    path = left(here, *(one for one in told("1", "1").events if isinstance(one, Answered)))
    screen = Scripted(["what?", "g", "1", "q"])
    assert gathered(screen, settings(), Where(), "claimwright new") is None
    assert "What did you order?" in screen.text
    assert len(path.read_text(encoding="utf-8").splitlines()) == 4
    shown = screen.text.replace(screen.text.split("last answered: ")[1].split(")")[0], "22 November 2026, 09:30")
    golden("interview/said/taken-up.txt", shown)


def test_an_answer_that_is_none_any_more_is_dropped_and_what_comes_after_it_is_kept_anew(here: Path) -> None:
    path = left(here, Answered("menu", ["colour"]), Answered("facts.intent", "saintly"), Answered("order.item", "mug"))
    assert gathered(Scripted(["g", "1", "q"]), settings(), Where(), "claimwright new") is None
    assert [line[:12] for line in path.read_text(encoding="utf-8").splitlines()[1:]] == ['{"id": "menu', '{"id": "fact']
    screen = Scripted(["g"])
    assert gathered(screen, settings(), Where(), "claimwright new") is None
    assert "How does your purchase protection stand?" in screen.text


def test_a_story_is_read_once(here: Path) -> None:
    read = []

    def started(guide: object) -> Start:
        read.append(guide)
        return Start(Case(facts=Facts().given("received", "no").given("whereabouts", "stalled")))

    assert gathered(Scripted([]), settings(), Where(), "claimwright new", started) is None
    screen = Scripted(["g", "1", "1"])
    assert gathered(screen, settings(), Where(), "claimwright new", started) is None
    assert len(read) == 1
    assert "The story that you name now is read only if you begin anew.\nGo on with it" in screen.text
    assert "Have you written to the seller" in screen.text


def test_back_at_the_name_of_the_file_leads_to_the_read_back(here: Path, golden: Golden) -> None:
    screen = Scripted(["13", "", "b", "", "none.json"])
    path = gathered(screen, settings(), Where(), "claimwright new")
    assert path == Path("none.json")
    assert path.is_file()
    golden("interview/said/saved.txt", screen.text[screen.text.index("This is what") :])


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        pytest.param("mine", "mine.json", id="without an ending"),
        pytest.param("a.case", "a.case", id="with one of its own"),
        pytest.param("", "my-case.json", id="the one that is offered"),
        pytest.param("yes", "my-case.json", id="the one that is offered, agreed to in a word"),
        pytest.param("sub/mine", "sub/mine.json", id="in another folder"),
    ],
)
def test_the_file_is_called_as_the_buyer_says(here: Path, name: str, saved: str) -> None:
    Path("sub").mkdir()
    assert gathered(Scripted(["13", "", name]), settings(), Where(), "claimwright new") == Path(saved)
    assert Path(saved).is_file()
    assert list(here.iterdir()) == []


def test_a_place_that_cannot_be_written_to_is_asked_for_again(here: Path) -> None:
    screen = Scripted(["13", "", "nowhere/mine.json", "mine.json"])
    assert gathered(screen, settings(), Where(), "claimwright new") == Path("mine.json")
    assert "It cannot be saved as nowhere/mine.json (No such file or directory)" in screen.text


def test_a_place_that_was_named_at_the_start_is_asked_for_again_too(here: Path) -> None:
    screen = Scripted(["13", "", "mine.json"])
    assert gathered(screen, settings(), Where(Path("nowhere/mine.json")), "claimwright new") == Path("mine.json")
    assert "It cannot be saved as nowhere/mine.json (No such file or directory)" in screen.text
    assert list(here.iterdir()) == []


def test_a_file_that_is_there_is_refused_before_the_first_question(here: Path) -> None:
    Path("there.json").write_text("precious")
    screen = Scripted([])
    with pytest.raises(UsageError, match=r"there\.json exists"):
        gathered(screen, settings(), Where(Path("there.json")), "claimwright new")
    assert screen.text.strip() == ""


@pytest.mark.parametrize(
    ("id", "said", "rule"),
    [
        pytest.param("what_happened[0]", ["The hoodie is green."], "", id="what happened"),
        pytest.param("what_happened[0]", ["I attach a photo of it."], "", id="proof, which is listed later"),
        pytest.param("what_happened[0]", ["Thank you!"], "It does not say what happened.", id="a courtesy"),
        pytest.param("what_happened[0]", ["It is green.", "WHY WAS I SENT THIS"], "all in capitals", id="capitals"),
        pytest.param(
            "what_happened[0]", ["I paid 99 EUR for it."], "The case says that €23.40 was paid", id="another sum"
        ),
        pytest.param("buyer.name", "Ana +34 600 000 000", "no part of your name", id="a telephone number in the name"),
        pytest.param("order.item", "{{ item }}", "A slot was left open", id="a slot in a name"),
        pytest.param("order.item", "mug [2-pack] <new>", "", id="marks that belong to a name"),
    ],
)
def test_what_cannot_stand_in_a_message_is_said_at_once(id: str, said: object, rule: str) -> None:
    found = unfit(told(*HOODIE[:10]).after(Answered(id, said)), id)
    assert rule in found
    assert bool(rule) == bool(found)


def test_what_is_lacking_or_left_out_is_said_before_it_is_saved() -> None:
    assert doubts(told(*HOODIE)) == ()
    assert doubts(told("13")) == ()
    assert doubts(told(*HOODIE[:4], "d", *HOODIE[5:])) == ["Still missing: What is the order number?"]
