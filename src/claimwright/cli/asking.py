"""Holds an interview: shows each question, listens, and hands every step to be kept before it goes on."""

from collections.abc import Callable, Sequence

from claimwright.case.contradictions import contradictions
from claimwright.cli.listening import AGREED, Again, Back, Listener
from claimwright.cli.posing import Poser
from claimwright.cli.screen import Screen
from claimwright.intake.answers import some_of
from claimwright.intake.contradicted import day_again, made, numbers, plainly
from claimwright.intake.interview import Answered, Event, Interview, Opened, WentBack
from claimwright.intake.question import Kind, Question, Reading, Refused, Understood
from claimwright.intake.readback import answer_told, read_back

Unfit = Callable[[Interview, str], str]
"""Why what was just answered to a question cannot stand in a message; nothing if it can."""

Doubts = Callable[[Interview], Sequence[str]]
"""What is to be said of a case before it is saved."""

Beside = Callable[[Interview, str, object], str]
"""What is to be said beside an answer that is taken as it is; nothing if all is well."""

Files = Callable[[str], str | None]
"""The name under which a file that was typed goes into the case; None if there is no such file."""

HAPPENED = "what_happened[0]"


class Asker:
    """One interview on one screen."""

    def __init__(
        self,
        screen: Screen,
        keep: Callable[[Event], None],
        unfit: Unfit,
        doubts: Doubts,
        *,
        files: Files = str,
        beside: Beside = lambda *_: "",
    ) -> None:
        """`keep` is called with every step before the next question is shown."""
        self._screen = screen
        self._poser = Poser(screen)
        self._listener = Listener(screen)
        self._keep = keep
        self._unfit = unfit
        self._doubts = doubts
        self._files = files
        self._beside = beside

    def hold(self, interview: Interview) -> Interview:
        """Asks until the buyer agrees to the read-back, and gives back the interview. Raises Stopped."""
        told = None
        while True:
            question, found = interview.question, interview.assessment
            if (question is None or not question.deciding) and told != (found.verdict, found.remedy, found.purpose):
                told = found.verdict, found.remedy, found.purpose
                self._poser.verdict(interview)
            step = self._read_back(interview) if question is None else self._ask(interview, question)
            if step is None:
                return interview
            self._keep(step)
            interview = self._reconsidered(interview, interview.after(step), step)

    def _reconsidered(self, before: Interview, after: Interview, step: Event) -> Interview:
        """What an answer has made contradictory is told, and a day that was just typed asked for again at once."""
        found = made(before.case, after.case, after.today)
        for one in found:
            self._screen.say(after.wording.say("contradiction", text=plainly(one)))
        again = day_again(step.id, found) if isinstance(step, Answered) else ""
        if not again:
            return after
        self._keep(Opened((again,)))
        return after.opened([again])

    def _ask(self, interview: Interview, question: Question) -> Event:
        while True:
            try:
                return self._answer(interview, question)
            except Again:
                continue
            except Back:
                if interview.back() is not None:
                    return WentBack()
                self._screen.say(interview.wording.say("first"))

    def _answer(self, interview: Interview, question: Question) -> Answered:
        """The answer to a question that is shown now. Raises Again, Back and Stopped."""
        say = interview.wording.say
        self._poser.pose(interview, question)
        before, offer = interview.before(question.id), interview.offer(question.id)
        own = self._left_of_story(interview, question) if before is None else ()
        if before is not None:
            self._screen.say(say("before", answer=answer_told(interview, question.id, before)))
        while True:
            said = self._listener.hear(lambda: self._poser.why(interview, question))
            said = offer if offer and (said == "=" or (not said and before is None)) else said
            if said == "d":
                found: Reading | None = Understood(None)
            elif not said and before is not None:
                return Answered(question.id, before)
            elif own and (chosen := some_of(own, said, interview.wording)):
                found = chosen
            elif not said and question.skips:
                return Answered(question.id, None)
            elif not said and question.needed:
                self._screen.say(say("required"))
                continue
            else:
                found = self._listener.understood(interview, said)
            if isinstance(found, Refused):
                self._screen.say(found.text)
            elif isinstance(found, Understood) and (answered := self._taken(interview, question, found.value)):
                return answered

    def _left_of_story(self, interview: Interview, question: Question) -> tuple[str, ...]:
        """The sentences of a story that can be used as they stand, once they are shown."""
        if question.id != HAPPENED or not interview.start.sentences:
            return ()
        rules = [(one, self._unfit(interview.answered([one]), HAPPENED)) for one in interview.start.sentences]
        own = tuple(one for one, rule in rules if not rule)
        self._poser.told(
            interview, own, [rule if rule.startswith("“") else f"“{one}”: {rule}" for one, rule in rules if rule]
        )
        return own

    def _taken(self, interview: Interview, question: Question, value: object) -> Answered | None:
        """The answer with this value, and what is to be said of it; None if it cannot be taken."""
        say = interview.wording.say
        if value is None:
            if question.id == "menu":
                self._screen.say(say("piece_by_piece"))
            elif question.deciding or question.needed:
                self._screen.say(say("left_open", help=question.help))
            return Answered(question.id, None)
        if question.kind is Kind.FILE:
            name = self._files(str(value))
            if name is None:
                self._screen.say(say("no_file", name=value))
                return None
            value = name
        if rule := self._unfit(interview.answered(value), question.id):
            self._screen.say(say("unfit", rule=rule))
            return None
        if note := self._beside(interview, question.id, value):
            self._screen.say(note)
        return Answered(question.id, value)

    def _read_back(self, interview: Interview) -> Event | None:
        """What the buyer wants changed; None if all is right."""
        say = interview.wording.say
        lines = read_back(interview)
        found = contradictions(interview.case, interview.today)
        self._screen.say("")
        self._screen.say(say("read_back", "head"), strong=True)
        for number, line in enumerate(lines, start=1):
            self._screen.say(f"{line.name}: {line.text}", f"{number:>3}  ", "     ")
            if line.origin:
                self._screen.say(say("read_back", "story", words=line.origin), "     ", "     ")
        mend = [say("read_back", "mend"), *map(plainly, found)] if found else []
        for text in (*mend, *self._doubts(interview)):
            self._screen.say(text)
        which = " or ".join(map(str, numbers(found, lines, interview)))
        while True:
            self._screen.say(say("read_back", "mend_ask", numbers=which) if found else say("read_back", "ask"))
            try:
                said = self._listener.hear(lambda: self._screen.say(say("read_back", "help")))
            except Back:
                return WentBack()
            if said.isdigit() and 1 <= int(said) <= len(lines):
                return Opened(lines[int(said) - 1].ids)
            if said.lower() in AGREED:
                if not found:
                    return None
            else:
                last = "no_line_to_mend" if found else "no_line"
                self._screen.say(say("read_back", last, number=said, last=len(lines)))
