"""The frame in five languages: every word of it, and nothing in it but what the English frame says."""

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from string import Formatter
from typing import Any

import pytest

from claimwright.errors import CannotReadWrite
from claimwright.guide.rule import Purpose
from claimwright.letter.brief import Brief
from claimwright.letter.checks import findings
from claimwright.letter.draft import Draft, Part
from claimwright.letter.fit import lessened
from claimwright.letter.fitted import assembled
from claimwright.letter.frame import COURTESIES
from claimwright.letter.ownwords import worded
from claimwright.letter.wording import LANGUAGES, Wording
from claimwright.letter.writers.template import write
from claimwright.reading.amounts import amounts
from claimwright.reading.dates_abroad import dates

from .drafting import RESOURCES, ROOT, brief, case, drafted_examples, example, variants

ABROAD = [one for one in LANGUAGES if one != "en"]
EXAMPLES = drafted_examples()
SHOWN = [
    "wrong-colour",
    "vat-again-and-damaged",
    "dispute-proposal",
    "returned-missed-courier",
    "stalled-ignored",
    "moving-ending",
    "moving-ending-asked",
    "delivered-not-received",
]
FRAME = (Part.OPENING, Part.CONTACT, Part.REQUEST, Part.ATTACHMENT, Part.CLOSING)


@cache
def _brief(stem: str, language: str) -> Brief:
    found = brief(example(stem))
    return worded(lessened(found) or found, language, RESOURCES)


@cache
def _draft(stem: str, language: str) -> Draft:
    this = _brief(stem, language)
    return assembled(this, write(this, RESOURCES), frozenset())


def _frame(stem: str, language: str) -> str:
    this = _brief(stem, language)
    return assembled(this, write(this, RESOURCES), frozenset(), ()).text()


def _flat(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def _words(language: str) -> dict[str, str]:
    return dict(_flat(tomllib.loads(RESOURCES.text(f"templates/frame/{language}.toml"))))


@pytest.mark.parametrize("language", ABROAD)
def test_every_language_has_the_same_words_with_the_same_names(language: str) -> None:
    ours, others = _words(language), _words("es")
    assert list(ours) == list(others)
    for key, text in ours.items():
        named = [{name for _, name, _, _ in Formatter().parse(one) if name} for one in (text, others[key])]
        assert named[0] == named[1], key


def test_there_is_a_file_for_every_language_and_no_other() -> None:
    assert sorted(path.stem for path in (ROOT / "templates/frame").iterdir()) == sorted(ABROAD)


@pytest.mark.parametrize("stem", SHOWN)
@pytest.mark.parametrize("language", ABROAD)
def test_the_frame_of_an_example(language: str, stem: str, golden: Callable[[str, str], None]) -> None:
    golden(f"frame/{language}/{stem}.txt", _frame(stem, language) + "\n")


@pytest.mark.parametrize("language", ABROAD)
def test_the_reason_and_the_request_of_every_situation(language: str, golden: Callable[[str, str], None]) -> None:
    lines: dict[str, None] = {}
    for situation, facts, request in variants():
        this = worded(brief(case(facts, request=request)), language, RESOURCES)
        draft = assembled(this, write(this, RESOURCES), frozenset(), ())
        told = " ".join(one.text for one in draft.sentences() if one.part is Part.REQUEST)
        lines[f"{situation}: {told}"] = None
        assert told
    golden(f"frame/{language}/requests.txt", "\n".join(lines) + "\n")


@pytest.mark.slow
@pytest.mark.parametrize("language", ABROAD)
def test_the_frame_of_every_situation_passes_the_checks(language: str) -> None:
    for _, facts, request in variants():
        this = worded(brief(case(facts, request=request)), language, RESOURCES)
        draft = assembled(this, write(this, RESOURCES), frozenset(), ())
        assert [one for one in findings(draft, this, 3000) if one.hard] == []


@pytest.mark.parametrize("stem", EXAMPLES)
@pytest.mark.parametrize("language", ABROAD)
def test_the_frame_passes_the_checks_of_its_language(language: str, stem: str) -> None:
    found = findings(_draft(stem, language), _brief(stem, language), 3000)
    assert [one for one in found if not one.code.startswith("length")] == []


@pytest.mark.parametrize("stem", EXAMPLES)
@pytest.mark.parametrize("language", ABROAD)
def test_numbers_and_ids_are_those_of_the_english_message(language: str, stem: str) -> None:
    ours, english = _draft(stem, language), _draft(stem, "en")
    texts = [
        "\n".join(one.text for one in draft.sentences() if one.part in FRAME and not _asks(stem, one.part))
        for draft in (ours, english)
    ]
    assert {(one.amount, one.currencies) for one in amounts(texts[0])} == {
        (one.amount, one.currencies) for one in amounts(texts[1])
    }
    days = [
        {one.readings for one in dates(text, which) if one.readings}
        for text, which in zip(texts, (language, "en"), strict=True)
    ]
    assert days[0] == days[1]
    order = example(stem).order
    assert order.number is not None
    assert order.number in texts[0]
    for part in FRAME:
        if not _asks(stem, part):
            ids = [{id for one in d.sentences() if one.part is part for id in one.rests_on} for d in (ours, english)]
            assert ids[0] == ids[1], part


def _asks(stem: str, part: Part) -> bool:
    """Whether this is what the seller is asked to do, which is part of the body in English."""
    return part is Part.REQUEST and _brief(stem, "en").purpose is not Purpose.STATEMENT


@pytest.mark.parametrize("language", ABROAD)
def test_what_the_seller_is_asked_rests_on_what_the_english_words_rest_on(language: str) -> None:
    for stem in ("moving-ending", "moving-ending-asked", "no-tracking", "stalled-waiting", "delivered-not-received"):
        ours, english = (write(_brief(stem, which), RESOURCES).asks for which in (language, "en"))
        assert [one.rests_on for one in ours] == [one.rests_on for one in english]
        assert all(one.rests_on for one in ours)


@pytest.mark.parametrize("language", ABROAD)
def test_a_courtesy_of_one_language_is_none_of_another(language: str) -> None:
    wording = Wording.of(language, RESOURCES)
    assert wording is not None
    assert not {*wording.courtesies} & {*COURTESIES}


def test_words_that_hold_the_marks_of_a_quotation_are_not_quoted() -> None:
    facts = {"received": "yes", "defects": ["damaged"]}
    contacts = [{"on": "2026-11-01", "from": "seller", "text": "You «may» “keep” it."}]
    this = worded(brief(case(facts, contacts=contacts, request={"refund": "full"})), "es", RESOURCES)
    text = assembled(this, write(this, RESOURCES), frozenset(), ()).text()
    assert "El 1 de noviembre de 2026 el vendedor me escribió." in text
    assert "keep" not in text


@pytest.mark.parametrize(("old", "new"), [("silent = ", "quiet = "), ("{days}", "{weeks}")])
def test_a_file_of_the_buyers_own_that_lacks_words_is_named(tmp_path: Any, old: str, new: str) -> None:
    from claimwright.resources import Resources

    path = tmp_path / "templates/frame/es.toml"
    path.parent.mkdir(parents=True)
    text = RESOURCES.text("templates/frame/es.toml").replace(
        "silent_days", "silent_for" if "quiet" in new else "silent_days"
    )
    path.write_text(text.replace(old, new), encoding="utf-8")
    this = worded(brief(example("stalled-ignored")), "es", Resources(tmp_path))
    with pytest.raises(CannotReadWrite, match=r"es\.toml: contact\.silent_days"):
        assembled(this, write(this, Resources(tmp_path)), frozenset())
