"""Which words of the case may stand in a message: what may not is left out, and the buyer is told.

A sentence of the buyer's that may not stand is left out. A message between buyer and seller is then told without its
words, and an item of proof by its kind alone: that they exist stays true.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from claimwright.case.casefile import Case
from claimwright.case.evidence import Contact, Evidence
from claimwright.guide.rule import Remedy
from claimwright.letter.brief import Ask, Brief
from claimwright.letter.checks import Finding, all_sound, findings, statement_findings
from claimwright.letter.contact_told import KINDS, WORDLESS, described, note, to_you, told
from claimwright.letter.draft import Draft, Part, Sentence
from claimwright.letter.statements import says_something
from claimwright.letter.stops import calm, ended
from claimwright.letter.tongue import english
from claimwright.reading.characters import visible
from claimwright.reading.later import later

_FULL = r"(?:full|complete|total|whole|entire|100 ?%)"
_ASKS_FULL = later(
    rf"\b{_FULL}\s+(?:(?:refund|reimburse|repay)\w*|(?:price|amount|sum|money|payment)\s+(?:back|returned|refunded))"
    rf"|\b(?:refund|reimburse|repay)\w*\b.{{0,30}}?\b(?:in full|fully|completely|{_FULL} (?:price|amount|sum))"
    r"|\ball (?:of )?my money",
    re.IGNORECASE,
)
_FULL_REFUND = later(rf"\b(?:(?:a|the|my)\s+)?{_FULL}\s+refund\b", re.IGNORECASE)
_PARTLY = "Only a part of the price is asked for."
_NO_WORDS = "It has no words."
KEPT = "Kept as you wrote it, not in English:"
_OF_RECORD = ("remedy.", "contact.", "contradiction.", "concession", "chatter", "perspective")
"""Families that judge what a message says now; what was once written is told as it was."""
_ANY_LENGTH = 1_000_000


def sound(case: Case, ask: Ask | None) -> bool:
    """Whether all the words of the buyer may stand, found out by reading them all at once."""
    texts = [calm(visible(text)) for text in case.what_happened]
    texts += [visible(one.text) for one in case.contacts if one.sender == "buyer"]
    texts += [visible(one.shows) for one in case.evidence]
    return all_sound([text for text in texts if text], case, ask)


def happened(
    case: Case, to_seller: bool, ask: Ask | None, all_fit: bool
) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """The buyer's sentences that may stand in a message, and what is to be told of those that may not."""
    kept, unfit = [], []
    texts = [calm(visible(text)) for text in case.what_happened]
    undecided = ask is None and not to_seller  # what may be said of the money is not known yet
    for index, text in enumerate(texts):
        rule = "" if all_fit or undecided else _first(statement_findings(text, case, ask) if text else ())
        if not says_something(text, case.guide):
            rule = "It does not say what happened." if text else ""
        elif _too_much(text, ask):
            rule = rule or _PARTLY
        if rule:
            unfit.append(f"Left out: “{text}” ({rule}) Say what happened, and nothing else.")
        elif text:
            kept.append((f"what_happened[{index}]", _sentence(to_you(text) if to_seller else text)))
    return kept, tuple(unfit)


def tellable(case: Case, ask: Ask | None) -> tuple[Case, tuple[str, ...]]:
    """The case less what can be no tracking number, words that say nothing, and a full refund where a part is asked."""
    notes = []
    number = case.order.tracking_number
    if number and not any(sign.isdigit() and sign != "0" for sign in number):
        case = replace(case, order=replace(case.order, tracking_number=None))
        notes.append(f"Left out: order.tracking_number. “{visible(number)}” is no tracking number.")
    unfit: dict[str, str] = {}
    contacts = list(case.contacts)
    for index, contact in enumerate(contacts):
        topic, text = f"contacts[{index}]", visible(contact.text)
        if not any(map(str.isalnum, text)):
            unfit[topic] = _NO_WORDS
        elif _too_much(text, ask):
            shorter = _FULL_REFUND.sub("a refund", text)
            if contact.sender == "buyer" and not _too_much(shorter, ask) and note(replace(contact, text=shorter)):
                contacts[index] = replace(contact, text=shorter)
                notes.append(f"{topic}.text is told as “{ended(shorter)}” {_PARTLY}")
            else:
                unfit[topic] = _PARTLY
    for index, item in enumerate(case.evidence):
        text = visible(item.shows)
        if not any(map(str.isalnum, text)):
            unfit[f"evidence[{index}]"] = _NO_WORDS
        elif _too_much(text, ask):
            unfit[f"evidence[{index}]"] = _PARTLY
    case, more = without(replace(case, contacts=tuple(contacts)), unfit)
    return case, (*notes, *more)


def unsound(brief: Brief) -> dict[str, str]:
    """The contacts and items of proof (`contacts[1]`) whose words no message may hold, each with the rule."""
    to_seller = brief.ask is None
    told_of = {
        f"contacts[{i}]": Sentence("".join(told(one, to_seller)), brief.ids(f"contacts[{i}]"), Part.CONTACT)
        for i, one in enumerate(brief.case.contacts)
    }
    told_of |= {
        f"evidence[{i}]": Sentence(f"E{i + 1}: {described(one)}", (f"E{i + 1}",), Part.ATTACHMENT)
        for i, one in enumerate(brief.case.evidence)
    }
    if not told_of:
        return {}
    words = {f"contacts[{i}]": one.text for i, one in enumerate(brief.case.contacts) if one.sender == "buyer"}
    words |= {f"evidence[{i}]": one.shows for i, one in enumerate(brief.case.evidence)}
    alone = not all_sound([visible(text) for text in words.values()], brief.case, brief.ask)
    together = _rule_of(brief, *told_of.values())
    found: dict[str, str] = {}
    for topic, sentence in told_of.items() if alone or together else ():
        rule = _rule_of(brief, sentence) if together else ""
        if alone and topic in words and not rule:
            judged = statement_findings(visible(words[topic]), brief.case, brief.ask)
            rule = _first(tuple(one for one in judged if not one.code.startswith(_OF_RECORD)))
        if rule:
            found[topic] = rule
    return found


def lessened(brief: Brief) -> Brief | None:
    """The brief less the words of contacts and proof that no message may hold; None if there are none."""
    found = unsound(brief)
    if not found:
        return None
    case, notes = without(brief.case, found)
    to_seller = brief.ask is None
    texts = {f"contacts[{i}]": "".join(told(one, to_seller)) for i, one in enumerate(case.contacts)}
    texts |= {f"evidence[{i}]": shown(one) for i, one in enumerate(case.evidence)}
    statements = tuple(replace(one, text=texts.get(one.topic, one.text)) for one in brief.statements)
    return replace(brief, case=case, statements=statements, notes=(*brief.notes, *notes))


def shown(item: Evidence) -> str:
    """An item of proof as a statement."""
    text = described(item)
    return ended(f"{text[0].upper()}{text[1:]}")


def without(case: Case, unfit: Mapping[str, str]) -> tuple[Case, tuple[str, ...]]:
    """The case with these contacts told without their words and these items by their kind, and what to tell of it."""
    notes = []
    contacts, evidence = list(case.contacts), list(case.evidence)
    for topic, rule in unfit.items():
        index = int(topic[topic.index("[") + 1 : -1])
        if topic.startswith("contacts"):
            contacts[index] = _wordless(case, contacts[index])
            notes.append(f"Left out: the words of {topic}.text. {rule} That there was a message is told.")
        else:
            item: Evidence = evidence[index]
            evidence[index] = replace(item, shows=KINDS[item.kind])
            kind = KINDS[item.kind]
            notes.append(f"Left out: the words of {topic}.shows. {rule} It is listed as “{kind}”.")
    return replace(case, contacts=tuple(contacts), evidence=tuple(evidence)), tuple(notes)


def foreign(brief: Brief) -> tuple[str, ...]:
    """What is to be told of the buyer's words that are not in English."""
    texts = [one.text for one in brief.statements if one.topic.startswith("what_happened[")]
    texts += [visible(one.text) for one in brief.case.contacts if one.sender == "buyer"]
    texts += [visible(one.shows) for one in brief.case.evidence]
    return tuple(f"{KEPT} “{text}”" for text in texts if not english(text))


def _wordless(case: Case, contact: Contact) -> Contact:
    if contact.sender == "buyer":
        return replace(contact, text=WORDLESS[0])
    asked = any(one.sender == "buyer" and one.on <= contact.on for one in case.contacts)
    return replace(contact, text=WORDLESS[1] if asked else WORDLESS[2])


def _rule_of(brief: Brief, *sentences: Sentence) -> str:
    """The rule that these sentences break in a message, if they do; what a whole message lacks has no span."""
    found = findings(Draft((sentences,)), brief, _ANY_LENGTH)
    return _first(tuple(one for one in found if one.span))


def _too_much(text: str, ask: Ask | None) -> bool:
    return ask is not None and ask.remedy is Remedy.PARTIAL and _ASKS_FULL.search(text) is not None


def _first(found: tuple[Finding, ...]) -> str:
    return next((one.rule for one in found if one.hard), "")


def _sentence(text: str) -> str:
    """The buyer's words, begun and ended as a sentence is."""
    whole = ended(text)
    return whole[0].upper() + whole[1:] if whole.split()[0].islower() else whole
