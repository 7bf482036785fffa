"""What is asked once the verdict is known: what its message needs, in the order in which a buyer tells it."""

from collections.abc import Iterator

from claimwright.case.casefile import Case
from claimwright.guide.assessment import AskExtension, AskSeller, Assessment, Claim
from claimwright.guide.rule import Purpose, Remedy
from claimwright.intake.gathered import MOST, Answers, is_end, item, items

DRAFTABLE = (Claim, AskSeller, AskExtension)
"""The assessments that call for a message."""


def needs(case: Case, assessment: Assessment, answers: Answers) -> Iterator[str]:
    """The paths that are not answered yet; none if no message is called for."""
    if not isinstance(assessment, DRAFTABLE):
        return
    yield from (id for id in (*_order(case), *_request(case, assessment, answers)) if id not in answers)
    yield from _request_again(case, answers)
    yield from _list(answers, "what_happened", ("",))
    if not case.facts.only("seller", "not_contacted"):
        yield from _list(answers, "contacts", ("from", "on", "text"))
    yield from _list(answers, "evidence", ("kind", "shows", "file"))
    if "buyer.name" not in answers:
        yield "buyer.name"


def _order(case: Case) -> Iterator[str]:
    facts = case.facts
    yield from ("order.item", "order.number", "order.paid", "order.ordered_on")
    if facts.only("received", "yes"):
        yield "order.received_on"
    elif not facts.only("whereabouts", "no_tracking"):
        yield "order.tracking_number"
    if not facts.only("protection", "expired"):
        yield "order.protection_ends_on"


def _request(case: Case, assessment: Assessment, answers: Answers) -> Iterator[str]:
    if assessment.purpose is not Purpose.STATEMENT:
        return
    if assessment.remedy is Remedy.CHOICE:
        yield "request.refund"
    if assessment.remedy is Remedy.PARTIAL or answers.get("request.refund") == "partial":
        yield "request.amount"


def _request_again(case: Case, answers: Answers) -> Iterator[str]:
    """A sum that is no part of the price any more, since the price was corrected."""
    asked = answers.get("request.amount") is not None and answers.get("request.refund") != "full"
    if asked and case.request.amount is None:
        yield "request.amount"


def _list(answers: Answers, name: str, parts: tuple[str, ...]) -> Iterator[str]:
    """What is missing of the items that were begun, and then the next item, until the buyer says that is all."""
    first, number, said = parts[0], -1, None
    for number, said in items(answers, name, first):
        if is_end(said):
            continue
        for part in parts[1:]:
            id = item(name, number, part)
            if id not in answers:
                yield id
            elif answers[id] is None and part != "file":
                break  # without its day or its words it is left out
    if (number < 0 or not is_end(said)) and number + 1 < MOST:
        yield item(name, number + 1, first)
