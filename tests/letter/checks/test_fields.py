"""The names of item, store and buyer: what may never go into a message with them, and what belongs to many a name."""

from dataclasses import replace

import pytest

from claimwright.case.casefile import Case
from claimwright.letter.checks import field_findings, findings

from .cases import HOODIE, brief_of, draft_of


def named(field: str, value: str) -> Case:
    """The hoodie's case with one name changed."""
    if field == "buyer.name":
        return replace(HOODIE, buyer=replace(HOODIE.buyer, name=value))
    order = HOODIE.order
    order = replace(order, item=value) if field == "order.item" else replace(order, store=value)
    return replace(HOODIE, order=order)


UNFIT = [
    ("field.slot", "{{ x }}"),
    ("field.slot", "[[ITEM]]"),
    ("field.slot", "{% item %}"),
    ("field.slot", "${item}"),
    ("field.markup", "<b>mug</b>"),
    ("field.markup", "<br/>mug"),
    ("field.markup", "<script>mug"),
    ("field.markup", '<a href="x">mug'),
    ("field.contact", "https://x.com/mug"),
    ("field.contact", "www.mugs.example"),
    ("field.contact", "mug me@x.com"),
    ("field.contact", "mug, +34 600 123 456"),
    ("field.contact", "mug, phone: 600 123 456"),
]


@pytest.mark.parametrize(("code", "value"), UNFIT, ids=[value for _, value in UNFIT])
@pytest.mark.parametrize("field", ["order.item", "order.store", "buyer.name"])
def test_what_no_name_may_hold(field: str, code: str, value: str) -> None:
    case = named(field, value)
    found = field_findings(case)
    assert {(path, one.code) for path, one in found} == {(field, code)}
    assert all(one.hard and one.span in value for _, one in found)
    brief = brief_of(case)
    assert code in {one.code for one in findings(draft_of(brief), brief, 3000)}


@pytest.mark.parametrize("name", ["Ana Ruiz, 600 123 456", "Ana Ruiz @ana_ruiz", "DE89 3704 0044 0532 0130 00"])
def test_what_a_buyers_name_may_not_hold_besides(name: str) -> None:
    assert field_findings(named("buyer.name", name))
    assert not field_findings(named("order.item", name))


@pytest.mark.parametrize(
    "value",
    [
        "Mug [2-pack] 350 ml «Café»",
        "Mug <new> {A} <S>",
        "shoes, sizes 38 39 40 41 42 43",
        "wifi stick 2.4GHz/5.8GHz",
        "case for phone 12/13/14",
        "lamp (E27)",
        "T-shirt I <3 NY",
        "St. Petersburg mug",
    ],
)
def test_what_belongs_to_many_a_name(value: str) -> None:
    for field in ("order.item", "order.store"):
        case = named(field, value)
        assert field_findings(case) == ()
        brief = brief_of(case)
        assert [one for one in findings(draft_of(brief), brief, 3000) if one.hard] == []


@pytest.mark.parametrize("field", ["order.item", "order.store", "buyer.name"])
@pytest.mark.parametrize(
    "value", ["1", "I", "The", "a", "23", "E1", "EUR", "October", "2 October", "Full Refund", "Full refund hoodie"]
)
def test_a_name_that_is_a_plain_word_spoils_no_other_check(field: str, value: str) -> None:
    brief = brief_of(named(field, value))
    assert [one for one in findings(draft_of(brief), brief, 3000) if one.hard] == []
