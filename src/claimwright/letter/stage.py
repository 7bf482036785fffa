"""The messages of a dispute after the first: what each needs of the case, what it may ask for, whom it speaks to.

Decided here: the verdict rules every one of them. A counter-proposal lies between what the seller offers and what the
verdict supports; an offer that gives all that is asked for is not declined; accepting takes the offer as it stands, and
tells nothing else of the case. What is accepted, declined or asked for is the buyer's to say, and never guessed.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from claimwright.case.casefile import Case
from claimwright.case.evidence import Contact, Proposal
from claimwright.errors import NoMessage
from claimwright.guide.assessment import Assessment
from claimwright.guide.rule import Purpose, Remedy, Stage
from claimwright.letter.wish import Decision, decide
from claimwright.letter.wording import ENGLISH, LANGUAGES
from claimwright.reading.amounts import written
from claimwright.reading.dates import written as day
from claimwright.reading.later import later
from claimwright.reading.money import Money

TO_SELLER = frozenset((Stage.CANCEL, Stage.WAIT))
"""What is written to the seller in the chat; every other message stands in the dispute, where the platform reads it."""
ANSWERS_OFFER = frozenset((Stage.ACCEPT, Stage.DECLINE, Stage.COUNTER))
_IN_EVERY_LANGUAGE = frozenset((Stage.FIRST, Stage.MEDIATION))
"""What the frame of another language than English has the words for."""
WITH_PROOF = frozenset((Stage.FIRST, Stage.DECLINE, Stage.COUNTER, Stage.MEDIATION))
"""What has to carry a claim, so that missing proof matters to it."""
WORDED_HERE = frozenset((Stage.ACCEPT,))
"""What no model words: it says exactly what was offered, and nothing else."""
_OF_CANCELLING = later(r"(?i)\b(?:cancel|clos|withdr|end|stop|drop)\w*")
_OF_WAITING = later(r"(?i)\b(?:wait|patien|more time|days?|weeks?|soon|later)\w*")


def purpose_of(stage: Stage, assessment: Assessment) -> Purpose:
    """Whom the message speaks to: the first goes where the verdict sends it."""
    if stage is Stage.FIRST:
        return assessment.purpose
    return Purpose.SELLER if stage in TO_SELLER else Purpose.STATEMENT


def unspoken(stage: Stage, language: str) -> str:
    """Why this message cannot be written in a language, as a sentence; empty if it can be."""
    if language == ENGLISH or stage in _IN_EVERY_LANGUAGE:
        return ""
    return f"There are no words for this answer in {LANGUAGES[language]}."


def lacking(case: Case, stage: Stage) -> Iterator[tuple[str, str]]:
    """The questions for what this message needs beside the order and the case does not hold, with the field of each."""
    dispute = case.dispute
    if stage in ANSWERS_OFFER:
        yield from _lacking_of_offer(dispute.proposal if dispute else None, case.order.paid)
    if stage in {Stage.CANCEL, Stage.MEDIATION} and (dispute is None or dispute.opened_on is None):
        yield "dispute.opened_on", "On which day did you open the dispute? This message belongs to one that is open."
    if stage is Stage.MEDIATION and (dispute is None or dispute.refused_on is None):
        yield "dispute.refused_on", "On which day did the seller refuse your request? Mediation comes after a refusal."
    if stage in TO_SELLER and asked_by_seller(case) is None:
        what = "cancel the dispute" if stage is Stage.CANCEL else "wait"
        yield "contacts", f"What did the seller write when you were asked to {what}? Add that message with its day."
    if stage is Stage.WAIT and dispute is None and case.order.protection_ends_on is None:
        yield "order.protection_ends_on", "On which day does your protection end? Your order page shows it."


def _lacking_of_offer(offer: Proposal | None, paid: Money | None) -> Iterator[tuple[str, str]]:
    if offer is None or offer.refund is None:
        yield "dispute.proposal.refund", "What does the seller propose: full, partial or none? No offer is on record."
        return
    sum_ = offer.amount
    if sum_ is None:
        if offer.refund == "partial":
            yield "dispute.proposal.amount", "How much does the seller offer? Read the sum in the dispute."
        return
    if paid is None:
        return
    if sum_.currency != paid.currency:
        yield (
            "dispute.proposal.amount",
            f"The offer is in {sum_.currency}, and you paid {paid}. Correct one of the two.",
        )
    elif sum_.amount > paid.amount or (offer.refund == "full" and sum_ != paid):
        yield "dispute.proposal.amount", f"A {offer.refund} refund of {sum_} does not fit the {paid} paid. Correct it."


def asked_by_seller(case: Case) -> Contact | None:
    """The seller's last message, which an answer to the seller answers."""
    theirs = [one for one in case.contacts if one.sender == "seller"]
    return max(theirs, key=lambda one: one.on, default=None)


def doubts(case: Case, stage: Stage) -> Iterator[str]:
    """What to tell the buyer where the case does not show what this message answers."""
    last = asked_by_seller(case)
    if stage in TO_SELLER and last is not None:
        speaks = (_OF_CANCELLING if stage is Stage.CANCEL else _OF_WAITING).search(last.text)
        if not speaks:
            what = "cancelling" if stage is Stage.CANCEL else "waiting"
            yield f"The seller's last message, of {day(last.on)}, does not speak of {what}: is it the one you answer?"


def refuse_unfit(case: Case, stage: Stage, today: date) -> None:
    """Raises NoMessage if this message does not fit the case, whatever else is missing."""
    offer = case.dispute.proposal if case.dispute else None
    if stage is Stage.ACCEPT and offer and offer.refund == "none":
        raise NoMessage("The seller proposes no refund, so there is nothing to accept.")
    last_day = case.order.protection_ends_on
    expired = case.facts.only("protection", "expired") or (last_day is not None and last_day < today)
    if stage is Stage.WAIT and case.dispute is None and expired:
        on = f"on {day(last_day)}" if last_day else "already"
        raise NoMessage(
            f"The protection ended {on}, so there is nothing left to extend. "
            "Leave --stage out: the first message says what can still be asked for."
        )


def decision(case: Case, remedy: Remedy, stage: Stage, counter: Money | None) -> Decision | None:
    """What a message in the dispute asks for; None if it goes to the seller, who is asked for no money.

    Raises NoMessage where the verdict supports no request, or the seller offers as much as may be asked for.
    """
    if stage in TO_SELLER:
        return None
    offer, paid = offer_of(case), case.order.paid
    if stage is Stage.ACCEPT:
        return Decision(Remedy.FULL if offer and offer == paid else Remedy.PARTIAL, offer)
    if remedy is Remedy.NONE:
        raise NoMessage("The guide supports no request for money yet, so this message would have nothing to stand on.")
    if stage is Stage.COUNTER:
        return _counter(case, remedy, counter)
    wish = decide(remedy, case.request, paid)
    if stage is Stage.DECLINE and offer and wish.amount and offer.amount >= wish.amount.amount:
        raise NoMessage(
            f"The seller offers {written(offer)}, and you ask for {written(wish.amount)}: there is nothing to decline. "
            "Accept it with --stage accept, or change the request in the case."
        )
    return wish


def _counter(case: Case, remedy: Remedy, counter: Money | None) -> Decision:
    offer, paid = offer_of(case), case.order.paid
    sum_ = counter or (case.request.amount if case.request.refund == "partial" else None)
    if offer and paid and offer.amount >= paid.amount:
        raise NoMessage(f"The seller offers {written(offer)}, all that was paid. Accept it with --stage accept.")
    field, question = "--amount" if counter else "request.amount", ""
    if sum_ is None:
        of = f"of the {written(paid)} paid" if paid else "of the price"
        question = f"How much {of} do you propose? Say it with --amount, or as a partial refund in the case."
    elif paid and sum_.currency != paid.currency:
        question = f"You paid in {paid.currency}: propose a sum in {paid.currency}."
    elif paid and sum_.amount >= paid.amount:
        question = f"{written(sum_)} is no part of the {written(paid)} paid. Propose less, or use --stage decline."
    elif offer and sum_.amount <= offer.amount:
        question = f"The seller offers {written(offer)} already. Propose more, or accept it with --stage accept."
    elif case.request.refund == "partial" and case.request.amount and sum_.amount > case.request.amount.amount:
        question = f"Your request is {written(case.request.amount)}. A counter-proposal does not go beyond it."
    if question:
        return Decision(Remedy.PARTIAL, None, ((field, question),))
    return decide(remedy, replace(case.request, refund="partial", amount=sum_), paid)


def offer_of(case: Case) -> Money | None:
    """The sum that the seller offers: all that was paid, a part of it, or None if it is none."""
    offer = case.dispute.proposal if case.dispute else None
    if offer is None or offer.refund in {None, "none"}:
        return None
    return offer.amount or (case.order.paid if offer.refund == "full" else None)


def told_of(case: Case, stage: Stage) -> Case:
    """The case as far as this message tells it: an acceptance has neither complaint nor proof."""
    if stage is not Stage.ACCEPT:
        return case
    return replace(case, what_happened=(), contacts=(), evidence=())
