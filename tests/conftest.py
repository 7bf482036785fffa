"""What every test may use: golden files, written anew with `pytest --golden`."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # started in the background of a shell, which every child inherits
    signal.signal(signal.SIGINT, signal.default_int_handler)

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files anew instead of comparing with them")


@pytest.fixture(autouse=True)
def _nobody_s_own(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whose machine it is must not matter: no key, no address, no templates and no memory of the user's own."""
    kept = [name for name in os.environ if name.startswith("CLAIMWRIGHT_")]
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", *kept):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path_factory.getbasetemp() / name.lower()))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of this name, or writes the file."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path} is missing: run pytest --golden and read what it wrote"
        assert text == path.read_text(encoding="utf-8")

    return compare


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A whole file is named after its argument: what it holds is no name, and differs with the second of its making."""
    return argname if isinstance(val, bytes) and len(val) > 100 else None


def pytest_terminal_summary(terminalreporter: "pytest.TerminalReporter") -> None:
    """Print the tables that tests recorded as `figures`, in order, whichever process ran them."""
    reports = [one for kind in ("passed", "failed") for one in terminalreporter.stats.get(kind, ())]
    for report in sorted(reports, key=lambda one: one.nodeid):
        for name, value in report.user_properties:
            if name == "figures":
                terminalreporter.write_line(str(value))
