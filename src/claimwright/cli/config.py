"""`claimwright config`: every setting with its value and where that comes from; changes them; keeps the key."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import Any

import click

from claimwright.cli.configfile import changed, removed
from claimwright.cli.preferences import FILE, SETTINGS, Preferences, Setting, fault_of, sentence, unknown
from claimwright.cli.settings import Settings, global_options, settings_of
from claimwright.cli.terminal import complain, page, tell
from claimwright.errors import UsageError

_AS_IT_IS: dict[str, Any] = {"default_map": {}}
"""These commands mend faulty settings, so they take no defaults from them."""


def _completed(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    return [name for name in SETTINGS if name.startswith(begun) and name != "key"]


@dataclass(frozen=True, slots=True)
class _Row:
    """What is in force, and where it comes from; the command that it is for, if it is for one."""

    name: str
    value: str | int | float | None
    origin: str
    command: str = ""


@click.group(invoke_without_command=True, context_settings=_AS_IT_IS)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@global_options
@click.pass_context
def command(context: click.Context, as_json: bool) -> int:
    """Show every setting, its value, and where that comes from; or change one.

    \b
      claimwright config set language de       keep a setting
      claimwright config unset language        back to ours
      claimwright config key                   keep the key of a model's provider in the system's keyring
    An option on the command line comes first, then the environment, then the file config.toml.
    """
    if context.invoked_subcommand is not None:
        return 0
    settings = settings_of(context)
    preferred, faults = _readable(settings)
    rows = [*_rows(settings, preferred)]
    file = settings.own_folder() / FILE
    if as_json:
        shown = {"file": str(file), "settings": [asdict(row) for row in rows], "faults": faults.splitlines()}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        page("\n".join(_table(rows)))
        page(f"\n{file}" + ("" if file.is_file() else " (not there: nothing is kept yet)"))
    if faults:
        complain(faults)
    return 2 if faults else 0


@command.command("set", context_settings=_AS_IT_IS | {"ignore_unknown_options": True})
@click.argument("name", shell_complete=_completed)
@click.argument("value")
@global_options
@click.pass_context
def set_(context: click.Context, name: str, value: str) -> int:
    """Keep VALUE for the setting NAME in config.toml."""
    settings, setting = settings_of(context), _setting(name)
    read = setting.read(value)
    if fault := fault_of(setting, read):
        raise UsageError(sentence(setting.name, fault.replace(", without quotes", "").replace("in quotes, ", "")))
    path = settings.own_folder() / FILE
    changed(path, setting.name, read)
    tell(f"{setting.name} is {read} from now on. It is kept in {path}.", quiet=settings.quiet)
    _warn(settings, setting)
    return 0


@command.command("unset", context_settings=_AS_IT_IS)
@click.argument("name", shell_complete=_completed)
@global_options
@click.pass_context
def unset(context: click.Context, name: str) -> int:
    """Take the setting NAME out of config.toml."""
    settings = settings_of(context)
    name = _folded(name)
    path = settings.own_folder() / FILE
    if removed(path, name):
        tell(f"{name} is no longer kept in {path}.", quiet=settings.quiet)
    elif name in SETTINGS:
        tell(f"{name} was not kept in {path}.", quiet=settings.quiet)
    else:
        raise UsageError(unknown(name))
    return 0


@command.command("path", context_settings=_AS_IT_IS)
@global_options
@click.pass_context
def path(context: click.Context) -> int:
    """Print where config.toml is, or would be."""
    click.echo(settings_of(context).own_folder() / FILE)
    return 0


@command.command("key", context_settings=_AS_IT_IS)
@click.option("--delete", is_flag=True, help="Delete the key from the keyring.")
@global_options
@click.pass_context
def key(context: click.Context, delete: bool) -> int:
    """Keep the key of the model's provider in the system's keyring.

    You are asked for it, and it is not shown; a program may write it to stdin. It is used for the host that base_url
    names now, and for no other. OPENAI_API_KEY, where it is set, comes first.
    """
    from claimwright.cli.keys import forget, host_of, store
    from claimwright.llm.endpoint import OPENAI

    settings = settings_of(context)
    address = settings.preferences().text("base_url") or OPENAI
    file, host = settings.own_folder() / FILE, host_of(address)
    if delete:
        there = forget(address)
        removed(file, "key")
        tell(f"The key for {host} is {'deleted' if there else 'not in the keyring'}.", quiet=settings.quiet)
        return 0
    given = _given_key(address, host)
    name = store(address, given)
    changed(file, "key", "keyring")
    tell(f"The key for {host} is kept in the keyring ({name}).", quiet=settings.quiet)
    return 0


def _given_key(address: str, host: str) -> str:
    """The key that is typed, unseen, or that comes from a pipe. Raises UsageError if it cannot be one."""
    from claimwright.llm.endpoint import Endpoint
    from claimwright.llm.error import ModelError

    if sys.stdin is None:
        raise UsageError("There is nobody to ask for the key: open a terminal, or write the key to stdin.")
    if sys.stdin.isatty():
        given = click.prompt(
            f"Key for {host} (it is not shown)", hide_input=True, err=True, default="", show_default=False
        )
    else:
        given = sys.stdin.readline()
    given = given.strip()
    if not given:
        raise UsageError("No key was given; nothing was changed.")
    try:
        Endpoint(address, "any", given)
    except ModelError as error:
        raise UsageError(f"This cannot be used: {error.detail}.") from None
    return str(given)


def _readable(settings: Settings) -> tuple[Preferences, str]:
    """The preferences, and the faults that keep them from being used."""
    try:
        return settings.preferences(), ""
    except UsageError as error:
        return Preferences({}, {}), str(error)


def _rows(settings: Settings, preferred: Preferences) -> Iterator[_Row]:
    from claimwright.llm.endpoint import KEY_VARIABLE

    yield _Row("home", str(settings.own_folder()), "--home" if settings.home else "default")
    for setting in SETTINGS.values():
        name, origin = setting.name, preferred.origins.get(setting.name, "default")
        value = preferred.values.get(name)
        if name == "key":
            given = bool(os.environ.get(KEY_VARIABLE, "").strip())
            yield _Row(
                name, "set" if given or value else None, KEY_VARIABLE if given else "keyring" if value else "not set"
            )
        elif name == "guide" and settings.guide:
            yield _Row(name, settings.guide, "--guide")
        elif name == "base_url" and value is not None:
            yield _Row(name, _without_user(str(value)), origin)
        else:
            yield _Row(name, value if value is not None else _default(setting), origin, setting.command)


def _default(setting: Setting) -> str | int | float | None:
    """What is in force where nothing is set: the default of the command's own option, if it has one."""
    from claimwright.cli.writing import DEFAULT_MODEL
    from claimwright.llm.endpoint import OPENAI
    from claimwright.marketplace import DEFAULT_GUIDE

    if setting.name in ("model", "base_url", "guide"):
        return {"model": DEFAULT_MODEL, "base_url": OPENAI}.get(setting.name, DEFAULT_GUIDE)
    options: click.Command = import_module(f"claimwright.cli.{setting.command or 'draft'}").command
    (default,) = (one.default for one in options.params if one.name == setting.name)
    return default if isinstance(default, str | int | float) else None


def _table(rows: list[_Row]) -> Iterator[str]:
    names, values = (max(len(text) for text in texts) for texts in zip(*_cells(rows), strict=True))
    command = ""
    for row, (name, value) in zip(rows, _cells(rows), strict=True):
        if row.command != command:
            command = row.command
            yield f"\nFor `claimwright {command}`:"
        yield f"{name:<{names}}  {value:<{min(values, 40)}}  {row.origin}"


def _cells(rows: list[_Row]) -> list[tuple[str, str]]:
    return [(row.name, "none" if row.value is None else _written(row.value)) for row in rows]


def _written(value: str | int | float) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _without_user(address: str) -> str:
    """An address without the name and password that somebody may have written into it."""
    scheme, between, rest = address.rpartition("://")
    return f"{scheme}{between}{rest.rpartition('@')[2]}"


def _setting(name: str) -> Setting:
    folded = _folded(name)
    if folded not in SETTINGS or folded == "key":
        raise UsageError(unknown(folded))
    return SETTINGS[folded]


def _folded(name: str) -> str:
    return name.strip().removeprefix("--").replace("-", "_")


def _warn(settings: Settings, setting: Setting) -> None:
    """Says what keeps the setting from being used: the environment, or another fault in the file."""
    preferred, faults = _readable(settings)
    if faults:
        complain(f"Nothing in the file is used before this is mended:\n{faults}")
    elif (origin := preferred.origins.get(setting.name)) not in (None, FILE):
        tell(f"{origin} is set in the environment, and comes first.", quiet=settings.quiet)
