"""`check`: the page, the record, and what happens with several cases of which some cannot be read."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from claimwright.guide.rule import Verdict

from .running import EXAMPLES, KEYS, ROOT, case, example, ran, run

ROW = re.compile(r"\| \[(\S+)\.json\]\(\S+\) \| .* \| `(\w+)` \| `(\w+)` \|")
STATED = ROW.findall((ROOT / "examples/README.md").read_text(encoding="utf-8"))
FACTS = json.dumps({"facts": {"intent": "bad_faith"}})


@pytest.mark.parametrize("stem", EXAMPLES)
def test_the_page_of_an_example(stem: str, golden: Callable[[str, str], None]) -> None:
    page = ran("check", example(stem))
    assert (page.code, page.err) == (0, "")
    golden(f"cli/check/{stem}.txt", page.out)


def test_every_golden_page_has_its_example() -> None:
    assert sorted(path.stem for path in (ROOT / "tests/golden/cli/check").glob("*.txt")) == EXAMPLES


@pytest.mark.parametrize("stem", EXAMPLES[::5])
def test_a_page_is_folded_and_ends_in_one_line_end(stem: str) -> None:
    lines = run("check", example(stem), COLUMNS="60").out.split("\n")
    assert lines[-1] == ""
    assert lines[-2] != ""
    assert all(line == line.rstrip() for line in lines)
    assert all(len(line) <= 60 or " " not in line.strip() for line in lines)


def test_several_pages_are_told_apart_by_an_empty_line() -> None:
    first, second = run("check", example("dislike")), run("check", example("resolved"))
    assert run("check", example("dislike"), example("resolved")).out == f"{first.out}\n{second.out}"


def test_every_example_has_one_record_in_the_order_given_with_the_names_of_the_contract() -> None:
    backwards = EXAMPLES[::-1]
    found = run("check", "--json", *map(example, backwards))
    assert (found.code, found.err) == (0, "")
    records = found.records()
    assert [one["id"] for one in records] == [case(stem).get("id", stem) for stem in backwards]
    assert all(list(one) == KEYS for one in records)


def test_the_table_of_the_examples_says_what_check_says() -> None:
    assert len(STATED) == len(EXAMPLES) - 1  # the contradiction states no verdict
    records = run("check", "--json", *(example(stem) for stem, _, _ in STATED)).records()
    assert [(one["verdict"], one["remedy"]) for one in records] == [(verdict, remedy) for _, verdict, remedy in STATED]


def test_json_lines_give_a_record_a_line_from_a_file_as_from_stdin() -> None:
    path = ROOT / "examples/batch.jsonl"
    found = run("check", "--json", str(path))
    assert [one["id"] for one in found.records()] == [
        json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert run("check", "--json", "-", stdin=path.read_bytes()).out == found.out


@pytest.mark.parametrize(
    ("given", "id"),
    [
        pytest.param(json.dumps({"facts": {}}, indent=2), "stdin", id="a pretty-printed case after stdin"),
        pytest.param(json.dumps({"facts": {}}), "1", id="a case on one line after its line"),
        pytest.param(json.dumps({"facts": {}}) + "\n\n" + FACTS, "3", id="a later line after its line, empty ones too"),
        pytest.param(json.dumps({"id": "mine", "facts": {}}, indent=2), "mine", id="a case with an id after that"),
    ],
)
def test_a_case_on_stdin_is_called(given: str, id: str) -> None:
    found = run("check", "--json", "-", stdin=given)
    assert (found.code, found.records()[-1]["id"]) == (0, id)


def test_a_case_without_an_id_is_called_after_its_file() -> None:
    assert run("check", "--json", example("facts-only")).record()["id"] == "facts-only"


def test_an_invalid_case_keeps_none_of_the_others_from_being_printed(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"facts": {"intent": "perhaps", "recieved": "no"}, "id": 5}')
    (tmp_path / "some.jsonl").write_text(f"{FACTS}\n{{]\n{FACTS}\n")
    paths = [str(tmp_path / "bad.json"), str(tmp_path / "some.jsonl"), example("resolved")]
    found = run("check", "--json", *paths)
    assert found.code == 7
    assert [one["id"] for one in found.records()] == ["bad", "1", "2", "3", "resolved"]
    assert [name for name in ("facts.intent", "recieved", "$.id", "some.jsonl, line 2") if name not in found.err] == []
    pages = run("check", *paths)
    assert pages.code == 7
    assert pages.err == found.err
    assert pages.out.count("Why\n") == 3


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_what_cannot_be_found_keeps_none_of_the_others_from_being_printed(
    tmp_path: Path, form: tuple[str, ...]
) -> None:
    found = run("check", *form, str(tmp_path / "gone.json"), str(tmp_path), example("resolved"))
    assert found.code == 8
    assert "resolved" in found.out
    assert found.err.splitlines() == [
        f"{tmp_path / 'gone.json'}: cannot be read (No such file or directory). Check the name and your rights.",
        f"{tmp_path}: no file in it or below ends in .json, .jsonl or .ndjson.",
    ]


@pytest.mark.parametrize("stem", ["wrong-colour", "seller-unknown", "resolved", "no-tracking"])
@pytest.mark.parametrize("asked", list(Verdict))
def test_why_not_says_what_it_would_take_or_that_it_can_be(stem: str, asked: Verdict) -> None:
    found = run("check", "--why-not", asked.value, example(stem))
    record = ran("check", "--json", example(stem)).record()
    told = found.out.split("\nWhy not: ")[1]
    assert found.code == 0
    if asked == record["verdict"] or asked in record["possible"]:
        assert "It is the verdict, or it can still become the verdict." in told
    elif asked is Verdict.NEED_MORE_INFORMATION:
        assert "All that the verdict rests on is known." in told
    else:
        assert "One of these would have to be so:" in " ".join(told.split())
        assert "It is the verdict" not in told


def _unfolded(part: str) -> str:
    return part.replace("\n  ", " ")


def test_an_unknown_verdict_cannot_be_asked_for() -> None:
    found = run("check", "--why-not", "perhaps", example("dislike"))
    assert found.code == 2
    assert "'perhaps' is not one of 'open'" in found.err


@pytest.mark.parametrize("stem", EXAMPLES)
def test_more_adds_sources_and_takes_nothing_of_the_guide_away(stem: str) -> None:
    page, more = ran("check", example(stem)).out.strip(), run("check", "--more", example(stem)).out.strip()
    inside = [part for part in page.split("\n\n") if "(not from the guide)" not in part]
    outside = [part for part in more.split("\n\n") if "(not from the guide)" in part]
    assert [part for part in more.split("\n\n") if part not in outside] == inside
    assert all(part.count("confidence") == part.count("\n- ") for part in map(_unfolded, outside))
    assert "claimwright check --more" not in more


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-22", "8 days left: the protection ends on 30 November 2026."),
        ("2026-11-29", "1 day left: the protection ends on 30 November 2026."),
        ("2026-11-30", "Today, 30 November 2026, is the last day of the protection."),
        ("2026-12-01", "The protection ended on 30 November 2026, 1 day ago."),
        ("2026-12-02", "The protection ended on 30 November 2026, 2 days ago."),
    ],
)
def test_the_page_says_how_long_the_buyers_own_date_leaves(day: str, said: str) -> None:
    assert said in run("check", "--today", day, example("wrong-colour")).out


def test_a_case_whose_protection_has_ended_since_is_to_be_brought_up_to_date() -> None:
    late = run("check", "--json", "--today", "2026-12-24", example("wrong-colour")).record()
    assert [one["id"] for one in late["warnings"]][-1:] == ["bring-up-to-date"]
    assert late["contradictions"] == []
    page = run("check", "--today", "2026-12-24", example("wrong-colour")).out
    assert "Bring the case up to date" in " ".join(page.partition("\n\n")[0].split()), "it stands at the top"


def test_a_contradiction_is_named_with_its_fields() -> None:
    (found,) = run("check", "--json", example("contradiction")).record()["contradictions"]
    assert set(found) == {"fields", "text"}
    assert "order.received_on" in found["fields"]
    assert found["text"] in " ".join(run("check", example("contradiction")).out.split())


def test_without_a_case_the_way_to_name_one_is_told() -> None:
    found = run("check")
    assert (found.code, found.out) == (2, "")
    assert "claimwright check case.json" in found.err
