"""`claimwright batch`: what stands in OUT, what is told, and how it ends."""

import json
from pathlib import Path

import pytest

from .hoodies import hoodies, lines, results
from .running import EXAMPLES, ROOT, case, example, run

SINGLE = [example(stem) for stem in EXAMPLES]


def test_every_example_is_handled_as_draft_handles_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    found = run("batch", *SINGLE, "-o", str(out))
    assert (found.code, found.out) == (0, "")
    for stem in EXAMPLES[::3]:
        drafted = run("draft", "--json", "--writer", "template", example(stem)).record()
        ours = json.loads((out / f"{stem}.json").read_text(encoding="utf-8"))
        assert drafted.keys() - ours.keys() == set()
        assert {name: ours[name] for name in drafted} == drafted
        text = out / f"{stem}.txt"
        assert text.exists() == (drafted["message"] is not None)
        assert not text.exists() or text.read_text(encoding="utf-8") == drafted["message"] + "\n"
        assert ours["refusal"] == (
            drafted["error"]["text"] if drafted["error"] and drafted["error"]["exit_code"] == 3 else None
        )
    assert {one.stat().st_mode & 0o777 for one in out.iterdir()} == {0o600}


def test_a_case_whose_dispute_is_open_is_handled_as_draft_handles_it(tmp_path: Path) -> None:
    opened = {"opened_on": "2026-11-20", "proposal": {"amount": {"amount": "5.00", "currency": "EUR"}}}
    given = [case(stem, dispute=opened) for stem in ("wrong-colour", "stalled", "expired-food")]
    out = tmp_path / "out.jsonl"
    assert run("batch", lines(tmp_path / "c.jsonl", *given), "-o", str(out)).code == 0
    for one, ours in zip(given, results(out), strict=True):
        drafted = run("draft", "--json", "--writer", "template", "-", stdin=json.dumps(one)).record()
        assert {name: ours[name] for name in drafted} == drafted
        assert [said["id"] for said in ours["warnings"]][-1] == "already-open"
    assert "The seller proposed a refund of €5.00." in results(out)[0]["message"]


def test_a_folder_is_handled_whole_and_a_second_run_says_that_all_is_done(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = run("batch", str(ROOT / "examples"), "-o", str(out))
    files = {one.name: one.read_bytes() for one in out.iterdir()}
    again = run("batch", str(ROOT / "examples"), "-o", str(out))
    assert first.code == again.code
    total = len(results(out / "results.jsonl"))
    assert total == len(EXAMPLES) + 12
    assert f"{total} cases." in first.err
    assert f"All {total} cases are done already." in again.err
    assert {one.name: one.read_bytes() for one in out.iterdir()} == files


def test_a_broken_line_is_a_result_and_stops_nothing(tmp_path: Path) -> None:
    given = lines(tmp_path / "c.jsonl", case("wrong-colour"), "{bad\n", {"id": "x", "facts": 5}, case("cracked-mug"))
    out = tmp_path / "out.jsonl"
    found = run("batch", given, "-o", str(out))
    assert found.code == 1
    assert [(one["id"], one["line"], (one["error"] or {}).get("exit_code")) for one in results(out)] == [
        ("wrong-colour", 1, None),
        ("2", 2, 7),
        ("x", 3, 7),
        ("cracked-mug", 4, None),
    ]
    assert f"Failed: {given}, line 2" in found.err
    assert json.loads((tmp_path / "out.jsonl.report.json").read_text())["failed"] == 2
    assert run("batch", given, "-o", str(out)).code == 1  # they failed before, and still do


@pytest.mark.parametrize(
    ("change", "told", "again"),
    [
        ((), "All 4 cases are done already.", 0),
        (("--limit", "900"), "4 are done again because this has changed: the limit (1000, now 900).", 4),
        (
            ("--today", "2026-11-23"),
            "4 are done again because this has changed: the day (2026-11-22, now 2026-11-23).",
            4,
        ),
        (("--fresh",), "4 cases.", 4),
    ],
)
def test_what_has_changed_is_done_again_and_said(
    change: tuple[str, ...], told: str, again: int, tmp_path: Path
) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 4), tmp_path / "out.jsonl"
    run("batch", given, "-o", str(out))
    found = run("batch", given, "-o", str(out), *change)
    assert told in " ".join(found.err.split())
    assert ("4 cases in" in found.err) == bool(again)
    assert len(results(out)) == 4


def test_a_case_that_has_changed_is_done_again_alone_and_the_order_stays(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    given = hoodies(tmp_path / "c.jsonl", 4)
    run("batch", given, "-o", str(out))
    lines(
        tmp_path / "c.jsonl",
        case("wrong-colour", id="hoodie-3"),
        case("wrong-colour", id="hoodie-1", what_happened=["The sleeve is torn off."]),
        case("wrong-colour", id="new"),
    )
    found = run("batch", given, "-o", str(out))
    assert "1 of 3 cases is done already." in found.err
    assert "1 case has changed since and is done again." in found.err
    assert "2 results of other cases stay" in found.err
    assert [one["id"] for one in results(out)] == ["hoodie-0", "hoodie-2", "hoodie-3", "hoodie-1", "new"]
    assert "sleeve" in results(out)[3]["message"]


def test_the_user_s_own_templates_count_as_changed(tmp_path: Path) -> None:
    given, out, home = hoodies(tmp_path / "c.jsonl", 2), tmp_path / "out.jsonl", tmp_path / "home"
    run("batch", given, "-o", str(out))
    own = home / "templates/messages/statement/colour.j2"
    own.parent.mkdir(parents=True)
    ours = (ROOT / "templates/messages/statement/colour.j2").read_text(encoding="utf-8")
    own.write_text(ours + "\n", encoding="utf-8")
    found = run("batch", given, "-o", str(out), "--home", str(home))
    assert "because this has changed: the guide, the templates or the prompts." in " ".join(found.err.split())


def test_a_message_that_was_edited_stays_and_one_that_is_gone_comes_back(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 2), tmp_path / "out"
    run("batch", given, "-o", str(out))
    before = (out / "hoodie-1.txt").read_text(encoding="utf-8")
    (out / "hoodie-0.txt").write_text("mine", encoding="utf-8")
    (out / "hoodie-1.txt").unlink()
    found = run("batch", given, "-o", str(out))
    assert "All 2 cases are done already." in found.err
    assert (out / "hoodie-0.txt").read_text(encoding="utf-8") == "mine"
    assert (out / "hoodie-1.txt").read_text(encoding="utf-8") == before


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_message_that_was_edited_is_never_lost(form: str, tmp_path: Path) -> None:
    out, ending = tmp_path / "out", {"text": "txt", "markdown": "md"}[form]
    given = hoodies(tmp_path / "c.jsonl", 2)
    args = (given, "-o", str(out), "-f", form)
    run("batch", *args)
    (out / f"hoodie-0.{ending}").write_text("mine", encoding="utf-8")
    (out / ".lock").touch()  # as a run leaves it that was cut off
    assert "All 2 cases are done already." in run("batch", *args).err
    assert (out / f"hoodie-0.{ending}").read_text(encoding="utf-8") == "mine"
    changed = [case("wrong-colour", id=f"hoodie-{n}", what_happened=["The sleeve is torn off."]) for n in (0, 1)]
    lines(tmp_path / "c.jsonl", *changed)
    told = " ".join(run("batch", *args).err.split())
    assert f"1 message had been edited by hand. It was written anew; the edited one is kept: {out}" in told
    assert (out / f"hoodie-0.edited.{ending}").read_text(encoding="utf-8") == "mine"
    assert not (out / f"hoodie-1.edited.{ending}").exists()
    for number in (0, 1):
        assert "sleeve" in (out / f"hoodie-{number}.{ending}").read_text(encoding="utf-8")


def test_a_file_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 2), tmp_path / "out"
    assert run("batch", lines(tmp_path / "d.jsonl", case("cracked-mug")), "-o", str(out)).code == 0
    (out / "hoodie-1.txt").write_text("a note of mine", encoding="utf-8")
    found = run("batch", given, "-o", str(out))
    assert found.code == 1
    assert "hoodie-1.txt is there already and is not of a batch" in found.err
    assert (out / "hoodie-1.txt").read_text(encoding="utf-8") == "a note of mine"
    (out / "hoodie-1.txt").unlink()
    assert run("batch", given, "-o", str(out)).code == 0


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("-o", "{0}/out"), 2, "Name what holds the cases"),
        (("{0}/nothing.json", "-o", "{0}/out"), 8, "there is no such file"),
        (("{0}/c.jsonl", "-o", "{0}/c.jsonl"), 2, "Name another OUT"),
        (("{0}", "-o", "{0}"), 2, "Name another OUT"),
        (("{0}/c.jsonl", "-o", "{0}/other.jsonl"), 2, "is not a file of results"),
        (("{0}/c.jsonl", "-o", "{0}/full"), 2, "holds other files"),
        (("{0}/c.jsonl", "-o", "{0}/note.txt"), 2, "is a file"),
        (("{0}/c.jsonl", "-o", "{0}/nowhere/out.jsonl"), 8, "there is no folder"),
        (("-", "-", "-o", "{0}/out"), 2, "can be read once"),
        (("{0}/c.jsonl", "-o", "{0}/other.jsonl", "--fresh"), 2, "is not a file of results"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is(
    args: tuple[str, ...], code: int, told: str, tmp_path: Path
) -> None:
    hoodies(tmp_path / "c.jsonl", 1)
    (tmp_path / "full").mkdir()
    for name in ("other.jsonl", "note.txt", "full/x.txt"):
        (tmp_path / name).write_text('{"facts": {}}\n', encoding="utf-8")
    before = sorted(one.name for one in tmp_path.rglob("*"))
    found = run("batch", *(one.format(tmp_path) for one in args))
    assert (found.code, found.out) == (code, "")
    assert told in found.err
    assert sorted(one.name for one in tmp_path.rglob("*")) == before
