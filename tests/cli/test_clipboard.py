"""`--copy`: this machine's clipboard, or over SSH that of the terminal; without either a plain error."""

import base64
import time
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


@pytest.fixture(autouse=True)
def _no_command(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whose machine it is must not matter: Linux, and none of its commands."""
    monkeypatch.setattr(clipboard, "_PLATFORM", "linux")
    monkeypatch.setattr(clipboard, "_KERNEL", tmp_path_factory.getbasetemp() / "nowhere")


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
    assert "Sent to your terminal for its clipboard;" in found.err
    assert terminal.read_bytes() == b"\x1b]52;c;%s\x07" % base64.b64encode(MESSAGE.encode())


def test_tmux_is_given_the_message_and_the_terminal_is_left_alone(bin: Path, terminal: Path) -> None:
    kept = command(bin, "tmux")
    found = run("draft", "--copy", CASE, SSH_TTY="/dev/pts/0", TMUX="/tmp/tmux,1,0")
    assert (found.code, found.out) == (0, MESSAGE + "\n")
    assert "Copied to tmux (prefix ] pastes it)" in found.err
    assert kept.read_bytes() == MESSAGE.encode()
    assert kept.with_name(f"{kept.name}.args").read_text() == "load-buffer -w -"
    assert terminal.read_bytes() == b""


def test_a_tmux_that_is_too_old_for_that_leaves_it_to_the_terminal(bin: Path, terminal: Path) -> None:
    command(bin, "tmux", "echo 'unknown flag -w' >&2; exit 1")
    found = run("draft", "--copy", CASE, SSH_TTY="/dev/pts/0", TMUX="/tmp/tmux,1,0")
    assert "Sent to your terminal for its clipboard;" in found.err
    assert terminal.read_bytes() == OF_TMUX % base64.b64encode(MESSAGE.encode())


@pytest.mark.usefixtures("bin")
def test_in_tmux_the_sequence_is_wrapped_with_its_escapes_doubled(copied: list[str], terminal: Path) -> None:
    assert run("draft", "--copy", CASE, SSH_TTY="/dev/pts/0", TMUX="/tmp/tmux,1,0").code == 0
    assert terminal.read_bytes() == OF_TMUX % base64.b64encode(MESSAGE.encode())


@pytest.mark.usefixtures("no_clipboard")
def test_without_a_clipboard_the_terminal_is_asked(terminal: Path) -> None:
    found = run("draft", "--copy", CASE)
    assert (found.code, found.out) == (0, MESSAGE + "\n")
    assert "If pasting brings nothing, use -o FILE" in found.err
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


SYSTEMS: dict[str, tuple[str, dict[str, str], str, str]] = {
    "X11 with xclip": ("xclip", {"DISPLAY": ":0"}, "-selection clipboard", "utf-8"),
    "X11 with xsel": ("xsel", {"DISPLAY": ":0"}, "--clipboard --input", "utf-8"),
    "Wayland": ("wl-copy", {"WAYLAND_DISPLAY": "wayland-0"}, "--type text/plain;charset=utf-8", "utf-8"),
    "macOS": ("pbcopy", {}, "", "utf-8"),
    "WSL": ("clip.exe", {}, "", "utf-16-le"),
    "WSL without clip.exe": ("powershell.exe", {}, "-NoProfile -NonInteractive -Command", "utf-8"),
}
TOLD = "Copied to the clipboard.\n"


@pytest.fixture
def bin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which commands are looked for."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def command(folder: Path, name: str, end: str = "") -> Path:
    """A command of this name that keeps what it reads and how it was called; the file that it keeps it in."""
    kept = folder / f"{name}.kept"
    path = folder / name
    path.write_text(f'#!/bin/sh\nprintf %s "$*" > "{kept}.args"\n/bin/cat > "{kept}"\n{end}\n')
    path.chmod(0o755)
    return kept


def _on(system: str, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(clipboard, "_PLATFORM", "darwin" if system == "macOS" else "linux")
    kernel = folder / "version"
    kernel.write_text("Linux version 5.15 (Microsoft@Microsoft.com)" if "WSL" in system else "Linux version 6.1")
    monkeypatch.setattr(clipboard, "_KERNEL", kernel)


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_command_of_each_system_gets_the_message(bin: Path, monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    name, env, args, encoding = SYSTEMS[system]
    _on(system, monkeypatch, bin)
    kept = command(bin, name)
    found = run("draft", "--copy", CASE, **env)
    assert (found.code, found.out) == (0, MESSAGE + "\n")
    assert found.err.endswith(TOLD)
    assert kept.read_bytes() == MESSAGE.encode(encoding)
    assert kept.with_name(f"{kept.name}.args").read_text().startswith(args)


@pytest.mark.parametrize("text", ["“ ₴ 1 200 – ё”\nzł", "", "😀"])
@pytest.mark.parametrize("system", SYSTEMS)
def test_no_character_is_lost_on_the_way(bin: Path, monkeypatch: pytest.MonkeyPatch, system: str, text: str) -> None:
    name, env, _, encoding = SYSTEMS[system]
    _on(system, monkeypatch, bin)
    for variable, value in env.items():
        monkeypatch.setenv(variable, value)
    kept = command(bin, name)
    assert clipboard.copy(text) == "Copied to the clipboard."
    assert kept.read_bytes().decode(encoding) == text


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_command_that_fails_is_told_in_its_own_words(
    bin: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str
) -> None:
    name, env, _, _ = SYSTEMS[system]
    _on(system, monkeypatch, bin)
    command(bin, name, "echo 'Error: Can not open\tdisplay.' >&2; exit 1")
    monkeypatch.setattr(clipboard, "_TERMINAL", tmp_path / "gone" / "tty")
    found = run("draft", "--copy", CASE, **env)
    assert (found.code, found.out) == (8, MESSAGE + "\n")  # the message is there all the same
    said = f"The clipboard did not take it ({name}: Error: Can not open display). Use -o FILE and copy from there."
    assert said in found.err


def test_where_one_command_fails_the_next_is_tried_and_then_the_terminal(
    bin: Path, monkeypatch: pytest.MonkeyPatch, terminal: Path
) -> None:
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    kept = [command(bin, name, "exit 3") for name in ("wl-copy", "xclip")]
    last = command(bin, "xsel")
    assert run("draft", "--copy", CASE, **both).err.endswith(TOLD)
    assert [path.exists() for path in (*kept, last)] == [True, True, True]
    command(bin, "xsel", "exit 3")
    assert "cannot be seen from here" in run("draft", "--copy", CASE, **both).err
    assert terminal.read_bytes() == b"\x1b]52;c;%s\x07" % base64.b64encode(MESSAGE.encode())


@pytest.mark.parametrize(
    ("end", "said"), [("exit 3", "xclip: exit code 3"), ("exec /bin/sleep 20", "xclip: no answer within 0.5 seconds")]
)
def test_a_command_that_says_nothing_or_does_not_end_is_told(
    bin: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, end: str, said: str
) -> None:
    monkeypatch.setattr(clipboard, "_SECONDS", 0.5)
    monkeypatch.setattr(clipboard, "_TERMINAL", tmp_path / "gone" / "tty")
    command(bin, "xclip", end)
    found = run("draft", "--copy", CASE, DISPLAY=":0")
    assert (found.code, said in found.err) == (8, True)


def test_a_command_that_leaves_a_process_behind_holds_nobody_up(tmp_path: Path, bin: Path) -> None:
    command(bin, "xclip", "/bin/sleep 30 &")
    began = time.monotonic()
    found = process("draft", "--copy", CASE, DISPLAY=":0")
    assert (found.code, found.out) == (0, MESSAGE + "\n")
    assert time.monotonic() - began < 20  # whoever reads our stdout and stderr sees their end


def test_a_command_is_not_used_where_its_display_is_not(bin: Path, copied: list[str]) -> None:
    kept = [command(bin, name) for name in ("xclip", "xsel", "wl-copy", "pbcopy", "clip.exe", "powershell.exe")]
    assert run("draft", "--copy", CASE).code == 0
    assert [path.exists() for path in kept] == [False] * 6
    assert copied == [MESSAGE]


def test_windows_itself_is_asked_and_none_of_its_commands(
    bin: Path, copied: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_PLATFORM", "win32")
    kept = command(bin, "clip.exe")
    assert run("draft", "--copy", CASE).code == 0
    assert (copied, kept.exists()) == ([MESSAGE], False)
