"""`--copy`: this machine's clipboard, or over SSH that of the terminal; without either a plain error."""

import base64
from pathlib import Path

import pyperclip
import pytest

from claimwright.cli import clipboard
from claimwright.errors import CannotReadWrite

from .running import ROOT, example, process, run

MESSAGE = (ROOT / "tests/golden/messages/dislike.txt").read_text(encoding="utf-8").rstrip("\n")
CASE = example("dislike")
OF_TMUX = b"\x1bPtmux;\x1b\x1b]52;c;%s\x07\x1b\\"


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in the place of the terminal."""
    path = tmp_path / "tty"
    path.touch()
    monkeypatch.setattr(clipboard, "_TERMINAL", path)
    return path


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What this machine's clipboard was given."""
    texts: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", texts.append)
    return texts


@pytest.fixture
def no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(text: str) -> None:
        raise pyperclip.PyperclipException("no copy/paste mechanism")

    monkeypatch.setattr(pyperclip, "copy", none)


def test_the_message_is_copied_without_its_last_line_end_and_printed_too(copied: list[str]) -> None:
    found = run("draft", "--copy", CASE)
    assert (found.code, found.out, copied) == (0, MESSAGE + "\n", [MESSAGE])
    assert "Copied to the clipboard.\n" in found.err
    assert run("draft", "--copy", "--quiet", CASE).err == ""


def test_what_is_copied_is_what_is_written_to_a_file(copied: list[str], tmp_path: Path) -> None:
    path = tmp_path / "message.md"
    found = run("draft", "--copy", "-f", "markdown", "-o", str(path), CASE)
    assert (found.code, found.out) == (0, "")
    assert path.read_text(encoding="utf-8") == copied[0] + "\n"


@pytest.mark.parametrize("stem", ["resolved", "seller-unknown"])
def test_nothing_is_copied_where_there_is_no_message(copied: list[str], stem: str) -> None:
    assert run("draft", "--copy", example(stem)).code in {3, 4}
    assert copied == []


@pytest.mark.parametrize("variable", ["SSH_TTY", "SSH_CONNECTION"])
def test_over_ssh_the_terminal_is_asked_and_not_the_machine(copied: list[str], terminal: Path, variable: str) -> None:
    found = run("draft", "--copy", CASE, **{variable: "set"})
    assert (found.code, found.out, copied) == (0, MESSAGE + "\n", [])
    assert "Copied to the clipboard of your terminal.\n" in found.err
    assert terminal.read_bytes() == b"\x1b]52;c;%s\x07" % base64.b64encode(MESSAGE.encode())


def test_in_tmux_the_sequence_is_wrapped_with_its_escapes_doubled(copied: list[str], terminal: Path) -> None:
    assert run("draft", "--copy", CASE, SSH_TTY="/dev/pts/0", TMUX="/tmp/tmux,1,0").code == 0
    assert terminal.read_bytes() == OF_TMUX % base64.b64encode(MESSAGE.encode())


@pytest.mark.usefixtures("no_clipboard")
def test_without_a_clipboard_the_terminal_is_asked(terminal: Path) -> None:
    found = run("draft", "--copy", CASE)
    assert (found.code, found.out) == (0, MESSAGE + "\n")
    assert "if it allows that" in found.err
    assert terminal.read_bytes() == b"\x1b]52;c;%s\x07" % base64.b64encode(MESSAGE.encode())


@pytest.mark.usefixtures("no_clipboard")
@pytest.mark.parametrize("ssh", [None, "/dev/pts/0"])
def test_without_a_clipboard_and_a_terminal_the_way_out_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ssh: str | None
) -> None:
    monkeypatch.setattr(clipboard, "_TERMINAL", tmp_path / "gone" / "tty")
    found = run("draft", "--copy", CASE, SSH_TTY=ssh)
    assert found.code == 8
    assert "Install xclip or wl-clipboard, or use -o FILE" in found.err


def test_over_ssh_without_a_terminal_the_machine_is_asked(
    copied: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_TERMINAL", tmp_path / "gone" / "tty")
    assert run("draft", "--copy", CASE, SSH_TTY="/dev/pts/0").code == 0
    assert copied == [MESSAGE]


def test_a_terminal_that_cannot_be_written_to_is_no_clipboard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(clipboard, "_TERMINAL", tmp_path)

    def none(text: str) -> None:
        raise pyperclip.PyperclipException("none")

    monkeypatch.setattr(pyperclip, "copy", none)
    with pytest.raises(CannotReadWrite, match="There is no clipboard here"):
        clipboard.copy("text")


@pytest.mark.parametrize(("text", "body"), [("a", b"YQ=="), ("é\n“x”", b"w6kK4oCceOKAnQ=="), ("", b"")])
def test_the_sequence_holds_the_text_as_utf_8_in_base64(
    monkeypatch: pytest.MonkeyPatch, text: str, body: bytes
) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    assert clipboard.osc52(text) == b"\x1b]52;c;%s\x07" % body
    monkeypatch.setenv("TMUX", "set")
    assert clipboard.osc52(text) == OF_TMUX % body


def test_the_machines_own_command_gets_the_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"
    command = tmp_path / "xclip"
    command.write_text(f'#!/bin/sh\ncat > "{kept}"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    found = process("draft", "--copy", CASE, DISPLAY=":0")
    assert (found.code, found.out) == (0, MESSAGE + "\n")
    assert kept.read_text(encoding="utf-8") == MESSAGE
