"""Personal data that decides nothing about an order: age, work, health, household, whereabouts, papers, accounts.

Decided here: what the case tells may be told. Words of family, illness and feeling are checked as embellishment and
numbers of accounts and telephones as contact data, in every message; they are not found a second time here.
"""

from collections.abc import Iterator, Sequence

from claimwright.letter.checks.finding import Finding, hard
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.phrases import Phrases
from claimwright.letter.checks.said import Said
from claimwright.letter.draft import Part
from claimwright.reading.later import later
from claimwright.reading.sentences import content

_PERSONAL = Phrases("""
i am|was|turned|turn .. years old
i'm .. years old
i am|was aged
year old man|woman|boy|girl|person|buyer|mother|father|retiree
my age
born in|on
date of birth
birth date
i am|was|work|worked as? a|an teacher|nurse|lawyer|driver|engineer|cook|chef|clerk|farmer|soldier|musician|photographer
i am|was a|an professional|retired|registered|trained|freelance|qualified|certified|single|disabled|elderly
i am|was a|an mother|father|carpenter|designer|developer|journalist|manager|pensioner|programmer|accountant|plumber
i'm a|an teacher|nurse|lawyer|driver|cook|chef|clerk|farmer|soldier|musician|photographer|professional|widow|widower
i am|was retired|disabled|married|divorced|widowed|single|elderly|blind|deaf|homeless|jewish|muslim|christian|catholic
i work as|at|for|in
i|we live in|at|on|alone|near|with
i am|was living|staying|residing|resident
my|our job|work|workplace|employer|profession|occupation|boss|salary|income|wage|wages|rent|debts|loan|pension|budget
my|our health|condition|disability|surgery|operation|medication|medicine|therapy|diagnosis|asthma|skin|eyesight|hearing
my|our diabetes|cancer|anxiety|depression|migraine|migraines|arthritis|eczema|insomnia|pain|back|knee|heart
i suffer|suffered from
i have|had asthma|diabetes|cancer|anxiety|depression|migraines|arthritis|eczema|insomnia|surgery
my|our baby|babies|toddler|fiance|fiancee|partner|spouse|grandchild|grandchildren|grandpa|grandma|twins|in|relatives
my|our flatmate|roommate|landlord|household|marriage|religion|church|nationality|passport|citizenship|visa
my|our home|postal|private|full|street|residential? address
my|our phone|telephone|mobile|cell number
my|our email|mail|e mail? address
my|our bank|account|card|iban|swift|bic|routing account|number|details|data
my|our iban|swift|bic|cvv|pin|password|ssn
social security
identity|id card|number
national id
tax id|number
driving|driver's licence|license
passport number
""")
_STREET = later(
    r"(?<![\w.])\d{1,4}[A-Za-z]?,? (?:[A-Z][\w'’-]{1,24} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard"
    r"|Blvd|Court|Square|Way|Terrace)\b|\b[A-ZÄÖÜ][\wäöüß-]{1,30}(?:stra(?:ß|ss)e|str\.|weg|platz|gasse) \d{1,4}\b"
    r"|\b(?:[Cc]alle|[Rr]ue|[Rr]ua|[Vv]ia|[Aa]venida|[Uu]lica) [A-Z][\w'’ -]{1,30}\d{1,4}\b"
    r"|\b(?:[Aa]partment|[Aa]pt\.?|[Ff]lat) (?:no\. ?)?\d{1,4}\b"
    r"|\b(?:[Pp]ostal|[Pp]ost|[Zz]ip)[ -]?code (?:is )?[A-Z]{0,2}\d[\w -]{2,8}"
)


def personal(page: Page, said: Sequence[Said]) -> Iterator[Finding]:
    """What the body tells of the buyer that the case does not."""
    rule = "The platform does not need this, and the case does not tell it."
    for hit in page.hits(_PERSONAL, reported=True):
        told = content(hit.text)
        if hit.sentence.part is Part.BODY and not (told and told <= page.sources.stems):
            yield hard("personal_data", hit.text, rule)
    for one in said:
        for match in _STREET.finditer(one.unnamed):
            if not page.sources.says_words(match.group()):
                yield hard("personal_data", match.group(), rule)
