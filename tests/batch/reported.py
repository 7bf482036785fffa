"""Results and pages of reports for tests: the examples by the template, with the marks that a model leaves."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from tests.batch.cases import SETTINGS, TERMS, cases, entries_of
from tests.guide.installing import CASE, SECOND, at_hand

from claimwright.batch.ledger import Ledger
from claimwright.batch.report import summed
from claimwright.batch.report_html import write_page
from claimwright.batch.shelf import ledger_path
from claimwright.batch.template_writer import TemplateWriter

TODAY = TERMS.today
UNREADABLE: dict[str, Any] = {"id": "unreadable", "contract": 1}
FINDING = {"code": "tone", "span": "I demand", "rule": "A calm tone is what the guide asks for."}

Result = dict[str, Any]


@cache
def _examples() -> tuple[Result, ...]:
    writer = TemplateWriter(TERMS, SETTINGS)
    return tuple(json.loads(writer.handle(one).line) for one in entries_of([*cases(53), UNREADABLE]))


def results(count: int = 54) -> list[Result]:
    """So many results: of the examples and of a case that cannot be read, again and again under other ids."""
    return [_marked(one, number) for number, one in enumerate(islice(cycle(_examples()), count))]


def results_of(out: Path) -> list[Result]:
    """The results in OUT, one a case, as they stand there."""
    return [json.loads(line) for line in Ledger(ledger_path(out)).lines()]


@contextmanager
def second_guide(target: Path) -> Iterator[None]:
    """While this lasts, the second guide of the tests is installed for this process."""
    described = target / "claimwright_harbour-1.0.dist-info"
    described.mkdir(parents=True)
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: claimwright-harbour\nVersion: 1.0\n")
    (described / "entry_points.txt").write_text("[claimwright.guides]\nharbour = claimwright_harbour\n")
    (target / "claimwright_harbour").symlink_to(SECOND / "claimwright_harbour", target_is_directory=True)
    with at_hand(target):
        yield


def of_second_guide() -> list[Result]:
    """The result of the case that names the second guide, which is to be installed."""
    writer, case = TemplateWriter(TERMS, SETTINGS), json.loads(Path(CASE).read_text(encoding="utf-8"))
    return [json.loads(writer.handle(one).line) for one in entries_of([case])]


def _marked(one: Result, number: int) -> Result:
    """The result as that of another case; a model wrote some, and failed at others."""
    one = {**one, "id": f"case-{number}", "file": "cases.jsonl", "line": number + 1}
    if one["message"] is None:
        return one
    one["message"] = one["message"].replace("819000000", f"{number:09}")
    if number % 3 == 1:
        asked = {"tokens": {"prompt": 1200, "completion": 300}, "seconds": 2.5, "model": "scripted-model"}
        one |= {"writer": "model", "rounds": [["tone"], []], **asked}
    if number % 6 == 2:
        one |= {
            "fallback": True,
            "notes": ["The template wrote this, because no draft held."],
            "rounds": [["money"]] * 3,
        }
    if number % 7 == 1:
        one["findings"] = [FINDING]
    return one


def page(out: Path, given: Iterable[Mapping[str, Any]], *, home: Path | None = None, today: date = TODAY) -> Path:
    """The page of these results, written to the folder OUT."""
    some = list(given)
    out.mkdir(exist_ok=True)
    lines = [json.dumps(one).encode() + b"\n" for one in some]
    summary = {**vars(summed(some, today)), "of": str(hash(tuple(lines)))}
    return write_page(out, iter(lines), summary, replace(TERMS, home=home, today=today))


class Read(HTMLParser):
    """A page, read as a browser reads it: every element with its attributes, and the text of those that hold code."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.code: list[tuple[dict[str, str | None], str]] = []
        self.styles: list[str] = []
        self.comments: list[str] = []
        self.text = ""
        self._inside = ""
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag if tag in ("script", "style") else ""
        if tag == "script":
            self.code.append((dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            attributes, text = self.code.pop()
            self.code.append((attributes, text + data))
        elif self._inside == "style":
            self.styles.append(data)
        else:
            self.text += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def data(self, **wanted: str) -> list[Any]:
        """What the JSON of these script elements says."""
        return [
            json.loads(text)
            for attributes, text in self.code
            if attributes.get("type") == "application/json"
            and all(attributes.get(name.rstrip("_")) == value for name, value in wanted.items())
        ]

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows of the list, with every text in its place again."""
        (texts,) = self.data(id="texts")
        for block in self.data(class_="cases"):
            for row in block:
                yield _told(row, texts)


def _told(row: dict[str, Any], texts: list[str]) -> dict[str, Any]:
    def text(one: Any) -> Any:
        if isinstance(one, list):
            return [*map(text, one)]
        return texts[one] if isinstance(one, int) else one

    more = dict(row.get("more", {}))
    kept_once = ("refusal", "error", "questions", "evidence_missing", "warnings", "next_steps", "notes")
    for name in more.keys() & set(kept_once):
        more[name] = text(more[name])
    if "findings" in more:
        more["findings"] = [{**one, "rule": text(one["rule"])} for one in more["findings"]]
    return {**row, "file": text(row["file"]), **({"more": more} if "more" in row else {})}
