"""Commands: what was pasted with a text and is meant for a program: its marks, forged speakers, orders to a writer."""

import re
from collections.abc import Iterator

from claimwright.letter.checks.finding import Finding, hard
from claimwright.reading.later import later

_MACHINE = later(
    r"<\|[^|>\n]{1,30}\|>|</?(?:system|user|assistant|instructions?|prompt|case|facts|data)>"
    r"|-{4,}|={4,}|#{3,}|`{3}|\b(?:END|START|BEGIN) OF [A-Z]{3,}|(?:%[0-9A-Fa-f]{2}){4,}"
    r"|\\[nrtux]|[\"'] ?[}\]]|\{[\"']|\b[A-Za-z0-9+/]{24,}={0,2}(?![\w-])"
    r"|\b(?i:end of (?:the )?(?:quote|quotation|data|text|case|statement|prompt|facts|input)s?)\b|\b[FEG]\d{1,3}: "
    r"|\b(?i:request, as decided|in at least \d{2,} words)\b",
)
_SPEAKER = later(
    r"(?:^|[.!?;\n])[\W_]{0,3}(?:user|human|system|assistant|developer|dev(?:eloper)? (?:note|message)|moderator|model"
    r"|ai|bot|admin|reviewer(?: note)?|todo|hotfix|new task|(?:the )?buyer(?: now)?(?: adds| says| writes)?"
    r"|note to (?:the )?(?:writer|model|ai|assistant))\b[^:\n]{0,20}:",
    re.IGNORECASE,
)
_TO_A_WRITER = later(
    r"(?:^|[.!?;:\n]\s{0,3}|\b(?:please|and|now|then) )(?:(?:ignore|disregard|forget|override|repeat|print|reveal"
    r"|translate|decode|reverse|explain|count|list) (?:all|any|the|your|my|every|each|this|that|it|what|everything"
    r"|previous)"
    r"|pretend to|concatenate|role-?play|word it|do not (?:ask|mention|cite|write|say)|ask for (?:double|no|less)"
    r"|write (?:the|that|only|it|this|in|again|down)|say that"
    r"|state that|tell (?:them|the reader)|report that|take the (?:first|last)|begin (?:the|your)|finish (?:by|with)"
    r"|put (?:your|the|in) (?:limits|rules|instructions|answer)|remember part|list every)\b"
    r"|\byour (?:instructions|rules|prompt|limits|system prompt|guidelines|configuration|training)\b"
    r"|\byou (?:are|were) (?:now|no longer|told|instructed|allowed|not allowed)\b|\bare you (?:not )?(?:allowed|able)\b"
    r"|[(\[](?:say|write|print|output): |\b(?:previous|prior|above) (?:instructions|rules)\b|\brules above\b"
    r"|\bthis tool\b|\b(?:in|of) the prompt\b",
    re.IGNORECASE,
)


def commands(text: str, outside: str | None = None) -> Iterator[Finding]:
    """What in a text is meant for a program; orders count only `outside` quotations, where that is given."""
    rule = "This is meant for a program and tells nothing of the order."
    told = text if outside is None else outside
    for pattern, where in ((_MACHINE, text), (_SPEAKER, text), (_TO_A_WRITER, told)):
        if match := pattern.search(where):
            yield hard("command", match.group().strip(), rule)
