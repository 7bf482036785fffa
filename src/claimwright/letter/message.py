"""A checked message and its forms."""

import json
from typing import Literal

from claimwright.letter.checks import Checked
from claimwright.letter.compose import Composed
from claimwright.letter.draft import LINE, Draft, Part, Sentence
from claimwright.letter.wording import LANGUAGES
from claimwright.reading.amounts import written

Form = Literal["text", "markdown", "json"]


def render(checked: Checked, form: Form = "text") -> str:
    """The message as text to paste, as Markdown, or as one JSON object with the ledger."""
    draft = checked.draft
    if form == "json":
        ledger = [
            {"text": one.text, "part": one.part.value, "rests_on": list(one.rests_on)} for one in draft.sentences()
        ]
        return json.dumps({"message": draft.text(), "sentences": ledger}, ensure_ascii=False)
    return _markdown(draft) if form == "markdown" else draft.text()


def unchecked(composed: Composed) -> tuple[str, ...]:
    """What is told of a message of which not all checks are made."""
    if not composed.checks_not_made:
        return ()
    made = "; ".join(composed.checks_not_made)
    return (f"In {LANGUAGES[composed.language]} these checks were not made: {made}. Read the message with care.",)


def beside(composed: Composed) -> list[str]:
    """What the buyer is told of how a message came about: faults found in drafts of a model, notes, checks not made."""
    found = enumerate(composed.rounds, 1)
    rounds = [f"Round {n}, found: {', '.join(dict.fromkeys(codes))}." for n, codes in found if codes]
    return [*rounds, *composed.notes, *unchecked(composed)]


def unsent(composed: Composed) -> str:
    """A second version as the buyer is shown it, under a heading."""
    heading = f"In {LANGUAGES[composed.language]}, for you alone (do not send this one):"
    return "\n".join((heading, *unchecked(composed), "", render(composed.checked)))


def explain(checked: Checked) -> list[tuple[Sentence, list[tuple[str, str]]]]:
    """Each sentence, with the id and the text of every statement that it rests on."""
    texts = {one.id: one.text for one in checked.brief.statements}
    if ask := checked.brief.ask:
        texts["ASK"] = f"The request, as decided: a {ask.remedy} refund of {written(ask.amount)}."
    return [(one, [(id, texts.get(id, "")) for id in one.rests_on]) for one in checked.draft.sentences()]


_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|~"})


def _markdown(draft: Draft) -> str:
    paragraphs = []
    for paragraph in draft.paragraphs:
        lines = [one.text.translate(_SPECIAL) for one in paragraph]
        if paragraph[0].part is Part.ATTACHMENT:
            paragraphs.append(LINE.join([lines[0], "", *(f"- {line}" for line in lines[1:])]))
        else:
            paragraphs.append(("  \n" if paragraph[0].part is Part.CLOSING else " ").join(lines))
    return "\n\n".join(paragraphs)
