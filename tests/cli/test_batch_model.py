"""`claimwright batch` with a model: what is sent, what it costs, and what stops it."""

from pathlib import Path

from .endpoint import endpoint
from .hoodies import hoodies, results
from .running import run

GOOD = "The hoodie that arrived is bright green [F9, E1]. The listing shows navy [F8, E2]."


def test_a_model_words_them_and_the_price_is_told(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 6), tmp_path / "out.jsonl"
    with endpoint(GOOD) as model:
        args = ("batch", given, "-o", str(out), "--price-in", "100", "--price-out", "1000", "--base-url", model.url)
        found = run(*args)
        again = run(*args)
    assert (found.code, len(model.bodies)) == (0, 6)
    assert {one["writer"] for one in results(out)} == {"model"}
    assert "5,652 tokens, cost 0.7920" in " ".join(found.err.split())
    assert "facts of the case go to" in found.err
    assert "All 6 cases are done already." in again.err
    assert b"Ana Ruiz" not in b"".join(model.bodies)


def test_messages_of_a_model_are_not_replaced_because_the_key_is_gone(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 3), tmp_path / "out.jsonl"
    with endpoint(GOOD) as model:
        run("batch", given, "-o", str(out), OPENAI_BASE_URL=model.url)
    assert "All 3 cases are done already." in run("batch", given, "-o", str(out)).err
    assert {one["writer"] for one in results(out)} == {"model"}


def test_a_wrong_key_costs_one_request_and_nothing_is_lost(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 20), tmp_path / "out"
    with endpoint(401) as model:
        found = run("batch", given, "-o", str(out), OPENAI_BASE_URL=model.url, OPENAI_API_KEY="sk-test-0123456789")
    assert (found.code, len(model.bodies)) == (6, 1)
    assert "does not accept the key" in found.err
    assert "20 of 20 cases are left." in found.err
    assert run("batch", given, "-o", str(out), "--writer", "template").code == 0


def test_spent_tokens_stop_it_and_the_next_run_goes_on(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 12), tmp_path / "out.jsonl"
    with endpoint(GOOD) as model:
        args = ("batch", given, "-o", str(out), "--base-url", model.url, "--concurrency", "2")
        found = run(*args, "--max-tokens", "6000")
        assert found.code == 1
        assert "Stopped by --max-tokens" in found.err
        done = len(model.bodies)
        assert 4 <= done <= 6
        assert run(*args).code == 0
    assert len(model.bodies) == 12


def test_nothing_is_sent_where_nothing_may_be_said(tmp_path: Path) -> None:
    given, out = hoodies(tmp_path / "c.jsonl", 2), tmp_path / "out.jsonl"
    with endpoint(GOOD) as model:
        found = run("batch", "-q", given, "-o", str(out), OPENAI_BASE_URL=model.url)
        assert (found.code, model.bodies) == (0, [])
        assert found.err == (
            f"Written by template: nobody has been told yet what goes to {model.url}; "
            "run once without -q, or say --writer model.\n"
        )
        assert run("batch", "-q", given, "-o", str(out), "--writer", "model", OPENAI_BASE_URL=model.url).code == 0
    assert len(model.bodies) == 2
