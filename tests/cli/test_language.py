"""`claimwright draft --language` and `--also`: what stands on stdout, what is told beside it, what never changes."""

import sys
from pathlib import Path
from typing import Any

import pytest

from .endpoint import endpoint
from .running import example, process, run

CASE = example("wrong-colour")
ENGLISH = run("draft", CASE).out
GOOD = "The hoodie that arrived is bright green [F9, E1]. The listing shows navy [F8, E2]."
LANGUAGES = {"es": "Spanish", "pt": "Portuguese", "fr": "French", "de": "German", "ru": "Russian"}
BODIES = {
    "es": "La sudadera que llegó es de color verde vivo [F9, E1]. El anuncio muestra azul marino [F8, E2].",
    "pt": "O moletom que chegou é verde vivo [F9, E1]. O anúncio mostra azul-marinho [F8, E2].",
    "fr": "Le sweat qui est arrivé est vert vif [F9, E1]. L'annonce montre du bleu marine [F8, E2].",
    "de": "Der Pullover, der ankam, ist leuchtend grün [F9, E1]. Die Angebotsseite zeigt Marineblau [F8, E2].",
    "ru": "Пришедшая толстовка ярко-зелёная [F9, E1]. На странице товара показан тёмно-синий цвет [F8, E2].",
}
THREAT = "La sudadera es verde, y voy a denunciar a la tienda [F9, E1]."
NOT_MADE = "these checks were not made: words that are new to the case"


@pytest.fixture
def state(tmp_path: Path) -> dict[str, Any]:
    """Where it is remembered which hosts were told of."""
    return {"XDG_STATE_HOME": str(tmp_path / "state")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_model_writes_in_that_language_and_what_is_not_checked_is_told(language: str, state: dict[str, Any]) -> None:
    with endpoint(BODIES[language]) as model:
        found = run("draft", CASE, "--language", language, OPENAI_BASE_URL=model.url, **state)
        whole = run("draft", CASE, "--json", "--language", language, OPENAI_BASE_URL=model.url, **state)
    assert found.code == 0
    assert "8190000000000001" in found.out
    assert "I ask for" not in found.out
    assert "(E1)" in found.out
    assert f"In {LANGUAGES[language]} {NOT_MADE}" in " ".join(found.err.split())
    assert f"Write it in {LANGUAGES[language]}." in model.requests[0]["messages"][0]["content"]
    record = whole.record()
    assert (record["language"], record["writer"], record["also"]) == (language, "model", None)
    assert record["message"] + "\n" == found.out
    assert record["checks_not_made"]
    assert all(one["rests_on"] or one["part"] == "closing" for one in record["sentences"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_model_the_message_is_english_and_says_so(language: str) -> None:
    found = run("draft", CASE, "--language", language)
    assert (found.code, found.out) == (0, ENGLISH)
    assert f"Written in English: only a model can put your words into {LANGUAGES[language]}." in found.err
    assert NOT_MADE not in found.err


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        pytest.param(401, "The model's provider does not accept the key", id="that refuses"),
        pytest.param(GOOD, "the drafts of the model failed their checks.", id="that writes another language"),
    ],
)
def test_beside_a_model_that_failed_it_is_not_said_that_there_was_none(
    reply: str | int, why: str, state: dict[str, Any]
) -> None:
    with endpoint(reply) as model:
        found = run("draft", CASE, "--language", "fr", OPENAI_BASE_URL=model.url, **state)
    said = " ".join(found.err.split())
    assert (found.code, found.out) == (0, ENGLISH)
    assert "Written in English: the model did not put your words into French." in said
    assert f"Written from the template: {why}" in said
    assert "only a model can" not in said


def test_a_model_that_must_write_and_writes_another_language_is_exit_code_5(state: dict[str, Any]) -> None:
    with endpoint(GOOD) as model:
        args = ("draft", CASE, "--writer", "model", "--language", "fr")
        found = run(*args, OPENAI_BASE_URL=model.url, **state)
        dead = run(*args, OPENAI_BASE_URL="http://127.0.0.1:9/v1", **state)
    assert (found.code, found.out, dead.code, dead.out) == (5, "", 6, "")
    assert "not in the language that was asked for" in found.err


def test_a_dry_run_shows_the_prompt_in_that_language() -> None:
    english, german = run("draft", CASE, "--dry-run"), run("draft", CASE, "--dry-run", "--language", "de")
    assert german.out == english.out.replace("Write it in English.", "Write it in German.")


def test_a_second_version_is_shown_on_stderr_only(state: dict[str, Any]) -> None:
    with endpoint(GOOD, BODIES["es"]) as model:
        found = run("draft", CASE, "--also", "es", OPENAI_BASE_URL=model.url, **state)
    assert found.code == 0
    assert "Solicito" not in found.out
    assert "In Spanish, for you alone (do not send this one):" in found.err
    assert "Solicito un reembolso total de 23,40 €" in found.err
    for one in (b"8190000000000001", b"Ana Ruiz", b"BlueHarbor"):
        assert not any(one in body for body in model.bodies)


def test_the_object_holds_the_second_version(state: dict[str, Any]) -> None:
    with endpoint(BODIES["ru"], GOOD) as model:
        args = ("draft", CASE, "--language", "ru", "--also", "en", "--json")
        record = run(*args, OPENAI_BASE_URL=model.url, **state).record()
    assert (record["language"], record["also"]["language"]) == ("ru", "en")
    assert "I ask for a full refund of €23.40" in record["also"]["message"]
    assert "Прошу вернуть полную сумму, 23,40 €" in record["message"]


@pytest.mark.parametrize(
    ("reply", "why"), [(THREAT, "The model's draft failed its checks."), (500, "The endpoint has a fault of its own")]
)
def test_a_second_version_that_fails_changes_nothing(reply: str | int, why: str, state: dict[str, Any]) -> None:
    with endpoint(GOOD) as model:
        alone = run("draft", CASE, OPENAI_BASE_URL=model.url, **state)
    with endpoint(GOOD, reply) as model:
        found = run("draft", CASE, "--also", "es", "--timeout", "3", OPENAI_BASE_URL=model.url, **state)
    assert (found.code, found.out) == (alone.code, alone.out)
    (told,) = (line for line in found.err.splitlines() if line.startswith("No version in Spanish: "))
    assert told.startswith(f"No version in Spanish: {why}")


@pytest.mark.parametrize(
    ("also", "told"),
    [
        ("es", "No version in Spanish: that takes a model."),
        ("en", "No second version: the message is in English already."),
    ],
)
def test_without_a_model_there_is_one_line_instead(also: str, told: str) -> None:
    found = run("draft", CASE, "--also", also)
    assert (found.code, found.out) == (0, ENGLISH)
    assert found.err.count(told) == 1


def test_an_english_message_loads_nothing_of_other_languages() -> None:
    script = (
        "import sys; from claimwright.cli.main import run; sys.argv = ['claimwright', 'draft', '-q', sys.argv[1]]\n"
        "try:\n    run()\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)"
    )
    found = process(CASE, command=(sys.executable, "-c", script))
    loaded = found.err.split()
    assert "claimwright.letter.wording" in loaded
    abroad = (
        "babel",
        "claimwright.letter.frame_abroad",
        "claimwright.letter.checks.abroad",
        "claimwright.letter.checks.lexicon",
    )
    assert [one for one in loaded if one.startswith((*abroad, "claimwright.reading.dates_abroad"))] == []


def test_a_language_that_is_not_known_is_a_wrong_use() -> None:
    assert run("draft", CASE, "--language", "xx").code == 2
