"""The picture of a session shows what the commands print now, and can be read and copied."""

from pathlib import Path
from xml.etree import ElementTree

from docs.picture import COLUMNS, SESSION, picture

KEPT = (Path(__file__).parents[1] / "docs/session.svg").read_text(encoding="utf-8")


def test_the_picture_is_the_one_that_would_be_drawn_now() -> None:
    assert picture() == KEPT, "run `make readme` and look at docs/session.svg"


def test_every_line_is_text_and_fits() -> None:
    drawn = ["".join(one.itertext()) for one in ElementTree.fromstring(KEPT).iter("{http://www.w3.org/2000/svg}text")]
    assert [f"$ {command}" for command, _ in SESSION] == [line for line in drawn if line.startswith("$ ")]
    assert max(map(len, drawn)) <= COLUMNS


def test_it_loads_nothing_and_runs_nothing() -> None:
    assert KEPT.count("http") == KEPT.count('xmlns="http://www.w3.org/2000/svg"') == 1
    assert "<script" not in KEPT
    assert "@import" not in KEPT
