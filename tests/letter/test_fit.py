"""What of the buyer's and the seller's words may stand in a message, and what is told of the rest."""

from typing import Any

import pytest

from claimwright.letter.briefing import MissingForMessage

from .drafting import NO, PARTIAL, brief, case, composed, text

COLOUR: dict[str, Any] = {"received": "yes", "defects": ["colour"]}
STALLED: dict[str, Any] = {**NO, "whereabouts": "stalled", "seller": "ignored"}
FULL = {"refund": "full"}


def buyer(words: str) -> dict[str, str]:
    return {"on": "2026-10-29", "from": "buyer", "text": words}


def seller(words: str) -> dict[str, str]:
    return {"on": "2026-10-31", "from": "seller", "text": words}


UNFIT = [
    "Write to me on WhatsApp: +86 138 0013 8000",
    "Pay at https://pay.example/x and it comes.",
    "<b>Hello</b> and <script>x</script>",
    "Send it to shop@mail.example please",
]


@pytest.mark.parametrize("words", UNFIT)
def test_unfit_words_of_a_contact_are_left_out_and_told(words: str) -> None:
    this = case(COLOUR, request=FULL, contacts=[buyer(words), seller(words)])
    assert "On 29 October 2026 I wrote to the seller. On 31 October 2026 the seller answered.\n" in text(this)
    notes = composed(this).notes
    assert [note.split(". ")[0] for note in notes] == [
        "Left out: the words of contacts[0].text",
        "Left out: the words of contacts[1].text",
    ]
    assert words not in " ".join(one.text for one in brief(this).statements)


def test_a_seller_who_writes_first_does_not_answer() -> None:
    this = case(COLOUR, request=FULL, contacts=[seller(UNFIT[0])])
    assert "On 31 October 2026 the seller wrote to me." in text(this)


def test_a_threat_that_the_buyer_wrote_is_not_repeated() -> None:
    message = text(case(COLOUR, request=FULL, contacts=[buyer("I will sue you if you do not pay.")]))
    assert "sue" not in message
    assert "On 29 October 2026 I wrote to the seller." in message


@pytest.mark.parametrize(
    "words",
    [
        "We give 3 USD, please close the dispute.",
        "Offered a voucher of 3 USD.",
        "I will not answer any more, idiot.",
        "Please cancel the claim, we send a new one.",
    ],
)
def test_what_the_seller_said_is_no_demand_of_the_buyer(words: str) -> None:
    found = composed(case(COLOUR, request=FULL, contacts=[buyer("I asked for a refund."), seller(words)]))
    assert found.notes == ()


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("photo", "photo"),
        ("listing", "listing"),
        ("tracking", "tracking page"),
        ("conversation", "conversation with the seller"),
        ("other", "further proof"),
    ],
)
@pytest.mark.parametrize("words", [*UNFIT, "I will report you to the police", ".", "!!!", "👍"])
def test_an_unfit_caption_falls_back_to_its_kind(kind: str, name: str, words: str) -> None:
    item = {"kind": kind, "shows": words, "taken_on": "2026-10-28"}
    found = composed(case(COLOUR, request=FULL, evidence=[item]))
    listed = found.checked.draft.text().split("Attached:\n")[1]
    assert listed.startswith(f"E1: {name}, ")
    assert any("evidence[0].shows" in note for note in found.notes)


def test_a_full_refund_asked_of_the_seller_is_told_as_a_refund_where_a_part_is_asked() -> None:
    this = case(COLOUR, request=PARTIAL, contacts=[buyer("I asked for a full refund.")])
    assert "On 29 October 2026 I asked for a refund." in text(this)
    assert any("contacts[0].text is told as “I asked for a refund.”" in note for note in composed(this).notes)
    assert "I asked for a full refund." in text(
        case(COLOUR, request=FULL, contacts=[buyer("I asked for a full refund.")])
    )


@pytest.mark.parametrize(
    "parts",
    [
        {"contacts": [buyer("I want a full refund!")]},
        {"contacts": [seller("We give full refund if you close it.")]},
        {"contacts": [seller("Refused a full refund.")]},
        {"contacts": [buyer("I asked to be refunded in full.")]},
        {"evidence": [{"kind": "conversation", "shows": "the chat about the full refund"}]},
        {"what_happened": ["The lamp is green.", "The seller refused a full refund."]},
    ],
)
def test_no_partial_message_speaks_of_a_full_refund(parts: dict[str, Any]) -> None:
    found = composed(case(COLOUR, request=PARTIAL, **parts))
    assert "full" not in found.checked.draft.text()
    assert found.notes


@pytest.mark.parametrize("number", ["none", "unknown", "-", "n/a", "000"])
def test_what_can_be_no_tracking_number_is_left_out(number: str) -> None:
    found = composed(case(STALLED, order={"tracking_number": number}))
    assert "tracking number" not in found.checked.draft.text()
    assert found.notes == (f"Left out: order.tracking_number. “{number}” is no tracking number.",)


def test_words_in_another_language_are_kept_and_told() -> None:
    words = "La lámpara es verde y no es la que pedí."
    found = composed(case(COLOUR, request=FULL, what_happened=[words, "The lamp is green."]))
    assert words in found.checked.draft.text()
    assert found.notes == (f"Kept as you wrote it, not in English: “{words}”",)


@pytest.mark.parametrize(
    "words", ["Hello.", "Hi there!", "Dear seller,", "Good morning", "...", "Please help!", "Thanks"]
)
def test_a_greeting_is_no_statement(words: str) -> None:
    with pytest.raises(MissingForMessage) as error:
        brief(case(COLOUR, what_happened=[words], request=FULL))
    assert [path for path, _ in error.value.questions] == ["what_happened"]
    found = composed(case(COLOUR, what_happened=[words, "The lamp is green."], request=FULL))
    assert words not in found.checked.draft.text()
    assert len(found.notes) == 1


def test_a_greeting_before_a_statement_stays_with_it() -> None:
    assert "Hello, the lamp is green." in text(case(COLOUR, what_happened=["Hello, the lamp is green."], request=FULL))


@pytest.mark.parametrize(
    ("number", "spelt"),
    [
        ("LP00123456789012", "LP 0012 3456 7890 12"),
        ("RB123456789CN", "RB 123 456 789 CN"),
        ("1Z999AA10123456784", "1Z-999-AA1-01-2345-6784"),
        ("1234567890", "123 456 7890"),
    ],
)
def test_the_tracking_number_spelt_with_blanks_is_no_telephone_number(number: str, spelt: str) -> None:
    said = f"The parcel {spelt} has not moved."
    this = case(STALLED, order={"tracking_number": number}, what_happened=[said])
    assert said in text(this)
    assert not [note for note in composed(this).notes if "telephone" in note]
    other = case(
        STALLED, order={"tracking_number": "XX987654321CN"}, what_happened=["Nothing came.", "RB 123 456 789 CN."]
    )
    assert any("No telephone number belongs" in note for note in composed(other).notes)
