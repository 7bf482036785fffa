"""Time has passed and the order has not arrived: in transit, untraced, sent back (guide lines 38 to 46)."""

from claimwright.guide.aliexpress.rules import advice, wanted
from claimwright.guide.rule import Purpose, Remedy, Rule, Source, Verdict, when

_MOVING = when(intent="genuine", received="no", whereabouts="moving")
_RETURNED = when(intent="genuine", received="no", whereabouts="returned")

MOVING_IN_TIME = Rule(
    id="moving-in-time",
    cites=("G25", "G55", "G60"),
    source=Source.INTERPRETATION,
    when={**_MOVING, **when(protection="running")},
    verdict=Verdict.WAIT_FOR_EXTENSION,
    warnings=(advice.WHY_WAIT,),
    steps=(advice.LOOK_AGAIN,),
)
MOVING_EXTENDED = Rule(
    id="moving-extended",
    cites=("G26", "G55"),
    source=Source.INTERPRETATION,
    when={**_MOVING, **when(protection="extended")},
    verdict=Verdict.WAIT_FOR_EXTENSION,
    steps=(advice.EXTENDED,),
)
MOVING_ENDING = Rule(
    id="moving-ending",
    cites=("G26",),
    source=Source.GUIDE,
    when={**_MOVING, **when(protection="ending", seller="not_contacted")},
    verdict=Verdict.WAIT_FOR_EXTENSION,
    purpose=Purpose.EXTENSION,
    situation="in_transit",
    warnings=(advice.SELLER_EXTENDS,),
    steps=(advice.ASK_TO_EXTEND, advice.OPEN_IF_REFUSED),
)
MOVING_ENDING_WAITING = Rule(
    id="moving-ending-waiting",
    cites=("G26",),
    source=Source.INTERPRETATION,
    when={**_MOVING, **when(protection="ending", seller="waiting")},
    verdict=Verdict.WAIT_FOR_EXTENSION,
    purpose=Purpose.EXTENSION,
    situation="in_transit",
    steps=(advice.REMIND, advice.OPEN_IF_REFUSED),
)
MOVING_ENDING_IGNORED = Rule(
    id="moving-ending-ignored",
    cites=("G25", "G26", "G27"),
    source=Source.INTERPRETATION,
    when={**_MOVING, **when(protection="ending", seller="ignored")},
    verdict=Verdict.OPEN_UNCERTAIN,
    remedy=Remedy.FULL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="in_transit",
    evidence=(wanted.PROOF_NOT_RECEIVED, wanted.CONVERSATION_KEPT),
    warnings=(advice.SILENCE_ON_EXTENSION,),
    steps=(advice.BEFORE_IT_ENDS,),
)
MOVING_ENDING_NO_SOLUTION = Rule(
    id="moving-ending-no-solution",
    cites=("G27",),
    source=Source.INTERPRETATION,
    when={**_MOVING, **when(protection="ending", seller="no_solution")},
    verdict=Verdict.OPEN,
    remedy=Remedy.FULL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="in_transit",
    evidence=(wanted.PROOF_NOT_RECEIVED, wanted.CONVERSATION_KEPT),
    steps=(advice.BEFORE_IT_ENDS,),
)
MOVING_REFUSED = Rule(
    id="moving-refused",
    cites=("G26", "G27"),
    source=Source.GUIDE,
    when={**_MOVING, **when(protection="refused")},
    verdict=Verdict.OPEN,
    remedy=Remedy.FULL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="in_transit",
    evidence=(wanted.PROOF_NOT_RECEIVED, wanted.REFUSED_EXTENSION),
    steps=(advice.BEFORE_IT_ENDS,),
)
MOVING_EXPIRED = Rule(
    id="moving-expired",
    cites=("G45", "G48", "G50", "G51"),
    source=Source.INTERPRETATION,
    when={**_MOVING, **when(protection="expired", seller=("not_contacted", "waiting"))},
    verdict=Verdict.CONTACT_SELLER_FIRST,
    purpose=Purpose.SELLER,
    situation="in_transit_expired",
    warnings=(advice.CONFIRMED_BY_EXPIRY,),
    steps=(advice.WRITE_NOW, advice.KEEP_MESSAGES, advice.COME_BACK),
)
MOVING_EXPIRED_NO_HELP = Rule(
    id="moving-expired-no-help",
    cites=("G25", "G45", "G48", "G52"),
    source=Source.INTERPRETATION,
    when={**_MOVING, **when(protection="expired", seller=("ignored", "no_solution"))},
    verdict=Verdict.OPEN_UNCERTAIN,
    remedy=Remedy.FULL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="in_transit_expired",
    evidence=(wanted.PROOF_NOT_RECEIVED, wanted.CONVERSATION_KEPT),
    warnings=(advice.CONFIRMED_BY_EXPIRY, advice.GUIDE_ENDS_HERE),
)


def _untraced(name: str, place: str, passage: str) -> tuple[Rule, ...]:
    # The guide decides a parcel without tracking and one that stands still alike, in the same sentence.
    here = when(intent="genuine", received="no", whereabouts=place)
    contact = {**here, **when(protection=("running", "ending", "extended", "expired"))}
    return (
        Rule(
            id=f"{name}-ask-seller",
            cites=(passage,),
            source=Source.GUIDE,
            when={**contact, **when(seller="not_contacted")},
            verdict=Verdict.CONTACT_SELLER_FIRST,
            purpose=Purpose.SELLER,
            situation=place,
            steps=(advice.KEEP_CONVERSATION, advice.OPEN_IF_IGNORED),
        ),
        Rule(
            id=f"{name}-waiting",
            cites=(passage,),
            source=Source.INTERPRETATION,
            when={**contact, **when(seller="waiting")},
            verdict=Verdict.CONTACT_SELLER_FIRST,
            purpose=Purpose.SELLER,
            situation=place,
            evidence=(wanted.CONVERSATION_KEPT,),
            steps=(advice.REMIND, advice.KEEP_CONVERSATION, advice.OPEN_IF_IGNORED),
        ),
        Rule(
            id=f"{name}-ignored",
            cites=(passage, "G30", "G31"),
            source=Source.GUIDE,
            when={**here, **when(seller="ignored")},
            verdict=Verdict.OPEN,
            remedy=Remedy.FULL,
            remedy_source=Source.INTERPRETATION,
            purpose=Purpose.STATEMENT,
            situation=place,
            evidence=(wanted.PROOF_NOT_RECEIVED, wanted.CONVERSATION),
            steps=(advice.ATTACH_CONVERSATION,),
        ),
        Rule(
            id=f"{name}-no-solution",
            cites=(passage, "G30", "G31"),
            source=Source.INTERPRETATION,
            when={**here, **when(seller="no_solution")},
            verdict=Verdict.OPEN,
            remedy=Remedy.FULL,
            remedy_source=Source.INTERPRETATION,
            purpose=Purpose.STATEMENT,
            situation=place,
            evidence=(wanted.PROOF_NOT_RECEIVED, wanted.CONVERSATION),
            steps=(advice.ATTACH_CONVERSATION,),
        ),
        Rule(
            id=f"{name}-extension-refused",
            cites=(passage, "G27"),
            source=Source.INTERPRETATION,
            when={**here, **when(protection="refused")},
            verdict=Verdict.OPEN,
            remedy=Remedy.FULL,
            remedy_source=Source.INTERPRETATION,
            purpose=Purpose.STATEMENT,
            situation=place,
            evidence=(wanted.PROOF_NOT_RECEIVED, wanted.REFUSED_EXTENSION),
            steps=(advice.BEFORE_IT_ENDS,),
        ),
        Rule(
            id=f"{name}-expired",
            cites=("G48",),
            source=Source.INTERPRETATION,
            when={**here, **when(protection="expired", seller=("ignored", "no_solution"))},
            verdict=Verdict.OPEN_UNCERTAIN,
            remedy=Remedy.FULL,
            remedy_source=Source.INTERPRETATION,
            purpose=Purpose.STATEMENT,
            over=(f"{name}-ignored", f"{name}-no-solution"),
        ),
    )


NO_TRACKING = _untraced("no-tracking", "no_tracking", "G28")
STALLED = _untraced("stalled", "stalled", "G29")

RETURNED_MISSED = Rule(
    id="returned-missed",
    cites=("G33", "G35", "G36"),
    source=Source.GUIDE,
    when={**_RETURNED, **when(return_cause="missed")},
    verdict=Verdict.ASK_PARTIAL_ONLY,
    remedy=Remedy.PARTIAL,
    remedy_source=Source.GUIDE,
    purpose=Purpose.STATEMENT,
    situation="returned_own_doing",
    evidence=(wanted.PROOF_NOT_RECEIVED,),
    warnings=(advice.ONLY_A_HOPE,),
)
RETURNED_NOT_COLLECTED = Rule(
    id="returned-not-collected",
    cites=("G34", "G35", "G36"),
    source=Source.GUIDE,
    when={**_RETURNED, **when(return_cause="not_collected")},
    verdict=Verdict.ASK_PARTIAL_ONLY,
    remedy=Remedy.PARTIAL,
    remedy_source=Source.GUIDE,
    purpose=Purpose.STATEMENT,
    situation="returned_own_doing",
    evidence=(wanted.PROOF_NOT_RECEIVED,),
    warnings=(advice.ONLY_A_HOPE,),
)
RETURNED_REFUSED = Rule(
    id="returned-refused",
    cites=("G33", "G35", "G36"),
    source=Source.INTERPRETATION,
    when={**_RETURNED, **when(return_cause="refused")},
    verdict=Verdict.ASK_PARTIAL_ONLY,
    remedy=Remedy.PARTIAL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="returned_own_doing",
    evidence=(wanted.PROOF_NOT_RECEIVED,),
    warnings=(advice.ONLY_A_HOPE,),
)
RETURNED_NOT_BUYER = Rule(
    id="returned-not-buyer",
    cites=("G25", "G32"),
    source=Source.INTERPRETATION,
    when={**_RETURNED, **when(return_cause="not_buyer")},
    verdict=Verdict.OPEN_UNCERTAIN,
    remedy=Remedy.FULL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="returned_not_buyer",
    evidence=(wanted.PROOF_NOT_RECEIVED, wanted.RETURN_REASON),
    warnings=(advice.RETURN_NOT_YOURS,),
)
RETURNED_AT_ALL = Rule(
    id="returned-at-all",
    cites=("G32",),
    source=Source.GUIDE,
    when=_RETURNED,
    warnings=(advice.RETURN_IS_BAD_NEWS,),
)

ROWS = (
    MOVING_IN_TIME,
    MOVING_EXTENDED,
    MOVING_ENDING,
    MOVING_ENDING_WAITING,
    MOVING_ENDING_IGNORED,
    MOVING_ENDING_NO_SOLUTION,
    MOVING_REFUSED,
    MOVING_EXPIRED,
    MOVING_EXPIRED_NO_HELP,
    *NO_TRACKING,
    *STALLED,
    RETURNED_MISSED,
    RETURNED_NOT_COLLECTED,
    RETURNED_REFUSED,
    RETURNED_NOT_BUYER,
    RETURNED_AT_ALL,
)
