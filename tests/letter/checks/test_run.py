"""The gate: only what passed every check is checked, and no sound message is held back."""

import subprocess
import sys
import time
from dataclasses import replace
from decimal import Decimal

import pytest

from claimwright.case.casefile import Case
from claimwright.errors import DraftRejected
from claimwright.guide.rule import Purpose, Remedy
from claimwright.letter.brief import Ask, Brief
from claimwright.letter.checks import Checked, DraftHasFaults, all_sound, check, findings, statement_findings
from claimwright.letter.checks.phrases import Phrases, words_of
from claimwright.reading.money import Money

from .cases import FULL, HOODIE, PARCEL, PART, bare, brief_of, draft_of

BRIEFS = {
    "full": brief_of(),
    "partial": brief_of(ask=PART),
    "bare": brief_of(bare(HOODIE)),
    "parcel": brief_of(PARCEL, Ask(Remedy.FULL, Money(Decimal("2480"), "JPY"), None)),
    "seller": brief_of(PARCEL, None, Purpose.SELLER),
    "extension": brief_of(HOODIE, None, Purpose.EXTENSION),
}


@pytest.mark.parametrize("brief", BRIEFS.values(), ids=BRIEFS.keys())
def test_a_sound_message_is_checked_without_a_finding(brief: Brief) -> None:
    assert check(draft_of(brief), brief, 1000).soft == ()


@pytest.mark.parametrize("currency", ["EUR", "BRL", "KRW", "JPY", "USD", "KWD", "PLN", "CHF"])
def test_every_currency_comes_through(currency: str) -> None:
    paid = Money.parse("1234", currency)
    case = replace(HOODIE, order=replace(HOODIE.order, paid=paid))
    brief = brief_of(case, Ask(Remedy.FULL, paid, None))
    assert check(draft_of(brief), brief, 1000).soft == ()


def test_a_rejected_draft_tells_every_finding() -> None:
    brief = brief_of()
    with pytest.raises(DraftHasFaults) as caught:
        check(draft_of(brief, "I absolutely want US$99 for the hoodie."), brief, 1000)
    assert isinstance(caught.value, DraftRejected)
    assert {"amount", "remedy.wrong", "superlative"} <= {one.code for one in caught.value.findings}
    assert "US$99" in str(caught.value)
    assert "€23.40" in str(caught.value)


def test_nobody_else_declares_a_draft_checked() -> None:
    brief = brief_of()
    checked = check(draft_of(brief), brief, 1000)
    with pytest.raises(TypeError):
        Checked(checked.draft, brief, (), object())  # type: ignore[arg-type]
    with pytest.raises((TypeError, ValueError)):
        replace(checked, soft=())  # type: ignore[call-arg]


STATEMENTS: list[tuple[str, str, Ask | None, bool]] = [
    ("a fact", "The hoodie that arrived is bright green.", FULL, True),
    ("a refund where all is asked for", "I want a full refund.", FULL, True),
    ("all where part is asked for", "I want a full refund.", PART, False),
    ("a demand in a message to the seller", "I want my money back.", None, False),
    ("an extra", "I want a voucher too.", FULL, False),
    ("a larger sum", "I want €50 from the seller.", FULL, False),
    ("a threat", "I will call the police.", FULL, False),
    ("a review", "I will write a bad review.", FULL, False),
    ("an insult", "The seller is an idiot.", FULL, False),
    ("law", "By law I have 14 days.", FULL, False),
    ("an accusation", "This is a scam.", FULL, False),
    ("a link", "See https://example.com/photo.", FULL, False),
    ("an address", "Write to ana@example.com.", FULL, False),
    ("another channel", "Contact me on Telegram.", FULL, False),
    ("a slot", "The hoodie is {{colour}}.", FULL, False),
    ("bold", "The hoodie is **green**.", FULL, False),
    ("silence where the seller answered", "The seller never answered.", FULL, False),
    ("a contradiction", "The hoodie never arrived.", FULL, False),
    ("a figure of the buyer's", "The sleeves are 12 cm shorter than 64 cm.", FULL, True),
    ("a neighbour", "My neighbour saw that the hoodie is green.", FULL, True),
    ("what the police did", "I have shown the hoodie to the police.", FULL, True),
    ("where the seller wanted to go", "The seller asked me to use WhatsApp.", FULL, True),
]


@pytest.mark.parametrize(("text", "ask", "fit"), [one[1:] for one in STATEMENTS], ids=[one[0] for one in STATEMENTS])
def test_which_statements_of_a_buyer_may_stand(text: str, ask: Ask | None, fit: bool) -> None:
    found = [one for one in statement_findings(text, HOODIE, ask) if one.hard]
    assert (not found) is fit, found


GOT = [
    ("On 16 November I got a notice that asks for 3.47 EUR VAT on the same parcel.", True),
    ("I received the customs letter about the parcel.", True),
    ("I got a card from the post about my parcel.", True),
    ("I received a second bill for the parcel.", True),
    ("I got an e-mail about the package.", True),
    ("When I received the letter about the lamp, I answered the same day.", True),
    ("A notice about the parcel arrived.", True),
    ("The parcel notice came to my door.", True),
    ("The letter that I received names the parcel.", True),
    ("I got the parcel with a letter in it.", False),
    ("I received the lamp and a notice.", False),
    ("I received it after the letter.", False),
    ("The parcel arrived with a bill.", False),
    ("When I opened the parcel, a card lay in it.", False),
    ("I got the same lamp as in the message.", False),
    ("The parcel that the letter names arrived.", False),
]


@pytest.mark.parametrize(("text", "fit"), GOT, ids=[text for text, _ in GOT])
def test_a_notice_about_the_parcel_is_not_the_parcel(text: str, fit: bool) -> None:
    found = {one.code for one in statement_findings(text, PARCEL, FULL)}
    assert ("contradiction.received" not in found) is fit, found


@pytest.mark.parametrize("case", [HOODIE, PARCEL], ids=["hoodie", "parcel"])
def test_statements_are_sound_together_if_each_is(case: Case) -> None:
    texts = [text for _, text, _, _ in STATEMENTS] + [text for text, _ in GOT]
    sound = [text for text in texts if not any(one.hard for one in statement_findings(text, case, FULL))]
    assert all_sound(sound, case, FULL)
    for text in texts:
        assert all_sound([sound[0], text, sound[-1]], case, FULL) is (text in sound)
    assert all_sound([], case, FULL)
    assert not all_sound(["An İ stands here.", "This is a scam."], case, FULL)


@pytest.mark.parametrize(
    "nasty",
    ["(" * 9, "E1 (E1, ", "{{", "<a ", "1,111", "1 ", "a@", "a.", '"', "not ", "i will ", "2 October ", "www.", "x\n"],
    ids=repr,
)
def test_no_text_takes_long(nasty: str) -> None:
    text = nasty * (200_000 // len(nasty))
    brief = brief_of()
    started = time.perf_counter()
    findings(draft_of(brief, text[:50_000]), brief, 1000)
    assert time.perf_counter() - started < 5


def test_phrases_do_not_cross_the_end_of_a_sentence() -> None:
    phrases = Phrases("i will .. police")
    assert phrases.within(words_of("I will now call the police."))
    assert not phrases.within(words_of("I will. The police came."))
    assert phrases.within(words_of("I WILL, today, call “the police”"))


def test_the_package_is_light() -> None:
    script = (
        "import sys, claimwright.letter.checks; sys.exit(any(n in sys.modules for n in ('click', 'jinja2', 'openai')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
