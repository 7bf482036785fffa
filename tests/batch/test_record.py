"""The line of a result: whole or nothing."""

import json

import pytest

from claimwright.batch.record import Record, State, record_of, sealed

LINE = sealed({"id": "ä\ud800", "text": 'a "b"\n'}, key=1, case=2**64 - 1, settings="0" * 32, state=State.WRITTEN)


def test_a_line_says_what_it_is_the_result_of() -> None:
    found = record_of(LINE)
    assert found == Record(1, 2**64 - 1, "0" * 32, State.WRITTEN, found.sum if found else 0)
    fields = json.loads(LINE)
    assert [*fields] == ["format", "id", "text", "run"]
    assert fields["text"] == 'a "b"\n'


def test_no_part_of_a_line_is_a_line() -> None:
    assert [cut for cut in range(len(LINE)) if record_of(LINE[:cut])] == []
    assert record_of(LINE + LINE) is None


def test_no_line_with_another_byte_is_a_line() -> None:
    for place in range(len(LINE)):
        changed = bytearray(LINE)
        changed[place] ^= 0x11
        assert record_of(bytes(changed)) is None


@pytest.mark.parametrize("line", [b"\n", b"{}\n", b'{"id": "x", "facts": {}}\n', b"\0" * 300])
def test_what_others_wrote_is_no_line(line: bytes) -> None:
    assert record_of(line) is None
