"""`claimwright` alone: one short screen that says what to do next, and is true."""

import re
from collections.abc import Callable

from claimwright.cli.main import COMMANDS

from .running import run


def test_alone_it_says_what_to_do_next(golden: Callable[[str, str], None]) -> None:
    found = run()
    assert (found.code, found.err) == (0, "")
    golden("cli/welcome.txt", found.out)


def test_it_fits_on_the_smallest_terminal_and_names_only_commands_that_are_there() -> None:
    lines = run().out.splitlines()
    assert len(lines) < 24
    assert max(map(len, lines)) <= 88
    named = re.findall(r"^  claimwright (\w+)", "\n".join(lines), re.MULTILINE)
    assert {"new", "check", "draft", "batch", "doctor"} <= set(named) <= set(COMMANDS)


def test_faulty_settings_do_not_keep_it_from_being_shown() -> None:
    assert run(CLAIMWRIGHT_LIMIT="many").code == 0
