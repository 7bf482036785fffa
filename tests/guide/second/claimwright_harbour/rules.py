"""The rows of the Harbourgate guide, in the order of its passages."""

from claimwright.guide.rule import Advice, Purpose, Remedy, Rule, Source, Verdict, Wanted, when

DEFECTS = ("size_chart", "colour", "quality", "damaged", "incomplete", "food_expired", "different")
PLACES = {
    "moving": "in_transit_expired",
    "no_tracking": "no_tracking",
    "stalled": "stalled",
    "marked_delivered": "marked_delivered",
}
"""Where a parcel is that the seller answers for, and the situation that a message tells of it."""

_GENUINE = when(intent="genuine")
_MISSING = {**_GENUINE, **when(received="no")}
_EXPIRED = {**_MISSING, **when(protection="expired")}

PHOTO = Wanted("photo", "a photo of what arrived", frozenset({"photo", "video", "measurement"}), Source.INTERPRETATION)
TRACKING = Wanted("tracking", "the tracking", frozenset({"tracking", "order_page"}), Source.INTERPRETATION)
ACCOUNT = Advice("account", "Such a claim can cost you your account.", Source.GUIDE, restates="G7")
KEEP = Advice("keep", "What arrives as described is yours to keep.", Source.GUIDE, rests_on=("G2",))
AT_ONCE = Advice("at-once", "Claim at once.", Source.GUIDE, rests_on=("G1",), until_opened=True)
COME_BACK = Advice("come-back", "Come back on the day after the protection ends.", Source.GUIDE, rests_on=("G3",))
CARRIER = Advice("carrier", "Ask the carrier.", Source.GUIDE, rests_on=("G6",))
NO_MORE = Advice("no-more", "It is settled; nothing is left to claim.", Source.INTERPRETATION)

DISHONEST = Rule(
    id="dishonest",
    cites=("G7",),
    source=Source.GUIDE,
    when=when(intent="bad_faith"),
    verdict=Verdict.DO_NOT_OPEN,
    warnings=(ACCOUNT,),
)
SETTLED = Rule(
    id="settled",
    cites=("G7",),
    source=Source.INTERPRETATION,
    when=when(intent="resolved"),
    verdict=Verdict.DO_NOT_OPEN,
    steps=(NO_MORE,),
)
AS_DESCRIBED = Rule(
    id="as-described",
    cites=("G2",),
    source=Source.GUIDE,
    when={**_GENUINE, **when(received="yes")},
    no_defect=frozenset(DEFECTS),
    verdict=Verdict.DO_NOT_OPEN,
    steps=(KEEP,),
)
NOT_AS_DESCRIBED = tuple(
    Rule(
        id=defect.replace("_", "-"),
        cites=("G1",),
        source=Source.GUIDE,
        when={**_GENUINE, **when(received="yes")},
        any_defect=frozenset({defect}),
        verdict=Verdict.OPEN,
        remedy=Remedy.CHOICE,
        remedy_source=Source.INTERPRETATION,
        purpose=Purpose.STATEMENT,
        situation=defect,
        evidence=(PHOTO,),
        steps=(AT_ONCE,),
    )
    for defect in DEFECTS
)
WAIT = Rule(
    id="wait",
    cites=("G3",),
    source=Source.GUIDE,
    when={**_MISSING, **when(protection=("running", "ending", "refused", "extended"))},
    verdict=Verdict.WAIT_FOR_EXTENSION,
    steps=(COME_BACK,),
)
ASK_SELLER = tuple(
    Rule(
        id=f"ask-{place.replace('_', '-')}",
        cites=("G4",),
        source=Source.GUIDE,
        when={**_EXPIRED, **when(whereabouts=place, seller=("not_contacted", "waiting"))},
        verdict=Verdict.CONTACT_SELLER_FIRST,
        purpose=Purpose.SELLER,
        situation=situation,
    )
    for place, situation in PLACES.items()
)
LOST = tuple(
    Rule(
        id=f"lost-{place.replace('_', '-')}",
        cites=("G5",),
        source=Source.GUIDE,
        when={**_EXPIRED, **when(whereabouts=place, seller=("ignored", "no_solution"))},
        verdict=Verdict.OPEN,
        remedy=Remedy.FULL,
        remedy_source=Source.GUIDE,
        purpose=Purpose.STATEMENT,
        situation=situation,
        evidence=(TRACKING,),
    )
    for place, situation in PLACES.items()
)
ELSEWHERE = Rule(
    id="elsewhere",
    cites=("G6",),
    source=Source.GUIDE,
    when={**_EXPIRED, **when(whereabouts=("returned", "customs", "wrong_address"))},
    verdict=Verdict.DO_NOT_OPEN,
    steps=(CARRIER,),
)

RULES = (DISHONEST, SETTLED, AS_DESCRIBED, *NOT_AS_DESCRIBED, WAIT, *ASK_SELLER, *LOST, ELSEWHERE)
