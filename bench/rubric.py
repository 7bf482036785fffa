"""The part of the rubric of a good message that a machine can decide: twelve criteria of 0, 1 or 2 points.

R7 (the ask follows from the facts) and R12 (honest on weak points) take a reader, and are not scored.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bench import criteria as judge
from bench.subject import Subject

CAP = 9
"""The most points of a message with a hard fail."""

CRITERIA: dict[str, tuple[str, Callable[[Subject], int | None]]] = {
    "R1": ("identified", judge.identified),
    "R2": ("reason first", judge.reason_first),
    "R3": ("concrete", judge.concrete),
    "R4": ("true to the file", judge.true_to_file),
    "R5": ("proof in place", judge.proof_in_place),
    "R6": ("exact ask", judge.exact_ask),
    "R8": ("prior contact shown", judge.contact_shown),
    "R9": ("order and shape", judge.in_order),
    "R10": ("length for the box", judge.length),
    "R11": ("sincere, calm tone", judge.calm),
    "R13": ("time and next step", judge.next_step),
    "R14": ("ready to paste", judge.ready),
}

HARD: dict[str, tuple[str, Callable[[Subject], bool]]] = {
    "H1": ("an invented fact or number", lambda this: bool(judge.invented(this))),
    "H2": ("a wrong amount, currency or order number", judge.wrong_identity),
    "H3": ("more than the guide allows", judge.too_much),
    "H4": ("a slot that was left", judge.leftover),
    "H5": ("a threat, an insult or a legal claim", judge.hostile),
    "H6": ("proof that does not exist", judge.proof_claimed),
}


@dataclass(frozen=True, slots=True)
class Score:
    """The points of one message by criterion, None where one does not apply, and its hard fails."""

    points: dict[str, int | None]
    fails: tuple[str, ...]

    @property
    def total(self) -> float:
        """The points out of 24, what does not apply left out of account; at most 9 with a hard fail."""
        given = [one for one in self.points.values() if one is not None]
        total = sum(given) * len(self.points) / len(given)
        return min(total, CAP) if self.fails else total

    @property
    def sendable(self) -> bool:
        """Whether it can be sent as it is: no hard fail, and six sevenths of the points."""
        return not self.fails and self.total * 7 >= 2 * len(self.points) * 6


def score(this: Subject) -> Score:
    """The score of one message."""
    return Score(
        {name: points(this) for name, (_, points) in CRITERIA.items()},
        tuple(name for name, (_, fails) in HARD.items() if fails(this)),
    )
