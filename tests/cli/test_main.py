"""What every command shares: options before and after it, help, version, completion, errors, interruption."""

import sys
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import click
import pytest

from claimwright.cli import schema
from claimwright.cli.main import COMMANDS
from claimwright.errors import CannotReadWrite

from .running import example, process, run

CASE = example("wrong-colour")
LATE = "The protection ended on 30 November 2026, 22 days ago."


@pytest.mark.parametrize(
    ("args", "day", "said"),
    [
        (("--today", "2026-12-22", "check", CASE), None, LATE),
        (("check", "--today", "2026-12-22", CASE), None, LATE),
        (("check", CASE, "--today", "2026-12-22"), None, LATE),
        (("--today", "2026-12-22", "check", CASE), "2026-11-22", LATE),
        (("check", CASE, "--today", "2026-12-22"), "2026-11-22", LATE),
        (("check", CASE, "--today", "2026-12-22"), "never", LATE),
        (("--today", "2026-11-22", "check", CASE, "--today", "2026-12-22"), None, LATE),
        (("check", CASE), "2026-12-22", LATE),
    ],
)
def test_the_day_is_the_options_wherever_it_stands_and_else_that_of_the_environment(
    args: tuple[str, ...], day: str | None, said: str
) -> None:
    found = run(*args, CLAIMWRIGHT_TODAY=day)
    assert (found.code, found.err) == (0, "")
    assert said in found.out


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "2026-2-3", "20261122", "2026-W47-7", "22.11.2026", ""])
def test_what_is_no_date_is_refused_wherever_it_comes_from(day: str) -> None:
    for args in (("--today", day, "check", CASE), ("check", CASE, "--today", day)):
        found = run(*args)
        assert (found.code, found.out) == (2, "")
        assert f"'--today': {day!r} is no date. Write it like 2026-11-22." in found.err
    if day:
        found = run("check", CASE, CLAIMWRIGHT_TODAY=day)
        assert (found.code, found.out) == (2, "")
        assert found.err == f"CLAIMWRIGHT_TODAY: {day!r} is no date. Write it like 2026-11-22.\n"


@pytest.mark.parametrize(
    "args",
    [
        ("--quiet", "draft", CASE),
        ("draft", "--quiet", CASE),
        ("-q", "draft", CASE),
        ("draft", CASE, "-q"),
        ("--quiet", "--guide", "aliexpress", "draft", CASE),
        ("draft", "-q", "--guide", "aliexpress", CASE),
    ],
)
def test_options_for_every_command_stand_before_or_after_it(args: tuple[str, ...]) -> None:
    found = run(*args)
    assert (found.code, found.err) == (0, "")
    assert found.out != ""


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("check", CASE, "--guide", "ebay"), 'There is no guide named "ebay". Guides: aliexpress.'),
        (("draft", CASE, "--guide", "ebay"), 'There is no guide named "ebay". Guides: aliexpress.'),
        (("guide", "--guide", "../case"), 'There is no guide named "../case".'),
        (("nonsense",), "No such command 'nonsense'"),
        (("check", "--nonsense", CASE), "No such option '--nonsense'"),
        (("--nonsense",), "No such option '--nonsense'"),
        (("draft", CASE, CASE), "Got unexpected extra argument"),
        (("draft", CASE, "-f", "html"), "'html' is not one of 'text', 'markdown', 'json'"),
        (("draft", CASE, "--writer", "poet"), "'poet' is not one of"),
        (("check", CASE, "--home", CASE), "is a file"),
        (("check", CASE, "--home", "/nowhere/at/all"), "does not exist"),
    ],
)
def test_wrong_usage_ends_with_2_and_nothing_on_stdout(args: tuple[str, ...], said: str) -> None:
    found = run(*args)
    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert "Traceback" not in found.err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("chekc", "check"), ("drfat", "draft"), ("evidense", "evidence"), ("xyzzy", None)],
)
def test_a_command_that_is_not_there_is_told_with_the_nearest(typed: str, meant: str | None) -> None:
    found = run(typed)
    assert (found.code, found.out) == (2, "")
    assert f"No such command '{typed}'." in found.err
    assert (f'Did you mean "{meant}"?' in found.err) == (meant is not None)


def test_a_guide_that_a_case_names_and_that_is_not_there_is_told() -> None:
    found = run("check", "-", stdin='{"guide": "ebay", "facts": {}}')
    assert found.code in {2, 7}
    assert "ebay" in found.err


@pytest.mark.parametrize("args", [("--help",), ("-h",)])
def test_the_help_names_every_command(args: tuple[str, ...]) -> None:
    found = run(*args)
    assert (found.code, found.err) == (0, "")
    assert [name for name in COMMANDS if f"  {name} " not in found.out] == []


@pytest.mark.parametrize("name", ["", "config", "config set", "config unset", "config path", "config key", "doctor"])
def test_the_help_of_a_command_for_the_house_is_as_it_was_read(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"cli/help/{name.replace(' ', '-') or 'claimwright'}.txt", run(*name.split(), "--help").out)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    found = run(name, "-h")
    assert (found.code, found.err) == (0, "")
    assert "--today DATE" in found.out


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").out == f"claimwright {version('claimwright')}\n"


def test_the_completion_script_is_printed_and_completes_commands_and_options() -> None:
    script = process(_CLAIMWRIGHT_COMPLETE="zsh_source")
    assert (script.code, script.err) == (0, "")
    assert "#compdef claimwright" in script.out
    for line, wanted in [
        ("claimwright ", {*COMMANDS}),
        ("claimwright dr", {"draft"}),
        ("claimwright check --why", {"--why-not"}),
        ("claimwright draft -f ", {"text", "markdown", "json"}),
    ]:
        words = line.split(" ")
        env: dict[str, Any] = {
            "_CLAIMWRIGHT_COMPLETE": "bash_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
        assert {one.split(",")[1] for one in process(**env).out.split()} == wanted


def _fails(error: BaseException) -> click.Command:
    @click.command()
    def command() -> None:
        raise error

    return command


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError(), click.Abort()])
def test_an_interruption_ends_with_130(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    monkeypatch.setattr(schema, "command", _fails(error))
    found = run("schema")
    assert (found.code, found.out, found.err.strip()) == (130, "", "Interrupted.")


def test_a_traceback_is_shown_only_with_debug_and_the_exit_code_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "command", _fails(CannotReadWrite("x: cannot be read.")))
    for args, shown in [(("schema",), False), (("--debug", "schema"), True)]:
        found = run(*args)
        assert (found.code, "Traceback" in found.err) == (8, shown)
        assert found.err.endswith("x: cannot be read.\n")


def test_the_module_is_the_command() -> None:
    found = process("--version", command=(sys.executable, "-m", "claimwright"))
    assert (found.code, found.out) == (0, f"claimwright {version('claimwright')}\n")
