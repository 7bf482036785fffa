"""Whether words from outside are English, as far as their script and their commonest words tell.

Decided here: in doubt they are; a few words without any that is common in another language pass for English.
"""

import unicodedata

from claimwright.reading.sentences import words

COMMON = """
    the and is was are were it its this that these of to in on for with from by at as but not no my i me he she they
    you your have has had did does an be been which who what when where there so only one after before
"""
"""The commonest words of English."""
_ENGLISH = frozenset(COMMON.split())
_ENGLISH_TOO = frozenset(("a", "do", "die", "war", "van", "met", "as"))
_OTHER = tuple(
    frozenset(one.split()) - _ENGLISH - _ENGLISH_TOO
    for one in (
        "el la los las un una es está esta fue no pero que y de del con por para mi se lo al en ha muy llegó color",
        "o os as um uma é está foi não mas que e de do da com por para meu minha se no na em veio chegou cor",
        "le la les un une des est était sont pas mais que qui et de du avec pour mon ma je ce cette il elle dans sur",
        "der die das ein eine ist war sind nicht aber und mit für von mein meine ich es dem den im auf zu wurde habe",
        "il lo la gli un una è era sono non ma che e di del della con per mio mia si nel ho ha questo arrivato",
        "het een de is was zijn niet maar en van met voor mijn ik dat dit op te heb werd deze",
        "jest nie się na w z do że i to ale był była są mi mam od przy po tylko",
        "je není na v z do že a to ale byl byla jsou mi mám od po se jen",
        "ve bir bu değil ama için ile de da çok geldi ürün var yok",
    )
)


_ANY_OTHER: frozenset[str] = frozenset().union(*_OTHER)


def english(text: str) -> bool:
    """Whether the words may be English."""
    if not text.isascii() and not _mostly_latin(text):
        return False
    said = words(text)
    if sum(word in _ANY_OTHER for word in said) < 2:
        return True
    ours = sum(word in _ENGLISH for word in said)
    theirs = max(sum(word in other for word in said) for other in _OTHER)
    return theirs < 2 or theirs <= ours


def _mostly_latin(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return sum("LATIN" in unicodedata.name(sign, "") for sign in letters) * 2 >= len(letters)
