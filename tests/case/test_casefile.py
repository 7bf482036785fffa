"""The case file: what is read, every fault at once with place and remedy, and writing it back."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from claimwright.case.casefile import Case, dump_case, read_case
from claimwright.case.document import LARGEST
from claimwright.case.evidence import Dispute
from claimwright.case.facts import VALUES, Facts
from claimwright.case.faults import MOST_FAULTS, CaseFileInvalid
from claimwright.errors import CaseInvalid
from claimwright.reading.money import Money

FULL: dict[str, Any] = {
    "id": "hoodie",
    "guide": "aliexpress",
    "as_of": "2026-11-22",
    "order": {
        "number": "8190000000000001",
        "item": "cotton hoodie, navy",
        "store": "BlueHarbor Store",
        "paid": {"amount": "23.4", "currency": "EUR"},
        "ordered_on": "2026-10-02",
        "promised_by": "2026-10-30",
        "received_on": "2026-10-28",
        "protection_ends_on": "2026-11-30",
        "tracking_number": "LP-00/1#2_3.4",
    },
    "facts": {"received": "yes", "defects": ["colour"], "protection": ["running", "ending"], "seller": "unknown"},
    "what_happened": ["The listing shows navy.\nIt is green."],
    "contacts": [{"on": "2026-10-29", "from": "buyer", "text": "Wrong colour.", "channel": "chat"}],
    "evidence": [{"kind": "photo", "shows": "the hoodie", "file": "hoodie.jpg", "taken_on": "2026-10-28"}],
    "request": {"refund": "partial", "amount": {"amount": "10", "currency": "EUR"}, "goods": "keep"},
    "buyer": {"name": "Ana Ruiz", "email": "ana@example.org", "phone": "+34 1", "address": "Calle 1\nMadrid"},
    "dispute": {"opened_on": "2026-11-01", "proposal": {"refund": "none", "on": "2026-11-02"}, "refused_on": None},
}


def faults(data: bytes | dict[str, Any]) -> str:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    with pytest.raises(CaseInvalid) as caught:
        read_case(raw, "c.json")
    assert caught.value.exit_code == 7
    assert isinstance(caught.value, CaseFileInvalid)
    assert str(caught.value) == "\n".join(map(str, caught.value.faults))
    return str(caught.value)


def test_every_field_is_read() -> None:
    case = read_case(json.dumps(FULL).encode(), "c.json")
    assert case.order.paid == Money(Decimal("23.40"), "EUR")
    assert case.order.promised_by == date(2026, 10, 30)
    assert case.contacts[0].sender == "buyer"
    assert case.facts.protection == {"running", "ending"}
    assert case.facts.defects == frozenset({"colour"})
    assert case.facts.seller == frozenset(VALUES["seller"])
    assert case.dispute is not None
    assert case.dispute.proposal is not None
    assert read_case(dump_case(case).encode(), "c.json") == case


@pytest.mark.parametrize(
    "data",
    [
        "{}",
        '{"facts": {}}',
        '{"facts": null, "order": null, "contacts": null, "request": null, "buyer": null, "guide": null}',
    ]
    + [f'{{"facts": {{"{fact}": {value}}}}}' for fact in VALUES for value in ("null", '"unknown"')],
)
def test_a_case_of_which_nothing_is_known_is_valid(data: str) -> None:
    assert read_case(data.encode(), "c.json") == Case()
    assert dump_case(Case()) == "{}\n"


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field in VALUES if field != "defects" for value in VALUES[field]]
)
def test_every_value_of_a_fact_is_read(field: str, value: str) -> None:
    for stated in (value, [value], [value, value]):
        case = read_case(json.dumps({"facts": {field: stated}}).encode(), "c.json")
        assert case.facts == Facts().given(field, value)


def test_nothing_wrong_is_not_the_same_as_not_known() -> None:
    case = read_case(b'{"facts": {"defects": []}}', "c.json")
    assert case.facts.defects == frozenset()
    assert read_case(dump_case(case).encode(), "c.json") == case


def test_a_byte_order_mark_before_a_case_means_nothing() -> None:
    data = b'{"id": "\xef\xbb\xbfa", "facts": {"received": "yes"}}'
    assert read_case(b"\xef\xbb\xbf" + data, "c.json") == read_case(data, "c.json")
    with pytest.raises(CaseInvalid):
        read_case(b"\xef\xbb\xbf" * 2 + data, "c.json")


def test_an_open_dispute_of_which_nothing_is_known_is_kept() -> None:
    case = read_case(b'{"dispute": {}}', "c.json")
    assert case.dispute == Dispute()
    assert read_case(dump_case(case).encode(), "c.json") == case


PAID = {"paid": {"amount": "20.00", "currency": "EUR"}}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"as_off": 1}, 'line 1, $.as_off: unknown key. Did you mean "as_of"?'),
        ({"received_on": "2026-01-01"}, '$.received_on: unknown key. "received_on" belongs in "order".'),
        ({"buyer": {"shoe": 1}}, "$.buyer.shoe: unknown key. Remove it. Known here: name, email, phone and address."),
        ({"facts": {"seler": "waiting"}}, '$.facts.seler: unknown key. Did you mean "seller"?'),
        ({"facts": {"seller": "Ignored"}}, '$.facts.seller: "Ignored" is not known here. Did you mean "ignored"?'),
        ({"facts": {"received": False}}, 'false is not known here. Did you mean "no", in quotes?'),
        ({"facts": {"received": []}}, "$.facts.received: the list is empty"),
        ({"facts": {"received": ["yes", "unknown"]}}, '$.facts.received[1]: "unknown" cannot stand in a list'),
        ({"facts": {"received": {}}}, "$.facts.received: an object is not known here."),
        ({"facts": {"received": [[]]}}, "$.facts.received[0]: a list is not known here."),
        ({"facts": {"received": ["yes"] * 101}}, "$.facts.received: the list has 101 items; at most 100"),
        ({"facts": {"defects": "colour"}}, 'the defects are a list. Write ["colour"].'),
        ({"facts": {"defects": 3}}, "$.facts.defects: a number is not known here. Write a list"),
        ({"facts": {"defects": ["color"]}}, '$.facts.defects[0]: "color" is not known here. Did you mean "colour"?'),
        ({"facts": []}, "$.facts: a list cannot stand here. Write an object"),
        ({"order": "x"}, '$.order: "x" cannot stand here. Write an object'),
        ({"order": {"number": 12}}, '$.order.number: a number without quotes. Put it in quotes: "12".'),
        ({"order": {"number": "12 34"}}, "$.order.number: use letters, digits and . _ / # - only"),
        ({"order": {"number": "12\n"}}, "$.order.number: the text holds the character U+000A (a line break)."),
        ({"order": {"item": ""}}, "$.order.item: the text is empty."),
        ({"order": {"item": " \u200b"}}, "$.order.item: the text is empty."),
        ({"order": {"item": "a\nb"}}, "$.order.item: the text holds the character U+000A (a line break)."),
        ({"order": {"item": "x" * 2001}}, "$.order.item: the text has 2,001 characters; at most 2,000"),
        ({"order": {"item": ["x"]}}, "$.order.item: a list cannot stand here. Write a text in quotes."),
        ({"order": {"ordered_on": "2026-02-30"}}, 'the calendar has no day "2026-02-30".'),
        ({"order": {"ordered_on": "0000-01-01"}}, 'the calendar has no day "0000-01-01".'),
        ({"order": {"ordered_on": "2026-W01-1"}}, '"2026-W01-1" is not a date.'),
        ({"order": {"ordered_on": "20260101"}}, '"20260101" is not a date.'),
        ({"order": {"ordered_on": "2026-01-01T00:00:00"}}, "is not a date. Write year-month-day in quotes"),
        ({"order": {"ordered_on": 20260101}}, "a number is not a date."),
        ({"order": {"paid": "20 EUR"}}, '$.order.paid: "20 EUR" is no sum of money. Write it as {"amount": "23.40"'),
        ({"order": {"paid": {}}}, "$.order.paid.currency: missing."),
        (
            {"order": {"paid": {"amount": 23.4, "currency": "EUR"}}},
            "$.order.paid.amount: the amount is a number without",
        ),
        ({"order": {"paid": {"amount": "23,40", "currency": "EUR"}}}, "$.order.paid.amount: not an amount."),
        ({"order": {"paid": {"amount": "0.00", "currency": "EUR"}}}, "$.order.paid.amount: the amount is zero."),
        ({"order": {"paid": {"amount": "1.5", "currency": "JPY"}}}, "$.order.paid.amount: JPY has no decimals"),
        (
            {"order": {"paid": {"amount": "1", "currency": "eur"}}},
            '$.order.paid.currency: write the currency as "EUR".',
        ),
        ({"order": {"paid": {"amount": "1", "currency": "EUR", "sum": 1}}}, "$.order.paid.sum: unknown key."),
        ({"what_happened": "It broke."}, '$.what_happened: "It broke." cannot stand here. Write a list'),
        ({"what_happened": [None]}, "$.what_happened[0]: null cannot stand here."),
        ({"what_happened": ["a"] * 101}, "$.what_happened: the list has 101 items; at most 100"),
        (
            {"what_happened": ["a\x1bb"]},
            "$.what_happened[0]: the text holds the character U+001B (a control character).",
        ),
        (
            {"what_happened": ["a\x00b"]},
            "$.what_happened[0]: the text holds the character U+0000 (a control character).",
        ),
        ({"what_happened": ["\u202ea"]}, "U+202E (it turns the direction of the text). Remove it."),
        (b'{"what_happened": ["\\ud800"]}', "U+D800 (half of a character)"),
        ({"contacts": [{"from": "buyer", "text": "x"}]}, "$.contacts[0].on: missing. Write the day"),
        ({"contacts": [{"on": "2026-01-01", "text": "x"}]}, '$.contacts[0].from: missing. Write "buyer" or "seller".'),
        (
            {"contacts": [{"on": "2026-01-01", "from": "shop", "text": "x"}]},
            '"shop" is not known here. Write buyer or seller.',
        ),
        ({"contacts": [{"on": None, "from": "buyer", "text": "x"}]}, "$.contacts[0].on: null is not a date."),
        ({"contacts": [{"sender": "buyer"}]}, "$.contacts[0].sender: unknown key."),
        ({"evidence": [{"kind": "picture", "shows": "x"}]}, '$.evidence[0].kind: "picture" is not known here.'),
        ({"evidence": [{"kind": "photo"}]}, "$.evidence[0].shows: missing. Write what it shows."),
        ({"request": {"refund": "partial"}}, '$.request.amount: missing. A partial refund needs "amount"'),
        ({"request": {"amount": PAID["paid"]}}, "$.request.amount: an amount belongs to a partial refund only."),
        ({"request": {"refund": "full", "amount": PAID["paid"]}}, "an amount belongs to a partial refund only."),
        (
            {"order": PAID, "request": {"refund": "partial", "amount": {"amount": "20.01", "currency": "EUR"}}},
            "$.request.amount: asks for 20.01 EUR, but only 20.00 EUR was paid.",
        ),
        (
            {"order": PAID, "request": {"refund": "partial", "amount": {"amount": "2", "currency": "USD"}}},
            "$.request.amount: asks for USD, but 20.00 EUR was paid. Write the amount in EUR.",
        ),
        ({"request": {"goods": "sell"}}, '$.request.goods: "sell" is not known here. Write keep or return.'),
        ({"dispute": {"proposal": {"refund": "some"}}}, "$.dispute.proposal.refund"),
        ({"guide": "../x"}, "$.guide: not the name of a guide."),
        ({"id": 7}, "$.id: a number cannot stand here."),
        (b'{"id": "a",\n "id": "b"}', 'line 2, $.id: "id" stands here twice, first on line 1. Keep one of them.'),
        (b'{"order": {"item": NaN}}', "$.order.item: NaN is no value of JSON."),
        (b'{"id": -Infinity}', "$.id: -Infinity is no value of JSON."),
        (b'{"id": 1e999}', "$.id: a number cannot stand here."),
        (b'{"id": ' + b"9" * 5000 + b"}", "$.id: a number cannot stand here."),
        (b'{"id": "a\tb"}', "$.id: the text holds a tab."),
        (b'{"id": "a\nb"}', "$.id: the text runs over the end of the line."),
        (b'{"id": "a\x01b"}', "$.id: the text holds the character U+0001"),
        (b'{"id": "a\x00b"}', "$.id: the text holds the character U+0000"),
        (b"", "c.json: the file is empty."),
        (b" \n", "c.json: the file is empty."),
        (b"[]", "the file holds a list. A case is one object"),
        (b"null", "the file holds null. A case is one object"),
        (b"{} {}", "the file goes on after the end of the case."),
        (b'{"id": "a",}', "there is a comma before the closing bracket."),
        (b'{"facts": {"defects": ["colour",]}}', "there is a comma before the closing bracket."),
        (b'{"id": "a" "b": 1}', "a comma or a closing bracket is missing"),
        (b'{"id" "a"}', "a colon is missing"),
        (b"{id: 1}", "a key in double quotes must stand here, not id."),
        (b"{'id': 1}", "Use straight double quotes"),
        ("{“id”: 1}".encode(), "Use straight double quotes"),
        (b"{} // mine", "goes on after the end"),
        (b"{ // mine\n}", "there is a comment"),
        (b'{"id": None}', "None is no value of JSON."),
        (b'{"id": "a', "its closing quote is missing."),
        (b'{"id": "a"', "the file ends too early."),
        (b'{"id": "C:\\xampp"}', "a backslash stands before a letter that it cannot."),
        (b"\xef\xbb\xbf \n", "c.json: the file is empty."),
        (b'\xef\xbb\xbf{"id": None}', "c.json, line 1: None is no value of JSON."),
        (b'\xef\xbb\xbf{\n"id": "caf\xe9"}', "c.json, line 2: the byte 0xE9 is not UTF-8"),
        (b'\xef\xbb\xbf{"facts": {},\n"recieved": 1}', "c.json, line 2, $.recieved: "),
        ("{}".encode("utf-16"), "c.json: the file is saved as UTF-16."),
        ("{}".encode("utf-16-be"), "c.json: the file looks as if it were saved as UTF-16."),
        ("{}".encode("utf-16-le"), "c.json: the file looks as if it were saved as UTF-16."),
        (b"\x1f\x8b\x08\x00\x00\xff", "c.json: the file holds no text: it may be a picture, an archive or a program."),
        ("{}".encode("utf-32"), "c.json: the file is saved as UTF-32."),
        ("{}".encode("utf-32-le"), "c.json: the file looks as if it were saved as UTF-32."),
        ('{\n"id": "café"}'.encode("latin-1"), "c.json, line 2: the byte 0xE9 is not UTF-8"),
        (b"[" * 100_000, "more than 64 objects and lists stand within each other."),
        (b'{"a":' * 100_000, "more than 64 objects and lists stand within each other."),
        (b'{"id": ' + b"[" * 65 + b"]" * 65 + b"}", "more than 64 objects and lists"),
        (b" " * (LARGEST + 1), "c.json: this is more than 5 MB, and no case is as long as that."),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_a_fault_is_told_with_its_place_and_what_to_do(data: bytes | dict[str, Any], said: str) -> None:
    assert said in faults(data)


def test_all_faults_come_at_once_in_the_order_of_the_file() -> None:
    data = b"""{
  "id": "a", "id": "b",
  "order": {"paid": {"amount": 20, "currency": "EURO"}, "ordered_on": "2026-02-30"},
  "facts": {
    "seler": "waiting"
  },
  "request": {"refund": "partial"},
  "buyer": {"name": NaN}
}"""
    assert faults(data).splitlines() == [
        'c.json, line 2, $.id: "id" stands here twice, first on line 2. Keep one of them.',
        "c.json, line 3, $.order.paid.amount: the amount is a number without quotes, which can lose cents. "
        'Put it in quotes, as in "23.40".',
        "c.json, line 3, $.order.paid.currency: not a currency in use. "
        'Write its three-letter ISO 4217 code in quotes, such as "EUR" or "USD".',
        'c.json, line 3, $.order.ordered_on: the calendar has no day "2026-02-30". Correct the date.',
        'c.json, line 5, $.facts.seler: unknown key. Did you mean "seller"?',
        'c.json, line 7, $.request.amount: missing. A partial refund needs "amount": '
        "how much you ask back. It is never guessed.",
        "c.json, line 8, $.buyer.name: NaN is no value of JSON. Write the value in quotes, or null if it is not known.",
    ]


def test_lines_count_from_where_the_case_stands() -> None:
    with pytest.raises(CaseFileInvalid) as caught:
        read_case(b'{"idd": 1}', "cases.jsonl", start_line=41)
    assert str(caught.value) == 'cases.jsonl, line 41, $.idd: unknown key. Did you mean "id"?'


def test_a_flood_of_faults_is_cut_and_says_so() -> None:
    lines = faults({f"key{number}": 1 for number in range(5000)}).splitlines()
    assert len(lines) == MOST_FAULTS + 1
    assert "more faults" in lines[-1]


def test_a_fault_cannot_steer_the_terminal() -> None:
    said = faults({"a\x1b[2J\u202e\n" + "k" * 5000: 1, "facts": {"received": "\x1b\r\n\u202e"}})
    assert len(said) < 600
    assert not set(said) & set("\x1b\r\u202e")
    assert len(said.splitlines()) == 2
