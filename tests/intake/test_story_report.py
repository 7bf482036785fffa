"""The report: of what the stories tell, how much is read right, wrong or left unknown, by patterns and by the model."""

from functools import cache

import pytest
from tests.intake.told import STORIES, TODAY, Expected, all_stories, driven, shares
from tests.recorded.stories import replies, talk_about

from claimwright.intake.story.extraction import by_patterns
from claimwright.intake.story.found import Extraction

LANGUAGES = ("en", "es", "pt", "fr", "de", "ru")
TOLD = {one.name: one for one in all_stories()}


@cache
def read_by(path: str) -> list[tuple[Expected, Extraction]]:
    """Every story as one path reads it: `patterns`, or `model` with the replies that were recorded."""
    if path == "patterns":
        return [(one, by_patterns(one.story, TODAY)) for one in TOLD.values()]
    return [(one, driven(talk_about(one.story), *replies(one.name))[0]) for one in TOLD.values()]


def test_every_story_has_what_is_expected_of_it() -> None:
    assert sorted(TOLD) == sorted(path.stem for path in STORIES.glob("*.txt"))
    assert len(TOLD) >= 32
    counted = [sum(one.table["language"] == language for one in TOLD.values()) for language in LANGUAGES]
    assert min(counted) >= 3
    for one in TOLD.values():
        for shut in one.table["open"]:
            assert shut.startswith(("facts.", "order."))


@pytest.mark.parametrize("path", ["patterns", "model"])
def test_nothing_wrong_is_written_without_a_question(path: str) -> None:
    wrong = {expected.name: expected.wrong(found.certain) for expected, found in read_by(path)}
    assert {name: faults for name, faults in wrong.items() if faults} == {}


@pytest.mark.parametrize("path", ["patterns", "model"])
def test_every_value_rests_on_words_of_the_story(path: str) -> None:
    for expected, found in read_by(path):
        for one in (*found.certain, *found.suggested):
            assert expected.story.places(one.words), (expected.name, one)


def test_the_honesty_of_no_buyer_is_written() -> None:
    for _, found in [*read_by("patterns"), *read_by("model")]:
        assert not found.case.facts.known("intent")


FLOORS = {"patterns": (38, 65), "model": (52, 90)}
"""Of what the stories tell, how many in a hundred are written right, and how many are written or suggested right."""


@pytest.mark.parametrize("path", ["patterns", "model"])
def test_the_report(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = shares(read_by(path))
    told = found["told"]
    share = {name: 100 * found[name] / told for name in ("written right", "suggested", "unknown")}
    with capsys.disabled():
        print(
            f"\nstories read by {path}: {len(TOLD)} stories tell {told} values; written right"
            f" {share['written right']:.0f} %, written wrong {found['written wrong']}, suggested to be confirmed"
            f" {share['suggested']:.0f} % (and {found['suggested wrong']} that are not so), left unknown"
            f" {share['unknown']:.0f} %"
        )
    assert found["written wrong"] == 0
    assert share["written right"] >= FLOORS[path][0]
    assert share["written right"] + share["suggested"] >= FLOORS[path][1]
