"""Tone: no threat, no insult, no law that nobody checked, no guess at what the seller meant to do.

Decided here: words of courts and agencies pass where the buyer's own case speaks of them; threats and insults never do.
Begging keeps a sentence of the buyer's out of the message; in a whole draft it is for repair.
"""

from collections.abc import Iterator

from claimwright.letter.checks.finding import Finding, hard, soft
from claimwright.letter.checks.page import Page
from claimwright.letter.checks.phrases import Phrases
from claimwright.letter.draft import Part
from claimwright.reading.later import later

_LAWYERS = "police|lawyer|lawyers|attorney|solicitor|court|courts|authorities|ombudsman|bank|regulator|press|media"
_THREAT = Phrases(f"""
i|we will|shall|am|are|may|might|would|could|can|must .. {_LAWYERS}
i'll|we'll .. {_LAWYERS}
i|we will|shall|am|may|might|would|could|have|must .. sue|suing|prosecute|chargeback|expose|report you|them|the|it|this
i|we will|shall|am|may|might|would|could|have|must to? sue|prosecute|expose|report|complain
i'll|we'll sue|report|expose|complain|chargeback
forced|obliged|compelled to .. {_LAWYERS}|legal|report|sue
or else
otherwise i|we will|shall|am
legal action*|steps|proceedings|consequences
take .. to court
take .. legally
sue you|them|the|this
see you in court
my lawyer|attorney|solicitor
i|we will|shall|may|might|would|could|can .. card company|issuer|provider
chargeback*
charge back
dispute .. with|through my|the? bank|card|paypal|visa|mastercard
reverse the payment|charge
small claims
press charges
face|suffer consequences
last|final warning|chance
you|they will regret|pay for|be sorry
""")
_REVIEW = Phrases("""
negative|bad|one|1|poor|honest|terrible star? review*|feedback|rating*
1|one star
leave|write|post|give .. review*|feedback|rating*
social media
post|share|publish .. online|everywhere|internet|youtube|facebook|tiktok|instagram|reddit
tell everyone|everybody|people|others
warn other|others
go public
""")
_ABUSE = Phrases("""
idiot*
stupid*
moron*
bastard*
asshole*
shit*
fuck*
bullshit
bitch*
damn*
scum*
crook*
pathetic
disgrace*
disgusting
shame on
shameless*
shame you
go to hell
incompetent
joke of a
clown*
parasite*
filthy
ashamed
wtf
stfu
""")
_MASKED = later(
    r"(?i)\b(?:f[*@#$_.!-]{1,3}c?k(?:ing|ed|er|s)?|fu[*@#$]k\w*|sh[*@#$!1]{1,2}t\w*|b[*@#$!1]tch\w*|a[*@$#]{2}(?:hole)?"
    r"|bullsh?[*@#$]{1,2}t|f[*@#$]{2,3}(?!\w)|c[*@#$]nt|d[*@#$!1]ck(?:head)?)(?![^\W_])"
)
_LAW = Phrases("""
under|by|per|according .. law|laws|legislation|act|statute|directive|regulation|regulations
eu|european|us|federal|state|consumer|uk law|laws|directive|regulation|legislation|statute
german|french|spanish|national|local law|laws|directive|regulation|legislation|statute
consumer rights|protection? act|law|laws|directive|agency|authority|association|office|bureau|centre|center|organisation
consumer rights
statutory
statute*
article|section|paragraph|directive|§ 1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|75
legal right*|obligation*|claim*|duty|requirement*|grounds|basis
legally
illegal*
unlawful*
breach of contract
breach of warranty
breach* .. contract|law|warranty
warranty law
fair trading|credit act
implied warranty
ftc
cfpb
bbb
ombudsman
trading standards
right of withdrawal
cooling off
criminal*
within 7|14|30 days or
""")
_BODIES = Phrases("""
police
court|courts
lawyer*
attorney*
solicitor*
prosecutor*
tribunal*
judge
sue
lawsuit*
ombudsman*
regulator*
my|the bank
""")
_ACCUSED = Phrases("""
scam*
fraud*
thief
thieves
theft
steal*
stole*
cheat*
liar*
lied
lies to|about
lying
deceiv*
deceit*
decepti*
swindl*
rip off
ripped me|us off
rip|ripoff off
on purpose
deliberate*
intentional*
knowingly
dishonest*
bait and switch
trick* me|us|buyers|customers|people
con artist|man
bad faith
false advertising
trying to .. me|us|buyers
""")
_SUPERLATIVE = Phrases("""
extremely
absolutely
totally
utterly
incredibly
unbelievabl*
worst
very very
horribl*
terribl*
awful*
outrageous*
ridiculous*
unacceptable
appalling*
shocking*
garbage
rubbish
trash
""")
_FLATTERY = Phrases("""
excellent|great|wonderful|amazing|fantastic|best platform|service|team|support|site
i trust|love|admire platform|you|your
platform is|has always
highly appreciate|respect
""")
_BEGGING = Phrases("""
i|we beg
i|we am|are a|an|only? poor
begging you
poor student|pensioner|family|mother|father|person|woman|man
help me please
please help me .. poor|money
beg you
i implore
please please
i am desperate
i'm desperate
have mercy
for god's sake
you are my only|last hope
""")
_OURS = (Part.BODY, Part.REQUEST)
"""The parts of which no word is the case's own writing."""
_SHOUT = later(r"!{2,}|\?!|!\?|[A-Z](?<!\w[A-Z])(?:[A-Z]{3,}(?:[ ,]{1,2}[A-Z]{2,}){1,}\b|[A-Z]{5,}\b)")


def tone(page: Page) -> Iterator[Finding]:
    """Threats, insults, appeals to law, accusations; heat, flattery and begging are for repair."""
    yield from _each(page, _THREAT, "threat", "This is a threat.", told_too=True)
    yield from _each(page, _REVIEW, "threat.review", "A message does not bargain with reviews.", told_too=True)
    yield from _each(page, _ABUSE, "abuse", "This is an insult.")
    for match in _MASKED.finditer(page.outside):
        yield hard("abuse", match.group(), "This is an insult.")
    yield from _each(page, _LAW, "legal", "The message leans on law that was not checked.")
    for hit in page.hits(_BODIES):
        if page.brief is not None and not page.sources.says_words(hit.text):
            yield hard("legal", hit.text, "The case does not speak of this.")
    yield from _each(page, _ACCUSED, "accusation", "What the seller meant to do is not known.")
    for phrases, code, rule in (
        (_SUPERLATIVE, "superlative", "Say what can be checked instead."),
        (_FLATTERY, "flattery", "Leave flattery out."),
        (_BEGGING, "begging", "Ask once, plainly."),
    ):
        make = hard if page.brief is None and phrases is _BEGGING else soft
        for hit in page.hits(phrases):
            yield make(code, hit.text, rule)
    for match in _SHOUT.finditer(page.outside):
        if not page.sources.says_words(match.group()):
            yield soft("shouting", match.group(), "Write it calmly.")
    for sentence in page.sentences:
        if sentence.part in _OURS and not sentence.own_words and _all_capitals(sentence.text):
            yield hard("shouting.all", sentence.text, "It is all in capitals. Write it in small letters, calmly.")


def _all_capitals(text: str) -> bool:
    said = [word for word in text.split() if sum(map(str.isalpha, word)) > 2]
    return len(said) > 3 and all(word == word.upper() for word in said)


def _each(page: Page, phrases: Phrases, code: str, rule: str, *, told_too: bool = False) -> Iterator[Finding]:
    for hit in page.hits(phrases, reported=told_too):
        if not (told_too and page.told_by_seller(hit.sentence)):
            yield hard(code, hit.text, rule)
