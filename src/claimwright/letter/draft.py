"""A draft: sentences, each with the ids of what it rests on."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Where a sentence stands. All but BODY are written by code from the facts (the frame)."""

    OPENING = "opening"
    BODY = "body"
    PROOF = "proof"
    CONTACT = "contact"
    REQUEST = "request"
    ATTACHMENT = "attachment"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as the reader sees it, proof cited as (E1), and the ids of the statements it rests on."""

    text: str
    rests_on: tuple[str, ...]
    part: Part
    own_words: bool = False  # kept as the buyer wrote it


@dataclass(frozen=True, slots=True)
class Draft:
    """Paragraphs of sentences, in reading order. Not yet checked: nothing prints it."""

    paragraphs: tuple[tuple[Sentence, ...], ...]

    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in reading order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    def text(self) -> str:
        """The message as it is pasted: an empty line between paragraphs; list and closing stand line by line."""
        return "\n\n".join(
            (LINE if paragraph[0].part in BY_LINE else " ").join(one.text for one in paragraph)
            for paragraph in self.paragraphs
        )


LINE = "\n"
BY_LINE = (Part.ATTACHMENT, Part.CLOSING)
"""The parts whose sentences stand on a line of their own."""
