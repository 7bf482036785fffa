"""A user's copy of a template: used before ours, and refused in plain words if it breaks the grammar."""

from pathlib import Path

import pytest

from claimwright.errors import CannotReadWrite
from claimwright.letter.writers.template import write
from claimwright.resources import Resources

from .drafting import brief, case

DAMAGED = brief(case({"received": "yes", "defects": ["damaged"]}, request={"refund": "full"}))
PROBLEM = "{% block problem %}It broke{{ ids('facts.defects.damaged') }}.{% endblock %}"
REASON = "{% block reason %}it broke{{ ids('facts.defects') }}{% endblock %}"


def home(folder: Path, template: str) -> Resources:
    path = folder / "templates/messages/statement/damaged.j2"
    path.parent.mkdir(parents=True)
    path.write_text(template)
    return Resources(folder)


def test_the_users_copy_is_used(tmp_path: Path) -> None:
    found = write(DAMAGED, home(tmp_path, PROBLEM + REASON))
    assert [one.text for one in found.problem] == ["It broke."]
    assert found.reasons[0].rests_on == DAMAGED.ids("facts.defects.damaged")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (PROBLEM, 'no block "reason"'),
        (
            PROBLEM.replace("{{ ids('facts.defects.damaged') }}", "") + REASON,
            "does not say what it rests on",
        ),
        (PROBLEM.replace("It broke", "{{ colour }} broke") + REASON, "'colour' is undefined"),
        (PROBLEM.replace("{% endblock %}", "") + REASON, "line 1"),
    ],
)
def test_a_broken_copy_is_refused_with_its_name(tmp_path: Path, template: str, said: str) -> None:
    with pytest.raises(CannotReadWrite) as error:
        write(DAMAGED, home(tmp_path, template))
    assert said in str(error.value)
    assert "damaged.j2" in str(error.value)
