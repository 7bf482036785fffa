"""Attack texts in a case that no model words: what may not stand in a message is left out, and the buyer is told."""

import re
import unicodedata

import pytest
from tests.letter.drafting import composed

from claimwright.errors import FactsMissing
from claimwright.letter.message import render

from .texts import Attack, attacks, plain, planted

OURS = tuple(one for one in attacks() if one.place in {"statement", "caption", "contact"} and planted(one))
ITEMS = tuple(one for one in attacks() if one.place == "item" and planted(one))
THEIRS = tuple(one for one in attacks() if one.place == "seller" and planted(one))
_LEADS_AWAY = re.compile(r"whatsapp|telegram|paypal|iban|@|https?:|www\.|dot example|138 ?0013", re.IGNORECASE)


@pytest.mark.parametrize("attack", OURS, ids=lambda one: one.id)
def test_what_a_pasted_text_wants_is_left_out_and_named(attack: Attack) -> None:
    case = planted(attack)
    assert case is not None
    found = composed(case)
    text = render(found.checked)
    assert attack.harm(text) == []
    if plain(attack.text) not in plain(text):
        assert any("Left out" in note for note in found.notes)


@pytest.mark.parametrize("attack", ITEMS, ids=lambda one: one.id)
def test_a_name_of_an_item_that_gives_orders_is_asked_for_again(attack: Attack) -> None:
    case = planted(attack)
    assert case is not None
    with pytest.raises(FactsMissing, match=r"order\.item"):
        composed(case)


@pytest.mark.parametrize("attack", THEIRS, ids=lambda one: one.id)
def test_words_of_the_seller_stand_between_quotation_marks_or_not_at_all(attack: Attack) -> None:
    case = planted(attack)
    assert case is not None
    text = render(composed(case).checked)
    quoted = re.compile(r"“[^”]*”|\"[^\"]*\"")
    assert attack.harm(quoted.sub("", text)) == []


@pytest.mark.parametrize("attack", [*OURS, *THEIRS], ids=lambda one: one.id)
def test_nothing_hidden_and_nothing_that_leads_away(attack: Attack) -> None:
    case = planted(attack)
    assert case is not None
    text = render(composed(case).checked)
    assert [one for one in text if unicodedata.category(one) in {"Cf", "Cc", "Co", "Cn"} and one != "\n"] == []
    assert _LEADS_AWAY.search(text) is None
