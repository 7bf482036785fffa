"""Breaks a guide in one place: a row taken away, moved, or changed in one field."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimwright.case.facts import VALUES
from claimwright.guide.guide import Guide
from claimwright.guide.rule import Purpose, Remedy, Rule, Source, Verdict

SWAP = "after the next row"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A broken rule base: its name, the rows as they were and as they are now, and all rows."""

    name: str
    touched: tuple[Rule, ...]
    rules: tuple[Rule, ...]


def mutants(guide: Guide) -> Iterator[Mutant]:
    """Every rule base that differs from the guide's in one place."""
    rules = guide.rules
    for place, row in enumerate(rules):
        before, after = rules[:place], rules[place + 1 :]
        yield Mutant(f"{row.id}: deleted", (row,), (*before, *after))
        if after:
            yield Mutant(f"{row.id}: {SWAP}", (row, after[0]), (*before, after[0], row, *after[1:]))
        for what, changed in _changed(row):
            yield Mutant(f"{row.id}: {what}", (row, changed), (*before, changed, *after))


def _changed(row: Rule) -> Iterator[tuple[str, Rule]]:
    yield from _conditions(row)
    yield from _defects(row)
    yield from _decisions(row)
    for part in ("over", "cites", "warnings", "steps", "evidence"):
        some = getattr(row, part)
        for place, one in enumerate(some):
            name = one if isinstance(one, str) else one.id
            yield f"{part} without {name}", replace(row, **{part: some[:place] + some[place + 1 :]})
    for verdict in Verdict:
        if row.given and verdict is not Verdict.NEED_MORE_INFORMATION:
            yield f"given ± {verdict}", replace(row, given=row.given ^ {verdict})


def _conditions(row: Rule) -> Iterator[tuple[str, Rule]]:
    for field, allowed in row.when.items():
        others = {name: values for name, values in row.when.items() if name != field}
        yield f"no condition on {field}", replace(row, when=others)
        for value in VALUES[field]:
            if value not in allowed:
                yield f"{field} or {value}", replace(row, when={**row.when, field: allowed | {value}})
            elif len(allowed) > 1:
                yield f"{field} not {value}", replace(row, when={**row.when, field: allowed - {value}})


def _defects(row: Rule) -> Iterator[tuple[str, Rule]]:
    if row.any_defect:
        yield "no condition on any defect", replace(row, any_defect=frozenset[str]())
    for defect in VALUES["defects"]:
        if row.any_defect and row.any_defect != {defect}:
            yield f"any defect ± {defect}", replace(row, any_defect=row.any_defect ^ {defect})
        if row.no_defect and row.no_defect != {defect}:
            yield f"no defect ± {defect}", replace(row, no_defect=row.no_defect ^ {defect})


def _decisions(row: Rule) -> Iterator[tuple[str, Rule]]:
    if row.verdict is None:
        return
    for verdict in Verdict:
        if verdict not in (row.verdict, Verdict.NEED_MORE_INFORMATION):
            yield f"verdict {verdict}", replace(row, verdict=verdict)
    for remedy in Remedy:
        if remedy is not row.remedy:
            yield f"remedy {remedy}", replace(row, remedy=remedy)
    for purpose in Purpose:
        if purpose is not row.purpose:
            yield f"purpose {purpose}", replace(row, purpose=purpose)
    other = Source.GUIDE if row.source is Source.INTERPRETATION else Source.INTERPRETATION
    yield f"source {other}", replace(row, source=other)
    if row.remedy_source is not None:
        other = Source.GUIDE if row.remedy_source is Source.INTERPRETATION else Source.INTERPRETATION
        yield f"remedy source {other}", replace(row, remedy_source=other)
    yield "another situation", replace(row, situation="" if row.situation else "damaged")
