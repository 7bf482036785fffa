"""`claimwright new --from-story`: reads a story, says what was found in it, and hands it to the interview.

Decided here: a story goes to a model only after it was shown as it will be sent, and only where somebody agreed to it.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from claimwright.cli.consent import agreed
from claimwright.cli.retold import Retold, Said, offers, pointed
from claimwright.cli.settings import Settings
from claimwright.cli.terminal import show, tell
from claimwright.cli.writing import SECONDS, Writer, writer_of
from claimwright.errors import CannotReadWrite
from claimwright.guide.guide import Guide
from claimwright.intake.interview import Start
from claimwright.intake.menu import menu_of
from claimwright.intake.story.extraction import by_patterns, extraction
from claimwright.intake.story.found import Extraction
from claimwright.intake.story.hiding import mask_of
from claimwright.intake.story.leftover import leftover
from claimwright.intake.story.telling import LONGEST, Story
from claimwright.marketplace import marketplace_of
from claimwright.resources import Resources

if TYPE_CHECKING:
    from claimwright.llm.model import Failed, Replied, Turn
    from claimwright.privacy.mask import Mask


WORDS = "templates/story.toml"
_MOST = 4 * LONGEST  # in bytes


def start_of(path: str, settings: Settings, guide: Guide, options: Mapping[str, Any]) -> Start:
    """What an interview begins with after this story. Raises CannotReadWrite."""
    resources = Resources(settings.folder())
    with _whole(resources):
        return _start(path, settings, guide, options, resources=resources, said=resources.toml(WORDS))


def next_steps(path: str, case: Path | None, settings: Settings) -> str:
    """How the rest of this story's case is got, where nobody could be asked. Raises CannotReadWrite."""
    resources = Resources(settings.folder())
    said = resources.toml(WORDS)
    with _whole(resources):
        command = f"claimwright new --from-story {'STORY' if path == '-' else quote(path)}"
        lines = [said["next_stdin" if path == "-" else "next"].format(command=command)]
        if case:
            lines.append(said["by_hand"].format(name=case, command=f"claimwright draft {quote(str(case))}"))
        return "\n".join(lines)


@contextmanager
def _whole(resources: Resources) -> Iterator[None]:
    """Says of words that are missing where they are to be added."""
    try:
        yield
    except KeyError as error:
        raise CannotReadWrite(
            f"{resources.path(WORDS)}: {error} is missing. Add it, or delete the file to use ours."
        ) from error


def _start(
    path: str, settings: Settings, guide: Guide, options: Mapping[str, Any], *, resources: Resources, said: Said
) -> Start:
    story = _story(path, said)
    asks = path != "-" and sys.stdin is not None and sys.stdin.isatty()
    read = _read(story, settings, guide, {**options, "asks": asks}, resources=resources, said=said)
    lines = Retold(said, guide)
    tell(lines.of(read, asks=asks), quiet=settings.quiet)
    if not asks:
        tell(lines.left(read, guide), quiet=settings.quiet)
    return Start(
        read.case,
        {one.field: lines.words(one) for one in read.certain},
        pointed(read, menu_of(guide)),
        lines.hints(read),
        offers(read),
        leftover(story, read, marketplace_of(guide.name), options.get("name") or ()),
    )


def _story(path: str, said: Said) -> Story:
    name, faults = "stdin" if path == "-" else path, said["faults"]
    try:
        data = _bytes(path)
    except OSError as error:
        raise CannotReadWrite(f"{name}: cannot be read ({error.strerror}). Check the name and your rights.") from error
    if len(data) > _MOST:
        raise CannotReadWrite(faults["long"].format(name=name, most=LONGEST))
    try:
        story = Story.told(data.decode())
    except UnicodeDecodeError:
        raise CannotReadWrite(faults["encoding"].format(name=name)) from None
    if not story.text:
        raise CannotReadWrite(faults["empty"].format(name=name))
    if len(story.text) > LONGEST:
        raise CannotReadWrite(faults["long"].format(name=name, most=LONGEST))
    return story


def _bytes(path: str) -> bytes:
    """The bytes of a file or of stdin, and one more than a story may have if there are too many. Raises OSError."""
    if path != "-":
        with Path(path).open("rb") as stream:
            return stream.read(_MOST + 1)
    if sys.stdin is None:  # a program that closes it before it runs this one
        raise CannotReadWrite("stdin: there is none. Name a file instead of -.")
    return sys.stdin.buffer.read(_MOST + 1)


def _read(
    story: Story, settings: Settings, guide: Guide, options: Mapping[str, Any], *, resources: Resources, said: Said
) -> Extraction:
    """What the story gives: by a model where one is set up and may be asked, else by patterns."""
    today = settings.day()
    chosen = settings.preferences().text("writer") or "auto"
    defaults = {"writer": chosen, "model": None, "base_url": None, "timeout": SECONDS, "no_mask": False}
    writer = writer_of({**defaults, "show_sent": False, **{key: one for key, one in options.items() if one}})
    if not writer.asks_model:
        tell(said["no_model"], quiet=settings.quiet)
        return by_patterns(story, today)
    from claimwright.privacy.mask import Mask

    marketplace = marketplace_of(guide.name)
    mask = mask_of(story, options.get("name") or (), marketplace) if writer.masked else Mask.none()
    talk = extraction(story, today, resources, mask, guide.words)
    wanted = next(talk)
    if not _may_send(wanted.turns[-1].text, said, writer, settings, options):
        tell(said["by_patterns"], quiet=settings.quiet)
        return by_patterns(story, today)
    ask = _asker(mask, writer)
    while True:
        try:
            wanted = talk.send(ask(wanted.turns))
        except StopIteration as done:
            read: Extraction = done.value
            return read


def _may_send(text: str, said: Said, writer: Writer, settings: Settings, options: Mapping[str, Any]) -> bool:
    """Whether the story may leave: it has been shown, and somebody on a terminal or --yes agrees. Raises Stopped."""
    if settings.quiet and not options.get("yes"):
        return False
    where = said["shown" if writer.masked else "shown_open"].format(host=writer.host)
    tell(where, quiet=settings.quiet)
    show(f"\n{text.strip()}\n", quiet=settings.quiet)
    if options.get("yes"):
        return True
    if not options["asks"]:
        tell(said["no_terminal"].format(host=writer.host), quiet=settings.quiet)
        return False
    if agreed(said["ask"], lambda: show(f"{where}\n\n{text.strip()}\n", quiet=False), default=None):
        return True
    tell(said["chosen_not"], quiet=settings.quiet)
    return False


def _asker(mask: "Mask", writer: Writer) -> "Callable[[tuple[Turn, ...]], Replied | Failed]":
    """Sends turns and brings what came back; every failure of the model comes back as its reason."""
    from claimwright.llm.deadline import Deadline
    from claimwright.llm.endpoint import OPENAI, Endpoint
    from claimwright.llm.error import ModelError
    from claimwright.llm.model import Failed, Replied
    from claimwright.llm.opening import open_model
    from claimwright.privacy.mask import Leak

    deadline = Deadline.after(writer.seconds)

    def ask(turns: "tuple[Turn, ...]") -> Replied | Failed:
        try:
            endpoint = None if writer.foreign else Endpoint(writer.base_url or OPENAI, writer.model, writer.key)
            return Replied(open_model(writer.model, endpoint, mask.guard).complete(turns, deadline).text)
        except (ModelError, Leak) as error:
            return Failed(str(error))

    return ask
