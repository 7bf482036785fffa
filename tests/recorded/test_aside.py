"""First replies for the cases put aside: they were not read while the checks were made."""

import pytest
from vcr.cassette import Cassette

from claimwright.llm.deadline import Deadline

from .cases import aside, case_of, prompter_for
from .conftest import Opener

KIND = "aside"


@pytest.mark.vcr
@pytest.mark.parametrize("name", aside())
def test_a_first_reply(name: str, vcr: Cassette, opened: Opener) -> None:
    prompter = prompter_for(case_of(name))
    told = opened(prompter.mask.guard).complete(prompter.first(), Deadline.after(3600))
    assert vcr.play_count == len(vcr) or vcr.dirty
    assert told.text.strip()
