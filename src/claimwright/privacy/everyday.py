"""Words that identify nobody: a name, a store or an address that consists of them alone is not worth hiding.

Decided here: names that are English words too (Will, May, Grace), particles of names, what shops call themselves, the
words of a request to a model, and countries.
"""

from claimwright.reading.dates import MONTHS, WEEKDAYS
from claimwright.reading.sentences import STOP_WORDS

_NAMES_AND_WORDS = """
    angel art august autumn baker bill bishop black blue bob booth brand brook brown bush butcher carpenter
    carter case cash chance chase christian clay cliff cole cook cooper cross curry dale dawn day dean dick drew
    duke earl earnest early ernest faith fast field fisher fish flower ford forest foster fox frank freeman gay
    gene gold good grace grant gray green grey guy hall harmony heather hill hope house hunt hunter ivy jack
    jasmine jewel joy king knight lake lane law lee light lily little long lord love mark marsh mason max may
    melody mercy mike miles mill miller moon moor nick north noble olive page park parker pat patience pearl
    penny pepper pitch pool poor porter potter power price prince prudence queen ray read reed rice rich river
    rob robin rock rose royal ruby rusty sandy say shepherd short silver sky small smith snow son song south
    spring star stern sterling stone storm street strong sue summer sunny swift taylor temple tiger tower turner
    van victor violet walker wall ward waters weaver webb wells west white wild will wills winter wise wolf wood
    woods wright young
"""
_PARTICLES = "al an ap bin da das de dei del den der des di do dos du el hu la las le li los ma mac mc mr mrs ms ne"
_PARTICLES_TOO = "ni san st te ten ter und van vom von wa wu xi xu y ya yi yo yu zu zum zur"
_SHOPS = """
    accessories best boutique brand buy center centre cheap china choice co collection company corp
    dropshipping electronics export express factory fashion flagship gift global goods home hot house inc
    international life limited ltd mall market official online original outlet plaza product products quality
    retail sale sales seller shop shopping shops store stores studio supermarket supplier supply super top trade
    trading vip wholesale world
"""
_PROMPT = """
    amount answer arrived assistant attached body brief buyer claim colour content currency customer customs
    damaged date delivered delivery developer dispute draft email english euro euros evidence fact facts goods
    guide hoodie item letter listing message messages model money name none null number offer order ordered
    package paid parcel passage payment phone photo product protection received refund reply request response
    role sender seller sentence size slot statement store system text tool tracking true false unknown user
    video wish word words write writer
"""
_COUNTRIES = """
    albania algeria andorra argentina armenia australia austria azerbaijan belarus belgium bolivia bosnia brasil
    brazil bulgaria canada chile colombia croatia cyprus czechia denmark deutschland ecuador egypt england
    españa espagne estonia finland france georgia germany ghana greece hungary iceland india indonesia ireland
    israel italia italy japan jordan kazakhstan kenya korea kuwait latvia lebanon lithuania luxembourg malaysia
    malta mexico méxico moldova montenegro morocco nederland netherlands nigeria norway oman pakistan paraguay
    peru philippines poland polska portugal qatar romania russia scotland serbia singapore slovakia slovenia
    spain sweden switzerland taiwan thailand tunisia turkey türkiye ukraine uruguay usa venezuela vietnam wales
    britain kingdom states united republic россия
"""

COMMON = frozenset(
    word
    for words in (_NAMES_AND_WORDS, _PARTICLES, _PARTICLES_TOO, _SHOPS, _PROMPT, _COUNTRIES)
    for word in words.split()
) | {*STOP_WORDS, *(name.lower() for name in (*MONTHS, *WEEKDAYS))}
"""The words, in lower case."""

NOBODY = frozenset(word for words in (_SHOPS, _PROMPT, _COUNTRIES) for word in words.split()) | STOP_WORDS
"""Those of them that are nobody's name even when several stand together."""

SHOP_WORDS = frozenset(_SHOPS.split())
"""What stands in the name of a store beside the name proper."""
