"""What the doctor finds of this computer: Python, the packages, the terminal and the clipboard."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from claimwright.cli.clipboard import commands
from claimwright.cli.doctor.finding import Finding
from claimwright.cli.terminal import coloured, width

_PACKAGES = ("click", "jinja2", "pydantic-core", "openai", "langchain-core", "httpx2", "keyring", "pillow", "babel")
_SIGNS = "“”–₴złя"
"""Characters that messages and case files hold, and that an old encoding lacks."""


def of_machine() -> Iterator[Finding]:
    """Python, packages, terminal, clipboard."""
    yield Finding("claimwright", version("claimwright"))
    yield Finding("Python", f"{platform.python_version()} ({sys.executable})")
    yield _packages()
    yield _terminal()
    yield _clipboard()


def _packages() -> Finding:
    found, missing = [], []
    for name in _PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    said = ", ".join(found)
    if missing:
        return Finding(
            "packages", f"missing: {', '.join(missing)}", "Install claimwright again: pip install claimwright.", 8
        )
    return Finding("packages", said)


def _terminal() -> Finding:
    encoding = (sys.stdout.encoding or "unknown").lower()
    kind = "a terminal" if sys.stdout.isatty() else "no terminal (a file or a pipe)"
    said = f"{kind}, {width()} columns, {'colour' if coloured() else 'no colour'}, {encoding}"
    try:
        _SIGNS.encode(encoding)
    except (LookupError, UnicodeError):
        return Finding(
            "terminal", f"{said}, which lacks characters", "Set PYTHONUTF8=1, or write messages with -o FILE."
        )
    return Finding("terminal", said)


def _clipboard() -> Finding:
    if os.environ.get("SSH_TTY") or os.environ.get("SSH_CONNECTION"):
        return Finding("clipboard", "that of your terminal, if it allows that (OSC 52)")
    if found := commands():
        return Finding("clipboard", f"by {found[0].words[0]}")
    import pyperclip

    if pyperclip.is_available():
        return Finding("clipboard", "this system's own")
    what = "wl-clipboard" if os.environ.get("WAYLAND_DISPLAY") else "xclip"
    return Finding("clipboard", "none found; --copy asks your terminal (OSC 52)", f"Install {what}.")
