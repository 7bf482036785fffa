"""The words by which the score knows a reason, a tone and what has no place in a message: patterns of English."""

import re

from bench.subject import MONTHS

REASONS = {
    "size_chart": r"size|measure|chart|\bcm\b|shorter|smaller|larger|longer",
    "colour": r"colou?r|\b(?:green|red|blue|brown|black|white|grey|pink|yellow|navy|orange)\b",
    "quality": r"descri|listing|does not work|stays|falls short|promis",
    "damaged": r"damage|crack|broke|torn|tear|dent|pieces|split|scratch|chip|did not survive",
    "incomplete": r"missing|incomplete|everything|instead of|only (?:one|two|\d)|not hold|lack|counted",
    "food_expired": r"expire|best.before|date had passed|past its date|out of date|stamped",
    "different": r"another product|different|not (?:the|what) .*order|wrong|instead",
    "vat_twice": r"\bVAT\b",
    "dislike": r"suit|like|expect|satisf",
    "moving": r"on its way|under way|in transit|not arrived|protection",
    "no_tracking": r"tracking number",
    "stalled": (
        r"stood still|same (?:place|entry)|not moved|stopped|stuck|not been delivered|not received|"
        r"stops at|no entry"
    ),
    "returned": (
        r"\bback to the se|sent back|returned|went back|going back|not (?:there|collect|accept)|refused|"
        r"turned .* away"
    ),
    "customs": r"customs|\bVAT\b|\btax\b",
    "wrong_address": r"address",
    "marked_delivered": r"deliver",
}
VAGUE = (
    r"\b(?:very|extremely|terribl[ey]|awful|horrible|disgusting|absolutely|totally|really|incredibly|"
    r"useless|garbage|junk)\b"
)
GUESS = (
    r"\b(?:probably|surely|obviously|clearly|must have|no doubt|undoubtedly|apparently|I (?:think|believe|suspect))\b"
)
INSULT = r"\b(?:thie(?:f|ves)|scam\w*|liars?|crooks?|fraud\w*|cheat\w*|idiots?|criminals?|dishonest)\b"
THREAT = (
    r"\b(?:or else|you will regret|(?:bad|negative|one.star) review|report you|expose you|I warn you|last warning)\b"
)
BEGGING = r"\b(?:beg|pleading|please,? please|have mercy|desperate\w*|I am poor)\b"
LAW = (
    r"\b(?:court|lawyers?|attorney|sue|suing|police|lawsuit|legal\w*|statut\w*|consumer (?:law|"
    r"rights|protection)|chargeback|ombudsman)\b"
)
HEATED = (
    r"\b(?:unacceptable|ridiculous|outrag\w*|furious|angry|disgrace\w*|disappoint\w*|frustrat\w*|shocking|disgust\w*)\b"
)
POLITE = r"\b(?:please|thank|regards|kindly|sincerely)\b"
SOON = r"\b(?:soon|as soon as possible|asap|quickly|promptly|without delay|at once|urgent\w*|immediately)\b"
TERM = r"\bwithin (?:\w+ ){1,3}(?:hours|days|weeks)\b|\bby (?:tomorrow|next|the end of)\b"
PROMISE = r"\b(?:guarantee[ds]?|will (?:certainly|surely) (?:win|get)|always (?:rule|side))\b"
MORE = r"\b(?:compensation|interest|voucher|damages|extra (?:sum|money)|double refund|reimburse\w* .*postage)\b"
SLOT = r"\[\[|\]\]|\{\{?|\}\}?|<[^<>\n]{1,40}>|\[[^\]\n]{2,40}\]|\bTODO\b|\bXXX+\b|\bN/A\b|_{3,}|\bNone\b|\bnull\b"
CHATTER = (
    r"\b(?:certainly|sure|of course)[!,]|\bhere (?:is|are) (?:the|your|a)\b.*:|\bas an? (?:AI|"
    r"language model)\b|\bI hope this helps\b|^subject:"
)
MARKUP = r"\*\*|^#+ |```|^\s*[*•-] |\bhttps?://"
ASKS = re.compile(r"\bI (?:now |therefore |hereby |kindly )?(?:ask|request|claim|seek|want|would like)\b")
ATTACHED = (
    r"\b(?:attach\w*|enclos\w*|see (?:the )?(?:photo|picture|video|proof)|as the (?:photo|picture|video)s? shows?)\b"
)
SILENCE = (
    r"\bno (?:answer|reply|response)\b|\bnot (?:answered|replied|responded)\b|"
    r"\bwithout (?:an? )?(?:answer|reply)\b|\bunanswered\b|\bdoes not answer\b"
)
CONTACTED = r"\bI (?:have )?(?:also )?(?:asked|wrote|written|contacted|messaged|told|sent|repeated|reported)\b"
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER_WORDS = {word: rf"\b(?:{word}|{value})\b" for value, word in enumerate(_NUMBERS, 2)}
NUMBER_WORDS["two"] = r"\b(?:two|2|both|pair|twice|second|again)\b|twice"
"""By what each number in words can be told in a case file; `vat_twice` is told so too."""
CAPITALS = frozenset(("I", "E", "VAT", "AliExpress", "Attached", "Hello", "Kind", "Thank", "Further", *MONTHS))
