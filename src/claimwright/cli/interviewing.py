"""An interview from its beginning to the saved case file: taken up again, asked, read back, saved."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from claimwright.case.casefile import Case, dump_case, read_case
from claimwright.case.evidence import KINDS, Evidence
from claimwright.cli.asking import Asker
from claimwright.cli.besides import beside, files_in
from claimwright.cli.listening import AGREED
from claimwright.cli.output import refuse_existing, write_file
from claimwright.cli.screen import Screen, Stopped, Terminal
from claimwright.cli.settings import Settings
from claimwright.cli.terminal import tell
from claimwright.errors import CannotReadWrite, UsageError
from claimwright.guide.assessment import Draftable
from claimwright.guide.guide import Guide, load_guide, words_of
from claimwright.intake.interview import Event, Interview, Start, begin
from claimwright.intake.journal import Journal, Unfinished, journals
from claimwright.intake.menu import menu_of
from claimwright.intake.wording import Wording
from claimwright.marketplace import DEFAULT_GUIDE
from claimwright.reading.dates import written
from claimwright.resources import Resources

Started = Callable[[Guide], Start]
"""Gives what is known before the first question, for this guide."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where the case is to be saved, if the buyer has said so already, and whether over what is there."""

    path: Path | None = None
    force: bool = False


def gathered(
    screen: Screen, settings: Settings, where: Where, command: str, started: Started | None = None
) -> Path | None:
    """The file of the case that the interview gathered; None once it was stopped, and it has said how to go on.

    `started` tells what is known beforehand; it is not asked where an unfinished interview is taken up.
    """
    if where.path:
        refuse_existing(where.path, force=where.force)
    wording = _wording(settings)
    journal, unfinished = _journal(screen, wording)
    begun = unfinished is not None
    try:
        if unfinished and _goes_on(screen, wording, unfinished, story=started is not None):
            screen.say(wording.say("journal", "on"))
            interview = _taken_up(unfinished, settings, wording, journal)
        else:
            begun = started is None
            interview = _begun(settings, wording, started, journal)
            if unfinished:  # said once the story is read: only now there is something in its place
                screen.say(wording.say("journal", "thrown"))
            begun = True
            screen.say(wording.say("opening"))
        screen.say(wording.say("keys"))
        return _held(screen, interview, journal, where)
    except (Stopped, KeyboardInterrupt):
        if journal:
            screen.say("")
            screen.say(wording.say("journal", "kept" if begun else "unread", command=command))
        return None
    finally:
        if journal:
            journal.close()


def asked(settings: Settings) -> str | None:
    """The path of the case that an interview on this terminal gathered; None if it was stopped."""
    tell("Starting a new case. To use one you have: `claimwright draft FILE`", quiet=settings.quiet)
    path = gathered(Terminal(), settings, Where(), "claimwright draft")
    return None if path is None else str(path)


def _wording(settings: Settings) -> Wording:
    resources = Resources(settings.folder())
    return Wording(resources, words_of(resources))


def _journal(screen: Screen, wording: Wording) -> tuple[Journal | None, Unfinished | None]:
    """The journal to write in, and what it holds of an interview that was not finished."""
    from platformdirs import user_state_path

    try:
        for journal in journals(user_state_path("claimwright")):
            return journal, journal.unfinished()
    except OSError as error:
        screen.say(wording.say("journal", "unkept", why=error.strerror or error))
    return None, None


def _goes_on(screen: Screen, wording: Wording, unfinished: Unfinished, *, story: bool) -> bool:
    when = datetime.fromtimestamp(unfinished.written)  # noqa: DTZ006 (the buyer's own clock)
    screen.say(wording.say("journal", "found", when=f"{written(when)}, {when:%H:%M}"))
    if story:
        screen.say(wording.say("journal", "story"))
    screen.say(wording.say("journal", "ask"))
    while True:
        said = screen.hear().strip().lower()
        if said in {"g", "go on", "go", "y", "yes"}:
            return True
        if said in {"n", "new", "begin anew"}:
            return False
        if said in {"q", "quit"}:
            raise Stopped
        screen.say(wording.say("journal", "again"))


def _taken_up(unfinished: Unfinished, settings: Settings, wording: Wording, journal: Journal | None) -> Interview:
    """The interview as it was left; what can no longer be taken up is dropped from its journal too."""
    guide = load_guide(unfinished.guide, wording.facts)
    interview = begin(guide, menu_of(guide), wording.of_guide(guide.words), settings.day(), unfinished.start)
    interview = interview.resumed(unfinished.events)
    if journal and interview.events != unfinished.events:
        journal.begin(guide.name, unfinished.start)
        for event in interview.events:
            journal.add(event)
    return interview


def _begun(settings: Settings, wording: Wording, started: Started | None, journal: Journal | None) -> Interview:
    guide = load_guide(settings.guide or DEFAULT_GUIDE, wording.facts)
    start = started(guide) if started else Start()
    if journal:
        journal.begin(guide.name, start)
    return begin(guide, menu_of(guide), wording.of_guide(guide.words), settings.day(), start)


def _held(screen: Screen, interview: Interview, journal: Journal | None, where: Where) -> Path:
    def keep(event: Event) -> None:
        if journal:
            journal.add(event)

    folder = where.path.parent if where.path else Path()
    asker = Asker(screen, keep, unfit, doubts, files=files_in(folder), beside=beside)
    while True:
        interview = asker.hold(interview)
        path = _saved(screen, interview, where)
        if path is not None:
            if journal:
                journal.remove()
            return path


def _saved(screen: Screen, interview: Interview, where: Where) -> Path | None:
    """Where the case was saved; None if the buyer wants to look at it again first."""
    say, text = interview.wording.say, dump_case(interview.case)
    read_case(text.encode(), "the interview")
    if where.path and (path := _written(screen, interview, where.path, text, force=where.force)):
        return path
    drafted = isinstance(interview.assessment, Draftable)
    if not drafted:
        screen.say(say("save", "undecided" if interview.assessment.questions else "no_message"))
    suggested = _free(_name(interview.case))
    screen.say(say("save", "ask", name=suggested))
    while True:
        said = screen.hear().strip()
        if said.lower() in {"q", "quit"}:
            raise Stopped
        if said.lower() in {"b", "back"}:
            return None
        path = Path(suggested) if said.lower() in AGREED else Path(said).expanduser()
        path = path if path.suffix else path.with_suffix(".json")
        if _written(screen, interview, path, text, force=False):
            return path


def _written(screen: Screen, interview: Interview, path: Path, text: str, *, force: bool) -> Path | None:
    """The path if the case stands there now; else the screen has said why not."""
    say = interview.wording.say
    try:
        write_file(path, text, force=force)
    except UsageError:
        screen.say(say("save", "exists", name=path))
    except CannotReadWrite as error:
        why = error.__cause__.strerror if isinstance(error.__cause__, OSError) else str(error)
        screen.say(say("save", "cannot", name=path, why=why))
    else:
        return path
    return None


def _name(case: Case) -> str:
    """A good name for the file: the first words of the item, else what happened."""
    said = case.order.item or " ".join(sorted(case.facts.defects or ())) or "my-case"
    return "-".join(re.findall(r"[a-z0-9]+", said.lower())[:3])[:40] or "my-case"


def _free(stem: str) -> str:
    path, number = Path(f"{stem}.json"), 1
    while path.exists():
        number += 1
        path = Path(f"{stem}-{number}.json")
    return str(path)


def unfit(interview: Interview, id: str) -> str:
    """Why what was just answered cannot stand in a message as it is."""
    from claimwright.letter.brief import Ask
    from claimwright.letter.checks import field_findings, statement_findings
    from claimwright.letter.statements import says_something
    from claimwright.letter.wish import decide

    # Proof is listed later on: what is said of it here is judged as if there were some of every kind.
    case = replace(interview.case, evidence=tuple(Evidence(kind, kind) for kind in KINDS))
    if not id.startswith("what_happened"):
        return next((finding.rule for path, finding in field_findings(case) if path == id), "")
    wish = decide(interview.assessment.remedy, case.request, case.order.paid)
    about_money = interview.assessment.purpose == "statement" and wish.amount is not None
    ask = Ask(wish.remedy, wish.amount, None) if about_money and wish.amount else None
    for sentence in interview.answers[id]:
        if not says_something(sentence, case.guide):
            return "It does not say what happened."
        if found := next((one for one in statement_findings(sentence, case, ask) if one.hard), None):
            return f"“{sentence}”: {found.rule}"
    return ""


def doubts(interview: Interview) -> Sequence[str]:
    """What the message will leave out of the case as it stands, or still lacks."""
    from claimwright.letter.briefing import MissingForMessage, brief_of

    found = interview.assessment
    if not isinstance(found, Draftable):
        return ()
    guide = interview.guide
    try:
        return brief_of(interview.case, found, guide.passages, guide.words, interview.today).notes
    except MissingForMessage as missing:
        return [f"Still missing: {question}" for _, question in missing.questions]
