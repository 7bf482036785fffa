"""What can go wrong, and the exit code of each.

ClaimwrightError             1   a fault of our own; `batch` and `jobs` end so too if a case failed
├── UsageError            2   usage, bad settings, a file that would be overwritten
├── NoMessage             3   the guide calls for no message
├── FactsMissing          4   facts are missing or contradict each other, or the limit is too small
├── DraftRejected         5   a draft failed its checks and no other writer was allowed
├── ModelUnavailable      6   no model answered and no other writer was allowed
├── CaseInvalid           7   the case file is invalid; every fault is in the text
└── CannotReadWrite       8   a file cannot be read or written
"""


class ClaimwrightError(Exception):
    """The text is for the person at the terminal: what, where, what to do; one line a fault."""

    exit_code = 1


class UsageError(ClaimwrightError):
    """A setting or an option cannot be used as it was given."""

    exit_code = 2


class NoMessage(ClaimwrightError):
    """The guide calls for no message; the text says why."""

    exit_code = 3


class FactsMissing(ClaimwrightError):
    """The message needs something that the case does not hold; the text asks for it."""

    exit_code = 4


class LimitTooSmall(FactsMissing):
    """The facts that a message needs take more characters than it may have; `needed` would do."""

    def __init__(self, text: str, needed: int) -> None:
        super().__init__(text)
        self.needed = needed


class DraftRejected(ClaimwrightError):
    """A draft has a hard finding, so it is not shown."""

    exit_code = 5


class ModelUnavailable(ClaimwrightError):
    """No model answered in time, and the template was not allowed."""

    exit_code = 6


class CaseInvalid(ClaimwrightError):
    """The case file breaks the contract; every fault of it is listed."""

    exit_code = 7


class CannotReadWrite(ClaimwrightError):
    """A file or stream cannot be read or written."""

    exit_code = 8
