"""`claimwright batch`: the messages of many cases, and none lost."""

import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

import click

from claimwright.batch.run import Job, Ran, run
from claimwright.batch.sources import STDIN
from claimwright.batch.terms import Terms
from claimwright.cli.consent import may_send
from claimwright.cli.progress import (
    Prices,
    Progress,
    count_of,
    told_astray,
    told_edited,
    told_unfit,
    told_verdicts,
    verdict_words,
)
from claimwright.cli.settings import Settings, global_options, settings_of
from claimwright.cli.terminal import complain, tell
from claimwright.cli.writing import SECONDS, Writer, writer_of
from claimwright.errors import CannotReadWrite, ModelUnavailable
from claimwright.letter.compose import LIMIT
from claimwright.letter.wording import ENGLISH, LANGUAGES
from claimwright.llm.endpoint import OPENAI
from claimwright.resources import Resources

_GRACE = 8.0
_AGAIN = "Run it again to go on."
_AGAIN_FROM_0 = "Run it again to go on; it counts its tokens from 0."
_FROM_THE_START = "What goes to stdout is not kept: to go on where a run has stopped, name a file with -o."
_NO_MODEL = "--writer template needs no model."
_STAYS = "What is done stays as it is."
_UNTOLD = "Written by template: nobody has been told yet what goes to {}; run once without -q, or say --writer model."


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(readable=False))
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="A folder, one file if it ends in .jsonl, or - for stdout.",
)
@click.option(
    "--writer",
    type=click.Choice(["auto", "template", "model"]),
    default="auto",
    help="Who words them: the template, which needs no model and no network; a model; or (auto) a model if a key or an "
    "address is set, and the template where a draft or a case fails.",
)
@click.option("--model", help="The model's name, or langchain:package.module:Class.")
@click.option("--base-url", help="An OpenAI-compatible address, like http://localhost:11434/v1.")
@click.option("--timeout", type=click.FloatRange(1), default=SECONDS, show_default=True, help="Seconds a case.")
@click.option("--no-mask", is_flag=True, help="Hide nothing: for a model on your own machine.")
@click.option("--concurrency", type=click.IntRange(1, 4096), default=16, show_default=True, help="Requests at once.")
@click.option("--rpm", type=click.FloatRange(0, min_open=True), help="The most requests a minute.")
@click.option("--tpm", type=click.FloatRange(0, min_open=True), help="The most tokens a minute.")
@click.option("--max-tokens", type=click.IntRange(1), help="Stop when this run has taken so many tokens.")
@click.option("--price-in", type=click.FloatRange(0), help="What a million tokens cost that are sent.")
@click.option("--price-out", type=click.FloatRange(0), help="What a million tokens cost that are written.")
@click.option("--language", type=click.Choice([*LANGUAGES]), default=ENGLISH, show_default=True, help="Their language.")
@click.option("--limit", type=click.IntRange(1), default=LIMIT, show_default=True, help="The most characters.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "markdown"]), default="text", help="The form in a folder."
)
@click.option("--jobs", type=click.IntRange(1), help="Processes for the template.  [default: one a core]")
@click.option("--unordered", is_flag=True, help="Leave results in the order in which they were finished.")
@click.option("--fresh", is_flag=True, help="Begin anew; earlier results are set aside.")
@global_options
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], output: str, **options: Any) -> int:
    """Write the messages of all cases in PATH..., and lose none.

    PATH is a case file, a JSON array, a .jsonl file with one case a line, a folder of these, a pattern in quotes, or -
    for stdin. A run that was stopped goes on where it was when it is started again. A case that calls for no message,
    or cannot be read, has a result too. A message that you have edited is never lost.

    What is done is done again if its case, the words, the limit or the like have changed, and so has a day given with
    --today; without --today another day changes nothing. What a model has written stays with --writer template; --fresh
    words all anew.

    If the model fails for case after case the run ends with exit code 6, also with --writer auto: the rest is not
    written by the template unless you say so. Exit code 1: some cases failed.
    """
    if not paths:
        raise click.UsageError("Name what holds the cases: claimwright batch cases/ -o results", context)
    if paths.count(STDIN) > 1:
        raise click.UsageError("- is stdin, which can be read once.", context)
    settings = settings_of(context)
    options["show_sent"] = False
    try:
        return _run(paths, output, options, settings)
    except KeyboardInterrupt:
        complain(f"Interrupted. {_AGAIN if output != STDIN else _FROM_THE_START}")
        return 130


def _run(paths: tuple[str, ...], output: str, options: dict[str, Any], settings: Settings) -> int:
    writer = _permitted(writer_of(options), settings)
    words = verdict_words(Resources(settings.folder()))
    prices = Prices(options["price_in"], options["price_out"])
    progress = Progress(prices, quiet=settings.quiet)
    job = _job(paths, output, options, writer, settings)
    with _stoppable(quiet=settings.quiet) as stopped:
        try:
            ran = run(job, progress, stopped)
        finally:
            progress.ends()
    _sum_up(ran, progress, words, job, quiet=settings.quiet)
    _go_on(ran, job, quiet=settings.quiet)
    return _code(ran)


def _job(paths: tuple[str, ...], output: str, options: dict[str, Any], writer: Writer, settings: Settings) -> Job:
    asks = writer.asks_model
    terms = Terms(
        today=settings.day(),
        day_given=bool(settings.today or os.environ.get("CLAIMWRIGHT_TODAY")),
        home=settings.folder(),
        guide=settings.guide,
        limit=options["limit"],
        language=options["language"],
        form=options["form"],
        writer=f"{writer.model}, {'masked' if writer.masked else 'open'}" if asks else "template",
    )
    out = None if output == STDIN else Path(output)
    if out is None and sys.stdout is None:
        raise CannotReadWrite("stdout: there is none. Name a file or a folder with -o.")
    return Job(
        paths=paths,
        out=out,
        stream=sys.stdout.buffer if out is None else None,
        terms=terms,
        jobs=options["jobs"] or _cores(),
        asking=_asking(options, writer) if asks else None,
        unordered=options["unordered"],
        fresh=options["fresh"],
    )


def _permitted(writer: Writer, settings: Settings) -> Writer:
    """The writer, who is the template if nothing may be sent. Raises ModelUnavailable if nobody else may write."""
    from dataclasses import replace

    if not writer.asks_model or (writer.name == "model" and settings.quiet):
        return writer
    if may_send(writer.host, masked=writer.masked, quiet=settings.quiet):
        return writer
    if writer.name == "model":
        raise ModelUnavailable("You chose to send nothing.")
    if settings.quiet:
        complain(_UNTOLD.format(writer.host))  # with -q too, for it changes what is written
    return replace(writer, name="template")


def _asking(options: dict[str, Any], writer: Writer) -> Any:
    from claimwright.batch.asking import opened
    from claimwright.batch.model_run import Asking
    from claimwright.llm.endpoint import Endpoint

    endpoint = None if writer.foreign else Endpoint(writer.base_url or OPENAI, writer.model, writer.key)
    return Asking(
        connection=opened(writer.model, endpoint),
        concurrency=options["concurrency"],
        seconds=writer.seconds,
        rpm=options["rpm"],
        tpm=options["tpm"],
        most_tokens=options["max_tokens"],
        masked=writer.masked,
        fallback=writer.name == "auto",
    )


def _sum_up(ran: Ran, progress: Progress, words: Mapping[str, str], job: Job, *, quiet: bool) -> None:
    tally = ran.tally
    if ran.error is not None:
        complain(str(ran.error))
    if tally.handled:
        sums = ", ".join(progress.sums(tally, job.terms.limit))
        told = [f"{count_of(tally.handled, 'case')} in {progress.seconds()}: {sums}.", *told_verdicts(tally, words)]
        told += [told_unfit(tally), told_astray(tally, job.terms.language, by_model=job.asking is not None)]
        tell("\n".join(filter(None, told)), quiet=quiet)
    for fault in tally.faults:
        complain(f"Failed: {fault}")
    if tally.failed > len(tally.faults):
        complain(f"{tally.failed - len(tally.faults):,} more failed: the results say why.")
    if edited := told_edited(ran.edited):
        tell(edited, quiet=quiet)


def _go_on(ran: Ran, job: Job, *, quiet: bool) -> None:
    """Say where the results are; or how many cases are left, and how to go on."""
    if not (ran.short or ran.error):
        if job.out is not None and ran.plan.total != 0:
            tell(f"The results are in {job.out}.", quiet=quiet)
        return
    plan, tally = ran.plan, ran.tally
    why, again = "", _AGAIN if job.out is not None else _FROM_THE_START
    if ran.short == "tokens" and job.asking is not None:
        why = f"Stopped by --max-tokens: {tally.tokens:,} of {job.asking.most_tokens:,} tokens are taken. "
        again = _AGAIN_FROM_0 if job.out is not None else again
    elif ran.short:
        why = "Interrupted. "
    left = "Cases are left."
    if plan.missing is not None:
        count = plan.missing - tally.handled
        left = f"{count:,} of {count_of(plan.total or 0, 'case')} {'is' if count == 1 else 'are'} left."
    tell(f"{why}{left} {again}", quiet=quiet)
    if isinstance(ran.error, ModelUnavailable):
        tell(f"{_NO_MODEL} {_STAYS}" if plan.done or tally.handled else _NO_MODEL, quiet=quiet)


def _code(ran: Ran) -> int:
    if ran.short == "interrupted":
        return 130
    if ran.error is not None:
        return ran.error.exit_code
    return int(ran.short != "" or ran.failed > 0)


def _cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _stoppable(*, quiet: bool) -> "Iterator[_Stop]":
    """The first signal asks to stop, a second one stops at once; so does the first, if nothing comes of it."""
    stop = _Stop(quiet=quiet)
    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    before = {}
    if threading.current_thread() is threading.main_thread():
        before = {one: signal.signal(one, stop.signalled) for name in names if (one := getattr(signal, name, None))}
    try:
        yield stop
    finally:
        stop.over()
        for one, handler in before.items():
            signal.signal(one, handler)


class _Stop:
    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._timer: threading.Timer | None = None

    def __call__(self) -> bool:
        """Whether to stop."""
        return self._timer is not None

    def signalled(self, number: int, frame: FrameType | None) -> None:
        if self._timer is not None:
            raise KeyboardInterrupt
        self._timer = threading.Timer(_GRACE, _at_once)
        self._timer.daemon = True
        self._timer.start()
        if not self._quiet:
            with suppress(OSError, ValueError, AttributeError):  # no buffer may be touched while a signal is handled
                os.write(sys.stderr.fileno(), b"\nStopping when what is under way is finished. Once more: at once.\n")

    def over(self) -> None:
        if self._timer is not None:
            self._timer.cancel()


def _at_once() -> None:
    """Ends whatever the main thread waits for, a read from stdin too."""
    if hasattr(signal, "pthread_kill") and (main := threading.main_thread().ident):
        signal.pthread_kill(main, signal.SIGINT)
    else:
        import _thread

        _thread.interrupt_main()
