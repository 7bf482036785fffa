"""The rules as a Mermaid flowchart, drawn from the rows, so that it cannot differ from them."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimwright.case.facts import FIELDS, VALUES, Facts
from claimwright.guide.engine import Outcome, outcomes_of
from claimwright.guide.guide import Guide


@dataclass(frozen=True, slots=True)
class _Node:
    """A question with the answers that lead on from it, or a verdict. Equal nodes are drawn once."""

    text: str
    branches: tuple[tuple[tuple[str, ...], "_Node"], ...] = ()


def mermaid(guide: Guide) -> str:
    """A flowchart from the first question to every verdict. Answers that lead to the same place share an arrow."""
    return "\n".join(["flowchart TD", *_drawn(_node(Facts(), guide), {})])


def _node(facts: Facts, guide: Guide) -> _Node:
    outcomes = outcomes_of(facts, guide)
    if len({_said(one) for one in outcomes}) == 1:
        return _Node(_said(outcomes[0]))
    for field in FIELDS:
        if facts.known(field) or not facts.applies(field):
            continue
        leads: dict[_Node, list[str]] = {}
        for answer, after in _answers(facts, field):
            leads.setdefault(_node(after, guide), []).append(answer)
        if len(leads) > 1:
            return _Node(guide.words.ask(field), tuple((tuple(answers), node) for node, answers in leads.items()))
    raise AssertionError("outcomes differ, and no question tells them apart")


def _answers(facts: Facts, field: str) -> Iterator[tuple[str, Facts]]:
    if field == "defects":
        yield "nothing", facts.given(field, frozenset())
        for defect in VALUES[field]:
            yield defect, facts.given(field, frozenset({defect}))
        return
    for value in VALUES[field]:
        if value in facts.possible(field):
            yield value, facts.given(field, value)


def _drawn(node: _Node, names: dict[_Node, str]) -> list[str]:
    if node in names:
        return []
    name = names[node] = f"n{len(names)}"
    left, right = ("{", "}") if node.branches else ("([", "])")
    lines = [f'  {name}{left}"{_escaped(node.text)}"{right}']
    for answers, child in node.branches:
        lines += _drawn(child, names)
        lines.append(f'  {name} -->|"{"<br/>".join(one.replace("_", " ") for one in answers)}"| {names[child]}')
    return lines


def _said(outcome: Outcome) -> str:
    remedy = "" if outcome.remedy == "none" else f": {outcome.remedy}"
    return f"{outcome.verdict.replace('_', ' ')}{remedy}"


def _escaped(text: str) -> str:
    return text.replace('"', "#quot;")
