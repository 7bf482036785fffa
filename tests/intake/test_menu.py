"""The menu: a buyer's words for what happened, and the facts that each sets."""

import re

import pytest
from tests.test_neutral import STEERING

from claimwright.case.facts import VALUES, Facts
from claimwright.intake.menu import load_menu

from .interviewing import the_menu

NAMED = ("does not work", "fake", "another item", "empty", "VAT", "customs", "stood still", "damaged", "colour")
HEAD = 'ask = "What?"\nhelp = "Choose."\n[[group]]\nid = "yes"\nheading = "It came"\nfacts = { received = "yes" }\n'
ENTRY = '[[entry]]\nid = "a"\ngroup = "yes"\nlabel = "it is blue"\nfacts = { defects = ["colour"] }\nwords = ["Blue"]\n'


def test_it_names_the_commonest_complaints() -> None:
    labels = " ".join(one.label for one in the_menu().entries)
    assert [name for name in NAMED if name not in labels] == []


def test_every_defect_and_every_place_has_its_entry() -> None:
    defects = frozenset[str]().union(*(one.facts.get("defects", frozenset()) for one in the_menu().entries))
    places = {one.facts.get("whereabouts") for one in the_menu().entries} - {None}
    assert defects == set(VALUES["defects"])
    assert places == set(VALUES["whereabouts"])


def test_every_entry_fits_a_narrow_screen_and_stands_with_its_kind() -> None:
    assert max(len(one.label) for one in the_menu().entries) <= 54
    headings = [one.heading for one in the_menu().entries]
    assert sorted(headings, key=headings.index) == headings


def test_no_entry_says_which_answer_wins() -> None:
    menu = the_menu()
    said = (menu.ask, menu.help, *(one.label for one in menu.entries), *(one.heading for one in menu.entries))
    assert [text for text in said if STEERING.search(text)] == []


def test_several_entries_set_all_their_defects() -> None:
    assert the_menu().setting(("colour", "damaged", "empty")) == {
        "received": "yes",
        "defects": {"colour", "damaged", "incomplete"},
    }
    assert the_menu().setting(("customs_vat",)) == {
        "received": "no",
        "whereabouts": "customs",
        "customs_demand": "vat_twice",
    }


@pytest.mark.parametrize(
    ("known", "ids"),
    [
        pytest.param({"received": "no"}, "not_arrived", id="it has not come"),
        pytest.param({"received": "yes"}, "arrived", id="it has come"),
    ],
)
def test_what_goes_against_what_is_known_is_not_offered(known: dict[str, str], ids: str) -> None:
    facts = Facts()
    for field, value in known.items():
        facts = facts.given(field, value)
    offered = the_menu().fitting(facts)
    assert {one.facts["received"] for one in offered} == set(known.values())
    assert 0 < len(offered) < len(the_menu().entries)


def test_a_menu_is_read() -> None:
    menu = load_menu(HEAD + ENTRY)
    (entry,) = menu.entries
    assert (menu.ask, menu.help, entry.id, entry.heading, entry.words) == (
        "What?",
        "Choose.",
        "a",
        "It came",
        ("blue",),
    )
    assert entry.facts == {"received": "yes", "defects": frozenset({"colour"})}
    assert (menu.entry("a"), menu.entry("b")) == (entry, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(ENTRY, "belong there", id="no question"),
        pytest.param(HEAD, "belong there", id="no entry"),
        pytest.param(HEAD + ENTRY + ENTRY, "an id is used twice", id="an id twice"),
        pytest.param(HEAD + ENTRY.replace('group = "yes"', 'group = "no"'), "a: id, group", id="no such group"),
        pytest.param(HEAD + ENTRY.replace("words", "word"), "a: id, group", id="an unknown key"),
        pytest.param(HEAD + ENTRY.replace("colour", "taste"), "a: defects cannot be ['taste']", id="no such defect"),
        pytest.param(HEAD.replace('"yes" }', '"maybe" }') + ENTRY, "a: received cannot be 'maybe'", id="no such value"),
        pytest.param(HEAD + ENTRY.replace("defects", "taste"), "a: taste cannot be ['colour']", id="no such fact"),
        pytest.param(HEAD + "[[entry", "Expected", id="no TOML"),
    ],
)
def test_what_does_not_belong_there_is_named(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        load_menu(text)
