"""A message in another language without a model: only where the buyer's own sentences are in that language."""

from typing import Any

import pytest

from claimwright.letter.compose import compose
from claimwright.letter.message import render
from claimwright.llm.model import Failed

from .drafting import RESOURCES, brief, case, example
from .talking import talk

OWN = {
    "es": ["La lámpara llegó rota y no se enciende.", "El cristal está partido en dos."],
    "pt": ["A lâmpada chegou quebrada e não acende.", "O vidro está partido em dois."],
    "fr": ["La lampe est arrivée cassée et ne s'allume pas.", "Le verre est brisé en deux."],
    "de": ["Die Lampe kam kaputt an und geht nicht an.", "Das Glas ist in zwei Teile zerbrochen."],
    "ru": ["Лампа пришла разбитой и не включается.", "Стекло расколото на две части."],
}
TAKES_A_MODEL = "Written in English: only a model can put your words into"


def _case(texts: list[str]) -> Any:
    return case({"received": "yes", "defects": ["damaged"]}, what_happened=texts, request={"refund": "full"})


@pytest.mark.parametrize("language", OWN)
def test_sentences_in_that_language_stand_in_its_frame(language: str) -> None:
    composed = compose(brief(_case(OWN[language])), RESOURCES, language=language)
    assert composed.language == language
    assert " ".join(OWN[language]) in render(composed.checked)
    assert "I ask for" not in render(composed.checked)
    assert composed.notes == ()
    assert composed.checks_not_made


@pytest.mark.parametrize("language", OWN)
@pytest.mark.parametrize("first", ["The lamp came broken.", "OK 7/8."])
def test_one_sentence_in_another_language_makes_the_message_english(language: str, first: str) -> None:
    this = brief(_case([first, *OWN[language]]))
    composed = compose(this, RESOURCES, language=language)
    assert composed.language == "en"
    assert render(composed.checked) == render(compose(this, RESOURCES).checked)
    assert composed.notes[-1].startswith(TAKES_A_MODEL)
    assert composed.checks_not_made == ()


def test_a_sentence_that_fails_the_checks_of_its_language_makes_the_message_english() -> None:
    this = brief(_case(["La lámpara llegó rota.", "El vendedor es un estafador y voy a denunciarlo a la policía."]))
    assert compose(this, RESOURCES, language="es").language == "en"


def test_where_the_model_fails_the_same_is_done() -> None:
    found = talk(Failed("no answer"), case=_case(OWN["es"]), language="es")
    assert found.composed.language == "es"
    assert "Written from the template: no answer" in found.composed.notes
    found = talk(Failed("no answer"), case=example("wrong-colour"), language="es")
    assert found.composed.language == "en"
    assert "Written in English: the model did not put your words into Spanish." in found.composed.notes
