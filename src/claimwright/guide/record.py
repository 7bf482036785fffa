"""An assessment as the JSON that `check --json` prints: one object a case, its names fixed by the contract."""

import json
from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring
from typing import Any

from claimwright.case.facts import Facts
from claimwright.guide.assessment import Assessment
from claimwright.guide.engine import assess
from claimwright.guide.guide import Guide
from claimwright.guide.opened import once_open
from claimwright.guide.rule import Advice, Wanted

_MOST = 20_000  # fact combinations remembered: more than a desk meets, and a few tens of megabytes

UNREAD: Mapping[str, Any] = {
    "verdict": None,
    "remedy": None,
    "source": None,
    "remedy_source": None,
    "passages": (),
    "rules": (),
    "questions": (),
    "possible": (),
    "evidence_wanted": (),
    "evidence_missing": (),
    "warnings": (),
    "next_steps": (),
}
"""What `record` gives, for a case that cannot be read."""


def record(assessment: Assessment) -> dict[str, Any]:
    """The part of a case's record that the guide decides: all but `id` and `contradictions`."""
    return {
        "verdict": assessment.verdict,
        "remedy": assessment.remedy,
        "source": assessment.source,
        "remedy_source": assessment.remedy_source,
        "passages": assessment.passages,
        "rules": assessment.rules,
        "questions": [{"field": q.field, "text": q.text, "separates": q.separates} for q in assessment.questions],
        "possible": assessment.possible,
        "evidence_wanted": _said(assessment.evidence_wanted),
        "evidence_missing": _said(assessment.evidence_missing),
        "warnings": _said(assessment.warnings),
        "next_steps": _said(assessment.next_steps),
    }


def _said(some: Iterable[Advice | Wanted]) -> list[dict[str, str]]:
    return [{"id": one.id, "text": one.text, "source": one.source} for one in some]


class Recorder:
    """Writes one line a case. Cases with the same facts share their verdict, so it is worked out and written once."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._written: dict[tuple[Facts, frozenset[str], bool, Advice | None], str] = {}

    def line(
        self,
        id: str,
        facts: Facts,
        evidence: frozenset[str],
        *,
        opened: bool,
        more: Advice | None,
        contradictions: list[dict[str, Any]],
    ) -> str:
        """The JSON object of one case. `more` is a warning that comes from the case's dates, not from the guide."""
        key = (facts, evidence, opened, more)
        decided = self._written.get(key)
        if decided is None:
            assessment = assess(facts, self._guide, evidence)
            fields = record(once_open(assessment) if opened else assessment)
            if more:
                fields["warnings"] += _said([more])
            decided = json.dumps(fields, ensure_ascii=False)[1:-1]
            if len(self._written) < _MOST:
                self._written[key] = decided
        named = encode_basestring(id)
        conflicts = json.dumps(contradictions, ensure_ascii=False) if contradictions else "[]"
        return f'{{"id": {named}, {decided}, "contradictions": {conflicts}}}'
