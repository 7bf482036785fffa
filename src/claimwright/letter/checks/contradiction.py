"""Contradictions: what the message says of the parcel and the item agrees with the facts.

Decided here: only the goods count as received, opened or tried, not a page, a number or a letter about them; that a
thing does not fit the buyer is no defect, and its size is one only beside a chart or another size.
"""

from collections.abc import Iterator
from itertools import pairwise

from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Hit, Page
from claimwright.letter.checks.phrases import Phrases
from claimwright.letter.draft import Part
from claimwright.reading.sentences import STOP_WORDS

_RECEIVED = Phrases("""
i|we have? received|got|opened|unpacked|unboxed|tried|used|wore|tested it|the|this|my|an|a
i|we have? received|opened|unpacked|tried|used|tested on? it|item|parcel|package|product|goods
when|after|upon|once|before i|we? opened|opening|unpacked|unpacking|received|receiving|tried
item|parcel|package|product|goods|it|order .. arrived|came
item|parcel|package|product|goods|it|order was|were|has|been been? delivered to me|us
that|which|what arrived|came
that|which|what i|we received|got|opened|unpacked|tried
arrived broken|damaged|late|incomplete|empty|today|yesterday|on
the .. i received
""")
_NOT_YET = frozenset(
    {"should", "would", "to", "until", "if", "before", "not", "never", "nothing", "without", "whether", "when", "will"}
)
_ON_PAPER = """
    notice notices notification notifications card cards bill bills letter letters mail mails email emails e-mail
    message messages note slip invoice demand request reply answer call sms page pages app website site link code
    number numbers tracking status update updates hotline phone service support chat dispute claim ticket case refund
    coupon offer money confirmation picture photo screenshot form impression feeling information info details advice
"""
_PAPERS = frozenset(_ON_PAPER.split())
_GOODS = frozenset(("item", "parcel", "package", "product", "goods", "order"))
_THINGS = _GOODS | {
    "it",
    "box",
    "envelope",
    "bag",
    "packet",
    "packaging",
    "thing",
    "one",
    "model",
    "colour",
    "color",
    "size",
}
_DONE_TO_MUCH = frozenset(("got", "opened", "opening", "tried", "used", "tested"))
"""What is done to many another thing than the goods: it counts where the goods are named."""
_ENDS = frozenset(("it", "them", "and", "but", "or", "with", "in", "that", "which"))
_ABOUT = frozenset(("about", "on", "for", "of", "regarding", "concerning", "the", "my", "this", "same", "a"))
_NOT_RECEIVED = Phrases("""
never|not arrived|received|delivered|arrive|receive
never came|reached|reach
has|have not come|reached
not been|yet delivered|received|arrived
never been? delivered|received
didn't|hasn't|haven't|wasn't|doesn't .. arrive*|receive*|delivered|come|reach*
still waiting|missing|lost
lost in|by|on transit|the|way
waiting for the|my parcel|package|item|order|delivery
no parcel|delivery|package
non delivery|receipt
nothing arrived|came|has
""")
_DEFECTS = {
    "damaged": Phrases("""
damage*
broken
broke|breaks
crack*
torn
tear|tears
ripped|rips
hole|holes
scratch*
dent*
leak*
crush*
shatter*
smash*
bent
split
stain*
"""),
    "quality": Phrases("""
defect*
faulty
flaw*
malfunction*
doesn't|didn't|won't|not work|working|function|functioning|charge|turn
stopped|stops working
poor*|low|bad|inferior|cheap quality|material|materials|workmanship|finish
falls|fell|came|comes apart
smells|smelled|smelt
stinks|stank
chemical|bad|strong|awful smell|odour|odor
unusable
useless
"""),
    "colour": Phrases("wrong|different|another|other colo*\ncolo* .. wrong|different|off"),
    "size_chart": Phrases(
        "wrong|different size\nsize .. wrong|different\ntoo small|big|large|short|long|tight|wide|narrow"
    ),
    "incomplete": Phrases(
        "incomplete\nmissing\nempty box|parcel|package\nonly part of the|what|my order|parcel|i|items|goods"
    ),
    "food_expired": Phrases("expired\nexpiry\nspoil*\nmould*\nmold*\nrotten\nbest before"),
    "different": Phrases("""
counterfeit*
fake
replica
wrong|different|another|other item|product|model|version|brand
not the? item|product|one i? ordered
not genuine|original|authentic
"""),
}
_HINTS = Phrases("""
rust|rusty|rusted
faded|fades
peeling|peels|peeled
loose
dirty
worn out
smell|odour|odor
chip|chipped
rip
not as described|advertised|pictured|shown|expected
doesn't|didn't|not match|matches|correspond
differ* from
different from|than
misleading|misdescribed
not what .. ordered|described
wrong
""")
_HINTED = (
    'Nothing is wrong with the item, and this hints at it; say that it does not suit you, as in "too small for me".'
)
_ONES = "me my us our him his her them wife husband son daughter child mother father"
_TASTE = frozenset(_ONES.split())


def contradiction(page: Page) -> Iterator[Finding]:
    """Words that the facts of the case contradict."""
    facts = page.sources.case.facts
    if facts.only("received", "no"):
        for hit in page.hits(_RECEIVED):
            before = {
                word.text for word in page.sentence_words(hit.match.first) if word.start <= hit.start + len(hit.text)
            }
            after = {word.text for word in page.words[hit.match.after : hit.match.after + 2]}
            negated = bool(before & _NOT_YET - {"when", "before"}) or any(word.endswith("n't") for word in before)
            if negated or after & {"at", "in", "back"} or _only_papers(page, hit) or _of_nothing(page, hit):
                continue
            if not _told(page, hit, _RECEIVED):
                yield hard("contradiction.received", hit.text, "The parcel has not arrived.")
    if facts.only("received", "yes") and facts.defects is not None and "incomplete" not in facts.defects:
        for hit in page.hits(_NOT_RECEIVED):
            if not _told(page, hit, _NOT_RECEIVED):
                yield hard("contradiction.not_received", hit.text, "The parcel has arrived.")
    yield from _defects(page)


def _only_papers(page: Page, hit: Hit) -> bool:
    """Whether what came is a notice, a card, a bill or a message about the parcel, and not the parcel."""
    first, after = hit.match
    said = page.words.texts[first:after]
    if said[0] in _GOODS and said[1] in _PAPERS:
        return True
    if said[-1] in {"arrived", "came"} or said[0] in {"that", "which"}:
        before = [word.text for word in page.sentence_words(first) if word.start < hit.start][-5:]
        while before and before[-1] in _ABOUT:
            before.pop()
        return bool(before) and before[-1] in _PAPERS
    if said[0] == "the":
        return _names_paper(page, [*said[1:]])
    return said[-1] != "it" and _names_paper(page, [*said[-1:], *page.words.texts[after : after + 5]])


def _of_nothing(page: Page, hit: Hit) -> bool:
    """Whether something was opened or tried that is not said to be the goods."""
    first, after = hit.match
    things = _THINGS | page.sources.item_words - STOP_WORDS
    said = page.words.texts[first : after + 5]
    done = next((n for n, word in enumerate(said[: after - first]) if word in _DONE_TO_MUCH), None)
    if done is None or said[0] in _THINGS or said[0] in {"that", "which", "what", "the"}:
        return False
    for word in said[done + 1 :]:
        if word in things:
            return False
        if not word[0].isalnum() or word in _ENDS:
            break
    return True


def _names_paper(page: Page, words: list[str]) -> bool:
    """Whether the first thing that is named is one of paper; "parcel notice" is, "card holder" may not be."""
    goods = _GOODS | page.sources.item_words
    for word, next_ in pairwise([*words, "."]):
        if word in _PAPERS and word not in goods:
            return next_ not in goods
        if word in goods:
            return next_ in _PAPERS and next_ not in goods
        if word in _ENDS or not word[0].isalnum():
            return False
    return False


def _defects(page: Page) -> Iterator[Finding]:
    defects = page.sources.case.facts.defects
    if page.sources.case.facts.only("received", "no"):
        defects = frozenset()
    if defects is None:
        return
    dislike_only = bool(defects) and defects <= {"dislike"}
    for defect, phrases in _DEFECTS.items():
        if defect in defects:
            continue
        for hit in page.hits(phrases, negated=False):
            if dislike_only:
                if not _of_taste(page, hit):
                    yield hard("contradiction.hint", hit.text, _HINTED)
            elif page.brief is not None and not _told(page, hit, phrases) and not page.sources.says_words(hit.text):
                yield hard("contradiction.defect", hit.text, "The case names no such defect.", *sorted(defects))
    if dislike_only:
        for hit in page.hits(_HINTS, negated=False):
            if not _of_taste(page, hit):
                yield hard("contradiction.hint", hit.text, _HINTED)


def _of_taste(page: Page, hit: Hit) -> bool:
    """Whether the words tell that the item does not suit the buyer: too small for me, does not match my curtains."""
    if _TASTE.isdisjoint(word.text for word in page.sentence_words(hit.match.first)):
        return False
    return hit.text.lower().startswith("too ") or "match" in hit.text.lower()


def _told(page: Page, hit: Hit, phrases: Phrases) -> bool:
    """Whether the case itself says so, in the buyer's words or in a caption."""
    if page.brief is None:
        return False
    return hit.sentence.own_words or hit.sentence.part is Part.ATTACHMENT or page.sources.says(phrases)
