"""What a clause says, by its signs: the honest ones are heard, and say nothing else."""

import pytest

from claimwright.case.facts import VALUES
from claimwright.intake.story import signs

from .certainty import AWAY, certain

SAID = [
    ("The parcel arrived on Monday.", "received", "yes"),
    ("I got the parcel last week.", "received", "yes"),
    ("My package has not arrived.", "received", "no"),
    ("My order never came.", "received", "no"),
    ("I never received the package.", "received", "no"),
    ("I have received my order but the mug is cracked.", "defects", "damaged"),
    ("El paquete no ha llegado.", "received", "no"),
    ("Recibí el pedido el lunes.", "received", "yes"),
    ("El jarrón está roto.", "defects", "damaged"),
    ("Faltan dos piezas.", "defects", "incomplete"),
    ("El color es diferente.", "defects", "colour"),
    ("Mi paquete está en la aduana.", "whereabouts", "customs"),
    ("El paquete fue devuelto al remitente.", "whereabouts", "returned"),
    ("No he escrito al vendedor.", "seller", "not_contacted"),
    ("A encomenda não chegou.", "received", "no"),
    ("Recebi a encomenda.", "received", "yes"),
    ("O vaso chegou quebrado.", "defects", "damaged"),
    ("A cor é diferente.", "defects", "colour"),
    ("A encomenda está na alfândega.", "whereabouts", "customs"),
    ("O pacote está parado há semanas.", "whereabouts", "stalled"),
    ("Não falei com o vendedor.", "seller", "not_contacted"),
    ("Le colis n'est pas arrivé.", "received", "no"),
    ("J'ai bien reçu le colis.", "received", "yes"),
    ("Le vase est cassé.", "defects", "damaged"),
    ("Il manque deux pièces.", "defects", "incomplete"),
    ("La couleur est différente.", "defects", "colour"),
    ("Le colis est bloqué en douane.", "whereabouts", "customs"),
    ("Le colis est retourné à l'expéditeur.", "whereabouts", "returned"),
    ("Je n'ai pas contacté le vendeur.", "seller", "not_contacted"),
    ("Das Paket ist nicht angekommen.", "received", "no"),
    ("Das Paket ist angekommen.", "received", "yes"),
    ("Die Tasse ist zerbrochen.", "defects", "damaged"),
    ("Es fehlen zwei Teile.", "defects", "incomplete"),
    ("Die Farbe ist falsch.", "defects", "colour"),
    ("Das Paket liegt beim Zoll.", "whereabouts", "customs"),
    ("Das Paket ging zurück an den Absender.", "whereabouts", "returned"),
    ("Ich habe dem Verkäufer noch nicht geschrieben.", "seller", "not_contacted"),
    ("Посылка не пришла.", "received", "no"),
    ("Посылка пришла.", "received", "yes"),
    ("Ваза разбита.", "defects", "damaged"),
    ("Не хватает двух деталей.", "defects", "incomplete"),
    ("Цвет другой.", "defects", "colour"),
    ("Посылка на таможне.", "whereabouts", "customs"),
    ("Посылка вернулась отправителю.", "whereabouts", "returned"),
    ("Продавцу не писал.", "seller", "not_contacted"),
    ("The tracking has not moved for weeks.", "whereabouts", "stalled"),
    ("The parcel is stuck in Leipzig.", "whereabouts", "stalled"),
    ("Two screws are missing.", "defects", "incomplete"),
    ("The speaker does not work.", "defects", "quality"),
    ("It is a counterfeit.", "defects", "different"),
    ("They sent a completely different thing.", "defects", "different"),
    ("I received red instead of black.", "defects", "colour"),
    ("It is held by customs. I refuse to pay it.", "customs_response", "refused"),
    ("The measurements do not match the size chart.", "defects", "size_chart"),
    ("It does not fit me.", "defects", "dislike"),
    ("The parcel was returned to the sender.", "whereabouts", "returned"),
    ("The protection has expired.", "protection", "expired"),
    ("The seller has extended the protection.", "protection", "extended"),
    ("I have not received my parcel. I have no tracking number.", "whereabouts", "no_tracking"),
    ("I have not received my parcel. The status shows delivered.", "whereabouts", "marked_delivered"),
    ("I have not received my parcel. It was sent to the wrong address.", "whereabouts", "wrong_address"),
    (f"{AWAY}I have no tracking number.", "whereabouts", "no_tracking"),
    (f"{AWAY}The status shows delivered.", "whereabouts", "marked_delivered"),
    (f"{AWAY}It was sent to the wrong address.", "whereabouts", "wrong_address"),
]


@pytest.mark.parametrize(("text", "field", "value"), SAID)
def test_what_is_said_plainly_is_heard(text: str, field: str, value: str) -> None:
    assert certain(text, field, value)


@pytest.mark.parametrize(("text", "field", "value"), SAID)
def test_a_sentence_says_no_other_value(text: str, field: str, value: str) -> None:
    others = [one for one in VALUES[field] if one != value and certain(text, field, one)]
    assert others == []


@pytest.mark.parametrize(("text", "value"), [(text, value) for text, _, value in SAID if text.startswith(AWAY)])
def test_a_parcel_may_have_come_all_the_same(text: str, value: str) -> None:
    assert not certain(text.removeprefix(AWAY), "whereabouts", value)


def test_the_honesty_of_a_buyer_has_no_certain_sign() -> None:
    for text in ("The refund arrived, I got my money back.", "There is nothing wrong with it."):
        assert not any(certain(text, "intent", value) for value in VALUES["intent"])


def test_every_sign_is_of_a_value_of_the_case_file() -> None:
    for field, values in VALUES.items():
        assert set(signs.values_of(field)) <= set(values)
    assert set(signs.values_of("defects")) == set(VALUES["defects"])
    assert set(signs.values_of("whereabouts")) == set(VALUES["whereabouts"])
