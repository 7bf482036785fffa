"""What a message may draw on: the dates, sums, numbers and words of the case and of the brief's statements.

Decided here: the statements, the item's name, captions and what was written to and by the seller are sources; passages
of the guide are sources of numbers only, so that its words excuse nothing.
"""

from datetime import date
from functools import lru_cache

from claimwright.case.casefile import Case
from claimwright.letter.brief import Ask, Kind, Statement
from claimwright.letter.checks.phrases import Phrases, Words, words_of
from claimwright.marketplace import marketplace_of
from claimwright.reading import amounts, dates
from claimwright.reading.characters import small, visible
from claimwright.reading.later import later
from claimwright.reading.lazy import lazy
from claimwright.reading.money import Money
from claimwright.reading.sentences import STOP_WORDS, content, stem, words

_OF_MESSAGES = """
    full partial refund ask asked order ordered parcel package item product seller store shop buyer customer money price
    paid photo video attached hello kind regards thank thanks placed arrived received euro euros eur dollar dollars usd
    pound pounds gbp
"""
_PLAIN_WORDS = STOP_WORDS.union(_OF_MESSAGES.split(), map(str.lower, (*dates.MONTHS, *dates.WEEKDAYS)))
"""Words that stand in many a message: a name made of nothing else is not told from them."""

NUMBER = later(r"\d{1,40}(?:[.,\u00a0\u202f'’]\d{1,40}){0,8}")


class Sources:
    """The allowed values of one brief."""

    def __init__(
        self, case: Case, statements: tuple[Statement, ...], ask: Ask | None, extend_before: date | None
    ) -> None:
        self.case = case
        self.statements = statements
        self.ask = ask
        self.extend_before = extend_before

    @lazy
    def texts(self) -> tuple[str, ...]:
        """Everything that the case and the brief's facts and evidence say, text by text."""
        texts = [one.text for one in self.statements if one.kind is not Kind.PASSAGE]
        texts += [*self.names, *map(visible, self._shown_and_written)]
        return tuple(dict.fromkeys(texts))

    @lazy
    def _lines(self) -> str:
        return "\n\n".join(self.texts)  # so far apart that nothing is read across two texts

    @lazy
    def own(self) -> tuple[str, ...]:
        """The buyer's own words, as the case file holds them."""
        return (*self.names, *map(visible, (*self._shown_and_written, *self.case.what_happened)))

    @property
    def _shown_and_written(self) -> tuple[str, ...]:
        return (*(item.shows for item in self.case.evidence), *(contact.text for contact in self.case.contacts))

    @lazy
    def joined(self) -> str:
        """All texts in lower case, a line each, blanks made single."""
        return "\n".join(" ".join(text.lower().replace("’", "'").split()) for text in self.texts)

    @lazy
    def marketplace(self) -> frozenset[str]:
        """The names of the marketplace, each one word in small letters."""
        return marketplace_of(self.case.guide).words

    @lazy
    def marketplace_stems(self) -> frozenset[str]:
        """The stems of these names."""
        return frozenset(map(stem, self.marketplace))

    @lazy
    def words(self) -> Words:
        """The words of all texts, a line's end between two texts."""
        return words_of("\n".join(self.texts), self.marketplace)

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The words of all texts."""
        return self.words.vocabulary

    @lazy
    def stems(self) -> frozenset[str]:
        """The stems of all texts that carry meaning."""
        return content("\n".join(self.texts))

    @lazy
    def names(self) -> tuple[str, ...]:
        """Names that may hold any sign: of the item, of the store, of the buyer."""
        order = self.case.order
        return tuple(visible(text) for text in (order.item, order.store, self.case.buyer.name) if text)

    @lazy
    def telling_names(self) -> tuple[str, ...]:
        """The names, in small letters, that cannot be taken for words of the message itself: "The" and "1" can."""
        return tuple(
            small(name)
            for name in self.names
            if len(name) > 2 and any(word not in _PLAIN_WORDS and not word.isdigit() for word in words(name))
        )

    @lazy
    def item_words(self) -> frozenset[str]:
        """The words of the item's and the store's name."""
        return words_of("\n".join(self.names[:2])).vocabulary - {"\n"}

    @lazy
    def known_dates(self) -> frozenset[date]:
        """The dates of the case that are stated as such."""
        case, order = self.case, self.case.order
        found = {order.ordered_on, order.promised_by, order.received_on, order.protection_ends_on, self.extend_before}
        found |= {contact.on for contact in case.contacts} | {item.taken_on for item in case.evidence}
        if case.dispute:
            found |= {case.dispute.opened_on, case.dispute.refused_on}
            found |= {case.dispute.proposal.on} if case.dispute.proposal else set()
        return frozenset(day for day in found if day)

    @lazy
    def years(self) -> frozenset[int]:
        """The years of the case's dates; without any date every year of ours may be one."""
        days = self.known_dates | ({self.case.as_of} if self.case.as_of else set())
        return frozenset(day.year for day in days) or frozenset(range(2000, 2100))

    @lazy
    def written_dates(self) -> tuple[dates.DateSpan, ...]:
        """The dates that stand in the texts."""
        return dates.dates(self._lines)

    @lazy
    def money(self) -> frozenset[Money]:
        """The sums of the case that are stated as such."""
        dispute = self.case.dispute
        found = {self.case.order.paid, self.ask.amount if self.ask else None}
        found |= {dispute.proposal.amount} if dispute and dispute.proposal else set()
        return frozenset(sum_ for sum_ in found if sum_)

    @lazy
    def written_money(self) -> tuple[amounts.MoneySpan, ...]:
        """The sums that stand in the texts."""
        return amounts.amounts(self._lines)

    @lazy
    def numbers(self) -> frozenset[str]:
        """Every number of the brief, in one spelling; also how many items of evidence and messages there are."""
        case, order = self.case, self.case.order
        texts = [self._lines, *(one.text for one in self.statements if one.kind is Kind.PASSAGE)]
        texts += [order.number or "", order.tracking_number or ""]
        texts += [f"{money.amount}" for money in self.money] + [f"{span.amount}" for span in self.written_money]
        texts += [f"{len(case.evidence)} {len(case.contacts)}"]
        return frozenset(map(plain, set(NUMBER.findall("\n".join(texts)))))

    def says(self, phrases: Phrases) -> bool:
        """Whether some text of the case holds one of these phrases."""
        return phrases.within(self.words)

    def says_words(self, text: str) -> bool:
        """Whether a text of the case holds these very words."""
        return " ".join(text.lower().replace("’", "'").split()) in self.joined


@lru_cache(maxsize=512)
def plain(number: str) -> str:
    """A number in one spelling: groups closed up, a point before decimals, no zeros at the end of them."""
    value = amounts.number_in(number)
    return f"{value.normalize():f}"


@lru_cache(maxsize=8)
def sources_of(
    case: Case, statements: tuple[Statement, ...] = (), ask: Ask | None = None, extend_before: date | None = None
) -> Sources:
    """The sources of a brief; the same brief is read once."""
    return Sources(case, statements, ask, extend_before)
