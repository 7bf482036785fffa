"""Problems on the way: customs, VAT asked twice, a wrong address, shown as delivered (guide lines 50 to 60)."""

from claimwright.guide.aliexpress.rules import advice, wanted
from claimwright.guide.rule import Purpose, Remedy, Rule, Source, Verdict, Wanted, when

_CUSTOMS = when(intent="genuine", received="no", whereabouts="customs")
_TAX = {**_CUSTOMS, **when(customs_demand="tax")}
_VAT = {**_CUSTOMS, **when(customs_demand="vat_twice")}
_ADDRESS = when(intent="genuine", received="no", whereabouts="wrong_address")
_DELIVERED = when(intent="genuine", received="no", whereabouts="marked_delivered")

CUSTOMS_HELD = Rule(
    id="customs-held",
    cites=("G37",),
    source=Source.GUIDE,
    when={**_CUSTOMS, **when(customs_demand="none")},
    verdict=Verdict.OPEN_UNCERTAIN,
    remedy=Remedy.FULL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="customs_held",
    evidence=(wanted.PROOF_NOT_RECEIVED, wanted.CUSTOMS_PAPER),
    warnings=(advice.NO_PROMISE,),
)
TAX_PAID = Rule(
    id="customs-tax-paid",
    cites=("G37", "G38"),
    source=Source.INTERPRETATION,
    when={**_TAX, **when(customs_response="paid")},
    verdict=Verdict.OPEN_UNCERTAIN,
    remedy=Remedy.FULL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="customs_tax",
    evidence=(wanted.PROOF_NOT_RECEIVED, wanted.TAX_PAYMENT),
    warnings=(advice.NO_PROMISE,),
    steps=(advice.TAX_PAID,),
)
TAX_REFUSED = Rule(
    id="customs-tax-refused",
    cites=("G38",),
    source=Source.INTERPRETATION,
    when={**_TAX, **when(customs_response="refused")},
    verdict=Verdict.DO_NOT_OPEN,
    warnings=(advice.TAX_IS_YOURS,),
    steps=(advice.PAYING_RELEASES,),
)
TAX_UNDECIDED = Rule(
    id="customs-tax-undecided",
    cites=("G37", "G38"),
    source=Source.INTERPRETATION,
    when={**_TAX, **when(customs_response="undecided")},
    verdict=Verdict.OPEN_UNCERTAIN,
    remedy=Remedy.FULL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="customs_tax",
    evidence=(wanted.PROOF_NOT_RECEIVED, wanted.CUSTOMS_PAPER),
    warnings=(advice.NO_PROMISE,),
    steps=(advice.DECIDE_TAX_FIRST,),
)


def _vat(name: str, response: str, cites: tuple[str, ...], remedy: Remedy, evidence: Wanted) -> tuple[Rule, Rule]:
    # Each answer to the second demand has its remedy in the guide; once the protection has ended, the guide is silent.
    here = {**_VAT, **when(customs_response=response)}
    return (
        Rule(
            id=name,
            cites=("G39", *cites),
            source=Source.GUIDE,
            when=here,
            verdict=Verdict.OPEN,
            remedy=remedy,
            remedy_source=Source.GUIDE,
            purpose=Purpose.STATEMENT,
            situation=name.replace("-", "_"),
            evidence=(evidence,),
            warnings=(advice.SELLERS_MISTAKE,),
            steps=(advice.TWO_ROUTES,) if response == "undecided" else (),
        ),
        Rule(
            id=f"{name}-expired",
            cites=("G39",),
            source=Source.INTERPRETATION,
            when={**here, **when(protection="expired")},
            verdict=Verdict.OPEN_UNCERTAIN,
            remedy=remedy,
            remedy_source=Source.GUIDE,
            purpose=Purpose.STATEMENT,
            over=(name,),
        ),
    )


VAT_PAID = _vat("vat-paid", "paid", ("G40",), Remedy.PARTIAL, wanted.PAYMENTS)
VAT_REFUSED = _vat("vat-refused", "refused", ("G41",), Remedy.FULL, wanted.FIRST_PAYMENT)
VAT_UNDECIDED = _vat("vat-undecided", "undecided", ("G40", "G41"), Remedy.CHOICE, wanted.FIRST_PAYMENT)

ADDRESS_SELLER = Rule(
    id="address-seller",
    cites=("G42",),
    source=Source.GUIDE,
    when={**_ADDRESS, **when(address_error="seller")},
    verdict=Verdict.OPEN,
    remedy=Remedy.FULL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="address_seller",
    evidence=(wanted.PROOF_NOT_RECEIVED, wanted.ADDRESS),
    steps=(advice.SELLERS_ADDRESS,),
)
ADDRESS_BUYER = Rule(
    id="address-buyer",
    cites=("G43",),
    source=Source.GUIDE,
    when={**_ADDRESS, **when(address_error="buyer")},
    verdict=Verdict.DO_NOT_OPEN,
    warnings=(advice.ADDRESS_IS_YOURS,),
    steps=(advice.ASK_CARRIER,),
)
ADDRESS_LATE_CHANGE = Rule(
    id="address-late-change",
    cites=("G44",),
    source=Source.GUIDE,
    when={**_ADDRESS, **when(address_error="late_change")},
    verdict=Verdict.DO_NOT_OPEN,
    warnings=(advice.LATE_CHANGE,),
    steps=(advice.ASK_CARRIER,),
)
ADDRESS_CHANGE_IGNORED = Rule(
    id="address-change-ignored",
    cites=("G42", "G44"),
    source=Source.INTERPRETATION,
    when={**_ADDRESS, **when(address_error="change_ignored")},
    verdict=Verdict.OPEN,
    remedy=Remedy.FULL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="address_change",
    evidence=(wanted.PROOF_NOT_RECEIVED, wanted.ADDRESS, wanted.CONVERSATION_KEPT),
    steps=(advice.CHANGE_IN_TIME,),
)
ADDRESS_EXPIRED = Rule(
    id="address-expired",
    cites=("G42",),
    source=Source.INTERPRETATION,
    when={**_ADDRESS, **when(address_error=("seller", "change_ignored"), protection="expired")},
    verdict=Verdict.OPEN_UNCERTAIN,
    remedy=Remedy.FULL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    over=("address-seller", "address-change-ignored"),
)

DELIVERED_ASK_SELLER = Rule(
    id="marked-delivered-ask-seller",
    cites=("G45", "G50", "G51"),
    source=Source.GUIDE,
    when={**_DELIVERED, **when(seller="not_contacted")},
    verdict=Verdict.CONTACT_SELLER_FIRST,
    purpose=Purpose.SELLER,
    situation="marked_delivered",
    steps=(advice.FIND_OUT, advice.LOOK_AROUND, advice.THEN_SELLER, advice.KEEP_MESSAGES, advice.COME_BACK),
)
DELIVERED_WAITING = Rule(
    id="marked-delivered-waiting",
    cites=("G45", "G50", "G51"),
    source=Source.INTERPRETATION,
    when={**_DELIVERED, **when(seller="waiting")},
    verdict=Verdict.CONTACT_SELLER_FIRST,
    purpose=Purpose.SELLER,
    situation="marked_delivered",
    evidence=(wanted.CONVERSATION_KEPT,),
    steps=(advice.FIND_OUT, advice.LOOK_AROUND, advice.REMIND, advice.COME_BACK),
)
DELIVERED_NO_HELP = Rule(
    id="marked-delivered-no-help",
    cites=("G25", "G45", "G51", "G52"),
    source=Source.INTERPRETATION,
    when={**_DELIVERED, **when(seller=("ignored", "no_solution"))},
    verdict=Verdict.OPEN_UNCERTAIN,
    remedy=Remedy.FULL,
    remedy_source=Source.INTERPRETATION,
    purpose=Purpose.STATEMENT,
    situation="marked_delivered",
    evidence=(wanted.PROOF_NOT_RECEIVED, wanted.CONVERSATION_KEPT),
    warnings=(advice.GUIDE_ENDS_HERE,),
)
DELIVERED_TO_ANOTHER = Rule(
    id="delivered-to-another",
    cites=("G46",),
    source=Source.INTERPRETATION,
    when={**_DELIVERED, **when(delivered_cause="other_person")},
    steps=(advice.ASK_WHO_TOOK_IT,),
)
DELIVERED_BY_COURIER = Rule(
    id="delivered-by-courier",
    cites=("G47",),
    source=Source.INTERPRETATION,
    when={**_DELIVERED, **when(delivered_cause="courier")},
    steps=(advice.ASK_COURIER,),
)
DELIVERED_BY_EXPIRY = Rule(
    id="delivered-by-expiry",
    cites=("G48",),
    source=Source.GUIDE,
    when={**_DELIVERED, **when(delivered_cause="auto_confirmed")},
    warnings=(advice.CONFIRMED_BY_EXPIRY,),
)
DELIVERED_OTHERWISE = Rule(
    id="delivered-otherwise",
    cites=("G49",),
    source=Source.INTERPRETATION,
    when={**_DELIVERED, **when(delivered_cause="other")},
    steps=(advice.ASK_FOR_RECORD,),
)

ROWS = (
    CUSTOMS_HELD,
    TAX_PAID,
    TAX_REFUSED,
    TAX_UNDECIDED,
    *VAT_PAID,
    *VAT_REFUSED,
    *VAT_UNDECIDED,
    ADDRESS_SELLER,
    ADDRESS_BUYER,
    ADDRESS_LATE_CHANGE,
    ADDRESS_CHANGE_IGNORED,
    ADDRESS_EXPIRED,
    DELIVERED_ASK_SELLER,
    DELIVERED_WAITING,
    DELIVERED_NO_HELP,
    DELIVERED_TO_ANOTHER,
    DELIVERED_BY_COURIER,
    DELIVERED_BY_EXPIRY,
    DELIVERED_OTHERWISE,
)
