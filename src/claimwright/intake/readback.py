"""The read-back: all that was understood, line by line, each with what is asked again if the buyer changes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claimwright.case.facts import FIELDS, VALUES
from claimwright.intake.asked import plain
from claimwright.intake.gathered import is_end, item, items
from claimwright.intake.interview import Interview
from claimwright.intake.needs import DRAFTABLE
from claimwright.intake.question import Value
from claimwright.reading.amounts import written as sum_written
from claimwright.reading.dates import written as day_written
from claimwright.reading.money import Money

_ALWAYS = ("order.item", "order.number", "order.paid", "order.store", "order.ordered_on")
_NOT_ARRIVED = ("order.promised_by", "order.tracking_number")
_WISHES = ("request.refund", "request.amount", "request.goods")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is about, what was understood, the questions that change it, and the story's own words."""

    name: str
    text: str
    ids: tuple[str, ...]
    origin: str = ""


def read_back(interview: Interview) -> tuple[Line, ...]:
    """Every line; what a message could tell and is not given is named too, so that it can still be given."""
    fields = (*_fields(interview), *_lists(interview))
    if not isinstance(interview.assessment, DRAFTABLE):
        fields = tuple(line for line in fields if not is_end(interview.answers.get(line.ids[0])))
    return (*_facts(interview), *fields)


def answer_told(interview: Interview, id: str, value: Value) -> str:
    """An answer in a buyer's words."""
    wording = interview.wording
    if value is None:
        return wording.say("read_back", "not_known")
    if id == "menu":
        return "; ".join(entry.label for one in value if (entry := interview.menu.entry(one)))
    if id.startswith("facts."):
        field = id.removeprefix("facts.")
        some = value if isinstance(value, list) else [value]
        nothing = wording.say("nothing_wrong")
        return "; ".join(nothing if one == "none" else wording.facts.label(field, one) for one in some)
    if isinstance(value, dict):
        return sum_written(Money.parse(value["amount"], value["currency"]))
    if isinstance(value, list):
        return " ".join(value)
    path, _ = plain(id)
    if path in {"request.refund", "request.goods", "contacts.from", "evidence.kind"}:
        return wording.value(path, value)
    return day_written(date.fromisoformat(value)) if path.endswith(("_on", ".on", "_by")) else str(value)


def _facts(interview: Interview) -> Iterator[Line]:
    facts, answers, wording = interview.facts, interview.answers, interview.wording
    chosen = answers.get("menu")
    set_by_menu = set(interview.menu.setting(tuple(chosen))) if chosen else set()
    if chosen:
        yield Line(wording.say("read_back", "menu"), answer_told(interview, "menu", chosen), ("menu",))
    for field in FIELDS:
        id = f"facts.{field}"
        if (field in set_by_menu and id not in answers) or not facts.applies(field):
            continue
        known = facts.defects if field == "defects" else facts.possible(field)
        if known is None or (field != "defects" and len(known) == len(VALUES[field])):
            if id in answers:
                yield Line(_name(interview, field), wording.say("read_back", "not_known"), (id,))
            continue
        text = " / ".join(wording.facts.label(field, value) for value in VALUES[field] if value in known)
        origin = interview.start.origins.get(id, "") if id not in answers else ""
        yield Line(_name(interview, field), text or wording.say("nothing_wrong"), (id,), origin)


def _name(interview: Interview, field: str) -> str:
    return interview.wording.say("read_back", "fact", field)


def _fields(interview: Interview) -> Iterator[Line]:
    facts, answers = interview.facts, interview.answers
    paths = [*_ALWAYS]
    paths += ["order.received_on"] if facts.only("received", "yes") else _NOT_ARRIVED
    paths += ["order.protection_ends_on"]
    paths += [id for id in _WISHES if answers.get(id) is not None and not _gone(interview, id)]
    for id in paths:
        yield _line(interview, id)


def _gone(interview: Interview, id: str) -> bool:
    """Whether the sum of a part is beside the point, since the whole price is asked for."""
    return id == "request.amount" and interview.case.request.amount is None


def _line(interview: Interview, id: str) -> Line:
    value = interview.answers.get(id)
    given = value is not None
    text = answer_told(interview, id, value) if given else interview.wording.say("read_back", "not_given")
    path, _ = plain(id)
    return Line(interview.wording.of(path, "name"), text, (id,), _origin(interview, id, path) if given else "")


def _lists(interview: Interview) -> Iterator[Line]:
    answers, wording = interview.answers, interview.wording
    more = wording.say("read_back", "more")
    told = [*items(answers, "what_happened", "")]
    for number, said in told:
        line = _line(interview, item("what_happened", number, ""))
        if said or number == len(told) - 1:
            yield line if said else Line(line.name, more, line.ids)
    for name, first, parts in (("contacts", "from", ("on", "text")), ("evidence", "kind", ("shows", "file"))):
        head, begun = wording.of(f"{name}.{first}", "name"), [*items(answers, name, first)]
        for number, said in begun:
            ids = tuple(item(name, number, part) for part in (first, *parts))
            if not is_end(said):
                yield Line(head, _item(interview, name, ids), ids, _origin(interview, ids[0], name))
            elif number == len(begun) - 1:
                yield Line(head, more, ids[:1])
    yield _line(interview, "buyer.name")


def _item(interview: Interview, name: str, ids: tuple[str, ...]) -> str:
    answers = interview.answers
    told = [answer_told(interview, id, answers[id]) for id in ids if answers.get(id) is not None]
    given = f"{', '.join(told[:-1])}: {told[-1]}" if name == "contacts" and len(told) == len(ids) else ", ".join(told)
    whole = all(answers.get(id) is not None for id in ids if not id.endswith(".file"))
    return given if whole else interview.wording.say("read_back", "left_out", given=given)


def _origin(interview: Interview, id: str, path: str) -> str:
    """The words of the story on which an answer rests, unless it was changed."""
    origins = interview.start.origins
    return origins.get(id) or origins.get(path, "") if interview.unchanged(id) else ""
