"""Fits a message to its limit: puts its parts together, and cuts what matters least.

Order number, item, problem, request and the list of proof are never cut. The rest goes in the order of `cuts`, and only
as much of it as the limit asks for.
"""

from collections.abc import Mapping, Sequence

from claimwright.errors import FactsMissing, LimitTooSmall
from claimwright.guide.rule import Stage
from claimwright.letter import frame
from claimwright.letter.brief import Brief
from claimwright.letter.checks.shape import MOST_WORDS, WORDS_WANTED
from claimwright.letter.draft import Draft, Part, Sentence
from claimwright.letter.framed import Cut, recorded
from claimwright.letter.proof import CONTACTS, FURTHER, WRITTEN, conversations, places
from claimwright.letter.statements import in_time_order
from claimwright.letter.stops import ended
from claimwright.letter.writers.template import Written
from claimwright.reading.sentences import content, words

_DENIES = frozenset(("not", "no", "never", "nothing", "without", "nor"))
_ABOUT_PROMISES = frozenset(("listing", "order_page", "conversation", "receipt"))
SITUATION = "situation"


def fitted(
    brief: Brief, written: Written, limit: int, body: Sequence[Sequence[Sentence]] | None = None
) -> tuple[Draft, tuple[str, ...]]:
    """A draft within the limit, and what was cut; `body` takes the place of the template's if it is given."""
    draft = assembled(brief, written, frozenset(), body)
    if _fits(draft, limit):
        return _brief_enough(brief, written, draft, body)
    forced = f"fit {limit} characters" if len(draft.text()) > limit else f"keep to {MOST_WORDS} words"
    named = cuts(brief, body is None)
    cut: list[str] = []
    for name in named:
        less = assembled(brief, written, frozenset((*cut, name)), body)
        if less == draft:
            continue  # there was nothing of it
        cut.append(name)
        draft = less
        if _fits(draft, limit):
            break
    else:
        text, length = _too_long(draft, limit), len(draft.text())
        raise LimitTooSmall(text, length) if length > limit else FactsMissing(text)
    for name in reversed(cut[:-1]):
        fuller = assembled(brief, written, frozenset(cut) - {name}, body)
        if _fits(fuller, limit):
            cut.remove(name)
            draft = fuller
    return draft, (ended(f"Left out to {forced}: {'; '.join(named[name] for name in cut)}"),)


def _fits(draft: Draft, limit: int) -> bool:
    text = draft.text()
    return len(text) <= limit and len(words(text)) <= MOST_WORDS


def _too_long(draft: Draft, limit: int) -> str:
    length, shorten = len(draft.text()), "shorten what_happened and the captions of the evidence"
    if length <= limit:
        return f"The message has more than {MOST_WORDS} words, which nobody reads: {shorten}."
    return (
        f"The facts that a message needs take {length} characters, and the limit is {limit}: "
        f"use --limit {length}, or {shorten}."
    )


def _brief_enough(
    brief: Brief, written: Written, draft: Draft, body: Sequence[Sequence[Sentence]] | None
) -> tuple[Draft, tuple[str, ...]]:
    """The draft without what a reader misses least, as long as it has more words than a tired reader likes."""
    if len(words(draft.text())) <= WORDS_WANTED:
        return draft, ()
    named, cut = cuts(brief, body is None), list[str]()
    for name in ("taken_on", "store", "arrival"):
        if name in named and len(words(draft.text())) > WORDS_WANTED:
            less = assembled(brief, written, frozenset((*cut, name)), body)
            cut += [name] if less != draft else []
            draft = less
    left_out = "; ".join(named[name] for name in cut)
    return draft, (f"Left out to keep to {WORDS_WANTED} words: {left_out}.",) if cut else ()


def cuts(brief: Brief, own_words: bool = True) -> dict[str, str]:
    """What may be cut from this message, first what matters least, each with its name for the buyer."""
    order, record = brief.case.order, in_time_order(brief.case)
    found = {"courtesy": "the courtesy at the end"}
    if any(item.taken_on for item in brief.case.evidence):
        found["taken_on"] = "the days on which the proof was taken"
    if order.store:
        found["store"] = "the name of the store"
    if order.received_on:
        found["arrival"] = "the day of arrival"
    if len(record) > 2:
        found["contacts between"] = "the messages between the first and the last"
    if len(record) > 1:
        found["older contacts"] = "all messages but the last"
    if own_words:
        proved, unproved = _least_needed(brief)
        found |= {topic: f"“{text}”" for topic, text in unproved}
    if brief.case.buyer.name:
        found["name"] = "your name"
    if recorded(brief, frozenset()) and brief.stage is Stage.FIRST:  # a later message answers what stands there
        found["contacts"] = "the messages with the seller"
    if own_words and frame.promise(brief, frozenset()):
        found["promise"] = "the day by which the parcel was promised"
    if order.ordered_on:
        found["ordered_on"] = "the day of the order"
    if own_words:
        found[SITUATION] = "the sentence on the problem, which your own words state"
        found |= {topic: f"“{text}”" for topic, text in proved}
    return found


def assembled(brief: Brief, written: Written, cut: Cut, body: Sequence[Sequence[Sentence]] | None = None) -> Draft:
    """The whole message with its frame, less what is cut."""
    with_record = recorded(brief, cut)
    if body is None:
        own = {topic: text for topic, text in _unsaid(brief, written).items() if topic not in cut}
        problem = _problem(brief, written) if SITUATION in cut else written.problem
        proof = places(brief, problem, own, with_record)
        late = frame.promise(brief, cut) if written.problem else ()
        body, of_record = (_body(brief, problem, late, own, proof),), proof.get(CONTACTS, ())
    else:
        of_record = conversations(brief) if with_record else ()
    every = (
        frame.greeting(brief),
        frame.opening(brief, cut),
        *body,
        frame.contacts(brief, cut, of_record),
        (*written.answer, *(written.asks or frame.request(brief, written.reasons))),
        frame.attachments(brief, cut),
        frame.closing(brief, cut),
    )
    return Draft(tuple(tuple(paragraph) for paragraph in every if paragraph))


def _body(
    brief: Brief,
    problem: Sequence[Sentence],
    late: Sequence[Sentence],
    own: Mapping[str, str],
    proof: Mapping[str, Sequence[str]],
) -> tuple[Sentence, ...]:
    """The problem, the day promised, the buyer's own sentences, each with its proof; at the end the proof left over."""
    stated = frame.with_proof(problem, [proof.get(f"problem[{i}]", ()) for i in range(len(problem))])
    words = [Sentence(text, brief.ids(topic), Part.BODY, own_words=True) for topic, text in own.items()]
    rest = frame.further(brief, proof.get(WRITTEN, ()), proof.get(FURTHER, ()))
    return (*stated, *late, *frame.with_proof(words, [proof.get(topic, ()) for topic in own]), *rest)


def _problem(brief: Brief, written: Written) -> tuple[Sentence, ...]:
    """The sentences of the problem that the buyer's main statement does not say as well, by three of four words."""
    said = content(_own(brief).get(_main(brief), ""))
    return tuple(
        one for one in written.problem if not (stems := content(one.text)) or 4 * len(stems & said) < 3 * len(stems)
    )


def _own(brief: Brief) -> dict[str, str]:
    own = {one.text: one.topic for one in reversed(brief.statements) if one.topic.startswith("what_happened[")}
    return {topic: text for text, topic in reversed(own.items())}


def _unsaid(brief: Brief, written: Written) -> dict[str, str]:
    """The buyer's sentences that say more than the problem as the template states it; if none does, the first."""
    own, said = _own(brief), content(" ".join(one.text for one in written.problem))
    fresh = {
        topic: text for topic, text in own.items() if not content(text) <= said or not _DENIES.isdisjoint(words(text))
    }
    return fresh or dict(list(own.items())[:1])


def _main(brief: Brief) -> str:
    """The buyer's most concrete statement: the one with the most proof of what came or did not, else the first."""
    own = _own(brief)
    proved = places(brief, (), own, recorded=True)
    items = brief.case.evidence
    weight = {
        topic: sum(1 if items[int(id[1:]) - 1].kind in _ABOUT_PROMISES else 2 for id in proved.get(topic, ()))
        for topic in own
    }
    return max(own, key=lambda topic: weight[topic], default="")


def _least_needed(brief: Brief) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The buyer's sentences that may go, last first: those that proof stands beside, and the others."""
    own, main = _own(brief), _main(brief)
    proved = places(brief, (), own, recorded=True)
    may_go = [(topic, text) for topic, text in reversed(own.items()) if topic != main]
    return [one for one in may_go if one[0] in proved], [one for one in may_go if one[0] not in proved]
