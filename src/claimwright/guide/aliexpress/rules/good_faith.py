"""What a dispute is, and whether this one is honest and needed (guide lines 9 to 15 and 66)."""

from claimwright.guide.aliexpress.rules import advice
from claimwright.guide.rule import Rule, Source, Verdict, when

BAD_FAITH = Rule(
    id="bad-faith",
    cites=("G11", "G12", "G54", "G57"),
    source=Source.GUIDE,
    when=when(intent="bad_faith"),
    verdict=Verdict.DO_NOT_OPEN,
    warnings=(advice.PENALTY, advice.LOST_TRUST),
)
BAD_FAITH_BESIDE_A_DEFECT = Rule(
    id="bad-faith-beside-a-defect",
    cites=("G11",),
    source=Source.INTERPRETATION,
    when=when(intent="bad_faith", received="yes"),
    any_defect=frozenset(
        {"size_chart", "colour", "quality", "damaged", "incomplete", "food_expired", "different", "vat_twice"}
    ),
    steps=(advice.HONEST_CLAIM,),
)
RESOLVED = Rule(
    id="resolved",
    cites=("G55",),
    source=Source.INTERPRETATION,
    when=when(intent="resolved"),
    verdict=Verdict.DO_NOT_OPEN,
    steps=(advice.ALREADY_SETTLED,),
)

ROWS = (BAD_FAITH, BAD_FAITH_BESIDE_A_DEFECT, RESOLVED)
