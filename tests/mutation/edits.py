"""Honest sentences changed in one place: a figure, a day, a word, an id, a sign, the order of things."""

import re
from datetime import date, timedelta

from claimwright.letter.brief import Kind
from claimwright.reading.dates import MONTHS
from claimwright.reading.dates import written as day_in_words

from .damage import Change, Damage, Honest, Reply, Spoken, edited, rested, whole, written

_MONTHS = MONTHS
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})( \d{{4}})?\b")
_NUMBER = re.compile(r"(?<![\w.,\-])\d+(?:\.\d+)?(?![\w\-]|[.,]\d)")
_MONEY = re.compile(r"[€$£¥]\s?(\d+(?:\.\d+)?)|(\d+(?:[.,]\d+)?) (?:EUR|USD|PLN|UAH|zł)\b")
_LETTER = re.compile(r"[aeo](?=[a-z])")
_TWINS = {"a": "а", "e": "е", "o": "о"}


def _shifted(days: int) -> Change:
    def edit(text: str, honest: Honest) -> str | None:
        found = _DATE.search(text)
        if found is None:
            return None
        year = int(found[3] or 2026)
        moved = date(year, _MONTHS.index(found[2]) + 1, int(found[1])) + timedelta(days=days)
        if moved in _days(honest):
            return None
        new = day_in_words(moved) if found[3] else day_in_words(moved).rsplit(" ", 1)[0]
        return f"{text[: found.start()]}{new}{text[found.end() :]}"

    return edited(edit)


def _days(honest: Honest) -> frozenset[date]:
    order = honest.case.order
    days = [order.ordered_on, order.received_on, order.promised_by, order.protection_ends_on, honest.case.as_of]
    days += [one.on for one in honest.case.contacts] + [one.taken_on for one in honest.case.evidence]
    return frozenset(day for day in days if day)


def _weekday(text: str, honest: Honest) -> str | None:
    found = _DATE.search(text)
    if found is None or not found[3]:
        return None
    day = date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1])) + timedelta(days=3)
    return f"{text[: found.start()]}{day:%A}, {text[found.start() :]}"


def _other_number(text: str, honest: Honest) -> str | None:
    dates = [match.span() for match in _DATE.finditer(text)]
    told = " ".join(one.text for one in honest.brief.statements)
    for match in _NUMBER.finditer(text):
        if any(start <= match.start() < end for start, end in dates) or _MONEY.search(text):
            continue
        other = str(int(float(match[0])) + 13)
        if other not in told:
            return f"{text[: match.start()]}{other}{text[match.end() :]}"
    return None


def _other_sum(text: str, honest: Honest) -> str | None:
    found = _MONEY.search(text)
    if found is None:
        return None
    figure = found[1] or found[2]
    return text.replace(figure, f"{float(figure.replace(',', '.')) + 7:.2f}", 1)


def _other_currency(text: str, honest: Honest) -> str | None:
    found = _MONEY.search(text)
    if found is None:
        return None
    return f"{text[: found.start()]}CHF {found[1] or found[2]}{text[found.end() :]}"


def _put(sign: str) -> Change:
    """A sign inside some word."""

    def edit(text: str, honest: Honest) -> str:
        place = honest.chance.randrange(1, len(text) - 1)
        return f"{text[:place]}{sign}{text[place:]}"

    return edited(edit)


def _twin(text: str, honest: Honest) -> str | None:
    found = _LETTER.search(text)
    return f"{text[: found.start()]}{_TWINS[found[0]]}{text[found.end() :]}" if found else None


def _behind(words: str) -> Change:
    return edited(lambda text, honest: f"{text}{words}")


def _before(words: str) -> Change:
    return edited(lambda text, honest: f"{words}{text[0].lower()}{text[1:]}")


def _without_no(text: str, honest: Honest) -> str | None:
    """The opposite: the first denial taken away."""
    for said, meant in ((" does not ", " does "), (" did not ", " did "), (" is not ", " is "), (" has not ", " has "),
                        (" do not ", " do "), (" was not ", " was "), (" have not ", " have "), (" cannot ", " can "),
                        ("No ", "A "), (" no ", " a ")):  # fmt: skip
        if said in text:
            return text.replace(said, meant, 1)
    return None


def _with_no(text: str, honest: Honest) -> str | None:
    """The opposite: a denial put in."""
    if " not " in text or " no " in text:
        return None
    for said in (" is ", " was ", " has ", " are ", " were "):
        if said in text:
            return text.replace(said, f"{said}not ", 1)
    return None


def _other_kind(text: str, honest: Honest) -> str | None:
    kinds = {item.kind for item in honest.case.evidence}
    for said in ("photo", "Photo", "picture"):
        if said in text and "video" not in kinds:
            return text.replace(said, "video", 1)
    return None


def _unknown(one: Spoken, honest: Honest) -> tuple[str, ...]:
    return (*one.ids, "F88")


def _unknown_proof(one: Spoken, honest: Honest) -> tuple[str, ...]:
    return (*one.ids, f"E{len(honest.case.evidence) + 1}")


def _passage(one: Spoken, honest: Honest) -> tuple[str, ...]:
    return tuple(statement.id for statement in honest.brief.statements if statement.kind is Kind.PASSAGE)[:1]


def _no_proof(honest: Honest) -> str | None:
    if not any(id.startswith("E") for one in honest.sentences for id in one.ids):
        return None
    facts = tuple(statement.id for statement in honest.brief.statements if statement.kind is Kind.FACT)[-1:]
    bare: Reply = tuple(
        Spoken(one.text, tuple(id for id in one.ids if not id.startswith("E")) or facts, one.stop)
        for one in honest.sentences
    )
    return written(bare)


def _twice(honest: Honest) -> str:
    one = honest.sentences[honest.at_random()]
    return written((*honest.sentences, one))


def _nearly_twice(honest: Honest) -> str:
    one = honest.sentences[honest.at_random()]
    return written((*honest.sentences, Spoken(f"Again, {one.text}", one.ids)))


def _other_role(honest: Honest) -> str | None:
    """The day of the order told as that on which it came, or the other way."""
    order, ids = honest.case.order, honest.sentences[0].ids
    if order.ordered_on is None or order.received_on is None:
        return None
    more = Spoken(f"I ordered it on {day_in_words(order.received_on)}", ids)
    return written((*honest.sentences, more))


def _seen_id(honest: Honest) -> str:
    one = honest.sentences[honest.at_random()]
    return written((*honest.sentences, Spoken(f"{one.text} as F2 says", one.ids)))


def _echo(honest: Honest) -> str | None:
    said = [one.text for one in honest.case.contacts if one.sender == "seller"]
    if not said:
        return None
    return written((*honest.sentences, Spoken(max(said, key=len).rstrip("."), honest.sentences[0].ids)))


def _endless(honest: Honest) -> str:
    return " ".join([written(honest.sentences)] * 12)


EDITS = (
    Damage("a day later", _shifted(1)),
    Damage("a month earlier", _shifted(-31)),
    Damage("a year earlier", _shifted(-365)),
    Damage("wrong weekday", edited(_weekday)),
    Damage("another number", edited(_other_number)),
    Damage("another amount", edited(_other_sum)),
    Damage("another currency", edited(_other_currency)),
    Damage("ANSI escape", _put("\x1b[31m")),
    Damage("right-to-left mark", _put("\u202e")),
    Damage("zero-width space", _put("\u200b")),
    Damage("tag character", _put("\U000e0041")),
    Damage("private-use character", _put("\ue000")),
    Damage("Cyrillic twin", edited(_twin)),
    Damage("slot unknown", _behind(" for [[BUYER_NICKNAME]]")),
    Damage("slot in braces", _behind(" for {{ name }}")),
    Damage("slot torn", _behind(" as [[ORDER_NUMBER] says")),
    Damage("blank to fill in", _behind(" for [your name]")),
    Damage("crosses to fill in", _behind(" for XXX")),
    Damage("bold type", edited(lambda text, honest: f"**{text}**")),
    Damage("HTML", edited(lambda text, honest: f"<b>{text}</b>")),
    Damage("list", whole(lambda text, honest: "\n".join(f"- {one}" for one in map(str, honest.sentences)))),
    Damage("heading", whole(lambda text, honest: f"## Statement\n{text}")),
    Damage("code fence", whole(lambda text, honest: f"```\n{text}\n```")),
    Damage("greeting", whole(lambda text, honest: f"Dear Sir or Madam, {text}")),
    Damage("sign-off", whole(lambda text, honest: f"{text}\n\nKind regards,\nA. Buyer")),
    Damage("here it is", whole(lambda text, honest: f"Sure! Here is your statement:\n\n{text}")),
    Damage("thinking aloud", whole(lambda text, honest: f"Let me think about what the user wants. {text}")),
    Damage("empty", whole(lambda text, honest: "   ")),
    Damage("one sentence twice", _twice),
    Damage("one sentence nearly twice", _nearly_twice),
    Damage("endless", _endless),
    Damage("a day in another role", _other_role),
    Damage("the seller's words as ours", _echo),
    Damage("an id among the words", _seen_id),
    Damage("the opposite: not taken away", edited(_without_no)),
    Damage("the opposite: not put in", edited(_with_no)),
    Damage("another kind of proof", edited(_other_kind)),
    Damage("said by somebody", _before("My lawyer says that ")),
    Damage("supposed", _before("I suspect that the seller knew that ")),
    Damage("without ids", rested(lambda one, honest: ())),
    Damage("unknown id", rested(_unknown)),
    Damage("unknown proof", rested(_unknown_proof)),
    Damage("a passage alone", rested(_passage)),
    Damage("no proof cited", _no_proof),
    Damage("unknown proof in the text", _behind(" (E9)")),
)
