"""Exchanges with a scripted model: it gives its replies in order, and what it was sent is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimwright.case.casefile import Case
from claimwright.letter.checks import findings
from claimwright.letter.compose import LIMIT, Composed
from claimwright.letter.exchange import exchange
from claimwright.letter.message import render
from claimwright.llm.model import Failed, Replied, Wanted
from claimwright.privacy.mask import Mask

from .drafting import RESOURCES, brief, example

GREEN = "The hoodie that arrived is bright green [F9, E1]."
NAVY = "The listing shows navy [F8, E2]."
GOOD = f"{GREEN} {NAVY}"
ELSE = "The size label inside reads M [F10]."


@dataclass
class Talk:
    """What a scripted model was sent, and what became of it."""

    composed: Composed
    wanted: list[Wanted] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The message."""
        return render(self.composed.checked)

    @property
    def sound(self) -> bool:
        """Whether a check of the message finds nothing hard."""
        checked = self.composed.checked
        return not any(one.hard for one in findings(checked.draft, checked.brief, LIMIT))


def talk(
    *replies: str | Failed,
    case: Case | None = None,
    limit: int = LIMIT,
    fallback: bool = True,
    mask: Mask | None = None,
    language: str = "en",
) -> Talk:
    """The end of an exchange; the last reply is given again as often as it is asked for."""
    case = case or example("wrong-colour")
    machine = exchange(brief(case), RESOURCES, mask or Mask.of(case), limit=limit, fallback=fallback, language=language)
    wanted = [next(machine)]
    while True:
        reply = replies[min(len(wanted), len(replies)) - 1]
        try:
            wanted.append(machine.send(reply if isinstance(reply, Failed) else Replied(reply)))
        except StopIteration as done:
            return Talk(done.value, wanted)


def template(case: Case | None = None, limit: int = LIMIT) -> str:
    """The message that the template writes."""
    from .drafting import text

    return text(case or example("wrong-colour"), limit)


def sent(wanted: Sequence[Wanted]) -> str:
    """Every word that was sent."""
    return "\n".join(turn.text for one in wanted for turn in one.turns)
