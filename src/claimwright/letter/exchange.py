"""Composes a message with a model, without any input or output of its own: it asks for a reply and is given one.

The command line, a batch and provider files drive the same exchange. A reply is put into the frame and checked; what is
wrong goes back to the model at most twice; a draft that must not be handed back is asked for afresh, once.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace

from claimwright.errors import DraftRejected, ModelUnavailable
from claimwright.letter.brief import Brief
from claimwright.letter.checks import Finding
from claimwright.letter.compose import LIMIT, Composed, compose
from claimwright.letter.fit import lessened
from claimwright.letter.fitted import fitted
from claimwright.letter.ownwords import worded
from claimwright.letter.reply import judged
from claimwright.letter.stage import unspoken
from claimwright.letter.wording import ENGLISH, LANGUAGES
from claimwright.letter.writers.prompter import Prompter
from claimwright.letter.writers.template import write
from claimwright.llm.model import Failed, Replied, Wanted
from claimwright.privacy.mask import Mask
from claimwright.resources import Resources

REPAIRS = 2

HIGH_RISK = frozenset(
    (
        "characters.unsafe",
        "characters.invisible",
        "concession",
        "concession.blame",
        "off_platform",
        "contact_data",
        "payment_data",
        "threat",
        "threat.review",
        "leak",
        "echo",
    )
)
"""A draft with one of these is never handed back: the model is asked again from the beginning."""


Exchange = Generator[Wanted, Replied | Failed, Composed]


@dataclass
class _Rounds:
    """What has been tried, and the best of it."""

    log: list[tuple[str, ...]] = field(default_factory=list)
    best: Composed | None = None
    seen: set[tuple[str, str]] = field(default_factory=set)
    fewest: int | None = None
    afresh: bool = False

    def keep(self, composed: Composed) -> None:
        """Keep a checked message, unless an earlier one has as little to repair."""
        if self.best is None or len(composed.checked.soft) < len(self.best.checked.soft):
            note = f"Worded by a model, in round {len(self.log)}."
            self.best = replace(composed, notes=(*composed.notes, note))

    def stuck(self, hard: Sequence[Finding]) -> bool:
        """Whether asking again is idle: a finding has come back, or there are no fewer than before."""
        found = {(one.code, one.span) for one in hard}
        stuck = bool(found & self.seen) or (self.fewest is not None and len(hard) >= self.fewest)
        self.seen |= found
        self.fewest = len(hard)
        return stuck


def exchange(
    brief: Brief,
    resources: Resources,
    mask: Mask,
    *,
    limit: int = LIMIT,
    fallback: bool = True,
    language: str = ENGLISH,
) -> Exchange:
    """Yields requests, takes replies, returns a checked message: the model's, else the template's.

    Raises FactsMissing, before anything is asked for, if the limit is too small; without fallback DraftRejected or
    ModelUnavailable.
    """
    if why := unspoken(brief.stage, language):
        brief, language = (
            replace(brief, notes=(*brief.notes, f"Written in English: {why[0].lower()}{why[1:]}")),
            ENGLISH,
        )
    brief = lessened(brief) or brief
    here = worded(brief, language, resources)
    fitted(here, write(here, resources), limit)
    prompter = Prompter(here, resources, mask, LANGUAGES[language])
    turns, rounds = prompter.first(), _Rounds()
    reason, found = "", tuple[Finding, ...]()
    for number in range(1, REPAIRS + 2):
        answer = yield Wanted(turns, number)
        if isinstance(answer, Failed):
            reason = answer.reason
            break
        composed, found = judged(prompter, answer.text, limit)
        rounds.log.append(tuple(one.code for one in found))
        repaired = rounds.best is not None
        if composed is not None:
            rounds.keep(composed)
        if repaired or not found:
            break
        hard = [one for one in found if one.hard]
        if not HIGH_RISK.isdisjoint(one.code for one in hard):
            if rounds.afresh:
                break
            rounds.afresh = True
            turns = prompter.first()
        elif hard and rounds.stuck(hard):
            break
        else:
            turns = prompter.again(answer.text, found)
    if rounds.best:
        return replace(rounds.best, rounds=tuple(rounds.log))
    if fallback:
        by_template = compose(brief, resources, limit, language, asked=True)
        note = f"Written from the template: {reason or 'the drafts of the model failed their checks.'}"
        return replace(by_template, notes=(*by_template.notes, note), rounds=tuple(rounds.log))
    if reason:
        raise ModelUnavailable(reason)
    raise DraftRejected("\n".join(["The model's draft failed its checks:", *_told(found)]))


def _told(found: Sequence[Finding]) -> list[str]:
    return [f"- {one.span}: {one.rule}" if one.span else f"- {one.rule}" for one in found if one.hard]
