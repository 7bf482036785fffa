"""What holds whatever the case is: time running out, and what comes after opening (guide lines 9, 13, 15 and 58)."""

from claimwright.guide.aliexpress.rules import advice
from claimwright.guide.rule import Rule, Source, Verdict, when

ENDING_WHILE_WAITING = Rule(
    id="ending-while-waiting",
    cites=("G27",),
    source=Source.INTERPRETATION,
    when=when(intent="genuine", received="no", protection="ending"),
    steps=(advice.LAST_DAY,),
    given=frozenset({Verdict.CONTACT_SELLER_FIRST, Verdict.WAIT_FOR_EXTENSION}),
)
EXPIRED = Rule(
    id="protection-expired",
    cites=("G48",),
    source=Source.INTERPRETATION,
    when=when(intent="genuine", protection="expired"),
    warnings=(advice.GUIDE_SILENT_EXPIRED,),
)
MERITS_A_DISPUTE = Rule(
    id="merits-a-dispute",
    cites=("G4",),
    source=Source.GUIDE,
    when=when(intent="genuine"),
    steps=(advice.DO_NOT_HESITATE,),
    given=frozenset({Verdict.OPEN}),
)
AFTER_OPENING = Rule(
    id="after-opening",
    cites=("G7", "G8", "G9"),
    source=Source.GUIDE,
    when=when(intent="genuine"),
    steps=(advice.SELLER_MAY_REFUSE, advice.MEDIATION, advice.USUALLY),
    given=frozenset({Verdict.OPEN, Verdict.OPEN_UNCERTAIN}),
)

ROWS = (ENDING_WHILE_WAITING, EXPIRED, MERITS_A_DISPUTE, AFTER_OPENING)
