"""Holds an interview: shows each question, listens, and hands every step to be kept before it goes on."""

from collections.abc import Callable, Sequence

from claimwright.case.contradictions import contradictions
from claimwright.cli.screen import Screen, Stopped
from claimwright.intake.answers import choose
from claimwright.intake.interview import Answered, Event, Interview, Opened, WentBack
from claimwright.intake.question import Half, Option, Question, Refused, Unclear, Understood
from claimwright.intake.readback import answer_told, read_back
from claimwright.intake.reasons import reason

Unfit = Callable[[Interview, str], str]
"""Why what was just answered to a question cannot stand in a message; nothing if it can."""

Doubts = Callable[[Interview], Sequence[str]]
"""What is to be said of a case before it is saved."""


class _Again(Exception):
    """The question is to be shown again."""


class _Back(Exception):
    """The question before is to be opened again."""


class Asker:
    """One interview on one screen."""

    def __init__(self, screen: Screen, keep: Callable[[Event], None], unfit: Unfit, doubts: Doubts) -> None:
        """`keep` is called with every step before the next question is shown."""
        self._screen = screen
        self._keep = keep
        self._unfit = unfit
        self._doubts = doubts

    def hold(self, interview: Interview) -> Interview:
        """Asks until the buyer agrees to the read-back, and gives back the interview. Raises Stopped."""
        told = None
        while True:
            question, found = interview.question, interview.assessment
            if (question is None or not question.deciding) and told != (found.verdict, found.remedy, found.purpose):
                told = found.verdict, found.remedy, found.purpose
                self._tell_verdict(interview)
            step = self._read_back(interview) if question is None else self._ask(interview, question)
            if step is None:
                return interview
            self._keep(step)
            after = interview.after(step)
            self._tell_contradictions(interview, after)
            interview = after

    def _ask(self, interview: Interview, question: Question) -> Event:
        while True:
            try:
                return self._answer(interview, question)
            except _Again:
                continue
            except _Back:
                if interview.back() is not None:
                    return WentBack()
                self._screen.say(interview.wording.say("first"))

    def _answer(self, interview: Interview, question: Question) -> Answered:
        """The answer to a question that is shown now. Raises _Again, _Back and Stopped."""
        say = interview.wording.say
        self._show(interview, question)
        before = interview.before(question.id)
        if before is not None:
            self._screen.say(say("before", answer=answer_told(interview, question.id, before)))
        while True:
            said = self._hear(lambda: self._tell_why(interview, question))
            said = interview.start.offers.get(question.id, said) if said == "=" else said
            if said == "d":
                found: Understood | None = Understood(None)
            elif not said and before is not None:
                return Answered(question.id, before)
            elif not said and question.skips:
                return Answered(question.id, None)
            elif not said and question.needed:
                self._screen.say(say("required"))
                continue
            else:
                found = self._understood(interview, said)
            if found is None:
                continue
            if found.value is None and question.id == "menu":
                self._screen.say(say("piece_by_piece"))
            elif found.value is None and (question.deciding or question.needed):
                self._screen.say(say("left_open", help=question.help))
            elif found.value is not None and (rule := self._unfit(interview.answered(found.value), question.id)):
                self._screen.say(say("unfit", rule=rule))
                continue
            return Answered(question.id, found.value)

    def _hear(self, why: Callable[[], None]) -> str:
        """What is typed; the keys for why, back and stop are dealt with, and that for not knowing comes as `d`."""
        while True:
            said = self._screen.hear().strip()
            key = said.lower()
            if key in {"q", "quit"}:
                raise Stopped
            if key in {"b", "back"}:
                raise _Back
            if key not in {"?", "why"}:
                return "d" if key == "d" else said
            why()

    def _understood(self, interview: Interview, said: str) -> Understood | None:
        """What an answer means once that is clear and agreed; None if it cannot be taken. Raises _Again."""
        say, found = interview.wording.say, interview.read(said)
        while True:
            if isinstance(found, Refused):
                self._screen.say(found.text)
                return None
            if isinstance(found, Understood):
                if not found.echo:
                    return found
                self._screen.say(say("understood", answer=found.echo))
                said = self._inner()
                if said.lower() in {"", "y", "yes"}:
                    return found
                if said.lower() in {"n", "no"}:
                    raise _Again
                found = interview.read(said)
            elif isinstance(found, Half):
                self._screen.say(found.text)
                if said := self._inner():
                    found = interview.read(f"{found.before} {said}")
            else:
                found = self._chosen(interview, found) or found

    def _chosen(self, interview: Interview, unclear: Unclear) -> Understood | None:
        self._screen.say(unclear.text)
        self._options(unclear.options)
        found = choose(unclear.options, self._inner(), interview.wording)
        if isinstance(found, Refused):
            self._screen.say(found.text)
        return Understood(found.value) if isinstance(found, Understood) and found.value is not None else None

    def _inner(self) -> str:
        """What is typed to make an answer clear; to go back is to go back to the question itself."""
        said = self._screen.hear().strip()
        if said.lower() in {"q", "quit"}:
            raise Stopped
        if said.lower() in {"b", "back", "d", "?", "why"}:
            raise _Again
        return said

    def _show(self, interview: Interview, question: Question) -> None:
        self._screen.say("")
        self._screen.say(question.text, strong=True)
        if question.id == "menu":
            self._screen.say(question.help)
        if question.id.startswith("evidence[") and question.id.endswith(".kind"):
            self._tell_wanted(interview, first=question.id == "evidence[0].kind")
        for line in interview.start.hints.get(question.id, ()):
            self._screen.say(line)
        unknown = (Option(None, question.unknown),) if question.unknown else ()
        self._options((*question.options, *unknown))

    def _options(self, options: Sequence[Option]) -> None:
        heading = ""
        for number, one in enumerate(options, start=1):
            if one.heading and one.heading != heading:
                heading = one.heading
                self._screen.say(heading)
            self._screen.say(one.label, f"{number:>3}  ", "     ")

    def _tell_why(self, interview: Interview, question: Question) -> None:
        say, found = interview.wording.say, reason(interview, question)
        if found.text:
            self._screen.say(found.text)
        if found.verdicts:
            self._screen.say(say("why_decides"))
        for sentence in found.verdicts:
            self._screen.say(sentence, "- ", "  ")
        if not all(text for _, text in found.passages):
            self._screen.say(say("why_many", ids=", ".join(id for id, _ in found.passages)))
        elif found.passages:
            self._screen.say(say("why_says"))
            for id, text in found.passages:
                self._screen.say(text, f"{id:<4}", "    ")
        self._screen.say(question.help)

    def _tell_verdict(self, interview: Interview) -> None:
        found, say = interview.assessment, interview.wording.say
        if found.questions:
            self._screen.say("")
            self._screen.say(say("undecided"), strong=True)
            for one in found.questions:
                self._screen.say(one.text, "- ", "  ")
            return
        extension = found.purpose == "extension" and found.verdict == "wait_for_extension"
        sentence = interview.wording.verdict(found.verdict, "extension" if extension else found.remedy)
        self._screen.say("")
        self._screen.say(say("verdict", verdict=sentence), strong=True)
        for id in found.passages:
            passage = interview.guide.passages[id]
            self._screen.say(f"{passage.title}. {passage.text}", f"{id:<4}", "    ")
        if interview.question is not None and not interview.question.deciding:
            self._screen.say(say("needs"))
            self._screen.say(say("keys_text"))

    def _tell_wanted(self, interview: Interview, *, first: bool) -> None:
        """What would help in this situation, and how to take it: what is still missing, later on."""
        found, say = interview.assessment, interview.wording.say
        if found.evidence_missing:
            self._screen.say(say("wanted"))
        for one in found.evidence_missing:
            self._screen.say(one.text, "- ", "  ")
        shots = [one for one in interview.guide.platform if one.kind == "photo"]
        shots = [one for one in shots if first and one.applies(interview.facts, found.verdict)]
        if shots:
            self._screen.say(say("shots"))
        for shot in shots:
            self._screen.say(shot.text, "- ", "  ")

    def _tell_contradictions(self, interview: Interview, after: Interview) -> None:
        """What an answer has made contradictory; it can be put right at once, or in the read-back."""
        before = {one.text for one in contradictions(interview.case, interview.today)}
        for one in contradictions(after.case, after.today):
            if one.text not in before:
                self._screen.say(after.wording.say("contradiction", text=one.text))

    def _read_back(self, interview: Interview) -> Event | None:
        """What the buyer wants changed; None if all is right."""
        say = interview.wording.say
        lines = read_back(interview)
        found = [one.text for one in contradictions(interview.case, interview.today)]
        self._screen.say("")
        self._screen.say(say("read_back", "head"), strong=True)
        for number, line in enumerate(lines, start=1):
            self._screen.say(f"{line.name}: {line.text}", f"{number:>3}  ", "     ")
            if line.origin:
                self._screen.say(say("read_back", "story", words=line.origin), "     ", "     ")
        for text in (*([say("read_back", "mend")] if found else []), *found, *self._doubts(interview)):
            self._screen.say(text)
        while True:
            self._screen.say(say("read_back", "ask"))
            try:
                said = self._hear(lambda: self._screen.say(say("read_back", "help")))
            except _Back:
                return WentBack()
            if said.isdigit() and 1 <= int(said) <= len(lines):
                return Opened(lines[int(said) - 1].ids)
            if said.lower() in {"", "y", "yes"} and not found:
                return None
            if said:
                self._screen.say(say("read_back", "no_line", number=said, last=len(lines)))
            for text in found:
                self._screen.say(text)
