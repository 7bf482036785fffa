"""`guide` and `schema`: what the guide says beside the rules, and the contract as a schema."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimwright.guide.guide import load_guide
from claimwright.guide.rule import Verdict
from claimwright.guide.words import Words
from claimwright.resources import Resources

from .running import EXAMPLES, ROOT, example, run

GUIDE = load_guide("aliexpress", Words(Resources()))


def test_every_passage_stands_in_the_guide_in_order_with_its_place_and_its_rules() -> None:
    found = run("guide")
    heads = [line for line in found.out.splitlines() if line and not line.startswith(" ")]
    assert (found.code, found.err) == (0, "")
    assert heads == [f"{one.id}  {one.title}" for one in GUIDE.passages.values()]
    said = " ".join(found.out.split())
    assert all(one.text in said and f"{one.section}, at {one.at}" in said for one in GUIDE.passages.values())


@pytest.mark.parametrize("id", ["G19", "g19"])
def test_a_passage_is_shown_with_the_rules_that_cite_it(id: str) -> None:
    found = run("guide", id)
    assert found.code == 0
    assert found.out.startswith(f"G19  {GUIDE.passages['G19'].title}\n")
    assert found.out.count("\nRule ") == sum("G19" in row.cites for row in GUIDE.rules)


@pytest.mark.parametrize("id", [row.id for row in GUIDE.rules])
def test_a_rule_is_shown_with_its_passages(id: str) -> None:
    (row,) = (row for row in GUIDE.rules if row.id == id)
    found = run("guide", id)
    assert found.code == 0
    assert found.out.startswith(f"Rule {id}\n")
    assert all(f"\n{passage}  " in found.out for passage in row.cites)
    assert "When: " in found.out


@pytest.mark.parametrize("id", ["nonsense", "G0", "G999", ""])
def test_what_is_neither_a_passage_nor_a_rule_is_refused(id: str) -> None:
    found = run("guide", id)
    assert (found.code, found.out) == (2, "")
    assert found.err == f'There is no passage or rule "{id}". `claimwright guide` lists them all.\n'


def test_the_diagram_shows_every_verdict(golden: Callable[[str, str], None]) -> None:
    found = run("guide", "--diagram")
    assert (found.code, found.err) == (0, "")
    settled = [one.replace("_", " ") for one in Verdict if one is not Verdict.NEED_MORE_INFORMATION]
    assert [one for one in settled if f'(["{one}' not in found.out] == []
    golden("cli/diagram.mmd", found.out)


def test_the_schema_is_valid_and_accepts_every_example() -> None:
    found = run("schema")
    schema = json.loads(found.out)
    assert (found.code, found.err) == (0, "")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    cases = [json.loads(Path(example(stem)).read_text(encoding="utf-8")) for stem in EXAMPLES]
    cases += [json.loads(line) for line in (ROOT / "examples/batch.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one for one in cases if not validator.is_valid(one)] == []
    assert not validator.is_valid({"facts": {"intent": "perhaps"}})
