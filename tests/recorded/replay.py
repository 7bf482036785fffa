"""The recorded drafts once more, from the replies alone: for whoever wants the messages and no HTTP."""

from collections.abc import Iterator

from tests.letter.drafting import RESOURCES

from claimwright.letter.brief import Brief
from claimwright.letter.compose import Composed
from claimwright.letter.exchange import Exchange, exchange
from claimwright.llm.model import Replied
from claimwright.privacy.mask import Mask

from .cases import brief_for, case_of
from .cassette import CASSETTES, interactions, reply
from .drafts import DRAFTS, Recorded


def talk_of(this: Recorded) -> Exchange:
    """The exchange of a recorded draft, not begun."""
    case = case_of(this.case)
    return exchange(brief_for(case, this.stage), RESOURCES, Mask.of(case), limit=this.limit, language=this.language)


def replayed() -> Iterator[tuple[str, Composed, Brief]]:
    """Each recorded draft by name: its message, and the brief that this one was written for."""
    for name, this in DRAFTS.items():
        talk = talk_of(this)
        next(talk)
        for one in interactions(CASSETTES / "drafts" / f"{name}.yaml"):
            try:
                talk.send(Replied(reply(one)))
            except StopIteration as done:
                composed: Composed = done.value
                yield name, composed, composed.checked.brief
