"""Whatever comes from outside, every reader answers soon, with a value or one of its errors: it never falls over."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.fuzz.readers import (
    PROMPTER,
    QUESTIONS,
    answered,
    as_bytes,
    brought,
    documented,
    erring,
    guarded,
    headed,
    hidden,
    journalled,
    kept,
    letter_body,
    logged,
    named,
    own_words,
    plain,
    priced,
    provider,
    reading,
    recorded,
    replied,
    set_up,
    soon,
    split,
    stated,
    story,
    story_reply,
    waited,
)
from tests.fuzz.texts import JSON, LONG, TEXTS, shaped

from claimwright.batch.names import name_of
from claimwright.case.facts import VALUES
from claimwright.cli.preferences import SETTINGS
from claimwright.letter.body import paragraphs
from claimwright.letter.reply import judged

ANY = some.binary(max_size=200) | TEXTS.map(lambda text: text.encode("utf-8"))
NESTED = some.builds(
    lambda start, inner, count: (start + inner * count).encode(),
    some.sampled_from(["", "a = ", '{"a": ', '{"custom_id": ']),
    some.sampled_from(["[", '{"a":', '{"error":', "9", "a.", "{a=", '"\\', "[[", "\n", " ", "é"]),
    some.sampled_from([10, 900, 2_000]),
)
REPLY = shaped("choices", "message", "content", "error", "code", "finish_reason", "usage", "refusal", "type", "text")
LINE = shaped("custom_id", "response", "status_code", "body", "error", "code", "message", "choices", "content")
HEAD = shaped("format", "terms", "paths", "today", "home", "model", "folder", "settings")
STEPS = some.lists(
    shaped("version", "guide", "case", "origins", "suggested", "hints", "offers", "open", "back", "id", "value")
    | some.just({"version": 1, "guide": "x", "case": {}, "origins": {}, "suggested": []}),
    max_size=4,
).map(lambda lines: b"".join(as_bytes(one) + b"\n" for one in lines))
TOML = some.lists(
    some.builds(
        "{}{} = {}".format,
        some.sampled_from(["", "[", "  ", "#"]),
        some.sampled_from([*SETTINGS, "x", '"a b"', "a.b"]),
        some.sampled_from(
            ['"x"', "1", "-1", "nan", "inf", "1e400", "true", "[", "{}", "1979-05-27", "'", '"""', "9" * 5000]
        )
        | TEXTS,
    ),
    max_size=5,
).map(lambda lines: "\n".join(lines).encode())

CLAIMS = some.lists(
    some.builds(
        "{} = {} | {}".format,
        some.sampled_from([*VALUES, "order.paid", "order.number", "order.item", "order.received_on", "happened", "x"]),
        some.sampled_from(["yes", "colour", "23.40 EUR", "9e99 EUR", "NaN EUR", "2026-02-30", "2026-10-02"]) | TEXTS,
        TEXTS,
    ),
    max_size=4,
).map("\n".join)

READERS: Mapping[str, tuple[some.SearchStrategy[Any], Callable[..., None]]] = {
    "dates, sums and numbers in a text": (TEXTS | LONG, reading),
    "a text that is hidden and restored": (TEXTS, hidden),
    "a body that is guarded": (TEXTS, guarded),
    "a story and its reply": (TEXTS | CLAIMS, story),
    "a model's reply about a story": (TEXTS | CLAIMS | LONG, story_reply),
    "the grammar of a body": (TEXTS | LONG, letter_body),
    "a model's reply as a message": (TEXTS, replied),
    "a statement of the buyer": (TEXTS.map(lambda text: text[:2000]), stated),
    "the names in a case": (TEXTS.map(lambda text: text[:2000]), named),
    "an answer in the interview": (some.tuples(some.sampled_from(QUESTIONS), TEXTS), answered),
    "an answer that was kept": (some.tuples(some.sampled_from(QUESTIONS), shaped("amount", "currency")), kept),
    "what a provider answers": (ANY | NESTED | REPLY.map(as_bytes), provider),
    "when a provider wants to be asked again": (TEXTS | some.floats().map(str) | some.datetimes().map(str), waited),
    "an error of a provider": (REPLY, erring),
    "a line that came back": (ANY | NESTED | LINE.map(as_bytes), brought),
    "the head of a manifest": (ANY | NESTED | HEAD.map(as_bytes), headed),
    "a line of results": (ANY | NESTED, recorded),
    "the elements of an array": (ANY | NESTED | JSON.map(as_bytes), split),
    "the name of a case's files": (TEXTS, lambda text: plain(name_of(text))),
}
FILES: Mapping[str, tuple[some.SearchStrategy[bytes], Callable[[bytes, Path], None]]] = {
    "a file of cases": (ANY | NESTED | shaped("id", "facts", "order").map(as_bytes), documented),
    "config.toml": (ANY | NESTED | TOML, set_up),
    "words of the user's own": (ANY | NESTED | TOML, own_words),
    "a journal": (ANY | NESTED | STEPS, journalled),
    "the log of a job": (ANY | NESTED | STEPS, logged),
}


DEEP = [
    b"[" * 20_000,
    b'{"a":' * 20_000,
    b"a = " + b"[" * 20_000,
    b"a = " + b"9" * 9_000,
    b"9" * 9_000,
    b'"' + b"\\" * 20_000,
]


@pytest.mark.parametrize("data", [one + end for one in DEEP for end in (b"", b"\n")], ids=lambda data: repr(data[:6]))
def test_what_is_nested_without_end_is_refused(data: bytes, tmp_path: Path) -> None:
    for reader in (provider, brought, headed, recorded, split):
        soon(reader, data)
    for of_file in (documented, set_up, own_words, journalled, logged):
        soon(of_file, data, tmp_path)


COUNTS = [15, pytest.param(300, marks=pytest.mark.slow)]
CHECKS = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]


@pytest.mark.parametrize("examples", COUNTS)
@pytest.mark.parametrize("name", READERS)
def test_a_reader_stands_whatever_it_is_given(name: str, examples: int) -> None:
    strategy, reader = READERS[name]

    @settings(max_examples=examples, deadline=None, derandomize=examples < 100, suppress_health_check=CHECKS)
    @given(strategy)
    def stands(one: Any) -> None:
        soon(reader, one)

    stands()


@pytest.mark.parametrize("examples", COUNTS)
@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_or_refused(name: str, examples: int, tmp_path: Path) -> None:
    strategy, reader = FILES[name]

    @settings(max_examples=examples, deadline=None, derandomize=examples < 100, suppress_health_check=CHECKS)
    @given(strategy)
    def stands(one: bytes) -> None:
        soon(reader, one, tmp_path)

    stands()


def test_a_reply_that_runs_on_is_turned_away_at_once_and_not_sent_back_whole() -> None:
    reply = "The hoodie is green [F9]. " * 100_000
    began = time.process_time()
    composed, found = judged(PROMPTER, reply, 1000)
    again = PROMPTER.again(reply, found)
    assert time.process_time() - began < 2
    assert composed is None
    assert [one.code for one in found] == ["length.limit"]
    assert len(again[2].text) <= 40_000


def test_a_body_with_many_brackets_is_read_as_before() -> None:
    found = paragraphs("Green came [A1 , B2;C3] . It was [x] so [F1].\n \nIt was late [F2]!” And [ F3 ] no.")
    assert [[(one.text, one.rests_on) for one in each] for each in found] == [
        [("Green came.", ("A1", "B2", "C3")), (".", ()), ("It was [x] so.", ("F1",))],
        [("It was late!”", ("F2",)), ("And [ F3 ] no.", ())],
    ]


BLANKS = " " * 59_000
RUNS_ON = {
    "blanks inside the words of a claim": (story_reply, f"received = yes | a{BLANKS}b"),
    "blanks inside the value of a claim": (story_reply, f"received = a{BLANKS}b"),
    "blanks in a story": (story, f"a{BLANKS[:19_000]}b"),
    "figures in threes in a story": (priced, "1 111 " * 3_000),
    "a word of an order that goes on": (story, "ignoriere" * 2_000),
    "a store that goes on": (story, "Aa " + "Official " * 2_000),
    "sums in one sentence": (story, "1 €, " * 1_600),
    "days in one sentence": (story, "on 2 May, " * 800),
    "short sentences": (story, "a. " * 1_300),
    "brackets that are not closed": (letter_body, "a [A1" * 4_000),
    "capitals after a bracket": (letter_body, "[" + "A" * 19_000),
    "days of months": (letter_body, "am 2. " + "Jan 2. " * 2_800),
}


@pytest.mark.parametrize("name", RUNS_ON)
def test_what_took_long_once_is_read_soon(name: str) -> None:
    reader, text = RUNS_ON[name]
    soon(reader, text)
