"""Fields: the names of the item, the store and the buyer, which go into every message as they stand.

Decided here: single brackets and angle marks pass (Mug [2-pack] <new>), since they belong to many a name; slots of a
program, tags of HTML, links and addresses never do. A telephone number is one in the buyer's name; elsewhere it needs a
plus sign or its word, since sizes and models are rows of figures too.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from claimwright.case.casefile import Case
from claimwright.letter.checks.command import commands
from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page
from claimwright.reading.characters import visible
from claimwright.reading.identifiers import Sort, identifiers, phones
from claimwright.reading.later import later

_NAMES = {"order.item": "the name of the item", "order.store": "the name of the store", "buyer.name": "your name"}
_ALWAYS = frozenset({Sort.EMAIL, Sort.URL})
_OF_A_PERSON = _ALWAYS | {Sort.HANDLE, Sort.IBAN}
_CALLED = later(
    r"(?:\btel|\bphone|\bcall|\bmobile|whatsapp|viber|telegram)\W{0,8}(?:no\.? ?|number ?)?$", re.IGNORECASE
)
_SUSPECT = later(r"[{}<@]|\[\[|\]\]|\.[A-Za-z]|://|\d{3}| dot ", re.IGNORECASE)


def field_findings(case: Case) -> tuple[tuple[str, Finding], ...]:
    """What must not go into a message with these names: the path of the field, and the finding, which says the cure."""
    order = case.order
    values = (("order.item", order.item), ("order.store", order.store), ("buyer.name", case.buyer.name))
    return tuple((path, one) for path, value in values if value for one in _in_name(path, visible(value)))


def fields(page: Page) -> Iterator[Finding]:
    """The same for a whole draft: such a name keeps back the message in which it stands."""
    if page.brief is None:
        return
    for _, finding in field_findings(page.sources.case):
        if finding.span in page.text:
            yield finding


@lru_cache(maxsize=256)
def _in_name(path: str, text: str) -> tuple[Finding, ...]:
    where = _NAMES[path]
    found = [hard("field.command", one.span, f"{one.rule} Write {where} alone.") for one in commands(text)]
    if _SUSPECT.search(text) is None:
        return tuple(found)
    found += [
        hard("field.slot", match.group(), f"A slot was left open in {where}. Write {where} alone.")
        for match in _slot().finditer(text)
    ]
    found += [
        hard("field.markup", match.group(), f"HTML stands in {where}. Write {where} in plain words.")
        for match in _tag().finditer(text)
    ]
    person = path == "buyer.name"
    given = identifiers(text)
    for one in given:
        if one.sort in (_OF_A_PERSON if person else _ALWAYS):
            found.append(hard("field.contact", one.text, f"This {one.sort} is no part of {where}. Leave it out."))
    for one in phones(text):
        if person or one.text.startswith("+") or _CALLED.search(text[: one.start]):
            found.append(hard("field.contact", one.text, f"This {one.sort} is no part of {where}. Leave it out."))
    return tuple(found)


@cache
def _slot() -> re.Pattern[str]:
    return re.compile(
        r"\{\{.{0,80}?(?:\}\}|$)|\{%.{0,80}?(?:%\}|$)|\$\{[^{}]{0,80}\}?|\[\[.{0,80}?(?:\]\]|$)|\}\}|\]\]"
    )


@cache
def _tag() -> re.Pattern[str]:
    names = (
        "abbr|big|blockquote|body|br|button|center|code|div|em|font|form|h[1-6]|head|hr|html|iframe|img|input|li"
        "|link|meta|ol|pre|script|small|span|strong|style|sub|sup|svg|table|td|th|tr|ul|video"
    )
    return re.compile(
        rf"</[A-Za-z][A-Za-z0-9]{{0,15}}\s*>|<(?:{names})(?:\s[^<>]{{0,200}})?/?>|<a\s[^<>]{{0,200}}>"
        r"|(?-i:<[abipsu]>)|<!--",
        re.IGNORECASE,
    )
