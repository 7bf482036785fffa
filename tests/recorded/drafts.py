"""The drafts that were recorded whole, from the first request to the message, and who wrote each in the end."""

from dataclasses import dataclass
from typing import Literal

from claimwright.guide.rule import Stage
from claimwright.letter.compose import LIMIT


@dataclass(frozen=True, slots=True)
class Recorded:
    """A case, how it is drafted, and who wrote its message in the end. A name that begins with langchain goes there."""

    case: str
    writer: Literal["model", "template"] = "model"
    limit: int = LIMIT
    language: str = "en"
    stage: Stage = Stage.FIRST


_PLAIN = """
    01-colour-door-knobs 05-different-bike-computer size-chart poor-quality cracked-mug incomplete-order expired-food
    vat-charged-again dislike moving-extension-refused moving-expired stalled-no-solution no-tracking-ignored
    delivered-no-solution returned-missed-courier returned-not-buyer customs-held customs-tax-paid customs-vat-paid
    customs-vat-refused customs-vat-undecided address-seller address-change-ignored 29-expired-reading-stand
    delivered-not-received no-tracking stalled moving-ending
    30-expired-lamp-cable 33-stalled-stepper-drivers 15-size-hiking-trousers
"""
"""Every situation and kind of message once, in English, and two cases of many figures."""

DRAFTS: dict[str, Recorded] = {
    **{name: Recorded(name) for name in _PLAIN.split()},
    "wrong-colour-es": Recorded("wrong-colour", language="es"),
    "cracked-mug-de": Recorded("cracked-mug", language="de"),
    "stalled-fr": Recorded("stalled", language="fr"),
    "delivered-no-solution-ru": Recorded("delivered-no-solution", language="ru"),
    "moving-ending-pt": Recorded("moving-ending", language="pt"),
    "poor-quality-short": Recorded("poor-quality", limit=760),
    "colour-and-incomplete-short": Recorded("colour-and-incomplete", limit=620),
    "dispute-proposal-shorter": Recorded("dispute-proposal", "template", limit=700),
    "decline": Recorded("dispute-offer-decline", stage=Stage.DECLINE),
    "counter": Recorded("dispute-offer-counter", stage=Stage.COUNTER),
    "cancel": Recorded("dispute-cancel-asked", stage=Stage.CANCEL),
    "wait": Recorded("dispute-wait-asked", stage=Stage.WAIT),
    "mediation": Recorded("dispute-mediation", stage=Stage.MEDIATION),
    "langchain-wrong-colour": Recorded("wrong-colour"),
    "langchain-stalled-ignored": Recorded("stalled-ignored"),
    "langchain-size-chart-de": Recorded("size-chart", language="de"),
}
