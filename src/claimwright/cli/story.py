"""The part of `claimwright new` that begins with a story: its options, and its end where nobody can be asked."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import click

from claimwright.case.casefile import dump_case
from claimwright.cli.interviewing import Where
from claimwright.cli.output import refuse_existing, write_file
from claimwright.cli.settings import Settings
from claimwright.cli.terminal import tell
from claimwright.cli.writing import SECONDS
from claimwright.guide.guide import Guide, load_guide, words_of
from claimwright.intake.interview import Start
from claimwright.marketplace import DEFAULT_GUIDE
from claimwright.resources import Resources

F = TypeVar("F", bound=Callable[..., Any])


def story_options(command: F) -> F:
    """The options of a story, and of the model that reads it."""
    for option in (
        click.option("--no-mask", is_flag=True, help="Hide nothing: for a model on your own machine."),
        click.option("--timeout", type=click.FloatRange(1), default=SECONDS, show_default=True, help="Seconds for it."),
        click.option("--base-url", help="An OpenAI-compatible address, like http://localhost:11434/v1."),
        click.option("--model", help="The model that reads the story, or langchain:package.module:Class."),
        click.option("--name", multiple=True, metavar="NAME", help="A name to hide in the story; may be repeated."),
        click.option("--yes", is_flag=True, help="Send the story to the model without asking."),
        click.option(
            "--from-story",
            metavar="FILE|-",
            type=click.Path(readable=False),
            help="Begin with what happened, told in free text.",
        ),
    ):
        command = option(command)
    return command


def story_start(path: str, settings: Settings, options: Mapping[str, Any], guide: Guide) -> Start:
    """What the interview begins with after this story. Raises CannotReadWrite."""
    from claimwright.cli.telling import start_of

    return start_of(path, settings, guide, options)


def from_story(path: str, settings: Settings, where: Where, options: Mapping[str, Any]) -> int:
    """Writes the case of a story as far as it is certain, where there is no terminal to ask the rest on."""
    from claimwright.cli.telling import next_steps

    if where.path:
        refuse_existing(where.path, force=where.force)
    guide = load_guide(settings.guide or DEFAULT_GUIDE, words_of(Resources(settings.folder())))
    text = dump_case(replace(story_start(path, settings, options, guide).case, guide=guide.name))
    if where.path:
        write_file(where.path, text, force=where.force)
        tell(f"Written to {where.path}.", quiet=settings.quiet)
    else:
        sys.stdout.write(text)
        sys.stdout.flush()
    tell(next_steps(path, where.path, settings), quiet=settings.quiet)
    return 0
