"""What the page of a batch takes from guides and words: each case has its own guide, and no verdict is a code."""

from pathlib import Path

import pytest

from claimwright.errors import CannotReadWrite
from claimwright.guide.rule import Verdict
from claimwright.resources import Resources

from .reported import Read, of_second_guide, page, results, second_guide


def test_every_case_has_the_passages_of_its_own_guide(tmp_path: Path) -> None:
    with second_guide(tmp_path / "installed"):
        read = Read(page(tmp_path / "out", [*results(3), *of_second_guide()]))
    (known,) = read.data(id="known")
    rows = [*read.rows()]
    assert ["guide" in row for row in rows] == [False, False, False, True]
    assert len(known["passages"]) == 2
    for row in rows:
        mine = known["passages"][row.get("guide", 0)]
        other = known["passages"][1 - row.get("guide", 0)]
        assert row["more"]["passages"]
        assert all(mine[id] != other.get(id) for id in row["more"]["passages"])
    assert "The verdicts follow the guides “aliexpress” and “harbour”; their passages" in " ".join(read.text.split())


def test_a_case_of_a_guide_that_is_gone_has_no_passages_of_another(tmp_path: Path) -> None:
    read = Read(page(tmp_path, [{**one, "guide": "gone"} if number else one for number, one in enumerate(results(2))]))
    (known,) = read.data(id="known")
    assert [row.get("guide", 0) for row in read.rows()] == [0, -1]
    assert len(known["passages"]) == 1


def test_a_verdict_without_its_words_is_told_and_not_shown_as_a_code(tmp_path: Path) -> None:
    own = tmp_path / "home/templates/verdicts.toml"
    own.parent.mkdir(parents=True)
    text = Resources().text("templates/verdicts.toml")
    own.write_text(text.replace('wait_for_extension = "wait"\n', ""), encoding="utf-8")
    with pytest.raises(CannotReadWrite, match=r"short.wait_for_extension is missing"):
        page(tmp_path / "out", results(2), home=tmp_path / "home")


def test_no_verdict_is_shown_as_a_code(tmp_path: Path) -> None:
    text = Read(page(tmp_path, results())).text
    assert [one for one in Verdict if "_" in one and one in text] == []
