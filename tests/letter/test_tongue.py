"""What is told to be in another language: only what surely is."""

import pytest

from claimwright.letter.tongue import english

from .drafting import drafted_examples, example

FOREIGN = [
    "La lámpara es verde y no es la que pedí.",
    "A lâmpada veio com defeito e não é da cor que pedi.",
    "La lampe est arrivée cassée et ne marche pas.",
    "Die Lampe ist grün und nicht blau.",
    "La lampada è arrivata rotta e non funziona.",
    "Lampa jest zielona i nie działa.",
    "连帽衫是绿色的。",
    "Лампа пришла сломанной.",
    "الطرد لم يصل",
]
ENGLISH = [
    "The lamp is green.",
    "Item damaged",
    "E1",
    "Café «Lumière» lamp, size M",
    "The box from La Casa de la Luz is empty.",
    "Die-cast car, red, was blue",
    "No se 2 lamps",
    "12.5 cm",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language_is_seen(text: str) -> None:
    assert not english(text)


@pytest.mark.parametrize("text", ENGLISH)
def test_in_doubt_it_is_english(text: str) -> None:
    assert english(text)


@pytest.mark.parametrize("stem", drafted_examples())
def test_no_word_of_an_example_is_foreign(stem: str) -> None:
    this = example(stem)
    texts = [*this.what_happened, *(one.shows for one in this.evidence), *(one.text for one in this.contacts)]
    assert [text for text in texts if not english(text)] == []
