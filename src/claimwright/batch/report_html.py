"""The report as a page: one file that loads nothing, sends nothing, and lets nothing in it run but its own script.

Decided here: the page is written as the results are read, and only if they, the day, or the words have changed. What
comes from cases and models is data beside the script, never part of it or of the markup.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from hashlib import blake2b, sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from claimwright.batch.ledger import Ledger
from claimwright.batch.private import replacing
from claimwright.batch.report import report_path, write_report
from claimwright.batch.report_rows import Rows, inert
from claimwright.batch.shelf import ledger_path
from claimwright.batch.terms import Terms
from claimwright.errors import CannotReadWrite, UsageError
from claimwright.guide.guide import Guide, load_guide, words_of
from claimwright.guide.reason import SENTENCES, sentence
from claimwright.guide.rule import Verdict
from claimwright.marketplace import DEFAULT_GUIDE
from claimwright.reading.characters import UNSAFE, printable
from claimwright.reading.dates import written
from claimwright.resources import Resources

PAGE, STYLE, SCRIPT = (f"templates/report/report.{kind}" for kind in ("html", "css", "js"))

_CUT = "\0"  # where the cases go; printable() leaves none elsewhere
_DAYS = (
    ("over", "over", ":0"),
    ("0 to 3", "due", "0:4"),
    ("4 to 7", "soon", "4:8"),
    ("8 to 14", "later", "8:15"),
    ("more than 14", "far", "15:"),
    ("unknown", "unknown", ""),
)
_REFUSED, _MISSING = "3", "4"

Bar = tuple[str, str, str, int, float]


def write_reports(out: Path, ledger: Ledger, terms: Terms) -> dict[str, Any]:
    """Writes report.json and the page beside it; the numbers. Raises CannotReadWrite."""
    summary = write_report(out, ledger, terms.today)
    write_page(out, ledger.lines(), summary, terms)
    return summary


def write_page(out: Path, lines: Iterable[bytes], summary: Mapping[str, Any], terms: Terms) -> Path:
    """Writes the page of these results, whose numbers are in report.json, unless it is there; where it stands.

    Raises CannotReadWrite if it cannot be written, or if its words are missing or broken.
    """
    path, page = report_path(out, ".html"), _Page(ledger_path(out).name, summary, terms)
    if _mark_of(path) == page.mark:
        return path
    try:
        with replacing(path, sync=True) as stream:
            for text in page.texts(json.loads(line) for line in lines):
                stream.write(text.encode())
    except OSError as error:
        raise CannotReadWrite(f"{path}: cannot be written ({error.strerror}). The results are complete.") from error
    return path


class _Page:
    """The page of the results in the file of this name; `mark` changes with whatever the page depends on."""

    def __init__(self, results: str, summary: Mapping[str, Any], terms: Terms) -> None:
        self._results, self._summary = printable(results), summary
        self._resources = Resources(terms.home)
        self._day = date.fromisoformat(summary["today"])
        self._guides = [*self._loaded(terms.guide or DEFAULT_GUIDE)]
        sentences = self._resources.toml(SENTENCES)
        self._short = {one: sentence(sentences, "short", one) for one in Verdict}
        self._style, self._script = self._resources.text(STYLE), self._resources.text(SCRIPT)
        for name, text, end in ((STYLE, self._style, "</style"), (SCRIPT, self._script, "</script")):
            if end in text.lower() or "<!--" in text:
                raise CannotReadWrite(f"{self._resources.path(name)}: must not hold {end} or <!--.")
        self._known = inert(
            {
                "verdicts": [*Verdict],
                "unsafe": UNSAFE,
                "passages": [
                    {one.id: [one.title, one.text] for one in guide.passages.values()} for guide in self._guides
                ],
            }
        )
        parts = (version("claimwright"), self._resources.text(PAGE), self._style, self._script, self._known)
        numbers = json.dumps([results, summary, self._short], sort_keys=True)
        self.mark = blake2b("\0".join((*parts, numbers)).encode("utf-8", "replace"), digest_size=12).hexdigest()

    def texts(self, results: Iterable[Mapping[str, Any]]) -> Iterator[str]:
        """The page in pieces, while the results are read."""
        rows = Rows(self._day, [one.name for one in self._guides])
        names = self._names()
        listed = min(self._summary["cases"], rows.most)
        page = self._resources.render(PAGE, {**names, "rows": listed, "left_out": self._summary["cases"] - listed})
        before, cut, after = page.partition(_CUT)
        if not cut:
            raise CannotReadWrite(f"{self._resources.path(PAGE)}: has no {{{{ cut }}}}, where the cases go.")
        yield before
        yield _data(self._known, "known")
        yield from map(_data, rows.blocks(results))
        yield _data(inert([*rows.texts]), "texts")
        yield after

    def _names(self) -> dict[str, object]:
        """What the template may name."""
        summary, errors, days = self._summary, self._summary["errors"], self._summary["days_left"]
        models = [f"{printable(name)} ({count:,})" for name, count in sorted(summary["models"].items())]
        return {
            "policy": self._policy(),
            "mark": self.mark,
            "css": self._style,
            "js": self._script,
            "cut": _CUT,
            "day": written(self._day),
            "results": self._results,
            "guides": [one.name for one in self._guides],
            "version": version("claimwright"),
            **{name: summary[name] for name in ("cases", "messages", "failed", "drafts", "unfit", "urgent")},
            "refused": errors.get(_REFUSED, 0),
            "missing": errors.get(_MISSING, 0) - summary["unfit"],
            "verdicts": self._verdicts(),
            "writers": self._writers(),
            "days": _bars((value, kind, name, days[name]) for name, kind, value in _DAYS),
            "models": models,
            "tokens": summary["tokens"] if any(summary["tokens"].values()) else None,
        }

    def _loaded(self, usual: str) -> Iterator[Guide]:
        """The guides by which the cases were decided, the usual one if none was; without those that are gone."""
        words = words_of(self._resources)
        decided = self._summary.get("guides", {})
        for name in sorted(decided, key=lambda one: (-decided[one], one)) or [usual]:
            with suppress(UsageError):
                yield load_guide(name, words)

    def _policy(self) -> str:
        """Nothing is loaded; this style and this script may be used, and text is never read as markup."""
        return (
            f"default-src 'none'; style-src '{_hash(self._style)}'; script-src '{_hash(self._script)}'; "
            "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        )

    def _verdicts(self) -> Sequence[Bar]:
        counted = self._summary["verdicts"]
        names = [*self._short.items()]
        return _bars((one, one, name[:1].upper() + name[1:], counted.get(one, 0)) for one, name in (*names, _INVALID))

    def _writers(self) -> Sequence[Bar]:
        summary = self._summary
        by, fallbacks = summary["writers"], summary["fallbacks"]
        counts = {
            "model": by.get("model", 0),
            "template": by.get("template", 0) - fallbacks,
            "fallback": fallbacks,
            "nobody": summary["cases"] - summary["messages"],
        }
        return _bars((name, name, "", count) for name, count in counts.items())


_INVALID = ("invalid", "")


def _bars(rows: Iterable[tuple[str, str, str, int]]) -> Sequence[Bar]:
    """The rows that count something, each with its share in percent; a name that is empty is the template's to give."""
    found = [row for row in rows if row[3]]
    whole = sum(count for *_, count in found)
    return [(*row, 100 * row[3] / whole) for row in found]


def _data(text: str, id: str = "") -> str:
    kind = f'id="{id}"' if id else 'class="cases"'
    return f'<script type="application/json" {kind}>{text}</script>\n'


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _mark_of(path: Path) -> str:
    """The mark of the page that stands there, if there is one."""
    try:
        with path.open(encoding="utf-8") as stream:
            head = stream.read(2_000)
    except (OSError, UnicodeError):
        return ""
    return head.partition('<meta name="claimwright" content="')[2].partition('"')[0]
