"""What does not go together, told plainly: the day that is asked for again, and the lines that put it right."""

import pytest

from claimwright.case.contradictions import contradictions
from claimwright.intake.contradicted import day_again, made, numbers, plainly
from claimwright.intake.interview import Answered, Interview
from claimwright.intake.readback import read_back

from .interviewing import HOODIE, TODAY, told


def whole(*events: Answered) -> Interview:
    return told(*HOODIE).after(*events)


EARLY = Answered("order.received_on", "2026-09-30")


def test_days_are_written_as_elsewhere() -> None:
    (found,) = contradictions(whole(EARLY).case, TODAY)
    assert plainly(found).startswith("The item was received on 30 September 2026, before it was ordered on 2 October")


@pytest.mark.parametrize(
    ("event", "again", "lines"),
    [
        pytest.param(EARLY, "order.received_on", (8, 9), id="the day of arrival"),
        pytest.param(
            Answered("order.ordered_on", "2026-11-01"), "order.ordered_on", (8, 9, 14, 15), id="the day of the order"
        ),
        pytest.param(
            Answered("order.protection_ends_on", "2026-11-01"), "order.protection_ends_on", (3, 10), id="the end"
        ),
        pytest.param(Answered("facts.protection", "expired"), "", (3, 10), id="no day was typed"),
        pytest.param(Answered("contacts[1].on", "2026-09-01"), "contacts[1].on", (8, 15), id="a message"),
    ],
)
def test_the_day_that_was_typed_is_asked_for_again_and_the_lines_are_named(
    event: Answered, again: str, lines: tuple[int, ...]
) -> None:
    before, after = told(*HOODIE), whole(event)
    found = made(before.case, after.case, TODAY)
    assert found
    assert day_again(event.id, found) == again
    assert numbers(found, read_back(after), after) == lines


def test_a_message_that_was_left_out_has_no_number_among_those_of_the_case() -> None:
    after = whole(Answered("contacts[0].text", None), Answered("contacts[1].on", "2026-09-01"))
    found = contradictions(after.case, TODAY)
    assert found[0].fields[0] == "contacts[0].on"
    lines = read_back(after)
    named = [lines[number - 1].text for number in numbers(found, lines, after)]
    assert any("Offered a 2 EUR coupon." in text for text in named)
    assert not any("I wrote" in text for text in named)


def test_what_the_menu_set_is_changed_at_the_menu() -> None:
    after = told("14", "1", "2", "1").after(Answered("order.received_on", "2026-10-28"))
    found = contradictions(after.case, TODAY)
    assert numbers(found, read_back(after), after)[0] == 1


def test_where_no_line_is_known_all_are_named() -> None:
    here = told(*HOODIE)
    assert numbers((), read_back(here), here) == tuple(range(1, 20))
