"""Every fault and warning has a sentence, and every sentence can be said."""

import re
from pathlib import Path
from string import Formatter

import pytest

from claimwright.exhibits.remark import OF_THE_CASE, OF_THE_FILE, Remark
from claimwright.resources import Resources

WORDS = Resources().toml("templates/evidence.toml")
SOURCE = "".join(
    path.read_text(encoding="utf-8")
    for path in (Path(__file__).parents[2] / "src/claimwright/exhibits").glob("*.py")
    if path.name != "remark.py"
)


def test_every_fault_has_its_sentence_and_no_sentence_is_left_over() -> None:
    assert set(WORDS["faults"]) == OF_THE_CASE | OF_THE_FILE
    assert not set(WORDS["faults"]) & set(WORDS["warnings"])


@pytest.mark.parametrize("id", [*WORDS["faults"], *WORDS["warnings"]])
def test_every_sentence_is_raised_somewhere_and_reads_as_one(id: str) -> None:
    assert f'"{id}"' in SOURCE
    text = {**WORDS["faults"], **WORDS["warnings"]}[id]
    assert text.endswith(".")
    assert len(re.findall(r"\w+", text)) < 30


def test_a_fault_of_a_kind_names_the_kind_and_any_other_the_file() -> None:
    for id in WORDS["faults"]:
        remark = Remark(1, id)
        assert remark.is_fault
        assert remark.field == ("kind" if id.startswith("not_a_") else "file")
    known = "content day files first height most new_height new_width other size suffix width"
    for id in WORDS["warnings"]:
        assert not Remark(1, id).is_fault
        named = {name for _, name, _, _ in Formatter().parse(WORDS["warnings"][id]) if name}
        assert named <= set(known.split())
