"""Nothing that is read by a buyer or a model says which answer wins: no help, no question, no template, no prompt."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = str(Path(sys.executable).with_name("claimwright"))
STEERING = re.compile(
    r"\b(?:win|wins|winning|winner|won(?!['’]t))\b"
    r"|\b(?:better|best|right|safest|strongest|stronger|preferred) (?:answer|choice|option|reply|case|claim)s?\b"
    r"|\b(?:better|best) to (?:answer|choose|say|pick)\b"
    r"|\b(?:to|so that you|if you want to) (?:get|have|receive|keep) (?:your|the|all the|more) (?:money|refund)\b"
    r"|\b(?:more|most|less) likely\b|\byour chances?\b|\bchances? of (?:success|a refund|winning)\b"
    r"|\bget(?:s)? you (?:a|the|your|more)\b|\b(?:improve|strengthen|increase|raise)s? (?:your|the)\b"
    r"|\b(?:choose|pick|answer|say) (?:this|that|yes|no)\b[^.]*\b(?:refund|money)\b",
    re.IGNORECASE,
)
FILES = sorted(path for folder in ("prompts", "templates") for path in (ROOT / folder).rglob("*") if path.is_file())


HELPS: list[list[str]] = [
    [],
    ["draft"],
    ["check"],
    ["guide"],
    ["schema"],
    ["evidence"],
    ["config"],
    ["prompts"],
    ["doctor"],
    ["completion"],
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_question_template_or_prompt_says_which_answer_wins(path: Path) -> None:
    assert [found[0] for found in STEERING.finditer(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("command", HELPS, ids=lambda command: " ".join(command) or "claimwright")
def test_no_help_says_which_answer_wins(command: list[str]) -> None:
    done = subprocess.run([SCRIPT, *command, "--help"], capture_output=True, check=True, text=True, encoding="utf-8")
    assert "Usage" in done.stdout
    assert [found[0] for found in STEERING.finditer(" ".join(done.stdout.split()))] == []


@pytest.mark.parametrize("stem", ["facts-only", "seller-unknown", "contradiction"])
def test_no_question_that_is_put_says_which_answer_wins(stem: str) -> None:
    asked = [SCRIPT, "draft", str(ROOT / f"examples/{stem}.json")]
    done = subprocess.run(asked, capture_output=True, check=False, text=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (4, "")
    assert [found[0] for found in STEERING.finditer(" ".join(done.stderr.split()))] == []


def test_the_schema_says_of_no_field_which_answer_wins() -> None:
    done = subprocess.run([SCRIPT, "schema"], capture_output=True, check=True, text=True, encoding="utf-8")
    assert [found[0] for found in STEERING.finditer(done.stdout)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Choose damaged to get your money back.",
        "This answer wins.",
        "The better answer is no.",
        "Say yes here if the refund matters.",
        "That is more likely to succeed.",
        "It improves your case.",
        "The strongest claim names a date.",
    ],
)
def test_a_text_that_steers_would_be_noticed(text: str) -> None:
    assert STEERING.search(text)
