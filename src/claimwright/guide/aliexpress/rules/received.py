"""The order arrived and is not what it should be (guide lines 11 and 25 to 34)."""

from claimwright.case.facts import VALUES
from claimwright.guide.aliexpress.rules import advice, wanted
from claimwright.guide.rule import Purpose, Remedy, Rule, Source, Verdict, Wanted, when

DEFECTS = ("size_chart", "colour", "quality", "damaged", "incomplete", "food_expired", "different")
"""What the guide calls not matching what was paid for."""

_ARRIVED = when(intent="genuine", received="yes")


def _defect(id: str, defect: str, cites: tuple[str, ...], *evidence: Wanted) -> Rule:
    # The guide names each defect and decides them alike. It names no size of refund: that is the buyer's choice.
    return Rule(
        id=id,
        cites=(*cites, "G17", "G24"),
        source=Source.GUIDE,
        when=_ARRIVED,
        any_defect=frozenset({defect}),
        verdict=Verdict.OPEN,
        remedy=Remedy.CHOICE,
        remedy_source=Source.INTERPRETATION,
        purpose=Purpose.STATEMENT,
        situation=defect,
        evidence=(wanted.PROOF, *evidence),
        steps=(advice.OPEN_AT_ONCE, advice.NO_NEED_TO_WRITE, advice.ATTACH_PROOF),
        over=("dislike", "vat-twice-arrived"),
    )


DISLIKE = Rule(
    id="dislike",
    cites=("G5", "G6", "G10"),
    source=Source.INTERPRETATION,
    when=_ARRIVED,
    any_defect=frozenset({"dislike"}),
    verdict=Verdict.OPEN_UNCERTAIN,
    remedy=Remedy.CHOICE,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="dislike",
    evidence=(wanted.PROOF,),
)
DISLIKE_ALONE = Rule(
    id="dislike-alone",
    cites=("G5", "G10"),
    source=Source.INTERPRETATION,
    when=_ARRIVED,
    any_defect=frozenset({"dislike"}),
    no_defect=frozenset({*DEFECTS, "vat_twice"}),
    warnings=(advice.NO_LISTED_GROUND,),
)
NOTHING_WRONG = Rule(
    id="nothing-wrong",
    cites=("G10",),
    source=Source.GUIDE,
    when=_ARRIVED,
    no_defect=frozenset(VALUES["defects"]),
    verdict=Verdict.DO_NOT_OPEN,
    steps=(advice.NOTHING_WRONG,),
)
SIZE_CHART = _defect("size-chart", "size_chart", ("G18", "G15"), wanted.MEASURED, wanted.LISTING)
COLOUR = _defect("colour", "colour", ("G19", "G15"), wanted.LISTING)
QUALITY = _defect("quality", "quality", ("G20", "G15"), wanted.LISTING)
DAMAGED = _defect("damaged", "damaged", ("G21",))
INCOMPLETE = _defect("incomplete", "incomplete", ("G22",))
FOOD_EXPIRED = _defect("food-expired", "food_expired", ("G23",))
DIFFERENT = _defect("different", "different", ("G15", "G16"), wanted.LISTING)
VAT_TWICE_ARRIVED = Rule(
    id="vat-twice-arrived",
    cites=("G39", "G40"),
    source=Source.INTERPRETATION,
    when=_ARRIVED,
    any_defect=frozenset({"vat_twice"}),
    verdict=Verdict.OPEN,
    remedy=Remedy.PARTIAL,
    remedy_source=Source.GUIDE,
    purpose=Purpose.STATEMENT,
    situation="vat_twice_arrived",
    evidence=(wanted.PAYMENTS,),
    warnings=(advice.SELLERS_MISTAKE,),
    steps=(advice.PAID_TWICE_PROOF,),
    over=("dislike",),
)
DEFECT_EXPIRED = Rule(
    id="defect-expired",
    cites=("G15",),
    source=Source.INTERPRETATION,
    when={**_ARRIVED, **when(protection="expired")},
    any_defect=frozenset(DEFECTS),
    verdict=Verdict.OPEN_UNCERTAIN,
    remedy=Remedy.CHOICE,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    over=(
        "size-chart",
        "colour",
        "quality",
        "damaged",
        "incomplete",
        "food-expired",
        "different",
    ),
)
VAT_TWICE_ARRIVED_EXPIRED = Rule(
    id="vat-twice-arrived-expired",
    cites=("G39",),
    source=Source.INTERPRETATION,
    when={**_ARRIVED, **when(protection="expired")},
    any_defect=frozenset({"vat_twice"}),
    no_defect=frozenset(DEFECTS),
    verdict=Verdict.OPEN_UNCERTAIN,
    remedy=Remedy.PARTIAL,
    remedy_source=Source.GUIDE,
    purpose=Purpose.STATEMENT,
    over=("vat-twice-arrived",),
)

ROWS = (
    DISLIKE,
    DISLIKE_ALONE,
    NOTHING_WRONG,
    SIZE_CHART,
    COLOUR,
    QUALITY,
    DAMAGED,
    INCOMPLETE,
    FOOD_EXPIRED,
    DIFFERENT,
    VAT_TWICE_ARRIVED,
    DEFECT_EXPIRED,
    VAT_TWICE_ARRIVED_EXPIRED,
)
