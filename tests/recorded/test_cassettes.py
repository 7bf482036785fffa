"""What every cassette holds and what none may hold: whole exchanges, the prompts in force, nobody's data, no key."""

import re
from functools import cache
from pathlib import Path

import pytest

from claimwright.case.casefile import Case

from .cases import aside, case_of, honest, prompter_for
from .cassette import AGAIN, CASSETTES, HOST, interactions, recorded, reply, turns

EVERY = [path.relative_to(CASSETTES).as_posix() for path in sorted(CASSETTES.rglob("*.yaml"))]
FIRST = {"honest": honest, "aside": aside}
SECRET = re.compile(
    r"bearer|authorization|api[-_]key|\bsk-\w|set-cookie|127\.0\.0\.1|localhost|/home/|/root|/tmp/", re.I
)


@cache
def _identifying() -> dict[str, str]:
    """What identifies somebody or something in any case that was recorded, and whose case it is."""
    found: dict[str, str] = {}
    for name in (*honest(), *aside()):
        for text in _of(case_of(name)):
            found.setdefault(text, name)
    return found


def _of(case: Case) -> list[str]:
    order, buyer = case.order, case.buyer
    whole = [order.number, order.tracking_number, order.store, buyer.name, buyer.email, buyer.phone]
    whole += (buyer.address or "").splitlines()
    return [text for text in whole if text]


@pytest.mark.parametrize("kind", FIRST)
def test_there_is_a_recording_for_every_case(kind: str) -> None:
    assert sorted(path.stem for path in recorded(kind)) == sorted(FIRST[kind]()), AGAIN


@pytest.mark.parametrize("kind", FIRST)
def test_the_prompts_in_a_recording_are_those_in_force(kind: str) -> None:
    other = [
        path.stem
        for path in recorded(kind)
        if turns(interactions(path)[0]) != [(one.role, one.text) for one in prompter_for(case_of(path.stem)).first()]
    ]
    assert other == [], AGAIN


def test_a_request_is_sent_nowhere_and_keeps_nothing_of_the_machine() -> None:
    for name in EVERY:
        for one in interactions(CASSETTES / name):
            assert one["request"]["uri"] == f"{HOST}/v1/chat/completions", name
            assert list(one["request"]["headers"]) == ["Content-Type"], name
            assert one["response"]["status"]["code"] == 200, name
            assert reply(one), name


@pytest.mark.parametrize("name", EVERY)
def test_no_cassette_holds_a_key_or_what_identifies_anybody(name: str) -> None:
    text = Path(CASSETTES / name).read_text(encoding="utf-8")
    assert SECRET.findall(text) == []
    sent = "\n".join(text for one in interactions(CASSETTES / name) for _, text in turns(one))
    assert {secret: case for secret, case in _identifying().items() if secret in sent} == {}
    words = frozenset(re.findall(r"\w+", sent))
    parts = {part for case in (*honest(), *aside()) for part in re.findall(r"\w{3,}", case_of(case).buyer.name or "")}
    assert parts & words == set()
