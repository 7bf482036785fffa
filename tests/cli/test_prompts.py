"""`claimwright prompts`: what is whose, a copy of ours to change, and how it differs then."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from .running import ROOT, Ran, example, run

CASE = example("wrong-colour")
VERDICTS = "templates/verdicts.toml"
OURS = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("prompts", "templates")
    for path in (ROOT / folder).rglob("*")
    if path.is_file()
)


def at(home: Path, *args: str) -> Ran:
    """A run with this home."""
    return run("--home", str(home), *args)


def test_every_file_is_listed_as_ours(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    found = at(tmp_path, "prompts")
    assert [line.split() for line in found.out.splitlines()] == [[name, "ours"] for name in OURS]
    golden("cli/prompts/help.txt", run("prompts", "--help").out)
    assert "claimwright prompts --eject NAME" in found.err


@pytest.mark.parametrize("name", OURS)
def test_a_copy_is_ours_byte_for_byte_and_changes_nothing_until_it_is_changed(tmp_path: Path, name: str) -> None:
    found = at(tmp_path, "prompts", "--eject", name)
    assert (found.code, found.out) == (0, "")
    assert (tmp_path / name).read_bytes() == (ROOT / name).read_bytes()
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert at(tmp_path, "prompts", "--diff", name) == Ran(0, "", "")


def test_what_was_changed_is_used_listed_and_shown_as_a_difference(tmp_path: Path) -> None:
    assert at(tmp_path, "prompts", "--eject", "verdicts").code == 0
    own = tmp_path / VERDICTS
    own.write_text(own.read_text(encoding="utf-8").replace("Open a dispute.", "Open one."), encoding="utf-8")
    assert "Open one." in at(tmp_path, "check", CASE).out
    assert f"{own}" in at(tmp_path, "prompts").out
    lines = at(tmp_path, "prompts", "--diff", "verdicts.toml").out.splitlines()
    assert lines[:2] == [f"--- ours/{VERDICTS}", f"+++ yours/{VERDICTS}"]
    assert any(line.startswith("+") and "Open one." in line for line in lines)


def test_yours_is_written_over_only_when_you_say_so(tmp_path: Path) -> None:
    assert at(tmp_path, "prompts", "--eject", VERDICTS).code == 0
    (tmp_path / VERDICTS).write_text("mine", encoding="utf-8")
    found = at(tmp_path, "prompts", "--eject", VERDICTS)
    assert (found.code, found.out) == (2, "")
    assert "exists." in found.err
    assert (tmp_path / VERDICTS).read_text(encoding="utf-8") == "mine"
    assert at(tmp_path, "prompts", "--eject", VERDICTS, "--force").code == 0
    assert (tmp_path / VERDICTS).read_bytes() == (ROOT / VERDICTS).read_bytes()


def test_without_a_home_it_goes_into_the_folder_of_the_user(tmp_path: Path) -> None:
    assert run("prompts", "--eject", VERDICTS, XDG_CONFIG_HOME=str(tmp_path)).code == 0
    assert (tmp_path / "claimwright" / VERDICTS).is_file()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--eject", "verdict"), 'There is no prompt or template "verdict".'),
        (("--eject", "templates/verdict.toml"), 'Did you mean "templates/verdicts.toml"?'),
        (("--eject", "rules"), "may be prompts/rules.j2 or prompts/story/rules.j2. Write more of the name."),
        (("--eject", "../../etc/passwd"), "There is no prompt or template"),
        (("--eject", "/etc/passwd"), "There is no prompt or template"),
        (("--diff", VERDICTS), f"{VERDICTS} is ours: there is none of yours."),
        (("--diff", VERDICTS, "--eject", VERDICTS), "choose one"),
    ],
)
def test_what_cannot_be_done_is_told_and_writes_nothing(tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    found = at(tmp_path, "prompts", *args)
    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "templates").touch()
    found = at(tmp_path, "prompts", "--eject", VERDICTS)
    assert (found.code, "cannot be made" in found.err) == (8, True)
