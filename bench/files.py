"""`claimwright jobs` with files: CPU a case to export and to import, and memory.

The baseline, of the same machine in the same run: one process that drafts and checks the same cases by template. The
answers are those of a scripted model that writes well at once, so that every one of them is checked to its end.
"""

import json
import os
import sys
import tempfile
from itertools import chain
from pathlib import Path

from bench.batch import TODAY, alone_with, numbered_cases
from bench.process import CLAIMWRIGHT, Run, run
from tests.batch.scripted_model import well

SIZES = (1_000, 5_000)
MOST_OF_TEMPLATE, MOST_GROWTH = {"export": 3.0, "import": 4.0}, 1.2
"""CPU of a case to that of one by template; memory at the larger size to that at the smaller."""


def main() -> int:
    """Print the table; 1 if a figure is not what it has to be."""
    print(f"{'jobs':<22} {'requests':>9} {'s':>7} {'CPU ms a case':>14} {'to template':>12} {'MB':>5}")
    slow, peaks = 0, dict[str, list[float]]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in SIZES:
            cases = numbered_cases(folder, count)
            template = 1_000 / alone_with(cases)
            job, answers = folder / f"job{count}", folder / f"answers{count}.jsonl"
            day = ("--today", TODAY.isoformat())
            ran = run((CLAIMWRIGHT, "jobs", "export", str(cases), "-o", str(job), "--model", "m", *day))
            requests = _answer(job, answers)
            took = {"export": ran}
            took["import"] = run(
                (
                    CLAIMWRIGHT,
                    "jobs",
                    "import",
                    str(answers),
                    "--from",
                    str(job),
                    "-o",
                    str(folder / f"out{count}"),
                    *day,
                )
            )
            for what, one in took.items():
                each = 1_000 * one.cpu / count
                print(_line(f"{what}, {count:,} cases", requests, one, each, each / template))
                slow += each > MOST_OF_TEMPLATE[what] * template
                peaks.setdefault(what, []).append(one.peak)
    slow += sum(high > MOST_GROWTH * low for low, high in peaks.values())
    return min(1, slow)


def _line(name: str, requests: int, ran: Run, each: float, to_template: float) -> str:
    return f"{name:<22} {requests:>9,} {ran.wall:>7.1f} {each:>14.1f} {to_template:>12.2f} {ran.peak:>5.0f}"


def _answer(job: Path, answers: Path) -> int:
    """Writes the answers to all requests of a job, as a batch engine does; how many there are."""
    count = 0
    with answers.open("w", encoding="utf-8") as stream:
        lines = chain.from_iterable(path.open(encoding="utf-8") for path in sorted(job.glob("requests-*.jsonl")))
        for line in lines:
            request = json.loads(line)
            status, body = well(request["body"])
            response = {"status_code": status, "request_id": f"r{count}", "body": body}
            answer = {"id": f"a{count}", "custom_id": request["custom_id"], "response": response, "error": None}
            stream.write(json.dumps(answer) + "\n")
            count += 1
    return count


if __name__ == "__main__":
    os.environ.pop("OPENAI_API_KEY", None)
    sys.exit(main())
