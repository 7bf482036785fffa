"""The settings of a run: what was said on the command line, in the environment, or nowhere."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from claimwright.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Settings:
    """What every command may need. Group and command share one, so options may stand before or after the command."""

    home: Path | None = None
    today: date | None = None
    guide: str | None = None
    quiet: bool = False
    debug: bool = False

    def folder(self) -> Path | None:
        """The folder whose templates and prompts replace ours: --home, else the buyer's own if there is one."""
        if self.home:
            return self.home
        from platformdirs import user_config_path

        own = user_config_path("claimwright")
        return own if own.is_dir() else None

    def day(self) -> date:
        """Today, or the day that was given as today. Raises UsageError if the environment gives no date."""
        if self.today:
            return self.today
        if given := os.environ.get("CLAIMWRIGHT_TODAY"):
            try:
                return _date(given)
            except ValueError as error:
                raise UsageError(f"CLAIMWRIGHT_TODAY: {error}") from None
        return date.today()  # noqa: DTZ011 (the buyer's own calendar day)


def settings_of(context: click.Context) -> Settings:
    """The settings of this run."""
    return context.ensure_object(Settings)


def _keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
    if value is not None and value is not False and parameter.name:
        setattr(settings_of(context), parameter.name, value)


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    try:
        settings_of(context).today = _date(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _date(text: str) -> date:
    with suppress(ValueError):
        day = date.fromisoformat(text)
        if str(day) == text:
            return day
    raise ValueError(f"{text!r} is no date. Write it like 2026-11-22.")


def global_options(command: F) -> F:
    """The options that stand before or after any command."""
    for option in (
        click.option("--debug", is_flag=True, callback=_keep, expose_value=False, help="Show tracebacks."),
        click.option("--quiet", "-q", is_flag=True, callback=_keep, expose_value=False, help="Say nothing on stderr."),
        click.option("--guide", metavar="NAME", callback=_keep, expose_value=False, help="The guide that decides."),
        click.option(
            "--today", metavar="DATE", callback=_day, expose_value=False, help="Take this day as today (2026-11-22)."
        ),
        click.option(
            "--home",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            callback=_keep,
            expose_value=False,
            help="A folder whose templates replace ours.",
        ),
    ):
        command = option(command)
    return command
