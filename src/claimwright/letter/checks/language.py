"""Language: every paragraph of the body is in the language that was asked for.

Decided here: a paragraph is told by its commonest words, which a text cannot do without. What the case says in another
language may be kept as it stands, and so may names and quotations.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.said import Said
from claimwright.letter.tongue import COMMON, english
from claimwright.reading.later import later
from claimwright.reading.sentences import STOP_WORDS, words

ENOUGH = 12
"""Words of a paragraph that can be judged by their share of common ones."""
LEAST = 0.22
LEAST_OTHER = 0.15

_COMMON = {
    "en": COMMON,
    "es": """
    el la los las un una unos es está son fue era no pero que y o de del con sin por para mi mis se lo al en ha he han
    muy más ya me su sus como cuando también hasta desde este esta esto sobre porque sólo solo yo le
    """,
    "pt": """
    o os a as um uma é está são foi era não mas que e ou de do da dos das com sem por para meu minha se no na nos nas
    em ao à pelo pela muito mais já me seu sua como quando também até desde este esta isso sobre porque só eu lhe
    """,
    "fr": """
    le la les un une des est était sont pas mais que qui et ou de du au aux avec sans pour par mon ma mes je ce cet
    cette il elle dans sur en ne très plus déjà me m'a son sa ses comme quand aussi depuis jusqu'à car
    j'ai n'a l'ai n'est la se ses à y ils elles ont été être avait leur m'est c'est qu'il d'un d'une l'a n'en
    """,
    "de": """
    der die das ein eine einen einem ist war sind waren nicht kein keine aber und oder mit ohne für von vom mein meine
    ich es dem den des im in auf zu zum zur wurde habe hat haben sehr mehr schon mir sich wie als wenn auch bis seit
    diese dieser nur noch am an bei nach
    """,
    "ru": """
    и в во не на я он она оно они что как но а по с со из у за к ко от до для это этот эта мне меня мой моя моё мои
    был была было были есть нет же так только ещё еще уже или если когда его её их при об о
    """,
}
_SCRIPT = later(
    r"[\u0370-\u1cff\u1f00-\u1fff\u2c00-\u2c5f\u2d00-\u2dff\u2e80-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc"
    "\uff66-\uffdc\U00010000-\U0001d3ff\U0001e000-\U0001efff\U00020000-\U0003ffff]+"
)
_NOT_RUSSIAN = frozenset("іїєґўћђ")
_CYRILLIC = later(r"[\u0400-\u052f]+")


def language(page: Page, paragraphs: Sequence[Sequence[Said]], wanted: str = "en") -> Iterator[Finding]:
    """Paragraphs and sentences in another language, and letters of another script."""
    rule = f"This is not in the language that was asked for ({wanted})."
    for paragraph in paragraphs:
        ours = [one for one in paragraph if wanted != "en" or not _kept(page, one)]
        told = [word for one in ours for word in words(one.unnamed) if not word[0].isdigit()]
        if len(told) >= ENOUGH and not _speaks(told, wanted):
            yield hard("language", " ".join(one.sentence.text for one in ours)[:160], rule)
            continue
        if wanted != "en":
            for one in ours:
                if not one.sentence.own_words and _another(one.unnamed, wanted):
                    yield hard("language", one.sentence.text, rule)
        if wanted == "en":
            for one in ours:
                if not _common_enough(words(one.unnamed)) and not english(one.unnamed):
                    yield hard("language", one.sentence.text, rule)
    if page.text.isascii():
        return
    for one in (one for paragraph in paragraphs for one in paragraph if not one.unnamed.isascii()):
        text = _CYRILLIC.sub("", one.unnamed) if wanted == "ru" else one.unnamed
        for match in _SCRIPT.finditer(text):
            if match.group().lower() not in page.sources.joined:
                yield hard("language.script", match.group(), "The case holds no such letters.")


def spoken(text: str, language: str) -> bool:
    """Whether words of a text show that it is in this language and in no other; in doubt it is not."""
    told = [word for word in words(text) if not word[0].isdigit()]
    if language == "en":
        return english(text)
    if language == "ru":
        return _russian(text)
    shares = _shares(told)
    others = max(share for name, share in shares.items() if name != language)
    return shares.get(language, 0) > max(others, LEAST_OTHER)


def _russian(text: str) -> bool:
    """Whether most letters are Cyrillic, and none is one that Russian lacks."""
    return 2 * _letters(text, cyrillic=True) > _letters(text) and _NOT_RUSSIAN.isdisjoint(text.lower())


def _another(text: str, wanted: str) -> bool:
    """Whether one sentence is in another language: it has common words of that one, and fewer of its own."""
    if wanted == "ru":
        return _letters(text) > 8 and not _russian(text)
    told = [word for word in words(text) if not word[0].isdigit()]
    if len(told) < 3 or not any(sign.isalpha() for sign in text):
        return False
    shares = _shares(told)
    other = max(share for name, share in shares.items() if name != wanted)
    return other * len(told) >= 2 and other > shares[wanted]


def _shares(told: Sequence[str]) -> dict[str, float]:
    return {name: sum(word in common for word in told) / max(1, len(told)) for name, common in _common().items()}


def _letters(text: str, *, cyrillic: bool = False) -> int:
    return sum(sign.isalpha() and (not cyrillic or "\u0400" <= sign <= "\u052f") for sign in text)


def _kept(page: Page, one: Said) -> bool:
    """Whether the case says these very words."""
    return bool(text := one.text.strip().rstrip(".!?").strip()) and page.sources.says_words(text)


def _speaks(told: Sequence[str], wanted: str) -> bool:
    if wanted == "ru":
        return _russian(" ".join(told))
    shares = _shares(told)
    if wanted not in shares:
        return True  # nothing is known of this language
    others = max(share for name, share in shares.items() if name != wanted)
    if wanted != "en":
        return shares[wanted] >= LEAST_OTHER and shares[wanted] > others
    return _common_enough(told) and shares["en"] >= others


def _common_enough(told: Sequence[str]) -> bool:
    return sum(word in STOP_WORDS for word in told) >= LEAST * len(told)


@cache
def _common() -> dict[str, frozenset[str]]:
    return {name: frozenset(text.split()) for name, text in _COMMON.items()}
