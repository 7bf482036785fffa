"""The page of a batch: every case is on it, nothing from a case can run on it, and it needs nothing but itself."""

import json
import re
from base64 import b64encode
from collections import Counter
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from claimwright.batch.report_html import PAGE, SCRIPT, STYLE
from claimwright.batch.report_rows import Rows, inert
from claimwright.batch.result import FAILED
from claimwright.errors import CannotReadWrite
from claimwright.resources import Resources

from .reported import FINDING, TODAY, Read, Result, page, results

HOSTILE = [
    "</script><script>alert(1)</script>",
    "</SCRIPT\t>",
    "<!--<script>",
    "-->",
    "]]><![CDATA[",
    "<img src=x onerror=alert(1)>",
    "\"'`&amp;&lt;{{ 7 * 7 }}{% raw %}",
    "\u202egnp.exe\u2066\u2069",
    "\x00\x01\x1b[31m\x7f\x9b",
    "a\u2028b\u2029c\r\nd\re",
    "\ud800 half",
    "\ufffe\uffff\U0001fffe",
    "＜script＞ ñ 漢字 🧵",
    "\\u003c/script\\u003e",
    "__proto__",
]
ATTACKED = ("id", "file", "message", "refusal", "model")


def attacked(text: str) -> Result:
    """A result with this text wherever a case or a model can put one."""
    one = {**results(3)[1], **dict.fromkeys(ATTACKED, text)}
    one["notes"], one["contradictions"] = [text], [{"fields": ["a"], "text": text}]
    one["findings"] = [{"code": text, "span": text, "rule": text}]
    one["questions"] = [{"field": "a", "text": text, "separates": []}]
    one["warnings"] = one["next_steps"] = [{"id": "a", "text": text, "source": "interpretation"}]
    return one | {"error": {"exit_code": 3, "text": text + "!"}}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return page(tmp_path_factory.mktemp("hostile"), map(attacked, HOSTILE))


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return page(tmp_path_factory.mktemp("usual"), results())


def test_every_text_of_a_case_comes_back_as_it_was(hostile: Path) -> None:
    for row, text in zip(Read(hostile).rows(), HOSTILE, strict=True):
        more = row["more"]
        found = [row["id"], row["file"], more["message"], more["refusal"], more["model"], *row["codes"]]
        found += [*more["notes"], *more["contradictions"], *more["questions"], *more["findings"][0].values()]
        found += [more["warnings"][0][0], more["next_steps"][0][0], more["error"].removesuffix("!")]
        assert set(found) == {text}


def test_no_text_of_a_case_is_markup_or_code(hostile: Path, usual: Path) -> None:
    read, plain = Read(hostile), Read(usual)
    executed = [text for attributes, text in read.code if attributes.get("type") != "application/json"]
    assert executed == [Resources().text(SCRIPT)]
    assert read.comments == plain.comments == []
    frame = {"tr", "th", "a", "td", "svg", "rect", "option", "p"}  # as many as there are verdicts and writers
    assert [one for one, _ in read.elements if one not in frame] == [
        one for one, _ in plain.elements if one not in frame
    ]
    assert not any(name.startswith("on") or name == "style" for _, found in read.elements for name in found)


def test_outside_of_its_markup_the_data_holds_nothing_that_html_reads(hostile: Path) -> None:
    data = [text for attributes, text in Read(hostile).code if attributes.get("type") == "application/json"]
    assert not re.search("[<>&\u2028\u2029\x00-\x1f\ud800-\udfff]", "".join(data))
    assert "\0" not in hostile.read_text(encoding="utf-8")


def test_what_a_model_calls_itself_is_escaped_in_the_markup(hostile: Path) -> None:
    text = Read(hostile).text
    assert "</script><script>alert(1)</script> (1)" in text
    assert "\u202e" not in text
    assert "gnp.exe (1)" in text


@pytest.mark.parametrize("value", [*HOSTILE, {"<a>": ["&", None, 1.5, True]}, [], ""])
def test_inert_json_is_the_same_json(value: object) -> None:
    text = inert(value)
    assert json.loads(text) == value
    assert not set(text) & set("<>&\u2028\u2029")


def test_only_its_own_style_and_script_are_allowed(usual: Path) -> None:
    read = Read(usual)
    metas = [found for tag, found in read.elements if tag == "meta"]
    assert metas[0] == {"charset": "utf-8"}
    assert metas[1]["http-equiv"] == "Content-Security-Policy"
    policy = dict(part.split(" ", 1) for part in str(metas[1]["content"]).split("; "))
    (script,) = (text for attributes, text in read.code if not attributes)
    (style,) = read.styles
    assert policy == {
        "default-src": "'none'",
        "style-src": f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'",
        "script-src": f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


def test_nothing_is_loaded_from_anywhere(usual: Path) -> None:
    read = Read(usual)
    assert {found["href"] for _, found in read.elements if "href" in found} == {"#cases"}
    assert not any({"src", "srcset", "action", "data", "background"} & found.keys() for _, found in read.elements)
    assert not re.search(r"https?:|//[a-z]|@import|url\(", "".join(read.styles) + read.text, re.IGNORECASE)
    script = Resources().text(SCRIPT)
    assert not re.search(
        r"https?:|fetch|XMLHttp|WebSocket|import\(|innerHTML|insertAdjacent|\beval\b|sendBeacon", script
    )


def test_every_case_is_listed_with_what_became_of_it(usual: Path) -> None:
    given, rows = results(), [*Read(usual).rows()]
    assert [row["id"] for row in rows] == [one["id"] for one in given]
    for row, one in zip(rows, given, strict=True):
        more = row["more"]
        assert (row["file"], row["line"]) == ("cases.jsonl", one["line"])
        for name in ("verdict", "remedy", "writer"):
            assert row.get(name) == one[name]
        for name in ("message", "refusal", "model"):
            assert more.get(name) == one[name]
        for name in ("passages", "notes", "findings", "rounds"):
            assert more.get(name, []) == one[name]
        assert more.get("questions", []) == [asked["text"] for asked in one["questions"]]
        assert row.get("exit") == (one["error"] and one["error"]["exit_code"])
        assert (more.get("error") or more.get("refusal")) == (one["error"] and one["error"]["text"])
        ours = [said["text"] for said in one["next_steps"] if said["source"] != "guide"]
        assert [said[0] for said in more.get("next_steps", []) if isinstance(said, list)] == ours


def test_every_passage_that_a_case_rests_on_is_there_once_with_its_text(usual: Path) -> None:
    read = Read(usual)
    (known,) = read.data(id="known")
    (passages,) = known["passages"]
    cited = {id for row in read.rows() for id in row["more"].get("passages", [])}
    assert len(cited) > 20
    assert cited <= passages.keys()
    assert all(title and text for title, text in passages.values())
    whole = usual.read_text(encoding="utf-8")
    assert all(whole.count(inert(passages[id][0])) == 1 for id in cited)


def test_the_numbers_above_the_list_are_those_of_the_results(usual: Path) -> None:
    given, text = results(), " ".join(Read(usual).text.split())
    messages = sum(one["message"] is not None for one in given)
    codes = [one["error"]["exit_code"] for one in given if one["error"]]
    assert f"54 cases, {messages} messages ready" in text
    assert f"{codes.count(3)} call for no message" in text
    assert f"{codes.count(4)} lack facts or contradict themselves" in text
    assert f"{sum(code in FAILED for code in codes)} failed" in text
    verdicts = Counter(one["verdict"] for one in given)
    assert f"Open a dispute {verdicts['open']} {round(100 * verdicts['open'] / 54)} %" in text
    assert "Could not be read 1 2 %" in text
    writers = Counter("fallback" if one["fallback"] else one["writer"] for one in given)
    assert writers["fallback"] > 1
    assert f"Template, in place of the model {writers['fallback']} " in text
    assert f"Template {writers['template']} " in text
    assert f"scripted-model ({writers['model']})" in text
    assert FINDING["code"] not in text


@pytest.mark.parametrize(
    ("days", "tile", "bar"),
    [
        (-1, "0 must go out, or be completed, within a week", "Protection is over 1 100 %"),
        (0, "1 must go out, or be completed, within a week", "3 or fewer 1 100 %"),
        (7, "1 must go out, or be completed, within a week", "4 to 7 1 100 %"),
        (8, "0 must go out, or be completed, within a week", "8 to 14 1 100 %"),
        (15, "0 must go out, or be completed, within a week", "More than 14 1 100 %"),
        (None, "0 must go out, or be completed, within a week", "Not known 1 100 %"),
    ],
)
def test_days_left_are_counted_from_the_day_of_the_report(tmp_path: Path, days: Any, tile: str, bar: str) -> None:
    one = next(one for one in results() if one["message"])
    last_day = None if days is None else str(TODAY + timedelta(days))
    read = Read(page(tmp_path, [{**one, "protection_ends_on": last_day}]))
    assert next(read.rows()).get("days") == days
    assert tile in " ".join(read.text.split())
    assert bar in " ".join(read.text.split())


def test_without_javascript_the_numbers_stand_and_a_note_says_where_the_cases_are(usual: Path) -> None:
    text = usual.read_text(encoding="utf-8")
    note = text.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "needs JavaScript" in note
    assert "results.jsonl" in note
    assert re.search(r'<section id="cases"[^>]* hidden>', text)


def test_the_same_results_give_the_same_bytes_for_the_owner_alone(tmp_path: Path, usual: Path) -> None:
    again = page(tmp_path, results())
    assert again.read_bytes() == usual.read_bytes()
    assert again.name == "report.html"
    assert again.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["report.html"]


def test_the_page_is_written_again_only_if_something_changed(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    given = results(5)
    path = page(out, given, home=home)

    def written_again(some: list[Result], day: date = TODAY) -> bool:
        before = path.stat().st_ino, path.stat().st_mtime_ns
        page(out, some, home=home, today=day)
        return (path.stat().st_ino, path.stat().st_mtime_ns) != before

    assert not written_again(given)
    assert written_again(given[:4])
    assert written_again(given[:4], TODAY + timedelta(1))
    own = home / STYLE
    own.parent.mkdir(parents=True)
    own.write_text("body { color: green }", encoding="utf-8")
    assert written_again(given[:4], TODAY + timedelta(1))
    assert "<style>body { color: green }</style>" in path.read_text(encoding="utf-8")
    assert not written_again(given[:4], TODAY + timedelta(1))
    path.write_text("not a page", encoding="utf-8")
    assert written_again(given[:4], TODAY + timedelta(1))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (PAGE, "{{ nothing }}", "'nothing' is undefined"),
        (PAGE, "<p>no list</p>", "has no {{ cut }}"),
        (STYLE, "</STYLE><b>", "must not hold </style"),
        (SCRIPT, "x = '<!--'", "must not hold </script or <!--"),
    ],
)
def test_broken_words_of_the_buyer_are_told_and_leave_nothing_behind(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    own = tmp_path / "home" / name
    own.parent.mkdir(parents=True)
    own.write_text(text, encoding="utf-8")
    with pytest.raises(CannotReadWrite) as error:
        page(tmp_path / "out", results(2), home=tmp_path / "home")
    assert said in str(error.value)
    assert str(own) in str(error.value)
    assert [*(tmp_path / "out").iterdir()] == []


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    with pytest.raises(CannotReadWrite) as error:
        page(tmp_path, results(2))
    assert "report.html: cannot be written" in str(error.value)
    assert "The results are complete." in str(error.value)
    assert [one.name for one in tmp_path.iterdir()] == ["report.html"]


def test_beyond_what_a_page_carries_columns_stay_and_then_cases_are_only_counted() -> None:
    given = results(1200)
    rows = Rows(TODAY, most=1100, details=200_000)
    found = [row for block in rows.blocks(iter(given)) for row in json.loads(block)]
    assert [row["id"] for row in found] == [one["id"] for one in given[:1100]]
    whole = [("more" in row) for row in found]
    assert whole == sorted(whole, reverse=True)
    assert 100 < sum(whole) < 1000
    assert sum(len(inert(row)) for row in found if "more" in row) < 205_000
    assert all(row["verdict"] == one["verdict"] for row, one in zip(found, given, strict=False) if one["verdict"])


def test_results_beyond_the_most_are_not_read() -> None:
    given = iter(results(20))
    assert len([*Rows(TODAY, most=7).blocks(given)]) == 1
    assert next(given)["id"] == "case-7"


def test_texts_that_differ_in_every_case_are_not_gathered_without_end() -> None:
    one = next(one for one in results() if one["refusal"])
    rows = Rows(TODAY)
    many = ({**one, "refusal": f"Refused {number}."} for number in range(9_000))
    last = [row for block in rows.blocks(many) for row in json.loads(block)][-1]
    assert len(rows.texts) < 5_000
    assert last["more"]["refusal"] == "Refused 8999."
