"""The stories that were recorded: how each is read, and what the model replied."""

from collections.abc import Sequence
from datetime import date

from tests.letter.drafting import ROOT

from claimwright.intake.story.extraction import Extracting, extraction
from claimwright.intake.story.hiding import mask_of
from claimwright.intake.story.telling import Story
from claimwright.resources import Resources

from .cassette import CASSETTES, interactions, reply

TOLD_ON = date(2026, 11, 22)
STORIES = sorted(path.stem for path in (ROOT / "examples/stories").glob("*.txt"))


def story_of(name: str) -> Story:
    """The story of this name."""
    return Story.told((ROOT / "examples/stories" / f"{name}.txt").read_text(encoding="utf-8"))


def talk_about(story: Story) -> Extracting:
    """What reads a story with a model, not begun."""
    return extraction(story, TOLD_ON, Resources(), mask_of(story))


def replies(name: str) -> Sequence[str]:
    """What the model replied to a story, round by round."""
    return [reply(one) for one in interactions(CASSETTES / "stories" / f"{name}.yaml")]
