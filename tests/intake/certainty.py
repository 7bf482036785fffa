"""Whether a sentence says something so plainly that the buyer need not be asked."""

from datetime import date

from claimwright.intake.story.found import Claim
from claimwright.intake.story.patterns import read
from claimwright.intake.story.telling import Story
from claimwright.intake.story.verification import verified

TODAY = date(2026, 11, 22)
AWAY = "I have not received my parcel. "


def certain(text: str, field: str, value: str) -> bool:
    """Whether a reply that claims this, with the last sentence for its words, would be written unasked."""
    story = Story.told(text)
    claims = [Claim(field, value, story.sentences[-1].text.strip())]
    if text.startswith(AWAY):
        claims.append(Claim("received", "no", story.sentences[0].text.strip()))
    found, _, _ = verified(claims, story, read(story, TODAY))
    return any(one.field == f"facts.{field}" for one in found)
