"""The terms of a batch: everything but the case that a result depends on, and a fingerprint of it.

Decided here: a result is done again if the version, the words (guide and templates), the writer (with a model's
prompts) or the form of the message has changed. The day counts where it was given; that another day has begun since a
run was cut off is no reason to ask a model ten thousand times again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from claimwright.marketplace import DEFAULT_GUIDE, installed, place_of
from claimwright.resources import Resources

PARTS = ("version", "words", "writer", "form")
"""What each eight digits of a fingerprint stand for."""

_OF_NO_MESSAGE = (
    "templates/page/",
    "templates/questions/",
    "templates/report/",
    "templates/evidence",
    "templates/story",
)
_ENGINE = Path(__file__).parents[1] / "guide"


@dataclass(frozen=True, slots=True)
class Terms:
    """What the results of one batch have in common."""

    today: date
    day_given: bool = False
    home: Path | None = None
    guide: str | None = None
    limit: int = 1000
    language: str = "en"
    form: Literal["text", "markdown"] = "text"
    writer: str = "template"  # or the model, and whether it is told everything
    writer_given: bool = False  # whether the template was asked for, and is not there for want of a model


def fingerprint(terms: Terms) -> str:
    """32 hexadecimal digits, eight for each of PARTS."""
    words = _words(terms, "templates")
    writer = _digits([terms.writer, "" if terms.writer == "template" else _words(terms, "prompts")])
    form = (str(terms.limit), terms.language, terms.form, str(terms.guide), str(terms.today) if terms.day_given else "")
    return "".join((_digits([version("claimwright")]), words, writer, _digits(form)))


def changed(earlier: str, now: str) -> list[str]:
    """Which of PARTS two fingerprints differ in."""
    return [part for i, part in enumerate(PARTS) if earlier[8 * i : 8 * i + 8] != now[8 * i : 8 * i + 8]]


def still_holds(earlier: str, now: str, terms: Terms) -> bool:
    """Whether a result stays: on the same terms, or worded by a model while none is at hand and none was ruled out."""
    by_default = terms.writer == "template" and not terms.writer_given
    return earlier == now or (by_default and changed(earlier, now) == ["writer"])


def _words(terms: Terms, kind: str) -> str:
    resources, digest = Resources(terms.home), blake2b(digest_size=4)
    for name in sorted({name for folder in resources.folders for name in _files(folder, kind)}):
        digest.update(f"\0{name}\0".encode() + resources.path(name).read_bytes())
    for folder in (_ENGINE, *(place_of(name).folder for name in installed() if name != DEFAULT_GUIDE)):
        for path in sorted(one for one in folder.rglob("*") if one.suffix in (".md", ".toml", ".py")):
            digest.update(b"\0" + path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path, kind: str) -> Iterator[str]:
    for path in (folder / kind).rglob("*"):
        name = path.relative_to(folder).as_posix()
        if (
            path.is_file()
            and path.suffix in (".j2", ".toml")
            and not name.startswith((*_OF_NO_MESSAGE, "prompts/story/"))
        ):
            yield name


def _digits(parts: Iterable[str]) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=4).hexdigest()
