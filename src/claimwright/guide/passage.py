"""A passage: one statement of the guide, restated in our own words, and how a guide's passages.md is read."""

import re
from dataclasses import dataclass

_SECTION = re.compile(r"## (\S.*)")
_ENTRY = re.compile(r"### (G[1-9]\d*) · (\S.*)")
_AT = re.compile(r"\*at (\d+(?:\.\d+)?(?:(?:-|, )\d+(?:\.\d+)?)*)\*")
_NO_RULE = re.compile(r"\*no rule: (\S.*)\*")

_Line = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """One statement of the guide: its id (G1 …), its section, where it stands in the source, and our wording of it."""

    id: str
    section: str
    at: str
    title: str
    text: str
    no_rule: str = ""  # why no row cites it, where none does


def load_passages(markdown: str) -> dict[str, Passage]:
    """The passages of a passages.md by id, in its order; raises ValueError naming the line that does not fit."""
    lines = [(number, line.rstrip()) for number, line in enumerate(markdown.splitlines(), start=1) if line.strip()]
    if not lines or not lines[0][1].startswith("# "):
        raise ValueError("line 1: a title (# …) must come first")
    passages: dict[str, Passage] = {}
    sections: list[str] = []
    for block in _blocks(lines[1:]):
        number, heading = block[0]
        if section := _SECTION.fullmatch(heading):
            if section[1] in sections:
                raise ValueError(f"line {number}: the section {section[1]} stands here twice")
            if len(block) > 1:
                raise ValueError(f"line {block[1][0]}: an entry (### G1 · …) must come first in a section")
            sections.append(section[1])
        elif entry := _ENTRY.fullmatch(heading):
            if entry[1] in passages:
                raise ValueError(f"line {number}: {entry[1]} stands here twice")
            if not sections:
                raise ValueError(f"line {number}: {entry[1]} stands in no section")
            passages[entry[1]] = _passage(sections[-1], entry[1], entry[2], block)
        else:
            raise ValueError(f"line {number}: neither a section (## …) nor an entry (### G1 · …)")
    if not passages:
        raise ValueError(f"line {lines[-1][0]}: no entry (### G1 · …) up to here")
    return passages


def _blocks(lines: list[_Line]) -> list[list[_Line]]:
    """Each heading with the lines under it; what stands before the first heading is the introduction, and left out."""
    blocks: list[list[_Line]] = []
    for number, line in lines:
        if line.startswith("#"):
            blocks.append([(number, line)])
        elif blocks:
            blocks[-1].append((number, line))
    return blocks


def _passage(section: str, id: str, title: str, block: list[_Line]) -> Passage:
    number = block[0][0]
    body = block[1:]
    at = _AT.fullmatch(body[0][1]) if body else None
    if at is None:
        raise ValueError(f"line {body[0][0] if body else number}: {id} must begin with its place, such as *at 25.1*")
    no_rule = _NO_RULE.fullmatch(body[-1][1])
    words = body[1:-1] if no_rule else body[1:]
    if not words:
        raise ValueError(f"line {number}: {id} has no text")
    for place, line in words:
        if line.startswith("*"):
            raise ValueError(f"line {place}: {id} can have *at …* at its beginning and *no rule: …* at its end, only")
    text = " ".join(line.strip() for _, line in words)
    return Passage(id, section, at[1], title, text, no_rule[1] if no_rule else "")
