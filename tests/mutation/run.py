"""The run: every damage to every honest reply, judged as a reply of a model is; what is caught, and by which checks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.recorded.cases import case_of, prompter_for
from tests.recorded.cassette import interactions, recorded, reply

from claimwright.letter.body import paragraphs
from claimwright.letter.checks import Finding, findings
from claimwright.letter.compose import LIMIT
from claimwright.letter.draft import Draft
from claimwright.letter.reply import judged
from claimwright.letter.writers.prompter import Prompter

from .damage import Damage, Honest, Spoken
from .frames import FrameDamage
from .givens import GivenDamage

Kinds = Sequence[Damage | FrameDamage | GivenDamage]


_CITED = re.compile(r" \(E\d+(?:, E\d+)*\)$")


@dataclass
class Tally:
    """What became of the mutants of one damage."""

    made: int = 0
    passed: list[str] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)

    @property
    def caught(self) -> int:
        """How many a hard finding kept from the buyer."""
        return self.made - len(self.passed)


@dataclass
class Run:
    """The whole run: a tally by damage, and the honest replies that were rejected, with the codes."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    rejected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    honest: int = 0

    @property
    def made(self) -> int:
        """All mutants."""
        return sum(one.made for one in self.tallies.values())

    @property
    def caught(self) -> int:
        """The mutants that a hard finding kept from the buyer."""
        return sum(one.caught for one in self.tallies.values())

    @property
    def codes(self) -> frozenset[str]:
        """Every code that some mutant has brought about."""
        return frozenset(code for one in self.tallies.values() for code in one.codes)

    def lines(self) -> Iterator[str]:
        """The run as it is printed."""
        yield f"{self.made} mutants of {len(self.tallies)} kinds, from {self.honest} honest replies"
        yield f"caught: {self.caught} ({self.caught / max(self.made, 1):.2%})"
        for name, one in sorted(
            self.tallies.items(), key=lambda pair: (pair[1].caught / max(pair[1].made, 1), pair[0])
        ):
            by = ", ".join(
                f"{code} {count}" for code, count in sorted(one.codes.items(), key=lambda c: (-c[1], c[0]))[:3]
            )
            yield f"{one.caught:4} of {one.made:3}  {name}: {by or '-'}"
        yield "by code:"
        for code, count in sorted(sum((one.codes for one in self.tallies.values()), Counter[str]()).items()):
            yield f"  {code} {count}"
        for name, codes in sorted(self.rejected.items()):
            yield f"honest, and rejected: {name}: {', '.join(codes)}"


def replies(kind: str) -> list[tuple[str, str]]:
    """The recorded first replies of a kind: the case's name, and the text."""
    return [(path.stem, reply(interactions(path)[0])) for path in recorded(kind)]


def _prompted(name: str) -> Prompter:
    """A prompter that has asked, so that its mask knows what it hid."""
    prompter = prompter_for(case_of(name))
    prompter.first()
    return prompter


def hard_codes(prompter: Prompter, text: str) -> tuple[str, ...]:
    """The codes of the hard findings in a reply."""
    return tuple(one.code for one in judged(prompter, text, LIMIT)[1] if one.hard)


def rejected(kind: str) -> dict[str, tuple[str, ...]]:
    """The recorded replies of a kind that a hard finding rejects, with its codes."""
    found = {name: hard_codes(_prompted(name), text) for name, text in replies(kind)}
    return {name: codes for name, codes in found.items() if codes}


def run(share: Sequence[tuple[str, str]], kinds: Kinds, every: int = 1) -> Run:
    """The figures for these replies and kinds of damage, each damage done to every so many-th reply in turn.

    The same replies give the same figures.
    """
    done = Run({damage.name: Tally() for damage in kinds})
    for place, (name, text) in enumerate(share):
        prompter = _prompted(name)
        composed, found = judged(prompter, text, LIMIT)
        if composed is None:
            done.rejected[name] = tuple(one.code for one in found if one.hard)
            continue
        done.honest += 1
        for damage in kinds[-place % every :: every]:
            if isinstance(damage, GivenDamage):
                told = damage.change(prompter.brief)
                _count(done.tallies[damage.name], name, told, any(one.hard for one in told))
            elif isinstance(damage, FrameDamage):
                _frame(done, name, prompter, composed.checked.draft, damage)
            else:
                _body(done, name, prompter, text, damage)
    return done


def _body(done: Run, name: str, prompter: Prompter, text: str, damage: Damage) -> None:
    spoken = tuple(
        Spoken(_CITED.sub("", one.text.rstrip(".!?")), one.rests_on) for each in paragraphs(text) for one in each
    )
    honest = Honest(name, prompter.brief.case, prompter.brief, spoken, Random(f"{name} {damage.name}"))
    changed = damage.change(honest)
    if changed is not None:
        composed, found = judged(prompter, changed, LIMIT)
        _count(done.tallies[damage.name], name, found, caught=composed is None)


def _frame(done: Run, name: str, prompter: Prompter, draft: Draft, damage: FrameDamage) -> None:
    changed = damage.change(draft, prompter.brief)
    if changed is not None:
        found = findings(changed, prompter.brief, LIMIT)
        _count(done.tallies[damage.name], name, found, any(one.hard for one in found))


def _count(tally: Tally, name: str, found: Sequence[Finding], caught: bool) -> None:
    tally.made += 1
    tally.codes.update({one.code for one in found})
    if not caught:
        tally.passed.append(name)
