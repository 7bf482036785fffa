"""Shape: empty, too long, or the same thing twice.

Decided here: what was written to the seller twice may be told twice; it reads badly, and is true.
"""

from collections.abc import Iterator

from claimwright.letter.checks.finding import Finding, hard, soft
from claimwright.letter.checks.page import CITED, Page
from claimwright.letter.draft import Part
from claimwright.reading.sentences import content, words

MOST_WORDS = 300
WORDS_WANTED = 180


def shape(page: Page) -> Iterator[Finding]:
    """An empty message or sentence, one that is too long, a sentence that says the same as another."""
    count = len(words(page.text))
    if not count:
        yield hard("empty", "", "The message has no words.")
        return
    if any(not any(map(str.isalnum, sentence.text)) for sentence in page.sentences):
        yield hard("empty", "", "A sentence has no words.")
    if count > MOST_WORDS:
        yield hard(
            "length.words", "", f"The message has {count} words; at most {MOST_WORDS} are read.", str(MOST_WORDS)
        )
    elif count > WORDS_WANTED:
        yield soft("length.words", "", f"The message has {count} words; {WORDS_WANTED} are enough.", str(WORDS_WANTED))
    if page.limit is not None and len(page.text) > page.limit:
        yield hard(
            "length.limit",
            "",
            f"The message has {len(page.text)} characters; the form takes {page.limit}.",
            str(page.limit),
        )
    yield from _repeated(page)


def _repeated(page: Page) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    stems: list[frozenset[str]] = []
    for sentence in page.sentences:
        if sentence.part is Part.ATTACHMENT:
            continue
        text = CITED.sub("", sentence.text)
        key = " ".join(words(text))
        if key and key in seen:
            make = soft if sentence.part is Part.CONTACT else hard
            yield make("repeated", sentence.text, "This sentence stands in the message twice.")
            continue
        seen[key] = sentence.text
        these = content(text)
        if len(these) >= 4 and sentence.part is Part.BODY and not sentence.own_words and these in stems:
            yield hard("repeated", sentence.text, "Another sentence says the same in the same words.")
        elif len(these) >= 4 and any(_alike(these, those) for those in stems):
            yield soft("repeated.near", sentence.text, "Another sentence says almost the same.")
        stems.append(these)


def _alike(these: frozenset[str], those: frozenset[str]) -> bool:
    few, many = sorted((len(these), len(those)))
    return few >= 0.85 * many and len(these & those) >= 0.85 * len(these | those)
