"""The second guide, built and installed as anybody's would be, into a folder of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import invalidate_caches
from pathlib import Path

from claimwright import marketplace
from claimwright.guide.guide import load_guide

SECOND = Path(__file__).parent / "second"
CASE = str(SECOND / "case.json")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--no-input")


def installed_in(target: Path) -> Path:
    """The folder, with the second guide installed in it without a network."""
    options = ("--no-build-isolation", "--no-deps", "--no-index", "--target", str(target))
    subprocess.run([*PIP, "install", *options, str(SECOND)], check=True, cwd=target)
    return target


@contextmanager
def at_hand(target: Path) -> Iterator[None]:
    """While this lasts, what is installed in the folder is installed for this process."""
    sys.path.insert(0, str(target))
    _forget()
    try:
        yield
    finally:
        sys.path.remove(str(target))
        for name in [one for one in sys.modules if one.partition(".")[0] == "claimwright_harbour"]:
            del sys.modules[name]
        _forget()


def _forget() -> None:
    """What is known of guides other than ours: a process finds out once which there are."""
    invalidate_caches()
    for kept in (marketplace._others, marketplace.place_of, marketplace.marketplace_of, load_guide):
        kept.cache_clear()
