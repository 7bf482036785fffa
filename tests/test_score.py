"""The score of messages: it drops for each thing that a message must not be, and it stays above its floor."""

import json
from datetime import date
from pathlib import Path

import pytest
from bench.rubric import CAP, CRITERIA, HARD, score
from bench.score import above, below, figures, floors, measured, raised, table
from bench.subject import Subject, monies

ROOT = Path(__file__).parents[1]
ALLOWED = {"returned-missed-courier": "partial", "moving-ending": "none", "stalled-waiting": "none"}
PURPOSE = {"moving-ending": "extension", "stalled-waiting": "seller"}
GREEN = "The hoodie that arrived is bright green (E1)."
ASK = "I ask for a full refund of €23.40, because the colour I paid for is not the one I got."
REASON = "The item came in the wrong colour."
ANSWER = "On 31 October 2026 the seller offered a 2 EUR coupon (E3)."
CONTACT = f"On 29 October 2026 I asked for a refund because the colour is wrong. {ANSWER}"
LONG = (
    "and the label on the bag and the one in the neck and the one at the hem all say the same as each other, "
    "so I know that only the colour"
)
THANKS = "Kind regards,\nAna Ruiz"


def good(stem: str = "wrong-colour") -> Subject:
    """A message that is known to be good, beside its case."""
    return Subject(
        name=stem,
        text=(ROOT / f"tests/golden/messages/{stem}.txt").read_text(encoding="utf-8").strip(),
        case=json.loads((ROOT / f"examples/{stem}.json").read_text(encoding="utf-8")),
        purpose=PURPOSE.get(stem, "statement"),
        allowed=ALLOWED.get(stem, "choice"),
        today=date(2026, 11, 22),
    )


def changed(stem: str, old: str, new: str) -> Subject:
    """The same with one thing in the place of another; an empty `old` stands for the whole text."""
    this = good(stem)
    assert old in this.text
    text = this.text.replace(old, new) if old else new
    return Subject(this.name, text, this.case, this.purpose, this.allowed, this.today)


@pytest.mark.parametrize("stem", ["wrong-colour", "returned-missed-courier", "moving-ending", "stalled-waiting"])
def test_a_good_message_has_every_point(stem: str) -> None:
    found = score(good(stem))
    assert (found.total, found.fails, found.sendable) == (24, (), True), found


HOODIE, COURIER, ENDING, WAITING = "wrong-colour", "returned-missed-courier", "moving-ending", "stalled-waiting"
WORSE = {
    "no order number": (HOODIE, "8190000000000001", "", "R1", "H2"),
    "another order number": (HOODIE, "8190000000000001", "8190000000000007", "R1", "H2"),
    "no day of the order": (HOODIE, " on 2 October 2026", "", "R1", ""),
    "no price": (HOODIE, "I paid €23.40 for", "I am writing about", "R1", ""),
    "another item": (HOODIE, "cotton hoodie, size M, navy", "hoodie", "R1", ""),
    "the reason late": (HOODIE, REASON, "I have used the shop for long. I looked at the parcel.", "R2", ""),
    "no reason": (HOODIE, f"{REASON} The listing shows navy (E2). {GREEN}", "It is bad. It is not good.", "R2", ""),
    "nothing but adjectives": (HOODIE, REASON, "The item is extremely bad. It looks terrible.", "R3", ""),
    "empty sentences": (HOODIE, GREEN, "It is bad (E1). It is not good. I cannot wear it. I dislike it.", "R3", ""),
    "a number that nobody gave": (HOODIE, "reads M", "reads M and weighs 320 g", "R4", "H1"),
    "a day that nobody gave": (HOODIE, "On 29 October 2026", "On 27 October 2026", "R4", "H1"),
    "a name that nobody gave": (HOODIE, "BlueHarbor Store", "BlueHarbor Store and Veltronix", "R4", "H1"),
    "a quotation that nobody said": (HOODIE, "offered a 2 EUR coupon", "wrote “You are right”", "R4", "H1"),
    "a guess put as a fact": (HOODIE, "bright green", "obviously bright green", "R4", ""),
    "a count that nobody made": (HOODIE, "bright green", "bright green in three places", "R4", ""),
    "proof that is not there": (HOODIE, "(E1)", "(E1, E4)", "R5", "H6"),
    "a list that is not tied to claims": (HOODIE, " (E1).", ".", "R5", ""),
    "a list with a gap": (HOODIE, "\nE2: the listing with the navy option", "", "R5", ""),
    "another caption": (HOODIE, "E2: the listing with the navy option", "E2: a receipt from my bank", "R5", ""),
    "another sum asked": (HOODIE, "refund of €23.40", "refund of €32.40", "R6", "H2"),
    "another currency": (HOODIE, "refund of €23.40", "refund of US$23.40", "R6", "H2"),
    "no ask": (HOODIE, ASK, "", "R6", ""),
    "an ask without a sum": (HOODIE, "a full refund of €23.40", "a full refund", "R6", ""),
    "an ask without its kind": (HOODIE, "a full refund of", "a refund of", "R6", ""),
    "everything where a part is due": (COURIER, "a partial refund of €8.00 out of", "a full refund of", "R6", "H3"),
    "something beside the refund": (HOODIE, "refund of €23.40,", "refund of €23.40 and compensation,", "R6", "H3"),
    "no request to the seller": (WAITING, "Please ask the carrier", "The carrier knows", "R6", ""),
    "no mention of extending": (ENDING, "Please extend the protection", "Please wait", "R6", ""),
    "no contact told": (HOODIE, CONTACT, "", "R8", ""),
    "a contact without its day": (HOODIE, "On 29 October 2026 I asked", "I asked", "R8", ""),
    "the answer left out": (HOODIE, ANSWER, "", "R8", ""),
    "a silence that was none": (HOODIE, ANSWER, f"{ANSWER} I have had no answer.", "R8", ""),
    "a silence left out": (WAITING, " I have had no answer to that message for 3 days.", "", "R8", ""),
    "a sentence said twice": (HOODIE, GREEN, f"{GREEN} {GREEN}", "R9", ""),
    "a thing said twice": (HOODIE, "The size label", "The hoodie arrived bright green. The size label", "R9", ""),
    "one wall of text": (HOODIE, "\n\n", " ", "R9", ""),
    "a jump in time": (HOODIE, CONTACT, f"{ANSWER} On 29 October 2026 I asked for a refund.", "R9", ""),
    "too long": (HOODIE, GREEN, GREEN + " The sleeves are green and the hood is green." * 20, "R10", ""),
    "too short": (HOODIE, "", "Order 8190000000000001 is wrong. I ask for a full refund of €23.40.", "R10", ""),
    "an insult": (HOODIE, GREEN, f"{GREEN} The seller is a liar.", "R11", "H5"),
    "a threat": (HOODIE, ASK, f"{ASK} I will leave a bad review.", "R11", "H5"),
    "begging": (HOODIE, ASK, f"{ASK} I beg you.", "R11", ""),
    "shouting": (HOODIE, "bright green (E1).", "bright green (E1)!!", "R11", ""),
    "heat": (HOODIE, ASK, f"{ASK} This is unacceptable.", "R11", ""),
    "no courtesy": (HOODIE, THANKS, "Ana Ruiz", "R11", ""),
    "a court": (HOODIE, ASK, f"{ASK} Otherwise I go to court.", "R13", "H5"),
    "a term that nobody set": (HOODIE, ASK, f"{ASK} Pay within seven days.", "R13", ""),
    "a vague haste": (HOODIE, ASK, f"{ASK} Please answer as soon as possible.", "R13", ""),
    "no last day": (ENDING, "27 November 2026", "the last day", "R13", ""),
    "a promise of winning": (HOODIE, ASK, f"{ASK} The guarantee guarantees my money.", "R13", ""),
    "a slot": (HOODIE, "BlueHarbor Store", "[[STORE]]", "R14", "H4"),
    "a placeholder": (HOODIE, "Ana Ruiz", "[your name]", "R14", "H4"),
    "chatter": (HOODIE, "I paid €23.40 for", "Certainly! Here is the letter: I paid €23.40 for", "R14", ""),
    "bold type": (HOODIE, "bright green", "**bright green**", "R14", ""),
    "a sentence without end": (HOODIE, "so only the colour", LONG, "R14", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", WORSE)
def test_a_worse_message_loses_the_points_of_its_criterion(name: str) -> None:
    stem, old, new, criterion, fail = WORSE[name]
    found = score(changed(stem, old, new))
    points = found.points[criterion]
    assert points is not None
    assert points < 2
    assert found.total < 24
    if fail:
        assert fail in found.fails
        assert (found.total <= CAP, found.sendable) == (True, False)


def test_each_criterion_and_each_hard_fail_has_worse_messages() -> None:
    lost = [(criterion, fail) for _, _, _, criterion, fail in WORSE.values()]
    assert {criterion for criterion, _ in lost} == set(CRITERIA)
    assert {fail for _, fail in lost if fail} == set(HARD)
    counts = [sum(criterion == one for one, _ in lost) for criterion in CRITERIA]
    assert min(counts) >= 2


def test_a_message_for_a_case_that_calls_for_none_is_a_hard_fail() -> None:
    this = good()
    refused = Subject(this.name, this.text, this.case, "statement", "none", this.today)
    assert "H3" in score(refused).fails


def test_private_data_that_nobody_needs_costs_points() -> None:
    this = good()
    case = {**this.case, "buyer": {"name": "Ana Ruiz", "email": "ana.ruiz@example.org"}}
    open_ = Subject(this.name, f"{this.text}\nana.ruiz@example.org", case, this.purpose, this.allowed, this.today)
    assert score(open_).points["R14"] == 0


def test_a_message_in_another_language_is_scored_by_what_no_language_changes() -> None:
    text = """He pagado 23,40 € por mi pedido 8190000000000001 (cotton hoodie, size M, navy) del 2 de octubre de 2026.

La sudadera que llegó es de color verde claro (E1). El anuncio la muestra de color azul marino (E2).

El 29 de octubre de 2026 pedí el reembolso. El 31 de octubre de 2026 el vendedor ofreció un cupón de 2 EUR (E3).

Pido el reembolso completo de 23,40 €, porque el color que pagué no es el que recibí.

Adjuntos:
E1: the green hoodie next to the parcel label
E2: the listing with the navy option
E3: the chat with the seller, 29 to 31 October"""
    found = score(changed(HOODIE, "", text))
    assert found.points["R2"] is None
    assert (found.total, found.fails) == (24, ())
    assert "H2" in score(changed(HOODIE, "", text.replace("completo de 23,40", "completo de 32,40"))).fails


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("€1,234.50", "1234.50 EUR"),
        ("1.234,50 €", "1234.50 EUR"),
        ("JPY 2,480", "2480 JPY"),
        ("KWD 7.250", "7.250 KWD"),
        ("R$249.00", "249.00 BRL"),
        ("US$30.85", "30.85 USD"),
        ("3.47 EUR", "3.47 EUR"),
        ("size 42 and 3 pieces", ""),
    ],
)
def test_sums_are_read_as_they_are_written(text: str, read: str) -> None:
    assert ", ".join(f"{amount} {code}" for amount, code in monies(text)) == read


def test_the_score_is_at_its_floor_or_above() -> None:
    scores = measured()
    found = {writer: figures(some) for writer, some in scores.items() if some}
    assert below(found, floors()) == [], f"a message has become worse:\n{table(scores)}"
    higher = above(found, floors())
    assert set(floors()) == set(found), "raise the floor with python -m bench.score --raise"
    assert higher == [], f"{higher}: better than the floor; lift it with python -m bench.score --raise"


def test_a_floor_is_raised_and_never_lowered() -> None:
    least = {"template": {"R1": 1.5, "R2": 1.9}}
    found = {"template": {"R1": 1.8, "R2": 1.7}, "model": {"R1": 1.0}}
    assert below(found, least) == ["template R2: 1.70, and the floor is 1.90"]
    assert above(found, least) == ["template R1", "model R1"]
    text = raised(found, least)
    assert text.splitlines()[2:] == ["", "[template]", "R1 = 1.80", "R2 = 1.90", "", "[model]", "R1 = 1.00"]


def test_the_table_names_the_lowest_messages() -> None:
    worse = score(changed(HOODIE, ASK, ""))
    shown = table({"template": {"one": score(good()), "other": worse}})
    assert "(1 of 2 below the full score)" in shown
    assert "  other: 22 (R6 0)" in shown
