"""What is said beside an answer: files that are not there, and words that are not English."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.intake.interviewing import HOODIE, told

from claimwright.case.casefile import Case
from claimwright.case.evidence import Evidence
from claimwright.cli.absent import absent
from claimwright.cli.besides import beside, files_in

from .running import case, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a picture, a folder in it, and a picture outside."""
    here = tmp_path / "case"
    (here / "photos").mkdir(parents=True)
    (here / "photos" / "leak 1.jpg").touch()
    (tmp_path / "outside.jpg").touch()
    (here / "link.jpg").symlink_to(tmp_path / "outside.jpg")
    return here


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        pytest.param("photos/leak 1.jpg", "photos/leak 1.jpg", id="as seen from the case"),
        pytest.param("{folder}/photos/leak 1.jpg", "photos/leak 1.jpg", id="in full, as a terminal drops it"),
        pytest.param("../outside.jpg", "../outside.jpg", id="outside"),
        pytest.param("/nowhere/leak.jpg", None, id="not there"),
        pytest.param("photos", None, id="a folder"),
        pytest.param("x" * 5000, None, id="no name at all"),
        pytest.param("~nobody-of-this-name/leak.jpg", None, id="of nobody"),
    ],
)
def test_a_file_is_named_as_it_is_seen_from_the_case(folder: Path, typed: str, named: str | None) -> None:
    assert files_in(folder)(typed.format(folder=folder)) == named


def test_a_file_under_the_buyers_home_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder.parent))
    assert files_in(folder)("~/outside.jpg") == str(folder.parent / "outside.jpg")


@pytest.mark.parametrize(
    ("id", "value", "said"),
    [
        pytest.param("what_happened[0]", ["It leaks at the seam."], "", id="English"),
        pytest.param("what_happened[0]", ["Pierde agua por la junta."], "stays Spanish in it", id="Spanish"),
        pytest.param("contacts[0].text", "Протекает и не закрывается", "stays Russian in it", id="Russian"),
        pytest.param("evidence[0].shows", "czajnik, który nie działa i się psuje", "in another language", id="Polish"),
        pytest.param("order.item", "la tetera de la abuela", "", id="a name, which stands as it is"),
        pytest.param("evidence[0].file", "leak.jpg", "", id="a file of the case"),
        pytest.param("evidence[0].file", "/photos/leak.jpg", "--allow", id="a file elsewhere"),
    ],
)
def test_what_is_said_beside_an_answer(id: str, value: object, said: str) -> None:
    found = beside(told(*HOODIE), id, value)
    assert said in found
    assert bool(said) == bool(found)


def test_files_that_are_not_there_are_named_and_no_link_is_followed_out(folder: Path) -> None:
    files = ("photos/leak 1.jpg", "leak2.jpg", None, "link.jpg", "/nowhere/leak.jpg", "photos")
    held = replace(Case(), evidence=tuple(Evidence("photo", "it", one) for one in files))
    assert absent(held, str(folder / "case.json")) == (
        "E2: there is no file leak2.jpg beside the case file.",
        "E5: there is no file /nowhere/leak.jpg.",
        "E6: there is no file photos beside the case file.",
    )
    assert absent(held, "-") == (), "without a case file there is nothing that they could lie beside"


def test_draft_names_them_beside_the_message(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case("wrong-colour")), encoding="utf-8")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "hoodie.jpg").touch()
    loud, quiet = run("draft", str(path)), run("draft", str(path), "-q")
    assert "E3: there is no file pictures/chat.png beside the case file." in loud.err
    assert "E1: there is no file" not in loud.err
    assert (quiet.code, quiet.err, quiet.out) == (0, "", loud.out)
