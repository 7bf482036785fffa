"""A second guide, of a marketplace that does not exist: installed beside ours, it works without a change of ours."""

import json
import os
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.running import ROOT, process, run

from claimwright.case.casefile import dump_case, read_case
from claimwright.guide.guide import Guide, load_guide, words_of
from claimwright.guide.passage import load_passages
from claimwright.guide.soundness import faults
from claimwright.intake.interview import begin
from claimwright.intake.menu import menu_of
from claimwright.intake.question import Reading, Understood
from claimwright.intake.wording import Wording
from claimwright.letter.checks.run import statement_findings
from claimwright.marketplace import marketplace_of
from claimwright.privacy.mask import Mask
from claimwright.resources import Resources

from .installing import CASE, SECOND, at_hand, installed_in

TEXT = Path(CASE).read_text(encoding="utf-8")
ASK = ("--today", "2026-11-22")
Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed_in(tmp_path_factory.mktemp("installed"))


@pytest.fixture
def harbour(target: Path) -> Iterator[Guide]:
    with at_hand(target):
        yield load_guide("harbour", words_of(Resources()))


def changed(**facts: object) -> str:
    """The case with these facts in the place of its own."""
    return json.dumps({**json.loads(TEXT), "facts": facts})


def test_it_is_no_part_of_the_source() -> None:
    source = SECOND.parents[2] / "src"
    assert [path for path in source.rglob("*.*") if "harbour" in path.name.lower()] == []
    found = run("check", CASE, "--guide", "harbour")
    assert (found.code, found.err) == (2, 'There is no guide named "harbour". Guides: aliexpress.\n')


def test_it_is_whole(harbour: Guide) -> None:
    assert faults(harbour) == []
    found = run("guide", "--check", "harbour")
    said = "harbour (Harbourgate) is whole: 8 passages, 20 rules, 5 menu entries, 1 fact about the platform.\n"
    assert (found.code, found.out, found.err) == (0, said, "")


def test_an_unknown_guide_is_told_of_all_that_there_are(harbour: Guide) -> None:
    for args in (("check", CASE), ("draft", CASE), ("guide",)):
        found = run("--guide", "market", *args)
        assert (found.code, found.out) == (2, "")
        assert found.err.endswith('There is no guide named "market". Guides: aliexpress, harbour.\n')


def test_the_case_names_the_guide_that_decides_it(harbour: Guide, golden: Golden) -> None:
    found = run("check", *ASK, CASE)
    assert (found.code, found.err) == (0, "")
    golden("harbour/check.txt", found.out)
    assert run("check", *ASK, CASE, "--guide", "harbour").out == found.out


@pytest.mark.parametrize(
    ("facts", "ours", "theirs"),
    [
        pytest.param(
            {"received": "yes", "defects": ["dislike"]}, "open_uncertain", "do_not_open", id="not to the buyer's liking"
        ),
        pytest.param(
            {"received": "no", "whereabouts": "returned", "return_cause": "not_buyer"}, "open_uncertain", "do_not_open",
            id="sent back for a cause that was not the buyer's",
        ),
        pytest.param({"received": "yes", "defects": ["damaged"]}, "open_uncertain", "open", id="damaged, and late"),
    ],
)  # fmt: skip
def test_it_decides_by_its_own_rows(harbour: Guide, facts: dict[str, object], ours: str, theirs: str) -> None:
    text = changed(intent="genuine", protection="expired", **facts)
    for guide, verdict in (("aliexpress", ours), ("harbour", theirs)):
        assert run("check", "-", "--json", "--guide", guide, stdin=text).record()["verdict"] == verdict


def test_the_message_names_its_marketplace(harbour: Guide, golden: Golden) -> None:
    found = run("draft", *ASK, "--writer", "template", "--quiet", CASE)
    assert (found.code, found.err) == (0, "")
    assert "AliExpress" not in found.out
    assert "confirmed by Harbourgate itself" in found.out
    golden("harbour/message.txt", found.out)


def test_the_guide_that_is_asked_for_words_the_message_too(harbour: Guide) -> None:
    text = json.dumps({**json.loads(TEXT), "guide": "aliexpress"})
    chosen = run("draft", *ASK, "--writer", "template", "-q", "--guide", "harbour", "-", stdin=text)
    assert chosen.out == run("draft", *ASK, "--writer", "template", "-q", CASE).out
    ours = run("draft", *ASK, "--writer", "template", "-q", "--guide", "aliexpress", CASE)
    assert "confirmed by AliExpress itself" in ours.out
    assert "Harbourgate" not in ours.out


def test_a_batch_asks_the_guide_that_each_case_names(harbour: Guide, tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    ours = {**json.loads(TEXT), "id": "ours", "guide": "aliexpress"}
    cases.write_text(f"{json.dumps(json.loads(TEXT))}\n{json.dumps(ours)}\n", encoding="utf-8")
    found = run("batch", str(cases), *ASK, "--writer", "template", "-o", str(tmp_path / "out.jsonl"))
    assert found.code == 0, found.err
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    for line, name in zip(lines, ("Harbourgate", "AliExpress"), strict=True):
        assert f"confirmed by {name} itself" in json.dumps(line)


def test_advice_on_opening_is_left_out_once_a_dispute_is_open(harbour: Guide) -> None:
    facts = {"intent": "genuine", "received": "yes", "defects": ["damaged"]}
    case = json.loads(changed(**facts))
    for dispute, told in (({}, True), ({"dispute": {"opened_on": "2026-11-20"}}, False)):
        found = run("check", *ASK, "-", stdin=json.dumps(case | dispute))
        assert ("Claim at once." in found.out) is told
        assert ("A dispute is open already" in found.out) is not told


def test_its_passages_stand_beside_its_rules(harbour: Guide) -> None:
    found = run("guide", "--guide", "harbour", "G5")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("G5  The whole price\n")
    assert "Rule lost-moving" in found.out
    assert "G8  Ten days" in run("guide", "--guide", "harbour").out
    assert "flowchart" in run("guide", "--guide", "harbour", "--diagram").out


def test_the_interview_shows_its_menu_and_decides_by_its_rows(harbour: Guide) -> None:
    resources = Resources()
    wording = Wording(resources, words_of(resources)).of_guide(harbour.words)
    here = begin(harbour, menu_of(harbour), wording, date(2026, 11, 22))
    asked = []
    for said in ("5", "1", "5", "3", "3"):
        assert here.question is not None
        asked.append(here.question)
        read: Reading = here.read(said)
        assert isinstance(read, Understood), read
        here = here.answered(read.value)
    assert asked[0].text == "What went wrong on Harbourgate?"
    assert len([one for one in asked[0].options if one.heading]) == 5
    assert here.wording.facts.label("delivered_cause", "auto_confirmed").startswith("Harbourgate confirmed it")
    assert here.case.guide == "harbour"
    assert here.assessment.verdict == "open"


def test_the_schema_takes_its_cases(harbour: Guide) -> None:
    schema = json.loads(run("schema", "--guide", "harbour").out)
    assert Draft202012Validator(schema).is_valid(json.loads(TEXT))
    case = read_case(TEXT.encode(), "case.json")
    assert read_case(dump_case(case).encode(), "again") == case


def test_the_checks_know_the_name_of_the_marketplace_and_no_other(harbour: Guide) -> None:
    case = read_case(TEXT.encode(), "case.json")
    for text, code in (
        ("I trust Harbourgate.", "flattery"),
        ("I am so angry with Harbourgate.", "chatter.feeling"),
    ):
        assert code in {one.code for one in statement_findings(text, case)}
        other = text.replace("Harbourgate", "Millpond")
        assert code not in {one.code for one in statement_findings(other, case)}


def test_the_marketplace_is_no_secret_and_another_address_is_one(harbour: Guide) -> None:
    mask = Mask.of(read_case(TEXT.encode(), "case.json"))
    assert mask.hide("See harbourgate.example.") == "See harbourgate.example."
    assert mask.hide("See www.aliexpress.com today.") == "See [[URL_1]] today."
    assert marketplace_of("harbour").name == "Harbourgate"


def test_a_process_of_its_own_in_an_empty_folder(target: Path, tmp_path: Path) -> None:
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        found = process("draft", *ASK, "--writer", "template", "-q", "-", stdin=TEXT, PYTHONPATH=str(target))
        checked = process("guide", "--check", "harbour", PYTHONPATH=str(target))
    finally:
        os.chdir(before)
    golden = SECOND.parents[1] / "golden/harbour/message.txt"
    assert (found.code, found.err, found.out) == (0, "", golden.read_text(encoding="utf-8"))
    assert (checked.code, checked.err) == (0, "")
    assert list(tmp_path.iterdir()) == []


BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", (ROOT / "docs/new-guide.md").read_text(encoding="utf-8"), re.M | re.S)
TABLES = [tomllib.loads(path.read_text(encoding="utf-8")) for path in SECOND.rglob("*.toml")]


@pytest.mark.parametrize("text", [text for kind, text in BLOCKS if kind == "toml"])
def test_what_is_shown_in_toml_is_of_this_guide(text: str) -> None:
    assert any(_within(tomllib.loads(text), table) for table in TABLES)


def test_the_passages_and_the_row_that_are_shown_are_of_this_guide(harbour: Guide) -> None:
    (shown,) = [text for kind, text in BLOCKS if kind == "markdown"]
    assert set(load_passages(shown).values()) <= set(harbour.passages.values())
    row, of_test = [text for kind, text in BLOCKS if kind == "python"]
    names: dict[str, Any] = {}
    exec(row + of_test, names)
    (one,) = names["RULES"]
    (same,) = [rule for rule in harbour.rules if rule.id == one.id]
    assert astuple(one) == astuple(same)
    names["test_the_guide_is_whole"]()


def test_the_commands_that_are_shown_run_and_say_what_is_shown(harbour: Guide) -> None:
    shown = [text for kind, text in BLOCKS if not kind]
    commands = [line for text in shown for line in text.splitlines() if line.startswith("claimwright ")]
    assert len(commands) == 5
    for command in commands:
        args = [CASE if one == "case.json" else one for one in command.split()[1:]]
        found = run(*args, *(ASK if args[0] in ("check", "draft") else ()))
        assert found.code == (2 if args[0] == "new" else 0), (command, found.err)  # nobody is there to be asked
        if "--check" in args:
            assert found.out in shown


def _within(part: object, whole: object) -> bool:
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and _within(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return all(any(_within(one, other) for other in whole) for one in part)
    return part == whole
