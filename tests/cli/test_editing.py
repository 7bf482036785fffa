"""`draft --edit`: changed in an editor, checked again; what was typed is never lost."""

import re
from pathlib import Path

import pytest

from .running import ROOT, example, process, run
from .talking import talk

CASE = example("wrong-colour")
MESSAGE = (ROOT / "tests/golden/messages/wrong-colour.txt").read_text(encoding="utf-8").rstrip("\n")


def editor(folder: Path, script: str) -> str:
    """An editor that changes the file as sed does, and keeps what it was given."""
    path = folder / "editor"
    path.write_text(f'#!/bin/sh\ncp "$1" "{folder}/given"\necho drawn on the screen\nsed -i -e "{script}" "$1"\n')
    path.chmod(0o755)
    return str(path)


def test_the_editor_gets_the_message_and_the_message_is_what_it_leaves(tmp_path: Path) -> None:
    found = process("draft", CASE, "--edit", EDITOR=editor(tmp_path, "s/The hoodie that arrived is/What came is a/"))
    assert (tmp_path / "given").read_text(encoding="utf-8") == MESSAGE + "\n"
    assert (found.code, found.out) == (0, MESSAGE.replace("The hoodie that arrived is", "What came is a") + "\n")
    assert "Changed by you." in found.err


def test_a_message_that_is_left_alone_is_as_it_was(tmp_path: Path) -> None:
    found = process("draft", CASE, "--edit", EDITOR=editor(tmp_path, ""))
    assert (found.code, found.out) == (0, MESSAGE + "\n")
    assert "Changed by you." not in found.err


def test_what_must_not_be_sent_is_told_and_what_was_typed_is_kept(tmp_path: Path) -> None:
    script = "s/The hoodie that arrived/My kitchen floor melted under the washing machine yesterday. The hoodie/"
    found = process("draft", CASE, "--edit", EDITOR=editor(tmp_path, script), TMPDIR=str(tmp_path))
    assert (found.code, found.out) == (5, "")
    assert "This cannot be sent as it stands:\n- My kitchen floor melted" in found.err
    assert "write there first (what_happened), and draft again" in found.err
    kept = re.search(r"Your text is kept in (\S+\.txt)\.", found.err)
    assert kept
    path = Path(kept[1])
    assert "My kitchen floor melted" in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["no/such/editor", "false"])
def test_an_editor_that_does_not_work_is_told(name: str) -> None:
    found = run("draft", CASE, "--edit", EDITOR=name, VISUAL=None)
    assert (found.code, found.out) == (2, "")
    assert name in found.err
    assert "Set EDITOR to the editor that you like." in found.err


def test_on_a_terminal_it_is_opened_again_until_it_can_be_sent(tmp_path: Path) -> None:
    spoilt = editor(tmp_path, "s/navy (E2)/black (E9)/; t; s/black (E9)/navy (E2)/")
    with talk(tmp_path, "draft", CASE, "--edit", TERM="dumb", EDITOR=spoilt) as here:
        here.types("")
        code, text = here.ends()
    assert code == 0
    assert "Open it again? Enter: yes; n: no" in here.shown
    assert "navy (E2)" in text


def test_whoever_gives_up_finds_the_text_in_a_file(tmp_path: Path) -> None:
    spoilt = editor(tmp_path, "s/navy (E2)/black (E9)/")
    with talk(tmp_path, "draft", CASE, "--edit", TERM="dumb", EDITOR=spoilt, TMPDIR=str(tmp_path)) as here:
        here.types("n")
        code, text = here.ends()
    assert code == 5
    assert "Your text is kept in" in text
    assert [*tmp_path.glob("claimwright-*.txt")]
