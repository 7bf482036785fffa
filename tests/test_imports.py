"""What each command loads: start-up stays short, and nothing that could reach a network is loaded to decide a case."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CASE = str(ROOT / "examples/wrong-colour.json")
NETWORK = ["openai", "langchain_core", "langsmith", "httpx2", "requests", "urllib3", "babel", "PIL"]
LOADED = """
import json, os, sys
from claimwright.cli.main import run
sys.argv = ["claimwright", *json.loads(sys.argv[1])]
out, sys.stdout = sys.stdout, open(os.devnull, "w", encoding="utf-8")
try:
    run()
except SystemExit as end:
    assert not end.code, end.code
out.write(json.dumps(sorted(sys.modules)))
"""


def loaded(*args: str) -> set[str]:
    """The modules that a run of the command line has loaded when it ends."""
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, json.dumps(args)], capture_output=True, check=True, text=True, encoding="utf-8"
    )
    return set(json.loads(ran.stdout))


@pytest.mark.parametrize(
    ("args", "never", "always"),
    [
        (("--help",), [*NETWORK, "pydantic", "pydantic_core", "jinja2", "claimwright.guide", "claimwright.case"], []),
        ((), [*NETWORK, "pydantic", "pydantic_core", "jinja2", "tomllib", "claimwright.guide", "claimwright.case"], []),
        (("config", "path"), [*NETWORK, "pydantic", "jinja2", "keyring"], []),
        (("prompts",), [*NETWORK, "pydantic", "jinja2", "keyring"], []),
        (("doctor", "--offline"), [*NETWORK, "pydantic", "keyring"], ["claimwright.guide"]),
        (("completion", "zsh"), [*NETWORK, "pydantic", "jinja2", "tomllib", "claimwright.case"], []),
        (("--version",), [*NETWORK, "pydantic", "jinja2", "claimwright.guide", "claimwright.case"], []),
        (("check", "--json", CASE), [*NETWORK, "pydantic", "jinja2", "claimwright.letter"], ["pydantic_core"]),
        (("check", CASE), [*NETWORK, "pydantic", "claimwright.letter"], ["jinja2"]),
        (
            ("draft", "-q", CASE),
            [*NETWORK, "pydantic", "pyperclip", "keyring", "claimwright.intake"],
            ["jinja2", "claimwright.letter"],
        ),
        (("draft", "-q", "--writer", "template", CASE), NETWORK, ["jinja2"]),
        (("guide",), [*NETWORK, "pydantic", "jinja2", "claimwright.letter"], ["claimwright.guide"]),
        (("schema",), [*NETWORK, "jinja2", "claimwright.guide", "claimwright.letter"], []),
    ],
)
def test_a_command_loads_what_it_needs_and_no_more(args: tuple[str, ...], never: list[str], always: list[str]) -> None:
    found = loaded(*args)
    assert [name for name in never if name in found] == []
    assert [name for name in always if name not in found] == []


@pytest.mark.parametrize(
    ("package", "places"),
    [
        ("jinja2", {"resources.py", "sandbox.py"}),
        ("click", {"cli"}),
        ("pyperclip", {"cli"}),
        ("openai", {"llm"}),
        ("langchain_core", {"llm"}),
        ("PIL", {"exhibits"}),
    ],
)
def test_only_one_place_imports_a_package(package: str, places: set[str]) -> None:
    source = ROOT / "src/claimwright"
    found = set()
    for path in source.rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        if any(
            line.split()[:2] in (["import", package], ["from", package])
            or line.strip().startswith((f"from {package}.", f"import {package}."))
            for line in lines
        ):
            found.add(path.relative_to(source).parts[0])
    assert found <= places
