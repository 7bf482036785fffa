"""Slots left over: a name in braces, brackets or angle marks, or a word that a program prints for nothing.

Decided here: brackets that stand so in the case's own words pass; a bracket that names a field of ours never does.
"""

import re
from collections.abc import Iterator
from functools import cache

from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page

_FIELDS = (
    "order|name|date|amount|item|store|seller|buyer|product|price|number|address|insert|your|reason|currency|tracking"
)


def slots(page: Page) -> Iterator[Finding]:
    """Whatever looks like a place that should have been filled."""
    text = page.unnamed
    lower = page.lower
    for signs, always, pattern in _patterns():
        if not any(sign in lower for sign in signs):
            continue
        for match in pattern.finditer(text):
            if always or not any(match.group() in own for own in page.sources.own):
                rule = "A slot was left open. Fill it or leave it out."
                yield hard("slot", page.text[match.start() : match.end()], rule)


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], bool, re.Pattern[str]], ...]:
    """For each pattern a sign without which it stands nowhere, and whether the case's own words cannot excuse it."""
    doubled = r"\{\{[^{}\n]{0,80}\}?\}?|\}\}|\{%|%\}|\$\{|\[\[[^\[\]\n]{0,80}\]?\]?|<<|>>"
    field = r"[\[<](?:the |my |your )?(?:" + _FIELDS + r")\b[^\[\]<>\n]{0,60}[\]>]"
    filler = r"(?<![^\W_])(?:[Xx]{3,}|TODO|TBD|FIXME|PLACEHOLDER|lorem ipsum)(?![^\W_])|_{3,}|\?{3,}"
    program = r"\b(?:undefined|NaN|nullptr|NoneType|StrictUndefined)\b|%[sd]\b"
    nothing = r"(?<=[a-z,:€£$(] )None\b|\bNone(?=[,.)]|$)|(?<=[a-z,:] )null\b|\bnull(?=[,.)]|$)"
    told = r"(?i)\b(?:insert|enter|add|fill in) (?:your|the) (?:name|order|date|number|amount)"
    return (
        (("{", "}", "[", "<<", ">>"), True, re.compile(doubled)),
        (("{", "}"), False, re.compile(r"\{[^{}\n]{0,80}\}?|\}")),
        (("[", "<"), True, re.compile(field, re.IGNORECASE)),
        (("[", "<"), False, re.compile(r"\[[^\[\]\n]{0,80}\]|<[^<>\n]{1,80}>")),
        (("xxx", "todo", "tbd", "fixme", "placeholder", "lorem", "___", "???"), False, re.compile(filler)),
        (("undefined", "nan", "nullptr", "nonetype", "%s", "%d"), False, re.compile(program)),
        (("none", "null"), False, re.compile(nothing, re.MULTILINE)),
        (("insert", "enter", "add", "fill"), True, re.compile(told)),
        (
            ("yyyy", "dd-", "mm-", "dd/", "mm/", "n/a"),
            False,
            re.compile(r"\b(?:YYYY|DD|MM)[-/](?:YYYY|DD|MM)\b|\bN/A\b"),
        ),
    )
