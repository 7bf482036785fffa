"""`claimwright batch` by template: cases a second, memory, and a finished run that is started again.

Beside it, as the baseline of the same machine at the same time: one process that drafts and checks the same messages
and does nothing else. The finished runs are made from the results of the examples; only starting them again is timed.
With --whole, 100,000 cases are handled too, which takes some minutes.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from bench.process import CLAIMWRIGHT, Run, run

from claimwright.batch.documents import documents
from claimwright.batch.entries import entries
from claimwright.batch.record import State, sealed
from claimwright.batch.template_writer import TemplateWriter
from claimwright.batch.terms import Terms, fingerprint

TODAY = date(2026, 11, 22)
TERMS = Terms(TODAY, day_given=True)
SIZES = (1_000, 10_000)
FINISHED = 100_000
BASELINE = 500
FEWEST_A_CORE, LONGEST_AGAIN, MOST_GROWTH = 0.75, 5.0, 1.3
"""Of the baseline's rate on each core; seconds; memory at the largest size to that at the smallest."""


def main() -> int:
    """Print the tables; 1 if a figure is not what it has to be."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        return min(1, _first(Path(folder), cores) + _again(Path(folder)))


def _first(folder: Path, cores: int) -> int:
    print(f"{'batch by template':<30} {'cases/s':>8} {'messages/s':>11} {'MB':>5} {'to one process':>15}")
    few, slow, peaks = 0.0, 0, []
    for count in (*SIZES, FINISHED) if "--whole" in sys.argv else SIZES:
        cases, out = numbered_cases(folder, count), folder / f"out{count}.jsonl"
        alone = alone_with(cases)
        ran = run(_command(cases, out))
        messages = sum(line.count(b'"state": 2') for line in out.open("rb"))
        peaks.append(ran.peak)
        few = count / ran.wall / alone
        rates = f"{count / ran.wall:>8,.0f} {messages / ran.wall:>11,.0f}"
        print(f"{f'{count:,} on {cores}':<30} {rates} {ran.peak:>5.0f} {few:>15.2f}")
    slow += few < FEWEST_A_CORE * cores
    return slow + (peaks[-1] > MOST_GROWTH * peaks[0])


def _again(folder: Path) -> int:
    print(f"\n{'a finished run again':<30} {'seconds':>8} {'':>11} {'MB':>5} {'to reading both':>15}")
    peaks: list[float] = []
    took = 0.0
    for count in (*SIZES, FINISHED):
        cases, out = numbered_cases(folder, count), folder / f"done{count}.jsonl"
        _finish(cases, out)
        run(_command(cases, out))  # writes the reports
        ran = min((run(_command(cases, out)) for _ in range(3)), key=lambda one: one.wall)
        read = min((_reading(cases, out) for _ in range(3)), key=lambda one: one.wall)
        peaks.append(ran.peak)
        took = ran.wall
        print(f"{f'{count:,}':<30} {ran.wall:>8.2f} {'':>11} {ran.peak:>5.0f} {ran.wall / read.wall:>15.1f}")
    return (took > LONGEST_AGAIN) + (peaks[-1] > MOST_GROWTH * peaks[0])


def _command(cases: Path, out: Path) -> tuple[str, ...]:
    day = TODAY.isoformat()
    return (CLAIMWRIGHT, "batch", str(cases), "-o", str(out), "--writer", "template", "--today", day)


def _reading(cases: Path, out: Path) -> Run:
    """A bare process that reads the JSON of both files."""
    loop = "import json,sys\nfor name in sys.argv[1:]:\n for line in open(name,'rb'): json.loads(line)"
    return run((sys.executable, "-c", loop, str(cases), str(out)))


def alone_with(cases: Path) -> float:
    """Cases a second in one process, their results made and thrown away."""
    code = f"from bench.batch import alone\nprint(alone({str(cases)!r}))"
    return float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout)


def alone(cases: str) -> float:
    """Cases a second in this process."""
    some, writer = list(islice(entries(documents(cases), named=False), BASELINE)), TemplateWriter(TERMS, "0" * 32)
    began = time.perf_counter()
    for one in some:
        writer.handle(one)
    return len(some) / (time.perf_counter() - began)


def _finish(cases: Path, out: Path) -> None:
    """The results of all cases, as a run would have left them, made from those of the examples."""
    settings, writer = fingerprint(TERMS), TemplateWriter(TERMS, "0" * 32)
    given = list(islice(entries(documents(str(cases)), named=False), len(_examples())))
    known = [json.loads(writer.handle(one).line) for one in given]
    with out.open("wb") as stream:
        for one, result in zip(entries(documents(str(cases)), named=False), cycle(known), strict=False):
            fields = {name: value for name, value in result.items() if name not in ("format", "run")}
            fields |= {"id": one.id, "file": str(cases), "line": one.document.line}
            state = State(result["run"]["state"])
            stream.write(sealed(fields, key=one.key, case=one.case, settings=settings, state=state))


def numbered_cases(folder: Path, count: int) -> Path:
    path = folder / f"cases{count}.jsonl"
    if not path.exists():
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in islice(_numbered(), count))
    return path


def _numbered() -> Iterator[dict[str, Any]]:
    for number, example in enumerate(cycle(_examples())):
        one = {**example, "id": f"case-{number}"}
        if "order" in example:
            one["order"] = {**example["order"], "number": f"{8190000000000000 + number}"}
        yield one


def _examples() -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(Path("examples").glob("*.json"))]


if __name__ == "__main__":
    sys.exit(main())
