"""What of a story is hidden before it leaves, though no case says yet who buys."""

import pytest
from tests.intake.told import Expected, all_stories

from claimwright.intake.story.hiding import mask_of
from claimwright.intake.story.telling import Story

STORIES = all_stories()

HIDDEN = [
    ("My name is Ottilie Marsh-Venn and I live here.", ["Ottilie", "Venn"]),
    ("Me llamo Leandro Piedrafita.", ["Leandro", "Piedrafita"]),
    ("O meu nome é Caetano Brandoal.", ["Caetano", "Brandoal"]),
    ("Je m'appelle Solène Carvaix.", ["Solène", "Carvaix"]),
    ("Ich heiße Wiltrud Kammerlohe.", ["Wiltrud", "Kammerlohe"]),
    ("Меня зовут Устинья Ворожкина.", ["Устинья", "Ворожкина"]),
    ("It broke.\nKind regards,\nOttilie Venn", ["Ottilie", "Venn"]),
    ("Se rompió.\nUn saludo\nLeandro Piedrafita", ["Leandro", "Piedrafita"]),
    ("Es ist kaputt.\nMit freundlichen Grüßen\nWiltrud Kammerlohe", ["Wiltrud", "Kammerlohe"]),
    ("Разбито.\nС уважением, Устинья Ворожкина", ["Устинья", "Ворожкина"]),
    ("Ottilie: hello\nSeller: hi\nOttilie: it broke", ["Ottilie"]),
    ("[03.11.2026 18:20] Ottilie Venn: hello", ["Ottilie", "Venn"]),
    ("Bought from Copper Finch Store last week. Copper Finch is silent.", ["Copper Finch"]),
    ("I live at 14 Larkspur Lane, Hexley HX4 9QT.", ["Larkspur", "HX4"]),
    ("Vivo en Calle Almendro 27, 3º B.", ["Almendro"]),
    ("Moro na Rua das Giestas, 40, 4700-123 Brandal.", ["Giestas", "4700-123"]),
    ("J'habite 12 rue des Lilas.", ["Lilas"]),
    ("Ich wohne Ahornweg 7, 12345 Kammerlohe.", ["Ahornweg", "12345"]),
    ("Живу на ул. Кленовая, д. 5, кв. 12.", ["Кленовая"]),
    ("Write to ottilie.venn@example.org or +44 7700 900123.", ["ottilie.venn", "7700"]),
    ("Pay to GB33 BUKB 2020 1555 5555 55.", ["BUKB"]),
    ("My card 4111 1111 1111 1111 was charged.", ["4111 1111"]),
    ("Order 8190000000000001, tracking LP00990000000104.", ["8190000000000001", "LP00990000000104"]),
    ("Look at https://www.example.org/item/77", ["example.org"]),
]


@pytest.mark.parametrize(("text", "hidden"), HIDDEN)
def test_what_identifies_is_hidden(text: str, hidden: list[str]) -> None:
    story = Story.told(text)
    mask = mask_of(story)
    shown = mask.hide(story.text)
    assert [one for one in hidden if one in shown] == []
    assert mask.restore(shown) == story.text
    mask.guard(shown)


def test_a_given_name_is_hidden_in_parts_and_in_any_case() -> None:
    story = Story.told("I told them I am ottilie venn. OTTILIE said so.")
    assert "ttilie" not in mask_of(story, ("Ottilie Venn",)).hide(story.text).lower()


STAYS = [
    "It arrived on 28 October 2026 and cost 23,40 EUR.",
    "Seller: hello\nMe: it broke\nSeller: sorry",
    "Update: it came. Problem: it is green.",
    "Size 36 37 38, 12 pieces, 100 % cotton.",
    "Llegó el 28/10/2026 y pagué 15,75 euros.",
    "Заплатил 2 490 рублей 30 сентября 2026 года.",
]


@pytest.mark.parametrize("text", STAYS)
def test_what_tells_of_the_order_stays(text: str) -> None:
    story = Story.told(text)
    assert mask_of(story).hide(story.text) == story.text


@pytest.mark.parametrize("expected", STORIES, ids=[one.name for one in STORIES])
def test_no_number_or_person_of_the_examples_leaves(expected: Expected) -> None:
    mask = mask_of(expected.story)
    shown = mask.hide(expected.story.text)
    order = expected.table["order"]
    secret = [order[name] for name in ("number", "tracking_number", "store") if name in order]
    assert [one for one in (*secret, *expected.table.get("hidden", ())) if one in shown] == []
    assert mask.restore(shown) == expected.story.text
