"""What a typed answer means: lenient in what it takes, strict in what it gives.

An option is chosen by its number or by words of it; other answers are read as what the question asks for.
"""

from collections.abc import Sequence
from datetime import date

from claimwright.case.fields import MOST_CHARACTERS, NUMBER
from claimwright.intake.days import read_day
from claimwright.intake.filename import file_name
from claimwright.intake.question import Kind, Option, Question, Reading, Refused, Unclear, Understood
from claimwright.intake.sums import read_sum
from claimwright.intake.wording import Wording
from claimwright.reading.characters import unsafe, visible
from claimwright.reading.dates_anywhere import dates_anywhere
from claimwright.reading.later import later
from claimwright.reading.money import Money
from claimwright.reading.sentences import content, sentences, words

_LEAST_DIGITS = 8
"""So many figures an order number has at the least."""

_FIGURES = later(r"\d{1,3}(?:(?:\s*[,;&+]\s*|\s+and\s+|\s+)\d{1,3})*")
_IS_NUMBER = later(NUMBER)
_NOT_KNOWN = frozenset(
    ("don't know", "dont know", "i don't know", "i dont know", "no idea", "not sure", "unknown", "i do not know")
)


def read(question: Question, said: str, today: date, wording: Wording) -> Reading:
    """What an answer to this question means; None as its value where the buyer does not know."""
    typed = said.encode("utf-8", "ignore").decode("utf-8")
    text = visible(typed)
    if not text:
        return Refused(wording.say("refused", "empty"))
    if text.lower().replace("’", "'").rstrip(".!") in _NOT_KNOWN:
        return Understood(None)
    if question.options:
        return _chosen(question, text, wording)
    if question.kind in {Kind.PAST, Kind.DAY}:
        return read_day(text, question, today, wording)
    if question.kind is Kind.SUM:
        return read_sum(text, question, wording)
    return _text(question, file_name(typed) if question.kind is Kind.FILE else text, wording)


def legal(question: Question, value: object) -> bool:
    """Whether a value that was kept is an answer to this question."""
    try:
        if value is None:
            return True
        if question.options:
            some = value if question.kind is Kind.SEVERAL else [value]
            return isinstance(some, list) and bool(some) and {*some} <= {one.value for one in question.options}
        if question.kind is Kind.SUM:
            return isinstance(value, dict) and bool(Money.parse(**value).amount)
        if question.kind in {Kind.PAST, Kind.DAY}:
            return date.fromisoformat(str(value)).isoformat() == value
        texts: object = value if question.kind is Kind.SENTENCES else [value]
        return isinstance(texts, list) and all(isinstance(one, str) and not unsafe(one, one_line=True) for one in texts)
    except (ValueError, TypeError):
        return False


def choose(options: Sequence[Option], said: str, wording: Wording) -> Reading:
    """Which one of some options an answer names."""
    return _chosen(Question("", Kind.CHOICE, "", "", tuple(options)), visible(said), wording)


def some_of(sentences: Sequence[str], said: str, wording: Wording) -> Reading | None:
    """Which of some sentences an answer takes: all without a word or with "=", or those of its numbers; else None."""
    text = visible(said)
    if text in {"", "="}:
        return Understood([*sentences])
    if not _FIGURES.fullmatch(text.rstrip(".):,")):
        return None
    numbers = [int(one) for one in words(text) if one.isdigit()]
    for number in numbers:
        if not 1 <= number <= len(sentences):
            return Refused(wording.say("refused", "number", number=number, last=len(sentences)))
    return Understood([sentences[number - 1] for number in dict.fromkeys(numbers)])


def _text(question: Question, text: str, wording: Wording) -> Reading:
    if question.kind is Kind.NUMBER:
        number = "".join(text.split()).lstrip("#").rstrip(".")
        if not _IS_NUMBER.fullmatch(number):
            return Refused(wording.say("refused", "order_number"))
        doubtful = question.id == "order.number" and sum(one.isdigit() for one in number) < _LEAST_DIGITS
        return Understood(number, doubt=wording.say("doubtful_number") if doubtful else "")
    if found := unsafe(text, one_line=True):
        return Refused(wording.say("refused", "character", found=found))
    if len(text) > MOST_CHARACTERS:
        return Refused(wording.say("refused", "long", count=f"{len(text):,}", most=f"{MOST_CHARACTERS:,}"))
    if question.kind is not Kind.SENTENCES:
        return Understood(text)
    return Understood(list(sentences(text))) if _says(text) else Refused(wording.say("refused", "no_sentence"))


def _says(text: str) -> bool:
    """Whether there is a word in it beside figures and days."""
    rest = text
    for span in dates_anywhere(text):
        rest = rest.replace(span.text, " ")
    return any(len(word) > 1 and word.isalpha() for word in words(rest))


def _chosen(question: Question, text: str, wording: Wording) -> Reading:
    options = (*question.options, Option(None, question.unknown, alone=True)) if question.unknown else question.options
    if not _FIGURES.fullmatch(text.rstrip(".):,")):
        return _by_words(question, options, text, wording)
    numbers = [int(one) for one in words(text) if one.isdigit()]
    for number in numbers:
        if not 1 <= number <= len(options):
            return Refused(wording.say("refused", "number", number=number, last=len(options)))
    return _together(question, [options[number - 1] for number in dict.fromkeys(numbers)], wording)


def _together(question: Question, chosen: list[Option], wording: Wording) -> Reading:
    if question.kind is not Kind.SEVERAL:
        return Understood(chosen[0].value) if len(chosen) == 1 else Refused(wording.say("refused", "one"))
    if len({one.heading for one in chosen if one.value is not None}) > 1:
        return Refused(wording.say("refused", "groups"))
    if len(chosen) > 1 and any(one.alone for one in chosen):
        return Refused(wording.say("refused", "alone"))
    if chosen[0].value is None:
        return Understood(None)
    return Understood([one.value for one in chosen])


def _by_words(question: Question, options: Sequence[Option], text: str, wording: Wording) -> Reading:
    found = _naming(options, text)
    if not found:
        return Refused(wording.say("refused", "words", last=len(options)))
    if len(found) > 1:
        pairs = tuple(Option([one.value] if question.kind is Kind.SEVERAL else one.value, one.label) for one in found)
        return Unclear(wording.say("which_entry"), pairs)
    one = found[0]
    value = [one.value] if question.kind is Kind.SEVERAL and one.value is not None else one.value
    return Understood(value, "" if content(text) == content(one.label) else one.label)


def _naming(options: Sequence[Option], text: str) -> list[Option]:
    """The options that these words name: the label itself, or the longest of their own words, or the nearest label."""
    lower = " ".join(words(text))
    for one in options:
        if lower == " ".join(words(one.label)):
            return [one]
    hits = {
        number: max((len(word) for word in one.words if f" {' '.join(words(word))} " in f" {lower} "), default=0)
        for number, one in enumerate(options)
    }
    longest = max(hits.values(), default=0)
    if longest:
        return [one for number, one in enumerate(options) if hits[number] == longest]
    if lower in {"yes", "no", "y", "n"}:
        yes = "yes" if lower.startswith("y") else "no"
        return [one for one in options if one.value == yes]
    said = content(text)
    shared = [len(said & content(one.label)) for one in options]
    most = max(shared, default=0)
    return [one for one, count in zip(options, shared, strict=True) if count == most] if most else []
