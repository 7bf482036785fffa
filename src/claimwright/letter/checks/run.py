"""The check: every family is run, and only here is a draft declared checked.

Decided here: which families there are, and which of them judge a statement of the buyer before anything is drafted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import InitVar, dataclass
from typing import Final

from claimwright.case.casefile import Case
from claimwright.errors import DraftRejected
from claimwright.guide.rule import Purpose
from claimwright.letter.brief import Ask, Brief
from claimwright.letter.checks import (
    answer,
    characters,
    chatter,
    concession,
    contact,
    contradiction,
    dates,
    embellishment,
    evidence,
    fields,
    identity,
    ledger,
    markup,
    money,
    numbers,
    quotation,
    remedy,
    shape,
    slots,
    statement,
    tone,
)
from claimwright.letter.checks.finding import Finding
from claimwright.letter.checks.page import Family, Page
from claimwright.letter.checks.sources import sources_of
from claimwright.letter.draft import Draft, Part, Sentence

FAMILIES: Final[tuple[Family, ...]] = (
    shape.shape,
    characters.characters,
    fields.fields,
    slots.slots,
    markup.markup,
    ledger.ledger,
    evidence.evidence,
    quotation.quotation,
    money.money,
    dates.dates,
    numbers.numbers,
    identity.identity,
    remedy.remedy,
    contact.contact,
    contradiction.contradiction,
    concession.concession,
    answer.answer,
    tone.tone,
    embellishment.embellishment,
    chatter.chatter,
)
"""The families, in the order in which their findings are told."""

STATEMENT_FAMILIES: Final[tuple[Family, ...]] = (
    characters.characters,
    slots.slots,
    markup.markup,
    identity.contact_data,
    remedy.requests,
    contact.silence,
    contradiction.contradiction,
    concession.concession,
    tone.tone,
    chatter.chatter,
    statement.statement,
)
"""The families that a statement of the buyer must pass by itself: its facts are the buyer's to tell."""


class DraftHasFaults(DraftRejected):
    """A draft has hard findings; the text names each, and `findings` holds all of them, soft ones too."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Name the hard findings, one a line."""
        self.findings = findings
        super().__init__("\n".join(_line(finding) for finding in findings if finding.hard))


class _Token:
    """What `check` alone holds."""


_TOKEN: Final = _Token()


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft without hard findings. Only `check` makes one, and only a Checked can be printed."""

    draft: Draft
    brief: Brief
    soft: tuple[Finding, ...]
    token: InitVar[_Token]

    def __post_init__(self, token: _Token) -> None:
        """Refuse to be made by anyone but `check`."""
        if token is not _TOKEN:
            raise TypeError("only check() declares a draft checked")


def findings(draft: Draft, brief: Brief, limit: int) -> tuple[Finding, ...]:
    """Everything that is wrong with a draft for this brief and a form of so many characters, each fault once."""
    sources = sources_of(brief.case, brief.statements, brief.ask, brief.extend_before)
    page = Page(draft, sources, brief.purpose, limit, brief)
    if brief.wording is None:
        return _run(FAMILIES, page)
    from claimwright.letter.checks import abroad

    return _run(abroad.FAMILIES, page)


def check(draft: Draft, brief: Brief, limit: int) -> Checked:
    """The draft, checked; DraftHasFaults if it has a hard finding."""
    found = findings(draft, brief, limit)
    if any(finding.hard for finding in found):
        raise DraftHasFaults(found)
    return Checked(draft, brief, found, _TOKEN)


def statement_findings(text: str, about: Brief | Case, ask: Ask | None = None) -> tuple[Finding, ...]:
    """What keeps one statement of the buyer out of a message that asks for `ask` (None: that asks for no money)."""
    case = about.case if isinstance(about, Brief) else about
    purpose = about.purpose if isinstance(about, Brief) else Purpose.STATEMENT if ask else Purpose.SELLER
    draft = Draft(((Sentence(text, (), Part.BODY, own_words=True),),))
    return _run(STATEMENT_FAMILIES, Page(draft, sources_of(case, (), ask), purpose))


def all_sound(texts: Sequence[str], about: Case, ask: Ask | None = None) -> bool:
    """Whether no statement of these has a hard finding by itself, found out by reading them all at once.

    Nothing is read across an empty line, so together they have a hard finding if one of them has.
    """
    if any(len(text.lower()) != len(text) or "\n" in text for text in texts):
        return not any(one.hard for text in texts for one in statement_findings(text, about, ask))
    purpose = Purpose.STATEMENT if ask else Purpose.SELLER
    draft = Draft(tuple((Sentence(text, (), Part.BODY, own_words=True),) for text in texts))
    page = Page(draft, sources_of(about, (), ask), purpose)
    return not any(finding.hard for family in STATEMENT_FAMILIES for finding in family(page))


def _run(families: Iterable[Family], page: Page) -> tuple[Finding, ...]:
    found: dict[tuple[str, str], Finding] = {}
    for family in families:
        for finding in family(page):
            found.setdefault((finding.code, finding.span), finding)
    return tuple(found.values())


def _line(finding: Finding) -> str:
    said = f'"{finding.span}": ' if finding.span else ""
    allowed = f" Allowed: {'; '.join(finding.allowed[:6])}." if finding.allowed else ""
    return f"{said}{finding.rule}{allowed}"
