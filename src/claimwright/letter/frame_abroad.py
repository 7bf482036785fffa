"""What code writes round a body in another language than English: the same parts, from the same facts.

Decided here: the buyer's words are never translated. What was written to and by the seller is quoted as the case holds
it, and a note of the buyer's about it is called a note.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimwright.case.evidence import Contact, Evidence
from claimwright.guide.rule import Purpose, Remedy
from claimwright.letter.body import Clause, cited
from claimwright.letter.brief import Brief
from claimwright.letter.contact_told import KINDS, TAKEN, WORDLESS, note, shortened
from claimwright.letter.draft import Part, Sentence
from claimwright.letter.framed import MOST_CONTACTS, PAID_BESIDE, Cut, of_dispute, shown_contacts
from claimwright.letter.statements import in_time_order, silent
from claimwright.letter.stops import STOPS, calm, ended, opened
from claimwright.letter.wording import Wording
from claimwright.reading.characters import visible

_MARKS = "«»“”„"
_VARIANTS = ("partial_paid", "partial", "paid", "refused", "silent", "answered", "full")
"""What can decide the words of a reason, the narrowest first."""


@dataclass(frozen=True, slots=True)
class Abroad:
    """The frame in one language; the methods are those of the module `frame`."""

    wording: Wording

    def greeting(self, brief: Brief) -> tuple[Sentence, ...]:
        """How a message to the seller begins."""
        if brief.purpose is Purpose.STATEMENT:
            return ()
        return (Sentence(self.wording.say("courtesy", "hello"), (), Part.OPENING),)

    def opening(self, brief: Brief, cut: Cut) -> tuple[Sentence, ...]:
        """What was bought, when, for how much and, if it has come, when it came."""
        say, order = self.wording.say, brief.case.order
        to_seller = brief.purpose is not Purpose.STATEMENT
        number, item = visible(order.number or ""), visible(order.item or "")
        topics = ["order.number", "order.item", "order.paid"]
        store = visible(order.store) if order.store and not to_seller and "store" not in cut else ""
        day = self.wording.day(order.ordered_on) if order.ordered_on and "ordered_on" not in cut else ""
        topics += ["order.store"] if store else []
        topics += ["order.ordered_on"] if day else []
        key = "_".join(name for name, there in (("store", store), ("day", day)) if there)
        placed = say("opening", key, store=store, day=day) if key else ""
        arrived = ""
        if order.received_on and "arrival" not in cut and not to_seller:
            arrived = say("opening", "arrived", day=self.wording.day(order.received_on))
            topics.append("order.received_on")
        text = say(
            "opening",
            "seller" if to_seller else "statement",
            paid=self.wording.money(order.paid) if order.paid else "",
            thing=f"{number}, {item}" if "(" in item else f"{number} ({item})",
            placed=placed,
            arrived=arrived,
        )
        return (Sentence(ended(text), brief.ids(*topics), Part.OPENING),)

    def contacts(self, brief: Brief, cut: Cut, proof: Sequence[str]) -> tuple[Sentence, ...]:
        """What was written to the seller and what came of it, dated, in order, with the conversation as proof."""
        record = in_time_order(brief.case)
        if "contacts" in cut:
            return ()
        shown, sentences = shown_contacts(record, cut), list[Sentence]()
        for index, contact in shown:
            ids = tuple(proof) if (index, contact) == shown[-1] else ()
            text = self._told(contact, brief.purpose is not Purpose.STATEMENT, ids)
            if all(one.text != text for one in sentences):
                sentences.append(Sentence(text, (*brief.ids(f"contacts[{index}]"), *ids), Part.CONTACT))
        if silent(brief.case):
            sentences.append(self._silence(brief, record[-1][0]))
        if 1 < len(shown) < len(record) > MOST_CONTACTS:
            every = brief.ids(*(f"contacts[{i}]" for i, _ in record))
            sentences.append(Sentence(self.wording.say("contact", "all", count=str(len(record))), every, Part.CONTACT))
        dispute = self._dispute(brief)
        if dispute and not record:
            dispute[-1] = cited(dispute[-1], tuple(proof))
        return (*sentences, *dispute)

    def request(self, brief: Brief, reasons: Sequence[Clause]) -> tuple[Sentence, ...]:
        """The decided request, with the clause on why it fits."""
        say, ask, paid = self.wording.say, brief.ask, brief.case.order.paid
        if ask is None or paid is None:
            return ()
        beside = ask.remedy is Remedy.FULL or not PAID_BESIDE.isdisjoint(brief.situations)
        of = "" if beside else say("request", "of", paid=self.wording.money(paid))
        text = say(
            "request",
            "text",
            kind=say("request", ask.remedy.value),
            amount=self.wording.money(ask.amount),
            of=of,
            goods=say("request", ask.goods) if ask.goods in ("keep", "return") else "",
            because=self._joined([one.text for one in reasons]),
        )
        ids = ("ASK", *(brief.ids("order.paid") if of else ()), *(id for one in reasons for id in one.rests_on))
        after = (Sentence(one.text, one.rests_on, Part.REQUEST) for reason in reasons for one in reason.after)
        return (Sentence(text, tuple(dict.fromkeys(ids)), Part.REQUEST), *after)

    def further(self, brief: Brief, written_about: Sequence[str], rest: Sequence[str]) -> tuple[Sentence, ...]:
        """Where proof is cited that stands beside no other sentence."""
        ours = brief.ids(*(f"contacts[{i}]" for i, one in enumerate(brief.case.contacts) if one.sender == "buyer"))
        you = "" if brief.purpose is Purpose.STATEMENT else "_you"
        found = []
        if written_about:
            also = Sentence(self.wording.say("contact", f"further{you}"), ours, Part.PROOF)
            found.append(cited(also, tuple(written_about)))
        if rest:
            found.append(cited(Sentence(self.wording.say("contact", "more_proof"), (), Part.PROOF), tuple(rest)))
        return tuple(found)

    def attachments(self, brief: Brief, cut: Cut) -> tuple[Sentence, ...]:
        """The numbered list of proof, in the order of upload; captions stand as they were written."""
        dated = "taken_on" not in cut
        items = tuple(
            Sentence(f"E{i}: {self._described(item, dated)}", (f"E{i}",), Part.ATTACHMENT)
            for i, item in enumerate(brief.case.evidence, 1)
        )
        every = tuple(id for one in items for id in one.rests_on)
        return (Sentence(self.wording.say("attached", "head"), every, Part.ATTACHMENT), *items) if items else ()

    def closing(self, brief: Brief, cut: Cut) -> tuple[Sentence, ...]:
        """A courtesy, and the buyer's name if the case has one."""
        name = brief.case.buyer.name
        signed = bool(name) and "name" not in cut
        key = "regards" if signed else f"thanks_{'statement' if brief.purpose is Purpose.STATEMENT else 'seller'}"
        courtesy = Sentence(self.wording.say("courtesy", key), (), Part.CLOSING)
        named = (Sentence(visible(name), brief.ids("buyer.name"), Part.CLOSING),) if name and signed else ()
        return (*(() if "courtesy" in cut else (courtesy,)), *named)

    def reason(self, situation: str, found: Clause, names: Mapping[str, object]) -> Clause:
        """The reason of a situation in this language, resting on what the English one rests on."""
        table = f"reason.{situation}"
        is_ = {
            "partial_paid": names["partial"] and names["tax_paid"],
            "partial": names["partial"],
            "paid": names["tax_paid"],
            "refused": names["refused"],
            "silent": names["silent"],
            "answered": names["answered"],
            "full": True,
        }
        key = next(one for one in _VARIANTS if is_[one] and (one == "full" or self.wording.has(table, one)))
        after = (
            tuple(replace(one, text=self.wording.say(table, "after")) for one in found.after[:1])
            if self.wording.has(table, "after")
            else ()
        )
        return Clause(self.wording.say(table, key), found.rests_on, after)

    def asks(
        self, brief: Brief, situation: str, found: Sequence[Sentence], names: Mapping[str, object]
    ) -> list[Sentence]:
        """What the seller is asked in this language, resting on what the English sentences rest on."""
        extension = brief.purpose is Purpose.EXTENSION
        table, last = f"ask.{'extension_' if extension else ''}{situation}", brief.case.order.protection_ends_on
        day = self.wording.day(last) if last and names["last_day"] else ""
        texts = [self.wording.say(table, "waiting")] if names["waiting"] and not names["silent"] else []
        texts.append(self.wording.say(table, "dated" if extension and day else "main", day=day))
        if not extension and names["ending"] and day and self.wording.has(table, "before"):
            texts.append(self.wording.say(table, "before", day=day))
        every = tuple(dict.fromkeys(id for one in found for id in one.rests_on))
        bases = [one.rests_on for one in found] if len(found) == len(texts) else [every] * len(texts)
        return [Sentence(text, ids, Part.REQUEST) for text, ids in zip(texts, bases, strict=True)]

    def _told(self, contact: Contact, to_seller: bool, proof: Sequence[str]) -> str:
        say, day, you = self.wording.say, self.wording.day(contact.on), "_you" if to_seller else ""
        text, whole = shortened(visible(contact.text))
        beside = f" ({', '.join(proof)})" if proof else ""
        if text in WORDLESS or any(mark in text for mark in _MARKS):
            return say("contact", f"{contact.sender}_bare{you}", day=day, proof=beside)
        kind = f"{contact.sender}_note{you}" if note(contact, to_seller) else f"{contact.sender}{you}"
        partly = "" if whole else say("contact", "partly")
        quoted = say("contact", "quoted", text=text)
        said = say("contact", kind, day=day, proof=beside, partly=partly, text=quoted)
        return said if text[-1:] in STOPS else f"{said}."

    def _silence(self, brief: Brief, last: int) -> Sentence:
        found = brief.ids("days.without_answer")
        statement = brief.statement(found[0]) if found else None
        days = "".join(filter(str.isdigit, statement.text)) if statement else ""
        rests_on = brief.ids(f"contacts[{last}]", "facts.seller.ignored", "facts.seller.waiting", "days.without_answer")
        return Sentence(
            self.wording.say("contact", "silent_days" if days else "silent", days=days), rests_on, Part.CONTACT
        )

    def _dispute(self, brief: Brief) -> list[Sentence]:
        dispute, told = brief.case.dispute, {one.topic: one.id for one in of_dispute(brief)}
        if dispute is None:
            return []
        texts: dict[str, str] = {}
        if dispute.opened_on:
            texts["dispute.opened_on"] = self.wording.say("dispute", "opened", day=self.wording.day(dispute.opened_on))
        if (offer := dispute.proposal) is not None:
            kind = offer.refund if offer.refund in ("full", "partial", "none") else "some"
            of = self.wording.money(offer.amount) if offer.amount and kind != "none" else ""
            said = self.wording.say("dispute", kind) + (self.wording.say("dispute", "of", amount=of) if of else "")
            key, day = ("proposed", self.wording.day(offer.on)) if offer.on else ("proposed_undated", "")
            texts["dispute.proposal"] = self.wording.say("dispute", key, offer=said, day=day)
        if dispute.refused_on:
            texts["dispute.refused_on"] = self.wording.say(
                "dispute", "refused", day=self.wording.day(dispute.refused_on)
            )
        return [Sentence(text, (told[topic],), Part.CONTACT) for topic, text in texts.items() if topic in told]

    def _joined(self, reasons: Sequence[str]) -> str:
        found, *rest = dict.fromkeys(reasons)
        for n, one in enumerate(rest):
            found = self.wording.say("request", "two" if n == 0 and len(rest) == 1 else "many", first=found, last=one)
        return found

    def _described(self, item: Evidence, dated: bool) -> str:
        kind = self.wording.say("attached", item.kind)
        shows = opened(calm(visible(item.shows)))[0]
        text = kind
        if shows != KINDS[item.kind]:
            named = item.kind == "other" or kind.casefold() in shows.casefold()
            text = shows if named else self.wording.say("attached", "named", kind=kind, shows=shows)
        if not dated or not item.taken_on:
            return text
        return self.wording.say(
            "attached", "taken" if item.kind in TAKEN else "as_of", text=text, day=self.wording.day(item.taken_on)
        )
