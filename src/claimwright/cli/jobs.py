"""`claimwright jobs`: many cases through a provider's batch engine, or one of your own, by files."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimwright.batch.jobs.head import Head
from claimwright.batch.jobs.place import Place, place_of
from claimwright.batch.terms import Terms, fingerprint
from claimwright.cli.jobs_told import Told
from claimwright.cli.settings import Settings, global_options, settings_of
from claimwright.cli.writing import Writer, writer_of
from claimwright.errors import ModelUnavailable, UsageError
from claimwright.letter.compose import LIMIT
from claimwright.letter.wording import ENGLISH, LANGUAGES
from claimwright.llm.endpoint import OPENAI

if TYPE_CHECKING:
    from claimwright.llm.batch_files import BatchFiles

_EVERY = 30.0
_PLACE = click.argument("job", metavar="JOB", type=click.Path(path_type=Path))


@click.group()
@global_options
def command() -> None:
    """The same cases as `claimwright batch`, through a batch engine that takes files.

    \b
    With the engine of your provider:
      claimwright jobs export cases/ -o job      write the requests; nothing is sent
      claimwright jobs submit job                send them
      claimwright jobs collect job --wait        fetch the answers, hours later
      claimwright jobs import --from job -o out  check them, write the messages

    Where drafts need repair, import writes new requests into the same job: submit, collect and import again. With an
    engine of your own, like vLLM, run the files yourself and give import what came out.
    """


@command.command("export")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(readable=False))
@click.option("-o", "--output", required=True, metavar="JOB", help="A folder, or the file of requests (.jsonl).")
@click.option("--model", help="The model's name. One job has one model.")
@click.option("--base-url", help="The OpenAI-compatible address that the requests are for.")
@click.option(
    "--writer",
    type=click.Choice(["auto", "model"]),
    default="auto",
    help="With auto, the template writes where the model fails; with model, such a case is an error.",
)
@click.option("--no-mask", is_flag=True, help="Hide nothing: for a model on your own machine.")
@click.option("--language", type=click.Choice([*LANGUAGES]), default=ENGLISH, show_default=True, help="Their language.")
@click.option("--limit", type=click.IntRange(1), default=LIMIT, show_default=True, help="The most characters.")
@click.option(
    "--max-requests", type=click.IntRange(1, 50_000), default=50_000, show_default=True, help="The most in a file."
)
@click.option(
    "--max-mb",
    type=click.FloatRange(0, 200, min_open=True),
    default=95,
    show_default=True,
    help="The most megabytes in a file. OpenAI takes 200, others 100.",
)
@click.option("--jobs", type=click.IntRange(1), help="Processes.  [default: one a core]")
@global_options
@click.pass_context
def export(context: click.Context, /, paths: tuple[str, ...], output: str, **options: Any) -> int:
    """Write the requests of all cases that call for a message. Nothing is sent.

    PATH is what `claimwright batch` takes, but for stdin. What identifies a buyer is hidden. Cases that need no model
    have their result at once, in results.jsonl.
    """
    from claimwright.batch.jobs.export import export as run

    settings, place = settings_of(context), Place(Path(output))
    head = _head(paths, options, settings)
    told = Told(settings)
    exported = run(head, place, told.moves, options["jobs"] or _cores())
    told.exported(exported, head, place)
    return int(exported.results.failed > 0)


@command.command("submit")
@_PLACE
@click.option("--base-url", help="Send them there, and not where they were exported for.")
@click.option("--at-once", type=click.IntRange(1), metavar="N", help="The most batches under way; others wait.")
@global_options
@click.pass_context
def submit(context: click.Context, job: Path, base_url: str | None, at_once: int | None) -> int:
    """Send the requests of JOB to the provider, each file once.

    Run it again after any interruption: what was sent is not sent again. Exit code 1: some files wait because of
    --at-once. Collect, and submit again.
    """
    from claimwright.batch.jobs.dispatch import submit as run
    from claimwright.batch.jobs.finish import results_of

    settings, place = settings_of(context), place_of(job)
    told = Told(settings)
    if out := results_of(place):
        told.all_done(out)
        return 0
    head, provider = _provider(place, base_url)
    _permitted(head, base_url or head.base_url, settings)
    with _in_other_words():
        started = [told.submitted(one) for one in run(place, provider, at_once)]
    told.sent(job, started)
    return int(not all(started))


@command.command("status")
@_PLACE
@click.option("--base-url", help="Ask there, and not where they were exported for.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file, for programs.")
@global_options
@click.pass_context
def status(context: click.Context, job: Path, base_url: str | None, as_json: bool) -> int:
    """Say how the files of JOB are going."""
    from claimwright.batch.jobs.dispatch import status as run
    from claimwright.batch.jobs.finish import results_of
    from claimwright.batch.jobs.log import Log

    settings, place = settings_of(context), place_of(job)
    provider = _provider(place, base_url)[1] if Log(place.batches).under_way() else None
    told, out = Told(settings), results_of(place)
    with _in_other_words():
        for one in run(place, provider):
            told.status(one, finished=out is not None, as_json=as_json)
    if out is not None and not as_json:
        told.all_done(out)
    return 0


@command.command("collect")
@_PLACE
@click.option("--base-url", help="Fetch from there, and not where they were exported for.")
@click.option("--wait", is_flag=True, help="Ask every half minute until all batches have ended.")
@global_options
@click.pass_context
def collect(context: click.Context, job: Path, base_url: str | None, wait: bool) -> int:
    """Fetch what the batches of JOB have brought. Exit code 1: some have not ended, or were turned away."""
    from claimwright.batch.jobs.dispatch import collect as run

    settings, place = settings_of(context), place_of(job)
    provider, told = _provider(place, base_url)[1], Told(settings)
    while True:
        with _in_other_words():
            went = [told.collected(one, wait=wait) for one in run(place, provider)]
        running = went.count("running")
        if not (wait and running):
            break
        time.sleep(_EVERY)
    told.fetched(job, went)
    return int(any(one != "fetched" for one in went))


@command.command("import")
@click.argument("results", nargs=-1, metavar="[RESULT]...", type=click.Path(path_type=Path))
@click.option("--from", "job", required=True, metavar="JOB", type=click.Path(path_type=Path), help="What was exported.")
@click.option("-o", "--output", required=True, metavar="OUT", type=click.Path(path_type=Path), help="As for `batch`.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "markdown"]), default="text", help="The form in a folder."
)
@click.option(
    "--again", is_flag=True, help="Ask again what has had no answer; its old file may not be running any more."
)
@click.option("--finish", is_flag=True, help="Ask nothing more: what has no answer is written from the template.")
@click.option("--jobs", type=click.IntRange(1), help="Processes.  [default: one a core]")
@global_options
@click.pass_context
def import_(context: click.Context, /, results: tuple[Path, ...], job: Path, output: Path, **options: Any) -> int:
    """Check the answers and write the messages.

    What is finished goes into OUT, and what is not into new requests. RESULT is any file that a batch engine wrote:
    answers, errors, in any order, also in part, also twice. Without one it is all that `jobs collect` has fetched. Exit
    code 1: some cases failed, or are not finished.
    """
    from claimwright.batch.jobs.clerk import Patience
    from claimwright.batch.jobs.incoming import Return, bring

    if options["again"] and options["finish"]:
        raise click.UsageError("--again asks once more, --finish asks nothing more: choose one.", context)
    settings, place = settings_of(context), place_of(job)
    files = [*results] or sorted(place.answers.glob("*.jsonl"))
    if not files and not (options["again"] or options["finish"]):
        raise click.UsageError(
            f"Name the files that came back, or fetch them first: claimwright jobs collect {job}", context
        )
    patience = Patience(again=options["again"], finish=options["finish"])
    told = Told(settings)
    brought = bring(
        Return(place, files, output, settings.day(), options["form"], patience, options["jobs"] or _cores()), told.moves
    )
    told.brought(brought, job, output)
    return int(brought.failed > 0 or brought.left > 0)


def _head(paths: tuple[str, ...], options: dict[str, Any], settings: Settings) -> Head:
    from claimwright.llm.endpoint import Endpoint
    from claimwright.llm.request import accepted

    writer = writer_of({**options, "writer": "template", "timeout": 0.0, "show_sent": False})  # which needs no key
    if writer.foreign:
        raise UsageError("A batch engine takes the name of a model, not a class: name one with --model.")
    endpoint = Endpoint(writer.base_url or OPENAI, writer.model)
    terms = Terms(
        today=settings.day(),
        day_given=bool(settings.today or os.environ.get("CLAIMWRIGHT_TODAY")),
        home=settings.folder(),
        guide=settings.guide,
        limit=options["limit"],
        language=options["language"],
        writer=_terms_of(writer),
    )
    return Head(
        paths=paths,
        folder=str(Path.cwd()),
        terms=terms,
        settings=fingerprint(terms),
        model=endpoint.model,
        base_url=endpoint.base_url,
        parameters=accepted(endpoint),
        masked=writer.masked,
        fallback=options["writer"] == "auto",
        max_requests=options["max_requests"],
        max_bytes=int(options["max_mb"] * 1_000_000),
    )


def _terms_of(writer: Writer) -> str:
    """What `claimwright batch` says of the same writer, so that it goes on from what was imported."""
    return f"{writer.model}, {'masked' if writer.masked else 'open'}"


def _provider(place: Place, base_url: str | None) -> "tuple[Head, BatchFiles]":
    """The provider that the requests were exported for. The key goes nowhere else unless that is asked for."""
    from claimwright.batch.jobs.manifest import Manifest
    from claimwright.llm.batch_files import BatchFiles
    from claimwright.llm.endpoint import Endpoint

    head = Manifest(place).head
    writer = writer_of(
        {
            "writer": "model",
            "model": head.model,
            "base_url": base_url,
            "timeout": 0.0,
            "no_mask": False,
            "show_sent": False,
        }
    )
    address = writer.base_url or OPENAI
    if base_url is None and address != head.base_url:
        raise UsageError(
            f"The requests were exported for {head.base_url}, and {address} is set now. "
            "Set OPENAI_BASE_URL to where they are to go, or name it with --base-url."
        )
    return head, BatchFiles(Endpoint(address, head.model, writer.key))


@contextmanager
def _in_other_words() -> Iterator[None]:
    """Names the way out that there is for a job where a model's error names that of `draft`."""
    try:
        yield
    except ModelUnavailable as error:
        error.args = (
            str(error).replace("let the template write", "write them with `claimwright jobs import --finish`"),
        )
        raise


def _cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _permitted(head: Head, host: str, settings: Settings) -> None:
    from claimwright.cli.consent import may_send

    if not settings.quiet and not may_send(host, masked=head.masked, quiet=False):
        raise ModelUnavailable("You chose to send nothing.")
