"""`claimwright prompts`: which prompts and templates are ours and which the buyer's, and a copy of one to change."""

import difflib
import sys

import click
from click.shell_completion import CompletionItem

from claimwright.case.faults import did_you_mean
from claimwright.cli.output import write_file
from claimwright.cli.settings import global_options, settings_of
from claimwright.cli.terminal import coloured, page, tell
from claimwright.errors import CannotReadWrite, UsageError
from claimwright.resources import Resources


def _completed(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem[str]]:
    return [CompletionItem(name) for name in Resources().names() if name.startswith(begun)]


@click.command(context_settings={"default_map": {}})
@click.option("--eject", metavar="NAME", shell_complete=_completed, help="Copy ours into your folder, to change it.")
@click.option("--diff", metavar="NAME", shell_complete=_completed, help="Show how yours differs from ours.")
@click.option("--force", is_flag=True, help="Write over yours.")
@global_options
@click.pass_context
def command(context: click.Context, eject: str | None, diff: str | None, force: bool) -> int:
    """List the prompts and templates: which are ours, and which are yours.

    A file in your folder takes the place of ours of the same name. Delete it, and ours is used again.
    """
    if eject and diff:
        raise click.UsageError("--eject copies, --diff shows: choose one.", context)
    settings = settings_of(context)
    resources = Resources(settings.folder())
    if eject:
        name = found(eject, resources)
        path = settings.own_folder() / name
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise CannotReadWrite(
                f"{path.parent}: cannot be made ({error.strerror}). Choose a folder with --home."
            ) from error
        write_file(path, resources.ours(name).read_text(encoding="utf-8"), force=force)
        tell(f"Copied to {path}. Change it there; delete it to use ours again.", quiet=settings.quiet)
    elif diff:
        sys.stdout.write(_difference(found(diff, resources), resources))
    else:
        names = resources.names()
        wide = max(map(len, names))
        for name in names:
            own = resources.own(name)
            line = f"{name:<{wide}}  {own or 'ours'}"
            page(click.style(line, bold=True) if own and coloured() else line)
        tell(f"\nYours go into {settings.own_folder()}: `claimwright prompts --eject NAME`.", quiet=settings.quiet)
    return 0


def found(said: str, resources: Resources) -> str:
    """The file that is meant: by its whole name, or by the end of it if no other ends so. Raises UsageError."""
    names = resources.names()
    said = said.replace("\\", "/")
    meant = [said] if said in names else [name for name in names if f"/{name}".endswith(f"/{said}")]
    meant = meant or [name for name in names if f"/{name}".rpartition(".")[0].endswith(f"/{said}")]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise UsageError(f'"{said[:80]}" may be {" or ".join(meant)}. Write more of the name.')
    last = did_you_mean(said, names) or did_you_mean(said, [name.rpartition("/")[2] for name in names])
    raise UsageError(f'There is no prompt or template "{said[:80]}".{last} `claimwright prompts` lists them.')


def _difference(name: str, resources: Resources) -> str:
    """The lines that differ, as a patch from ours to the buyer's; nothing if none do. Raises UsageError."""
    own = resources.own(name)
    if own is None:
        raise UsageError(f"{name} is ours: there is none of yours. `claimwright prompts --eject {name}` copies it.")
    before, after = resources.ours(name).read_text(encoding="utf-8"), resources.text(name)
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), f"ours/{name}", f"yours/{name}", lineterm="")
    return "".join(f"{line}\n" for line in lines)
