"""Which of six languages a story is told in, by its commonest small words."""

from functools import cache

from claimwright.reading.accents import folded
from claimwright.reading.sentences import words

_SMALL = {
    "en": "the and is was it i my of to that not have has with they but for on this got am are",
    "es": "el los las y que en un una es por con mi lo se me pero para ha del al su muy ya",
    "pt": "os as o a e que em um uma com meu minha nao mas para foi eu do da dos das ao na no veio ja pelo pela isso"
    " encomenda pacote chegou recebi comprei paguei",
    "fr": "le les et que en un une est je mon ma ne pas mais pour dans du des il j'ai c'est avec sur au",
    "de": "der die das und ist nicht ich ein eine mit auf habe mein meine aber es zu den dem war hat von im",
    "ru": "и в не на я что с мне по но а это у за из от как так уже мои был",
}


@cache
def language_of(text: str) -> str:
    """The code of the language, of en, es, pt, fr, de and ru; English if nothing tells."""
    told = [*map(folded, words(text))]
    counts = {code: sum(word in small for word in told) for code, small in _sets().items()}
    return max(counts, key=lambda code: (counts[code], code == "en"))


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {code: frozenset(small.split()) for code, small in _SMALL.items()}
