"""A rule: one typed row that says what the guide decides when its conditions hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from claimwright.case.facts import Facts


class Verdict(StrEnum):
    """What the buyer should do, strongest claim first."""

    OPEN = "open"
    OPEN_UNCERTAIN = "open_uncertain"
    ASK_PARTIAL_ONLY = "ask_partial_only"
    CONTACT_SELLER_FIRST = "contact_seller_first"
    WAIT_FOR_EXTENSION = "wait_for_extension"
    DO_NOT_OPEN = "do_not_open"
    NEED_MORE_INFORMATION = "need_more_information"


class Remedy(StrEnum):
    """What may be asked for."""

    FULL = "full"
    PARTIAL = "partial"
    CHOICE = "choice"
    NONE = "none"


class Source(StrEnum):
    """Whether the guide says it, or we read it into the guide."""

    GUIDE = "guide"
    INTERPRETATION = "interpretation"


class Purpose(StrEnum):
    """What a message is for."""

    STATEMENT = "statement"
    SELLER = "seller"
    EXTENSION = "extension"
    NONE = "none"


class Stage(StrEnum):
    """Which message of a dispute it is: the first, or one of those after it, on the same facts."""

    FIRST = "first"
    ACCEPT = "accept"
    DECLINE = "decline"
    COUNTER = "counter"
    CANCEL = "cancel"
    WAIT = "wait"
    MEDIATION = "mediation"


@dataclass(frozen=True, slots=True)
class Advice:
    """One sentence for the buyer: a warning or a next step.

    What is the guide's names its passages: `restates` the one that it repeats, beside which it need not stand;
    `rests_on` others that it draws on. What is ours names none. `until_opened` is for what tells to open a dispute, or
    prepares for that: it is left out once one is open.
    """

    id: str
    text: str
    source: Source
    restates: str = ""
    rests_on: tuple[str, ...] = ()
    until_opened: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Evidence that would carry the claim; any one of the kinds serves."""

    id: str
    text: str
    kinds: frozenset[str]
    source: Source


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A row of the guide.

    It matches when every fact named in `when` has one of the values given there, at least one defect is among
    `any_defect` (if there are any) and none among `no_defect`. A row without a verdict only advises.
    `over` names rows whose verdict and remedy this row replaces; what they cite still stands.
    `situation` names the message template. `given` is for advice: it is told only where the verdict is one of these.
    """

    id: str
    cites: tuple[str, ...]
    source: Source
    when: Mapping[str, frozenset[str]]
    any_defect: frozenset[str] = frozenset()
    no_defect: frozenset[str] = frozenset()
    verdict: Verdict | None = None
    remedy: Remedy = Remedy.NONE
    remedy_source: Source | None = None
    purpose: Purpose = Purpose.NONE
    situation: str = ""
    evidence: tuple[Wanted, ...] = ()
    warnings: tuple[Advice, ...] = ()
    steps: tuple[Advice, ...] = ()
    over: tuple[str, ...] = ()
    given: frozenset[Verdict] = frozenset()

    def matches(self, facts: Facts) -> bool:
        """Whether the row matches for certain: in every case that these facts could turn out to be."""
        if not all(facts.possible(field) <= values for field, values in self.when.items()):
            return False
        return not self.asks_defects() or (facts.defects is not None and self.fits(facts.defects))

    def allows(self, field: str, value: str) -> bool:
        """Whether the row's condition on a single-valued fact holds for this value."""
        return field not in self.when or value in self.when[field]

    def fits(self, defects: frozenset[str]) -> bool:
        """Whether the row's condition on the set of defects holds."""
        return (not self.any_defect or bool(self.any_defect & defects)) and not self.no_defect & defects

    def asks_defects(self) -> bool:
        """Whether the row has a condition on the set of defects."""
        return bool(self.any_defect or self.no_defect)


def asks_extension(verdict: Verdict, purpose: Purpose) -> bool:
    """Whether more time is to be asked for, and not only waited for."""
    return verdict is Verdict.WAIT_FOR_EXTENSION and purpose is Purpose.EXTENSION


def when(**facts: str | tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """Conditions of a row, written as `when(received="no", seller=("ignored", "no_solution"))`."""
    return {field: frozenset({value} if isinstance(value, str) else value) for field, value in facts.items()}
