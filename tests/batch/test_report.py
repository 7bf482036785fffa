"""The numbers of a batch, from its results."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.cli.running import run

from claimwright.batch.report import report_path, summed

from .cases import cases, write_lines
from .reported import results_of


@pytest.mark.parametrize("ending", [".jsonl", ""])
def test_the_report_counts_what_the_results_say(ending: str, tmp_path: Path) -> None:
    count = 12
    given = write_lines(tmp_path / "cases.jsonl", [*cases(count), {"facts": 3}])
    out = tmp_path / f"out{ending}"
    assert run("batch", "-q", str(given), "-o", str(out)).code == 1
    results = results_of(out)
    assert [one["id"] for one in results] == [*(f"case-{number}" for number in range(count)), f"{count + 1}"]
    report = json.loads(report_path(out).read_text(encoding="utf-8"))
    assert (report["cases"], report["failed"], report["errors"]["7"]) == (count + 1, 1, 1)
    assert report["messages"] == sum(one["message"] is not None for one in results) == sum(report["days_left"].values())
    assert sum(report["verdicts"].values()) == count + 1
    assert len(report["verdicts"]) >= 3
    assert report["guides"] == {"aliexpress": count}
    assert report["verdicts"]["invalid"] == 1
    assert report["writers"] == {"template": report["messages"]}
    later = summed(results, date(2027, 6, 1))
    assert later.days_left["over"] == report["messages"] - later.days_left["unknown"]
    assert report_path(out, ".html").name in ("report.html", "out.jsonl.report.html")
