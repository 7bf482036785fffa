"""Whatever comes from outside, every reader answers soon, and with what it says it answers with: it never falls over."""

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from claimwright.batch.documents import documents
from claimwright.batch.elements import elements
from claimwright.batch.entries import entries
from claimwright.batch.jobs.answer import returned
from claimwright.batch.jobs.head import head_of
from claimwright.batch.jobs.log import Log
from claimwright.batch.jobs.ticket import ticket_of
from claimwright.batch.names import name_of
from claimwright.batch.record import State, begins_like_ours, record_of, sealed
from claimwright.case.document import parse
from claimwright.case.facts import VALUES
from claimwright.cli.configfile import changed, removed
from claimwright.cli.preferences import SETTINGS, preferences_of
from claimwright.errors import CannotReadWrite, UsageError
from claimwright.guide.rule import Remedy
from claimwright.intake.answers import legal, read
from claimwright.intake.journal import Journal
from claimwright.intake.question import Kind, Option, Question
from claimwright.intake.story.extraction import Extraction, Replied, extraction
from claimwright.intake.story.hiding import mask_of
from claimwright.intake.story.reply import Unreadable, claims_in, quotations
from claimwright.intake.story.telling import LONGEST, Story
from claimwright.letter.body import clause, paragraphs
from claimwright.letter.brief import Ask
from claimwright.letter.checks import field_findings, statement_findings
from claimwright.letter.reply import judged
from claimwright.letter.wording import LANGUAGES
from claimwright.letter.writers.model import Prompter
from claimwright.llm.answers import reply_of, without_thinking
from claimwright.llm.error import ModelError
from claimwright.llm.statuses import error_in, error_of, refused_parameter, retry_after
from claimwright.privacy.mask import Leak, Mask
from claimwright.reading import amounts, dates, dates_abroad, identifiers, sentences
from claimwright.reading.money import Money
from claimwright.resources import Resources
from tests.fuzz.texts import JSON, LONG, PIECES, TEXTS, shaped
from tests.intake.interviewing import wording
from tests.letter.drafting import RESOURCES, brief, example
from tests.privacy.test_mask import case as identified

TODAY = date(2026, 11, 22)
HOODIE = example("wrong-colour")
ASK = Ask(Remedy.FULL, Money.parse("23.40", "EUR"), None)
MASK = Mask.of(HOODIE)
PROMPTER = Prompter(brief(HOODIE), RESOURCES, MASK)
OPTIONS = (Option("yes", "Yes, it has", words=("arrived",)), Option("no", "No"), Option(None, "Not sure", alone=True))
QUESTIONS = [
    Question("a", kind, "?", "", OPTIONS if kind in (Kind.CHOICE, Kind.SEVERAL) else (), currency=currency)
    for kind in Kind
    for currency in ("", "EUR", "JPY")
]
SLOW = 0.5


def reading(text: str) -> None:
    for one in (*dates.dates(text), *amounts.amounts(text), *identifiers.identifiers(text), *identifiers.phones(text)):
        assert text[one.start : one.end].strip() == one.text.strip()
    for language in LANGUAGES:
        if language != "en":
            dates_abroad.dates(text, language)
    assert "".join("".join(sentences.sentences(text)).split()) == "".join(text.split())
    sentences.content(text)


def hidden(text: str) -> None:
    mask = Mask.of(identified(what_happened=[]))
    sent = mask.hide(text)
    restored = mask.restore(sent)
    assert _values(restored) == _values(text)
    mask.guard(json.dumps({"content": sent}))
    mask.guard(sent)
    mask.slot_faults(text)


def _values(text: str) -> str:
    """The text without brackets, which a mask may make round."""
    return "".join(sign for sign in text if sign not in "[](){}［］⟦⟧〚〛\\" and not sign.isspace())


def guarded(text: str) -> None:
    mask = Mask.of(identified())
    for body in (text, text.encode(), json.dumps(text), json.dumps(text).encode("utf-16")):
        with suppress(Leak):
            mask.guard(body)
    with pytest.raises(Leak):
        mask.guard(json.dumps({"content": f"{text} 8190000000000001 {text}"}))


def story(text: str) -> None:
    told = Story.told(text[:LONGEST])
    talk = extraction(told, TODAY, RESOURCES, mask_of(told))
    next(talk)
    try:
        talk.send(Replied(text))
        talk.send(Replied("received = yes | " + text))
    except StopIteration as ended:
        assert isinstance(ended.value, Extraction)


def story_reply(text: str) -> None:
    try:
        claims = claims_in(text)
    except Unreadable:
        return
    for one in claims:
        assert quotations(one.words)


def letter_body(text: str) -> None:
    for one in (one for paragraph in paragraphs(text) for one in paragraph):
        assert one.text
        assert all(isinstance(id, str) and id for id in one.rests_on)
    clause(text)


def replied(text: str) -> None:
    composed, found = judged(PROMPTER, text, 1000)
    assert composed is None or not any(one.hard for one in found)
    assert composed is not None or found


def stated(text: str) -> None:
    for one in statement_findings(text, HOODIE, ASK):
        assert one.rule


def named(text: str) -> None:
    order = replace(HOODIE.order, item=text or None, store=text or None)
    for path, one in field_findings(replace(HOODIE, order=order, buyer=replace(HOODIE.buyer, name=text or None))):
        assert path
        assert one.rule


def answered(given: tuple[Question, str]) -> None:
    question, said = given
    found = read(question, said, TODAY, wording())
    value = getattr(found, "value", None)
    assert legal(question, value), (question.kind, said, value)


def kept(given: tuple[Question, object]) -> None:
    assert legal(*given) in (True, False)


def provider(body: bytes) -> None:
    with suppress(ModelError):
        assert reply_of(body, "m", "sk-key-1234567890").text
    refused_parameter(400, body)
    for status in (200, 302, 400, 401, 429, 503, 999):
        error = error_of(status, {"retry-after": body[:20].decode("latin-1")}, body, "sk-key-1234567890")
        assert "sk-key-1234567890" not in str(error)


def waited(text: str) -> None:
    found = retry_after({"retry-after": text})
    assert found is None or found >= 0
    without_thinking(text)


def erring(document: object) -> None:
    if isinstance(document, dict):
        assert str(error_in(document))


def brought(line: bytes) -> None:
    with suppress(ValueError, RecursionError):  # what the one who takes a file counts as damaged
        ticket_of(returned(line, "m").custom_id)


def headed(line: bytes) -> None:
    with suppress(CannotReadWrite):
        head_of(line, Path("manifest.jsonl"))


def recorded(line: bytes) -> None:
    assert record_of(line) is None
    begins_like_ours(line)
    whole = sealed({"id": line.decode("latin-1")}, key=1, case=2, settings="0" * 32, state=State.DONE)
    assert (found := record_of(whole))
    assert (found.key, found.case, found.state) == (1, 2, State.DONE)
    assert record_of(whole[:-1]) is None


def split(data: bytes) -> None:
    for size in (1, 7, 1000) if len(data) < 1000 else (1000, 100_000):
        found = [*elements([data[at : at + size] for at in range(0, len(data), size)], 100)]
        assert all(one.data or one.fault for one in found)


def documented(data: bytes, folder: Path) -> None:
    for name in ("a.json", "a.jsonl"):
        path = folder / name
        path.write_bytes(data)
        for entry in entries(documents(str(path)), named=True):
            assert entry.id
            assert Path(entry.name).name == entry.name
    with suppress(ValueError):
        parse(data)


def set_up(data: bytes, folder: Path) -> None:
    path = folder / "config.toml"
    path.write_bytes(data)
    with suppress(UsageError, CannotReadWrite):
        preferences_of(folder)
    with suppress(UsageError, CannotReadWrite):
        changed(path, "model", "x")
    with suppress(UsageError, CannotReadWrite):
        removed(path, "timeout")


def own_words(data: bytes, folder: Path) -> None:
    path = folder / "templates" / "x.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    with suppress(CannotReadWrite):
        Resources(folder).toml("templates/x.toml")


def journalled(data: bytes, folder: Path) -> None:
    path = folder / "interview-1.jsonl"
    path.write_bytes(data)
    journal = Journal(path)
    try:
        journal.unfinished()
    finally:
        journal.close()


def logged(data: bytes, folder: Path) -> None:
    path = folder / "log.jsonl"
    path.write_bytes(data)
    with suppress(CannotReadWrite):
        Log(path)


def as_bytes(document: object) -> bytes:
    return json.dumps(document).encode()


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
        some.sampled_from(['"x"', "1", "-1", "nan", "inf", "1e400", "true", "[", "{}", "1979-05-27", "'", '"""', "9" * 5000])
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
    "the name of a case's files": (TEXTS, lambda text: _plain(name_of(text))),
}
FILES: Mapping[str, tuple[some.SearchStrategy[bytes], Callable[[bytes, Path], None]]] = {
    "a file of cases": (ANY | NESTED | shaped("id", "facts", "order").map(as_bytes), documented),
    "config.toml": (ANY | NESTED | TOML, set_up),
    "words of the user's own": (ANY | NESTED | TOML, own_words),
    "a journal": (ANY | NESTED | STEPS, journalled),
    "the log of a job": (ANY | NESTED | STEPS, logged),
}


DEEP = [b"[" * 20_000, b'{"a":' * 20_000, b"a = " + b"[" * 20_000, b"a = " + b"9" * 9_000, b"9" * 9_000, b'"' + b"\\" * 20_000]


@pytest.mark.parametrize("data", [one + end for one in DEEP for end in (b"", b"\n")], ids=lambda data: repr(data[:6]))
def test_what_is_nested_without_end_is_refused(data: bytes, tmp_path: Path) -> None:
    for reader in (provider, brought, headed, recorded, split):
        soon(reader, data)
    for of_file in (documented, set_up, own_words, journalled, logged):
        soon(of_file, data, tmp_path)


def _plain(name: str) -> None:
    assert name
    assert Path(name).name == name
    assert name.isascii()
    assert len(name) < 100


def soon(reader: Callable[..., None], *given: Any) -> None:
    """Reads it; of what took long, the second time counts, for another process may have been in the way."""
    for again in (False, True):
        began = time.perf_counter()
        reader(*given)
        if time.perf_counter() - began < SLOW:
            return
        assert not again, f"it takes {time.perf_counter() - began:.2f} s"


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
    began = time.perf_counter()
    composed, found = judged(PROMPTER, reply, 1000)
    again = PROMPTER.again(reply, found)
    assert time.perf_counter() - began < 2
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
    "figures in threes in a story": (story, "1 111 " * 3_000),
    "a word of an order that goes on": (story, "ignoriere" * 2_000),
    "a store that goes on": (story, "Aa " + "Official " * 2_000),
    "brackets that are not closed": (letter_body, "a [A1" * 4_000),
    "capitals after a bracket": (letter_body, "[" + "A" * 19_000),
    "days of months": (letter_body, "am 2. " + "Jan 2. " * 2_800),
}


@pytest.mark.parametrize("name", RUNS_ON)
def test_what_took_long_once_is_read_soon(name: str) -> None:
    reader, text = RUNS_ON[name]
    soon(reader, text)
