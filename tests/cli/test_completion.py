"""`claimwright completion`: what a shell is given, and bash itself, which completes with it."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

from claimwright.cli.main import COMMANDS

from .running import SCRIPT, environment, process, run

ANSWERS: dict[str, set[str]] = {
    "claimwright ": {f"plain,{name}" for name in COMMANDS},
    "claimwright d": {"plain,draft", "plain,doctor"},
    "claimwright check --why": {"plain,--why-not"},
    "claimwright draft -f ": {"plain,text", "plain,markdown", "plain,json"},
    "claimwright draft --writer t": {"plain,template"},
    "claimwright --quiet dr": {"plain,draft"},
    "claimwright draft ": {"file,"},
    "claimwright draft cases/a": {"file,cases/a"},
    "claimwright check one.json t": {"file,t"},
    "claimwright draft -o ": {"file,"},
    "claimwright draft --home ": {"dir,"},
    "claimwright evidence ": {"file,"},
    "claimwright batch ": {"file,"},
    "claimwright jobs export ": {"file,"},
    "claimwright new --from-story ": {"file,"},
    "claimwright jobs e": {"plain,export"},
    "claimwright config ": {"plain,set", "plain,unset", "plain,path", "plain,key"},
    "claimwright config set la": {"plain,language"},
    "claimwright config set k": set(),
    "claimwright prompts --eject templates/verd": {"plain,templates/verdicts.toml"},
    "claimwright completion z": {"plain,zsh"},
    "claimwright nonsense ": {f"plain,{name}" for name in COMMANDS},
}


def _words(line: str) -> tuple[str, str]:
    words = line.split(" ")
    return line, str(len(words) - 1)


@pytest.mark.parametrize("line", ANSWERS, ids=lambda line: line.strip().replace(" ", "-"))
def test_what_is_proposed_after_a_line(line: str) -> None:
    words, place = _words(line)
    env: dict[str, Any] = {"COMP_WORDS": words, "COMP_CWORD": place, "_CLAIMWRIGHT_COMPLETE": "bash_complete"}
    found = process(**env)
    assert (found.code, found.err) == (0, "")
    assert set(found.out.split()) == ANSWERS[line]


def test_the_command_names_are_proposed_with_their_help_and_without_their_imports() -> None:
    env: dict[str, Any] = {"COMP_WORDS": "claimwright ", "COMP_CWORD": "1", "_CLAIMWRIGHT_COMPLETE": "zsh_complete"}
    found = process(**env)
    assert COMMANDS["check"] in found.out
    traced = process(command=(sys.executable, "-X", "importtime", SCRIPT), **env)
    assert "claimwright.cli.draft" not in traced.err
    assert "claimwright.cli.settings" in traced.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell(shell: str, golden: Callable[[str, str], None]) -> None:
    found = run("completion", shell)
    assert (found.code, found.err) == (0, "")
    golden(f"cli/completion/{shell}.txt", found.out)
    # Faulty settings must not break every new shell.
    assert run("completion", shell, CLAIMWRIGHT_LIMIT="many") == found


def test_its_help_says_where_the_line_goes(golden: Callable[[str, str], None]) -> None:
    golden("cli/completion/help.txt", run("completion", "--help").out)
    assert run("completion", "tcsh").code == 2


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed here")
def test_bash_completes_a_command_an_option_and_a_file(tmp_path: Path) -> None:
    (tmp_path / "hoodie.json").write_text("{}", encoding="utf-8")
    env = environment(PATH=f"{Path(SCRIPT).parent}{os.pathsep}{os.environ['PATH']}", PS1="ready$ ", INPUTRC=os.devnull)
    child = pexpect.spawn(
        "bash", ["--norc", "--noprofile", "-i"], cwd=str(tmp_path), env=env, encoding="utf-8", timeout=30
    )
    try:
        child.sendline("PS1='rea''dy$ '; bind 'set enable-bracketed-paste off'")
        child.expect_exact("ready$ ")
        child.sendline('eval "$(claimwright completion bash)"; echo do""ne')
        child.expect_exact("done")
        child.expect_exact("ready$ ")
        child.send("claimwright evi\t")
        child.expect_exact("claimwright evidence ")
        child.send("--max-si\t")
        child.expect_exact("--max-side ")
        child.send("9 hood\t")
        child.expect_exact("hoodie.json")
    finally:
        child.close(force=True)
