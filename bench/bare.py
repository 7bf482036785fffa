"""The baseline of start-up: a click group with one command, and nothing else."""

import click


@click.group()
def group() -> None:
    """Do nothing."""


@group.command()
def nothing() -> None:
    """Do nothing at all."""


if __name__ == "__main__":
    group()
