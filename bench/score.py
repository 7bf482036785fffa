"""The score of every message there is: those of the templates for the examples, and those that a model wrote.

`python -m bench.score` prints one table, and ends with 1 if a score is below its floor in score_floor.toml.
`--raise` lifts the floors to the scores; it lowers none.
"""

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.rubric import CRITERIA, HARD, Score, score
from bench.subject import Subject
from tests.recorded.replay import replayed

from claimwright.case.casefile import dump_case, read_case
from claimwright.case.contradictions import contradictions
from claimwright.guide.assessment import AskExtension, AskSeller, Claim
from claimwright.guide.engine import assess
from claimwright.guide.guide import load_guide, words_of
from claimwright.guide.rule import Stage
from claimwright.letter.brief import Brief
from claimwright.letter.briefing import MissingForMessage, brief_of
from claimwright.letter.compose import Composed, compose
from claimwright.letter.message import render
from claimwright.resources import Resources

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[1]
FLOOR = ROOT / "bench/score_floor.toml"
LOWEST = 5
_RESOURCES = Resources()
_GUIDE = load_guide("aliexpress", words_of(_RESOURCES))
_HEAD = """\
# The least that each figure of `make score` may be. A floor may only rise: `python -m bench.score --raise` lifts it to
# what is reached now, and lowers none.
"""

Scores = Mapping[str, Score]
Figures = dict[str, float]


def by_template() -> Iterator[Subject]:
    """The messages of the templates, each beside its case file as it stands on disk."""
    for path in sorted((ROOT / "examples").glob("*.json")):
        case = read_case(path.read_bytes(), path.name)
        found = assess(case.facts, _GUIDE, frozenset(one.kind for one in case.evidence))
        if not isinstance(found, Claim | AskSeller | AskExtension) or contradictions(case, TODAY):
            continue
        try:
            brief = brief_of(case, found, _GUIDE.passages, _GUIDE.words, TODAY)
        except MissingForMessage:
            continue
        yield subject(path.stem, compose(brief, _RESOURCES), brief, json.loads(path.read_text(encoding="utf-8")))


def recorded() -> Iterator[tuple[str, Composed, Brief]]:
    """The first messages that a model wrote, as the cassettes in cassettes/drafts replay them: name, message, brief.

    The rubric is that of a first message; an answer later in a dispute is shorter and asks for less.
    """
    yield from (one for one in replayed() if one[2].stage is Stage.FIRST)


def subject(name: str, composed: Composed, brief: Brief, case: Mapping[str, Any] | None = None) -> Subject:
    """What is scored of a message; without a case file of its own, the case that the brief was made from is read."""
    found = assess(brief.case.facts, _GUIDE, frozenset(one.kind for one in brief.case.evidence))
    return Subject(
        name=name,
        text=render(composed.checked),
        case=json.loads(dump_case(brief.case)) if case is None else case,
        purpose=brief.purpose.value,
        allowed=found.remedy.value,
        today=TODAY,
        writer=composed.writer,
    )


def scored(subjects: Iterable[Subject]) -> dict[str, Score]:
    """The score of each message by its name."""
    return {one.name: score(one) for one in subjects}


def figures(scores: Scores) -> Figures:
    """The mean of each criterion over the messages that it applies to, the mean total, and the share sendable."""
    found: Figures = {}
    for criterion in CRITERIA:
        given = [points for one in scores.values() if (points := one.points[criterion]) is not None]
        found[criterion] = _mean(given)
    found["total"] = _mean([one.total for one in scores.values()])
    found["sendable"] = _mean([float(one.sendable) for one in scores.values()])
    return found


def _mean(given: Sequence[float]) -> float:
    # Two decimals, downward: what stands in the file of floors is never more than was reached.
    return int(sum(given) / len(given) * 100 + 1e-9) / 100 if given else 0.0


def table(by_writer: Mapping[str, Scores]) -> str:
    """The table: a row a criterion, the totals, the hard fails, and the lowest messages by name."""
    every = {writer: figures(scores) for writer, scores in by_writer.items()}
    names = {name: label for name, (label, _) in CRITERIA.items()}
    names |= {"total": f"of {2 * len(CRITERIA)} points", "sendable": "share sendable"}
    lines = [_row("", "messages", {writer: str(len(scores)) for writer, scores in by_writer.items()})]
    for name, label in names.items():
        shown = {writer: f"{found[name]:.2f}" if by_writer[writer] else "-" for writer, found in every.items()}
        lines.append(_row(name if name in CRITERIA else "", label, shown))
    for name, (label, _) in HARD.items():
        counts = {
            writer: str(sum(name in one.fails for one in scores.values())) for writer, scores in by_writer.items()
        }
        lines.append(_row(name, f"hard: {label}", counts))
    return "\n".join([_row("", "score", {writer: writer for writer in by_writer}), *lines, *_lowest(by_writer)])


def _row(name: str, label: str, shown: Mapping[str, str]) -> str:
    return f"{name:<4} {label:<46}" + "".join(f"{one:>10}" for one in shown.values())


def _lowest(by_writer: Mapping[str, Scores]) -> Iterator[str]:
    for writer, scores in by_writer.items():
        below = sorted((one.total, name) for name, one in scores.items() if one.total < 2 * len(CRITERIA))
        if below:
            yield f"\nLowest, {writer} ({len(below)} of {len(scores)} below the full score):"
        for total, name in below[:LOWEST]:
            one = scores[name]
            lost = [f"{key} {points}" for key, points in one.points.items() if points is not None and points < 2]
            yield f"  {name}: {total:g} ({', '.join([*lost, *one.fails])})"


def floors(path: Path = FLOOR) -> dict[str, Figures]:
    """The floors by writer."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def below(found: Mapping[str, Figures], least: Mapping[str, Figures]) -> list[str]:
    """What is below its floor, a line each."""
    return [
        f"{writer} {name}: {found[writer][name]:.2f}, and the floor is {floor:.2f}"
        for writer, given in least.items()
        for name, floor in given.items()
        if found[writer][name] < floor
    ]


def above(found: Mapping[str, Figures], least: Mapping[str, Figures]) -> list[str]:
    """What is above its floor, or has none."""
    return [
        f"{writer} {name}"
        for writer, given in found.items()
        for name, one in given.items()
        if one > least.get(writer, {}).get(name, -1.0)
    ]


def raised(found: Mapping[str, Figures], least: Mapping[str, Figures]) -> str:
    """The file of floors with each at the higher of what it was and what is reached."""
    lines = [_HEAD]
    for writer, given in found.items():
        before = least.get(writer, {})
        lines += [
            f"[{writer}]",
            *(f"{name} = {max(one, before.get(name, 0.0)):.2f}" for name, one in given.items()),
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"


def measured() -> dict[str, Scores]:
    """All scores by writer; where a model failed, the words are the template's and are scored there."""
    messages = (subject(*one) for one in recorded())
    return {"template": scored(by_template()), "model": scored(one for one in messages if one.writer == "model")}


def main() -> int:
    """Print the table; 1 if a figure is below its floor."""
    scores = measured()
    found = {writer: figures(some) for writer, some in scores.items() if some}
    print(table(scores))
    if "--raise" in sys.argv[1:]:
        FLOOR.write_text(raised(found, floors() if FLOOR.exists() else {}), encoding="utf-8")
    least = floors()
    for line in below(found, least):
        print(f"Below the floor: {line}")
    if higher := above(found, least):
        print(f"\nAbove the floor: {', '.join(higher)}. Raise it with python -m bench.score --raise")
    return min(1, len(below(found, least)))


if __name__ == "__main__":
    sys.exit(main())
