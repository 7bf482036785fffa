"""The interview: yields the next question, takes an answer, goes back; knows nothing of terminals.

It is the list of what has been done so far, and all else follows from that: which question is next, the case, the
verdict. So it can be kept line by line and taken up again at any moment.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from claimwright.case.casefile import Case
from claimwright.case.facts import VALUES, Facts
from claimwright.guide.assessment import Assessment
from claimwright.guide.decided import assessed
from claimwright.guide.guide import Guide
from claimwright.intake.answers import legal, read
from claimwright.intake.asked import about_fact, about_menu, about_message
from claimwright.intake.days import read_day
from claimwright.intake.gathered import Answers, answers_of, case_of, facts_of, is_part, lacks_its_head
from claimwright.intake.implied import PROTECTION, goes_with, protection_by
from claimwright.intake.menu import Menu
from claimwright.intake.needs import needs
from claimwright.intake.plan import plan
from claimwright.intake.question import Kind, Question, Reading, Refused, Unclear, Understood, Value
from claimwright.intake.wording import Wording
from claimwright.reading.amounts import written
from claimwright.reading.money import Money

_EVERY = frozenset(VALUES["intent"])


@dataclass(frozen=True, slots=True)
class Start:
    """What an interview begins with.

    `case` is what is known; its intent is dropped, since that is always asked of the buyer. `origins` gives for a path
    in the case the words of a story on which it rests. `suggested` names menu entries to which only keywords point.
    `hints` are lines to be shown beside the question of this path: what a story may say of it, which only the buyer
    can confirm. `offers` is what "=" or Enter stands for as an answer there. `sentences` are those of a story that
    may tell what happened.
    """

    case: Case = field(default_factory=Case)
    origins: Mapping[str, str] = field(default_factory=dict)
    suggested: tuple[str, ...] = ()
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    offers: Mapping[str, str] = field(default_factory=dict)
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer was given."""

    id: str
    value: Value


@dataclass(frozen=True, slots=True)
class WentBack:
    """The question before was opened again."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Answers were taken up again, to be changed."""

    ids: tuple[str, ...]


Event = Answered | WentBack | Opened


@dataclass(frozen=True)
class Interview:
    """An interview at one moment; every step gives a new one."""

    guide: Guide
    menu: Menu
    wording: Wording
    today: date
    start: Start
    events: tuple[Event, ...] = ()

    @cached_property
    def _folded(self) -> tuple[dict[str, Value], tuple[str, ...], tuple[str, ...]]:
        """The answers, latest last; the questions in the order in which they were first answered; those taken up."""
        answers, order, open_again = dict(self._seeds), list[str](), list[str]()
        for event in self.events:
            if isinstance(event, Answered):
                answers.pop(event.id, None)
                answers[event.id] = event.value
                order += [event.id] if event.id not in order else []
                open_again[:1] = [] if open_again[:1] == [event.id] else open_again[:1]
            elif isinstance(event, Opened):
                open_again[:0] = event.ids
            else:
                told = [id for id in order if self._makes_sense(id, answers)]
                place = told.index(open_again[0]) if open_again and open_again[0] in told else len(told)
                open_again[:0] = told[place - 1 : place]
        return answers, tuple(order), tuple(id for id in open_again if self._makes_sense(id, answers))

    @cached_property
    def _seeds(self) -> dict[str, Value]:
        return answers_of(self.start.case)

    @cached_property
    def known(self) -> Facts:
        """The facts that it began with, without the honesty of the complaint."""
        return replace(self.start.case.facts, intent=_EVERY)

    @property
    def answers(self) -> Answers:
        """Every answer, by its path in the case file."""
        return self._folded[0]

    @cached_property
    def facts(self) -> Facts:
        """What is known of the case."""
        return facts_of(self.known, self.answers, self.menu)

    @cached_property
    def assessment(self) -> Assessment:
        """What the guide says of what is known."""
        return assessed(self.case, self.guide)

    @cached_property
    def case(self) -> Case:
        """The case as far as it is gathered."""
        case = case_of(self.start.case, self.answers, self.facts, self.today)
        return replace(case, guide=self.guide.name)

    @cached_property
    def question(self) -> Question | None:
        """The next question; None once nothing is left to ask."""
        id = self._next()
        return None if id is None else self.about(id)

    def about(self, id: str) -> Question:
        """The question after a path, whether it is next or not."""
        if id == "menu":
            return about_menu(self.menu, self.known, self.start.suggested, self.wording)
        if id.startswith("facts."):
            return about_fact(id.removeprefix("facts."), self._before(id), self.wording)
        paid = self.case.order.paid
        return about_message(id, self.wording, paid.currency if paid else "")

    def before(self, id: str) -> Value:
        """The answer that is being taken up again; None for the honesty of the complaint, which is never prefilled."""
        return None if id == "facts.intent" else self.answers.get(id)

    def unchanged(self, id: str) -> bool:
        """Whether this is known from the beginning, and the buyer has not answered anew."""
        return id in self._seeds and not any(isinstance(one, Answered) and one.id == id for one in self.events)

    def read(self, said: str) -> Reading:
        """What an answer to the next question means; nothing is changed by it."""
        assert self.question is not None
        found = read(self.question, said, self.today, self.wording)
        if self.question.id == "request.amount" and isinstance(found, Understood) and found.value is not None:
            return self._of_the_price(found)
        if isinstance(found, Unclear) and self.question.kind in {Kind.PAST, Kind.DAY}:
            return self._without_impossible(found)
        if isinstance(found, Refused) and self.question.id == PROTECTION:
            return self._protection_of_a_day(said) or found
        return found

    def offer(self, id: str) -> str | None:
        """The answer that can be agreed to, as it would be typed; never one for the honesty of the complaint."""
        if id == PROTECTION and (day := self.start.case.order.protection_ends_on):
            ahead = self.wording.facts.label("protection", protection_by(day, self.today))
            return ahead if day >= self.today else None
        return None if id == "facts.intent" else self.start.offers.get(id)

    def answered(self, value: Value) -> "Interview":
        """The interview after this answer to its question."""
        assert self.question is not None
        return self.after(Answered(self.question.id, value))

    def back(self) -> "Interview | None":
        """The interview with the question before opened again; None if there is none before."""
        moved = self.after(WentBack())
        return None if moved._folded[2] == self._folded[2] else moved

    def opened(self, ids: Iterable[str]) -> "Interview":
        """The interview with these answers taken up again."""
        return self.after(Opened(tuple(ids)))

    def after(self, *events: Event) -> "Interview":
        """The interview after these events."""
        return replace(self, events=(*self.events, *events))

    def resumed(self, events: Iterable[Event]) -> "Interview":
        """The interview after these events, as far as their answers are still among those that can be given."""
        here = self
        for event in events:
            if isinstance(event, Answered) and not legal(here.about(event.id), event.value):
                break
            here = here.after(event)
        return here

    def _next(self) -> str | None:
        if self._folded[2]:
            return self._folded[2][0]
        return self._deciding() or next(needs(self.case, self.assessment, self.answers), None)

    def _deciding(self) -> str | None:
        if "menu" not in self.answers and not _placed(self.facts):
            return "menu"
        left_open = frozenset(
            id.removeprefix("facts.") for id, value in self.answers.items() if id.startswith("facts.") and value is None
        )
        fact = plan(self.facts, self.guide, left_open).field
        return f"facts.{fact}" if fact else None

    def _before(self, id: str) -> Facts:
        """The facts without the answer to this question, so that its other answers can be chosen again."""
        return facts_of(self.known, {one: value for one, value in self.answers.items() if one != id}, self.menu)

    def _makes_sense(self, id: str, answers: Answers) -> bool:
        if id.startswith("facts."):
            return facts_of(self.known, answers, self.menu).applies(id.removeprefix("facts."))
        return not lacks_its_head(id, answers)

    def _without_impossible(self, found: Unclear) -> Reading:
        """The readings of a day that go with what is known, if any do."""
        id = self._next() or ""
        fitting = tuple(
            one
            for one in found.options
            if goes_with(id, date.fromisoformat(one.value), self.case, self.answered(one.value).case, self.today)
        )
        if len(fitting) == 1:
            return Understood(fitting[0].value, fitting[0].label)
        return replace(found, options=fitting or found.options)

    def _protection_of_a_day(self, said: str) -> Understood | None:
        """How the protection stands, where the day on which it ends was typed instead."""
        found = read_day(said, self.about("order.protection_ends_on"), self.today, self.wording)
        if not isinstance(found, Understood):
            return None
        value = protection_by(date.fromisoformat(found.value), self.today)
        return Understood(value, self.wording.facts.label("protection", value))

    def _of_the_price(self, found: Understood) -> Reading:
        paid, say = self.case.order.paid, self.wording.say
        amount: dict[str, Any] = found.value
        asked = Money.parse(amount["amount"], amount["currency"])
        if paid and asked.currency != paid.currency:
            return Refused(say("refused", "other_currency", currency=paid.currency))
        if paid and not is_part(asked, paid):
            return Refused(say("refused", "too_much", paid=written(paid)))
        return Refused(say("refused", "all_of_it")) if paid == asked else found


def _placed(facts: Facts) -> bool:
    """Whether it is known what happened, so that the menu has nothing to add."""
    if facts.only("received", "yes"):
        return facts.defects is not None
    return facts.only("received", "no") and facts.known("whereabouts")


def begin(guide: Guide, menu: Menu, wording: Wording, today: date, start: Start | None = None) -> Interview:
    """An interview before its first question."""
    return Interview(guide, menu, wording, today, start or Start())
