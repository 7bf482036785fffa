"""The cases of a report as data: one object a case, texts that come again kept once, all of it inert inside HTML.

Decided here: what a page can carry. Every case is listed up to ROWS; the texts of the first cases go with them up to
DETAILS bytes, which is some 20,000 cases, and of the others only what the columns of the list show.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from claimwright.guide.rule import Source

ROWS = 100_000
DETAILS = 24 << 20
BLOCK = 500
"""Cases in one element of the page: small enough to be written while more are read."""

_TEXTS = 4_000
_GONE = -1  # a guide that is not installed any more
_HARMLESS = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
_ADVICE = ("evidence_missing", "warnings", "next_steps")


def inert(value: object) -> str:
    """The value as JSON that is the same JSON inside a script element, and cannot end it or begin a comment.

    Half characters become escapes, so that the text can be written as UTF-8.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _HARMLESS:  # outside of strings, JSON has none of them
        text = text.replace(character, escape)
    return text.encode("utf-8", "backslashreplace").decode()


class Rows:
    """Turns results into rows, one by one; `count` is how many there are, `texts` what they share."""

    def __init__(self, today: date, guides: Sequence[str] = (), *, most: int = ROWS, details: int = DETAILS) -> None:
        """A row names its guide by its place among these, unless it is the first."""
        self.count = 0
        self._guides = [*guides]
        self.texts: dict[str, int] = {}
        self._today, self.most, self._details = today, most, details

    def blocks(self, results: Iterable[Mapping[str, Any]]) -> Iterator[str]:
        """JSON arrays of rows. No result beyond the most is read."""
        block: list[str] = []
        if self.most > 0:
            for one in results:
                block.append(self._row(one))
                self.count += 1
                if len(block) == BLOCK:
                    yield f"[{','.join(block)}]"
                    block = []
                if self.count == self.most:
                    break
        if block:
            yield f"[{','.join(block)}]"

    def _row(self, one: Mapping[str, Any]) -> str:
        row = _said(
            id=one["id"],
            file=self._once(one["file"]),
            line=one["line"],
            verdict=one["verdict"],
            remedy=one["remedy"],
            guide=self._guide(one.get("guide")),
            days=_days(one["protection_ends_on"], self._today),
            writer=one["writer"],
            fallback=one["fallback"],
            codes=[found["code"] for found in one["findings"]],
            exit=one["error"] and one["error"]["exit_code"],
            needs=one.get("limit_needed"),
        )
        if self._details <= 0:
            return inert(row)
        text = inert({**row, "more": self._more(one)})
        self._details -= len(text)
        return text

    def _guide(self, name: str | None) -> int | None:
        if name is None:
            return None
        return (self._guides.index(name) or None) if name in self._guides else _GONE

    def _more(self, one: Mapping[str, Any]) -> dict[str, Any]:
        error = one["error"]["text"] if one["error"] else None
        return _said(
            ours=one["source"] == Source.INTERPRETATION and one["message"] is not None,
            passages=one["passages"],
            message=one["message"],
            refusal=self._once(one["refusal"]),
            error=None if error == one["refusal"] else self._once(error),
            questions=[self._once(asked["text"]) for asked in one["questions"]],
            contradictions=[found["text"] for found in one["contradictions"]],
            **{name: [self._advice(said) for said in one[name]] for name in _ADVICE},
            notes=[self._once(note) for note in one["notes"]],
            findings=[{**found, "rule": self._once(found["rule"])} for found in one["findings"]],
            last_day=one["protection_ends_on"],
            model=one["model"],
            language=one["language"],
            rounds=one["rounds"],
            checks_not_made=list(one["checks_not_made"]),
            tokens=one["tokens"] if any(one["tokens"].values()) else None,
            seconds=one["seconds"],
        )

    def _advice(self, said: Mapping[str, str]) -> object:
        text = self._once(said["text"])
        return text if said["source"] == Source.GUIDE else [text]

    def _once(self, text: str | None) -> object:
        """The place of a text among those that are kept once; the text itself once these are full."""
        if text is None:
            return None
        place = self.texts.get(text)
        if place is None and len(self.texts) < _TEXTS:
            place = self.texts[text] = len(self.texts)
        return text if place is None else place


def _said(**members: object) -> dict[str, Any]:
    """The members that say something: 0 does, an empty list does not."""
    return {
        name: value
        for name, value in members.items()
        if value is not None and value is not False and value not in ([], ())
    }


def _days(last_day: str | None, today: date) -> int | None:
    return None if last_day is None else (date.fromisoformat(last_day) - today).days
