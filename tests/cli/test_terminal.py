"""On a terminal: colour only there, and never a control character from a file, its name or its texts."""

import base64
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from .running import ROOT, SCRIPT, environment, example, run

CASE = example("wrong-colour")
BOLD = "\x1b[1m"
COLOUR = re.compile(r"\x1b\[[\d;]*m")
EVIL = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e"
OWN_TERMINAL = (
    "import fcntl, os, sys, termios\n"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
    "os.execv(sys.argv[1], sys.argv[1:])\n"
)  # makes stdin the terminal that /dev/tty is


def on_terminal(*args: str, piped: bool = False, **env: str) -> tuple[int, str, str]:
    """The exit code, what a pipe at stdout got, and what the terminal at the other streams showed."""
    ours, theirs = pty.openpty()
    shown: list[bytes] = []

    def watch() -> None:
        while True:
            try:
                data = os.read(ours, 65536)
            except OSError:  # how Linux says that nobody has the terminal open any more
                data = b""
            if not data:
                return
            shown.append(data)

    command = [sys.executable, "-c", OWN_TERMINAL, SCRIPT, *args]
    streams: dict[str, Any] = {"stdin": theirs, "stderr": theirs, "stdout": subprocess.PIPE if piped else theirs}
    with subprocess.Popen(command, **streams, start_new_session=True, env=environment(**env)) as ran:
        os.close(theirs)
        reader = Thread(target=watch)
        reader.start()
        out = ran.stdout.read().decode() if ran.stdout else ""
        code = ran.wait(30)
        reader.join(30)
    os.close(ours)
    return code, out, b"".join(shown).decode().replace("\r\n", "\n")


@pytest.mark.parametrize("args", [("check", CASE), ("guide", "G19")])
def test_headings_are_bold_on_a_terminal_and_nowhere_else(args: tuple[str, ...]) -> None:
    plain = run(*args).out
    code, _, shown = on_terminal(*args)
    assert code == 0
    assert BOLD in shown
    assert COLOUR.sub("", shown) == plain
    assert "\x1b" not in plain
    assert on_terminal(*args, NO_COLOR="1")[2] == plain
    assert on_terminal(*args, TERM="dumb")[2] == plain
    assert on_terminal(*args, piped=True)[1:] == (plain, "")


def test_no_colour_stands_in_json_on_a_terminal() -> None:
    assert "\x1b" not in on_terminal("check", "--json", CASE)[2]


def test_the_message_stays_pure_where_stdout_is_a_pipe_and_stderr_a_terminal() -> None:
    code, out, shown = on_terminal("draft", CASE, piped=True)
    assert (code, out) == (0, (ROOT / "tests/golden/messages/wrong-colour.txt").read_text(encoding="utf-8"))
    assert shown.startswith("Open a dispute.")
    assert on_terminal("draft", "--quiet", CASE, piped=True)[1:] == (out, "")


def test_over_ssh_the_terminal_gets_the_message_for_its_clipboard_and_stdout_the_message() -> None:
    code, out, shown = on_terminal("draft", "--copy", "-q", CASE, piped=True, SSH_TTY="/dev/pts/0")
    assert code == 0
    assert shown == f"\x1b]52;c;{base64.b64encode(out.rstrip().encode()).decode()}\x07"


def _safe(shown: str) -> bool:
    return (
        not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", COLOUR.sub("", shown)) and "\x1b[2J" not in shown
    )


@pytest.mark.parametrize("command", [("check",), ("check", "--json"), ("draft",), ("draft", "--json")])
def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path, command: tuple[str, ...]) -> None:
    valid, broken = tmp_path / f"good{EVIL}.json", tmp_path / f"bad{EVIL}.json"
    valid.write_text('{"facts": {"intent": "genuine", "received": "yes", "defects": ["colour"]}}')
    broken.write_text("{")
    for path in (valid, broken, tmp_path / f"gone{EVIL}.json"):
        _, _, shown = on_terminal(*command, str(path))
        assert shown
        assert _safe(shown)


@pytest.mark.parametrize(
    "args",
    [
        ("draft", CASE, f"x{EVIL}"),
        ("draft", f"--x{EVIL}", CASE),
        ("draft", CASE, "-o", f"/gone{EVIL}/x"),
        ("draft", CASE, "-o", f"/{EVIL}/../etc/hostname"),
        ("check", CASE, "--guide", EVIL),
        ("check", CASE, "--home", EVIL),
        ("check", CASE, "--today", EVIL),
        ("check", CASE, "--why-not", EVIL),
        ("guide", EVIL),
        (EVIL,),
    ],
)
def test_an_argument_cannot_steer_the_terminal(args: tuple[str, ...]) -> None:
    found = run(*args)
    assert found.code in {2, 8}
    assert _safe(found.err)


@pytest.mark.parametrize("place", ["id", "key", "fact", "item", "what_happened", "contact", "evidence", "name"])
def test_a_text_of_the_case_cannot_steer_the_terminal(place: str) -> None:
    given = json.loads(Path(CASE).read_text(encoding="utf-8"))
    whole = {
        "id": {**given, "id": EVIL},
        "key": {**given, EVIL: 1},
        "fact": {**given, "facts": {"intent": EVIL}},
        "item": {**given, "order": {**given["order"], "item": f"hoodie{EVIL}"}},
        "what_happened": {**given, "what_happened": [f"It is green{EVIL}."]},
        "contact": {**given, "contacts": [{"on": "2026-10-29", "from": "buyer", "text": EVIL}]},
        "evidence": {**given, "evidence": [{"kind": "photo", "shows": EVIL, "file": EVIL}]},
        "name": {**given, "buyer": {"name": EVIL}},
    }[place]
    for command in ("check", "draft"):
        found = run(command, "-", stdin=json.dumps(whole, ensure_ascii=False))
        assert found.code == 7
        assert _safe(found.out + found.err)
