"""How a batch is going, on stderr: a bar on a terminal, a plain line every few seconds elsewhere; --quiet: nothing."""

import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimwright.batch.run import Plan
from claimwright.batch.tally import Tally
from claimwright.batch.terms import Change
from claimwright.cli.terminal import complain, tell
from claimwright.guide.reason import SENTENCES, sentence
from claimwright.guide.rule import Verdict
from claimwright.letter.wording import LANGUAGES
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
    "limit": "the limit",
    "language": "the language",
    "form": "the form",
    "guide": "the guide",
    "day": "the day",
    "several": "the limit, the language, the form, the guide or the day",
}
_OUTCOMES = {  # one, and more
    "refused": ("calls for none", "call for none"),
    "missing": ("lacks facts or contradicts itself", "lack facts or contradict themselves"),
    "unfit": ("does not fit {limit:,} characters", "do not fit {limit:,} characters"),
    "invalid": ("is invalid", "are invalid"),
    "failed": ("failed", "failed"),
}
_NOWHERE = (
    "No case was found. In a folder and below it, files are looked for that end in .json, .jsonl or .ndjson, with one "
    "case or an array of them, or with one case a line."
)


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
        return f"cost {spent:,.{2 if spent >= 1 else 4}f}"


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
        for line in told_failed(plan):
            complain(line)
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

    def slows(self, now: int) -> None:
        """Say that the endpoint asks for fewer requests."""
        if self._bar is not None:
            self._bar.clear()
        tell(
            f"The endpoint asks for fewer requests (429): going on more slowly, now {now:,} at once.", quiet=self._quiet
        )

    def ends(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()

    def counts(self, tally: Tally) -> list[str]:
        """The messages, the failures, and what a model took, for now."""
        failed = [f"{tally.failed:,} failed"] if tally.failed else []
        return [count_of(tally.messages, "message"), *failed, *self._taken(tally)]

    def sums(self, tally: Tally, limit: int) -> list[str]:
        """What became of all cases, and what a model took, in the end."""
        found = [count_of(tally.messages, "message")]
        for name, (one, more) in _OUTCOMES.items():
            if count := tally.outcomes[name]:  # type: ignore[index]
                found.append(f"{count:,} {(one if count == 1 else more).format(limit=limit)}")
        return [*found, *self._taken(tally)]

    def _taken(self, tally: Tally) -> list[str]:
        found = [f"{tally.fallbacks:,} from the template instead"] if tally.fallbacks else []
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
        all_of_one = "The case is done already."
        lines.append(all_of_one if plan.total == 1 else f"{some} cases {_are(plan.done)} done already.")
    elif plan.total is not None:
        lines.append(f"{count_of(plan.total, 'case')}." if plan.total else _NOWHERE)
    if plan.aside is not None:
        lines.append(f"The earlier results are kept: {plan.aside}.")
    if plan.stay:
        stays, them = ("stays", "it") if plan.stay == 1 else ("stay", "them")
        lines.append(f"{count_of(plan.stay, 'message')} of a run with a model {stays}; --fresh words {them} anew.")
    if plan.changed:
        lines.append(f"{_cases(plan.changed)} changed since and {_are(plan.changed)} done again.")
    for change, count in plan.terms.items():
        lines.append(f"{count:,} {_are(count)} done again because this has changed: {_changed(change)}.")
    if plan.again:
        lines.append(
            f"{count_of(plan.again, 'case')} failed before, or lost a file, and {_are(plan.again)} done again."
        )
    if plan.damaged:
        was, cases = ("was", "the case is") if plan.damaged == 1 else ("were", "their cases are")
        lines.append(f"{count_of(plan.damaged, 'result')} {was} cut off or damaged; {cases} done again.")
    if plan.total is not None and plan.others == 1:
        lines.append("1 result of another case stays; --fresh leaves it out.")
    elif plan.total is not None and plan.others > 0:
        lines.append(f"{plan.others:,} results of other cases stay; --fresh leaves them out.")
    return lines


def told_failed(plan: Plan) -> list[str]:
    """Which of the cases that are done had failed, and why."""
    if not plan.faults:
        return []
    if plan.failed == 1:
        return [f"{'It' if plan.total == 1 else '1 of them'} failed: {plan.faults[0]}"]
    more = plan.failed - len(plan.faults)
    rest = [f"- {more:,} more: the results say why."] if more else []
    return [f"{plan.failed:,} of them failed:", *(f"- {one}" for one in plan.faults), *rest]


def told_unfit(tally: Tally) -> str:
    """The limit that would do; nothing if the one that was given does."""
    if not tally.needed:
        return ""
    return f"--limit {tally.needed} would fit {'it' if tally.outcomes['unfit'] == 1 else 'all of them'}."


def told_astray(tally: Tally, language: str, *, by_model: bool) -> str:
    """How many messages are not in the language that was asked for, and why; nothing if all are."""
    if not tally.astray:
        return ""
    why = "the model did not" if by_model else "only a model can"
    return f"{tally.astray:,} {_are(tally.astray)} in English: {why} put a buyer's words into {LANGUAGES[language]}."


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


def _changed(change: Change) -> str:
    """What has changed; where it is short, with what it was and what it is now."""
    if change.now == change.before:
        return _CHANGED[change.part]
    before, now = (
        LANGUAGES.get(one, "none given" if one in ("", "None") else one) for one in (change.before, change.now)
    )
    return f"{_CHANGED[change.part]} ({before}, now {now})"


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
