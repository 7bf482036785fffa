"""`claimwright batch` once more: what stays, what is done again, what is kept of what was there."""

from datetime import date
from pathlib import Path

import pytest

from claimwright.cli import settings

from .endpoint import endpoint
from .hoodies import hoodies, lines, results
from .running import ROOT, case, run

GOOD = "The hoodie that arrived is bright green [F9, E1]. The listing shows navy [F8, E2]."
COLOUR = "templates/messages/statement/colour.j2"


def flat(text: str) -> str:
    return " ".join(text.split())


def writers(out: Path) -> list[str]:
    return [one["writer"] for one in results(out)]


def test_what_a_model_has_finished_stays_when_the_template_does_the_rest(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 8), tmp_path / "out.jsonl"
    with endpoint(GOOD) as model:
        by_model = ("batch", given, "-o", str(out), "--base-url", model.url, "--concurrency", "1")
        assert run(*by_model, "--max-tokens", "3000").code == 1
        done = len(results(out))
        rest = run("batch", given, "-o", str(out), "--writer", "template")
        assert rest.code == 0
        assert f"{done} of 8 cases are done already. {done} messages of a run with a model stay" in flat(rest.err)
        assert "--fresh words them anew" in flat(rest.err)
        assert writers(out) == ["model"] * done + ["template"] * (8 - done)
        asked = len(model.bodies)
        assert run(*by_model).code == 0  # the other way: the model words what the template has worded
        assert len(model.bodies) == asked + 8 - done
        assert writers(out) == ["model"] * 8
    fresh = run("batch", given, "-o", str(out), "--writer", "template", "--fresh")
    assert (fresh.code, writers(out)) == (0, ["template"] * 8)


def test_another_day_changes_nothing_unless_it_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 6), tmp_path / "out.jsonl"

    class Evening(date):
        @classmethod
        def today(cls) -> "Evening":
            return cls(2026, 11, 22)

    class Morning(Evening):
        @classmethod
        def today(cls) -> "Morning":
            return cls(2026, 11, 23)

    with endpoint(GOOD) as model:
        args = ("batch", given, "-o", str(out), "--base-url", model.url, "--concurrency", "1")
        monkeypatch.setattr(settings, "date", Evening)
        assert run(*args, "--max-tokens", "3000", CLAIMWRIGHT_TODAY=None).code == 1
        done = len(model.bodies)
        assert 0 < done < 6
        monkeypatch.setattr(settings, "date", Morning)
        found = run(*args, CLAIMWRIGHT_TODAY=None)
        assert f"{done} of 6 cases are done already." in flat(found.err)
        assert len(model.bodies) == 6
        told = flat(run(*args, "--today", "2026-11-23").err)
        assert "6 are done again because this has changed: the day (none given, now 2026-11-23)." in told


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ((), ("--language", "es"), "the language (English, now Spanish)"),
        (("-f", "markdown"), (), "the form (markdown, now text)"),
        (("--limit", "4999"), ("--limit", "800"), "the limit (4999, now 800)"),
        ((), ("--guide", "aliexpress"), "the guide (none given, now aliexpress)"),
        (("--limit", "900"), ("-f", "markdown"), "the limit, the language, the form, the guide or the day"),
    ],
)
def test_what_has_changed_is_named(before: tuple[str, ...], now: tuple[str, ...], said: str, tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 1), tmp_path / "out.jsonl"
    assert run("batch", given, "-o", str(out), *before).code == 0
    told = flat(run("batch", given, "-o", str(out), *now).err)
    assert f"1 is done again because this has changed: {said}." in told


def test_a_fault_in_a_template_of_the_buyer_s_stops_it_before_anything_is_touched(tmp_path: Path) -> None:
    given, out, home = hoodies(tmp_path / "c.jsonl", 2), tmp_path / "out", tmp_path / "home"
    assert run("batch", given, "-o", str(out)).code == 0
    before = {one.name: one.read_bytes() for one in out.iterdir()}
    (home / COLOUR).parent.mkdir(parents=True)
    (home / COLOUR).write_text((ROOT / COLOUR).read_text(encoding="utf-8") + "\n{{ oops", encoding="utf-8")
    prompt = home / "prompts/case.j2"
    prompt.parent.mkdir()
    prompt.write_text("{% if %}", encoding="utf-8")
    found = run("batch", given, "-o", str(out), "--home", str(home))
    assert found.code == 8
    number = (home / COLOUR).read_text(encoding="utf-8").count("\n") + 1
    assert f"{home / COLOUR}, line {number}: " in found.err
    assert f"{prompt}, line 1: " in found.err
    assert "Nothing has been changed." in found.err
    assert {one.name: one.read_bytes() for one in out.iterdir()} == before


@pytest.mark.parametrize("ending", ["", ".jsonl"])
def test_a_case_that_fails_keeps_the_message_that_there_was(ending: str, tmp_path: Path) -> None:
    given, out, home = hoodies(tmp_path / "c.jsonl", 2), tmp_path / f"out{ending}", tmp_path / "home"
    ledger = out if ending else out / "results.jsonl"
    args = ("batch", given, "-o", str(out))
    assert run(*args).code == 0
    message = results(ledger)[0]["message"]
    (home / COLOUR).parent.mkdir(parents=True)
    (home / COLOUR).write_text((ROOT / COLOUR).read_text(encoding="utf-8").replace("The item", "{{ oops }}"))
    for _ in range(2):  # a second failure loses it no more than the first
        found = run(*args, "--home", str(home))
        assert found.code == 1
        one = results(ledger)[0]
        assert (one["message"], one["error"]["exit_code"]) == (None, 8)
        assert one["earlier"] == {"message": message, "markdown": None}
        assert ending or (out / "hoodie-0.txt").read_text(encoding="utf-8") == f"{message}\n"
    assert run(*args, "--limit", "50", "--home", str(tmp_path)).code == 0  # none fits, and none is lost
    assert results(ledger)[0]["earlier"]["message"] == message
    mended = run(*args, "--limit", "900")
    assert (mended.code, "by hand" in mended.err) == (0, False)
    assert results(ledger)[0]["earlier"] is None
    assert results(ledger)[0]["message"] is not None
    assert ending or not [*out.glob("*.edited*")]


def test_a_case_that_is_refused_now_has_no_message_any_more(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 1), tmp_path / "out"
    assert run("batch", given, "-o", str(out), "-f", "markdown").code == 0
    lines(tmp_path / "c.jsonl", case("wrong-colour", id="hoodie-0", facts={"intent": "bad_faith"}))
    assert run("batch", given, "-o", str(out)).code == 0
    assert sorted(one.name for one in out.iterdir()) == [
        "hoodie-0.json",
        "report.html",
        "report.json",
        "results.jsonl",
    ]


@pytest.mark.parametrize("ending", ["", ".jsonl"])
def test_results_that_are_set_aside_are_named_and_never_written_over(ending: str, tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    hoodies(tmp_path / "cases/c.jsonl", 2)
    out = tmp_path / "cases" / f"out{ending}"
    args = ("batch", str(tmp_path / "cases"), "-o", str(out))
    run(*args)
    first, second = run(*args, "--fresh"), run(*args, "--fresh", "--limit", "900")
    folder, stem = (out, "results") if not ending else (out.parent, "out")
    for ran, name in ((first, f"{stem}.earlier-2026-11-22.jsonl"), (second, f"{stem}.earlier-2026-11-22-2.jsonl")):
        assert f"The earlier results are kept: {folder / name}." in flat(ran.err)
        assert len(results(folder / name)) == 2
    assert "2 cases." in second.err  # those of earlier results are none
