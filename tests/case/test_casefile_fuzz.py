"""Whatever the bytes are, the loader gives back a case or names faults, and a case reads back as it was written."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwright.case.casefile import dump_case, read_case
from claimwright.case.facts import VALUES
from claimwright.case.faults import CaseFileInvalid

FULL: dict[str, Any] = {
    "id": "hoodie",
    "as_of": "2026-11-22",
    "order": {"number": "81", "item": "hoodie", "paid": {"amount": "23.4", "currency": "EUR"}, "received_on": None},
    "facts": {"received": "yes", "defects": ["colour"], "protection": ["running", "ending"], "seller": "unknown"},
    "what_happened": ["The listing shows navy.\nIt is green – é."],
    "contacts": [{"on": "2026-10-29", "from": "buyer", "text": "Wrong colour.", "channel": "chat"}],
    "evidence": [{"kind": "photo", "shows": "the hoodie", "taken_on": "2026-10-28"}],
    "request": {"refund": "partial", "amount": {"amount": "10", "currency": "EUR"}, "goods": "keep"},
    "buyer": {"name": "Ana Ruiz"},
    "dispute": {"proposal": {"refund": "none"}},
}

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["yes", "EUR", "1", "2026-01-01"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*FULL, *FULL["order"], *VALUES, "amount", "currency", "on"]) | st.text(), inner
        )
    ),
    max_leaves=20,
)


def reads_or_refuses(data: bytes) -> None:
    try:
        case = read_case(data, "c.json")
    except CaseFileInvalid as invalid:
        error = invalid
    else:
        assert read_case(dump_case(case).encode(), "c.json") == case
        return
    assert error.faults
    assert all(". " in fault.text or fault.text.endswith((".", "?")) for fault in error.faults)
    str(error).encode()


def changed(place: int, instead: bytes) -> bytes:
    """A whole case with some of its bytes changed."""
    data = json.dumps(FULL, ensure_ascii=False).encode()
    place %= len(data)
    return data[:place] + instead + data[place + len(instead) :]


FILES: dict[str, st.SearchStrategy[bytes]] = {
    "any bytes": st.binary(),
    "text like JSON": st.text(alphabet='{}[]",:\\u0d8an1e- \n\x01é').map(str.encode),
    "any JSON": (st.dictionaries(st.sampled_from([*FULL, "x"]), JSON) | JSON).map(lambda one: json.dumps(one).encode()),
    "a case with some bytes changed": st.builds(changed, st.integers(0, 3000), st.binary(max_size=3)),
}


@pytest.mark.parametrize("examples", [100, pytest.param(2000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", FILES)
def test_whatever_a_file_holds_it_is_a_case_or_a_refusal(kind: str, examples: int) -> None:
    settings(max_examples=examples, deadline=None)(given(FILES[kind])(reads_or_refuses))()


@given(
    st.fixed_dictionaries(
        {},
        optional={
            field: st.lists(st.sampled_from(values), min_size=int(field != "defects"))
            for field, values in VALUES.items()
        },
    )
)
def test_facts_read_back_as_they_were_written(facts: dict[str, list[str]]) -> None:
    case = read_case(json.dumps({"facts": facts}).encode(), "c.json")
    assert read_case(dump_case(case).encode(), "c.json") == case
    assert all(getattr(case.facts, field) == frozenset(given) for field, given in facts.items())
