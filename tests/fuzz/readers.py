"""Every reader of what comes from outside, and what is true of it whatever it is given."""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.intake.interviewing import wording
from tests.letter.drafting import RESOURCES, brief, example
from tests.privacy.test_mask import case as identified

from claimwright.batch.documents import documents
from claimwright.batch.elements import elements
from claimwright.batch.entries import entries
from claimwright.batch.jobs.answer import returned
from claimwright.batch.jobs.head import head_of
from claimwright.batch.jobs.log import Log
from claimwright.batch.jobs.ticket import ticket_of
from claimwright.batch.record import State, begins_like_ours, record_of, sealed
from claimwright.case.document import parse
from claimwright.cli.configfile import changed, removed
from claimwright.cli.preferences import preferences_of
from claimwright.errors import CannotReadWrite, UsageError
from claimwright.guide.rule import Remedy
from claimwright.intake.answers import legal, read
from claimwright.intake.journal import Journal
from claimwright.intake.question import Kind, Option, Question
from claimwright.intake.story.extraction import extraction
from claimwright.intake.story.found import Extraction
from claimwright.intake.story.hiding import mask_of
from claimwright.intake.story.prices import prices
from claimwright.intake.story.reply import Unreadable, claims_in, quotations
from claimwright.intake.story.telling import LONGEST, Story
from claimwright.letter.body import clause, paragraphs
from claimwright.letter.brief import Ask
from claimwright.letter.checks import field_findings, statement_findings
from claimwright.letter.reply import judged
from claimwright.letter.wording import LANGUAGES
from claimwright.letter.writers.prompter import Prompter
from claimwright.llm.answers import reply_of, without_thinking
from claimwright.llm.error import ModelError
from claimwright.llm.model import Replied
from claimwright.llm.statuses import error_in, error_of, refused_parameter, retry_after
from claimwright.privacy.mask import Leak, Mask
from claimwright.reading import amounts, dates, dates_abroad, identifiers, sentences
from claimwright.reading.money import Money
from claimwright.resources import Resources

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
    spans = [(one.start, one.end, one.text) for one in dates.dates(text)]
    spans += [(one.start, one.end, one.text) for one in amounts.amounts(text)]
    spans += [(one.start, one.end, one.text) for one in (*identifiers.identifiers(text), *identifiers.phones(text))]
    assert all(text[start:end].strip() == found.strip() for start, end, found in spans)
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
    found = None
    for reply in (text, f"received = yes | {text}"):
        try:
            talk.send(Replied(reply))
        except StopIteration as ended:
            found = ended.value
            break
    assert isinstance(found, Extraction)


def priced(text: str) -> None:
    prices(Story.told(text))


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


def plain(name: str) -> None:
    assert name
    assert Path(name).name == name
    assert name.isascii()
    assert len(name) < 100


def soon(reader: Callable[..., None], *given: Any) -> None:
    """Reads it; of what took long, the second time counts, for another process may have been in the way."""
    for again in (False, True):
        began = time.process_time()
        reader(*given)
        if time.process_time() - began < SLOW:
            return
        assert not again, f"it takes {time.process_time() - began:.2f} s"
