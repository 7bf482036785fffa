"""`python -m claimwright` is `claimwright`."""

from claimwright.cli.entry import run

run()
