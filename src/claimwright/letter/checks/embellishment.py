"""Embellishment: no family, illness, expert or loyalty that the case does not tell of."""

from collections.abc import Iterator

from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.phrases import Phrases
from claimwright.reading.sentences import stem

_ADDED = Phrases("""
wife
husband
nephew
niece
uncle
aunt
cousin
brother*
sister*
son
daughter*
child
children
kids
mother
father
mom
mum
dad
parents
grandmother
grandson
family
friend
friends
colleague*
girlfriend
boyfriend
birthday*
christmas
wedding
holiday*
gift*
sick*
ill
illness*
disease*
hospital*
allerg*
injur*
doctor*
pregnan*
expert*
technician*
engineer*
specialist*
electrician*
mechanic*
tailor*
laborator*
loyal*
long standing|time|term customer|buyer
regular customer|buyer
first time
for years
always ordered|bought|been
salary
savings
student*
pension*
unemployed
poor person|family
stress*
sleepless
cried
tears
heartbroken
devastat*
embarrass*
disappoint*
frustrat*
upset
angry
furious
sad
worried
""")
_HISTORY = Phrases("""
earlier|previous|past|last|other|another|former|next order|orders|purchase|purchases|time|times|buyer|buyers
earlier|previous|past|last|other|another|former customer|customers|parcel|parcels|seller|sellers|store|stores|shop
listing|picture|pictures|page|description|title|price|option|options .. changed|edited|updated|swapped|removed
same seller|store|shop packed|sent|sold|shipped|delivered
""")


def embellishment(page: Page) -> Iterator[Finding]:
    """People, feelings and circumstances that stand nowhere in the case."""
    for hit in page.hits(_ADDED):
        if not any(stem(word) in page.sources.stems for word in hit.text.split()):
            yield hard("embellishment", hit.text, "The case does not tell of this.")
    for hit in page.hits(_HISTORY):
        if not page.sources.says_words(hit.text):
            yield hard("embellishment", hit.text, "The case tells of no other orders, buyers or stores.")
