"""The checks of a message in another language than English.

Decided here: what does not depend on words (numbers, sums, ids, slots, markup, contact data, quotations) is checked as
in English; words are looked for in the body by the lists of the language, since the frame is code's. A sum, a wish and
a refund in one sentence of the body are a request.
"""

import re
from collections.abc import Iterator
from functools import cache, wraps
from typing import Final

from claimwright.guide.rule import Remedy
from claimwright.letter.checks import characters, evidence, fields, identity, ledger, markup, money, numbers, quotation
from claimwright.letter.checks import dates as english_dates
from claimwright.letter.checks import shape as shape_of
from claimwright.letter.checks import slots as slots_of
from claimwright.letter.checks.command import commands
from claimwright.letter.checks.finding import Finding, hard, soft
from claimwright.letter.checks.lexicon import Lexicon, lexicon
from claimwright.letter.checks.page import Family, Hit, Page
from claimwright.letter.draft import Part
from claimwright.letter.statements import silent
from claimwright.reading.amounts import written
from claimwright.reading.dates import WEEKDAYS
from claimwright.reading.dates import written as day_written
from claimwright.reading.dates_abroad import dates as dates_in
from claimwright.reading.sentences import words as words_in

_ENGLISH_WORDS = frozenset(("ledger.unrelated", "evidence.kind", "name.unknown", "number.word", "repeated.near"))
"""Findings that compare words with English ones."""
_WHO_SELLS = """
    vendedor vendedora tienda usted ustedes loja vocês vendeur vendeuse boutique vous verkäufer verkäuferin händler shop
    sie продавец продавца магазин вы
"""
_SELLERS = frozenset(_WHO_SELLS.split())
_AFTER = frozenset(("nicht", "pas", "jamais", "nie"))
"""Negations that follow their verb."""
_WORDS = (
    ("threat", "threat", "This is a threat."),
    ("review", "threat.review", "A message does not bargain with reviews."),
    ("abuse", "abuse", "This is an insult."),
    ("law", "legal", "The message leans on law that was not checked."),
    ("accused", "accusation", "What the seller meant to do is not known."),
    ("begging", "begging", "Ask once, plainly."),
    ("added", "embellishment", "The case does not tell of this."),
    ("chatter", "chatter", "This is no part of a message."),
    ("perspective", "perspective", "The buyer speaks here: write it in the first person."),
    ("outside", "off_platform", "Everything is settled on the platform."),
    ("leak", "leak", "This speaks of the instructions, which no reader knows."),
    ("personal", "personal_data", "The platform does not need this, and the case does not tell it."),
)
_EVEN_IF_TOLD = frozenset(("threat", "threat.review", "abuse", "off_platform"))
"""What no case excuses."""


def _kept(family: Family) -> Family:
    """A family of the English message without what it finds by English words or in our own courtesies."""

    @wraps(family)
    def only(page: Page) -> Iterator[Finding]:
        wording = page.brief.wording if page.brief else None
        ours = wording.courtesies if wording else ()
        null = "null" if page.language == "de" else ""  # German for zero
        for one in family(page):
            if one.code not in _ENGLISH_WORDS and one.span not in ours and not (null and one.span.lower() == null):
                yield one

    return only


def _body(page: Page, name: str) -> Iterator[Hit]:
    for hit in page.hits(lexicon(page.language).phrases[name], reported=True):
        if hit.sentence.part is Part.BODY:
            yield hit


def _denied(page: Page, hit: Hit) -> bool:
    """Whether a negation stands before the words, or after the verb as German and French have it."""
    no = lexicon(page.language).negations
    first, after = hit.match
    if page.words[first].text in no:
        return False
    around = [word.text for word in page.sentence_words(first)]
    at = next(n for n, word in enumerate(page.sentence_words(first)) if word.start == page.words[first].start)
    before, rest = around[max(0, at - 3) : at], around[at : at + after - first + 2]
    return not no.isdisjoint(before) or not _AFTER.isdisjoint(rest)


def phrases(page: Page) -> Iterator[Finding]:
    """Threats, insults, law, accusations, chatter, and what leads away from the platform or the case."""
    for sentence in page.sentences:
        if sentence.part is Part.BODY:
            yield from commands(sentence.text)
    for name, code, rule in _WORDS:
        for hit in _body(page, name):
            if code in _EVEN_IF_TOLD or not page.sources.says_words(hit.text):
                yield (soft if name == "begging" else hard)(code, hit.text, rule)


def concession(page: Page) -> Iterator[Finding]:
    """Withdrawals, acceptances, and faults of the buyer."""
    for hit in _body(page, "gives_up"):
        if not _denied(page, hit):
            yield hard("concession", hit.text, "This gives away what is asked for.")
    for hit in _body(page, "blame"):
        if not hit.sentence.own_words and not _denied(page, hit) and not page.sources.says_words(hit.text):
            yield hard("concession.blame", hit.text, "The case does not say so.")


def remedy(page: Page) -> Iterator[Finding]:
    """A request that is missing, or is made again in the body."""
    ask, lists = page.ask, lexicon(page.language).phrases
    if page.brief is not None and ask is not None:
        asked = [one for one in page.money if page.at(one.start).part is Part.REQUEST and one.fits(ask.amount)]
        wanted = lists["part" if ask.remedy is Remedy.PARTIAL else "full"]
        if not asked or not any(hit.sentence.part is Part.REQUEST for hit in page.hits(wanted, reported=True)):
            yield hard("remedy.missing", "", "The message must ask for the decided refund.", written(ask.amount))
    wishes = {id(hit.sentence) for hit in _body(page, "wishes") if not _denied(page, hit)}
    refunds = {id(hit.sentence) for hit in _body(page, "refund")}
    for name, code, rule in (
        ("full", "remedy.wrong", "Only part of the money is asked for."),
        ("part", "remedy.wrong", "The whole price is asked for."),
        ("extra", "remedy.extra", "The message asks for more than was decided."),
        ("refund", "remedy.demanded", "This message asks for no money."),
    ):
        right = ask is not None and name == ("part" if ask.remedy is Remedy.PARTIAL else "full")
        if right or (name == "refund" and ask is not None):
            continue
        for hit in _body(page, name):
            if id(hit.sentence) in wishes and not page.sources.says_words(hit.sentence.text.rstrip(".")):
                yield hard(code, hit.text, rule)
    for span in page.money if ask is not None else ():
        sentence = page.at(span.start)
        if id(sentence) in wishes & refunds and ask is not None and not span.fits(ask.amount):
            yield hard("remedy.wrong", span.text, "This is not the sum that is asked for.", written(ask.amount))


def contact(page: Page) -> Iterator[Finding]:
    """Messages, answers and silence that the case does not hold."""
    case = page.sources.case
    senders = {one.sender for one in case.contacts}
    if "buyer" not in senders:
        for hit in _body(page, "wrote"):
            if not hit.sentence.own_words and not _denied(page, hit):
                yield hard("contact.absent", hit.text, "The case holds no message of yours to the seller.")
    if "seller" not in senders and not case.dispute and not case.facts.only("seller", "no_solution"):
        for hit in _body(page, "answered"):
            if not hit.sentence.own_words and not _denied(page, hit):
                yield hard("contact.absent", hit.text, "The case holds no answer of the seller.")
    if not silent(case):
        for hit in _body(page, "silent"):
            around = {word.text for word in page.sentence_words(hit.match.first)}
            if not hit.sentence.own_words and around & _SELLERS:
                yield hard("contact.silence", hit.text, "The case shows no silence of the seller.")


def attached(page: Page) -> Iterator[Finding]:
    """Proof that the case does not hold, or that is named as another kind."""
    items = page.sources.case.evidence
    if not items:
        for hit in _body(page, "attached"):
            if not hit.sentence.own_words:
                yield hard("evidence.claimed", hit.text, "The case holds no evidence, so none can be named.")
        return
    held = {item.kind for item in items}
    kinds = lexicon(page.language).kinds
    for sentence in page.sentences:
        if sentence.part is not Part.BODY or sentence.own_words:
            continue
        for word in words_in(sentence.text):
            if word not in kinds or evidence.KIND_WORDS[kinds[word]] & held:
                continue
            if not {word, kinds[word], f"{kinds[word]}s"} & page.sources.vocabulary:
                yield hard("evidence.kind", word, f"The case holds no {kinds[word]}.", *sorted(held))


def dates(page: Page) -> Iterator[Finding]:
    """Dates and spans of time that the case does not hold, and wrong weekdays."""
    sources = page.sources
    told = tuple(one for text in sources.texts for one in dates_in(text, page.language))
    allowed = tuple(map(day_written, sorted(sources.known_dates)))
    for span in page.dates:
        days = [day for day in sources.known_dates if span.fits(day)]
        if not days and not english_dates.stands_in(span, told, page.sources.years):
            yield hard("date", span.text, "This date is not in the case.", *allowed)
        elif span.readings and span.weekday is not None and days and all(d.weekday() != span.weekday for d in days):
            yield hard("date.weekday", span.text, "The date falls on another weekday.", WEEKDAYS[days[0].weekday()])
    yield from _events(page)
    lists = lexicon(page.language)
    for match in _duration(page.language).finditer(page.rest):
        said, unit = match.group(1).lower(), lists.units[match.group(2).lower()]
        count = int(said) if said.isdigit() else lists.numbers[said]
        told_so = english_dates.told_duration(count, unit, sources.joined) or sources.says_words(match.group())
        near = any(english_dates.between(count, unit, (b - a).days) for a, b in english_dates.pairs(page))
        if not told_so and not near and page.at(match.start()).part is Part.BODY:
            yield hard("duration", match.group(), "No two dates of the case lie so far apart.")
    for match in re.finditer(rf"(?<!\w)(?:{lists.relative})(?!\w)", page.rest, re.IGNORECASE):
        if page.at(match.start()).part is Part.BODY and not sources.says_words(match.group()):
            yield hard("date.relative", match.group(), "The case does not say so. Name the date.")


def _events(page: Page) -> Iterator[Finding]:
    """A day of another event given to the arrival or the order, where the buyer's words do not name it."""
    case = page.sources.case
    texts = (*case.what_happened, *(item.shows for item in case.evidence if item.kind != "conversation"))
    named = tuple(span for text in texts for span in dates_in(text, page.language))
    for name, expected in (("arrived", case.order.received_on), ("ordered", case.order.ordered_on)):
        sentences = {id(hit.sentence) for hit in _body(page, name)}
        for span in page.dates if expected else ():
            sentence, told = page.at(span.start), english_dates.stands_in(span, named, page.sources.years)
            if (
                expected
                and id(sentence) in sentences
                and not sentence.own_words
                and any(map(span.fits, page.sources.known_dates))
                and not told
            ):
                others = {id(hit.sentence) for hit in _body(page, "ordered" if name == "arrived" else "arrived")}
                if not span.fits(expected) and id(sentence) not in others:
                    rule = (
                        "This is not the day of the arrival."
                        if name == "arrived"
                        else "This is not the day of the order."
                    )
                    yield hard("date.role", span.text, rule, day_written(expected))


def number_words(page: Page) -> Iterator[Finding]:
    """Number words that stand nowhere in the brief, in figures or in words."""
    lists = lexicon(page.language)
    english = {number: word for word, number in _ENGLISH_NUMBERS.items()}
    for sentence in page.sentences:
        for word in words_in(sentence.text) if sentence.part is Part.BODY else ():
            number = lists.numbers.get(word)
            if number is None or str(number) in page.sources.numbers:
                continue
            same = {word, english.get(number, word), *(_TWO if number == 2 else ())}
            if not same & page.sources.vocabulary:
                yield soft("number.word", word, "This number word is not in the case.")


_TWO = ("both", "pair", "second", "again", "twice")
_COUNT = "two three four five six seven eight nine ten eleven twelve"
_ENGLISH_NUMBERS = {word: n for n, word in enumerate(_COUNT.split(), 2)}


@cache
def _duration(language: str) -> re.Pattern[str]:
    lists: Lexicon = lexicon(language)
    numbers_of, units = "|".join(lists.numbers), "|".join(sorted(lists.units, key=len, reverse=True))
    return re.compile(rf"(?<![\w.,])(\d{{1,4}}|{numbers_of})[ ]({units})(?!\w)", re.IGNORECASE)


FAMILIES: Final[tuple[Family, ...]] = (
    *map(
        _kept,
        (
            shape_of.shape,
            characters.characters,
            fields.fields,
            slots_of.slots,
            markup.markup,
            ledger.ledger,
            evidence.evidence,
            quotation.quotation,
            money.money,
            numbers.numbers,
            identity.identity,
        ),
    ),
    attached,
    dates,
    number_words,
    remedy,
    contact,
    concession,
    phrases,
)
"""The families, in the order in which their findings are told."""
