"""`claimwright new`: gathers the facts of a case into a file, question by question; ends with verdict and message."""

import sys
from datetime import date
from functools import partial
from pathlib import Path
from shlex import quote
from typing import Any

import click

from claimwright.case.casefile import Case
from claimwright.cli.absent import absent
from claimwright.cli.cases import one_case
from claimwright.cli.interviewing import Where, gathered
from claimwright.cli.screen import INTERRUPTED, Stopped, Terminal, interactive, set_apart
from claimwright.cli.settings import Settings, global_options, settings_of
from claimwright.cli.story import from_story, story_options, story_start
from claimwright.cli.terminal import tell
from claimwright.cli.writing import write, writer_of
from claimwright.errors import FactsMissing, UsageError
from claimwright.guide.assessment import Draftable
from claimwright.guide.decided import Decided, decided, guide_of
from claimwright.guide.guide import words_of
from claimwright.guide.reason import SENTENCES, verdict_sentence
from claimwright.letter.compose import LIMIT
from claimwright.letter.grounds import brief_for
from claimwright.letter.message import beside, render
from claimwright.resources import Resources

NO_TERMINAL = (
    "The interview asks you questions, so it needs a terminal. In a script, write a case file (see examples/) and run "
    "`claimwright draft case.json`."
)


@click.command()
@click.option("-o", "--output", metavar="CASE", type=click.Path(dir_okay=False, path_type=Path), help="Save it here.")
@click.option("--force", is_flag=True, help="Write over the file.")
@story_options
@global_options
@click.pass_context
def command(context: click.Context, /, output: Path | None, force: bool, **options: Any) -> int:
    """Gather the facts of a case, question by question.

    Only what decides is asked, and then what the message needs. The case is saved in a file; the verdict is shown on
    stderr, and the message is all that stdout gets. You can stop at any moment: `claimwright new` goes on from there.
    """
    settings = settings_of(context)
    told, where = options["from_story"], Where(output, force)
    if told and (told == "-" or not interactive()):
        return from_story(told, settings, where, options)
    if not interactive():
        raise UsageError(NO_TERMINAL)
    started = partial(story_start, told, settings, options) if told else None
    path = gathered(Terminal(), settings, where, "claimwright new", started)
    return INTERRUPTED if path is None else _ending(path, settings, options)


def _ending(path: Path, settings: Settings, options: dict[str, Any]) -> int:
    """Shows what the case comes to, as it is read from its file, and prints its message if it calls for one."""
    resources, today = Resources(settings.folder()), settings.day()
    case, sentences = one_case(str(path)), resources.toml(SENTENCES)
    found = decided(case, guide_of(case, words_of(resources)), today)
    if not settings.quiet:
        click.echo("\n" + _page(found, resources, today, path), err=True)
    if not isinstance(found.assessment, Draftable):
        _tell_saved(path, "check", settings)
        return 0
    writer = writer_of({**options, "writer": settings.preferences().text("writer") or "auto", "show_sent": False})
    try:
        brief = brief_for(found, sentences, today)
        composed = write(brief, resources, writer, LIMIT, settings)
    except (Stopped, KeyboardInterrupt):
        _tell_saved(path, "draft", settings, again="writes its message")
        return INTERRUPTED
    except FactsMissing as error:
        tell(str(error), quiet=settings.quiet)
        _tell_saved(path, "draft", settings)
        return error.exit_code
    for note in (*beside(composed), *absent(case, str(path)), verdict_sentence(found.assessment, sentences)):
        tell(note, quiet=settings.quiet)
    set_apart(quiet=settings.quiet)
    sys.stdout.write(render(composed.checked) + "\n")
    sys.stdout.flush()
    _tell_saved(path, "draft", settings)
    _tell_next(path, case, settings)
    return 0


def _page(found: Decided, resources: Resources, today: date, path: Path) -> str:
    from claimwright.cli.page import Page

    more = f"`claimwright check {quote(str(path))} --more`"
    page = Page(found.guide, resources, more=False, asked=None, for_more=more)
    return page.render(found.case, found.assessment, found.found, today, ())


def _tell_next(path: Path, case: Case, settings: Settings) -> None:
    """What else can be done with the case, once its message is there."""
    name = quote(str(path))
    lines = [f"`claimwright draft {name} --copy` puts the message on the clipboard."]
    if any(one.file for one in case.evidence):
        lines.append(f"`claimwright evidence {name} -o upload` writes your proof as numbered copies, ready to upload.")
    tell("\n".join(lines), quiet=settings.quiet)


def _tell_saved(path: Path, command: str, settings: Settings, again: str = "") -> None:
    again = again or ("writes its message again" if command == "draft" else "looks at it again")
    tell(f"\nThe case is saved in {path}. `claimwright {command} {quote(str(path))}` {again}.", quiet=settings.quiet)
