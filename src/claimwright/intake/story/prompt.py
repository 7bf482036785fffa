"""What a model is given to read a story: the rules with the vocabulary of the case file, and the story, hidden.

Decided here: the story stands between two marks made of its own text, so that no story can hold them.
"""

import hashlib
from datetime import date

from claimwright.case.facts import VALUES
from claimwright.guide.guide import words_of
from claimwright.guide.words import Words
from claimwright.intake.story.telling import Story
from claimwright.llm.model import Turn
from claimwright.privacy.mask import Mask
from claimwright.reading.dates import WEEKDAYS, written
from claimwright.resources import Resources

_LONGEST_DRAFT = 4000


def first(story: Story, today: date, resources: Resources, mask: Mask, words: Words | None = None) -> tuple[Turn, ...]:
    """The rules, with these words for facts, and the story."""
    words = words or words_of(resources)
    facts = [
        (field, [(value, words.label(field, value)) for value in values if value != "genuine"])
        for field, values in VALUES.items()
    ]
    hidden = mask.hide(story.text)
    names: dict[str, object] = {
        "story": hidden,
        "mark": hashlib.sha256(hidden.encode()).hexdigest()[:8],
        "day": f"{WEEKDAYS[today.weekday()]}, {written(today)}",
    }
    rules = resources.render("prompts/story/rules.j2", {"facts": facts})
    return (Turn("system", rules), Turn("user", resources.render("prompts/story/story.j2", names)))


def again(turns: tuple[Turn, ...], reply: str, resources: Resources, mask: Mask) -> tuple[Turn, ...]:
    """The same with a reply that cannot be read."""
    draft = mask.hide(mask.restore(reply[:_LONGEST_DRAFT]))
    return (*turns[:2], Turn("assistant", draft), Turn("user", resources.render("prompts/story/repair.j2", {})))
