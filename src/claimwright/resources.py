"""Finds prompts/ and templates/: the user's copy of a file first, then ours.

In a wheel both folders stand inside the package; in a checkout they stand beside src/.
"""

import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

from claimwright.errors import CannotReadWrite, ClaimwrightError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jinja2 import Template
    from jinja2.runtime import Context
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_PACKAGE = Path(__file__).parent
_OURS = _PACKAGE if (_PACKAGE / "templates").is_dir() else _PACKAGE.parent.parent
_PARTS = ("prompts", "templates")


@lru_cache(maxsize=64)
def _tables(text: str) -> dict[str, Any]:
    """A text that is read again and again is taken apart once; nobody changes what comes of it."""
    return tomllib.loads(text)


class Resources:
    """The files that hold words. `home` is the folder whose files replace ours one by one, if there is one."""

    def __init__(self, home: Path | None = None) -> None:
        self.folders = (home, _OURS) if home else (_OURS,)

    def path(self, name: str) -> Path:
        """Where the file `templates/…` or `prompts/…` is read from. Raises CannotReadWrite if it is nowhere."""
        for folder in self.folders:
            if (folder / name).is_file():
                return folder / name
        raise CannotReadWrite(
            f"{name} is missing from {' and '.join(map(str, self.folders))}: install claimwright again."
        )

    def ours(self, name: str) -> Path:
        """Where our own file of this name is, whether or not it is read."""
        return _OURS / name

    def own(self, name: str) -> Path | None:
        """The user's file of this name, if it takes the place of ours."""
        path = self.path(name)
        return None if path == self.ours(name) else path

    def names(self) -> list[str]:
        """The names of all our files, in order."""
        return _files(_OURS)

    def strangers(self) -> list[str]:
        """The names of the user's files that take the place of none of ours."""
        known = set(self.names())
        return [name for folder in self.folders[:-1] for name in _files(folder) if name not in known]

    def text(self, name: str) -> str:
        """The text of a file. Raises CannotReadWrite."""
        path = self.path(name)
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeError) as error:
            raise CannotReadWrite(f"{path}: cannot be read as UTF-8 text ({error}).") from error

    def toml(self, name: str) -> dict[str, Any]:
        """A TOML file. Raises CannotReadWrite."""
        try:
            return _tables(self.text(name))
        except (ValueError, RecursionError) as error:  # a number or a list without end, too
            raise CannotReadWrite(f"{self.path(name)}: {error}. Mend it, or delete it to use ours.") from error

    def sentences(self, name: str) -> "Sentences":
        """The sentences of a TOML file. Raises CannotReadWrite."""
        return Sentences(str(self.path(name)), self.toml(name))

    @cached_property
    def environment(self) -> "ImmutableSandboxedEnvironment":
        """Sandboxed, strict about names that do not exist, no escaping (the output is plain text).

        Ours are known to end; where there are files of the user's, time and memory are bounded too.
        """
        from jinja2 import FileSystemLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        kind: type[ImmutableSandboxedEnvironment] = ImmutableSandboxedEnvironment
        if any((folder / part).is_dir() for folder in self.folders[:-1] for part in _PARTS):
            from claimwright.sandbox import Bounded

            kind = Bounded
        return kind(
            loader=FileSystemLoader(self.folders),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )

    def template(self, name: str) -> "Template":
        """A compiled template. Raises CannotReadWrite if it is missing or broken."""
        from jinja2 import TemplateError

        path = self.path(name)
        try:
            return self.environment.get_template(name)
        except TemplateError as error:
            raise _broken(error, path) from error
        except (OSError, UnicodeError) as error:
            raise CannotReadWrite(f"{path}: cannot be read as UTF-8 text ({error}).") from error
        except Exception as error:  # what is nested too deeply for Python's own compiler, for one
            raise _broken(error, path) from error

    def render(self, name: str, names: dict[str, object]) -> str:
        """What a template says, given these names. Raises CannotReadWrite if it cannot."""
        template = self.template(name)
        return self._said(name, template, template.root_render_func, names)

    def block(self, name: str, block: str, names: dict[str, object]) -> str:
        """What one block of a template says, given these names. Raises CannotReadWrite if it cannot."""
        template = self.template(name)
        if block not in template.blocks:
            raise CannotReadWrite(f'{self.path(name)}: has no block "{block}".')
        return self._said(name, template, template.blocks[block], names)

    def _said(
        self,
        name: str,
        template: "Template",
        part: "Callable[[Context], Iterable[str]]",
        names: dict[str, object],
    ) -> str:
        bound = getattr(self.environment, "bound", iter)  # of ours there is none
        try:
            return "".join(bound(part(template.new_context(names))))
        except ClaimwrightError:
            raise
        except Exception as error:  # whatever an expression of the user's can raise
            raise _broken(error, self.path(name)) from error


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """The sentences of a TOML file, in tables, with names in braces; `source` is the file."""

    source: str
    tables: "Mapping[str, Any]"

    def has(self, *keys: str) -> bool:
        """Whether there is something under these keys."""
        return self._under(keys) is not None

    def text(self, *keys: str) -> str:
        """One sentence as it stands. Raises CannotReadWrite if there is none, or a blank one."""
        found = self._under(keys)
        if not isinstance(found, str) or not found.strip():
            raise CannotReadWrite(
                f"{self.source}: {'.'.join(keys)} is missing. Add it, or delete the file to use ours."
            )
        return found

    def say(self, *keys: str, **names: object) -> str:
        """One sentence with its names filled in. Raises CannotReadWrite if it has a gap that none of them fills."""
        text = self.text(*keys)
        try:
            # A gap is a name, and reaches no further into the program.
            gaps = [(name, form) for _, name, form, _ in Formatter().parse(text) if name is not None]
            unknown = [name for name, form in gaps if form or name not in names]
        except ValueError as error:
            unknown = [str(error)]
        if unknown:
            raise CannotReadWrite(
                f"{self.source}: {'.'.join(keys)} has a gap that is not known ({unknown[0]}). Mend it, or delete the "
                "file to use ours."
            )
        return text.format(**names)

    def _under(self, keys: tuple[str, ...]) -> object:
        found: object = self.tables
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        return found


def _files(folder: Path) -> list[str]:
    found = (path for part in _PARTS for path in (folder / part).rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _broken(error: Exception, path: Path) -> CannotReadWrite:
    """The error of a template, with the file and the line on which it arose."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return CannotReadWrite(f"{error.filename}, line {error.lineno}: {(error.message or '').rstrip('.')}.")
    place, trace = str(path), error.__traceback__
    while trace:
        if template := trace.tb_frame.f_globals.get("__jinja_template__"):
            place = f"{template.filename}, line {template.get_corresponding_lineno(trace.tb_lineno)}"
        trace = trace.tb_next
    return CannotReadWrite(f"{place}: {str(error).rstrip('.')}.")
