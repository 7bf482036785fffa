"""`claimwright check`: what the guide decides of each case, why, and what next. Decides with the guide alone."""

import gc
import json
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from claimwright.case.casefile import Case
from claimwright.case.contradictions import contradictions, out_of_date
from claimwright.cli.cases import Unread, all_cases
from claimwright.cli.settings import Settings, global_options, settings_of
from claimwright.cli.terminal import complain
from claimwright.errors import CaseInvalid
from claimwright.guide.decided import assessed, guide_of
from claimwright.guide.guide import Guide, load_guide, words_of
from claimwright.guide.reason import OUT_OF_DATE
from claimwright.guide.record import UNREAD, Recorder
from claimwright.guide.rule import Verdict
from claimwright.resources import Resources

if TYPE_CHECKING:
    from claimwright.cli.calendar_file import Almanac


@click.command()
@click.argument("cases", nargs=-1, metavar="[CASE]...", type=click.Path(readable=False))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a case, a line each.")
@click.option(
    "--why-not",
    "asked",
    type=click.Choice([one.value for one in Verdict]),
    metavar="VERDICT",
    help="Why it is not that verdict.",
)
@click.option("--more", is_flag=True, help="All that is known from outside the guide, with its sources.")
@click.option("--ics", metavar="FILE", help="Write the days not to miss to this calendar file, or - for stdout.")
@click.option("--force", is_flag=True, help="Write over the file.")
@global_options
@click.pass_context
def command(context: click.Context, /, cases: tuple[str, ...], **options: Any) -> int:
    """Say what the guide decides of each CASE, why, and what next.

    CASE is a case file, a JSON array, a .jsonl file with one case a line, a folder of these, or - for stdin. With
    --json, a case that cannot be read has a line too: its verdict is null, and its error says why. Exit code 7: some
    cases are invalid. Nothing is sent anywhere.
    """
    if not cases:
        raise click.UsageError("Name a case file, or - to read one from stdin: claimwright check case.json", context)
    settings = settings_of(context)
    if options["ics"] is not None and options["as_json"]:
        raise click.UsageError("--ics and --json do not go together: run check once for each.", context)
    if options["as_json"]:
        return _records(cases, settings)
    asked = Verdict(options["asked"]) if options["asked"] else None
    if options["ics"] is None:
        return _pages(cases, settings, asked, options["more"])
    from claimwright.cli.calendar_file import Almanac

    almanac = Almanac(options["ics"], Resources(settings.folder()), settings.day(), force=options["force"])
    code = _pages(cases, settings, asked, options["more"], almanac)
    almanac.deliver(quiet=settings.quiet)
    return code


def _records(paths: tuple[str, ...], settings: Settings) -> int:
    today, write = settings.day(), sys.stdout.write
    recorders: dict[Guide, Recorder] = {}
    kinds: dict[tuple[str, ...], frozenset[str]] = {}
    codes: list[int] = []
    gc.freeze()  # what is loaded stays; a case refers to nothing that refers back, so there is little to look for
    gc.set_threshold(50_000)

    def refused(one: Unread) -> None:
        error = {"exit_code": one.error.exit_code, "text": str(one.error)}
        place = {"file": one.file, "line": one.line, "error": error}
        # In ASCII, for the name of a file may hold what steers a terminal.
        text = json.dumps({"id": one.id, **UNREAD, "contradictions": [], **place})
        write(text + "\n")

    for case, guide in _decidable(paths, settings, Resources(settings.folder()), codes, refused):
        recorder = recorders.get(guide) or recorders.setdefault(guide, Recorder(guide))
        held = tuple(one.kind for one in case.evidence)
        evidence = kinds.get(held) or kinds.setdefault(held, frozenset(held))
        clashes: list[dict[str, Any]] = [
            {"fields": one.fields, "text": one.text} for one in contradictions(case, today)
        ]
        more = OUT_OF_DATE if out_of_date(case, today) else None
        write(
            recorder.line(
                case.id or "", case.facts, evidence, opened=case.dispute is not None, more=more, contradictions=clashes
            )
            + "\n"
        )
    return codes[0] if codes else 0


def _pages(
    paths: tuple[str, ...],
    settings: Settings,
    asked: Verdict | None,
    more: bool,
    almanac: "Almanac | None" = None,
) -> int:
    from claimwright.cli.page import Page

    today, resources = settings.day(), Resources(settings.folder())
    pages: dict[Guide, Page] = {}
    codes: list[int] = []
    for number, (case, guide) in enumerate(_decidable(paths, settings, resources, codes)):
        if guide not in pages:
            pages[guide] = Page(guide, resources, more=more, asked=asked)
        assessment = assessed(case, guide)
        if almanac is not None:
            almanac.note(case, guide, assessment)
            if almanac.to_stdout:
                continue
        extra = (OUT_OF_DATE,) if out_of_date(case, today) else ()
        page = pages[guide].render(case, assessment, contradictions(case, today), today, extra)
        click.echo(("\n" if number else "") + page, nl=False)
    return codes[0] if codes else 0


def _decidable(
    paths: tuple[str, ...],
    settings: Settings,
    resources: Resources,
    codes: list[int],
    refused: Callable[[Unread], None] = lambda one: None,
) -> Iterator[tuple[Case, Guide]]:
    """Every case that can be read, with its guide; of the others the error is told and its exit code kept."""
    words = words_of(resources)
    chosen = load_guide(settings.guide, words) if settings.guide else None
    for found in all_cases(paths):
        unread = found if isinstance(found, Unread) else None
        if not isinstance(found, Unread):
            case, file, line = found
            try:
                guide = chosen or guide_of(case, words)
            except CaseInvalid as error:
                unread = Unread(case.id or "", file, line, error)
            else:
                yield case, guide
        if unread is not None:
            complain(str(unread.error))
            codes.append(unread.error.exit_code)
            refused(unread)
