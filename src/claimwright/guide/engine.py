"""Decides: facts and a guide give an assessment.

Not knowing is not no. Facts that are unknown or narrowed to several values stand for every complete case that they
could turn out to be (its completions); a verdict is given only if all completions agree (supervaluation).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from claimwright.case.facts import FIELDS, VALUES, Facts
from claimwright.guide.assessment import (
    AskExtension,
    AskSeller,
    Assessment,
    Claim,
    Question,
    Refusal,
    Undecided,
    Wait,
)
from claimwright.guide.guide import Guide
from claimwright.guide.rule import Advice, Purpose, Remedy, Rule, Source, Verdict, Wanted, asks_extension

T = TypeVar("T", Advice, Wanted)

_STRENGTH = {verdict: -place for place, verdict in enumerate(Verdict)} | {None: -len(Verdict)}

CLAIMS = (Verdict.OPEN, Verdict.OPEN_UNCERTAIN, Verdict.ASK_PARTIAL_ONLY)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rows say of one kind of completion: the rows that matched, and what they decide together."""

    rows: tuple[Rule, ...]
    verdict: Verdict
    remedy: Remedy
    source: Source
    remedy_source: Source
    purpose: Purpose
    situations: tuple[str, ...]

    @property
    def asks_extension(self) -> bool:
        """Whether more time is to be asked for, and not only waited for."""
        return asks_extension(self.verdict, self.purpose)


def assess(facts: Facts, guide: Guide, evidence: frozenset[str] = frozenset()) -> Assessment:
    """The assessment of a case, given the kinds of evidence it holds. Evidence changes only what is missing."""
    outcomes = outcomes_of(facts, guide)
    verdicts = _in_order({one.verdict for one in outcomes})
    remedies = {one.remedy for one in outcomes}
    settled = len(verdicts) == 1
    verdict = verdicts[0] if settled else Verdict.NEED_MORE_INFORMATION
    remedy = Remedy.NONE if not settled else remedies.pop() if len(remedies) == 1 else Remedy.CHOICE
    purposes = {one.purpose for one in outcomes}
    situations = {one.situations for one in outcomes}
    asked = questions(facts, guide)
    kind = Undecided if asked or not settled else _kind(verdict, purposes)
    wanted: list[Wanted] = _common([[w for row in one.rows for w in row.evidence] for one in outcomes])
    advice = [row for row in guide.advice if row.matches(facts) and (not row.given or verdict in row.given)]
    warnings = _common([[w for row in one.rows for w in row.warnings] for one in outcomes])
    steps = _common([[s for row in one.rows for s in row.steps] for one in outcomes])
    return kind(
        verdict=verdict,
        remedy=remedy,
        source=_weakest(one.source for one in outcomes),
        remedy_source=_weakest(one.remedy_source for one in outcomes),
        rules=_cited([[row.id for row in one.rows] for one in outcomes], guide.row_order),
        passages=_cited([[id for row in one.rows for id in row.cites] for one in outcomes], guide.passage_order),
        questions=asked,
        possible=verdicts,
        evidence_wanted=tuple(wanted),
        evidence_missing=tuple(one for one in wanted if not one.kinds & evidence),
        warnings=_once([*warnings, *(w for row in advice for w in row.warnings)]),
        next_steps=_once([*steps, *(s for row in advice for s in row.steps)]),
        situations=situations.pop() if len(situations) == 1 else (),
        purpose=purposes.pop() if len(purposes) == 1 else Purpose.NONE,
    )


def _kind(verdict: Verdict, purposes: set[Purpose]) -> type[Assessment]:
    if verdict in CLAIMS:
        return Claim
    if verdict is Verdict.CONTACT_SELLER_FIRST:
        return AskSeller
    if verdict is Verdict.WAIT_FOR_EXTENSION:
        return AskExtension if purposes == {Purpose.EXTENSION} else Wait
    return Refusal


@lru_cache(maxsize=4096)
def outcomes_of(facts: Facts, guide: Guide) -> tuple[Outcome, ...]:
    """What each kind of completion of the facts comes to; one outcome if the facts decide."""
    possible = {field: facts.possible(field) for field in FIELDS if field != "defects"}
    defects = None if facts.defects is None else (facts.defects,)
    return tuple(dict.fromkeys(_outcome(rows) for rows in _completions(guide, guide.decisions, possible, defects)))


def _completions(
    guide: Guide,
    rows: Sequence[Rule],
    possible: dict[str, frozenset[str]],
    defects: tuple[frozenset[str], ...] | None,
) -> Iterator[tuple[Rule, ...]]:
    """The rows that match, for each class of completions that the rows tell apart.

    Splits on the first fact that some row still in play tells apart, so facts that do not matter are never enumerated.
    """
    rows = [row for row in rows if all(possible[field] & row.when[field] for field in row.when)]
    for field in FIELDS:
        if field == "defects":
            asking = [row for row in rows if row.asks_defects()]
            if not asking:
                continue
            sorts: dict[tuple[bool, ...], list[frozenset[str]]] = {}
            for some in guide.defects_told_apart if defects is None else defects:
                sorts.setdefault(tuple(row.fits(some) for row in asking), []).append(some)
            if len(sorts) > 1:
                for alike in sorts.values():
                    yield from _completions(guide, rows, possible, tuple(alike))
                return
            fits = dict(zip(asking, next(iter(sorts)), strict=True))
            rows = [row for row in rows if fits.get(row, True)]
            continue
        classes: dict[tuple[bool, ...], set[str]] = {}
        for value in VALUES[field]:
            if value in possible[field]:
                classes.setdefault(tuple(row.allows(field, value) for row in rows), set()).add(value)
        if len(classes) > 1:
            for values in classes.values():
                yield from _completions(guide, rows, {**possible, field: frozenset(values)}, defects)
            return
    yield tuple(rows)


def _outcome(rows: tuple[Rule, ...]) -> Outcome:
    replaced = {id for row in rows for id in row.over}
    deciding = [row for row in rows if row.id not in replaced]
    verdict, remedy = deciding[0].verdict, deciding[0].remedy
    if verdict is None or any((row.verdict, row.remedy) != (verdict, remedy) for row in deciding):
        raise AssertionError(f"rows disagree and none has precedence: {[row.id for row in deciding]}")
    from_guide = [row for row in deciding if row.source is Source.GUIDE]
    remedy_from_guide = [row for row in deciding if row.remedy_source is Source.GUIDE]
    return Outcome(
        rows=rows,
        verdict=verdict,
        remedy=remedy,
        source=Source.GUIDE if from_guide else Source.INTERPRETATION,
        remedy_source=(
            Source.GUIDE if remedy_from_guide or (remedy is Remedy.NONE and from_guide) else Source.INTERPRETATION
        ),
        purpose=deciding[0].purpose,
        situations=_situations(rows),
    )


def _situations(rows: tuple[Rule, ...]) -> tuple[str, ...]:
    """What happened, each once. A ground that gives way to a stronger one is not told: no dislike beside damage."""
    quiet = {
        weaker.id
        for row in rows
        for weaker in rows
        if row.situation and weaker.id in row.over and _STRENGTH[row.verdict] > _STRENGTH[weaker.verdict]
    }
    return tuple(dict.fromkeys(row.situation for row in rows if row.situation and row.id not in quiet))


def questions(facts: Facts, guide: Guide) -> tuple[Question, ...]:
    """The facts that still decide, the next one first: verdict and remedy before what the message says."""
    for part in (_decided, _worded):
        if len({part(one) for one in outcomes_of(facts, guide)}) == 1:
            continue
        asked = [field for field in FIELDS if not facts.known(field) and facts.applies(field)]
        splitting = [(field, _answers(facts, guide, field)) for field in asked]
        telling = [
            Question(field, guide.words.ask(field), _in_order({v for one in answers for v in _verdicts(one)}))
            for field, answers in splitting
            if len({frozenset(map(part, one)) for one in answers}) > 1
        ]
        if telling:
            return tuple(telling)
    return ()


def _decided(outcome: Outcome) -> tuple[object, ...]:
    return outcome.verdict, outcome.remedy


def _worded(outcome: Outcome) -> tuple[object, ...]:
    return outcome.verdict, outcome.remedy, outcome.purpose, outcome.situations


def _answers(facts: Facts, guide: Guide, field: str) -> list[tuple[Outcome, ...]]:
    """The outcomes left after each answer to a question; for defects, after each defect alone and after none."""
    if field == "defects":
        some = [frozenset[str](), *(frozenset({defect}) for defect in VALUES["defects"])]
        return [outcomes_of(facts.given(field, one), guide) for one in some]
    return [outcomes_of(facts.given(field, value), guide) for value in VALUES[field] if value in facts.possible(field)]


def _verdicts(outcomes: tuple[Outcome, ...]) -> set[Verdict]:
    return {one.verdict for one in outcomes}


def _in_order(verdicts: set[Verdict]) -> tuple[Verdict, ...]:
    return tuple(one for one in Verdict if one in verdicts)


def _weakest(sources: Iterator[Source]) -> Source:
    return Source.INTERPRETATION if Source.INTERPRETATION in set(sources) else Source.GUIDE


def _cited(lists: list[list[str]], order: Mapping[str, int]) -> tuple[str, ...]:
    """The ids common to all lists, else their union; in the guide's order."""
    kept = set(lists[0]).intersection(*lists[1:]) or set(lists[0]).union(*lists[1:])
    return tuple(sorted(kept, key=order.__getitem__))


def _common(lists: list[list[T]]) -> list[T]:
    """What is said in every completion, each id once."""
    ids = set.intersection(*({one.id for one in some} for some in lists))
    return list(_once([one for one in lists[0] if one.id in ids]))


def _once(some: list[T]) -> tuple[T, ...]:
    return tuple({one.id: one for one in reversed(some)}[id] for id in dict.fromkeys(one.id for one in some))
