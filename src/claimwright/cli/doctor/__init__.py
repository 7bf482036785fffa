"""`claimwright doctor`: what works here, a line each, and how to mend what does not."""

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from claimwright.cli.doctor.files import of_files, of_guide, of_settings
from claimwright.cli.doctor.finding import Finding
from claimwright.cli.doctor.machine import of_machine
from claimwright.cli.settings import Settings, global_options, settings_of
from claimwright.cli.terminal import coloured, page
from claimwright.reading.characters import printable

_FIRST = (2, 8, 6)
"""Of several faults, the exit code is that of the one to be mended first."""


@click.command(context_settings={"default_map": {}})
@click.option("--ask", is_flag=True, help="Ask the model too: one sentence, with nothing of any case.")
@click.option("--offline", is_flag=True, help="Reach nothing over the network.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@global_options
@click.pass_context
def command(context: click.Context, ask: bool, offline: bool, as_json: bool) -> int:
    """Say what works here, and how to mend what does not.

    Where a model is set up, its provider is asked for the list of its models: that sends the key, and nothing of any
    case. Exit code 0 if all that is needed works, 2 for faulty settings, 8 for files, 6 for a model out of reach.
    """
    if ask and offline:
        raise click.UsageError("--ask needs the network, --offline rules it out: choose one.", context)
    settings = settings_of(context)
    all_found = _found(settings, offline=offline, ask=ask)
    if as_json:
        held = list(all_found)
        shown = [{"state": one.state, **asdict(one)} for one in held]
        click.echo(json.dumps({"exit_code": _code(held), "found": shown}, ensure_ascii=False, indent=2))
        return _code(held)
    told = []
    for one in all_found:
        page(_line(one))
        told.append(one)
    return _code(told)


def _found(settings: Settings, *, offline: bool, ask: bool) -> Iterator[Finding]:
    yield from of_machine()
    kept = of_settings(settings)
    yield kept
    if not kept.exit_code:
        settings.guide = settings.guide or settings.preferences().text("guide") or None
    yield of_guide(settings)
    yield from of_files(settings)
    if not kept.exit_code:  # where a model is, is one of the settings
        from claimwright.cli.doctor.reached import of_model

        yield from of_model(settings, offline=offline, ask=ask)


def _code(found: list[Finding]) -> int:
    codes = {one.exit_code for one in found} - {0}
    return next((code for code in _FIRST if code in codes), max(codes, default=0))


def _line(one: Finding) -> str:
    first, *more = printable(one.said).splitlines()
    state = f"{one.state:<5}"
    if coloured() and one.state != "ok":
        state = click.style(state, bold=True)
    lines = [f"{state}  {one.name:<11}  {first}", *(f"{'':20}{line}" for line in more)]
    return "\n".join(lines + ([f"{'':20}-> {printable(one.fix)}"] if one.fix else []))
