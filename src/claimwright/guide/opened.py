"""What changes in an assessment once a dispute is open: nobody is told to open it again."""

from dataclasses import replace

from claimwright.guide.assessment import Assessment
from claimwright.guide.rule import Advice, Source

ALREADY_OPEN = Advice(
    "already-open",
    "A dispute is open already, and the guide does not treat that. Use the message there; do not open a second one.",
    Source.INTERPRETATION,
)


def once_open(assessment: Assessment) -> Assessment:
    """The assessment of a case whose dispute has been opened: the same verdict, and advice that fits."""
    return replace(
        assessment,
        warnings=(*_still(assessment.warnings), ALREADY_OPEN),
        next_steps=_still(assessment.next_steps),
    )


def _still(some: tuple[Advice, ...]) -> tuple[Advice, ...]:
    return tuple(one for one in some if not one.until_opened)
