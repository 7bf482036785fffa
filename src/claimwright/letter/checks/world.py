"""The world around an order: people, places, things, states and doings that a writer may not add to a case.

Decided here: one word of these families that the case does not hold is a new fact, however well the rest of its
sentence is borne; and what the buyer did is told only with a verb of the case, or with one of ordering, paying,
getting, seeing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from claimwright.letter.checks.phrases import PLATFORM
from claimwright.reading.sentences import STOP_WORDS, content, stem, words

_PEOPLE = """
    neighbour neighbor friend colleague coworker landlord landlady caretaker janitor concierge porter doorman postman
    postwoman postmaster mailman driver deliveryman rider messenger officer official clerk employee staff worker
    supervisor inspector jeweller jeweler tailor plumber repairman technician electrician mechanic watchmaker cobbler
    shopkeeper salesman saleswoman cashier visitor guest passer witness stranger tenant roommate flatmate lodger wife
    husband teacher doctor dentist nurse police policeman lawyer notary translator people man woman men women boy girl
    boss moderator mediator advocate administrator arbitrator judge expert specialist professional tester cook chef
    courier carrier handyman relative family crew guard receptionist secretary student pupil owner
"""
_PLACES = """
    home flat apartment cellar basement garage garden gate staircase stairs stairwell hallway corridor lobby kiosk
    supermarket bakery pharmacy workplace work job school kitchen bathroom bedroom balcony terrace street road
    building entrance floor roof window doorstep doormat porch van truck lorry car bike bus train station depot
    locker counter queue village town city hotel hospital bank courtyard fence mailbox letterbox shed attic yard
    abroad elsewhere
"""
_THINGS = """
    packaging wrapping wrapper bag box carton envelope tape foil bubble foam polystyrene cardboard cushion string
    label tag sticker seal manual instruction invoice receipt card note leaflet warranty guarantee cable cord plug
    battery charger adapter lid cap stopper thread handle zip zipper button strap hinge spring seam sleeve hood
    pocket collar screw nail bolt bell doorbell intercom camera footage phone telephone hotline smartphone tablet
    laptop computer browser screen monitor app website email machine dishwasher microwave bin trash knife scissors
    scale scales ruler magnifier cash coin wallet purse account present gift finger skin eye eyes nose head foot
    feet paint ink oil glue dust sand mud hair insect mould mold blood water rain sun heat fire smoke spark logo
    brand trademark certificate serial barcode code password signature lab laboratory
"""
_STATES = """
    wet damp moist soaked smell smelly odour odor stink scent perfume taste noise noisy rattle scratch scratched
    stained dusty dirty sticky greasy crushed squashed dented crumpled torn ripped loose leak leaking leaky melted
    burnt burned hot warm cold smoking shock bleed bleeding faded shrunk shrink stretched wobbly creak peeling peel
    rust rusty cracked chipped bent bruised frayed worn wear secondhand counterfeit imitation replica fake
    genuine original cheap cheaper thin thinner sharp injured unreadable illegible unusable useless dangerous toxic
    offline busy bankrupt sick ill hungry urgent sold discontinued discount popular rare stolen damaged
    opened unpacked metallic plastic wooden waterproof fit metal iron wood leather cotton polyester
"""
_DOINGS = """
    film filmed record recorded photograph photographed weigh weighed measure measured wash washed rinse rinsed clean
    cleaned dry dried iron ironed wore plug plugged repair repaired fix fixed mend repack repacked rewrap ring rang
    knock knocked phone phoned telephone search searched drive drove walk walked ride borrow borrowed lend lent throw
    threw bury examine examined inspect inspected compare compared google research investigate investigation
    investigated inquiry watch watched witness witnessed kick shake shook shaken steal stole hide hid hidden
    swap swapped mix mixed testify vouch swear swore apologise apologize apologised apologized admit admitted confess
    confessed whisper recommend recommended warn warned advise advised review reviews rate rated post posted filed
    donate sell resell burn unbox unboxing assemble assembled install installed dismantle edit edited alter altered
    delete deleted modify modified replaced forge forged
    boil cook bake eat ate drink drank sleep slept fall fell slip slipped bump bumped injure hurt
"""
_TIMES = """
    morning afternoon evening night noon midday midnight lunch lunchtime breakfast dinner weekend weekday holiday
    holidays vacation trip school birthday christmas easter wedding party anniversary exam season winter summer spring
    autumn hour hours minute minutes
"""
_HELPING = """
    am was were have had be been being do did does will would can could may might must should cannot shall to not
    never also already only just still then again even therefore however simply really actually clearly now always
    often ever merely rarely hardly no nothing once first immediately promptly finally both all therefore thus so
    myself personally
"""
_HELPERS = frozenset(_HELPING.split())
_NEUTRAL = """
    order buy bought purchase choose chose select pay paid receive get got obtain expect want need ask request find
    found notice see saw count note know think believe understand remain lack wait await enclose attach state say
    said report describe mention show include provide add submit raise lose lost fail miss missing hold held try
    tried like send sent consider regard assume seek claim point confirm refer conclude write wrote contact complain
    inform tell told left affect charge ask require oblige force promise assure tell give given deprive without
    unable able entitle sell sold ship deliver list describe advertise offer state supply name label pack hand
    release deny refuse reject decline demand answer reply respond merely now still come came register record mark
    scan fill stop tender assure forward include replied replies report reported concern dissatisfy certain sure
    aware due out here there at in on by under waiting still happy
"""
_CARRIERS = "courier carrier customs post postal office depot platform delivery shipper bank"
_SAYING = """
    told tell say said confirm explain inform assure state mention claim declare admit acknowledge write wrote reply
    answer promise advise insist deny
"""
_ASKING = "ask demand charge request sms message notice notify letter reply answer write wrote email require must add"
_AGENTS = frozenset(("seller", "store", "shop", "courier", "carrier", "customs", "platform"))
_CALLS = """
    call visit attempt put make made move go went lose lost hold held keep kept take took drop leave return close
"""
_I = frozenset(("i", "we", "i've", "we've", "i'd", "i'm", "we're", "we'd"))


def added(
    said: str, known: Callable[[str], bool], statements: Iterable[str], marketplace: frozenset[str] = frozenset()
) -> list[str]:
    """The words of a sentence that add to the world of the case; `known` tells which stems the case holds.

    `marketplace` holds its names.
    """
    spelled = words(said)
    told = tuple(PLATFORM if word in marketplace else word for word in spelled)
    found = [word for word in told if word not in STOP_WORDS and stem(word) in _world() and not known(stem(word))]
    reported = (spelled[at] for at in _reported(told, statements))
    return list(dict.fromkeys((*found, *_done(told, known), *reported)))


def _reported(told: Sequence[str], statements: Iterable[str]) -> Iterator[int]:
    """The place of who is said to have said something, though no statement tells of anything that these said."""
    stems = [stem(word) for word in told]
    if _saying().isdisjoint(stems):
        return
    for at, one in enumerate(stems):
        if one not in _carriers() or _saying().isdisjoint(stems[max(0, at - 4) : at + 4]):
            continue
        those = [content(text) for text in statements]
        if not any(not _carriers().isdisjoint(text) and not _telling().isdisjoint(text) for text in those):
            yield at


def _done(told: Sequence[str], known: Callable[[str], bool]) -> Iterator[str]:
    """The verbs that tell what the buyer did, where the case has none of the kind."""
    for at, word in enumerate(told):
        if word not in _I and not (word in _AGENTS and told[at - 1 : at] in (("the",), ("my",), ())):
            continue
        verb = next((one for one in told[at + 1 : at + 6] if one not in _HELPERS and not one.endswith("n't")), "")
        usual = _neutral() if word in _I else _neutral() | _calls()
        if verb and (verb not in STOP_WORDS or verb == "own") and stem(verb) not in usual and not known(stem(verb)):
            yield verb


@cache
def _world() -> frozenset[str]:
    families = (_PEOPLE, _PLACES, _THINGS, _STATES, _DOINGS, _TIMES)
    return frozenset(stem(word) for family in families for word in family.split()) - {"packag"} | {"packaging"}


@cache
def _carriers() -> frozenset[str]:
    return frozenset(map(stem, _CARRIERS.split()))


@cache
def _saying() -> frozenset[str]:
    return frozenset(map(stem, _SAYING.split()))


@cache
def _telling() -> frozenset[str]:
    return _saying() | frozenset(map(stem, _ASKING.split()))


@cache
def _calls() -> frozenset[str]:
    return frozenset(map(stem, _CALLS.split()))


@cache
def _neutral() -> frozenset[str]:
    return frozenset(map(stem, _NEUTRAL.split()))
