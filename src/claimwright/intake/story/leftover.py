"""What is left of a story once it is read: the sentences that may tell what happened, as they stand there.

Decided here: a sentence is left if nothing was read from it but facts, it hides no name, number or address, asks
nothing, and is no order to the tool; of a story that tells of a pretence or of several orders nothing is left.
"""

from collections.abc import Sequence

from claimwright.intake.story import signs
from claimwright.intake.story.found import Extraction
from claimwright.intake.story.hiding import mask_of
from claimwright.intake.story.telling import Passage, Story
from claimwright.marketplace import Marketplace
from claimwright.reading.characters import visible

_MOST = 12
_LONGEST = 400


def leftover(story: Story, read: Extraction, marketplace: Marketplace, names: Sequence[str] = ()) -> tuple[str, ...]:
    """The sentences that are left, in order; those that a model took for what happened, if it took any."""
    told = [visible(one.words) for one in read.suggested if one.field == "what_happened"]
    mask = mask_of(story, names, marketplace)
    if told:
        return tuple(dict.fromkeys(one for one in told if mask.hide(one) == one))[:_MOST]
    if signs.divided(story):
        return ()
    taken = [
        place
        for one in (*read.certain, *read.suggested)
        if not one.field.startswith("facts.")
        for place in story.places(one.words)
    ]
    left = (visible(one.text) for one in story.sentences if not _is_taken(one, taken) and _may_tell(one, story))
    return tuple(dict.fromkeys(one for one in left if len(one) <= _LONGEST and mask.hide(one) == one))[:_MOST]


def _is_taken(sentence: Passage, taken: Sequence[Passage]) -> bool:
    return any(one.start < sentence.end and sentence.start < one.end for one in taken)


def _may_tell(sentence: Passage, story: Story) -> bool:
    text = sentence.text.strip()
    return not signs.to_the_tool(story.line_at(sentence.start).text) and not text.endswith("?")
