"""Who writes the message: the template, or a model whose endpoint the buyer has set. Drives the exchange with it."""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from claimwright.cli.consent import may_send
from claimwright.cli.settings import Settings, settings_of
from claimwright.cli.terminal import show, tell
from claimwright.errors import ClaimwrightError, ModelUnavailable
from claimwright.letter.brief import Brief
from claimwright.letter.compose import Composed, compose
from claimwright.letter.stage import WORDED_HERE, unspoken
from claimwright.letter.wording import ENGLISH, LANGUAGES
from claimwright.llm.endpoint import KEY_VARIABLE, LANGCHAIN, OPENAI, Endpoint
from claimwright.resources import Resources

if TYPE_CHECKING:
    from claimwright.llm.model import Failed, Replied, Reply, Turn, Wanted
    from claimwright.privacy.mask import Mask

DEFAULT_MODEL = "gpt-5-mini"
SECONDS = 60.0
ANY_LENGTH = 1_000_000
"""The limit of a message that goes into no form."""


@dataclass(frozen=True, slots=True)
class Writer:
    """What was chosen: who writes, and where a model is reached."""

    name: str  # auto, template or model
    model: str
    base_url: str
    key: str
    seconds: float
    masked: bool
    show_sent: bool

    @property
    def foreign(self) -> bool:
        """Whether the model is a class of somebody's own, reached through LangChain."""
        return self.model.startswith(LANGCHAIN)

    @property
    def host(self) -> str:
        """Where the case is sent, as the buyer knows it."""
        return self.model if self.foreign else self.base_url or OPENAI

    @property
    def asks_model(self) -> bool:
        """Whether a model is asked: if it is wanted, or if nothing else is said and an endpoint or key is set."""
        if self.name == "auto":
            return bool(self.key or self.base_url or self.foreign)
        return self.name == "model"


def writer_of(options: dict[str, Any]) -> Writer:
    """The writer that the options and the settings choose; the key comes from the environment or the keyring.

    Raises UsageError if the settings are faulty, and with --writer model KeyringClosed.
    """
    settings = settings_of(click.get_current_context())
    preferred = settings.preferences()
    writer = Writer(
        name=options["writer"],
        model=options["model"] or preferred.text("model") or DEFAULT_MODEL,
        base_url=(options["base_url"] or preferred.text("base_url")).strip(),
        key=os.environ.get(KEY_VARIABLE, "").strip(),
        seconds=options["timeout"],
        masked=not options["no_mask"],
        show_sent=options["show_sent"],
    )
    if writer.key or writer.foreign or writer.name == "template" or not preferred.text("key"):
        return writer
    return replace(writer, key=_from_keyring(writer, settings))


def _from_keyring(writer: Writer, settings: Settings) -> str:
    from claimwright.cli.keys import KeyringClosed, stored

    try:
        return stored(writer.base_url or OPENAI)
    except KeyringClosed as error:
        if writer.name == "model":
            raise
        tell(str(error), quiet=settings.quiet)
        return ""


@dataclass
class Spent:
    """What the models of a run have taken: tokens as they count them, seconds, and what the last calls itself."""

    model: str | None = None
    prompt: int = 0
    completion: int = 0
    seconds: float = 0.0

    def add(self, reply: "Reply", seconds: float) -> None:
        """Count a reply, `seconds` after the first request."""
        self.model, self.seconds = reply.model, seconds
        self.prompt += reply.prompt_tokens or 0
        self.completion += reply.completion_tokens or 0


def planned(brief: Brief, resources: Resources, writer: Writer, language: str = ENGLISH) -> str:
    """The messages that would be sent first, as text."""
    from claimwright.letter.writers.prompter import Prompter

    return _shown(Prompter(brief, resources, _mask(brief, writer), LANGUAGES[language]).first())


def _shown(turns: "Sequence[Turn]") -> str:
    return "\n\n".join(f"--- {turn.role}\n{turn.text.strip()}" for turn in turns) + "\n"


def write(
    brief: Brief,
    resources: Resources,
    writer: Writer,
    limit: int,
    settings: Settings,
    *,
    language: str = ENGLISH,
    spent: Spent | None = None,
) -> Composed:
    """The checked message. Raises FactsMissing and Stopped; and with --writer model ModelUnavailable and DraftRejected.

    What a model takes is added to `spent`.
    """
    if not writer.asks_model or brief.stage in WORDED_HERE:
        return compose(brief, resources, limit, language)
    fallback = writer.name == "auto"
    spent = spent or Spent()
    return _exchanged(
        brief, resources, writer, settings, limit=limit, language=language, fallback=fallback, spent=spent
    )


def also(
    brief: Brief, resources: Resources, writer: Writer, settings: Settings, *, language: str, first: Composed
) -> tuple[Composed | None, str]:
    """The message once more in this language, for the buyer's own eyes, or why there is none: nothing is raised."""
    name = LANGUAGES[language]
    if language == first.language:
        return None, f"No second version: the message is in {name} already."
    if why := unspoken(brief.stage, language):
        return None, f"No version in {name}: {why[0].lower()}{why[1:]}"
    try:
        if language == ENGLISH and not writer.asks_model:
            return compose(brief, resources, ANY_LENGTH), ""
        if not writer.asks_model:
            return None, f"No version in {name}: that takes a model. Set {KEY_VARIABLE} or --base-url."
        if first.writer != "model" and not first.rounds:
            return None, f"No version in {name}: the model did not answer."
        second = _exchanged(
            brief, resources, writer, settings, limit=ANY_LENGTH, language=language, fallback=False, spent=Spent()
        )
        return second, ""
    except ClaimwrightError as error:
        why = str(error).partition("\n")[0].removesuffix(".").removesuffix(":")
        return None, f"No version in {name}: {why}."


def _exchanged(
    brief: Brief,
    resources: Resources,
    writer: Writer,
    settings: Settings,
    *,
    limit: int,
    language: str,
    fallback: bool,
    spent: Spent,
) -> Composed:
    from claimwright.letter.exchange import exchange

    mask = _mask(brief, writer)
    talk = exchange(brief, resources, mask, limit=limit, fallback=fallback, language=language)
    wanted = next(talk)
    first = wanted.turns
    ask = _asker(mask, writer, settings, spent, lambda: _shown(first))
    while True:
        try:
            wanted = talk.send(ask(wanted))
        except StopIteration as done:
            composed: Composed = done.value
            return composed


def _asker(
    mask: "Mask", writer: Writer, settings: Settings, spent: Spent, sent: Callable[[], str]
) -> "Callable[[Wanted], Replied | Failed]":
    """Sends what an exchange wants and brings what came back; every failure of the model comes back as its reason.

    `sent` gives what is sent first, for who asks before they agree. Raises Stopped.
    """
    from claimwright.llm.deadline import Deadline
    from claimwright.llm.error import ModelError
    from claimwright.llm.model import Failed, Replied
    from claimwright.llm.opening import open_model
    from claimwright.privacy.mask import Leak

    def guard(body: bytes) -> None:
        mask.guard(body)
        if writer.show_sent:
            show(f"Sent to {writer.host}:\n{body.decode(errors='replace')}", quiet=settings.quiet)

    try:
        endpoint = None if writer.foreign else _endpoint(writer)
    except ModelError as error:
        return _failing(error, writer)
    wanted_by_name = writer.name == "model" and settings.quiet
    if not wanted_by_name and not may_send(writer.host, masked=writer.masked, quiet=settings.quiet, sent=sent):
        untold = (
            "Nothing was sent: with --quiet you cannot be told what goes where. Run it once without, or name --writer."
        )
        return lambda _: Failed(untold if settings.quiet else "You chose to send nothing.")
    began = time.monotonic()
    deadline = Deadline.after(writer.seconds)
    try:
        model = open_model(writer.model, endpoint, guard)
    except ModelError as error:
        return _failing(error, writer)

    def ask(wanted: "Wanted") -> Replied | Failed:
        try:
            reply = model.complete(wanted.turns, deadline)
        except ModelError as error:
            return _failing(error, writer)(wanted) if error.code == "config" else Failed(str(error))
        except Leak as error:
            return Failed(str(error))
        spent.add(reply, time.monotonic() - began)
        tokens = (reply.prompt_tokens or 0) + (reply.completion_tokens or 0)
        took = f"{spent.seconds:.1f} s so far" + (f", {tokens} tokens" if tokens else "")
        tell(f"Round {wanted.round}: {reply.model} wrote, {took}.", quiet=settings.quiet)
        return Replied(reply.text)

    return ask


def _failing(error: ModelUnavailable, writer: Writer) -> "Callable[[Wanted], Failed]":
    """Says why a model that cannot be used as it is set writes nothing; raises it if nobody else may write."""
    from claimwright.llm.model import Failed

    if writer.name == "model":
        raise error
    return lambda _: Failed(str(error))


def _endpoint(writer: Writer) -> Endpoint:
    return Endpoint(writer.base_url or OPENAI, writer.model, writer.key)


def _mask(brief: Brief, writer: Writer) -> "Mask":
    from claimwright.privacy.mask import Mask

    return Mask.of(brief.case) if writer.masked else Mask.none()
