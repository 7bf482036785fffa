"""A finding: what is wrong in a message, where, and what would be right."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["hard", "soft"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a message. A hard one keeps it from being shown; a soft one asks for a repair."""

    code: str
    severity: Severity
    span: str  # the exact words; empty where something is missing
    rule: str  # one plain sentence: what is wrong
    allowed: tuple[str, ...] = ()

    @property
    def hard(self) -> bool:
        """Whether the message must not be shown."""
        return self.severity == "hard"


def hard(code: str, span: str, rule: str, *allowed: str) -> Finding:
    """A finding that keeps the message from being shown."""
    return Finding(code, "hard", span, rule, allowed)


def soft(code: str, span: str, rule: str, *allowed: str) -> Finding:
    """A finding that asks for a repair."""
    return Finding(code, "soft", span, rule, allowed)
