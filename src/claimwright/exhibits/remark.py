"""What is said of one item of evidence: by name and with what belongs into the sentence; the words are elsewhere."""

import dataclasses
from dataclasses import dataclass

OF_THE_CASE = frozenset({"outside", "link", "not_a_picture", "not_a_video"})
"""Faults that are put right in the case file, or by an option that allows what it names."""

OF_THE_FILE = frozenset(
    {
        "missing",
        "backslash",
        "no_file",
        "forbidden",
        "unreadable",
        "empty",
        "unknown",
        "foreign",
        "broken",
        "too_many_pixels",
    }
)
"""Faults that are put right in the file itself."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A fault or a warning: which item (from 1), which of the known sentences, and what fills it."""

    number: int
    id: str
    values: dict[str, str] = dataclasses.field(default_factory=dict)

    @property
    def is_fault(self) -> bool:
        """Whether it stops everything."""
        return self.id in OF_THE_FILE or self.is_of_the_case

    @property
    def is_of_the_case(self) -> bool:
        """Whether it is a fault of what the case file says."""
        return self.id in OF_THE_CASE

    @property
    def field(self) -> str:
        """The field of the item, in the case file, that a fault is about."""
        return "kind" if self.id in {"not_a_picture", "not_a_video"} else "file"


class Unfit(Exception):
    """A file that cannot be evidence; carries the name of the fault and what fills its sentence."""

    def __init__(self, id: str, **values: str) -> None:
        """Keep both."""
        self.id, self.values = id, values
        super().__init__(id)
