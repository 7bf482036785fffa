"""Whether the user's own prompts and templates can be used."""

from pathlib import Path

import pytest

from claimwright.batch.ownfiles import lacking, refuse_broken
from claimwright.errors import CannotReadWrite
from claimwright.resources import Resources

COLOUR, VERDICTS = "templates/messages/statement/colour.j2", "templates/verdicts.toml"


def own(home: Path, name: str, text: str) -> Path:
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_ours_and_copies_of_ours_are_whole(tmp_path: Path) -> None:
    resources = Resources()
    for name in resources.names():
        assert lacking(name, resources) == []
        own(tmp_path, name, resources.text(name))
    refuse_broken(tmp_path)
    refuse_broken(None)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (COLOUR, "{% block problem %}x{% endblock %}\n{{ oops", "colour.j2, line 2: "),
        (COLOUR, "{% block problem %}x{% endblock %}", 'lacks block "reason". Compare: claimwright prompts --diff'),
        (VERDICTS, "a = [", "verdicts.toml: "),
        (VERDICTS, "a = 1", "verdicts.toml: lacks open, "),
        ("templates/report/report.html", "{% if %}", "report.html, line 1: "),
        ("templates/report/report.css", "\udcff", ""),
    ],
)
def test_what_is_broken_or_lacks_something_is_named(name: str, text: str, said: str, tmp_path: Path) -> None:
    path = own(tmp_path, name, "")
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(CannotReadWrite) as error:
        refuse_broken(tmp_path)
    assert str(path) in str(error.value)
    assert said in str(error.value)
    assert str(error.value).endswith("Nothing has been changed. Mend this, or delete it to use ours.")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    some = [own(tmp_path, name, "{% if %}") for name in (COLOUR, "prompts/case.j2")]
    with pytest.raises(CannotReadWrite) as error:
        refuse_broken(tmp_path)
    assert [path for path in some if str(path) not in str(error.value)] == []
