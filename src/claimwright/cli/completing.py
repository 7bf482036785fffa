"""What a message after the first lacks: asked for on a terminal and kept in the case file, else named as lines to add.

Decided here: nothing is written before it was shown and agreed to, and the rest of the file stays as it is.
"""

import json
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimwright.case.casefile import Case, dump_case, read_case
from claimwright.cli.consent import agreed
from claimwright.cli.listening import Again, Back, Listener
from claimwright.cli.output import write_file
from claimwright.cli.posing import Poser
from claimwright.cli.screen import Screen, Terminal, interactive
from claimwright.cli.settings import Settings
from claimwright.cli.staged import WORDS
from claimwright.cli.terminal import show, tell
from claimwright.guide.guide import words_of
from claimwright.intake.answers import read
from claimwright.intake.asked import about_message
from claimwright.intake.contradicted import made, plainly
from claimwright.intake.gathered import is_part
from claimwright.intake.question import Question, Reading, Refused, Understood
from claimwright.intake.wording import Wording
from claimwright.reading.amounts import written
from claimwright.reading.money import MINOR_UNITS, Money
from claimwright.resources import Resources

Questions = Sequence[tuple[str, str]]
"""What is missing: the path of each field, and the question for it."""

_ASKED = {
    "dispute.opened_on": ("dispute.opened_on",),
    "dispute.proposal.refund": ("dispute.proposal.refund", "dispute.proposal.amount", "dispute.proposal.on"),
    "dispute.proposal.amount": ("dispute.proposal.amount",),
    "dispute.refused_on": ("dispute.refused_on",),
    "order.protection_ends_on": ("order.protection_ends_on",),
    "contacts": ("contacts.on", "contacts.text"),
}
"""What is asked for where a field is missing."""


@dataclass(frozen=True, slots=True)
class _One:
    """One question, and how its answer is read."""

    question: Question
    today: date
    wording: Wording
    paid: Money | None

    def read(self, said: str) -> Reading:
        """What an answer means; an offer is no more than was paid."""
        found = read(self.question, said, self.today, self.wording)
        if self.question.id != "dispute.proposal.amount" or not isinstance(found, Understood) or not found.value:
            return found
        offered = Money.parse(**found.value)
        if self.paid and offered.currency != self.paid.currency:
            return Refused(self.wording.say("refused", "other_currency", currency=self.paid.currency))
        if self.paid and not is_part(offered, self.paid):
            return Refused(self.wording.say("refused", "too_much", paid=written(self.paid)))
        return found


def completed(path: str, case: Case, questions: Questions, settings: Settings) -> bool:
    """Whether what is missing was asked for and now stands in the file. Raises Stopped, CannotReadWrite."""
    fields = [one for field, _ in questions for one in _ASKED.get(field, ())]
    held = _object(path) if fields and interactive() and not settings.quiet else None
    if held is None:
        return False
    resources, screen, today = Resources(settings.folder()), Terminal(), settings.day()
    wording, words = Wording(resources, words_of(resources)), resources.sentences(WORDS)
    screen.say(words.say("add", "needs"))
    while True:
        given = _given(screen, wording, fields, case, today)
        if given is None:
            return False
        whole = _with(held, given)
        after = read_case(json.dumps(whole).encode(), path)
        if not (found := made(case, after, today)):
            break
        for one in found:
            screen.say(wording.say("contradiction", text=plainly(one)))
    lines = _lines(whole, given)

    def explain() -> None:
        show(lines, quiet=False)

    explain()
    if not agreed(words.say("add", "ask", file=path), explain, default=True, stopped=words.say("add", "stopped")):
        return False
    write_file(Path(path), json.dumps(whole, ensure_ascii=False, indent=2) + "\n", force=True)
    screen.say(words.say("add", "written", file=path))
    return True


def show_lacking(case: Case, questions: Questions, settings: Settings) -> None:
    """Shows the lines that a case file lacks for this message, with values to be put right. Raises CannotReadWrite."""
    asked = [one for field, _ in questions for one in _ASKED.get(field, ())]
    if not asked:
        return
    held = json.loads(dump_case(case))
    currency = case.order.paid.currency if case.order.paid else "EUR"
    amount = {"amount": f"3.{'0' * MINOR_UNITS[currency]}".rstrip("."), "currency": currency}
    values = {
        "dispute.proposal.refund": "partial",
        "dispute.proposal.amount": amount,
        "contacts.text": "…",
    }
    given = {one: values.get(one, settings.day().isoformat()) for one in asked}
    words = Resources(settings.folder()).sentences(WORDS)
    begun = any(key in held for key in _keys(given))
    tell(words.say("add", "instead" if begun else "lines"), quiet=settings.quiet)
    show(_lines(_with(held, given), given), quiet=settings.quiet)


def _given(screen: Screen, wording: Wording, fields: Sequence[str], case: Case, today: date) -> dict[str, Any] | None:
    """The answers, by their paths; None if one that is needed was left open."""
    paid, given = case.order.paid, dict[str, Any]()
    for id in fields:
        if id == "dispute.proposal.amount" and given.get("dispute.proposal.refund") in {"full", "none"}:
            continue
        question = about_message(id, wording, paid.currency if paid else "")
        value = _answer(screen, _One(question, today, wording, paid))
        if value is not None:
            given[id] = value
        elif not question.skips:
            screen.say(wording.say("left_open", help=question.help))
            return None
    return given


def _answer(screen: Screen, one: _One) -> object:
    """What is answered to one question; None if it is left open. Raises Stopped."""
    listener, poser, question = Listener(screen), Poser(screen), one.question
    while True:
        screen.say("")
        screen.say(question.text, strong=True)
        poser.options(question.options)
        try:
            said = listener.hear(lambda: screen.say(question.help))
            if said == "d" or (not said and question.skips):
                return None
            found = listener.understood(one, said)
        except (Again, Back):
            continue
        if found:
            return found.value


def _object(path: str) -> dict[str, Any] | None:
    """The case as its file holds it; None where it is not the one object of a file of its own."""
    if path == "-" or path.lower().endswith((".jsonl", ".ndjson")):
        return None
    try:
        held = json.loads(Path(path).read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) else None


def _with(held: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """The object of a case with these answers in their places."""
    whole = deepcopy(held)
    message = {"from": "seller", **{id[9:]: value for id, value in given.items() if id.startswith("contacts.")}}
    if len(message) > 1:
        whole["contacts"] = [*whole.get("contacts", ()), {key: message[key] for key in ("on", "from", "text")}]
    for id, value in given.items():
        if id.startswith("contacts."):
            continue
        place, (*parts, last) = whole, id.split(".")
        for part in parts:
            place[part] = place[part] if isinstance(place.get(part), dict) else {}
            place = place[part]
        place[last] = value
    return whole


def _keys(given: dict[str, Any]) -> list[str]:
    return [*dict.fromkeys(id.partition(".")[0] for id in given)]


def _lines(whole: dict[str, Any], given: dict[str, Any]) -> str:
    """The parts of a case that these answers are in, as lines of its file."""
    return ",\n".join(f'"{key}": {json.dumps(whole[key], ensure_ascii=False)}' for key in _keys(given))
