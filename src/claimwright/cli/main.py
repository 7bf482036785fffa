"""The command line: one group, its commands imported only when they are run."""

import sys
from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING, NoReturn

import click

from claimwright.cli.entry import from_now_on_raised
from claimwright.cli.settings import global_options
from claimwright.errors import ClaimwrightError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "new": "Gather the facts of a case, question by question.",
    "draft": "Write the message for a case, on stdout.",
    "batch": "Write the messages of many cases, and lose none.",
    "jobs": "The same cases through a provider's batch engine.",
    "check": "Say what the guide decides, why, and what next.",
    "evidence": "Write the proof of a case as numbered copies, ready to upload.",
    "guide": "Show the guide's passages beside the rules.",
    "schema": "Print the JSON Schema of the case file.",
    "config": "Show or change the settings, and keep a key.",
    "prompts": "List the prompts and templates, and copy one to change it.",
    "doctor": "Say what works here, and how to mend what does not.",
    "completion": "Print the script by which a shell completes.",
}


class _ReaderGone(Exception):
    """Whoever read stdout has stopped: nothing more to say. Click would make it a failure."""


class _Lazy(click.Group):
    """A group that knows its commands by name and imports one only to run it."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            code: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise _ReaderGone from error
        return code

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"claimwright.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Names the nearest command where there is none of that name, without importing any."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from claimwright.case.faults import did_you_mean

            ctx.fail(f"No such command '{name[:80]}'.{did_you_mean(name, tuple(COMMANDS))}")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem[str]]":
        """Completes the names from the table: to import all commands takes longer than a hand waits."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=text) for name, text in COMMANDS.items() if name.startswith(incomplete)]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@global_options
@click.option("--version", is_flag=True, help="Print the version and stop.")
@click.pass_context
def claimwright(context: click.Context, version: bool) -> None:
    """Decide by a written guide whether an AliExpress dispute is justified, and write the message when it is.

    \b
    Start with your order, or with a case file (see examples/, or `claimwright schema`):
      claimwright new                 answer a few questions
      claimwright check case.json     what the guide decides, and why
      claimwright draft case.json     the message, ready to paste
    """
    if version:
        from importlib.metadata import version as installed

        click.echo(f"claimwright {installed('claimwright')}")
    elif context.invoked_subcommand is None:
        from claimwright.cli.welcome import WELCOME

        click.echo(WELCOME, nl=False)


def run() -> NoReturn:
    """The console script. Turns every error of ours into its lines on stderr and its exit code."""
    sys.exit(_run())


def _run() -> int:
    from claimwright.cli.terminal import complain, without_gaps

    try:
        from_now_on_raised()
        without_gaps()
        if sys.stdout is None:
            complain("There is no standard output to write to. Open one, or write to /dev/null.")
            return 8
        code = claimwright.main(standalone_mode=False)
    except ClaimwrightError as error:
        _trace()
        complain(str(error))
        return error.exit_code
    except click.ClickException as error:
        said = StringIO()
        error.show(said)
        complain(said.getvalue().rstrip())
        return 2
    except (click.Abort, KeyboardInterrupt):
        complain("Interrupted. Run it again to go on." if sys.argv[1:2] == ["batch"] else "Interrupted.")
        return 130
    except UnicodeEncodeError as error:
        _trace()
        encoding = getattr(sys.stdout, "encoding", None) or error.encoding  # the error calls most of them charmap
        complain(f"The output cannot be written in {encoding}. Set PYTHONIOENCODING=utf-8, or use -o FILE.")
        return 8
    except OSError as error:
        _trace()
        _drop_output()
        complain(f"{error.filename or 'The output'} cannot be written ({error.strerror}).")
        return 8
    except _ReaderGone:
        _drop_output()
        return 0
    except Exception as error:
        _trace()
        complain(f"A fault of claimwright's own: {type(error).__name__}: {error}. With --debug it shows where.")
        return 1
    return code if isinstance(code, int) else 0


def _trace() -> None:
    if "--debug" in sys.argv[1:]:
        import traceback

        traceback.print_exc()


def _drop_output() -> None:
    """Nothing more is written, and nothing is left for Python to flush at exit."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
