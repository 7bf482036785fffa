"""What stands on the screen before an answer is typed: a question with its options, why it is asked, the verdict.

Decided here: where the options are many, the question is said again after them, right above the place to type.
"""

from collections.abc import Sequence

from claimwright.cli.screen import Screen
from claimwright.intake.implied import PROTECTION
from claimwright.intake.interview import Interview
from claimwright.intake.question import Option, Question
from claimwright.intake.reasons import reason
from claimwright.reading.dates import written

_MANY = 7
"""More options than these push their question up and away."""
_HANDFUL = 5
"""So many verdicts are named as those between which an answer decides."""


class Poser:
    """Poses the questions of one interview on one screen."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def pose(self, interview: Interview, question: Question) -> None:
        """The question, what stands beside it, and its options."""
        self._screen.say("")
        self._screen.say(question.text, strong=True)
        if question.id.startswith("evidence[") and question.id.endswith(".kind"):
            self._tell_wanted(interview, first=question.id == "evidence[0].kind")
        for line in interview.start.hints.get(question.id, ()):
            self._screen.say(line)
        self.options_of(interview, question)

    def options_of(self, interview: Interview, question: Question) -> None:
        """The options, and the question again where they are many."""
        unknown = (Option(None, question.unknown),) if question.unknown else ()
        self.options((*question.options, *unknown))
        if len(question.options) > _MANY:
            help = f" {question.help}" if question.id == "menu" else ""
            self._screen.say(f"{question.text}{help}")
        if question.id == PROTECTION and (offered := interview.offer(PROTECTION)):
            day = interview.start.case.order.protection_ends_on
            assert day is not None
            self._screen.say(interview.wording.say("implied", day=written(day), answer=offered))

    def options(self, options: Sequence[Option]) -> None:
        """Options with their numbers, those of a kind under its heading."""
        heading = ""
        for number, one in enumerate(options, start=1):
            if one.heading and one.heading != heading:
                heading = one.heading
                self._screen.say(heading)
            self._screen.say(one.label, f"{number:>3}  ", "     ")

    def told(self, interview: Interview, sentences: Sequence[str], unfit: Sequence[str]) -> None:
        """The sentences that are left of a story, and those of them that cannot stand in a message."""
        say = interview.wording.say
        if sentences:
            self._screen.say(say("left", "head"))
            self.options([Option(one, one) for one in sentences])
        if unfit:
            self._screen.say(say("left", "unfit"))
        for line in unfit:
            self._screen.say(line, "- ", "  ")
        if sentences:
            self._screen.say(say("left", "ask"))

    def why(self, interview: Interview, question: Question) -> None:
        """Why it is asked, and the options again."""
        say, found = interview.wording.say, reason(interview, question)
        if found.text:
            self._screen.say(found.text)
        if len(found.verdicts) > _HANDFUL:
            self._screen.say(say("why_first" if question.id in {"menu", "facts.received"} else "why_all"))
        elif found.verdicts:
            self._screen.say(say("why_decides"))
            for sentence in found.verdicts:
                self._screen.say(sentence, "- ", "  ")
        if not all(text for _, text in found.passages):
            self._screen.say(say("why_many"))
        elif found.passages:
            self._screen.say(say("why_says"))
            for id, text in found.passages:
                self._screen.say(text, f"{id:<4}", "    ")
        if question.id != "menu":  # its help stands below its options
            self._screen.say(question.help)
        if question.options:
            if len(question.options) <= _MANY:
                self._screen.say(question.text)
            self.options_of(interview, question)

    def verdict(self, interview: Interview) -> None:
        """What is decided, or what it still hangs on."""
        found, say = interview.assessment, interview.wording.say
        if found.questions:
            self._screen.say("")
            self._screen.say(say("undecided"), strong=True)
            for one in found.questions:
                self._screen.say(one.text, "- ", "  ")
            return
        sentence = interview.wording.verdict(found.verdict, "extension" if found.asks_extension else found.remedy)
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
