"""The days that a story names, in six languages, and what each can mean."""

from datetime import date

import pytest

from claimwright.intake.story.days import days
from claimwright.intake.story.telling import Story
from claimwright.intake.story.tongue import language_of

TODAY = date(2026, 11, 22)


def meant(text: str, *, day_first: bool = True) -> list[list[str]]:
    return [sorted(map(str, one.meanings)) for one in days(Story.told(text), TODAY, day_first=day_first)]


NAMED = [
    ("28 de octubre de 2026", "2026-10-28"),
    ("28 de octubre", "2026-10-28"),
    ("el 28 octubre del 2026", "2026-10-28"),
    ("el 1 de septiembre", "2026-09-01"),
    ("el 28/10", "2026-10-28"),
    ("28 de outubro de 2026", "2026-10-28"),
    ("dia 3 de março de 2026", "2026-03-03"),
    ("le 1er août 2026", "2026-08-01"),
    ("le 28 octobre", "2026-10-28"),
    ("3 février 2026", "2026-02-03"),
    ("am 28. Oktober 2026", "2026-10-28"),
    ("am 3. März 2026", "2026-03-03"),
    ("28.10.2026", "2026-10-28"),
    ("vom 28.10.", "2026-10-28"),
    ("28 октября 2026 года", "2026-10-28"),
    ("3 мая 2026", "2026-05-03"),
    ("28-го октября", "2026-10-28"),
    ("el primero de octubre", "2026-10-01"),
    ("em 28 out. 2026", "2026-10-28"),
    ("28 Oct 2026", "2026-10-28"),
    ("October 28th, 2026", "2026-10-28"),
    ("2026-10-28", "2026-10-28"),
    ("15 December", "2026-12-15"),
    ("25 March", ""),  # neither the last months nor the next ones
    ("vorgestern", "2026-11-20"),
    ("il y a trois jours", "2026-11-19"),
    ("há 2 semanas", "2026-11-08"),
    ("два дня назад", "2026-11-20"),
    ("5 days ago", "2026-11-17"),
    ("hoy", "2026-11-22"),
]


@pytest.mark.parametrize(("text", "day"), NAMED)
def test_a_day_is_read(text: str, day: str) -> None:
    assert meant(text) == [[day] if day else []]


NONE = [
    "31 de abril de 2026",
    "30. Februar",
    "3 sets of 2",
    "2 out of 5",
    "size 10/12",
    "octubre",
    "im Oktober",
    "v. 2.10",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_day_is_none(text: str) -> None:
    assert [one for one in meant(text) if one] == []


def test_the_order_of_figures_follows_the_language_or_another_day() -> None:
    assert meant("02/10/2026") == [["2026-10-02"]]
    assert meant("02/10/2026", day_first=False) == [["2026-02-10", "2026-10-02"]]
    assert meant("02.10.2026", day_first=False) == [["2026-10-02"]]
    assert meant("02/10/2026 and 28/10/2026", day_first=False) == [["2026-10-02"], ["2026-10-28"]]
    assert meant("02/10/2026 and 10/28/2026", day_first=False)[0] == ["2026-02-10", "2026-10-02"]


LANGUAGES = [
    ("My parcel has not arrived and the seller is silent.", "en"),
    ("No me ha llegado el paquete y el vendedor no contesta.", "es"),
    ("Não recebi a encomenda e o vendedor não responde.", "pt"),
    ("Je n'ai pas reçu le colis et le vendeur ne répond pas.", "fr"),
    ("Das Paket ist nicht da und der Verkäufer antwortet nicht.", "de"),
    ("Посылка не пришла, и продавец молчит.", "ru"),
    ("8190000000000001", "en"),
]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_the_language_of_a_story(text: str, language: str) -> None:
    assert language_of(text) == language
