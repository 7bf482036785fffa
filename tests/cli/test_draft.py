"""`draft`: stdout is the message or nothing, and the exit code says which."""

import json
import re
import shlex
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest

from .running import EXAMPLES, KEYS, ROOT, case, example, ran, run

NO_MESSAGE = [
    "address-buyer",
    "address-late-change",
    "bad-faith",
    "customs-tax-refused",
    "moving-extended",
    "moving-time-left",
    "nothing-wrong",
    "resolved",
]
FACTS_MISSING = ["contradiction", "facts-only", "seller-unknown"]
DRAFTED = [stem for stem in EXAMPLES if stem not in [*NO_MESSAGE, *FACTS_MISSING]]
OF_A_DRAFT = [
    *KEYS,
    "message",
    "sentences",
    "writer",
    "model",
    "rounds",
    "findings",
    "tokens",
    "seconds",
    "notes",
    "language",
    "checks_not_made",
    "also",
    "error",
]


@pytest.mark.parametrize("stem", DRAFTED)
def test_stdout_is_exactly_the_message(stem: str) -> None:
    message = (ROOT / f"tests/golden/messages/{stem}.txt").read_text(encoding="utf-8")
    loud = ran("draft", example(stem))
    assert (loud.code, loud.out) == (0, message)
    assert loud.err != ""
    quiet = run("draft", "--quiet", example(stem))
    assert (quiet.code, quiet.out, quiet.err) == (0, message, "")


@pytest.mark.parametrize("stem", NO_MESSAGE)
def test_a_case_that_calls_for_no_message_gets_none_and_the_reason(stem: str) -> None:
    found = ran("draft", example(stem))
    record = ran("check", "--json", example(stem)).record()
    assert (found.code, found.out) == (3, "")
    assert found.err.startswith("Do not open a dispute")
    assert all(f"({id})" in found.err for id in record["passages"])
    said = " ".join(found.err.split())
    assert all(one["text"] in said for one in record["next_steps"])


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("contradiction", "These do not go together: - "),
        ("facts-only", "order.number: What is the order number?"),
        ("seller-unknown", "Answer this in the case file:"),
        ("seller-unknown", "(seller)"),
    ],
)
def test_a_case_that_lacks_something_gets_no_message_and_the_questions(stem: str, said: str) -> None:
    found = ran("draft", example(stem))
    assert (found.code, found.out) == (4, "")
    assert said in " ".join(found.err.split())


@pytest.mark.parametrize("stem", [*NO_MESSAGE, *FACTS_MISSING])
def test_quiet_leaves_only_the_exit_code_where_there_is_no_message(stem: str) -> None:
    found = run("draft", "-q", example(stem))
    assert (found.code, found.out, found.err) == (3 if stem in NO_MESSAGE else 4, "", "")


@pytest.mark.parametrize("stem", DRAFTED[::4])
def test_the_limit_that_the_error_names_is_enough(stem: str) -> None:
    found = run("draft", "--limit", "100", example(stem))
    assert (found.code, found.out) == (4, "")
    named = re.search(r"--limit\s+(\d+)", found.err)
    assert named is not None
    enough = run("draft", "--limit", named[1], example(stem))
    assert enough.code == 0
    assert len(enough.out.rstrip("\n")) <= int(named[1])
    assert "Left out to fit" in enough.err
    assert run("draft", "--limit", str(int(named[1]) - 1), example(stem)).code == 4


@pytest.mark.parametrize("limit", ["0", "-5", "many"])
def test_a_limit_is_a_number_above_nought(limit: str) -> None:
    assert run("draft", "--limit", limit, example("dislike")).code == 2


@pytest.mark.parametrize("stem", EXAMPLES)
def test_the_object_holds_the_record_and_the_message_or_the_reason_why_there_is_none(stem: str) -> None:
    found = ran("draft", "--json", example(stem))
    loud = ran("draft", example(stem))
    record = found.record()
    assert found.code == loud.code
    assert [name for name in OF_A_DRAFT if name in record] == list(record)
    checked = ran("check", "--json", example(stem)).record()
    assert [key for key in KEYS if key != "questions" and record[key] != checked[key]] == []
    if loud.code:
        assert (record["message"], record["writer"], record["notes"]) == (None, None, [])
        assert record["error"]["exit_code"] == loud.code
        assert record["error"]["text"]
    else:
        assert record["message"] + "\n" == loud.out
        assert " ".join(one["text"] for one in record["sentences"]).split() == record["message"].split()
        assert (record["writer"], record["error"]) == ("template", None)


def test_what_the_message_lacks_stands_among_the_questions() -> None:
    questions = run("draft", "--json", example("facts-only")).record()["questions"]
    assert {"order.number", "order.item", "order.paid", "what_happened"} <= {one["field"] for one in questions}


def test_the_form_json_is_the_option_json() -> None:
    assert run("draft", "-f", "json", example("dislike")).out == run("draft", "--json", example("dislike")).out


def test_json_holds_the_message_in_the_form_that_was_asked_for() -> None:
    args = ("draft", "--json", example("cracked-mug"))
    forms = {form: run(*args, "-f", form).record() for form in ("text", "markdown", "json")}
    for form in ("text", "markdown"):
        assert forms[form]["message"] + "\n" == run("draft", "-f", form, example("cracked-mug")).out
    assert forms["json"] == forms["text"] == run(*args).record()
    assert forms["markdown"]["message"] != forms["text"]["message"]
    assert {**forms["markdown"], "message": ""} == {**forms["text"], "message": ""}


@pytest.mark.parametrize("stem", DRAFTED)
def test_markdown_says_what_the_text_says(stem: str) -> None:
    found = run("draft", "-f", "markdown", example(stem))
    plain = re.sub(r"\\(.)", r"\1", found.out)
    plain = re.sub(r"(?m)^- ", "", plain)
    assert (found.code, plain.split()) == (0, ran("draft", example(stem)).out.split())


def test_markdown_takes_the_buyers_own_marks_for_what_they_are() -> None:
    assert r"Mug \[2-pack\] 350 ml" in run("draft", "-f", "markdown", example("cracked-mug")).out
    given = json.dumps(case("dislike", buyer={"name": "A*a_z"}))
    assert r"A\*a\_z" in run("draft", "-f", "markdown", "-", stdin=given).out


@pytest.mark.parametrize("stem", DRAFTED)
def test_explain_shows_each_sentence_on_stderr_alone(stem: str) -> None:
    plain, found = ran("draft", example(stem)), run("draft", "--explain", example(stem))
    assert found.out == plain.out
    shown = " ".join(found.err.split())
    for sentence in ran("draft", "--json", example(stem)).record()["sentences"]:
        assert " ".join(sentence["text"].split()) in shown


def test_the_buyer_is_told_beside_the_message_what_matters() -> None:
    found = run("draft", "--today", "2026-12-31", example("damaged-no-proof"))
    said = " ".join(found.err.split())
    assert "Open a dispute." in said
    assert "Bring the case up to date" in said
    assert "- Missing: photos or other proof of what is wrong." in said
    assert "Passages: G" in said


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ({"facts": {"intent": "perhaps"}, "recieved": 1}, ["$.facts.intent", "$.recieved"]),
        ({"facts": {"intent": "\x1b[31mgenuine"}}, ["$.facts.intent"]),
    ],
)
def test_an_invalid_case_is_told_with_every_fault(tmp_path: Path, bad: dict[str, Any], said: list[str]) -> None:
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(bad))
    found = run("draft", str(path))
    assert (found.code, found.out) == (7, "")
    assert [one for one in said if f"{path}, line 1, {one}: " not in found.err] == []
    assert run("draft", "--quiet", str(path)).err == found.err


def test_a_case_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gone.json"
    found = run("draft", "--quiet", str(path))
    assert (found.code, found.out) == (8, "")
    assert found.err == f"{path}: cannot be read (No such file or directory). Check the name and your rights.\n"


def test_a_case_is_read_from_stdin() -> None:
    found = run("draft", "-", stdin=Path(example("dislike")).read_bytes())
    assert found.out == run("draft", example("dislike")).out


def _several(folder: Path, name: str) -> Path:
    """Two cases under this name: a folder of them, their lines, or an array."""
    path, two = folder / name, [case("dislike", id="one"), case("cracked-mug", id="two")]
    if name.endswith("l"):
        path.write_text("".join(f"{json.dumps(one)}\n" for one in two))
    elif name.endswith(".json"):
        path.write_text(json.dumps(two, indent=2))
    else:
        path.mkdir()
        for one in two:
            (path / f"{one['id']}.json").write_text(json.dumps(one))
    return path


@pytest.mark.parametrize("name", ["my cases", "cases.jsonl", "cases.json"])
def test_who_names_several_cases_is_told_what_writes_them(tmp_path: Path, name: str) -> None:
    _several(tmp_path, name)
    with chdir(tmp_path):
        found = run("draft", name)
        assert (found.code, found.out, found.err.count("\n")) == (2, "", 1)
        named = re.search(r"`claimwright (batch [^`]*)`", found.err)
        assert named
        assert run(*shlex.split(named[1])).code == 0
        assert len([*Path("messages").rglob("*.txt")]) == 2


def test_a_file_of_lines_with_one_case_is_that_case(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps(case("dislike")) + "\n")
    assert run("draft", str(tmp_path / "one.jsonl")).out == run("draft", example("dislike")).out


def test_a_broken_case_over_several_lines_is_one_case(tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text('{"facts": {},\n "recieved": 1}\n')
    found = run("draft", str(tmp_path / "case.json"))
    assert (found.code, "batch" in found.err) == (7, False)


def test_without_a_case_the_way_to_name_one_is_told() -> None:
    found = run("draft")
    assert (found.code, found.out) == (2, "")
    assert "claimwright draft case.json" in found.err


def test_a_key_that_happens_to_be_set_changes_nothing_for_the_template() -> None:
    plain = run("draft", example("dislike"))
    endpoint = {"OPENAI_API_KEY": "sk-none", "OPENAI_BASE_URL": "http://127.0.0.1:9"}
    assert run("draft", "--writer", "template", example("dislike"), **endpoint) == plain


MARK = b"\xef\xbb\xbf"


def test_a_byte_order_mark_before_a_case_or_its_lines_means_nothing(tmp_path: Path) -> None:
    case_file, lines = Path(example("dislike")).read_bytes(), (ROOT / "examples/batch.jsonl").read_bytes()
    for name, data in {"dislike.json": case_file, "lines.jsonl": lines}.items():
        (tmp_path / name).write_bytes(MARK + data)
    array = b"[" + case_file + b"]"
    assert run("draft", str(tmp_path / "dislike.json")).out == run("draft", example("dislike")).out
    assert run("draft", "-", stdin=MARK + case_file).out == run("draft", "-", stdin=case_file).out
    for data in (lines, case_file):
        marked, plain = (run("check", "--json", "-", stdin=mark + data) for mark in (MARK, b""))
        assert (marked.code, marked.out) == (0, plain.out)
    assert run("check", "--json", str(tmp_path / "lines.jsonl")).out == run("check", "--json", "-", stdin=lines).out
    for data in (lines, case_file, array):
        marked, plain = (run("batch", "-", "-o", "-", stdin=mark + data) for mark in (MARK, b""))
        assert marked.code == plain.code
        assert [one["message"] for one in marked.records()] == [one["message"] for one in plain.records()] != []
