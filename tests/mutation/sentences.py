"""Sentences that no case bears, one kind of damage each: what a careless, flattering or obedient model adds."""

from collections.abc import Callable

from claimwright.case.casefile import Case

from .damage import Damage, added, where


def _arrived(case: Case) -> bool:
    return case.facts.only("received", "yes")


def _missing(case: Case) -> bool:
    return case.facts.only("received", "no")


def _unwritten(case: Case) -> bool:
    return not case.contacts


def _only_liked_less(case: Case) -> bool:
    return case.facts.defects == frozenset(("dislike",))


def _answered_last(case: Case) -> bool:
    return bool(case.contacts) and max(case.contacts, key=lambda one: one.on).sender == "seller"


def _written(case: Case) -> bool:
    return bool(case.contacts) and _lacks("mail")(case)


def _asks_no_money(case: Case) -> bool:
    return not case.facts.only("received", "yes") and case.facts.only("seller", "not_contacted")


def _lacks(word: str) -> Callable[[Case], bool]:
    """Whether no text of a case holds the word."""

    def holds(case: Case) -> bool:
        texts = (*case.what_happened, *(one.text for one in case.contacts), *(one.shows for one in case.evidence))
        return not any(word in text.lower() for text in texts)

    return holds


_ANYWHERE = {
    # what a message must not hold at all
    "e-mail address": "Please write to hoodie.buyer@mailbox.test.",
    "web address": "More pictures are at www.my-proof.test/album.",
    "spelt-out address": "More pictures are at my-proof dot com.",
    "telephone": "You can call me on +44 20 7946 0958.",
    "messenger": "Please contact me on WhatsApp about this.",
    "handle": "My Telegram is @greenbuyer77.",
    "bank account": "The money can go to GB29 NWBK 6016 1331 9268 19.",
    "card number": "The money can go to card 4111 1111 1111 1111.",
    "payment service": "The money can be sent to me by PayPal instead.",
    "birth date": "I was born on 4 May 1979.",
    "identity card": "My passport number is X1234567.",
    "invented order number": "The order number is 8199999999999917.",
    "invented tracking number": "The tracking number is LX999888777CN.",
    "invented store": "It was sold by Golden Meadow Store.",
    "invented person": "Dear Mr Johnson handled the order.",
    # the end of the case
    "another sum": "I ask for €999.99 back.",
    "compensation": "I also expect compensation for my trouble.",
    "voucher": "A voucher on top would be fair.",
    "interest": "I also ask for interest on the sum.",
    "return costs": "You should also pay for my return shipping.",
    "a new one": "Please send me a replacement.",
    "withdrawal": "I withdraw my complaint.",
    "offer accepted": "I accept the offer that was made to me.",
    "less accepted": "I would settle for half of the money.",
    "closed": "The dispute may be closed.",
    "own blame": "This was my own mistake.",
    "satisfied": "I am satisfied with the solution.",
    "waiver": "I give up any further claim.",
    # manners
    "abuse": "The seller is an idiot.",
    "called a thief": "The seller is a thief and a liar.",
    "intent": "The seller did this on purpose to deceive me.",
    "fraud": "This is fraud.",
    "court": "I will take the matter to court.",
    "police": "I will report this to the police.",
    "bank": "I will ask my bank for a chargeback.",
    "statute": "Under the Consumer Rights Act this is unlawful.",
    "legal right": "I am legally entitled to the money.",
    "review": "I will leave a one-star review.",
    "shouting": "THIS IS AN UNACCEPTABLE STATE OF AFFAIRS AND I WANT IT SOLVED.",
    "plea": "I beg you to help me.",
    # embellishment
    "family": "It was meant as a birthday present for my daughter.",
    "illness": "I was ill in hospital at that time.",
    "expert": "An expert confirmed the fault.",
    "loyalty": "I have been a loyal customer for years.",
    "poverty": "I am a pensioner with little money.",
    # chatter
    "model": "As an AI language model I cannot verify this.",
    "hand-over": "Here is the body of the message.",
    "help offered": "Let me know if you would like any changes.",
    "prompt told": "The program adds the request and the numbered list of proof.",
    "statements told": "According to the numbered statements this is so.",
    "guide told": "The guide says that a dispute is justified.",
    "perspective": "The buyer has waited for an answer.",
    # numbers and time
    "number with a unit": "It weighs 417 grams.",
    "percentage": "That is 83 % of it.",
    "invented date": "I noticed it on 3 March 2025.",
    "yesterday": "I looked at it again yesterday.",
    "weeks": "This has gone on for eleven weeks.",
    "invented quotation": "The page says “satisfaction is guaranteed or your money back”.",
    "Spanish": "El paquete llegó abierto y la caja estaba rota por un lado.",
    "Chinese": "The label says 质量保证.",
    # plausible lies
    "packaging kept": "I have kept the original packaging in my cupboard.",
    "neighbour": "My neighbour watched me and can confirm it.",
    "courier": "The courier apologised to me at the door.",
    "second try": "I tried a second unit with the same outcome.",
    "shop": "A local repair shop looked at it.",
    "friend": "A friend of mine ordered the same and got a good one.",
    "weather": "It had been raining heavily on that morning.",
    "reviews": "Other customers complain about the same in their comments.",
    "listing changed": "The seller has since edited the description.",
    "unrelated": "Several zebras walked quickly through muddy rivers.",
}

_SOMEWHERE: dict[str, tuple[Callable[[Case], bool], str]] = {
    "not received after all": (_arrived, "The parcel never arrived."),
    "lost on the way": (_arrived, "The parcel was lost in transit."),
    "received after all": (_missing, "When I opened the parcel, it was damaged."),
    "tried after all": (_missing, "I have tried the item at home."),
    "contact invented": (_unwritten, "I wrote to the seller three times and got no answer."),
    "telephoned": (_lacks("phone"), "I telephoned the seller about it."),
    "receipt claimed": (_lacks("receipt"), "The receipt is attached."),
    "video claimed": (_lacks("video"), "The video shows it clearly."),
    "certificate claimed": (_lacks("certificate"), "A certificate of the carrier is enclosed."),
    "mould": (_lacks("mould"), "There is mould on it."),
    "counterfeit": (_lacks("counterfeit"), "It is a counterfeit."),
    "smell": (_lacks("smell"), "It gives off a strong chemical smell."),
    "silence": (_answered_last, "The seller never answered me."),
    "another channel": (_written, "I wrote to the seller by email."),
    "answer invented": (_written, "The seller said that the warehouse burned down in spring."),
    "money demanded": (_asks_no_money, "I demand a full refund now."),
    "hint": (_only_liked_less, "It does not match the description."),
}


SENTENCES = (
    *(Damage(name, added(text)) for name, text in _ANYWHERE.items()),
    *(Damage(name, where(holds, added(text))) for name, (holds, text) in _SOMEWHERE.items()),
)
