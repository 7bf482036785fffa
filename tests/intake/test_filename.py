"""Names of files as they are typed, or dropped on a terminal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from claimwright.intake.answers import read
from claimwright.intake.asked import about_message
from claimwright.intake.filename import file_name

from .interviewing import TODAY, outcome, wording


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        pytest.param("leak.jpg", "leak.jpg", id="as it is"),
        pytest.param("'listing screenshot.png' ", "listing screenshot.png", id="in quotes, as a terminal adds them"),
        pytest.param('"listing screenshot.png"', "listing screenshot.png", id="in double quotes"),
        pytest.param(r"'Ana'\''s leak.jpg'", "Ana's leak.jpg", id="with a quote in it"),
        pytest.param(r"file\ name\ \(2\).png", "file name (2).png", id="with the escapes of a shell"),
        pytest.param(r"C:\photos\leak 1.jpg", r"C:\photos\leak 1.jpg", id="of another system"),
        pytest.param(r"\\server\photos\leak.jpg", r"\\server\photos\leak.jpg", id="on another machine"),
        pytest.param("two  blanks.png", "two  blanks.png", id="with two blanks"),
        pytest.param("Ana's leak.jpg", "Ana's leak.jpg", id="with a quote of its own"),
        pytest.param("9.41.00\u202fAM.png", "9.41.00\u202fAM.png", id="with a narrow blank"),
        pytest.param("'", "'", id="a quote alone"),
    ],
)
def test_what_a_shell_needs_around_a_name_is_no_part_of_it(typed: str, name: str) -> None:
    assert file_name(typed) == name
    assert outcome(read(about_message("evidence[0].file", wording()), typed, TODAY, wording())) == name


@settings(deadline=None)
@given(some.text(alphabet=some.characters(whitelist_categories=("L", "N"), whitelist_characters=" .-()'"), min_size=1))
def test_a_name_in_the_escapes_of_a_shell_is_that_name_again(name: str) -> None:
    name = name.strip() or "x"
    escaped = "".join(rf"\{one}" if one in " ()'" else one for one in name)
    assert file_name(escaped) == name
