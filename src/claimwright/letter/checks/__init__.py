"""The checks of a message, one family a module. Only `check` makes a draft a checked one."""

from claimwright.letter.checks.fields import field_findings
from claimwright.letter.checks.finding import Finding
from claimwright.letter.checks.run import Checked, DraftHasFaults, all_sound, check, findings, statement_findings

__all__ = (
    "Checked",
    "DraftHasFaults",
    "Finding",
    "all_sound",
    "check",
    "field_findings",
    "findings",
    "statement_findings",
)
