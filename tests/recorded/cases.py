"""The cases that messages were recorded for: those of the examples, and others kept for this alone."""

from pathlib import Path

from tests.letter.drafting import GUIDE, RESOURCES, ROOT, TODAY, WORDS, claim_of

from claimwright.case.casefile import Case, read_case
from claimwright.guide.rule import Stage
from claimwright.letter.brief import Brief
from claimwright.letter.briefing import brief_of
from claimwright.letter.writers.prompter import Prompter
from claimwright.privacy.mask import Mask

ASIDE = 20
"""How many cases were put aside: their messages were not read while the checks were made."""

_HONEST = """
    01-colour-door-knobs 03-colour-and-size-beret 05-different-bike-computer 07-different-star-projector
    09-quality-snow-brush 11-damaged-record-crate 13-incomplete-led-strip 15-size-hiking-trousers
    17-size-dog-raincoat 19-vat-at-the-door-trumpet-mute 21-delivered-barbecue-thermometer 23-delivered-brush-set
    25-transit-ski-goggles 27-transit-bed-rail 29-expired-reading-stand 31-stalled-stove-windshield
    33-stalled-stepper-drivers 35-untraced-curtain-rod 37-returned-microscope-slides 39-customs-tax-violin-bow
    41-customs-vat-card-sleeves 42-customs-vat-pannier 43-address-rice-cooker-pot 44-address-baby-carrier-cover
    address-change-ignored address-seller colour-and-incomplete cracked-mug customs-held customs-tax-paid
    customs-tax-undecided customs-vat-paid customs-vat-refused customs-vat-undecided damaged-no-proof
    defect-after-protection delivered-no-solution delivered-not-received different-item dislike dispute-proposal
    dispute-refused expired-food incomplete-order moving-ending-asked moving-ending-ignored moving-ending
    moving-expired moving-extension-refused moving-no-help no-tracking-ignored no-tracking poor-quality
    returned-either returned-missed-courier returned-not-buyer returned-not-collected returned-refused size-chart
    stalled-ignored stalled-no-solution stalled-waiting stalled vat-again-and-damaged vat-charged-again
    wrong-colour
"""


def _others() -> list[Path]:
    return sorted((ROOT / "tests/cases").glob("*.json"))


def aside() -> list[str]:
    """The names of the cases put aside: every second one of the others, as far as they go."""
    return [path.stem for path in _others()[1::2]][:ASIDE]


def honest() -> list[str]:
    """The names of the other cases, and of the examples that were recorded with them."""
    return _HONEST.split()


def case_of(name: str) -> Case:
    """The case of this name."""
    path = ROOT / "tests/cases" / f"{name}.json"
    path = path if path.exists() else ROOT / "examples" / f"{name}.json"
    return read_case(path.read_bytes(), path.name)


def brief_for(case: Case, stage: Stage = Stage.FIRST) -> Brief:
    """What a message for this case may say."""
    claim = claim_of(case)
    assert claim is not None
    return brief_of(case, claim, GUIDE.passages, WORDS, TODAY, stage=stage)


def prompter_for(case: Case) -> Prompter:
    """What words the requests for this case."""
    return Prompter(brief_for(case), RESOURCES, Mask.of(case))
