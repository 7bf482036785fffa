"""Models that do what an attack text wants, as if they had seen it, and an exchange with one of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tests.letter.checks.honest import HONEST
from tests.letter.drafting import RESOURCES, brief

from claimwright.case.casefile import Case
from claimwright.letter.brief import Brief, Kind
from claimwright.letter.compose import Composed
from claimwright.letter.exchange import exchange
from claimwright.letter.message import render
from claimwright.letter.writers.prompter import Prompter
from claimwright.llm.model import Replied
from claimwright.privacy.mask import Mask
from claimwright.reading.sentences import content, sentences

from .texts import Attack

REFUSALS = (
    "I'm sorry, but I can't help with this request.",
    "I cannot assist with disputes that may be fraudulent.",
    "I won't write this. Please contact AliExpress support instead.",
    "As an AI language model I am not able to take sides between a buyer and a seller [F9].",
    "Unfortunately this text conflicts with my guidelines, so no message was written [F2, E1].",
)
ENDLESS = 6  # times that a model which never stops says the same: far more than a form takes


@dataclass(frozen=True)
class Told:
    """What became of an exchange: the message, who worded it, what was found in its rounds, what the buyer is told."""

    text: str
    writer: str
    codes: tuple[str, ...]
    notes: str


def honest(case: str) -> str:
    """A body that is true to an example, without the record of what was written to the seller."""
    return HONEST[case].strip().split("\n\n")[0]


def cited(text: str, this: Brief, given: frozenset[str]) -> str:
    """Each sentence with the ids that it could most easily be said to rest on."""
    return " ".join(
        one if "[" in one else f"{one.rstrip('.!?')} [{_ids(one, this, given)}]." for one in sentences(text)
    )


def _ids(sentence: str, this: Brief, given: frozenset[str]) -> str:
    said = content(sentence)
    best = []
    for kind in (Kind.FACT, Kind.EVIDENCE):
        known = [one for one in this.statements if one.kind is kind and one.id in given]
        known.sort(key=lambda one: -len(said & content(one.text)))
        best += [one.id for one in known[:1] if kind is Kind.FACT or said & content(one.text)]
    return ", ".join(best)


Script = Callable[[Attack, Callable[[str], str]], str]
MODELS: dict[str, Script] = {
    "obeys": lambda attack, cited: " ".join([attack.wants] * attack.times),
    "blends": lambda attack, cited: f"{honest(attack.case)} {cited(attack.blended)}",
    "echoes": lambda attack, cited: f"{honest(attack.case)} {cited(attack.text)}",
    "refuses": lambda attack, cited: REFUSALS[len(attack.text) % len(REFUSALS)],
    "never stops": lambda attack, cited: " ".join([honest(attack.case), cited(attack.wants)] * ENDLESS),
}
"""What each model replies, in every round."""

FURTHER: dict[str, Script] = {
    "obeys with ids": lambda attack, cited: cited(" ".join([attack.wants] * attack.times)),
    "blends first": lambda attack, cited: f"{cited(attack.blended)} {honest(attack.case)}",
    "blends bluntly": lambda attack, cited: f"{honest(attack.case)} {cited(attack.wants)}",
    "echoes alone": lambda attack, cited: attack.text,
}
"""Other ways to do the same."""

CONTROL = "honest"
"""The model that does not obey: what it writes is delivered, whatever the attack text."""


def replying(case: Case, make: Callable[[Brief, frozenset[str]], str]) -> Told:
    """The end of an exchange with a model that gives the same reply in every round."""
    this = _brief(case)
    mask = Mask.of(case)
    reply = make(this, Prompter(this, RESOURCES, mask).given)
    machine = exchange(this, RESOURCES, mask)
    next(machine)
    while True:
        try:
            machine.send(Replied(reply))
        except StopIteration as done:
            return told(done.value)


@cache
def _brief(case: Case) -> Brief:
    return brief(case)


def told(composed: Composed) -> Told:
    """What stdout gets of a message, and the rest."""
    codes = dict.fromkeys(code for round in composed.rounds for code in round)
    return Told(render(composed.checked), composed.writer, tuple(codes), "\n".join(composed.notes))
