"""What the rows say to the buyer: warnings and next steps, one sentence or two each."""

from claimwright.guide.rule import Advice, Source

_GUIDE, _OURS = Source.GUIDE, Source.INTERPRETATION

# Good faith
PENALTY = Advice("penalty", "The platform penalises buyers who use disputes to get things for nothing.", _GUIDE, "G12")
LOST_TRUST = Advice(
    "lost-trust", "Whoever claims without need is not taken seriously when a claim is honest later.", _GUIDE, "G57"
)
HONEST_CLAIM = Advice(
    "honest-claim",
    "If something is truly wrong with the item, an honest claim for that is open to you: change the answer on intent "
    "and tell only what is so.",
    _OURS,
)
ALREADY_SETTLED = Advice(
    "already-settled",
    "You told us that this is settled. A promise is not a settlement: if neither money nor goods have arrived, change "
    "that answer.",
    _OURS,
)

# Received
OPEN_AT_ONCE = Advice("open-at-once", "Open the dispute now.", _GUIDE, rests_on=("G17",), until_opened=True)
NO_NEED_TO_WRITE = Advice(
    "no-need-to-write",
    "For goods that are not as ordered, you need not write to the seller first.",
    _OURS,
    until_opened=True,
)
ATTACH_PROOF = Advice(
    "attach-proof", "Attach photos or other proof, and give your reasons.", _GUIDE, rests_on=("G6", "G24")
)
NOTHING_WRONG = Advice(
    "nothing-wrong",
    "If something about the item does differ from what was promised, say what, and check again.",
    _OURS,
)
NO_LISTED_GROUND = Advice(
    "no-listed-ground",
    "Not liking an item that is as described is allowed as a reason, but the guide lists no such ground and wants a "
    "claim to be justified. Do not count on it.",
    _OURS,
)
PAID_TWICE_PROOF = Advice(
    "both-payments", "Show both payments of the VAT: the one at checkout and the one asked for later.", _OURS
)

# Not received
WHY_WAIT = Advice(
    "why-wait",
    "The guide says to open a dispute for a parcel that has not come; we read it as: once time has passed and there is "
    "something to claim.",
    _OURS,
)
LOOK_AGAIN = Advice(
    "look-again", "There is nothing to claim yet. Look again before the protection on your order page ends.", _OURS
)
EXTENDED = Advice(
    "extended", "The protection has been extended. Note its new last day and look again before it.", _OURS
)
SELLER_EXTENDS = Advice("seller-extends", "Sellers normally extend the time by themselves.", _GUIDE, "G26")
ASK_TO_EXTEND = Advice(
    "ask-to-extend", "Ask the seller for more time, and check on the order page that it was given.", _OURS
)
OPEN_IF_REFUSED = Advice(
    "open-if-refused", "If the seller will not extend it, open a dispute.", _GUIDE, rests_on=("G27",), until_opened=True
)
LAST_DAY = Advice(
    "last-day",
    "If nothing has come by the last day of the protection, open a dispute on that day.",
    _OURS,
    until_opened=True,
)
BEFORE_IT_ENDS = Advice("before-it-ends", "Open the dispute before the protection ends.", _OURS, until_opened=True)
SILENCE_ON_EXTENSION = Advice(
    "silence-on-extension", "The guide speaks of a seller who refuses to extend, not of one who stays silent.", _OURS
)
KEEP_CONVERSATION = Advice(
    "keep-conversation", "Keep the conversation: it is your proof if the seller ignores you.", _GUIDE, rests_on=("G31",)
)
KEEP_MESSAGES = Advice("keep-messages", "Keep the messages: they can be your proof if the seller does not help.", _OURS)
OPEN_IF_IGNORED = Advice(
    "open-if-ignored",
    "If the seller ignores you, open a dispute and attach the conversation.",
    _GUIDE,
    rests_on=("G30", "G31"),
    until_opened=True,
)
COME_BACK = Advice(
    "come-back",
    "If the seller ignores you or does not help, come back and check again: a dispute is then possible, with uncertain "
    "success.",
    _OURS,
    until_opened=True,
)
REMIND = Advice(
    "remind",
    "You have asked already: send one friendly reminder, and tell us when you think the wait is no longer fair.",
    _OURS,
)
ATTACH_CONVERSATION = Advice(
    "attach-conversation", "Attach the conversation with the seller.", _GUIDE, rests_on=("G31",)
)
CONFIRMED_BY_EXPIRY = Advice(
    "confirmed-by-expiry", "When the protection ends, the platform confirms the delivery by itself.", _GUIDE, "G48"
)
FIND_OUT = Advice("find-out", "First find out what became of the parcel.", _GUIDE, rests_on=("G50",))
LOOK_AROUND = Advice("look-around", "Look where parcels are left, and ask the people you live with.", _OURS)
THEN_SELLER = Advice("then-seller", "Then write to the seller and explain the problem.", _GUIDE, rests_on=("G51",))
WRITE_NOW = Advice("write-now", "Write to the seller now and explain the problem.", _OURS)
ASK_WHO_TOOK_IT = Advice(
    "ask-who-took-it", "The parcel went to somebody else: ask the carrier who took it, and where.", _OURS
)
ASK_COURIER = Advice(
    "ask-courier",
    "The courier marked it as delivered: ask the carrier for the place and time, and for any signature.",
    _OURS,
)
ASK_FOR_RECORD = Advice("ask-for-record", "Ask the carrier what its record of the parcel says.", _OURS)
GUIDE_ENDS_HERE = Advice(
    "guide-ends-here",
    "The guide does not say what to do once the seller of a parcel shown as delivered has not helped. It leaves this "
    "to an article of its own.",
    _OURS,
)

# Returned
RETURN_IS_BAD_NEWS = Advice(
    "return-is-bad-news",
    "A parcel that went back to the seller may be bad news for a claim.",
    _GUIDE,
    rests_on=("G32",),
)
ONLY_A_HOPE = Advice(
    "only-a-hope",
    "A part of the price is all that can be asked for here, and the seller may say no. If the platform has to decide, "
    "it will most likely side with the seller.",
    _GUIDE,
    "G36",
    ("G35",),
)
RETURN_NOT_YOURS = Advice(
    "return-not-yours",
    "The guide does not treat a return that was not your doing. Show why the parcel went back.",
    _OURS,
)

# Customs
NO_PROMISE = Advice("no-promise", "For a parcel held in customs, success cannot be promised.", _GUIDE, "G37")
TAX_PAID = Advice("tax-paid", "You paid and the parcel is still held: the payment is your proof.", _OURS)
DECIDE_TAX_FIRST = Advice(
    "decide-tax-first",
    "Decide first whether you pay. Paying releases the parcel. If you refuse, the platform can do nothing for you.",
    _OURS,
)
TAX_IS_YOURS = Advice(
    "tax-is-yours", "A customs tax is the buyer's to pay. If you refuse it, the platform cannot help.", _GUIDE, "G38"
)
PAYING_RELEASES = Advice(
    "paying-releases", "If the parcel can still be released, paying the tax is the way to get it.", _OURS
)
SELLERS_MISTAKE = Advice(
    "sellers-mistake", "VAT asked for a second time is the seller's mistake, not yours.", _GUIDE, "G39"
)
TWO_ROUTES = Advice(
    "two-routes",
    "Two ways are open: pay the VAT again and ask for that part back, or refuse the parcel and ask for the full price.",
    _GUIDE,
    rests_on=("G40", "G41"),
)

# Address
SELLERS_ADDRESS = Advice("sellers-address", "Show the address in your order beside the one on the parcel.", _OURS)
ADDRESS_IS_YOURS = Advice(
    "address-is-yours", "Where the address was your mistake, the money cannot be had back by a dispute.", _GUIDE, "G43"
)
LATE_CHANGE = Advice(
    "late-change",
    "A change made at the last minute that did not go through counts as the buyer's own risk.",
    _GUIDE,
    "G44",
)
ASK_CARRIER = Advice(
    "ask-carrier", "Ask the carrier now: it may be able to redirect the parcel or hold it for you.", _OURS
)
CHANGE_IN_TIME = Advice(
    "change-in-time", "Show that you sent the change in good time and that the seller had it.", _OURS
)

# Any case
GUIDE_SILENT_EXPIRED = Advice(
    "guide-silent-expired",
    "The protection has ended. The guide does not say whether a claim is still possible: check the order page at once.",
    _OURS,
)
DO_NOT_HESITATE = Advice(
    "do-not-hesitate",
    "Your case is one that merits a dispute: there is no need to hesitate.",
    _GUIDE,
    rests_on=("G4",),
    until_opened=True,
)
SELLER_MAY_REFUSE = Advice(
    "seller-may-refuse", "The seller may accept, refuse, or offer another solution.", _GUIDE, rests_on=("G7",)
)
MEDIATION = Advice("mediation", "If you two do not agree, the platform steps in and decides.", _GUIDE, rests_on=("G8",))
USUALLY = Advice(
    "usually",
    "It often sides with buyers, but not always: the claim has to be justified.",
    _GUIDE,
    rests_on=("G9", "G10"),
)
