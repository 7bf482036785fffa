"""Wording: words that any complaint may use, words for telling facts again, and words that say the same."""

from functools import cache
from itertools import chain

from claimwright.reading.dates import MONTHS, WEEKDAYS
from claimwright.reading.sentences import stem

_EVERYDAY = """
    order item product goods article parcel package shipment buy bought purchase purchased pay paid payment price cost
    amount money sum receive receipt get arrive arrival come came deliver delivery reach
    choose chose chosen select pick expect open seller store shop buyer customer
    contact write wrote written message ask question answer reply respond response request say said tell told state
    statement explain inform point offer refuse platform dispute claim complaint matter problem issue trouble
    refund protection page listing list describe description advertise show shown display appear picture photo image
    video screenshot attach enclose evidence proof prove see seen visible read view look
    wrong incorrect right correct different differ difference match not missing absent lack complete entire full
    whole part defect defective damage fault faulty
    day week month year date time end current currently follow
    track tracking carrier courier ship shipping send sent transit way status entry record place
    want need use used know known find found give given gave take taken took put make go went gone
    remain left lie lay mean cause reason result fact detail confirm note include contain
    quality worth seem update going pass develop number name half pair several side same together apart another other
    both nothing anything something everything none nobody anyone someone
"""
_LIGHT = """
    recent recently near nearly except merely rather ever since being
    two three four five six seven eight nine ten eleven twelve twice
    clear clearly however therefore thus instead accord according concern regard relate about due despite although
    whereas while nevertheless besides additionally also even along every each fully
    actual actually exact exactly simply alone direct directly never always first finally
    today later early late long still yet already again second third last next latest then earlier until ago
"""
_TELLING = """
    move stop stay stuck stand rest wait run turn pass begin began start finish complete continue proceed progress
    happen occur appear seem look sound feel become became grow develop change alter vary fail cease halt pause freeze
    frozen idle stall break broke broken drop hand carry bear bring brought bore hold contain consist comprise form
    cover extend reach span range lead point refer relate belong correspond match equal exceed fall
    depend consider regard treat deem count reckon calculate amount total sum total quantity number size extent
    period outset beginning meantime meanwhile moment deadline date term duration stage point progress
    unanswered unpaid unresolved unopened unwrapped unknown unchanged undelivered unlike unusual unexpected unclear
    reminder replacement remedy reimbursement reimburse response attention mistake error type kind sort class category
    object garment material fabric substance counterpart unit set pair pack bundle content contents
    supply provide deliver dispatch ship transport transit transmit convey forward return route journey
    travel travelling
    register record list publish print itemise itemize specify state quote cite mention read name label mark suit
    indicate display demonstrate reveal reflect prove evidence document verify confirm attest establish support
    request seek require demand expect hope anticipate intend plan plan
    lone single sole only main chief key minor major small large little big short long high low full empty entire
    vivid bright dark light pale strong weak plain obvious apparent evident visible clear certain sure definite
    nonetheless otherwise besides elsewhere somewhere anywhere nowhere altogether overall initially originally
    previously formerly subsequently accordingly consequently namely solely purely largely mainly mostly partly wholly
    local own usual normal regular common general particular specific present former current given respective
    away apart aside forward forth downward downwards upward upwards inward outside inside beneath underneath upper
    lower front rear left middle center end top bottom surface area section portion piece chunk fragment bit
    separate divide split connect join attach fix fasten mount place position situate lie lay spread locate
    attract attach stick adhere hold cling pull draw
    tender offer present grant award issue assign allocate
    advertise announce declare pledge promise guarantee assure ensure
    survive withstand last endure suffer undergo experience encounter face
    ready able unable capable available accessible suitable fit proper correct incorrect accurate exact true false
    rule rule-out exclude include involve concern affect impact influence cause lead result
    think thought believe suppose assume presume guess doubt
    think try attempt manage succeed work operate function serve
    add remove replace reduce increase lessen shorten lengthen widen
    pristine whole intact undamaged perfect sound
    agree arrange settle handle deal manage process resolve address
    close conclude close end terminate cease expire lapse elapse
    rough rougher smooth smoother soft softer hard harder fine finer coarse coarser
    online order order purchase goods merchandise product article item
    despite instead contrary opposite rather quite far near distant close
    travel trip absence absent present attend
    speak talk hear heard listen learn learnt learned discover notice observe realise realize detect spot
    discrepancy deviation difference inconsistency mismatch shortfall deficit gap lack shortage absence defect flaw
    fault failing failure imperfection trouble difficulty problem issue matter
    supposed meant intended designed due owed
    remainder rest balance remaining surplus extra additional further second third fourth
    receipt acceptance collection delivery arrival departure dispatch
    sender recipient addressee buyer seller vendor merchant supplier provider
    address addressed destined intended
    prior later subsequent following next previous earlier
    wrongly incorrectly correctly properly visibly plainly evidently apparently
    merely hardly barely scarcely roughly approximately
    situation condition state circumstance status
    version variety shade tone colouring coloring coloured colored
    identical equal equivalent similar alike
    half third quarter double twice triple test report help solve solution keep kept lost lose raise
"""
_SAME = """
    broken broke break shatter smash fragment piece damage
    crack split break
    chip piece
    tear torn rip
    bend bent crooked
    color hue shade tint
    size dimension measurement length width height big small large
    short shorter long longer length
    wide narrow width
    glue glued adhesive
    sew sewn stitch seam
    silent sound mute audio hear
    work function operate run
    light lit glow dark lamp
    rust rusty corrosion corroded
    rough coarse scratchy
    stain spot dirty mark
    customs duty tax import levy fee
    vat tax
    demand charge ask bill invoice levy collect
    settle pay paid payment
    release free
    return back sent sender
    sticker label tag
    stamp print printed
    expire expiry expired best past date
    expire lapse end
    end expire run last
    seal sealed unopened closed
    unused new use used
    intact whole undamaged fine
    count total
    promise deadline due
    sign signature
    mark status record
    scan entry
    wait patience
    transit journey travel way under
    deadline last end
    stop stuck stall unchanged change move movement stand
    hold held detain keep kept stay stuck
    coupon voucher
    old former previous
    fall fell detach loose came
    attempt try tried
    decline reject refuse accept
    accept take took receive
    collect pick
    weigh weight
    bottom underside base
    center centre hub facility warehouse
    door home house
    out home away
    option variant version choice
    extend extension prolong
    repeat remind reminder again
    silence unanswered ignore
    answer reply respond response
    enquire inquire ask
    information add
    hand give gave handed
    throw threw bin
    pad padding foam guard cushion protective
    fill water
    replace new
    dent dented push
    empty else
    neighbor neighbour
    person someone
    shop store
    go went gone
    take took taken
    give gave given
    see saw seen visible
    keep kept
    leave left
    hold held
    come came
    tell told
    throw threw thrown
    fall fell fallen
    wear wore worn
    refuse turn
    away travel travelling traveling trip out absent
    open unwrap unpack opened unwrapped
    enquire inquire asked
    courier carrier deliver delivery undelivered door depot post postal customs transit scan scanned centre
    lie lay laid flat
"""


@cache
def everyday() -> frozenset[str]:
    """The stems that any complaint may use."""
    return frozenset(map(stem, _EVERYDAY.split())) | light()


@cache
def telling() -> frozenset[str]:
    """Words for putting facts in other words: they are news, but not a story of their own."""
    return frozenset(map(stem, _TELLING.split()))


@cache
def light() -> frozenset[str]:
    """What stands in any sentence and tells nothing: it makes no sentence older."""
    return frozenset(map(stem, (*_LIGHT.split(), *MONTHS, *WEEKDAYS)))


@cache
def same() -> dict[str, frozenset[str]]:
    """For each stem those that say the same."""
    groups = [frozenset(map(stem, line.split())) for line in _SAME.splitlines() if line]
    every = frozenset(chain.from_iterable(groups))
    return {one: frozenset(chain.from_iterable(group for group in groups if one in group)) for one in every}
