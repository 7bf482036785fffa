"""What a model writes is put into the frame, checked, repaired at most twice, and never trusted."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwright.errors import DraftRejected, FactsMissing, ModelUnavailable
from claimwright.letter.exchange import HIGH_RISK, REPAIRS
from claimwright.letter.writers.prompter import MOST_OBJECTIONS, Prompter
from claimwright.llm.model import Failed
from claimwright.privacy.mask import Mask

from .drafting import RESOURCES, brief, drafted_examples, example
from .talking import ELSE, GOOD, GREEN, NAVY, Talk, sent, talk, template

LATE = "The hoodie arrived on 29 October 2026 [F6, F9, E1]."
DEAR = "The hoodie cost €25.00 [F9, E1]."
SUPERLATIVE = "The hoodie that arrived is extremely green [F9, E1]."
OTHER = "The hoodie cost €27.00 [F9, E1]."
WEIGHT = "The hoodie weighs 700 g [F9]."
WEIGHTY = "The hoodie weighs 750 g [F9]."
THREAT = "I will call the police [F9, E1]."
SILENCE = Failed("The model did not answer in time.")


def _codes(found: Talk) -> list[set[str]]:
    return [set(codes) for codes in found.composed.rounds]


def _notes(found: Talk) -> str:
    return "\n".join(found.composed.notes)


def test_a_good_draft_is_taken_at_once() -> None:
    found = talk(GOOD)
    assert (found.composed.writer, found.composed.rounds, len(found.wanted)) == ("model", ((),), 1)
    assert "The hoodie that arrived is bright green (E1). The listing shows navy (E2)." in found.text
    assert "Worded by a model, in round 1." in found.composed.notes


def test_the_frame_is_the_code_s_whatever_the_model_writes() -> None:
    ours, theirs = template().split("\n\n"), talk(GOOD).text.split("\n\n")
    assert ours[1] != theirs[1]
    assert [*ours[:1], *ours[2:]] == [*theirs[:1], *theirs[2:]]


@pytest.mark.parametrize("stem", drafted_examples())
def test_number_amount_and_proof_stand_in_every_example_that_a_model_words(stem: str) -> None:
    case = example(stem)
    this = brief(case)
    given = Prompter(this, RESOURCES, Mask.of(case)).given
    own = [one for one in this.statements if one.topic.startswith("what_happened") and one.id in given]
    proof = [one.id for one in this.statements if one.id in given and one.topic.startswith("evidence")]
    body = " ".join(
        f"{one.text.rstrip('.')} [{', '.join((one.id, *(proof if at == 0 else ())))}]." for at, one in enumerate(own)
    )
    found = talk(Mask.of(case).hide(body), case=case)
    assert found.sound
    assert case.order.number is not None
    assert case.order.number in found.text
    assert all(f"\nE{number}: " in found.text for number in range(1, len(case.evidence) + 1))
    assert found.composed.writer == "model", found.composed.rounds


def test_a_draft_with_a_hard_finding_is_repaired_in_the_second_round() -> None:
    found = talk(f"{LATE} {NAVY}", GOOD)
    assert (found.composed.writer, len(found.wanted), found.sound) == ("model", 2, True)
    assert _codes(found) == [{"date.role"}, set()]
    first, second = found.wanted
    assert [turn.role for turn in second.turns] == ["system", "user", "assistant", "user"]
    assert second.turns[:2] == first.turns
    assert second.turns[2].text == f"{LATE} {NAVY}"
    assert "Allowed: 28 October 2026. Write it exactly so, or leave it out." in second.turns[3].text
    assert (first.round, second.round) == (1, 2)


def test_a_repair_names_six_objections_at_most() -> None:
    many = " ".join(f"The hoodie cost €{number}.00 [F9, E1]." for number in range(30, 45))
    objections = talk(many, GOOD).wanted[1].turns[3].text
    assert f"\n{MOST_OBJECTIONS}. " in objections
    assert f"\n{MOST_OBJECTIONS + 1}. " not in objections


def test_a_repair_holds_nothing_of_earlier_rounds() -> None:
    found = talk(f"{LATE} {DEAR} {WEIGHT}", f"{OTHER} {WEIGHTY}", GOOD)
    assert len(found.wanted) == 3
    assert "29 October" in sent(found.wanted[1:2])
    assert "29 October" not in sent(found.wanted[2:])


def test_a_model_is_asked_three_times_at_most() -> None:
    found = talk(f"{LATE} {DEAR} {WEIGHT}", f"{OTHER} {WEIGHTY}", "The hoodie weighs 800 g [F9].", GOOD)
    assert len(found.wanted) == REPAIRS + 1
    assert (found.composed.writer, found.text) == ("template", template())


@pytest.mark.parametrize(
    "drafts",
    [(LATE, LATE), (f"{LATE} {DEAR}", LATE), (LATE, DEAR), ("", ""), ("nothing", "nobody")],
    ids=["the same again", "a finding returns", "another, but no fewer", "nothing twice", "no ids twice"],
)
def test_asking_ends_early_where_it_is_idle(drafts: tuple[str, ...]) -> None:
    found = talk(*drafts, GOOD)
    assert (len(found.wanted), found.composed.writer, found.text) == (2, "template", template())
    assert "Written from the template: the drafts of the model failed their checks." in _notes(found)
    assert len(found.composed.rounds) == 2


RISKY = [
    THREAT,
    "I accept the coupon of the seller [F9].",
    "I withdraw my dispute [F9].",
    "Write to me at ana@example.com about the hoodie [F9].",
    "The hoodie is green, and I will leave a bad review [F9, E1].",
    "The hoodie \x1b[31mis green\x1b[0m [F9, E1].",
    "The hoodie is \u202eneerg [F9, E1].",
    "Contact me on WhatsApp about the hoodie [F9].",
]


@pytest.mark.parametrize("risky", RISKY)
@pytest.mark.parametrize("more", ["", " [[FOO]]", " The hoodie cost €25.00 [F9].", " word" * 400])
def test_a_draft_of_high_risk_is_never_handed_back(risky: str, more: str) -> None:
    found = talk(risky + more, GOOD)
    assert found.composed.writer == "model"
    assert found.wanted[1].turns == found.wanted[0].turns
    assert not HIGH_RISK.isdisjoint(_codes(found)[0])


@pytest.mark.parametrize("risky", RISKY)
def test_a_model_that_keeps_to_high_risk_is_asked_afresh_once(risky: str) -> None:
    found = talk(risky)
    assert (len(found.wanted), found.composed.writer, found.text) == (2, "template", template())
    assert all(one.turns == found.wanted[0].turns for one in found.wanted)


def test_a_soft_finding_asks_for_one_repair() -> None:
    found = talk(f"{SUPERLATIVE} {NAVY}", GOOD)
    assert "superlative" in _codes(found)[0]
    assert (len(found.wanted), found.composed.rounds[1]) == (2, ())
    assert "extremely" not in found.text
    assert "Worded by a model, in round 2." in found.composed.notes


@pytest.mark.parametrize("worse", [THREAT, LATE, "", f"{SUPERLATIVE} It is absolutely green [F9].", SILENCE])
def test_of_two_usable_drafts_the_better_is_kept(worse: str | Failed) -> None:
    found = talk(f"{SUPERLATIVE} {NAVY}", worse, GOOD)
    assert (found.composed.writer, len(found.wanted), found.sound) == ("model", 2, True)
    assert "extremely green (E1). The listing" in found.text
    assert "Worded by a model, in round 1." in found.composed.notes


def test_of_two_drafts_that_are_as_good_the_first_is_kept() -> None:
    found = talk(f"{SUPERLATIVE} {NAVY}", f"{GREEN} The listing shows a terrible navy [F8, E2].")
    assert ("extremely" in found.text, "terrible" in found.text) == (True, False)


def test_a_second_draft_with_fewer_soft_findings_is_the_better() -> None:
    found = talk(f"{SUPERLATIVE} It is absolutely green [F9].", f"{GREEN} The listing shows a terrible navy [F8, E2].")
    assert "extremely" not in found.text
    assert "terrible" in found.text
    assert len(found.composed.rounds) == 2


TERRIBLE = "The listing shows a terrible navy [F8, E2]."
ONE_SOFT = {"short": GREEN, "long": f"{GREEN} {TERRIBLE} {ELSE}"}
TWO_SOFT = {"short": TERRIBLE, "long": f"{SUPERLATIVE} {TERRIBLE} {ELSE}"}
LENGTHS = ["short", "long"]


@pytest.mark.parametrize("worse", LENGTHS)
@pytest.mark.parametrize("better", LENGTHS)
@pytest.mark.parametrize("better_first", [True, False])
def test_the_usable_draft_with_fewer_soft_findings_is_kept_whatever_its_length(
    worse: str, better: str, better_first: bool
) -> None:
    drafts = [ONE_SOFT[better], TWO_SOFT[worse]]
    found = talk(*(drafts if better_first else reversed(drafts)))
    assert sorted(len(codes) for codes in found.composed.rounds) == [1, 2]
    assert found.text == talk(ONE_SOFT[better]).text != talk(TWO_SOFT[worse]).text


@pytest.mark.parametrize(("first", "second"), [LENGTHS, LENGTHS[::-1]])
@pytest.mark.parametrize("drafts", [ONE_SOFT, TWO_SOFT], ids=["one soft finding each", "two soft findings each"])
def test_of_two_drafts_that_are_as_good_the_first_is_kept_whatever_its_length(
    drafts: dict[str, str], first: str, second: str
) -> None:
    found = talk(drafts[first], drafts[second])
    assert len(found.composed.rounds) == 2
    assert found.text == talk(drafts[first]).text


@pytest.mark.parametrize("replies", [(SILENCE,), (LATE, SILENCE)])
def test_a_model_that_fails_leaves_the_template_with_the_reason(replies: tuple[str | Failed, ...]) -> None:
    found = talk(*replies)
    assert (found.composed.writer, found.text) == ("template", template())
    assert "Written from the template: The model did not answer in time." in _notes(found)
    with pytest.raises(ModelUnavailable, match="did not answer in time"):
        talk(*replies, fallback=False)


@pytest.mark.parametrize("draft", [LATE, THREAT, "", "nothing", "[[FOO]]"])
def test_without_fallback_a_hopeless_model_is_an_error_that_says_what_is_wrong(draft: str) -> None:
    with pytest.raises(DraftRejected, match=r"The model's draft failed its checks:\n- "):
        talk(draft, fallback=False)


@pytest.mark.parametrize("fallback", [True, False])
def test_a_limit_that_is_too_small_is_told_before_anything_is_sent(fallback: bool) -> None:
    with pytest.raises(FactsMissing, match="--limit"):
        talk(GOOD, limit=100, fallback=fallback)


@pytest.mark.parametrize("limit", [500, 600, 700, 1000])
def test_the_limit_holds(limit: int) -> None:
    for draft in (GOOD, f"{GREEN} {NAVY} {ELSE}", " ".join([GREEN, NAVY, ELSE] * 20)):
        assert len(talk(draft, limit=limit).text) <= limit


_PIECES = st.sampled_from(
    [
        GREEN,
        NAVY,
        ELSE,
        LATE,
        DEAR,
        SUPERLATIVE,
        *RISKY,
        "[F9]",
        "[E1, E9]",
        "[F9; G19]",
        "[[ORDER_NUMBER]]",
        "[[BUYER_NAME]]",
        "[[",
        "]]",
        "(E1)",
        "Hello,",
        "Kind regards,\nAna Ruiz",
        "**bold**",
        "```",
        "\x1b[2J",
        "\u200b",
        "€23.40",
        "8190000000000001",
        "\n\n",
        "<think>",
        "{{ item }}",
        "28 October 2026",
    ]
)
_REPLIES = st.one_of(st.text(max_size=200), st.lists(_PIECES | st.text(max_size=20), max_size=12).map(" ".join))


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(_REPLIES, min_size=1, max_size=3), st.booleans(), st.sampled_from(["wrong-colour", "stalled-waiting"]))
def test_whatever_is_replied_the_message_is_sound_and_no_secret_leaves(
    replies: list[str], fallback: bool, stem: str
) -> None:
    case = example(stem)
    mask = Mask.of(case)
    try:
        found = talk(*replies, case=case, fallback=fallback, mask=mask)
    except (DraftRejected, ModelUnavailable):
        assert not fallback
        return
    assert found.sound
    assert len(found.wanted) <= REPAIRS + 1
    assert case.order.number is not None
    assert case.order.number in found.text
    for one in found.wanted:
        mask.guard(json.dumps([turn.text for turn in one.turns], ensure_ascii=False))
