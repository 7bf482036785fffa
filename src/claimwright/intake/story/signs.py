"""What a clause says, by the signs of signs.toml: words in six languages, read with their negations and their doubts.

Decided here: a sign counts only within one clause; a clause with a negation says nothing unless the sign itself is one;
a sentence that supposes, asks, reports another's word, tells of another order, of a pretence or to the tool what to do
says nothing for certain.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from claimwright.intake.story.telling import Passage, Story
from claimwright.intake.story.tongue import language_of
from claimwright.reading.accents import folded

_NOT, _WITHOUT = "NOT", "-"
_REPORTED = ("received", "defects")
_WEAKER = {
    ("whereabouts", "stalled"): {"customs"},
    ("whereabouts", "moving"): {"stalled", "customs"},
    ("defects", "dislike"): {"size_chart"},
}
"""What is another way to tell of something stronger, where both stand in one sentence."""


@dataclass(frozen=True, slots=True)
class _Sign:
    parts: tuple[re.Pattern[str], ...]
    without: tuple[re.Pattern[str], ...]
    negated: bool


@lru_cache(maxsize=2048)
def says(field: str, value: str, clause: str, language: str) -> bool:
    """Whether the clause, read alone, says that the fact has this value."""
    plain = folded(clause)
    negated = _negated(plain, language)
    return any(
        sign.negated == negated
        and all(part.search(plain) for part in sign.parts)
        and not any(part.search(plain) for part in sign.without)
        for sign in _signs().get((field, value), ())
    )


def certain(field: str, value: str, place: Passage, story: Story) -> bool:
    """Whether a clause that the passage touches says so, and its sentence leaves no doubt of it."""
    language = language_of(story.text)
    return any(
        not doubtful(sentence.text, language)
        and not to_the_tool(story.line_at(sentence.start).text)
        and any(
            says(field, value, clause.text, language)
            and not _elsewhere(field, clause.text, sentence.text)
            and not _blocked(field, value, clause.text, sentence.text)
            for clause in _touched(story, place)
            if sentence.start <= clause.start < sentence.end
        )
        for sentence in story.around(place)
    )


def arrival(clause: Passage, story: Story) -> bool:
    """Whether a clause that tells of an arrival means that of the goods at the buyer's."""
    return not _elsewhere("received", clause.text, story.sentence_at(clause.start).text)


@lru_cache(maxsize=256)
def said(field: str, story: Story) -> frozenset[str]:
    """The values that some clause of the story says, in doubt or not; a way to tell of a stronger one is left out."""
    language = language_of(story.text)
    found = set()
    for sentence in story.sentences:
        clauses = story.clauses_in(sentence)
        here = {
            value for value in values_of(field) if any(says(field, value, clause.text, language) for clause in clauses)
        }
        found |= {value for value in here if not _gives_way((field, value), here)}
    return frozenset(found)


def pointing(defect: str, story: Story) -> Passage | None:
    """The sentence with a word that points to a defect and says it for certain nowhere, not even to a model."""
    if defect not in _file()["pointing"]:
        return None
    language = language_of(story.text)
    return next(
        (
            one
            for one in story.sentences
            if _points(defect).search(plain := folded(one.text))
            and not _negated(plain, language)
            and not to_the_tool(story.line_at(one.start).text)
        ),
        None,
    )


def values_of(field: str) -> tuple[str, ...]:
    """The values of a field that have signs."""
    return tuple(value for of, value in _signs() if of == field)


@lru_cache(maxsize=256)
def doubtful(sentence: str, language: str) -> bool:
    """Whether a sentence supposes, asks, or speaks of another time, of a pretence or to the tool."""
    plain = folded(sentence)
    kinds = [kind for kind in _file()["doubt"] if kind != "several"]
    # In Portuguese, "o" is no "or" but "the".
    return any(match[0] != "o" or language != "pt" for kind in kinds for match in _doubt(kind).finditer(plain))


def divided(story: Story) -> bool:
    """Whether the story tells of a pretence or of more than one order, so that no single sentence can be relied on."""
    plain = folded(story.text)
    return bool(_doubt("feigned").search(plain) or _doubt("several").search(plain))


@lru_cache(maxsize=256)
def to_the_tool(line: str) -> bool:
    """Whether a line looks like an order to whoever reads the story."""
    return bool(_doubt("to_the_tool").search(folded(line)))


def label(name: str) -> str:
    """The pattern of a label, folded: the words before an order number and the like."""
    return folded(_joined(_file()["labels"][name]))


def _touched(story: Story, place: Passage) -> Iterator[Passage]:
    return (one for one in story.clauses if one.start < place.end and place.start < one.end)


def _elsewhere(field: str, clause: str, sentence: str) -> bool:
    """Whether the clause is of something else than the goods and the buyer, or of what another says."""
    plain = folded(clause)
    if field == "received" and any(_never(kind).search(plain) for kind in _file()["never"] if kind != "according"):
        return True
    return field in _REPORTED and bool(_never("according").search(folded(sentence)))


def _blocked(field: str, value: str, clause: str, sentence: str) -> bool:
    """Whether a word beside it takes the fact back, or speaks of another thing than the goods."""
    blocks = _file()["blocks"]
    if field in blocks and _block(field).search(folded(clause)):
        return True
    name = f"{field}.{value}"
    return name in blocks and bool(_block(name).search(folded(sentence)))


def _gives_way(one: tuple[str, str], here: set[str]) -> bool:
    return bool(_WEAKER.get(one, set()) & here)


def _negated(plain: str, language: str) -> bool:
    found = _negation().finditer(plain)
    # In Portuguese, "no" is no negation but "in the".
    return any(match[0] != "no" or language != "pt" for match in found)


@cache
def _file() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("claimwright.intake.story").joinpath("signs.toml").read_text(encoding="utf-8"))


@cache
def _signs() -> dict[tuple[str, str], tuple[_Sign, ...]]:
    found: dict[tuple[str, str], tuple[_Sign, ...]] = {}
    for field, values in _file().items():
        for value, holder in values.items():
            if isinstance(holder, dict):
                found[field, value] = tuple(_sign(line) for line in holder["signs"])
    return found


def _sign(line: str) -> _Sign:
    parts = line.split(" & ")
    with_them = tuple(_compiled(part) for part in parts if part != _NOT and not part.startswith(_WITHOUT))
    without = tuple(_compiled(part[1:]) for part in parts if part.startswith(_WITHOUT))
    return _Sign(with_them, without, _NOT in parts)


@cache
def _doubt(kind: str) -> re.Pattern[str]:
    words = _file()["doubt"][kind]
    if kind in ("question", "to_the_tool"):
        return re.compile(folded(_joined(words)))
    return _compiled(words)


@cache
def _points(defect: str) -> re.Pattern[str]:
    return _compiled(_file()["pointing"][defect])


@cache
def _block(name: str) -> re.Pattern[str]:
    return _compiled(_file()["blocks"][name])


@cache
def _never(kind: str) -> re.Pattern[str]:
    return _compiled(_file()["never"][kind])


@cache
def _negation() -> re.Pattern[str]:
    return _compiled(_file()["words"]["negation"])


def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{folded(_filled(words))})(?!\w)")


def _filled(words: str) -> str:
    lists = _file()["words"]
    return re.sub(r"\{([a-z]\w*)\}", lambda match: f"(?:{_filled(lists[match[1]])})", _joined(words))


def _joined(words: str) -> str:
    return re.sub(r"\s*\n\s*", "", words)
