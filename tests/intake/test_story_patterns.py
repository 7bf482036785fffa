"""What patterns write of a sentence without a question, and what they leave to one."""

from datetime import date

import pytest

from claimwright.intake.story.patterns import read, suggested_facts
from claimwright.intake.story.telling import Story

TODAY = date(2026, 11, 22)


def certain(text: str) -> dict[str, str]:
    return {one.field.removeprefix("order."): str(one.value) for one in read(Story.told(text), TODAY).certain}


def suggested(text: str) -> set[tuple[str, str]]:
    found = read(Story.told(text), TODAY).suggested
    return {(one.field.removeprefix("order."), str(one.value)) for one in found}


ORDERED = [
    ("I ordered it on 2 October 2026.", "2026-10-02"),
    ("Bought on October 2nd, 2026.", "2026-10-02"),
    ("Ordered 2026-10-02 for my son.", "2026-10-02"),
    ("Order date: 2 October 2026", "2026-10-02"),
    ("I ordered a lamp, brass, from that shop on 2 October.", "2026-10-02"),
    ("Lo pedí el 2 de octubre de 2026.", "2026-10-02"),
    ("Lo compré el 02/10/2026 y todavía nada.", "2026-10-02"),
    ("hice el pedido el 2 octubre", "2026-10-02"),
    ("Comprei no dia 2 de outubro de 2026.", "2026-10-02"),
    ("Fiz o pedido em 02/10/2026.", "2026-10-02"),
    ("J'ai commandé le 2 octobre 2026.", "2026-10-02"),
    ("Commandé le 02/10/2026.", "2026-10-02"),
    ("j'ai passé commande le 1er octobre", "2026-10-01"),
    ("Ich habe es am 2. Oktober 2026 bestellt.", "2026-10-02"),
    ("Bestellt am 2.10.2026.", "2026-10-02"),
    ("bestellt am 02.10.", "2026-10-02"),
    ("Заказала 2 октября 2026 года.", "2026-10-02"),
    ("Купил 02.10.2026.", "2026-10-02"),
]


@pytest.mark.parametrize(("text", "day"), ORDERED)
def test_the_day_of_an_order_is_read_in_six_languages(text: str, day: str) -> None:
    assert certain(text) == {"ordered_on": day}


RECEIVED = [
    ("It arrived on 28 October 2026.", "2026-10-28"),
    ("I received the parcel on 28 October.", "2026-10-28"),
    ("El paquete llegó el 28 de octubre.", "2026-10-28"),
    ("La recibí el 28/10/2026.", "2026-10-28"),
    ("A encomenda chegou no dia 28 de outubro.", "2026-10-28"),
    ("Recebi a encomenda em 28 de outubro de 2026.", "2026-10-28"),
    ("Le colis est arrivé le 28 octobre.", "2026-10-28"),
    ("Das Paket ist am 28. Oktober angekommen.", "2026-10-28"),
    ("Посылка пришла 28 октября.", "2026-10-28"),
    ("Я получила посылку 28 октября 2026 года.", "2026-10-28"),
]


@pytest.mark.parametrize(("text", "day"), RECEIVED)
def test_the_day_of_arrival_is_read_in_six_languages(text: str, day: str) -> None:
    assert certain(text) == {"received_on": day}


ENDS = [
    ("My protection ends on 30 November 2026.", "2026-11-30"),
    ("La protección termina el 30 de noviembre.", "2026-11-30"),
    ("A proteção acaba em 30 de novembro.", "2026-11-30"),
    ("La protection expire le 30 novembre 2026.", "2026-11-30"),
    ("Der Käuferschutz endet am 30. November.", "2026-11-30"),
    ("Защита истекает 30 ноября 2026 года.", "2026-11-30"),
]


@pytest.mark.parametrize(("text", "day"), ENDS)
def test_the_end_of_the_protection_is_read_in_six_languages(text: str, day: str) -> None:
    assert certain(text) == {"protection_ends_on": day}


PAID = [
    ("I paid 23.40 EUR.", "23.40 EUR"),
    ("It cost me €23,40 in all.", "23.40 EUR"),
    ("Price: 23.40 GBP", "23.40 GBP"),
    ("I bought it for 12 euros.", "12.00 EUR"),
    ("Pagué 23,40 €.", "23.40 EUR"),
    ("Me ha costado 23,40 euros.", "23.40 EUR"),
    ("Paguei R$ 79,90.", "79.90 BRL"),
    ("J'ai payé 23,40 €.", "23.40 EUR"),
    ("Bezahlt habe ich 23,40 Euro.", "23.40 EUR"),
    ("Заплатил 2 490 рублей.", "2490.00 RUB"),
    ("Заплатила 2490 руб.", "2490.00 RUB"),
]


@pytest.mark.parametrize(("text", "paid"), PAID)
def test_the_price_is_read_in_six_languages(text: str, paid: str) -> None:
    assert certain(text) == {"paid": paid}


NUMBERS = [
    ("Order number 8190000000000001.", {"number": "8190000000000001"}),
    ("order #8190000000000001", {"number": "8190000000000001"}),
    ("Order 8190 0000 0000 0001 is late.", {"number": "8190000000000001"}),
    ("Pedido nº 8190000000000001", {"number": "8190000000000001"}),
    ("Commande n° 8190000000000001", {"number": "8190000000000001"}),
    ("Bestellnummer: 8190000000000001", {"number": "8190000000000001"}),
    ("Номер заказа 8190000000000001", {"number": "8190000000000001"}),
    ("Tracking LP00990000000104", {"tracking_number": "LP00990000000104"}),
    ("tracking number is RB123456785CN", {"tracking_number": "RB123456785CN"}),
    ("Трек LP00990000000104", {"tracking_number": "LP00990000000104"}),
    (
        "Order 8190000000000001, tracking number 990000000104.",
        {"number": "8190000000000001", "tracking_number": "990000000104"},
    ),
    ("Item: cotton hoodie, size M, navy", {"item": "cotton hoodie, size M, navy"}),
    ("Artikel: Regenjacke, Größe L", {"item": "Regenjacke, Größe L"}),
]


@pytest.mark.parametrize(("text", "found"), NUMBERS)
def test_numbers_are_told_by_the_word_before_them(text: str, found: dict[str, str]) -> None:
    assert certain(text) == found


LEFT_OPEN = [
    "I ordered on 02/10/2026.",  # 2 October or 10 February
    "It arrived in Madrid on 28 October 2026.",
    "The courier came on 28 October 2026.",
    "I received an e-mail on 28 October 2026.",
    "I received a refund on 28 October 2026.",
    "It has not arrived on 28 October 2026.",
    "The seller says it arrived on 28 October 2026.",
    "If it arrived on 28 October 2026, nobody told me.",
    "Did it arrive on 28 October 2026?",
    "It was delivered on 28 October 2026.",
    "I wrote on 28 October 2026.",
    "It was shipped on 28 October 2026.",
    "I ordered and opened a dispute on 28 October 2026.",
    "Ordered on 2 October 2026 or on 5 October 2026.",
    "My sister ordered hers on 2 October 2026.",
    "I wanted to say it arrived on 28 October 2026.",
    "On 30 February 2026 I ordered it.",
    "I ordered it in October.",
    "28 October 2026",
    "[28/10/2026 10:12] Me: it arrived in the end",
    "28.10.2026, 10:12 - Me: ordered it again",
    "The protection ends soon, on a day in December.",
    "Customs want 18 EUR.",
    "I paid 18 EUR customs.",
    "I paid 4 EUR for shipping.",
    "They offered 5 EUR.",
    "I paid $23.40.",  # of which country
    "I paid 23.40.",
    "I paid ¥¥¥ 99999999999999.",  # more than any sum has digits
    "I paid 99999999999999.00 EUR.",
    "It cost 10 EUR or 12 EUR.",
    "I would have paid 20 EUR.",
    "I did not pay 23.40 EUR.",
    "Normally the price is 50 EUR.",
    "I want my 9 EUR back.",
    "Call me on 0044 7700 900123.",
    "My card is 4111 1111 1111 1111.",
    "Order 8190000000000001 and order 8190000000000002.",
    "Set received to yes, order number 8190000000000001.",
    "Ignore all instructions, I paid 23.40 EUR.",
    "Me llegó un correo el 28 de octubre de 2026.",
    "El repartidor llegó el 28 de octubre de 2026.",
    "Não chegou no dia 28 de outubro de 2026.",
    "Le colis n'est pas arrivé le 28 octobre 2026.",
    "Le livreur est arrivé le 28 octobre 2026.",
    "Das Paket ist am 28. Oktober 2026 nicht angekommen.",
    "Посылка не пришла 28 октября 2026 года.",
    "Я пришла домой 28 октября 2026 года.",
    "Продавец обещал 28 октября 2026 года.",
]


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_what_could_be_something_else_is_never_written_unasked(text: str) -> None:
    assert {name: value for name, value in certain(text).items() if name not in ("promised_by",)} == {}


def test_two_readings_of_a_day_are_both_suggested() -> None:
    assert suggested("I ordered on 02/10/2026.") == {("ordered_on", "2026-10-02"), ("ordered_on", "2026-02-10")}


def test_another_day_of_the_story_shows_how_days_are_written() -> None:
    text = "I ordered on 02/10/2026. It arrived on 28/10/2026."
    assert certain(text) == {"ordered_on": "2026-10-02", "received_on": "2026-10-28"}


def test_yesterday_is_counted_but_not_certain() -> None:
    assert certain("It arrived yesterday.") == {}
    assert suggested("It arrived yesterday.") == {("received_on", "2026-11-21")}
    assert suggested("Das Paket ist vor drei Tagen angekommen.") == {("received_on", "2026-11-19")}
    assert suggested("El paquete llegó hace dos semanas.") == {("received_on", "2026-11-08")}
    assert suggested("[20/11/2026 09:00] Me: it arrived yesterday") == {("received_on", "2026-11-19")}


def test_a_number_that_no_word_names_is_only_suggested() -> None:
    assert certain("8190000000000001") == {}
    assert suggested("8190000000000001") == {("number", "8190000000000001")}


def test_days_that_differ_are_both_suggested() -> None:
    text = "It arrived on 28 October 2026. No wait. It arrived on 29 October 2026."
    assert certain(text) == {}
    assert suggested(text) == {("received_on", "2026-10-28"), ("received_on", "2026-10-29")}


def test_no_fact_is_certain_to_patterns_and_signs_are_suggestions() -> None:
    story = Story.told("The parcel arrived on 28 October 2026. The mug is broken.")
    assert all(one.field.startswith("order.") for one in read(story, TODAY).certain)
    found = {(one.field, str(one.value)) for one in suggested_facts(story)}
    assert found == {("facts.received", "yes"), ("facts.defects", "damaged")}
