"""An array, split into its elements."""

import json
import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as some

from claimwright.batch.elements import Element, elements

LARGE = 1_000


def split(text: str, size: int = 7, largest: int = LARGE) -> list[tuple[int, str, str]]:
    data = text.encode()
    chunks = (data[at : at + size] for at in range(0, len(data), size))
    return [(one.line, one.data.decode(), one.fault) for one in elements(chunks, largest)]


VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(),
    lambda inside: some.lists(inside, max_size=3) | some.dictionaries(some.text(max_size=5), inside, max_size=3),
    max_leaves=8,
)


@given(some.lists(VALUES, max_size=5), some.sampled_from([None, 0, 2]), some.integers(1, 30))
def test_the_elements_are_those_that_json_reads(values: list[object], indent: int | None, size: int) -> None:
    found = split(json.dumps(values, indent=indent), size, largest=100_000)
    assert [json.loads(data) for _, data, _ in found] == values
    assert not any(fault for _, _, fault in found)


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
def test_a_broken_element_leaves_the_others_and_every_one_has_its_line(size: int) -> None:
    text = '[\n {"a": 1},\n {"b": tru},\n\n {"c": "]},{\\""},\n {"d": [1, {"e": 2}]}\n]\n'
    assert split(text, size) == [
        (2, '{"a": 1}', ""),
        (3, '{"b": tru}', ""),
        (5, '{"c": "]},{\\""}', ""),
        (6, '{"d": [1, {"e": 2}]}', ""),
    ]


@pytest.mark.parametrize(
    ("text", "count", "line", "fault"),
    [
        ('[{"a": 1},\n{"b": 2}', 1, 2, "closing ] is missing"),
        ('[{"a": 1}\n] x', 1, 2, "more follows"),
        ('[{"a": 1},\n{"b": "' + "x" * 3 * LARGE + "}]", 1, 2, "closing ] is missing"),
    ],
)
def test_where_the_rest_cannot_be_told_apart_that_is_one_fault(text: str, count: int, line: int, fault: str) -> None:
    found = split(text, 100)
    assert len(found) == count + 1
    assert found[-1][0] == line
    assert fault in found[-1][2]


def test_an_element_that_is_too_large_is_cut_and_the_next_ones_are_found_on_their_lines() -> None:
    large = '{"a": [\n' + ",\n".join(['"x"'] * 2 * LARGE) + "]}"
    found = split(f"[{large},\n 2,\n 3]", 64)
    assert [(line, len(data) > LARGE if line == 1 else data) for line, data, _ in found] == [
        (1, True),
        (2 * LARGE + 2, "2"),
        (2 * LARGE + 3, "3"),
    ]


def test_a_text_that_is_too_large_is_passed_over_to_its_own_quote() -> None:
    for end in ("x", "\\\\", '\\"', "\\\\\\" + '"'):
        for size in (1, 3, 64):
            found = split('[{"a": "' + "y" * (2 * LARGE) + end + '"}, 2]', size, largest=100)
            assert [data[:4] for _, data, _ in found] == ['{"a"', "2"]


def test_the_memory_is_that_of_one_element() -> None:
    def chunks() -> Iterator[bytes]:
        yield b"["
        for _ in range(20_000):
            yield b'{"a": "' + b"x" * 500 + b'"},'
        yield b"{}]"

    def count(found: Iterator[Element]) -> int:
        return sum(1 for _ in found)

    tracemalloc.start()
    try:
        assert count(elements(chunks(), LARGE)) == 20_001
        assert tracemalloc.get_traced_memory()[1] < 200_000
    finally:
        tracemalloc.stop()
