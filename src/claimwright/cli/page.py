"""The page that `check` shows a person: what goes on it, and in which words. The layout is templates/page/check.j2."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import click

from claimwright.case.casefile import Case
from claimwright.case.contradictions import Contradiction
from claimwright.case.facts import VALUES
from claimwright.cli.terminal import coloured, fold
from claimwright.guide.assessment import Assessment
from claimwright.guide.explain import MAY_STILL_HAPPEN, NearMiss, changes, why_not
from claimwright.guide.guide import Guide
from claimwright.guide.platform import OutsideFact
from claimwright.guide.reason import (
    OUR_READING,
    SENTENCES,
    beside_passages,
    days_left,
    marked,
    sentence,
    verdict_sentence,
)
from claimwright.guide.rule import Advice, Source, Verdict
from claimwright.reading.characters import printable
from claimwright.resources import Resources

OUTSIDE = "(not from the guide)"


class Page:
    """Renders one case after another."""

    def __init__(
        self, guide: Guide, resources: Resources, *, more: bool, asked: Verdict | None, for_more: str = "add --more"
    ) -> None:
        """`for_more` is what to do to see all that is known from outside the guide."""
        self._guide = guide
        self._sentences = resources.toml(SENTENCES)
        self._resources = resources
        self._more = more
        self._asked = asked
        self._for_more = for_more

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
            "first": [one.text for one in extra],
            "warnings": [marked(one) for one in beside_passages(assessment)],
            "steps": [marked(one) for one in assessment.next_steps],
            "changes": self._changes(case),
            "days": days_left(case, today),
            "reasons": [self._told(one) for one in outside if one.kind == "form-reason"],
            "beside": [self._told(one) for one in outside if self._shown(one)],
            "more": self._more,
            "for_more": self._for_more,
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
        return sentence(self._sentences, "short", verdict)


def _place(field: str, value: str) -> int:
    return VALUES[field].index(value)


def _strong(text: str) -> str:
    return click.style(text, bold=True) if coloured() else text


def _item(mark: str, text: str) -> str:
    return fold(printable(text), mark, " " * len(mark))
