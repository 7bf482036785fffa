"""The terms of a batch: everything but the case that a result depends on, and a fingerprint of it.

Decided here: a result is done again if the version, the words (guide and templates), the writer (with a model's
prompts) or the form of the message has changed. What a run with a model has finished stays where the template writes
the rest. The day counts where it was given; that another day has begun since a run was cut off is no reason to ask a
model ten thousand times again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from claimwright.letter.wording import LANGUAGES
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
_DAYS, _LIMITS = 400, 5_000  # how far around today a day, and up to which limit an earlier one is looked for
_ENGINE = Path(__file__).parents[1] / "guide"


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed: one of PARTS, one of what the form is made of (with both values), or several of these."""

    part: str
    before: str = ""
    now: str = ""


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


def fingerprint(terms: Terms) -> str:
    """32 hexadecimal digits, eight for each of PARTS."""
    words = _words(terms, "templates")
    writer = _digits([terms.writer, "" if terms.writer == "template" else _words(terms, "prompts")])
    return "".join((_digits([version("claimwright")]), words, writer, _digits(_form(terms).values())))


def changed(earlier: str, now: str) -> list[str]:
    """Which of PARTS two fingerprints differ in."""
    return [part for i, part in enumerate(PARTS) if earlier[8 * i : 8 * i + 8] != now[8 * i : 8 * i + 8]]


def still_holds(earlier: str, now: str, terms: Terms) -> bool:
    """Whether a result stays: on the same terms, or of a run with a model while the template writes the rest."""
    return earlier == now or (terms.writer == "template" and changed(earlier, now) == ["writer"])


@lru_cache
def changes(earlier: str, now: str, terms: Terms) -> tuple[Change, ...]:
    """What two fingerprints differ in, where `terms` are those of now."""
    parts = changed(earlier, now)
    return tuple(_of_form(earlier[-8:], terms) if part == "form" else Change(part) for part in parts)


def _form(terms: Terms) -> dict[str, str]:
    day = str(terms.today) if terms.day_given else ""
    return {
        "limit": str(terms.limit),
        "language": terms.language,
        "form": terms.form,
        "guide": str(terms.guide),
        "day": day,
    }


def _of_form(earlier: str, terms: Terms) -> Change:
    """Which one of the form has changed, found by trying what it may have been before; if several have, none."""
    now = _form(terms)
    days = (str(terms.today + timedelta(number)) for number in range(-_DAYS, _DAYS))
    tried: dict[str, Iterable[str]] = {
        "form": ("text", "markdown"),
        "language": LANGUAGES,
        "guide": ("None", *installed()),
        "day": ("", *days),
        "limit": map(str, range(1, _LIMITS)),
    }
    for part, values in tried.items():
        for value in values:
            if _digits({**now, part: value}.values()) == earlier:
                return Change(part, value, now[part])
    return Change("several")


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
