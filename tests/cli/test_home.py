"""`--home`: one file of the buyer's own takes the place of ours; a broken one is named, with its line."""

import shutil
from pathlib import Path

import pytest

from .running import ROOT, example, run

CASE = example("wrong-colour")
FACTS = "templates/facts.toml"
VERDICTS = "templates/verdicts.toml"
PAGE = "templates/page/check.j2"
STATEMENT = "templates/messages/statement/colour.j2"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a copy of each file that the tests change."""
    for name in (FACTS, VERDICTS, PAGE, STATEMENT):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "args"),
    [
        (VERDICTS, "Open a dispute. You may", "Do open one. You may", ("check", CASE)),
        (PAGE, 'strong("Why")', 'strong("The grounds")', ("check", CASE)),
        (FACTS, "The purchase protection has ended.", "The protection is over.", ("check", CASE)),
        (FACTS, "Have you written to the seller", "Did you write to the seller", ("draft", example("seller-unknown"))),
        (STATEMENT, "{% block problem %}", "{% block problem %}Look at this{{ ids('order.item') }}. ", ("draft", CASE)),
    ],
)
def test_a_file_of_ones_own_takes_the_place_of_ours_alone(
    home: Path, name: str, old: str, new: str, args: tuple[str, ...]
) -> None:
    before = run(*args)
    assert run(*args, "--home", str(home)) == before
    _change(home / name, old, new)
    for one in (home / other for other in (FACTS, VERDICTS, PAGE, STATEMENT) if other != name):
        one.unlink()
    after = run("--home", str(home), *args)
    assert after.code == before.code
    assert after != before
    assert run(*args, "--home", str(home)) == after


@pytest.mark.parametrize(
    ("name", "text", "args", "said"),
    [
        (FACTS, "[a\n", ("check", CASE), "line 1"),
        (FACTS, '[received]\nask = "Here?"\n', ("check", CASE), ".statement is missing"),
        (FACTS, '[received]\nask = "Here?"\n', ("draft", example("seller-unknown")), ".ask is missing"),
        (VERDICTS, "[open\n", ("check", CASE), "line 1"),
        (VERDICTS, '[open]\nfull = "x"\n', ("check", CASE), "open.choice is missing"),
        (VERDICTS, "open = 3\n", ("draft", CASE), "open.choice is missing"),
        (VERDICTS, "[open]\nchoice = 3\n", ("check", CASE), "open.choice is missing"),
        (PAGE, "{{ name }}\n{% if %}\n", ("check", CASE), "check.j2, line 2: "),
        (PAGE, "{{ name }}\n\n{{ nothing }}\n", ("check", CASE), "check.j2, line 3: 'nothing' is undefined"),
        (PAGE, "\n{{ name + 1 }}\n", ("check", CASE), "check.j2, line 2: "),
        (PAGE, "{{ 1 / 0 }}\n", ("check", CASE), "check.j2, line 1: division by zero"),
        (PAGE, "{{ ''.__class__.__mro__ }}", ("check", CASE), "check.j2, line 1: "),
        (PAGE, "{{ fold.__globals__ }}", ("check", CASE), "check.j2, line 1: "),
        (PAGE, "{% include 'templates/none.j2' %}", ("check", CASE), "templates/none.j2"),
        (PAGE, "{% include '../../../../etc/passwd' %}", ("check", CASE), "etc/passwd"),
        (STATEMENT, "{% block problem %}\n{{ nothing }}{% endblock %}", ("draft", CASE), "colour.j2, line 2: "),
        (STATEMENT, "{% block reason %}it is{% endblock %}", ("draft", CASE), 'colour.j2: has no block "problem"'),
    ],
)
def test_a_broken_file_of_ones_own_is_named_with_what_is_wrong(
    home: Path, name: str, text: str, args: tuple[str, ...], said: str
) -> None:
    (home / name).write_text(text, encoding="utf-8")
    found = run(*args, "--home", str(home))
    assert (found.code, found.out) == (8, "")
    assert said in found.err.replace("\n", " ")
    assert Path(name).name in found.err
    assert "Traceback" not in found.err


@pytest.mark.parametrize(
    ("name", "args"), [(PAGE, ("check", CASE)), (FACTS, ("check", CASE)), (STATEMENT, ("draft", CASE))]
)
def test_a_file_that_is_not_utf_8_is_named(home: Path, name: str, args: tuple[str, ...]) -> None:
    (home / name).write_bytes(b"caf\xe9")
    found = run(*args, "--quiet", "--home", str(home))
    assert (found.code, found.out) == (8, "")
    assert f"{home / name}: cannot be read as UTF-8 text" in found.err


def test_a_folder_without_any_file_of_ones_own_changes_nothing(tmp_path: Path) -> None:
    assert run("check", CASE, "--home", str(tmp_path)) == run("check", CASE)
