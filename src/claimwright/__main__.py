"""`python -m claimwright` is `claimwright`."""

from claimwright.cli.main import run

run()
