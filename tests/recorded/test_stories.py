"""The stories, read by a model once and played again: every request is one in force, and every reply is used."""

import pytest
from vcr.cassette import Cassette

from claimwright.intake.story.hiding import mask_of
from claimwright.llm.deadline import Deadline
from claimwright.llm.model import Replied

from .conftest import Opener
from .stories import STORIES, story_of, talk_about

KIND = "stories"


@pytest.mark.vcr
@pytest.mark.parametrize("name", STORIES)
def test_a_story(name: str, vcr: Cassette, opened: Opener, recording: bool) -> None:
    story = story_of(name)
    talk = talk_about(story)
    wanted, replies = next(talk), 0
    model = opened(mask_of(story).guard)
    while True:
        reply = model.complete(wanted.turns, Deadline.after(3600))
        replies += 1
        try:
            wanted = talk.send(Replied(reply.text))
        except StopIteration as done:
            found = done.value
            break
    assert recording or (vcr.all_played and vcr.play_count == replies)
    assert found.reader == "model"
