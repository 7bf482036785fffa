"""One reply, put into the frame and judged: what it may rest on, what stands in its slots, what it may not bring."""

import pytest

from claimwright.errors import FactsMissing
from claimwright.letter.checks import Finding
from claimwright.letter.compose import compose
from claimwright.letter.writers.prompter import objection
from claimwright.privacy.mask import Mask

from .drafting import RESOURCES, brief, example
from .talking import ELSE, GOOD, NAVY, sent, talk


@pytest.mark.parametrize(
    "draft",
    [
        "[[ORDER_NUMBER]] is the hoodie that is green [F9, E1].",
        "The hoodie of [[FOO_1]] is bright green [F9, E1].",
        "The hoodie of [[BUYER_NAME is bright green [F9, E1].",
        "The hoodie of {{name}} is bright green [F9, E1].",
        "The hoodie of [[ buyer_name ]] is bright green [F9, E1].",
    ],
)
def test_a_slot_that_was_not_given_is_named_and_never_filled(draft: str) -> None:
    found = talk(f"{draft} {NAVY}", GOOD)
    assert "slot" in found.composed.rounds[0]
    assert len(found.wanted) == 2
    assert "[[" not in "".join(turn.text for turn in found.wanted[1].turns[2:])


def test_a_slot_that_was_given_is_filled() -> None:
    case = example("stalled-ignored")
    this, mask = brief(case), Mask.of(case)
    fact = next(one for one in this.statements if one.topic == "order.tracking_number")
    number, hidden = case.order.tracking_number or "", f"{mask.hide(fact.text).rstrip('.')} [{fact.id}]."
    assert number
    found = talk(hidden.replace("[[TRACKING_NUMBER]]", "TRACKING_NUMBER"), hidden, case=case, mask=mask)
    assert found.composed.rounds[0][0] == "slot"
    assert "[[TRACKING_NUMBER]]" in sent(found.wanted)
    assert number not in sent(found.wanted)
    assert number in found.text
    assert "[[" not in found.text


@pytest.mark.parametrize(
    "letter",
    [
        f"Hello,\n\n{GOOD}\n\nKind regards,\nAna Ruiz",
        f"Dear AliExpress team,\n\n{GOOD}",
        f"Hello, {GOOD}",
        f"{GOOD}\n\nKind regards,",
        f"{GOOD}\n\nThank you for looking into this.",
        f"{GOOD}\n\nI ask for a full refund of €23.40 [ASK].",
        f"{GOOD}\n\nAttached:\nE1: photo\nE2: listing",
    ],
)
def test_a_reply_that_is_a_whole_letter_is_sent_back(letter: str) -> None:
    found = talk(letter, GOOD)
    assert len(found.wanted) == 2
    assert found.text == talk(GOOD).text


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (f"{GOOD} Open a dispute if another colour came [G19].", "ledger.passage"),
        (f"{GOOD} The seller offered a coupon [F14].", "ledger.unknown"),
        (f"{GOOD} The chat shows it [F9, E3].", "ledger.unknown"),
        (f"{GOOD} I kept the parcel [F99].", "ledger.unknown"),
        (f"{GOOD} I kept the parcel.", "ledger.unsupported"),
    ],
)
def test_a_sentence_rests_on_facts_and_proof_that_the_model_was_given(draft: str, code: str) -> None:
    found = talk(draft, GOOD)
    assert (code in found.composed.rounds[0], len(found.wanted)) == (True, 2)


def test_what_is_wrong_with_the_frame_alone_is_no_objection_to_the_body() -> None:
    soft = 0
    for limit in range(440, 640, 20):
        try:
            compose(brief(example("wrong-colour")), RESOURCES, limit)
        except FactsMissing:
            continue
        found = talk(f"{GOOD} {ELSE}", limit=limit)
        if found.composed.writer == "model":
            assert (found.composed.rounds, len(found.wanted)) == (((),), 1)
            soft += len(found.composed.checked.soft)
    assert soft


def test_no_repair_tells_the_model_what_it_was_not_given() -> None:
    drafts = [
        f"{GOOD} Bananas never grow under water in Norway [F{id}]. It cost €99.00 [F9]. It rained on 3 May 2026 [F9]."
        for id in range(1, 20)
    ]
    for draft in drafts:
        repair = talk(draft, GOOD).wanted[1].turns[3].text
        for secret in ("coupon", "asked for a refund", "8190000000000001", "Ana", "BlueHarbor", "31 October", "2 EUR"):
            assert secret not in repair


def test_a_name_that_the_model_happens_to_write_goes_back_as_its_slot() -> None:
    found = talk(f"Ana Ruiz ordered it in May 2019 [F9]. {NAVY}", GOOD)
    assert "[[BUYER_NAME]] ordered it" in found.wanted[1].turns[2].text
    assert "Ruiz" not in sent(found.wanted)


def test_an_objection_names_the_words_the_fault_and_what_may_stand_instead() -> None:
    finding = Finding("amount", "hard", "€69.50", "This sum is not in the case.", ("€62.50",))
    assert objection(finding) == (
        "`€69.50`: This sum is not in the case. Allowed: €62.50. Write it exactly so, or leave it out."
    )
    assert objection(Finding("empty", "hard", "", "There is no text.")) == "There is no text."
    assert len(objection(Finding("x", "hard", "word " * 500, "Too long."))) < 200
