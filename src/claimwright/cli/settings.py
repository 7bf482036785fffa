"""The settings of a run: what was said on the command line, in the environment, in config.toml, or nowhere."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from claimwright.errors import UsageError

if TYPE_CHECKING:
    from claimwright.cli.preferences import Preferences

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
        own = self.own_folder()
        return own if own.is_dir() else None

    def own_folder(self) -> Path:
        """Where that folder is, or would be."""
        if self.home:
            return self.home
        from platformdirs import user_config_path

        return user_config_path("claimwright")

    def preferences(self) -> "Preferences":
        """What the environment and config.toml set. Raises UsageError with every fault, CannotReadWrite."""
        from claimwright.cli.preferences import preferences_of

        return preferences_of(self.folder())

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
    if value is None or value is False or not parameter.name:
        return
    settings = settings_of(context)
    preferred = context.get_parameter_source(parameter.name) is ParameterSource.DEFAULT_MAP
    if not (preferred and getattr(settings, parameter.name)):  # said before the command, which comes first
        setattr(settings, parameter.name, value)


def _at_home(context: click.Context, parameter: click.Parameter, value: Path | None) -> None:
    """Keeps the folder, and gives the command's options what is set there; its first option, for the others wait."""
    settings = settings_of(context)
    settings.home = value or settings.home
    if context.parent is not None and context.default_map is None and not context.resilient_parsing:
        context.default_map = _preferred(context.command, settings)


def _preferred(command: click.Command, settings: Settings) -> dict[str, Any]:
    """What is set of the options of a command. Where a model is reached is no option's default: see writer_of."""
    found = settings.preferences().values
    return {
        one.name: found[one.name]
        for one in command.params
        if one.name in found
        and one.name not in ("model", "base_url")
        and _is_for(one.name, command)
        and not (isinstance(one.type, click.Choice) and found[one.name] not in one.type.choices)
    }


def _is_for(name: str, command: click.Command) -> bool:
    from claimwright.cli.preferences import SETTINGS

    only = SETTINGS[name].command
    return not only or bool(command.callback and command.callback.__module__ == f"claimwright.cli.{only}")


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
        click.option("--quiet", "-q", is_flag=True, callback=_keep, expose_value=False, help="Only errors on stderr."),
        click.option("--guide", metavar="NAME", callback=_keep, expose_value=False, help="The guide that decides."),
        click.option(
            "--today", metavar="DATE", callback=_day, expose_value=False, help="Take this day as today (2026-11-22)."
        ),
        click.option(
            "--home",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            callback=_at_home,
            is_eager=True,
            expose_value=False,
            help="The folder of your settings and templates.",
        ),
    ):
        command = option(command)
    return command
