"""How each criterion is decided, and each hard fail: functions of a message and its case, patterns of their own alone.

A criterion gives 0, 1 or 2 points; one that reads English words gives None for a message in another language.
"""

import re
from collections import Counter
from datetime import date
from decimal import Decimal

from bench import words
from bench.subject import MONTHS, SIGNS, Subject, days, monies, named, stems


def _has(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE | re.MULTILINE) is not None


def unquoted(this: Subject) -> str:
    """The text without what others said and without the case's own names."""
    text = re.sub(r"“[^”]*”|\"[^\"]*\"", "“”", this.text)
    for name in (this.order.get("item"), this.order.get("store"), (this.case.get("buyer") or {}).get("name")):
        text = text.replace(str(name), "name") if name else text
    return re.sub(r"^E\d+: .*$", "", text, flags=re.MULTILINE)


def identified(this: Subject) -> int:
    number = str(this.order.get("number"))
    if not re.search(rf"\b{re.escape(number)}\b", this.text):
        return 0
    placed = this.order.get("ordered_on")
    dated = not placed or named(this.text, placed, english=this.english)
    item = " ".join(str(this.order.get("item")).split()) in " ".join(this.text.split())
    beside = " ".join(one for one in this.sentences if one not in asks(this))
    return 2 if dated and item and this.paid in monies(beside) else 1


def reason_first(this: Subject) -> int | None:
    if not this.english:
        return None
    kinds = this.facts.get("defects") if this.facts.get("received") == "yes" else [this.facts.get("whereabouts")]
    reasons = "|".join(words.REASONS[one] for one in kinds or () if one in words.REASONS)
    body = [one for one in this.sentences if not words.ASKS.search(one)]
    item = str(this.order.get("item"))
    if _has(reasons, " ".join(body[:2]).replace(item, "")):
        return 2
    return 1 if _has(reasons, " ".join(body).replace(item, "")) else 0


def concrete(this: Subject) -> int | None:
    if not this.english:
        return None
    others = rf"{words.CONTACTED}|\bplease\b|{words.SILENCE}"
    body = [one for one in this.sentences[1:] if not words.ASKS.search(one) and not _has(others, one)]
    known = [stems(str(one)) for one in this.case.get("what_happened") or ()]
    checkable = [
        one for one in body if re.search(r"\d|“|\"", one) or any(len(stems(one) & said) >= 2 for said in known)
    ]
    if not checkable:
        return 0
    vague = _has(words.VAGUE, re.sub(r"“[^”]*”", "", " ".join(body)))
    return 2 if 3 * len(checkable) >= 2 * len(body) and not vague else 1


def _numbers(text: str) -> set[str]:
    found = re.findall(r"\d+(?:[.,\u00a0\u202f]\d+| \d{3}(?!\d))*", text)
    return {re.sub(r"[., \u00a0\u202f]", "", one) for one in found}


def invented(this: Subject) -> list[str]:
    """The numbers, days, names and quotations that are not in the case; none is told where it cannot be known."""
    text = re.sub(r"\bE\d+\b", "", this.text)
    since = [date.fromisoformat(str(one["on"])) for one in this.contacts]
    spans = {str((this.today - one).days) for one in since} | {str(len(since))}
    parts = {str(int(one)) for day in re.findall(r"\d{4}-\d\d-\d\d", this.told) for one in day.split("-")}
    whole = {f"{one[0].normalize():f}" for one in (this.paid, this.due) if one}
    found = sorted(_numbers(text) - _numbers(this.told) - spans - parts - {one.replace(".", "") for one in whole})
    found = [one for one in found if not any(one == f"{Decimal(known)}" for known in whole)]
    if not this.english:
        return found
    known = {one[:2] for one in days(this.told)}
    found += [f"{day} {MONTHS[month - 1]}" for day, month, _ in days(text) if (day, month) not in known]
    said = " ".join(this.told.lower().split())
    quoted = [one.strip(" .,!?") for pair in re.findall(r"“([^”]*)”|\"([^\"]*)\"", text) for one in pair if one]
    found += [one for one in quoted if " ".join(one.lower().split()) not in said]
    inside = re.findall(r"(?<=[a-z,;] )[A-Z][A-Za-zÀ-ž]*", re.sub(r"“[^”]*”", "", text))
    return found + [one for one in inside if one not in words.CAPITALS and one.lower() not in said]


def true_to_file(this: Subject) -> int:
    if invented(this):
        return 0
    if not this.english:
        return 2
    counted = {one for one in words.NUMBER_WORDS if _has(rf"\b{one}\b", this.text)}
    loose = [one for one in counted if not _has(words.NUMBER_WORDS[one], this.told)]
    guess = _has(words.GUESS, unquoted(this)) and not _has(words.GUESS, this.told)
    return 1 if loose or guess else 2


def proof_claimed(this: Subject) -> bool:
    """Whether proof is named that there is not."""
    named_too = (
        {one for one, _ in this.listed} | this.cited | {int(one) for one in re.findall(r"\bE(\d+)\b", this.text)}
    )
    return any(not 1 <= one <= len(this.proof) for one in named_too) or (
        not this.proof and this.english and _has(words.ATTACHED, unquoted(this))
    )


def proof_in_place(this: Subject) -> int:
    wanted = list(range(1, len(this.proof) + 1))
    if proof_claimed(this) or (wanted and not this.listed and not this.cited):
        return 0
    captions = all(
        not this.english or stems(str(this.proof[id - 1]["shows"])) & stems(caption) or not stems(caption)
        for id, caption in this.listed
    )
    return 2 if [id for id, _ in this.listed] == wanted and this.cited == set(wanted) and captions else 1


def asks(this: Subject) -> list[str]:
    """The sentences that ask for money back."""
    return [one for one in this.sentences if words.ASKS.search(one) and _has(r"refund|money|price|part\b", one)]


def exact_ask(this: Subject) -> int:
    if this.purpose != "statement":
        ends = str(this.order.get("protection_ends_on", "0-0-0"))
        wanted = [one for one in this.sentences if _has(r"\bplease\b", one)]
        fits = this.purpose != "extension" or (
            _has(r"exten", " ".join(wanted)) and named(this.text, ends, english=True)
        )
        return 0 if not wanted and this.english else 2 if fits else 1
    if not this.english:
        return 2 if monies(this.text).count(this.due or (Decimal(0), "")) >= 1 + (this.due == this.paid) else 0
    found = asks(this)
    sums = monies(" ".join(found))
    if not found or (sums and sums[0] != this.due) or too_much(this):
        return 0
    kind = "full" if this.due == this.paid else "partial|part of"
    goods = {"keep": r"\bkeep", "return": r"\breturn"}.get((this.case.get("request") or {}).get("goods") or "", "")
    return 2 if sums and _has(kind, " ".join(found)) and _has(goods, " ".join(found)) else 1


def too_much(this: Subject) -> bool:
    """Whether more is asked for than the guide allows, or anything where it allows nothing."""
    asked = " ".join(asks(this))
    if this.allowed == "none" and (this.purpose == "statement" or asked):
        return True
    more = this.paid is not None and any(one > this.paid[0] and code == this.paid[1] for one, code in monies(asked))
    full = this.due != this.paid and _has(r"\bfull (?:refund|price|amount)|\ball (?:of )?my money", asked)
    return more or full or (_has(words.MORE, unquoted(this)) and not _has(words.MORE, this.told))


def contact_shown(this: Subject) -> int | None:
    if not this.english:
        return None
    text = unquoted(this)
    silent = _has(words.SILENCE, text)
    dispute = this.case.get("dispute") or {}
    if not this.contacts:
        claimed = _has(rf"{words.CONTACTED}[^.]*\b(?:seller|store|you)\b", text) and not _has(
            words.CONTACTED, this.told
        )
        when = [str(one) for one in (dispute.get("opened_on"), dispute.get("refused_on")) if one]
        shown = all(named(this.text, one, english=True) for one in when)
        return 0 if claimed or (silent and not _has(words.SILENCE, this.told)) else 2 if shown else 1
    answered = this.contacts[-1]["from"] == "seller"
    if (silent and answered and not _has(words.SILENCE, this.told)) or not _has(
        rf"{words.CONTACTED}|the seller|you\b", text
    ):
        return 0
    body = " ".join(this.paragraphs)
    dated = all(named(body, str(one["on"]), english=True) for one in (this.contacts[0], this.contacts[-1]))
    if not dated and not any(named(body, str(one["on"]), english=True) for one in this.contacts):
        return 0
    proof = {i for i, one in enumerate(this.proof, 1) if one["kind"] == "conversation"}
    waiting = this.facts.get("seller") in ("ignored", "waiting") and not answered
    return 2 if dated and proof <= this.cited and (silent or not waiting) else 1


def in_order(this: Subject) -> int:
    faults = len(this.paragraphs) < 2 or any(len(one.split()) > 90 for one in this.paragraphs)
    again = any(count > 1 for count in Counter(one.lower() for one in this.sentences).values())
    bags = [bag for one in this.sentences if not words.ASKS.search(one) and len(bag := stems(one)) > 2]
    alike = any(4 * len(a & b) >= 3 * min(len(a), len(b)) for i, a in enumerate(bags) for b in bags[:i])
    told = [days(one) for one in this.sentences if re.match(r"On \d", one)]
    dates = [(one[0][1], one[0][0]) for one in told if one]
    jumps = dates != sorted(dates) and not any(one[0] == 1 for one in dates)
    return max(0, 2 - sum((bool(faults), again or alike, jumps)))


def length(this: Subject) -> int:
    count = len(this.text.split())
    if len(this.text) > this.limit or not 40 <= count <= 300:
        return 0
    return 2 if 60 <= count <= 180 else 1


def hostile(this: Subject) -> bool:
    """Whether there is a threat, an insult or a false legal claim."""
    return any(
        _has(one, unquoted(this)) and not _has(one, this.told) for one in (words.INSULT, words.THREAT, words.LAW)
    )


def calm(this: Subject) -> int | None:
    if not this.english:
        return None
    text = unquoted(this)
    if hostile(this) or _has(words.BEGGING, text) or "!!" in text:
        return 0
    return 1 if _has(words.HEATED, text) or "!" in text or not _has(words.POLITE, text) else 2


def next_step(this: Subject) -> int | None:
    if not this.english:
        return None
    text = unquoted(this)
    if (
        _has(words.LAW, text)
        or _has(words.PROMISE, text)
        or (_has(words.TERM, text) and not _has(words.TERM, this.told))
    ):
        return 0
    ends = this.order.get("protection_ends_on")
    vague = _has(words.SOON, text) and not _has(words.SOON, this.told)
    return 1 if vague or (this.purpose == "extension" and ends and not named(text, ends, english=True)) else 2


def leftover(this: Subject) -> bool:
    """Whether a slot or a placeholder is left."""
    text = unquoted(this)
    return any(found not in this.told for found in re.findall(words.SLOT, text))


def ready(this: Subject) -> int:
    buyer, text = this.case.get("buyer") or {}, unquoted(this)
    private = any(str(buyer[one]) in this.text for one in ("email", "phone", "address") if buyer.get(one))
    if leftover(this) or private or _has(words.CHATTER, text):
        return 0
    long = any(len(one.split()) > 32 for one in this.sentences)
    return 1 if long or _has(words.MARKUP, text) or re.search(r" [.,;]|\.\.|\( ?\)", text) else 2


def wrong_identity(this: Subject) -> bool:
    """Whether the order number is missing, or an amount or a long number stands there that the case does not know."""
    numbers = re.findall(r"\b\d{13,20}\b", this.text)
    known = {this.paid, this.due, *monies(this.told)}
    codes = {one[1] for one in known if one} | set(SIGNS.values())
    return (
        identified(this) == 0
        or any(one not in this.told for one in numbers)
        or any(one not in known and one[1] in codes for one in monies(this.text))
    )
