"""`claimwright draft`: the message of one case on stdout, and nothing else there."""

import json
import sys
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from shlex import quote
from typing import Any

import click

from claimwright.case.casefile import Case
from claimwright.case.contradictions import out_of_date
from claimwright.cli.absent import absent
from claimwright.cli.cases import one_case
from claimwright.cli.output import refuse_existing, write_file
from claimwright.cli.screen import INTERRUPTED, Stopped, interactive, set_apart
from claimwright.cli.settings import Settings, global_options, settings_of
from claimwright.cli.terminal import complain, show, tell
from claimwright.cli.writing import SECONDS, Spent, Writer, also, planned, write, writer_of
from claimwright.errors import CaseInvalid, ClaimwrightError, FactsMissing, NoMessage, UsageError
from claimwright.guide.assessment import Claim
from claimwright.guide.decided import Decided, decided, guide_of
from claimwright.guide.guide import load_guide, words_of
from claimwright.guide.opened import ALREADY_OPEN
from claimwright.guide.reason import OUR_READING, OUT_OF_DATE, SENTENCES, days_left, marked, verdict_sentence
from claimwright.guide.record import record
from claimwright.guide.rule import Source, Stage
from claimwright.letter.brief import Brief
from claimwright.letter.briefing import MissingForMessage
from claimwright.letter.compose import LIMIT, Composed
from claimwright.letter.grounds import brief_for
from claimwright.letter.message import Form, beside, explain, render, unsent
from claimwright.letter.stage import TO_SELLER, WITH_PROOF, WORDED_HERE
from claimwright.letter.wording import ENGLISH, LANGUAGES
from claimwright.reading.money import Money
from claimwright.resources import Resources


@dataclass(frozen=True, slots=True)
class _Ready:
    """A case that has been read and decided, and which message on it is wanted."""

    decided: Decided
    resources: Resources
    stage: Stage = Stage.FIRST
    counter: Money | None = None


@click.command()
@click.argument("case", required=False, metavar="[CASE]", type=click.Path(readable=False))
@click.option(
    "--writer",
    type=click.Choice(["auto", "template", "model"]),
    default="auto",
    help="Who words it: the template, a model, or (auto) a model if a key or an address is set.",
)
@click.option("--model", help="The model's name, or langchain:package.module:Class.")
@click.option("--base-url", help="An OpenAI-compatible address, like http://localhost:11434/v1.")
@click.option("--timeout", type=click.FloatRange(1), default=SECONDS, show_default=True, help="Seconds for the model.")
@click.option("--no-mask", is_flag=True, help="Hide nothing: for a model on your own machine.")
@click.option("--dry-run", is_flag=True, help="Print what would be sent to a model, and send nothing.")
@click.option("--show-sent", is_flag=True, help="Show on stderr exactly what is sent.")
@click.option(
    "--stage",
    type=click.Choice([one.value for one in Stage]),
    default=Stage.FIRST.value,
    show_default=True,
    help="The first message, an answer to an offer or to a request to cancel or to wait, or mediation.",
)
@click.option("--amount", metavar="SUM", help="What you propose instead, with --stage counter: 8.00.")
@click.option("--limit", type=click.IntRange(1), default=LIMIT, show_default=True, help="The most characters.")
@click.option("--language", type=click.Choice([*LANGUAGES]), default=ENGLISH, show_default=True, help="Its language.")
@click.option("--also", "second", type=click.Choice([*LANGUAGES]), help="Show it in this language too, on stderr.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="The form."
)
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object, for a refused case too; -f is the form of its message."
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
@click.option("--force", is_flag=True, help="Write over the file.")
@click.option("--edit", is_flag=True, help="Change it in your editor; then it is checked again.")
@click.option("--copy", is_flag=True, help="Put it on the clipboard too.")
@click.option("--explain", "explained", is_flag=True, help="Show on stderr what each sentence rests on.")
@global_options
@click.pass_context
def command(context: click.Context, /, case: str | None, **options: Any) -> int:
    """Write the message for CASE, a case file, or - for stdin.

    The message is all that stdout gets. A case that calls for none ends with exit code 3 and the reason on stderr.
    """
    settings = settings_of(context)
    if options["output"]:
        refuse_existing(options["output"], force=options["force"])
    if case is None and (case := _asked(context, settings)) is None:
        return INTERRUPTED
    ready = _ready(case, settings, Stage(options["stage"]), options["amount"])
    writer, spent = writer_of(options), Spent()
    if options["dry_run"]:
        if ready.stage in WORDED_HERE:
            _brief(ready, settings)
            tell("Nothing would be sent: this message is worded here.", quiet=settings.quiet)
            return 0
        sys.stdout.write(planned(_brief(ready, settings), ready.resources, writer, options["language"]))
        return 0
    as_json = options["as_json"] or options["form"] == "json"
    try:
        ready, brief = _whole(case, ready, settings, options["amount"])
        composed = write(
            brief, ready.resources, writer, options["limit"], settings, language=options["language"], spent=spent
        )
        if options["edit"]:
            from claimwright.cli.editing import by_hand

            composed = by_hand(composed, options["limit"], settings)
    except Stopped:
        tell(f"`claimwright draft {quote(case)}` asks again.", quiet=settings.quiet)
        return INTERRUPTED
    except ClaimwrightError as error:
        if as_json:
            _deliver(_object(ready, None, error, spent), options, settings)
        if isinstance(error, NoMessage | FactsMissing):
            _say(str(error), settings)
            if isinstance(error, MissingForMessage) and ready.stage is not Stage.FIRST:
                from claimwright.cli.completing import show_lacking

                show_lacking(ready.decided.case, error.questions, settings)
        else:
            complain(str(error))
        return error.exit_code
    for note in (*_asides(ready, settings), *beside(composed), *absent(ready.decided.case, case)):
        tell(note, quiet=settings.quiet)
    if options["explained"]:
        _explain(composed, settings)
    if as_json:
        second = _second(brief, ready, writer, settings, language=options["second"], first=composed)
        form: Form = "text" if options["form"] == "json" else options["form"]
        _deliver(_object(ready, composed, None, spent, second, form=form), options, settings)
    else:
        _deliver(render(composed.checked, options["form"]) + "\n", options, settings)
        sys.stdout.flush()  # the message is there whatever becomes of the second
        _second(brief, ready, writer, settings, language=options["second"], first=composed)
    return 0


def _second(
    brief: Brief, ready: _Ready, writer: Writer, settings: Settings, *, language: str | None, first: Composed
) -> Composed | None:
    """The version for the buyer alone, shown on stderr, or one line that says why there is none."""
    if language is None:
        return None
    second, why = also(brief, ready.resources, writer, settings, language=language, first=first)
    show(unsent(second) if second else why, quiet=settings.quiet)
    return second


def _asked(context: click.Context, settings: Settings) -> str | None:
    """The path of the case that an interview gathers, where there is somebody to ask; None if it was stopped."""
    if not interactive():
        raise click.UsageError("Name a case file, or - to read one from stdin: claimwright draft case.json", context)
    from claimwright.cli.interviewing import asked

    return asked(settings)


def _only(path: str) -> Case:
    """The case of a file that holds one. Raises UsageError if there are several, CaseInvalid and CannotReadWrite."""
    every = f"`claimwright batch {quote(path)} -o messages` writes the message of every case in it."
    if path != "-" and Path(path).is_dir():
        raise UsageError(f"{path} is a folder, and draft writes one message. {every}")
    try:
        return one_case(path)
    except CaseInvalid:
        from claimwright.batch.documents import documents

        if path != "-" and len([*islice(documents(path), 2)]) > 1:
            raise UsageError(f"{path} holds several cases, and draft writes one message. {every}") from None
        raise


def _ready(path: str, settings: Settings, stage: Stage, amount: str | None) -> _Ready:
    case = _only(path)
    counter = None
    if amount is not None:
        from claimwright.cli.staged import counter_of

        counter = counter_of(amount, stage, case)
    resources = Resources(settings.folder())
    words = words_of(resources)
    guide = load_guide(settings.guide, words) if settings.guide else guide_of(case, words)
    return _Ready(decided(case, guide, settings.day()), resources, stage, counter)


def _whole(path: str, ready: _Ready, settings: Settings, amount: str | None) -> tuple[_Ready, Brief]:
    """The case and its brief; what a message after the first lacks is asked for where there is somebody to ask."""
    try:
        return ready, _brief(ready, settings)
    except MissingForMessage as missing:
        if ready.stage is Stage.FIRST:
            raise
        from claimwright.cli.completing import completed

        if not completed(path, ready.decided.case, missing.questions, settings):
            raise
    return _whole(path, _ready(path, settings, ready.stage, amount), settings, amount)


def _brief(ready: _Ready, settings: Settings) -> Brief:
    """What the message may say. Raises NoMessage and FactsMissing, whose texts are for the buyer."""
    sentences = ready.resources.toml(SENTENCES)
    return brief_for(ready.decided, sentences, settings.day(), stage=ready.stage, counter=ready.counter)


def _asides(ready: _Ready, settings: Settings) -> list[str]:
    """What the buyer should know beside the message: the verdict, the doubts, what is missing, what to do after it."""
    case, assessment = ready.decided.case, ready.decided.assessment
    told = [OUT_OF_DATE] if out_of_date(case, settings.day()) else []
    first = ready.stage is Stage.FIRST
    told += (one for one in assessment.warnings if first or one is not ALREADY_OPEN)
    told += () if isinstance(assessment, Claim) or not first else assessment.next_steps
    lines = [verdict_sentence(assessment, ready.resources.toml(SENTENCES))]
    read_into = assessment.source is Source.INTERPRETATION and ready.stage not in TO_SELLER
    lines += [OUR_READING] if read_into else []
    lines += [f"- {marked(one)}" for one in told]
    lines += [f"- Missing: {one.text}." for one in assessment.evidence_missing if ready.stage in WITH_PROOF]
    lines += [f"- {left}" for left in [days_left(case, settings.day())] if left]
    lines.append(f"- Passages: {', '.join(assessment.passages)}. `claimwright check` with this case shows them.")
    if first:
        return ["\n".join(lines)]
    from claimwright.cli import staged

    before = staged.lines(case, ready.decided.guide, assessment, ready.stage, ready.resources)
    return [*before, "\n".join(lines[1:])]


def _object(
    ready: _Ready,
    composed: Composed | None,
    error: ClaimwrightError | None,
    spent: Spent,
    second: Composed | None = None,
    *,
    form: Form = "text",
) -> str:
    """One JSON object: what `check --json` gives, and the message in this form or the reason why there is none."""
    case, guide = ready.decided.case, ready.decided.guide
    fields = {"id": case.id, **record(ready.decided.assessment)}
    if ready.stage is not Stage.FIRST:
        from claimwright.cli.staged import record_of

        fields |= record_of(case, guide, ready.stage)
    fields["contradictions"] = [{"fields": one.fields, "text": one.text} for one in ready.decided.found]
    if isinstance(error, MissingForMessage):
        fields["questions"] += [{"field": field, "text": text, "separates": []} for field, text in error.questions]
    fields["message"] = render(composed.checked, form) if composed else None
    if composed:
        fields["sentences"] = json.loads(render(composed.checked, "json"))["sentences"]
    fields["writer"] = composed.writer if composed else None
    fields["model"] = spent.model
    fields["rounds"] = composed.rounds if composed else []
    soft = composed.checked.soft if composed else ()
    fields["findings"] = [{"code": one.code, "span": one.span, "rule": one.rule} for one in soft]
    fields["tokens"] = {"prompt": spent.prompt, "completion": spent.completion}
    fields["seconds"] = round(spent.seconds, 3)
    fields["notes"] = composed.notes if composed else []
    fields["language"] = composed.language if composed else None
    fields["checks_not_made"] = composed.checks_not_made if composed else []
    fields["also"] = {"language": second.language, "message": render(second.checked, form)} if second else None
    fields["error"] = None if error is None else {"exit_code": error.exit_code, "text": str(error)}
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def _explain(composed: Composed, settings: Settings) -> None:
    lines = []
    for sentence, rests in explain(composed.checked):
        lines.append(sentence.text)
        lines += [f"    {id}  {text}" if text else f"    {id}" for id, text in rests] or ["    a courtesy"]
    _say("\n".join(lines), settings)


def _deliver(text: str, options: dict[str, Any], settings: Settings) -> None:
    if options["output"]:
        write_file(options["output"], text, force=options["force"])
        tell(f"Written to {options['output']}.", quiet=settings.quiet)
    else:
        set_apart(quiet=settings.quiet or options["as_json"] or options["form"] == "json")
        sys.stdout.write(text)
    if options["copy"]:
        from claimwright.cli.clipboard import copy

        sys.stdout.flush()
        tell(copy(text.rstrip("\n")), quiet=settings.quiet)


def _say(text: str, settings: Settings) -> None:
    tell(text, quiet=settings.quiet)
