"""File names: safe everywhere, different for different ids, the id itself where it is safe."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from claimwright.batch.names import name_of

DEVICE = re.compile(r"(con|prn|aux|nul|clock\$?|con(in|out)\$?|(com|lpt)[0-9])(\..*)?", re.IGNORECASE)


@pytest.mark.parametrize("id", ["wrong-colour", "VZ-2026-0815", "a", "7", "x_y.z", "_a", "a" * 80])
def test_a_safe_id_is_its_name(id: str) -> None:
    assert name_of(id) == id


@pytest.mark.parametrize(
    ("id", "begins"),
    [
        ("a/b", "a-b~"),
        ("../../etc/passwd", "etc-passwd~"),
        ("C:\\temp", "C-temp~"),
        ("Müller GmbH", "Muller-GmbH~"),
        ("👗", "case~"),
        ("订单", "case~"),
        ("a" * 300, "a" * 80 + "~"),
        ("con", "_con~"),
        ("NUL.txt", "_NUL.txt~"),
        ("com1", "_com1~"),
        ("report", "_report~"),
        ("Results", "_Results~"),
        ("ends.", "ends~"),
        (".hidden", "hidden~"),
        ("-rf", "rf~"),
        ("a~b", "a-b~"),
        ("x ", "x~"),
        ("a\0b", "a-b~"),
        ("half \ud800", "half~"),
    ],
)
def test_any_other_id_has_a_name_with_a_hash(id: str, begins: str) -> None:
    assert re.fullmatch(re.escape(begins) + "[a-z2-7]{12}", name_of(id))


def test_an_id_that_differs_in_capitals_alone_has_another_name() -> None:
    assert name_of("CASE-1", alone=False).lower() != name_of("case-1")


@given(some.text(), some.booleans())
def test_every_name_is_safe(id: str, alone: bool) -> None:
    name = name_of(id, alone=alone)
    assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._~-]{0,100}", name)
    assert not name.endswith(".")
    assert not DEVICE.fullmatch(f"{name}.json")
    assert name.lower() not in ("report", "results")


@given(some.lists(some.text(alphabet="aAé/.~ \0", max_size=4), min_size=2, max_size=40, unique=True))
def test_different_ids_have_different_names_for_every_file_system(ids: list[str]) -> None:
    taken: set[str] = set()
    names = []
    for id in ids:
        names.append(name_of(id, alone=id.casefold() not in taken))
        taken.add(id.casefold())
    assert len({one.casefold() for one in names}) == len(ids)
