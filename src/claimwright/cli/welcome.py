"""`claimwright` alone: what to do next, on one short screen. It imports nothing, for it is the first that is seen."""

WELCOME = """\
claimwright decides by a written guide whether an AliExpress dispute is
justified, and writes the message when it is.

Something is wrong with an order:
  claimwright new                      a few questions, then verdict and message

You have a case file:
  claimwright check case.json          what the guide decides, and why
  claimwright draft case.json          the message, ready to paste
  claimwright draft case.json --copy   the same, on the clipboard too

You have many case files:
  claimwright batch cases/ -o results  a message or a reason for each

  claimwright doctor                   if something does not work
  claimwright --help                   all commands

It works without a key and without a network. Nothing is sent anywhere unless
you set up a model, and then you are told first what goes where.
"""
