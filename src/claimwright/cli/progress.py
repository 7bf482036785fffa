"""How a batch is going, on stderr: a bar on a terminal, a plain line every few seconds elsewhere; --quiet: nothing."""

import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimwright.batch.run import Plan
from claimwright.batch.tally import Tally
from claimwright.cli.terminal import tell
from claimwright.guide.reason import SENTENCES, sentence
from claimwright.guide.rule import Verdict
from claimwright.resources import Resources

if TYPE_CHECKING:
    from tqdm import tqdm

_EVERY = 5.0
_REDRAWN = 0.2
_NAMED = 5
_CHANGED = {
    "version": "the version of claimwright",
    "words": "the guide, the templates or the prompts",
    "writer": "the writer or the model",
    "form": "the limit, the language, the form or the day",
}


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, in whatever currency; None where it is not known."""

    prompt: float | None
    completion: float | None

    def of(self, tally: Tally) -> str:
        """What was spent so far, in words; nothing if no price is known."""
        if self.prompt is None and self.completion is None:
            return ""
        spent = (tally.prompt * (self.prompt or 0.0) + tally.completion * (self.completion or 0.0)) / 1e6
        return f"cost {spent:,.2f}"


class Progress:
    """Shows how it goes."""

    def __init__(self, prices: Prices, *, quiet: bool) -> None:
        self._prices, self._quiet = prices, quiet
        self._began = self._shown = time.monotonic()
        self._missing: int | None = None
        self._bar: tqdm[Any] | None = None

    def begins(self, plan: Plan) -> None:
        """Say what is taken over, and why what is not."""
        self._missing = plan.missing
        for line in told(plan):
            tell(line, quiet=self._quiet)
        if not self._quiet and plan.missing != 0 and sys.stderr is not None and sys.stderr.isatty():
            from tqdm import tqdm

            self._bar = tqdm(total=plan.missing, unit=" cases", file=sys.stderr, dynamic_ncols=True, leave=False)
        self._began = self._shown = time.monotonic()

    def moves(self, tally: Tally) -> None:
        """Show another case, not more often than can be read."""
        now = time.monotonic()
        if self._quiet or now - self._shown < (_REDRAWN if self._bar is not None else _EVERY):
            return
        self._shown = now
        if self._bar is not None:
            self._bar.set_postfix_str(", ".join(self.counts(tally)), refresh=False)
            self._bar.update(tally.handled - self._bar.n)
            return
        rate = tally.handled / max(now - self._began, 1e-3)
        of = f" of {self._missing:,}" if self._missing else ""
        left = f", {_time((self._missing - tally.handled) / rate)} left" if self._missing and rate else ""
        counts = ", ".join(self.counts(tally))
        tell(f"{tally.handled:,}{of} done, {rate:,.{0 if rate >= 10 else 1}f} a second{left}; {counts}", quiet=False)

    def ends(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()

    def counts(self, tally: Tally) -> list[str]:
        """The messages, the failures, and what a model took."""
        found = [count_of(tally.messages, "message")]
        found += [f"{tally.fallbacks:,} from the template instead"] if tally.fallbacks else []
        found += [f"{tally.failed:,} failed"] if tally.failed else []
        found += [f"{tally.tokens:,} tokens"] if tally.tokens else []
        return [*found, *filter(None, [self._prices.of(tally) if tally.tokens else ""])]

    def seconds(self) -> str:
        """How long it has taken, in words."""
        return _time(time.monotonic() - self._began)


def told(plan: Plan) -> list[str]:
    """What a run finds when it begins, a sentence each."""
    lines = []
    if plan.total is not None and plan.done:
        some = f"All {plan.total:,}" if plan.done == plan.total else f"{plan.done:,} of {plan.total:,}"
        lines.append(f"{some} cases are done already.")
    elif plan.total is not None:
        lines.append(f"{plan.total:,} {'case' if plan.total == 1 else 'cases'}.")
    if plan.changed:
        lines.append(f"{_cases(plan.changed)} changed since and {_are(plan.changed)} done again.")
    for part, count in plan.terms.items():
        lines.append(f"{count:,} {_are(count)} done again because this has changed: {_CHANGED[part]}.")
    if plan.again:
        lines.append(
            f"{count_of(plan.again, 'case')} failed before, or lost a file, and {_are(plan.again)} done again."
        )
    if plan.damaged:
        lines.append(f"{count_of(plan.damaged, 'result')} was cut off or damaged; the case is done again.")
    if plan.total is not None and plan.others > 0:
        lines.append(f"{count_of(plan.others, 'result')} of other cases stay; --fresh leaves them out.")
    return lines


def verdict_words(resources: Resources) -> Mapping[str, str]:
    """Every verdict as the end of a sentence, and what stands for none. Raises CannotReadWrite if one is missing."""
    sentences = resources.toml(SENTENCES)
    return {**{one.value: sentence(sentences, "short", one) for one in Verdict}, "invalid": "could not be read"}


def told_verdicts(tally: Tally, words: Mapping[str, str]) -> list[str]:
    """How many cases have which verdict, a line each, the most frequent first."""
    return [f"- {words[name].capitalize()}: {count:,}" for name, count in tally.verdicts.most_common()]


def told_edited(edited: Sequence[Path]) -> str:
    """Where the messages are kept that somebody had edited; nothing if there are none."""
    if not edited:
        return ""
    named = ", ".join(map(str, edited[:_NAMED]))
    if len(edited) == 1:
        return f"1 message had been edited by hand. It was written anew; the edited one is kept: {named}."
    more = f" and {len(edited) - _NAMED:,} more, named like them" if len(edited) > _NAMED else ""
    return (
        f"{len(edited):,} messages had been edited by hand. They were written anew; "
        f"the edited ones are kept: {named}{more}."
    )


def count_of(count: int, noun: str) -> str:
    """A number and its noun."""
    return f"{count:,} {noun if count == 1 else noun + 's'}"


def _cases(count: int) -> str:
    return f"{count_of(count, 'case')} {'has' if count == 1 else 'have'}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _time(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{seconds:.1f} s" if seconds < 10 else f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
