"""Stance: what a body says about how the case should end, of whose fault it is, or in whose voice.

Decided here: a body reports facts. Words of settling, being content, thanking, playing down, blaming and of the
writer's own orders stand in none, unless the case uses them; the request and the record of contacts are written by
code.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from claimwright.letter.checks.command import commands
from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.ground import says, stems_for
from claimwright.letter.checks.page import CITED, Page
from claimwright.letter.checks.phrases import Phrases
from claimwright.letter.draft import Part
from claimwright.reading.sentences import STOP_WORDS, stem, words

MOST_TIMES = 3
LONG_ENOUGH = 5
FEWEST_WORDS = 3
"""How often a word of some length stands in a sentence before it is a stammer, and how many words make a sentence."""

_SETTLES = """
    withdraw withdrew withdrawn withdrawal cancel cancellation waive waiver forgo forego forwent renounce relinquish
    abandon retract revoke concede concession surrender desist archive discard disregard ignore void invalid moot
    amicable amicably compromise reconcile reconciled peace forgive forgiven forgiving pardon excuse excused
    satisfied satisfaction satisfactory satisfy happy glad pleased pleasure grateful gratitude thank thanks thankful
    appreciate appreciation apologise apologize apology sorry regret regrettable enough suffice sufficient acceptable
    okay ok alright patient patiently patience hurry bother bothered bothersome tolerate tolerable bearable unnecessary
    needless redundant superfluous accident accidental accidentally inadvertent misunderstanding misunderstood
    misread mistaken mistakenly mixed confused confusion confuse oversight overlook overlooked careless blame
    responsibility responsible liable liability guilt guilty culpable voucher coupon credit discount bonus
    compensation compensate goodwill allowance deduct deduction policy percent percentage
"""
_PRAISES = """
    excellent excellence praise recommend star stars best deserve wonderful great fantastic outstanding superb friendly
    helpful reliable trustworthy trust professional courteous kind generous honest fair fairly flawless impeccable
    admirable delighted enjoy enjoyed love loved beautiful lovely
"""
_PLAYS_DOWN = """
    alike negligible trivial harmless cosmetic slight slightly minor insignificant marginal unimportant bearable usual
    typical normal understandable forgivable reflection maybe perhaps possibly presumably probably
"""
_IN_TITLES = """
    happy glad thank thanks sorry peace ok okay credit bonus discount patient pleasure policy accident program assistant
    system mask hidden developer testing excuse responsible
"""
_OWN_ORDERS = """
    configuration system prompt instruction instructed debug debugging developer assistant chatbot hidden mask masked
    unmask placeholder metadata guideline directive reviewer moderator advocate administrator program programmed
    allowed forbidden permitted prohibited scripted testing
"""
_VOICE = Phrases("""
we are|at|from|as the|a|our seller|store|shop|team|company|warehouse
our store|shop|customer|customers|listing|warehouse|buyer|company|team|client
buyer|customer|purchaser|claimant|client|complainant
the user
as the? seller|store|shop|advocate|moderator|reviewer|platform
i|we rule|decide|judge|find for|against|in
this|the|my message|text|letter|report|case|statement|note .. test|joke|example|draft
this|the|my message|text|letter|report|case|statement|note .. disregarded|ignored|archived|accident
""")


def stance(page: Page) -> Iterator[Finding]:
    """Words in the body that take a stance the case does not take, or speak as someone other than the buyer."""
    if page.brief is None:
        return
    for sentence, text in page.placed(page.outside):
        if sentence.part is not Part.BODY or sentence.own_words:
            continue
        said = words(CITED.sub("", text))
        yield from _stammer(sentence.text, said)
        yield from commands(text)
        facts, held = stems_for(page, sentence, names=False), stems_for(page, sentence)
        for family, code, rule in (
            (_settling(), "concession", "The body says nothing of how the case should end, or of whose fault it is."),
            (_ordering(), "leak", "This speaks of the instructions, which no reader knows."),
        ):
            if found := next(
                (
                    one
                    for one in said
                    if stem(one) in family and stem(one) not in (held if stem(one) in _titles() else facts)
                ),
                None,
            ):
                yield hard(code, found, rule)
    for hit in page.hits(_VOICE, reported=True, negated=False):
        if hit.sentence.part is Part.BODY and not hit.sentence.own_words and not says(page, hit.sentence, hit.text):
            yield hard("perspective", hit.text, "The buyer speaks here of the order: write it in the first person.")


def _stammer(sentence: str, said: tuple[str, ...]) -> Iterator[Finding]:
    """A sentence that says one word again and again, or is none."""
    told = Counter(word for word in said if len(word) >= LONG_ENOUGH and word not in STOP_WORDS)
    if any(count >= MOST_TIMES for count in told.values()):
        yield hard("repeated", sentence, "One word stands in this sentence again and again.")
    if 0 < len(said) < FEWEST_WORDS:
        yield hard("fragment", sentence, "This is no sentence.")


@cache
def _settling() -> frozenset[str]:
    return frozenset(stem(word) for family in (_SETTLES, _PRAISES, _PLAYS_DOWN) for word in family.split()) - {
        stem("please")
    }


@cache
def _titles() -> frozenset[str]:
    """Words of a stance that the name of an item may hold: happy birthday banner."""
    return frozenset(stem(word) for family in (_IN_TITLES, _PRAISES, _PLAYS_DOWN) for word in family.split())


@cache
def _ordering() -> frozenset[str]:
    return frozenset(map(stem, _OWN_ORDERS.split()))
