"""What must hold of the rows whatever they say in detail: each check gets a guide and cases, and names what breaks it.

Checks know nothing of the expected verdicts. test_invariants runs them over the whole space; test_mutants asks them how
many broken rows they would notice. What holds of the engine for any rows is tested in test_invariants alone.
"""

import random
from collections.abc import Callable, Iterable, Iterator

from claimwright.case.facts import VALUES, Facts
from claimwright.guide.assessment import Assessment, Claim
from claimwright.guide.engine import assess
from claimwright.guide.guide import Guide
from claimwright.guide.rule import Purpose, Remedy, Source, Verdict

from .whole_space import REAL, defect_family, irrelevant, the_guide, told

Cases = Iterable[Facts]
Check = Callable[[Guide, Cases], Iterator[str]]

CLAIMS = (Verdict.OPEN, Verdict.OPEN_UNCERTAIN, Verdict.ASK_PARTIAL_ONLY)
FAMILY = defect_family()

SUPPORT = {
    Verdict.OPEN: "G15 G16 G18 G19 G20 G21 G22 G23 G27 G30 G40 G41 G42",
    Verdict.OPEN_UNCERTAIN: "G5 G15 G25 G27 G30 G37 G40 G41 G42",
    Verdict.ASK_PARTIAL_ONLY: "G35",
    Verdict.CONTACT_SELLER_FIRST: "G28 G29 G51",
    Verdict.WAIT_FOR_EXTENSION: "G26 G55",
    Verdict.DO_NOT_OPEN: "G10 G12 G38 G43 G44 G55",
}
"""The passages that carry a verdict: it must cite one of them."""

GROUND = {
    "size_chart": "G18",
    "colour": "G19",
    "quality": "G20",
    "damaged": "G21",
    "incomplete": "G22",
    "food_expired": "G23",
    "different": "G16",
    "vat_twice": "G39",
    "dislike": "G5",
}
"""The passage in which the guide speaks of a defect."""


def each_case_is_decided(guide: Guide, cases: Cases) -> Iterator[str]:
    """Complete facts never need more; no two rows disagree; no fact is asked for."""
    for facts, one in _assessed(guide, cases):
        if one.verdict is Verdict.NEED_MORE_INFORMATION or one.questions or one.possible != (one.verdict,):
            yield f"{told(facts)}: {one.verdict}, asks {[asked.field for asked in one.questions]}"


def each_verdict_cites_what_carries_it(guide: Guide, cases: Cases) -> Iterator[str]:
    """Every verdict cites a passage, and one that can carry it; every ground that is told is cited."""
    for facts, one in _assessed(guide, cases):
        if not set(SUPPORT[one.verdict].split()) & set(one.passages):
            yield f"{told(facts)}: {one.verdict} rests on {one.passages}"
        if isinstance(one, Claim) and facts.only("received", "yes"):
            for defect in facts.defects or ():
                if GROUND[defect] not in one.passages:
                    yield f"{told(facts)}: {defect} is not cited in {one.passages}"


def passages_belong_to_the_case(guide: Guide, cases: Cases) -> Iterator[str]:
    """An order received is not decided by what is said of missing ones, nor the reverse; VAT twice may be both."""
    foreign = {"yes": ("Order not received", "Problems on the way"), "no": ("Order received",)}
    for facts, one in _assessed(guide, cases):
        if facts.only("intent", "genuine"):
            sections = foreign["yes" if facts.only("received", "yes") else "no"]
            strange = [id for id in one.passages if guide.passages[id].section in sections and id not in {"G39", "G40"}]
            if strange:
                yield f"{told(facts)}: cites {strange}"


def remedy_fits_verdict(guide: Guide, cases: Cases) -> Iterator[str]:
    """Claims have a remedy and others none; a part only is partial; no size is said to be the guide's if it is not."""
    for facts, one in _assessed(guide, cases):
        fits = (one.remedy is not Remedy.NONE) == (one.verdict in CLAIMS)
        if one.verdict is Verdict.ASK_PARTIAL_ONLY:
            fits = one.remedy is Remedy.PARTIAL
        if one.verdict in CLAIMS and facts.only("received", "yes"):
            fits = fits and one.remedy is not Remedy.FULL
        elif one.remedy is Remedy.CHOICE:
            fits = facts.only("customs_demand", "vat_twice")
        own_doing = facts.only("return_cause", "missed", "not_collected")
        sized = facts.only("customs_demand", "vat_twice") or own_doing or _vat_paid_again(facts)
        named = one.source is Source.GUIDE if one.remedy is Remedy.NONE else sized
        fits = fits and (one.remedy_source is Source.GUIDE) == named
        if not fits:
            yield f"{told(facts)}: {one.verdict} {one.remedy} ({one.remedy_source})"


def message_fits_verdict(guide: Guide, cases: Cases) -> Iterator[str]:
    """Claims are statements of what happened; to the seller goes a question or a request; a refusal has no message."""
    purposes = dict.fromkeys(CLAIMS, Purpose.STATEMENT) | {Verdict.CONTACT_SELLER_FIRST: Purpose.SELLER}
    for facts, one in _assessed(guide, cases):
        purpose = purposes.get(one.verdict, Purpose.NONE)
        if one.verdict is Verdict.WAIT_FOR_EXTENSION and facts.only("protection", "ending"):
            purpose = Purpose.EXTENSION
        if one.purpose is not purpose or bool(one.situations) != (purpose is not Purpose.NONE):
            yield f"{told(facts)}: {one.verdict}, message {one.purpose} about {one.situations}"


def evidence_fits_verdict(guide: Guide, cases: Cases) -> Iterator[str]:
    """Every claim wants proof; a conversation that is going on is kept; other verdicts want nothing."""
    proofs = {"proof", "proof-not-received", "payments", "first-payment"}
    for facts, one in _assessed(guide, cases):
        ids = {wanted.id for wanted in one.evidence_wanted}
        fits = bool(ids & proofs) if one.verdict in CLAIMS else one.verdict is Verdict.CONTACT_SELLER_FIRST or not ids
        asked = one.verdict is Verdict.CONTACT_SELLER_FIRST and facts.only("seller", "waiting")
        if (asked and not facts.only("whereabouts", "moving")) or "G31" in one.passages:
            fits = fits and "conversation" in ids
        if not fits:
            yield f"{told(facts)}: {one.verdict} wants {sorted(ids)}"


def the_buyer_is_told(guide: Guide, cases: Cases) -> Iterator[str]:
    """Doubt is told with a warning, every verdict comes with something to know or do, the last day is named."""
    for facts, one in _assessed(guide, cases):
        warned, steps = {w.id for w in one.warnings}, {s.id for s in one.next_steps}
        if one.verdict in (Verdict.OPEN_UNCERTAIN, Verdict.ASK_PARTIAL_ONLY) and not warned:
            yield f"{told(facts)}: {one.verdict} without a warning"
        if not warned | steps:
            yield f"{told(facts)}: {one.verdict}, and nothing is said"
        expired = facts.only("intent", "genuine") and facts.only("protection", "expired")
        if expired != ("guide-silent-expired" in warned):
            yield f"{told(facts)}: expired, warned of {sorted(warned)}"
        waits = one.verdict in (Verdict.CONTACT_SELLER_FIRST, Verdict.WAIT_FOR_EXTENSION)
        if (waits and facts.only("protection", "ending")) != ("last-day" in steps):
            yield f"{told(facts)}: {one.verdict}, steps {sorted(steps)}"
        if ("usually" in steps) != (one.verdict in (Verdict.OPEN, Verdict.OPEN_UNCERTAIN)):
            yield f"{told(facts)}: {one.verdict}, steps {sorted(steps)}"


def bad_faith_dominates(guide: Guide, cases: Cases) -> Iterator[str]:
    """No other fact saves a dishonest claim, and what is settled is not claimed."""
    for facts, _ in _assessed(guide, cases):
        for intent, warning in (("bad_faith", "penalty"), ("resolved", None)):
            one = assess(facts.given("intent", intent), guide)
            ids = {w.id for w in one.warnings}
            refused = one.verdict is Verdict.DO_NOT_OPEN and one.purpose is Purpose.NONE
            if not refused or (warning is not None and warning not in ids):
                yield f"{told(facts)} but {intent}: {one.verdict}, warned of {sorted(ids)}"


def the_seller_comes_first_only_where_the_guide_says_so(guide: Guide, cases: Cases) -> Iterator[str]:
    """Untraced, standing still, shown as delivered, ended in transit; never for a defect or once the seller failed."""
    for facts, one in _assessed(guide, cases):
        if one.verdict is Verdict.CONTACT_SELLER_FIRST:
            late = facts.only("whereabouts", "moving") and facts.only("protection", "expired")
            place = facts.only("whereabouts", "no_tracking", "stalled", "marked_delivered") or late
            if not (facts.only("received", "no") and place and facts.only("seller", "not_contacted", "waiting")):
                yield f"{told(facts)}: {one.verdict}"


def an_ended_protection_leaves_doubt(guide: Guide, cases: Cases) -> Iterator[str]:
    """Once the protection has ended nothing is plainly open; what would be is open with doubt, for the same remedy."""
    for facts, one in _assessed(guide, cases):
        if not facts.only("intent", "genuine"):
            continue
        if facts.only("protection", "expired") and one.verdict is Verdict.OPEN:
            yield f"{told(facts)}: {one.verdict}"
        if facts.only("protection", "running") and not facts.only("whereabouts", "moving"):
            ended = assess(facts.given("protection", "expired"), guide)
            doubted = one.verdict is Verdict.OPEN
            verdict = Verdict.OPEN_UNCERTAIN if doubted else one.verdict
            source = Source.INTERPRETATION if doubted else one.source
            then = (verdict, *_decided(one)[1:], source, one.situations)
            if (*_decided(ended), ended.source, ended.situations) != then:
                yield f"{told(facts)}: {one.verdict} {one.remedy}, expired {ended.verdict} {ended.remedy}"


def what_the_guide_treats_alike_is_decided_alike(guide: Guide, cases: Cases) -> Iterator[str]:
    """Untraced parcels; missed ones; no answer yet and none asked for; the seven defects, with dislike or without."""
    for facts, one in _assessed(guide, cases):
        for field, value in _twins(facts):
            other = assess(facts.given(field, value), guide)
            if _decided(other) != _decided(one) or (field == "whereabouts" and _told(other) != _told(one)):
                yield f"{told(facts)}: otherwise with {field}={value}"
        if facts.only("received", "yes") and facts.defects and facts.defects & set(REAL):
            yield from _defects_alike(facts, facts.defects, one, guide)


def _twins(facts: Facts) -> Iterator[tuple[str, str]]:
    for place, other in (("no_tracking", "stalled"), ("stalled", "no_tracking")):
        if facts.only("whereabouts", place):
            yield "whereabouts", other
    if facts.only("seller", "not_contacted"):
        yield "seller", "waiting"
    if facts.only("seller", "ignored") and not facts.only("whereabouts", "moving"):
        yield "seller", "no_solution"
    if facts.only("return_cause", "missed"):
        yield "return_cause", "not_collected"
    if facts.only("address_error", "seller"):
        yield "address_error", "change_ignored"
    if facts.only("address_error", "buyer"):
        yield "address_error", "late_change"


def _defects_alike(facts: Facts, defects: frozenset[str], one: Assessment, guide: Guide) -> Iterator[str]:
    real = defects & set(REAL)
    for defect in REAL if len(real) == 1 else ():
        other = assess(facts.given("defects", (defects - real) | {defect}), guide)
        alike = _decided(other) == _decided(one) and _told(other)[:3] == _told(one)[:3]
        if not alike or not {"G17", "G24"} <= set(other.passages):
            yield f"{told(facts)}: otherwise with {defect}"
    more = assess(facts.given("defects", defects | {"dislike"}), guide)
    if _decided(more) != _decided(one) or (more.situations, more.source) != (one.situations, one.source):
        yield f"{told(facts)}: otherwise with a dislike beside it"


def facts_that_do_not_matter_change_nothing(guide: Guide, cases: Cases) -> Iterator[str]:
    """Random values for irrelevant facts leave verdict, remedy and passages as they are."""
    draw = random.Random(1)
    for facts, one in _assessed(guide, cases):
        fields = irrelevant(facts)
        for _ in range(2):
            noisy = facts
            for field in fields:
                value = draw.choice(FAMILY) if field == "defects" else draw.choice(VALUES[field])
                noisy = noisy.given(field, value)
            other = assess(noisy, guide)
            if (other.verdict, other.remedy, other.passages) != (one.verdict, one.remedy, one.passages):
                yield f"{told(facts)}: otherwise with {told(noisy)}"


CHECKS: tuple[Check, ...] = (
    each_case_is_decided,
    remedy_fits_verdict,
    message_fits_verdict,
    each_verdict_cites_what_carries_it,
    passages_belong_to_the_case,
    evidence_fits_verdict,
    the_buyer_is_told,
    the_seller_comes_first_only_where_the_guide_says_so,
    bad_faith_dominates,
    an_ended_protection_leaves_doubt,
    what_the_guide_treats_alike_is_decided_alike,
    facts_that_do_not_matter_change_nothing,
)


_SAID: dict[Guide, dict[Facts, Assessment]] = {}
"""What the guide under test says, which every check asks for; of broken ones nothing is kept."""


def _assessed(guide: Guide, cases: Cases) -> Iterator[tuple[Facts, Assessment]]:
    said = _SAID.setdefault(guide, {}) if guide is the_guide() else dict[Facts, Assessment]()
    for facts in cases:
        one = said.get(facts)
        if one is None:
            one = said[facts] = assess(facts, guide)
        yield facts, one


def _decided(one: Assessment) -> tuple[object, ...]:
    return one.verdict, one.remedy, one.purpose


def _vat_paid_again(facts: Facts) -> bool:
    return facts.only("received", "yes") and (facts.defects or frozenset()) - {"dislike"} == {"vat_twice"}


def _told(one: Assessment) -> tuple[object, ...]:
    return one.warnings, one.next_steps, one.source, one.evidence_wanted
