"""What is counted while a batch runs."""

from collections import Counter
from dataclasses import dataclass, field

from claimwright.batch.result import Done, Outcome
from claimwright.errors import CannotReadWrite, CaseInvalid
from claimwright.reading.characters import visible

MOST_FAULTS = 5
_SAY_WHERE = (CaseInvalid.exit_code, CannotReadWrite.exit_code)  # the errors that name the file and the line


@dataclass
class Tally:
    """The cases that this run has handled so far."""

    handled: int = 0
    failed: int = 0
    messages: int = 0
    fallbacks: int = 0  # by the template although a model was to write
    prompt: int = 0
    completion: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    needed: int = 0  # the characters that all messages would fit that do not fit the limit
    astray: int = 0  # messages in another language than the one asked for
    faults: list[str] = field(default_factory=list)  # which were the first cases to fail, and why

    def add(self, one: Done) -> None:
        """Count a finished case."""
        self.handled += 1
        self.failed += one.failed
        if one.failed and len(self.faults) < MOST_FAULTS:
            self.faults.append(fault(one.entry.id, one.exit_code, one.why))
        self.messages += one.writer is not None
        self.fallbacks += one.fallback
        self.prompt += one.asked.prompt
        self.completion += one.asked.completion
        self.verdicts[one.verdict or "invalid"] += 1
        self.outcomes[one.outcome] += 1
        self.needed = max(self.needed, one.needed or 0)
        self.astray += one.astray

    @property
    def tokens(self) -> int:
        """All tokens together."""
        return self.prompt + self.completion


def fault(id: str, exit_code: int, why: str) -> str:
    """Which case has failed, and the first line of why."""
    why = why.partition("\n")[0].removesuffix(":")
    return why if exit_code in _SAY_WHERE else f"{visible(id)}: {why}"
