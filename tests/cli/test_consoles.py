"""Consoles of an old encoding: no command ends in a traceback, and what cannot be shown is said, or a question mark."""

import json
import subprocess
from pathlib import Path

import pytest

from .running import SCRIPT, Ran, environment, example

COMMANDS: dict[str, tuple[str, ...]] = {
    "alone": (),
    "help": ("--help",),
    "version": ("--version",),
    "new": ("new",),
    "draft": ("draft", "CASE"),
    "draft to a file": ("draft", "CASE", "-o", "message.txt"),
    "draft as JSON": ("draft", "CASE", "--json"),
    "draft explained": ("draft", "CASE", "--explain"),
    "dry run": ("draft", "CASE", "--dry-run"),
    "batch": ("batch", "CASE", "-o", "out"),
    "batch to stdout": ("batch", "CASE", "-o", "-"),
    "jobs": ("jobs", "export", "CASE", "-o", "job", "--model", "m"),
    "check": ("check", "CASE"),
    "check as JSON": ("check", "--json", "CASE"),
    "check of a broken case": ("check", "BROKEN"),
    "check of no file": ("check", "ґава.json"),
    "evidence": ("evidence", "CASE", "-o", "proof"),
    "guide": ("guide",),
    "guide of nothing": ("guide", "Ґ1"),
    "schema": ("schema",),
    "config": ("config", "--home", "HOME"),
    "config of nothing": ("config", "set", "мова", "uk"),
    "config faulty": ("config", "--home", "FAULTY"),
    "prompts": ("prompts", "--home", "HOME"),
    "prompts of nothing": ("prompts", "--eject", "ґава"),
    "doctor": ("doctor", "--offline", "--home", "HOME"),
    "completion": ("completion", "zsh"),
    "story": ("new", "--from-story", "STORY"),
}

ALWAYS = {
    "alone",
    "help",
    "version",
    "config",
    "prompts",
    "doctor",
    "completion",
    "guide",
    "schema",
    "draft to a file",
    "batch",
}
"""These are shown whatever the console lacks."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose name and files hold characters that no old encoding has all of."""
    folder = tmp_path_factory.mktemp("Замовлення zł ₴")
    case = json.loads(Path(example("wrong-colour")).read_text(encoding="utf-8"))
    case["order"]["item"] = "Худі «Ґава» 1 200 ₴, zł"
    (folder / "case.json").write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    (folder / "broken.json").write_text('{"facts": {"ґава": "ні"}}', encoding="utf-8")
    (folder / "story.txt").write_text("Замовив худі за 1 200 ₴, прийшло зелене замість синього.", encoding="utf-8")
    for name, text in (("home", 'model = "Ґава"\n'), ("faulty", '"ґава" = 1\n')):
        (folder / name / "templates").mkdir(parents=True)
        (folder / name / "config.toml").write_text(text, encoding="utf-8")
        (folder / name / "templates" / "ґава.j2").touch()
    return folder


def _ran(folder: Path, args: tuple[str, ...], encoding: str, tmp_path: Path) -> Ran:
    names = {
        "CASE": "case.json",
        "BROKEN": "broken.json",
        "HOME": "home",
        "FAULTY": "faulty",
        "STORY": "story.txt",
    }
    given = [str(folder / names[one]) if one in names else one for one in args]
    given = [str(tmp_path / one) if one in ("message.txt", "out", "job", "proof") else one for one in given]
    done = subprocess.run(
        [SCRIPT, *given],
        input=b"",
        capture_output=True,
        env=environment(PYTHONIOENCODING=encoding, PYTHONUTF8="0", LC_ALL="C.UTF-8"),
        check=False,
        timeout=60,
    )
    # Click writes UTF-8 where it is told of ASCII.
    texts = [
        text.decode("utf-8" if encoding == "ascii" else encoding, "replace") for text in (done.stdout, done.stderr)
    ]
    return Ran(done.returncode, *texts)


@pytest.mark.parametrize("encoding", ["cp1252", pytest.param("ascii", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_ends_in_a_traceback_and_what_to_do_is_said(
    folder: Path, tmp_path: Path, name: str, encoding: str
) -> None:
    found = _ran(folder, COMMANDS[name], encoding, tmp_path)
    assert "Traceback" not in found.err
    assert "\\u" not in found.err
    assert found.code in {0, 2, 4, 7, 8}
    assert name not in ALWAYS or found.code != 8
    if found.code == 8 and "cannot be written" in found.err:
        assert f"The output cannot be written in {encoding}. Set PYTHONIOENCODING=utf-8, or use -o FILE." in found.err


def test_a_message_that_cannot_be_shown_can_be_written(folder: Path, tmp_path: Path) -> None:
    shown = _ran(folder, COMMANDS["draft"], "cp1252", tmp_path)
    assert (shown.code, shown.out) == (8, "")
    assert shown.err.endswith("cannot be written in cp1252. Set PYTHONIOENCODING=utf-8, or use -o FILE.\n")
    written = _ran(folder, COMMANDS["draft to a file"], "cp1252", tmp_path)
    assert written.code == 0
    assert "Ґава" in (tmp_path / "message.txt").read_text(encoding="utf-8")


def test_a_name_that_stderr_cannot_show_is_question_marks(folder: Path, tmp_path: Path) -> None:
    assert _ran(folder, COMMANDS["check of no file"], "cp1252", tmp_path).err.startswith("????.json: cannot be read")
