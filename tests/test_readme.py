"""README and docs/ show what commands print and figures are, and name nothing that is not there."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
}
GENERATED = [page for page, text in PAGES.items() if "[[[cog" in text]


@pytest.mark.parametrize("page", GENERATED)
def test_what_a_page_shows_is_what_the_commands_print(page: str) -> None:
    cog = [sys.executable, "-m", "cogapp", "--check", "-P", "-p", "from docs.shown import shown", page]
    done = subprocess.run(cog, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run `make readme` and read the diff\n{done.stdout}{done.stderr}"


def test_the_pages_with_something_to_generate_are_known() -> None:
    assert {"README.md", "docs/verdict.md", "docs/message.md", "docs/privacy.md", "docs/prompts.md"} <= set(GENERATED)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", PAGES[page])
    assert links or page not in {"README.md", "docs/README.md"}
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


def test_every_page_of_docs_is_in_its_index() -> None:
    pages = {page.removeprefix("docs/") for page in PAGES if page.startswith("docs/")} - {"README.md"}
    assert pages <= set(re.findall(r"\]\(([a-z-]+\.md)\)", PAGES["docs/README.md"]))


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_that_a_page_names_is_there(page: str) -> None:
    targets = set(re.findall(r"(?:`|\n|\n    |… )make ([a-z]+)", PAGES[page]))
    assert targets <= set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_is_there(page: str) -> None:
    named = re.findall(r"`((?:src|tests|prompts|templates|examples|docs|bench|cassettes)/[\w./-]*\w)`", PAGES[page])
    assert [path for path in named if not (ROOT / path).exists()] == []


def example_commands() -> Iterator[str]:
    """The command lines in code blocks that name an example; the others name a file of the reader's own."""
    for page in ("README.md", "examples/README.md"):
        blocks = re.findall(r"^```\w*\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        for line in "".join(blocks).splitlines():
            command = line.removeprefix("$ ").partition("  #")[0].strip()
            if command.startswith("claimwright ") and "examples/" in command and not set(command) & set("|<>"):
                yield command


def test_both_readmes_show_commands_with_an_example() -> None:
    assert len(set(example_commands())) >= 4


@pytest.mark.parametrize("command", sorted(set(example_commands())))
def test_a_command_that_a_readme_shows_runs_and_ends_as_documented(command: str) -> None:
    words = shlex.split(command)
    assert [word for word in words if word.startswith("examples/") and not (ROOT / word).is_file()] == []
    program = str(Path(sys.executable).with_name(words[0]))
    done = subprocess.run([program, *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    documented = {int(code) for row in re.findall(r"^\| ([\d, ]+) \|", README, re.MULTILINE) for code in row.split(",")}
    assert done.returncode in documented & {0, 3, 4}, done.stderr  # any other would be a wrong command or a broken file
