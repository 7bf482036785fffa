"""`claimwright schema`: the JSON Schema of the case file, for editors and for other programs."""

import json

import click

from claimwright.cli.settings import global_options


@click.command()
@global_options
def command() -> int:
    """Print the JSON Schema (draft 2020-12) of the case file."""
    from claimwright.case.schema import schema

    click.echo(json.dumps(schema(), indent=2))
    return 0
