"""Whole drafts, played again: the requests are those in force, every reply is used, and the message is this one."""

from collections.abc import Callable

import pytest
from tests.letter.drafting import ROOT
from vcr.cassette import Cassette

from claimwright.letter.message import render
from claimwright.llm.deadline import Deadline
from claimwright.llm.model import Replied
from claimwright.privacy.mask import Mask

from .cases import brief_for, case_of
from .conftest import Opener
from .drafts import DRAFTS
from .replay import talk_of

KIND = "drafts"


@pytest.mark.vcr
@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft(name: str, vcr: Cassette, opened: Opener, recording: bool, golden: Callable[[str, str], None]) -> None:
    this = DRAFTS[name]
    talk = talk_of(this)
    wanted, replies = next(talk), 0
    model = opened(Mask.of(case_of(this.case)).guard)
    while True:
        reply = model.complete(wanted.turns, Deadline.after(3600))
        replies += 1
        try:
            wanted = talk.send(Replied(reply.text))
        except StopIteration as done:
            composed = done.value
            break
    assert recording or (vcr.all_played and vcr.play_count == replies)
    assert composed.writer == this.writer
    rounds = "\n".join(
        f"round {n}: {', '.join(codes) or 'nothing found'}" for n, codes in enumerate(composed.rounds, 1)
    )
    told = "\n".join(composed.notes)
    golden(f"recorded/{name}.txt", f"{composed.writer}\n{rounds}\n{told}\n\n{render(composed.checked)}\n")


def test_what_is_recorded_is_what_the_set_up_asks_for() -> None:
    drafts = list(DRAFTS.values())
    assert len(drafts) >= 24
    assert sum(one.language != "en" for one in drafts) >= 2
    assert any(one.writer == "template" for one in drafts)
    briefs = [brief_for(case_of(one.case)) for one in drafts]
    told = {(str(brief.purpose), situation) for brief in briefs for situation in brief.situations}
    assert told == {(path.parent.name, path.stem) for path in (ROOT / "templates/messages").glob("*/*.j2")}
