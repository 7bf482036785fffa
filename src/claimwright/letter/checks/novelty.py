"""Novelty: how much of a sentence stands nowhere in the case.

Decided here: which words any complaint may use, and which say the same as one that the case uses. What could be an
invented event (kept, weighed, the packaging, a witness) is in neither list. Figures, months and days of the week are
left to the checks on them. Words of the guide's passages excuse nothing.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from claimwright.letter.brief import Kind
from claimwright.letter.checks.finding import Finding, hard, soft
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.said import Said
from claimwright.letter.tongue import english
from claimwright.reading.dates import MONTHS, WEEKDAYS
from claimwright.reading.sentences import STOP_WORDS, content, stem, words

MOST = 5
"""So many new words are a new story."""
FEW = 2
SHARE = 0.75
"""A sentence of which this much is new has little to do with the case, however short it is."""
NOTICED = 3

_EVERYDAY = """
    order item product goods article parcel package shipment buy bought purchase purchased pay paid payment price cost
    amount money sum receive receipt get arrive arrival come came deliver delivery reach
    choose chose chosen select pick expect open seller store shop buyer customer
    contact write wrote written message ask question answer reply respond response request say said tell told state
    statement explain inform point offer refuse aliexpress platform dispute claim complaint matter problem issue trouble
    refund protection page listing list describe description advertise show shown display appear picture photo image
    video screenshot attach enclose evidence proof prove see seen visible read view look
    wrong incorrect right correct different differ difference match not missing absent lack complete entire full
    whole part defect defective damage fault faulty
    day week month year date time end current currently follow
    track tracking carrier courier ship shipping send sent transit way status entry record place
    want need use used know known find found give given gave take taken took put make go went gone
    remain left lie lay mean cause reason result fact detail confirm note include contain
    quality worth seem update going pass develop number name half pair several side same together apart another other
    both nothing anything something everything none nobody anyone someone
"""
_LIGHT = """
    recent recently near nearly except merely rather ever since being
    two three four five six seven eight nine ten eleven twelve twice
    clear clearly however therefore thus instead accord according concern regard relate about due despite although
    whereas while nevertheless besides additionally also even along every each fully
    actual actually exact exactly simply alone direct directly never always first finally
    today later early late long still yet already again second third last next latest then earlier until ago
"""
_SAME = """
    broken broke break shatter smash fragment piece damage
    crack split break
    chip piece
    tear torn rip
    bend bent crooked
    color hue shade tint
    size dimension measurement length width height big small large
    short shorter long longer length
    wide narrow width
    glue glued adhesive
    sew sewn stitch seam
    silent sound mute audio hear
    work function operate run
    light lit glow dark lamp
    rust rusty corrosion corroded
    rough coarse scratchy
    stain spot dirty mark
    customs duty tax import levy fee
    vat tax
    demand charge ask bill invoice levy collect
    settle pay paid
    release free
    return back sent sender
    sticker label tag
    stamp print printed
    expire expiry expired best past date
    expire lapse end
    end expire run last
    seal sealed unopened closed
    unused new use
    intact whole undamaged fine
    count total
    promise deadline due
    sign signature
    mark status record
    scan entry
    wait patience
    transit journey travel way under
    deadline last end
    stop stuck stall unchanged change move movement stand
    hold held detain keep kept stay stuck
    coupon voucher
    old former previous
    fall fell detach loose came
    attempt try tried
    decline reject refuse accept
    accept take took receive
    collect pick
    weigh weight
    bottom underside base
    center centre hub facility warehouse
    door home house
    out home away
    option variant version choice
    extend extension prolong
    repeat remind reminder again
    silence unanswered ignore
    enquire inquire ask
    information add
    hand give gave handed
    throw threw bin
    pad padding foam guard cushion protective
    fill water
    replace new
    dent dented push
    empty else
    neighbor neighbour
    person someone
    shop store
"""
_PLAIN = 4
_LONG = 6
"""Letters that two forms of a word share."""


def novelty(page: Page, said: Sequence[Said]) -> Iterator[Finding]:
    """Sentences with many words that the case does not use, or with few others."""
    known = _Known(page.sources.stems)
    for one in said:
        told = [word for word in content(one.unnamed) if not word[0].isdigit()]
        new = {word for word in told if not known.holds(word)}
        if len(new) < FEW:
            continue
        named = _named(one.text, new)
        if len(new) >= MOST or len(new) >= SHARE * sum(word not in _light() for word in told):
            rule = f"The case says nothing of this: {named}."
            yield (soft if _translated(page, one) else hard)("novelty", one.sentence.text, rule)
        elif len(new) >= NOTICED:
            yield soft("novelty", one.sentence.text, f"The case does not use these words: {named}.")


def ordinary(word: str, case: frozenset[str]) -> bool:
    """Whether a word is one of any complaint, or of the case."""
    return word in STOP_WORDS or word[0].isdigit() or stem(word) in _everyday() or stem(word) in case


class _Known:
    """The stems that are no news: the case's, those of any complaint, and what says the same as one of the case's."""

    def __init__(self, case: frozenset[str]) -> None:
        self._case = case
        self._beginnings = frozenset(one[:n] for one in case for n in range(_PLAIN, _LONG + 1) if len(one) >= n)

    def holds(self, stem: str) -> bool:
        """Whether a stem is known, if only by its beginning: measurement where the case has measured."""
        return (
            stem in self._case
            or stem in _everyday()
            or stem[:_LONG] in self._beginnings
            or (len(stem) > _PLAIN and (stem[:_PLAIN] in self._case or stem[: _PLAIN + 1] in self._case))
            or not self._case.isdisjoint(_same().get(stem, ()))
        )


def _translated(page: Page, said: Said) -> bool:
    """Whether a sentence rests on a fact in another language, whose words it cannot share."""
    resting = [one for one in page.sources.statements if one.id in said.sentence.rests_on]
    return any(one.kind is Kind.FACT and not english(one.text) for one in resting)


def _named(text: str, new: set[str]) -> str:
    return ", ".join(dict.fromkeys(word for word in words(text) if stem(word) in new))


@cache
def _everyday() -> frozenset[str]:
    return frozenset(map(stem, _EVERYDAY.split())) | _light()


@cache
def _light() -> frozenset[str]:
    """What stands in any sentence and tells nothing: it makes no sentence older."""
    return frozenset(map(stem, (*_LIGHT.split(), *MONTHS, *WEEKDAYS)))


@cache
def _same() -> dict[str, frozenset[str]]:
    groups = [frozenset(map(stem, line.split())) for line in _SAME.splitlines() if line]
    every = frozenset(chain.from_iterable(groups))
    return {one: frozenset(chain.from_iterable(group for group in groups if one in group)) for one in every}
