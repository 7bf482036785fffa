"""First replies to the request of a case, from a model that saw nothing else: the material of other tests."""

import pytest
from vcr.cassette import Cassette

from claimwright.llm.deadline import Deadline

from .cases import case_of, honest, prompter_for
from .conftest import Opener

KIND = "honest"


@pytest.mark.vcr
@pytest.mark.parametrize("name", honest())
def test_a_first_reply(name: str, vcr: Cassette, opened: Opener) -> None:
    prompter = prompter_for(case_of(name))
    told = opened(prompter.mask.guard).complete(prompter.first(), Deadline.after(3600))
    assert vcr.play_count == len(vcr) or vcr.dirty
    assert told.text.strip()
