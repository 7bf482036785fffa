"""What a model is given to write a body: the rules, the numbered statements that it may use, the request.

All that identifies is hidden. The opening, the record of what was written to the seller, the request, the list of proof
and the closing are written by code, and what they rest on is not sent.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimwright.guide.rule import Remedy, Stage
from claimwright.letter.brief import Brief, Kind, Statement
from claimwright.letter.checks import Finding
from claimwright.letter.framed import recorded
from claimwright.llm.model import Turn
from claimwright.privacy.mask import Mask
from claimwright.reading.amounts import written as amount
from claimwright.resources import Resources

MOST_OBJECTIONS = 6
MOST_ALLOWED = 6
LONGEST_SPAN = 160
LONGEST_DRAFT = 40_000
"""Characters of a draft that are read or sent back, ten times what any form takes."""

_BY_CODE = (
    "order.number",
    "order.store",
    "order.paid",
    "buyer.name",
    "contacts[",
    "dispute.",
    "facts.seller.",
    "days.without_answer",
)
"""Topics that the frame tells by itself. A model neither needs them nor sees them: the seller's words least of all."""


@dataclass(frozen=True, slots=True)
class Prompter:
    """Words every request to a model about one brief."""

    brief: Brief
    resources: Resources
    mask: Mask
    language: str = "English"

    def first(self) -> tuple[Turn, ...]:
        """The rules and the case."""
        return (Turn("system", self.rules()), Turn("user", self._case()))

    def again(self, draft: str, findings: Sequence[Finding]) -> tuple[Turn, ...]:
        """The same with the last draft and what is wrong with it; nothing of earlier rounds, nor new of the case."""
        first = self.first()
        known = frozenset(word for turn in first for word in _words(turn.text))
        said = [objection(self._hidden(one, known)) for one in findings[:MOST_OBJECTIONS]]
        text = self.resources.render("prompts/repair.j2", {"objections": said})
        return (*first, Turn("assistant", self.mask.hide(self.mask.restore(draft[:LONGEST_DRAFT]))), Turn("user", text))

    def _hidden(self, finding: Finding, known: frozenset[str]) -> Finding:
        """The finding as it may leave, with the allowed values whose words the model has been given already."""
        hide = self.mask.hide
        allowed = [text for text in map(hide, finding.allowed) if _words(text) <= known]
        return replace(finding, span=hide(finding.span), rule=hide(finding.rule), allowed=tuple(allowed[:MOST_ALLOWED]))

    @property
    def given(self) -> frozenset[str]:
        """The ids of the statements that the model is given."""
        return frozenset(one.id for one in (*self._facts(), *self._proof(), *self._of(Kind.PASSAGE)))

    def rules(self) -> str:
        """What the model is told of its task; nothing of the case but what is asked for."""
        names: dict[str, object] = {
            "language": self.language,
            "kind": self._request(),
            "own_part": "returned_own_doing" in self.brief.situations,
        }
        stage, purpose = self.brief.stage, self.brief.purpose
        name = f"prompts/{purpose}.j2" if stage is Stage.FIRST else f"prompts/stages/{stage}.j2"
        return self.resources.render(name, names)

    def _case(self) -> str:
        names: dict[str, object] = {
            "facts": [(one.id, self.mask.hide(one.text)) for one in self._facts()],
            "proof": [(one.id, self.mask.hide(one.text)) for one in self._proof()],
            "passages": [(one.id, one.text) for one in self._of(Kind.PASSAGE)],
            "request": self._request(),
        }
        return self.resources.render("prompts/case.j2", names)

    def _facts(self) -> list[Statement]:
        return [one for one in self._of(Kind.FACT) if not one.topic.startswith(_BY_CODE)]

    def _proof(self) -> list[Statement]:
        beside = recorded(self.brief, frozenset())
        items = zip(self._of(Kind.EVIDENCE), self.brief.case.evidence, strict=True)
        return [one for one, item in items if not (beside and item.kind == "conversation")]

    def _of(self, kind: Kind) -> list[Statement]:
        return [one for one in self.brief.statements if one.kind is kind]

    def _request(self) -> str:
        ask = self.brief.ask
        if ask is None:
            return ""
        return f"{'a full refund' if ask.remedy is Remedy.FULL else 'a partial refund'} of {amount(ask.amount)}"


def objection(finding: Finding) -> str:
    """A finding as a model is told it: the words, what is wrong with them, what may stand instead."""
    span = finding.span if len(finding.span) <= LONGEST_SPAN else f"{finding.span[: LONGEST_SPAN - 1]}…"
    said = f"`{span}`: {finding.rule}" if span else finding.rule
    allowed = "; ".join(one.rstrip(".") for one in finding.allowed if one != finding.span)
    if not allowed:
        return said
    return f"{said} Allowed: {allowed}.{' Write it exactly so, or leave it out.' if span else ''}"


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
