"""Evidence: only items that exist are named, under their own kind, and each is tied to a claim.

Decided here: the word before a citation names the kind of the item only in sentences on the proof. In the record of
contacts, and beside the buyer's own words, the item shows that this was written or that it is so.
"""

from collections.abc import Iterator, Sequence

from claimwright.case.evidence import Evidence
from claimwright.guide.rule import Purpose
from claimwright.letter import frame
from claimwright.letter.brief import Brief
from claimwright.letter.checks.finding import Finding, hard, soft
from claimwright.letter.checks.ledger import NAMING, cited
from claimwright.letter.checks.page import CITED, MARK, Page
from claimwright.letter.checks.phrases import Phrases
from claimwright.letter.draft import Part
from claimwright.reading.later import later
from claimwright.reading.sentences import words

_PICTURE = frozenset({"photo", "measurement", "receipt", "official_document", "other"})
_SCREEN = frozenset({"listing", "order_page", "tracking", "conversation", "photo", "receipt", "other"})
KIND_WORDS = {
    **dict.fromkeys(("photo", "photograph", "picture", "image"), _PICTURE),
    **dict.fromkeys(("video", "clip", "footage", "recording"), frozenset({"video", "other"})),
    "screenshot": _SCREEN,
    **dict.fromkeys(
        ("receipt", "invoice"), frozenset({"receipt", "official_document", "order_page", "photo", "other"})
    ),
}
"""The words that name a kind, with the kinds of item that each can name."""
_KIND_FORMS = frozenset(form for word in KIND_WORDS for form in (word, f"{word}s"))

_CLAIMS = Phrases("""
attach*
enclos*
i|we have? includ*|upload*|provid*|submit*|send|sent|add* .. photo*|video*|picture*|image*
i|we have? includ*|upload*|provid*|submit*|send|sent|add* .. screenshot*|evidence|proof
my|the|these|this|see|several|following photo*|picture*|video*|image*|screenshot* show*|prove*|confirm*|below
my|the|these|this|see|several|following photo*|picture*|video*|image*|screenshot* above|clearly
see|in .. photo*|picture*|video*|image*|screenshot*
as .. shown|seen in the|my|these photo*|picture*|video*
evidence|proof below|above|provided|submitted|uploaded
photo*|picture*|video*|screenshot* below|above|provided|submitted|uploaded|included
""")
_TELLING = "asked wrote sent told replied answered said offered requested wanted promised refused"
_TOLD = frozenset(_TELLING.split())
_BEFORE = later(r"([A-Za-z]{4,12})[ ]{1,2}$")
_AFTER = later(r"E(\d{1,3})(?::| is a| is the|,)? (?:an? )?([A-Za-z]{4,12})")


def evidence(page: Page) -> Iterator[Finding]:
    """Evidence that does not exist, is named as another kind, or is tied to no claim."""
    if page.brief is None:
        return
    items = {f"E{n}": item for n, item in enumerate(page.sources.case.evidence, 1)}
    for match in MARK.finditer(page.unnamed):
        if match.group() not in items and not page.sources.says_words(match.group()):
            yield hard("evidence.unknown", match.group(), f"There is no {match.group()}.", *items)
    for sentence, text in page.placed(page.outside):
        for id in cited(text) if sentence.part is Part.CONTACT else ():
            if id not in items:
                yield hard("evidence.unknown", id, f"There is no {id}.", *items)
    if not items:
        for hit in page.hits(_CLAIMS, reported=True, negated=False):
            if not page.sources.says_words(hit.text):
                yield hard("evidence.claimed", hit.text, "The case holds no evidence, so none can be named.")
        return
    yield from _kinds(page)
    yield from _list(page, page.brief)
    parts = {Part.ATTACHMENT} | NAMING
    named = {id for sentence in page.sentences if sentence.part not in parts for id in cited(sentence.text)}
    listed = {mark.group() for one in page.sentences if one.part is Part.ATTACHMENT for mark in MARK.finditer(one.text)}
    given = page.brief.purpose is Purpose.STATEMENT
    wanted = [id for id in items if page.brief.statement(id)]
    if given and wanted and not named & set(wanted):
        yield hard("evidence.uncited", "", "No evidence is cited beside a claim.", *wanted)
        return
    for id in wanted:
        if id not in named and (given or id in listed):
            yield soft("evidence.uncited", id, f"{id} is tied to no claim.", id)


def _list(page: Page, brief: Brief) -> Iterator[Finding]:
    """Lines of the list that do not name the proof as the case does."""
    lines = {one.text for cut in ((), ("taken_on",)) for one in frame.attachments(brief, frozenset(cut))}
    for sentence in page.sentences:
        if sentence.part is Part.ATTACHMENT and sentence.text not in lines:
            yield hard("evidence.listed", sentence.text, "The case names this proof otherwise.", *sorted(lines))


def _kinds(page: Page) -> Iterator[Finding]:
    items = page.sources.case.evidence
    told = set[str]()
    for sentence, text in page.placed(page.unnamed):
        if sentence.part not in NAMING | {Part.CONTACT, Part.ATTACHMENT} and not sentence.own_words:
            yield from _named(text, items, told)
    if _KIND_FORMS.isdisjoint(page.vocabulary):
        return
    kinds_held = {item.kind for item in items}
    for word, kinds_named in KIND_WORDS.items():
        used = next((form for form in (word, word + "s") if form in page.vocabulary), None)
        if used is None or word in told or kinds_named & kinds_held:
            continue
        if not {word, word + "s"} & page.sources.vocabulary:
            yield hard("evidence.kind", used, f"The case holds no {word}.", *sorted(kinds_held))


def _named(text: str, items: Sequence[Evidence], told: set[str]) -> Iterator[Finding]:
    """Items cited in a sentence as what they are not; the words that say so are added to `told`."""
    for match in CITED.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - 14), match.start())
        word = before.group(1).lower().removesuffix("s") if before else ""
        numbers = [int(mark.group(1)) for mark in MARK.finditer(match.group())]
        cited_items = [items[n - 1] for n in numbers if 0 < n <= len(items)]
        if word in KIND_WORDS and cited_items and not any(item.kind in KIND_WORDS[word] for item in cited_items):
            kinds = [item.kind for item in cited_items]
            if "conversation" in kinds and not _TOLD.isdisjoint(words(text)):
                continue
            told.add(word)
            yield hard("evidence.kind", f"{word} {match.group()}", f"This is no {word}.", *kinds)
    for match in _AFTER.finditer(text):
        number, word = int(match.group(1)), match.group(2).lower().removesuffix("s")
        if word in KIND_WORDS and 0 < number <= len(items) and items[number - 1].kind not in KIND_WORDS[word]:
            told.add(word)
            yield hard("evidence.kind", match.group(), f"E{number} is no {word}.", items[number - 1].kind)
