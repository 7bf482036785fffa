"""A model's reply, judged: put into the frame and checked.

Decided here: a body rests on the statements that the model was given and on no others, each sentence on a fact or a
piece of proof; greeting and closing are not the model's; what is wrong with the frame alone is no objection to a reply.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimwright.errors import FactsMissing
from claimwright.letter.body import paragraphs
from claimwright.letter.checks import DraftHasFaults, Finding, check, findings
from claimwright.letter.checks.by_model import model_findings, resting_on_nothing
from claimwright.letter.compose import Composed
from claimwright.letter.draft import Sentence
from claimwright.letter.fitted import assembled, fitted
from claimwright.letter.writers.prompter import LONGEST_DRAFT, Prompter
from claimwright.letter.writers.template import write
from claimwright.privacy.mask import Mask
from claimwright.reading.sentences import words

_GREETING = re.compile(
    r"(?:hello|hi|hey|dear|good (?:day|morning|afternoon|evening)|greetings|hola|buen(?:os|as) (?:días|tardes|noches)"
    r"|estimad[oa]s?|olá|bom dia|boa (?:tarde|noite)|prezad[oa]s?|bonjour|bonsoir|madame|monsieur"
    r"|guten (?:tag|morgen|abend)|hallo|sehr geehrte\w*|здравствуйте|добрый (?:день|вечер)|уважаем\w+)\b"
    r"[^.,:!?]{0,40}[,:!]",
    re.I,
)

_ITEM = re.compile(r"^[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]+\S{1,20}", re.M)


def judged(prompter: Prompter, reply: str, limit: int) -> tuple[Composed | None, tuple[Finding, ...]]:
    """The message with this reply as its body, None if a finding is hard; and the findings, the hard ones first."""
    brief, mask, given = prompter.brief, prompter.mask, prompter.given
    if len(reply) > max(LONGEST_DRAFT, 4 * limit):  # a model that runs on
        return None, (Finding("length.limit", "hard", "", f"The form takes {limit} characters: shorten it."),)
    restored = mask.restore(reply)
    body = paragraphs(restored)
    if not body:
        return None, (Finding("empty", "hard", "", "There is no text."),)
    own = [*_slots(mask, reply), *_lists(reply), *_body(body, given), *_proof(body, given)]
    written = write(brief, prompter.resources)
    plain = assembled(brief, written, frozenset(), body)
    withheld = [one.text for one in brief.case.contacts if one.sender == "seller"]
    own += model_findings(plain, brief, prompts=(prompter.rules(),), withheld=withheld, language=brief.language)
    try:
        draft, notes = fitted(brief, written, limit, body)
        checked = check(draft, brief, limit)
    except FactsMissing:
        found = findings(plain, brief, limit)
        if not any(one.code.startswith("length.") and one.hard for one in found):
            found = (Finding("length.limit", "hard", "", f"The form takes {limit} characters: shorten it."), *found)
    except DraftHasFaults as faults:
        found = faults.findings
    else:
        mine = _of_reply((*own, *checked.soft), body, restored, given)
        alone = [
            f"Read this sentence with care, it rests on no fact of yours: “{one.text}”"
            for one in resting_on_nothing(draft, brief)
            if one not in written.asks
        ]
        composed = Composed(checked, (*brief.notes, *notes, *alone), "model")
        return (None if any(one.hard for one in mine) else composed), mine
    return None, _of_reply((*own, *found), body, restored, given)


def _slots(mask: Mask, reply: str) -> Iterator[Finding]:
    for one in mask.slot_faults(reply):
        rule = f"This stands for nothing ({one.what}). Copy such words exactly, or leave them out."
        yield Finding("slot", "hard", one.span, rule)


def _lists(reply: str) -> Iterator[Finding]:
    for match in _ITEM.finditer(reply):
        yield Finding("markup", "hard", match.group().strip(), "Write sentences, not a list.")


def _body(body: Sequence[Sequence[Sentence]], given: frozenset[str]) -> Iterator[Finding]:
    for sentence in (one for paragraph in body for one in paragraph):
        if _GREETING.match(sentence.text):
            yield Finding("frame", "hard", sentence.text, "The program adds greeting and closing: leave them out.")
        elif not sentence.rests_on:
            rule = "This sentence names no id. Put the ids that it rests on at its end, or leave it out."
            yield Finding("ledger.unsupported", "hard", sentence.text, rule)
        elif all(id.startswith("G") for id in sentence.rests_on):
            rule = "A passage alone bears no sentence: name a fact or a piece of proof, or leave it out."
            yield Finding("ledger.passage", "hard", sentence.text, rule)
        for id in sentence.rests_on:
            if id not in given:
                yield Finding("ledger.unknown", "hard", id, "There is no statement with this id.")


def _proof(body: Sequence[Sequence[Sentence]], given: frozenset[str]) -> Iterator[Finding]:
    proof = sorted((id for id in given if id.startswith("E")), key=lambda id: int(id[1:]))
    if proof and given.isdisjoint(id for each in body for one in each for id in one.rests_on if id.startswith("E")):
        rule = "No proof is named. Put the id of each piece beside what it shows."
        yield Finding("evidence.uncited", "hard", "", rule, tuple(proof))


def _of_reply(
    found: Sequence[Finding], body: Sequence[Sequence[Sentence]], restored: str, given: frozenset[str]
) -> tuple[Finding, ...]:
    """Each finding once, the hard ones first; one on words that are not the reply's goes without them, or goes."""
    said = frozenset(words(f"{restored} {' '.join(one.text for paragraph in body for one in paragraph)}"))
    kept: dict[tuple[str, str], Finding] = {}
    for one in found:
        known = said.issuperset(words(one.span)) or one.span in given
        again = one.code == "slot" and any(code == "slot" and one.span in span for code, span in kept)
        if (known or one.hard) and not again:
            kept.setdefault((one.code, one.span), one if known else replace(one, span="", allowed=()))
    return tuple(sorted(kept.values(), key=lambda one: not one.hard))
