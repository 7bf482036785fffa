"""The page that `check` shows a person: what goes on it, and in which words. The layout is templates/page/check.j2."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import click

from claimwright.case.casefile import Case
from claimwright.case.contradictions import Contradiction
from claimwright.case.facts import VALUES
from claimwright.cli.terminal import coloured, fold
from claimwright.errors import CannotReadWrite
from claimwright.guide.assessment import Assessment
from claimwright.guide.explain import MAY_STILL_HAPPEN, NearMiss, changes, why_not
from claimwright.guide.guide import Guide
from claimwright.guide.platform import OutsideFact
from claimwright.guide.rule import Advice, Purpose, Source, Verdict
from claimwright.reading.characters import printable
from claimwright.reading.dates import written
from claimwright.resources import Resources

OUTSIDE = "(not from the guide)"
OUR_READING = "The guide does not settle this in so many words. The verdict is our reading of it."


class Page:
    """Renders one case after another."""

    def __init__(self, guide: Guide, resources: Resources, *, more: bool, asked: Verdict | None) -> None:
        self._guide = guide
        self._sentences = resources.toml("templates/verdicts.toml")
        self._resources = resources
        self._more = more
        self._asked = asked

    def sentence(self, assessment: Assessment) -> str:
        """The verdict in one plain sentence."""
        return verdict_sentence(assessment, self._sentences)

    def render(
        self, case: Case, assessment: Assessment, found: Iterable[Contradiction], today: date, extra: tuple[Advice, ...]
    ) -> str:
        """The whole page of a case, ending in one line end."""
        missing = {one.id for one in assessment.evidence_missing}
        outside = self._outside(case, assessment)
        context: dict[str, Any] = {
            "strong": _strong,
            "fold": fold,
            "item": _item,
            "outside": OUTSIDE,
            "name": printable(case.id or ""),
            "verdict": _strong(fold(self.sentence(assessment))),
            "reading": OUR_READING if assessment.source is Source.INTERPRETATION and not assessment.questions else "",
            "contradictions": [one.text for one in found],
            "questions": [
                (q.text, self._guide.words.help(q.field), "; ".join(map(self._short, q.separates)))
                for q in assessment.questions
            ],
            "passages": self._passages(assessment),
            "evidence": [
                (one.id not in missing, one.text, "" if one.source is Source.GUIDE else " (our reading)")
                for one in assessment.evidence_wanted
            ],
            "missing": bool(missing),
            "shots": [self._told(one) for one in outside if one.kind == "photo"] if missing or self._more else [],
            "warnings": [marked(one) for one in (*extra, *beside_passages(assessment))],
            "steps": [marked(one) for one in assessment.next_steps],
            "changes": self._changes(case),
            "days": days_left(case, today),
            "reasons": [self._told(one) for one in outside if one.kind == "form-reason"],
            "beside": [self._told(one) for one in outside if self._shown(one)],
            "more": self._more,
            "why_not": self._why_not(case, assessment) if self._asked else None,
        }
        page = self._resources.render("templates/page/check.j2", context)
        return "\n".join(line.rstrip() for line in page.strip("\n").splitlines()) + "\n"

    def _passages(self, assessment: Assessment) -> list[tuple[str, str, str]]:
        ids = assessment.passages if not assessment.questions or len(assessment.passages) <= 6 else ()
        return [(f"{id:<4}", self._guide.passages[id].title, self._guide.passages[id].text) for id in ids]

    def _outside(self, case: Case, assessment: Assessment) -> list[OutsideFact]:
        return [one for one in self._guide.platform if one.applies(case.facts, assessment.verdict)]

    def _shown(self, one: OutsideFact) -> bool:
        return one.kind in ("time", "step", "money", "warning", "closing") if self._more else one.kind == "warning"

    def _told(self, one: OutsideFact) -> str:
        if self._more:
            return f"{one.text} [{one.source}; {one.date}; confidence {one.confidence}]"
        return f"{one.text} [{one.date}; {one.confidence}]" if one.kind != "photo" else one.text

    def _changes(self, case: Case) -> list[str]:
        """What may still come, and the verdict then. Only what comes after what is: nobody is shown another story."""
        found = changes(case.facts, self._guide, MAY_STILL_HAPPEN)
        return [
            f"{self._guide.words.statement(one.field, one.value)} Then: {self._short(one.verdict)}."
            for one in found
            if all(_place(one.field, value) < _place(one.field, one.value) for value in case.facts.possible(one.field))
        ]

    def _why_not(self, case: Case, assessment: Assessment) -> dict[str, Any]:
        assert self._asked is not None
        misses = why_not(self._asked, case.facts, self._guide)
        head = f"Why not: {self._short(self._asked)}?"
        if self._asked is Verdict.NEED_MORE_INFORMATION and assessment.verdict is not self._asked:
            return {"head": head, "lines": ["All that the verdict rests on is known."]}
        if not misses:
            return {"head": head, "lines": ["It is the verdict, or it can still become the verdict."]}
        return {"head": f"{head} One of these would have to be so:", "lines": [self._miss(one) for one in misses]}

    def _miss(self, miss: NearMiss) -> str:
        needs = []
        for one in miss.failing:
            said = [self._guide.words.statement(one.field, value).rstrip(".") for value in one.needs]
            needs.append("none of this is so: " + "; ".join(said) if one.none_of else " / ".join(said))
        return f"{' and, '.join(needs)} ({', '.join(miss.rule.cites)}; rule {miss.rule.id})"

    def _short(self, verdict: Verdict) -> str:
        return _sentence(self._sentences, "short", verdict)


def verdict_sentence(assessment: Assessment, sentences: dict[str, Any]) -> str:
    """The verdict in one plain sentence, from templates/verdicts.toml. Raises CannotReadWrite if it is not there."""
    extension = assessment.verdict is Verdict.WAIT_FOR_EXTENSION and assessment.purpose is Purpose.EXTENSION
    return _sentence(sentences, assessment.verdict, "extension" if extension else assessment.remedy)


def _sentence(sentences: dict[str, Any], verdict: str, which: str) -> str:
    found = sentences.get(verdict)
    text = found.get(which) if isinstance(found, dict) else None
    if not isinstance(text, str):
        raise CannotReadWrite(
            f"templates/verdicts.toml: {verdict}.{which} is missing. Add it, or delete the file to use ours."
        )
    return text


def _place(field: str, value: str) -> int:
    return VALUES[field].index(value)


def beside_passages(assessment: Assessment) -> list[Advice]:
    """The warnings that say more than the passages which stand beside them."""
    return [one for one in assessment.warnings if one.restates not in assessment.passages]


def days_left(case: Case, today: date) -> str:
    """How long the buyer's own date leaves, in a sentence; nothing if the case holds no date."""
    last = case.order.protection_ends_on
    if last is None:
        return ""
    left = (last - today).days
    if left < 0:
        return f"The protection ended on {written(last)}, {-left} {'day' if left == -1 else 'days'} ago."
    if left == 0:
        return f"Today, {written(last)}, is the last day of the protection."
    return f"{left} {'day' if left == 1 else 'days'} left: the protection ends on {written(last)}."


def marked(one: Advice) -> str:
    """Advice as the buyer reads it; what the guide does not say is marked as our reading."""
    return one.text if one.source is Source.GUIDE else f"{one.text} (our reading)"


def _strong(text: str) -> str:
    return click.style(text, bold=True) if coloured() else text


def _item(mark: str, text: str) -> str:
    return fold(printable(text), mark, " " * len(mark))
