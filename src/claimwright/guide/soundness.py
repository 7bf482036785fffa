"""What any guide must hold, whatever it decides: each check names the row, the passage or the case that breaks it.

Decided here: every case that can be told in full is decided, by rows that agree or of which one has precedence; a
verdict cites a passage, and fits its remedy and its message; a dishonest or settled complaint is not taken further;
nothing stands in a guide that does nothing.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, islice

from claimwright.case.evidence import KINDS
from claimwright.case.facts import FIELDS, VALUES, Facts
from claimwright.guide.engine import CLAIMS
from claimwright.guide.guide import Guide
from claimwright.guide.rule import Advice, Purpose, Remedy, Rule, Source, Verdict

_MOST = 5  # faults of one kind that are told: a row that is missing leaves hundreds of cases undecided
_PURPOSES = {
    **dict.fromkeys(CLAIMS, (Purpose.STATEMENT,)),
    Verdict.CONTACT_SELLER_FIRST: (Purpose.SELLER,),
    Verdict.WAIT_FOR_EXTENSION: (Purpose.EXTENSION, Purpose.NONE),
    Verdict.DO_NOT_OPEN: (Purpose.NONE,),
}


def faults(guide: Guide) -> list[str]:
    """Whatever keeps a guide from being used, a line each; of one kind the first few."""
    illegal = [fault for row in guide.rules for fault in _illegal(row)]
    if illegal:
        return illegal  # what follows takes conditions at their word
    cases = tuple(complete_cases(guide))
    kinds = (
        passages_without_row_or_reason(guide),
        _unfit(guide),
        _advice(guide),
        _undecided(guide, cases),
        _dishonest(guide, cases),
        rows_that_do_nothing(guide, guide.rules, cases),
    )
    return [fault for some in kinds for fault in islice(some, _MOST)]


def complete_cases(guide: Guide) -> Iterator[Facts]:
    """Every case in which all facts that make sense are known.

    Of the sets of defects there are those that the guide tells apart, every one of two defects or fewer, and the whole.
    """
    every = VALUES["defects"]
    few = (frozenset(some) for size in (0, 1, 2, len(every)) for some in combinations(every, size))
    return _completed(Facts(), FIELDS, tuple(dict.fromkeys((*few, *guide.defects_told_apart))))


def _completed(facts: Facts, fields: tuple[str, ...], defects: tuple[frozenset[str], ...]) -> Iterator[Facts]:
    if not fields:
        yield facts
        return
    field, *rest = fields
    if not facts.applies(field):
        yield from _completed(facts, tuple(rest), defects)
        return
    for value in defects if field == "defects" else VALUES[field]:
        yield from _completed(facts.given(field, value), tuple(rest), defects)


def told(facts: Facts) -> str:
    """The facts that are known, as one line."""
    known = [field for field in FIELDS if facts.known(field)]
    values = {field: facts.defects or ("none",) if field == "defects" else facts.possible(field) for field in known}
    return " ".join(f"{field}={'+'.join(sorted(some))}" for field, some in values.items())


def passages_without_row_or_reason(guide: Guide) -> Iterator[str]:
    """Every passage has a row that cites it or a stated reason why none does, and not both."""
    cited = {id for row in guide.rules for id in row.cites}
    for passage in guide.passages.values():
        if (passage.id in cited) == bool(passage.no_rule):
            yield f"{passage.id}: cited, though a reason is stated" if passage.no_rule else f"{passage.id}: not cited"


def rows_that_do_nothing(guide: Guide, rows: Iterable[Rule], cases: Iterable[Facts]) -> Iterator[str]:
    """Every row decides a case or advises in one; every precedence is between two rows that meet."""
    cases = tuple(cases)
    for row in rows:
        met = [facts for facts in cases if row.matches(facts)]
        if row.verdict is None:
            if not met:
                yield f"{row.id} advises in no case"
            continue
        stronger = [other for other in guide.decisions if row.id in other.over]
        if all(any(other.matches(facts) for other in stronger) for facts in met):
            yield f"{row.id} decides no case"
        for weaker in guide.decisions:
            if weaker.id in row.over and not any(weaker.matches(facts) for facts in met):
                yield f"{row.id} precedes {weaker.id}, and they never meet"


def _illegal(row: Rule) -> Iterator[str]:
    """Conditions and evidence outside the vocabulary that every guide shares."""
    for field, values in row.when.items():
        if field not in FIELDS or field == "defects":
            yield f"{row.id}: there is no fact {field} to ask for in `when`"
        elif not values or not values <= set(VALUES[field]):
            yield f"{row.id}: {field} cannot be {', '.join(sorted(values - set(VALUES[field]))) or 'nothing'}"
    if strange := (row.any_defect | row.no_defect) - set(VALUES["defects"]):
        yield f"{row.id}: there is no defect {', '.join(sorted(strange))}"
    for wanted in row.evidence:
        if not wanted.kinds or not wanted.kinds <= set(KINDS):
            yield f"{row.id}: {wanted.id} wants evidence of a kind that there is not"


def _unfit(guide: Guide) -> Iterator[str]:
    """Rows whose parts do not go together."""
    for row in guide.rules:
        if not row.cites:
            yield f"{row.id}: cites no passage"
        if row.verdict is None:
            if not (row.warnings or row.steps):
                yield f"{row.id}: neither decides nor advises"
            continue
        if row.verdict is Verdict.NEED_MORE_INFORMATION:
            yield f"{row.id}: a row decides; that more must be known is found out without one"
            continue
        claim = row.verdict in CLAIMS
        if (row.remedy is not Remedy.NONE) != claim or (row.remedy_source is not None) != claim:
            said = f"the remedy {row.remedy} from {row.remedy_source or 'nobody'}"
            yield f"{row.id}: {row.verdict} does not go with {said}"
        if row.verdict is Verdict.ASK_PARTIAL_ONLY and row.remedy is not Remedy.PARTIAL:
            yield f"{row.id}: {row.verdict} with the remedy {row.remedy}"
        if row.purpose not in _PURPOSES[row.verdict]:
            yield f"{row.id}: {row.verdict} does not go with a message of the kind {row.purpose}"
        if row.situation and row.purpose is Purpose.NONE:
            yield f"{row.id}: tells of {row.situation}, and there is no message"


def _advice(guide: Guide) -> Iterator[str]:
    """Each id says one thing; what is said in the guide's name names its passages, and what is ours names none.

    Nobody is told not to open a dispute, and how to.
    """
    said: dict[str, Advice] = {}
    for one in (one for row in guide.rules for one in (*row.warnings, *row.steps)):
        if said.setdefault(one.id, one) != one:
            yield f"{one.id}: two warnings or steps have this id"
        named = {one.restates, *one.rests_on} - {""}
        if not named <= guide.passages.keys() or bool(named) != (one.source is Source.GUIDE):
            yield f"{one.id}: from {one.source}, and names {', '.join(sorted(named)) or 'no passage'}"
    for row in guide.rules:
        for one in (*row.warnings, *row.steps) if row.verdict is Verdict.DO_NOT_OPEN else ():
            if one.until_opened:
                yield f"{row.id}: {row.verdict}, and {one.id} is about opening a dispute"


def _undecided(guide: Guide, cases: Iterable[Facts]) -> Iterator[str]:
    """Cases that no row decides, or several each in its own way, or without words for the message."""
    for facts in cases:
        rows = [row for row in guide.decisions if row.matches(facts)]
        replaced = {id for row in rows for id in row.over}
        deciding = [row for row in rows if row.id not in replaced]
        named = ", ".join(row.id for row in deciding or rows)
        if not deciding:
            yield f"{told(facts)}: {'all rows give way to each other: ' + named if rows else 'no row decides this'}"
        elif len({(row.verdict, row.remedy, row.purpose) for row in deciding}) > 1:
            yield f"{told(facts)}: these disagree, and none has precedence: {named}"
        elif deciding[0].purpose is not Purpose.NONE and not any(row.situation for row in rows):
            yield f"{told(facts)}: {named} calls for a message, and names no situation"


def _dishonest(guide: Guide, cases: Iterable[Facts]) -> Iterator[str]:
    """No other fact carries a dishonest complaint, or one that is settled, any further."""
    for facts in cases:
        if facts.only("intent", "bad_faith", "resolved"):
            strong = [
                row.id for row in guide.decisions if row.verdict is not Verdict.DO_NOT_OPEN and row.matches(facts)
            ]
            if strong:
                yield f"{told(facts)}: {', '.join(strong)}"
