"""What the body itself says: its sentences without the words of others and the marks of evidence.

Decided here: what stands between quotation marks is another's; whether it is verbatim is checked elsewhere.
"""

from typing import NamedTuple

from claimwright.letter.checks.page import CITED, Page, blank
from claimwright.letter.draft import Part, Sentence


class Said(NamedTuple):
    """A sentence of the body, what it says outside quotation marks, and the same without names of the case."""

    sentence: Sentence
    text: str
    unnamed: str


def body(page: Page) -> tuple[tuple[Said, ...], ...]:
    """The paragraphs of the body, sentence by sentence."""
    whole = blank(page.text, [match.span() for match in page.quotations])
    found, at = [], 0
    for paragraph in page.draft.paragraphs:
        said = []
        for sentence in paragraph:
            end = at + len(sentence.text)
            if sentence.part is Part.BODY:
                text, unnamed = CITED.sub("", whole[at:end]), CITED.sub("", page.outside[at:end])
                said.append(Said(sentence, text, unnamed))
            at = end + 1
        at += 1  # a blank or a line's end between sentences, two of the latter between paragraphs
        if said:
            found.append(tuple(said))
    return tuple(found)
