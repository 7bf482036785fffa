"""Finds prompts/ and templates/: the user's copy of a file first, then ours.

In a wheel both folders stand inside the package; in a checkout they stand beside src/.
"""

import tomllib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimwright.errors import CannotReadWrite, ClaimwrightError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import Template
    from jinja2.runtime import Context
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_PACKAGE = Path(__file__).parent
_OURS = _PACKAGE if (_PACKAGE / "templates").is_dir() else _PACKAGE.parent.parent


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
            return tomllib.loads(self.text(name))
        except tomllib.TOMLDecodeError as error:
            raise CannotReadWrite(f"{self.path(name)}: {error}. Mend it, or delete it to use ours.") from error

    @cached_property
    def environment(self) -> "ImmutableSandboxedEnvironment":
        """Sandboxed, strict about names that do not exist, no escaping (the output is plain text)."""
        from jinja2 import FileSystemLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        return ImmutableSandboxedEnvironment(
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
        try:
            return "".join(part(template.new_context(names)))
        except ClaimwrightError:
            raise
        except Exception as error:  # whatever an expression of the user's can raise
            raise _broken(error, self.path(name)) from error


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
