"""The checks of a message in another language: an honest body passes, and a damaged one is caught."""

import pytest

from claimwright.errors import DraftRejected
from claimwright.letter.brief import Brief
from claimwright.letter.checks import Finding, abroad, run
from claimwright.letter.checks.applied import NOT_MADE, not_made
from claimwright.letter.checks.lexicon import FAMILIES, lexicon
from claimwright.letter.compose import Composed
from claimwright.letter.ownwords import worded
from claimwright.letter.reply import judged
from claimwright.letter.wording import LANGUAGES
from claimwright.letter.writers.prompter import Prompter
from claimwright.privacy.mask import Mask

from .drafting import RESOURCES, brief, example
from .talking import talk
from .tongues import DAMAGED, HONEST

ABROAD = [one for one in LANGUAGES if one != "en"]
SITUATIONS = [(language, stem) for language in HONEST for stem in HONEST[language]]
DAMAGES = [(language, code) for language in DAMAGED for code in DAMAGED[language]]
BESIDE = {
    ("dislike", "es"): "No recibí ninguna oferta y no acepto el cupón.",
    ("dislike", "pt"): "Não aceito o cupom.",
    ("dislike", "fr"): "Je n'accepte pas le coupon.",
    ("dislike", "de"): "Ich nehme den Gutschein nicht an.",
    ("dislike", "ru"): "Я не принимаю купон.",
}


def _judged(stem: str, language: str, body: str) -> tuple[Composed | None, tuple[Finding, ...]]:
    case = example(stem)
    this: Brief = worded(brief(case), language, RESOURCES)
    return judged(Prompter(this, RESOURCES, Mask.of(case), LANGUAGES[language]), body, 1000)


@pytest.mark.parametrize(("language", "stem"), SITUATIONS)
def test_an_honest_body_has_no_finding(language: str, stem: str) -> None:
    composed, found = _judged(stem, language, HONEST[language][stem])
    assert found == ()
    assert composed is not None
    assert composed.language == language
    assert composed.writer == "model"


@pytest.mark.parametrize(("language", "code"), DAMAGES)
def test_a_damaged_body_is_caught(language: str, code: str) -> None:
    composed, found = _judged("wrong-colour", language, DAMAGED[language][code])
    assert composed is None
    assert code in [one.code for one in found if one.hard]


@pytest.mark.parametrize("language", ABROAD)
@pytest.mark.parametrize("stem", ["wrong-colour", "moving-ending"])
def test_a_body_in_each_other_language_is_caught(language: str, stem: str) -> None:
    others = [one for one in HONEST if one != language]
    for other in others:
        composed, found = _judged(stem, language, HONEST[other][stem])
        assert composed is None, other
        assert "language" in [one.code for one in found if one.hard], other


def test_an_english_message_takes_no_body_in_another_language() -> None:
    for language in ABROAD:
        with pytest.raises(DraftRejected):
            talk(HONEST[language]["wrong-colour"], fallback=False)


@pytest.mark.parametrize("language", ABROAD)
def test_what_is_denied_is_no_concession(language: str) -> None:
    body = f"{BESIDE['dislike', language].removesuffix('.')} [F9, E1]."
    assert "concession" not in [one.code for one in _judged("wrong-colour", language, body)[1]]


@pytest.mark.parametrize("language", ABROAD)
def test_a_message_to_the_seller_demands_no_money(language: str) -> None:
    asks = {
        "es": "Pido el reembolso del dinero",
        "pt": "Peço o reembolso do dinheiro",
        "fr": "Je demande le remboursement de la commande",
        "de": "Ich verlange die Erstattung",
        "ru": "Прошу о возврате денег",
    }
    found = _judged("moving-ending", language, f"{HONEST[language]['moving-ending']} {asks[language]} [F9].")[1]
    assert "remedy.demanded" in [one.code for one in found if one.hard]


@pytest.mark.parametrize("language", ABROAD)
def test_a_repaired_body_is_taken(language: str) -> None:
    found = talk(DAMAGED[language]["date"], HONEST[language]["wrong-colour"], language=language, fallback=False)
    assert len(found.wanted) == 2
    assert found.sound
    assert found.composed.language == language
    assert f"Write it in {LANGUAGES[language]}." in found.wanted[0].turns[0].text


@pytest.mark.parametrize("language", ABROAD)
def test_a_language_has_every_list_and_says_what_is_not_checked(language: str) -> None:
    lists = lexicon(language)
    assert set(lists.phrases) == set(FAMILIES)
    assert lists.negations
    assert lists.kinds
    assert lists.numbers
    assert lists.units
    assert not_made(language)


def test_every_family_of_english_is_made_has_a_list_or_is_told_as_not_made() -> None:
    ours, english = ({one.__name__ for one in each} for each in (abroad.FAMILIES, run.FAMILIES))
    lists, of_stages = (
        {"tone", "chatter", "embellishment"},
        {"answer"},
    )  # answers to an offer are written in English alone
    assert english - ours == {*lists, *of_stages, "contradiction"}
    assert "words and denials that contradict the facts" in not_made("es")


def test_english_is_checked_in_full() -> None:
    assert set(NOT_MADE) == set(ABROAD)
    assert not_made("en") == ()
