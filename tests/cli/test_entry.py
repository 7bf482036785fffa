"""Ctrl-C from the first moment on: one line, exit code 130, and never a traceback."""

import os
import sys

import pytest

from .running import ROOT, example, process

AT_IMPORT = """
import os, signal, sys
sys.argv = ["claimwright", *sys.argv[1:]]
if {ignored}:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
from claimwright.cli.entry import run
run()
"""
EARLY = ["claimwright.cli.main", "click", "claimwright.cli.settings", "claimwright.cli.terminal"]
LATER = ["claimwright.cli.check", "claimwright.cli.page", "pydantic_core", "jinja2"]


@pytest.mark.skipif(os.name == "nt", reason="a process cannot send itself a Ctrl-C there")
@pytest.mark.parametrize("module", [*EARLY, *LATER])
def test_an_interruption_while_python_imports_is_told_in_one_line(module: str) -> None:
    script = AT_IMPORT.format(module=module, ignored=False)
    found = process("check", example("wrong-colour"), command=(sys.executable, "-c", script))
    assert (found.code, found.out, found.err.strip()) == (130, "", "Interrupted.")


@pytest.mark.skipif(os.name == "nt", reason="a process cannot send itself a Ctrl-C there")
def test_where_interruptions_are_ignored_they_stay_ignored() -> None:
    script = AT_IMPORT.format(module="click", ignored=True)
    found = process("--version", command=(sys.executable, "-c", script))
    assert (found.code, found.err) == (0, "")


def test_the_console_script_begins_there() -> None:
    assert 'claimwright = "claimwright.cli.entry:run"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
