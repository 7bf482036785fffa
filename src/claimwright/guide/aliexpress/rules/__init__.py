"""The rule base of the AliExpress guide: one file a section, rows in the order of the passages."""

from claimwright.guide.aliexpress.rules import any_case, good_faith, not_received, problems, received
from claimwright.guide.rule import Rule

RULES: tuple[Rule, ...] = (
    *good_faith.ROWS,
    *received.ROWS,
    *not_received.ROWS,
    *problems.ROWS,
    *any_case.ROWS,
)
